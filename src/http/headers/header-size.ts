/** Keeps the headers of an answer so small that every proxy passes them on: nginx, as it comes, takes 4 kB in all. */
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Problem } from '../errors/problems.ts'

/** Bytes of all headers together, with room for those that are set after ours (coding, length, date, connection). */
const MAX_BYTES = 4000 - 300
const LATE = new Set(['content-length', 'content-encoding', 'transfer-encoding', 'server-timing', 'link'])

const bytesOf = (name: string, value: unknown) =>
  [value].flat().reduce<number>((sum, one) => sum + Buffer.byteLength(`${name}: ${one}\r\n`), 0)

/** The links of the header from the first on, as many as fit; none has a comma before `<` inside. */
const firstLinks = (header: string, room: number): string => {
  const links = header.split(/, (?=<)/)
  const join = (kept: string, link: string) => (kept ? `${kept}, ${link}` : link)
  return links.reduce((kept, link) => (Buffer.byteLength(join(kept, link)) > room ? kept : join(kept, link)), '')
}

function fit(reply: FastifyReply): void {
  const others = Object.entries(reply.getHeaders()).filter(([name]) => !LATE.has(name))
  const room = MAX_BYTES - others.reduce((sum, [name, value]) => sum + bytesOf(name, value), 0)
  const link = reply.getHeader('link')
  if (link !== undefined) {
    const kept = firstLinks([link].flat().join(', '), room - bytesOf('link', ''))
    if (kept) reply.header('link', kept)
    else reply.removeHeader('link')
  }
  // Nothing but the address it leads to makes an answer so large that has lost its links.
  if (room < 0 && reply.getHeader('location') !== undefined) {
    reply.removeHeader('location')
    throw new Problem('uri-too-long', 'The address leads to another, which is too long for a header.')
  }
}

/** Registers the limit: a Link header loses the links named last, an address too long to be redirected is a 414. */
export function limitHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => fit(reply))
}
