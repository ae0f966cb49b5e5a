/** An answer of a route, taken apart to be kept, and put together again for another request. */
import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { evaluate } from '../conditions.ts'
import { codingOf, encode, IDENTITY, isCompressible } from '../content-coding.ts'
import { representationKey, tagOf } from '../entity-tag.ts'
import { addVary } from '../vary.ts'
import type { Answer, Representation } from './answers.ts'

/** A copy of those that the reply holds already; Fastify's type also names headers of requests. */
export const headersOf = (reply: FastifyReply): OutgoingHttpHeaders => reply.getHeaders() as OutgoingHttpHeaders

/** Of one coding, or of one request. */
const NOT_KEPT = new Set(['etag', 'content-encoding', 'content-length', 'transfer-encoding', 'server-timing'])

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
  const own = Object.entries(headersOf(reply)).filter(([name, value]) => !NOT_KEPT.has(name) && given[name] !== value)
  return {
    headers: Object.fromEntries(own),
    type,
    digest,
    modified: modified === undefined ? undefined : new Date(String(modified))
  }
}

async function encoded(answer: Answer, coding: string): Promise<Representation> {
  const { headers, body, digest, isStreamed } = answer
  const bytes = await encode(coding, body)
  const etag = tagOf(digest, coding)
  return {
    bytes,
    etag,
    headers: {
      ...headers,
      etag,
      'server-timing': 'cache;desc=hit',
      ...(coding === IDENTITY ? {} : { 'content-encoding': coding }),
      ...(isStreamed ? {} : { 'content-length': bytes.length })
    }
  }
}

/** The answer in the coding that the request likes best: at once, but for the first time. */
export function representationFor(answer: Answer, request: FastifyRequest): Representation | Promise<Representation> {
  const { representations } = answer
  const coding = codingOf(request, answer.type)
  const known = representations.get(coding)
  if (known) return known
  const making = encoded(answer, coding)
  representations.set(coding, making)
  making.then(
    made => representations.set(coding, made),
    () => representations.delete(coding)
  )
  return making
}

/** What the headers of an answer say of its representation, in a 304 too (RFC 9110, 15.4.5). */
const OF_REPRESENTATION = ['vary', 'cache-control', 'etag', 'last-modified', 'content-language', 'data-release']

/** Sends a kept answer without its route; false where the conditions of the request are for the route to refuse. */
export function replay(
  { modified, type }: Answer,
  { bytes, etag, headers }: Representation,
  request: FastifyRequest,
  reply: FastifyReply
): boolean {
  const verdict = evaluate(request.headers, { etag, modified })
  if (verdict === 'failed') return false
  // Where the log and the metrics look for it.
  reply.type(type)
  const all = headersOf(reply)
  reply.hijack()
  if (verdict === 'fresh') {
    for (const name of OF_REPRESENTATION) if (headers[name] !== undefined) all[name] = headers[name]
    reply.raw.writeHead(304, all).end()
  } else {
    reply.raw.writeHead(200, Object.assign(all, headers)).end(request.method === 'HEAD' ? undefined : bytes)
  }
  return true
}
