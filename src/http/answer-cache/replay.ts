/** An answer of a route, taken apart to be kept, and put together again for another request. */
import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { evaluate } from '../conditions.ts'
import { codingOf, encode, IDENTITY, isCompressible } from '../content-coding.ts'
import { representationKey, tagOf } from '../entity-tag.ts'
import { addVary } from '../vary.ts'
import type { Answer } from './answers.ts'

/** Those that the reply holds already; Fastify's type also names headers of requests. */
export const headersOf = (reply: FastifyReply): OutgoingHttpHeaders =>
  ({ ...reply.getHeaders() }) as OutgoingHttpHeaders

/** Set anew for each request and coding. */
const OF_CODING = new Set(['etag', 'content-encoding', 'content-length', 'transfer-encoding'])

/** What there is to keep of an answer before it is coded, beside its bytes; undefined where it is not to be kept. */
export function describe(
  request: FastifyRequest,
  reply: FastifyReply,
  given: OutgoingHttpHeaders
): Pick<Answer, 'headers' | 'type' | 'digest' | 'modified'> | undefined {
  const type = String(reply.getHeader('content-type'))
  const digest = representationKey(reply)
  const isOurs = reply.getHeader('etag') === tagOf(digest, codingOf(request, type))
  const isPublic = String(reply.getHeader('cache-control')).startsWith('public')
  // Files are served in ranges, from the disk.
  const isElsewhere = reply.hasHeader('content-encoding') || reply.hasHeader('accept-ranges')
  if (reply.statusCode !== 200 || !isOurs || !isPublic || isElsewhere) return undefined
  if (isCompressible(type)) addVary(reply, 'Accept-Encoding')
  const modified = reply.getHeader('last-modified')
  const own = Object.entries(headersOf(reply)).filter(([name, value]) => !OF_CODING.has(name) && given[name] !== value)
  return {
    headers: Object.fromEntries(own),
    type,
    digest,
    modified: modified === undefined ? undefined : new Date(String(modified))
  }
}

/** What the headers of an answer say of its representation, in a 304 too (RFC 9110, 15.4.5). */
const OF_REPRESENTATION = new Set(['vary', 'cache-control', 'last-modified', 'content-language', 'data-release'])

const headersOf304 = (headers: OutgoingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => OF_REPRESENTATION.has(name)))

async function encoded(answer: Answer, coding: string): Promise<Buffer> {
  const known = answer.codings.get(coding)
  if (known) return known
  const making = encode(coding, answer.codings.get(IDENTITY) as Buffer)
  answer.codings.set(coding, making)
  const bytes = await making
  answer.codings.set(coding, bytes)
  return bytes
}

/** Sends a kept answer without the route; false where the conditions of the request are for the route to refuse. */
export async function replay(answer: Answer, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const { headers, type, digest, modified, isStreamed } = answer
  const coding = codingOf(request, type)
  const etag = tagOf(digest, coding)
  const verdict = evaluate(request.headers, { etag, modified })
  if (verdict === 'failed') return false
  const { raw } = reply
  if (verdict === 'fresh') {
    reply.hijack()
    raw.writeHead(304, { ...headersOf(reply), ...headersOf304(headers), etag }).end()
    return true
  }
  const known = answer.codings.get(coding)
  const bytes = Buffer.isBuffer(known) ? known : await encoded(answer, coding)
  reply.hijack()
  raw.writeHead(200, {
    ...headersOf(reply),
    ...headers,
    etag,
    ...(coding === IDENTITY ? {} : { 'content-encoding': coding }),
    ...(isStreamed ? {} : { 'content-length': bytes.length })
  })
  raw.end(request.method === 'HEAD' ? undefined : bytes)
  return true
}
