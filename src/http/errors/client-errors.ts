/** Requests that Node refuses before Fastify sees them: answered on the bare socket, in the same shape. */
import type { Socket } from 'node:net'
import { PAGE_POLICY } from '../../html/page.ts'
import { languageOf } from '../../i18n/negotiation.ts'
import { prefersHtml } from '../negotiate.ts'
import { isHost } from '../origin.ts'
import { problemHtml } from './problem-html.ts'
import { PROBLEMS, Problem, type ProblemCode, problemBody } from './problems.ts'

type ClientError = Error & { code?: string; rawPacket?: Buffer }

/** Of what is beyond all bounds, as much as shows where it grew: in the address, if that is as long. */
const LONG_LINE = 8192

const codeOf = ({ code, rawPacket }: ClientError): ProblemCode => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-timeout'
  if (code !== 'HPE_HEADER_OVERFLOW') return 'invalid-request'
  const line = rawPacket?.indexOf('\r\n') ?? 0
  return line < 0 || line > LONG_LINE ? 'uri-too-long' : 'headers-too-large'
}

/** The only header of this name, as far as the request was read. */
const headerOf = ({ rawPacket }: ClientError, name: string): string | undefined => {
  const lines = rawPacket?.toString('latin1').split('\r\n\r\n')[0]?.split('\r\n').slice(1, -1) ?? []
  const found = lines.filter(line => line.toLowerCase().startsWith(`${name}:`))
  return found.length === 1 ? found[0]?.slice(name.length + 1).trim() : undefined
}

/** Where the caller reached us: at the host it names, else at the address of the socket. */
function originOf(error: ClientError, { localAddress = 'localhost', localPort }: Socket): string {
  const host = headerOf(error, 'host')
  if (host && isHost(host)) return `http://${host.toLowerCase()}`
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/, '')
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`
}

type Body = { type: string; text: string; headers: string }

/** As handler.ts answers. */
function bodyOf(problem: Problem, error: ClientError, origin: string): Body {
  const instance = 'urn:request:none'
  if (!prefersHtml(headerOf(error, 'accept')))
    return {
      type: 'application/problem+json',
      text: JSON.stringify(problemBody(problem, origin, instance)),
      headers: ''
    }
  const lang = languageOf(undefined, headerOf(error, 'accept-language'))
  return {
    type: 'text/html; charset=utf-8',
    text: problemHtml(problem, { lang, address: '/', instance, explained: () => undefined }),
    headers: `Content-Language: ${lang}\r\nContent-Security-Policy: ${PAGE_POLICY}\r\n`
  }
}

/** Fastify's clientErrorHandler. */
export const rejectClient =
  (publicUrl: string | undefined) =>
  (error: ClientError, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const code = codeOf(error)
    const { status, title } = PROBLEMS[code]
    const problem = new Problem(code, code === 'invalid-request' ? 'The request is not well-formed HTTP.' : title)
    const { type, text, headers } = bodyOf(problem, error, publicUrl ?? originOf(error, socket))
    socket.end(
      `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n${headers}X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${text}`
    )
  }
