/** Strong tags: one for each representation, its content coding included (RFC 9110, 8.8.3). */
import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { IDENTITY } from './content-coding.ts'

const DIGEST_CHARACTERS = 22

export const digestOf = (parts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256')
  for (const [index, part] of parts.entries()) hash.update(index > 0 ? '\n' : '').update(part)
  return hash.digest('base64url').slice(0, DIGEST_CHARACTERS)
}

export const tagOf = (digest: string, coding: string): string => `"${digest}${coding === IDENTITY ? '' : `-${coding}`}"`

/** Names the bytes of an answer whose validators are set, before any content coding. */
export const representationKey = (reply: FastifyReply): string =>
  String(reply.getHeader('etag')).slice(1, 1 + DIGEST_CHARACTERS)
