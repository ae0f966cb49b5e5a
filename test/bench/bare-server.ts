/** The floor: `node:http` alone, giving back bytes and headers that it is sent first, one set for each address and coding. */
import { createServer, type IncomingHttpHeaders } from 'node:http'

export type Kept = { url: string; coding: string; status: number; headers: IncomingHttpHeaders; body: string }

const kept = new Map<string, { status: number; headers: Record<string, string | string[]>; body: Buffer }>()
const keyOf = (url = '', coding = '', held = '') => `${coding} ${held ? 304 : 200} ${url}`

process.on('message', ({ url, coding, status, headers, body }: Kept) => {
  const { connection: _c, date: _d, 'keep-alive': _k, 'transfer-encoding': _t, ...rest } = headers
  const key = keyOf(url, coding, status === 304 ? 'held' : '')
  kept.set(key, { status, headers: rest as Record<string, string>, body: Buffer.from(body, 'base64') })
  process.send?.('kept')
})

const server = createServer(({ url, headers }, response) => {
  const found = kept.get(keyOf(url, String(headers['accept-encoding']), headers['if-none-match']))
  if (!found) return void response.writeHead(500).end()
  response.writeHead(found.status, found.headers).end(found.body)
}).listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})
