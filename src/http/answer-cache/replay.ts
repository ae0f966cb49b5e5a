/** An answer of a route, taken apart to be kept, and put together again for another request. */
import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { evaluate } from '../conditions.ts'
import { codingOf, encode, IDENTITY, isCompressible } from '../content-coding.ts'
import { representationKey, tagOf } from '../entity-tag.ts'
import { addVary } from '../vary.ts'
import { type Answer, alone, type Representation } from './answers.ts'

/** A copy of those that the reply holds already; Fastify's type also names headers of requests. */
export const headersOf = (reply: FastifyReply): OutgoingHttpHeaders => reply.getHeaders() as OutgoingHttpHeaders

/** What tells of one request; whoever sends an answer again sets them anew. */
const OF_REQUEST = new Set(['request-id', 'ratelimit', 'ratelimit-policy'])

/** Of one coding, or of one request. */
const NOT_KEPT = new Set(['etag', 'content-encoding', 'content-length', 'transfer-encoding', 'server-timing'])

/** What there is to keep of an answer before it is coded, beside its bytes; undefined where it is not to be kept. */
export function describe(
  request: FastifyRequest,
  reply: FastifyReply,
  given: OutgoingHttpHeaders
): Pick<Answer, 'route' | 'common' | 'headers' | 'type' | 'digest' | 'modified'> | undefined {
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
    route: request.routeOptions.url,
    common: Object.fromEntries(Object.entries(given).filter(([name]) => !OF_REQUEST.has(name))),
    headers: Object.fromEntries(own),
    type,
    digest,
    modified: modified === undefined ? undefined : new Date(String(modified))
  }
}

/** What the headers of an answer say of its representation, in a 304 too (RFC 9110, 15.4.5). */
const OF_REPRESENTATION = [
  ...['content-type', 'vary', 'cache-control', 'etag', 'last-modified'],
  ...['content-language', 'data-release']
]

const linesOf = (headers: OutgoingHttpHeaders): string[] =>
  Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().flatMap(one => [name, String(one)]))

async function encoded(answer: Answer, coding: string): Promise<Representation> {
  const { common, body, digest, isStreamed } = answer
  const bytes = alone(await encode(coding, body))
  const etag = tagOf(digest, coding)
  const headers: OutgoingHttpHeaders = {
    ...answer.headers,
    etag,
    'server-timing': 'cache;desc=hit',
    ...(coding === IDENTITY ? {} : { 'content-encoding': coding }),
    ...(isStreamed ? {} : { 'content-length': bytes.length })
  }
  const ofRepresentation = Object.fromEntries(
    OF_REPRESENTATION.flatMap(name => (headers[name] === undefined ? [] : [[name, headers[name]]]))
  )
  const lines = {
    whole: linesOf({ ...common, ...headers }),
    fresh: linesOf({ ...common, ...ofRepresentation })
  }
  return { bytes, etag, headers, lines }
}

/** The answer in the coding that the request likes best: at once, but for the first time. */
export function representationFor(
  answer: Answer,
  request: Pick<FastifyRequest, 'headers'>
): Representation | Promise<Representation> {
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
