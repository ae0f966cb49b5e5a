/** Validators and freshness. A tag is known before any query, so that a conditional request costs no database. */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { encodingOf } from './compression.ts'

const MOVING = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800'
export const IMMUTABLE = 'public, max-age=31536000, immutable'

const DIGEST_CHARACTERS = 22

export type Validity = {
  /** Everything the bytes depend on, except the content coding. */
  parts: readonly string[]
  /** When the data were published. */
  modified: Date
  /** The address names its release, so its bytes never change. */
  pinned: boolean
  /** The language of the answer, where it has words of ours. */
  lang?: string | undefined
}

/** A strong tag per representation: the content coding is part of it (RFC 9110, 8.8.3). */
export const etagOf = (parts: readonly string[], encoding: string): string => {
  const digest = createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, DIGEST_CHARACTERS)
  return `"${digest}${encoding === 'identity' ? '' : `-${encoding}`}"`
}

/** Names the bytes of an answer whose validators are set, before any content coding. */
export const representationKey = (reply: FastifyReply): string =>
  String(reply.getHeader('etag')).slice(1, 1 + DIGEST_CHARACTERS)

/** Does an If-None-Match header name this tag? */
export const matchesTag = (header: string, tag: string) =>
  header.trim() === '*' || header.split(',').some(entry => entry.trim().replace(/^W\//, '') === tag)

/** Sets the validators; true when the client has these bytes already, and a 304 is all it needs. */
export function isFresh(
  request: FastifyRequest,
  reply: FastifyReply,
  { parts, modified, pinned, lang }: Validity
): boolean {
  const etag = etagOf(lang ? [...parts, lang] : parts, encodingOf(request, reply))
  const seconds = Math.floor(modified.getTime() / 1000) * 1000
  reply.headers({
    etag,
    'last-modified': new Date(seconds).toUTCString(),
    'cache-control': pinned ? IMMUTABLE : MOVING,
    vary: lang ? 'Accept, Accept-Encoding, Accept-Language' : 'Accept, Accept-Encoding',
    ...(lang ? { 'content-language': lang } : {})
  })
  const match = request.headers['if-none-match']
  if (match !== undefined) return matchesTag(match, etag)
  const since = request.headers['if-modified-since']
  return since !== undefined && seconds <= Date.parse(since)
}
