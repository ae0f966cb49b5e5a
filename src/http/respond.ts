/** How every answer leaves: with its validators, and only where the client needs it. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Lang } from '../i18n/words.ts'
import { evaluate, inSeconds, type Validators } from './conditions.ts'
import { codingOf } from './content-coding.ts'
import { digestOf, tagOf } from './entity-tag.ts'
import { Problem } from './errors/problems.ts'
import { addVary, type Varying } from './vary.ts'

/** How long an answer may be kept (RFC 9111, RFC 5861, RFC 8246). */
export const LIFETIMES = {
  /** The address names its release. */
  immutable: 'public, max-age=31536000, immutable',
  moving: 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800',
  short: 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400',
  hour: 'public, max-age=3600'
} as const

/** What is known of an answer before it is written. */
export type Representation = {
  type: string
  /** Everything the bytes depend on, except language and content coding. */
  key: readonly string[]
  lifetime: keyof typeof LIFETIMES
  /** When the data were published. */
  modified?: Date | undefined
  /** The release that it is read from. */
  release?: string | undefined
  /** The language of the answer, where it has words of ours. */
  lang?: Lang | undefined
  /** The headers by which it was chosen, beside Accept-Encoding. */
  vary?: readonly Varying[]
}

/** Sets the validators. False, where the client holds these bytes and a 304 is all it needs; a 412 Problem is thrown. */
export function isWanted(request: FastifyRequest, reply: FastifyReply, { etag, modified }: Validators): boolean {
  reply.header('etag', etag)
  if (modified) reply.header('last-modified', new Date(inSeconds(modified)).toUTCString())
  const verdict = evaluate(request.headers, { etag, modified })
  if (verdict === 'failed')
    throw new Problem('precondition-failed', 'What is here now is not what If-Match or If-Unmodified-Since names.')
  if (verdict === 'fresh') reply.code(304)
  return verdict === 'send'
}

/**
 * Answers with a representation: its headers first, then, unless the client holds it already, what `write` makes of it.
 * So a conditional request costs no query. `write` returns the body, or undefined where it has sent another answer.
 */
export async function respond(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, key, lifetime, modified, release, lang, vary = [] }: Representation,
  write: () => unknown
): Promise<FastifyReply> {
  reply.type(type).header('cache-control', LIFETIMES[lifetime])
  addVary(reply, ...vary)
  if (release) reply.header('data-release', release)
  if (lang) reply.header('content-language', lang)
  const etag = tagOf(digestOf(lang ? [...key, lang] : key), codingOf(request, type))
  if (!isWanted(request, reply, { etag, modified })) return reply.send()
  const body = await write()
  return reply.sent || body === undefined ? reply : reply.send(body)
}

const isReading = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD'

/** Registers the validators of all answers whose bytes are known only when they are written. */
export function tagAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isText = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (reply.statusCode >= 300 && reply.statusCode !== 304)
      for (const name of ['etag', 'last-modified']) reply.removeHeader(name)
    if (reply.statusCode !== 200 || !isReading(request) || reply.hasHeader('etag') || !isText) return payload
    if (/no-store/.test(String(reply.getHeader('cache-control')))) return payload
    const etag = tagOf(digestOf([payload]), codingOf(request, String(reply.getHeader('content-type'))))
    if (isWanted(request, reply, { etag })) return payload
    // Fastify's own handler of HEAD takes a stream for a body of no known length.
    return request.method === 'HEAD' ? Readable.from([]) : null
  })
}
