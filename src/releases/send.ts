/** A file of a release over HTTP: whole or in byte ranges, with its digest. */
import send from '@fastify/send'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Release } from '../engine/definition/release.ts'
import { holdsRange, type Validators } from '../http/conditions.ts'
import { Problem } from '../http/errors/problems.ts'
import { isWanted, LIFETIMES } from '../http/respond.ts'
import type { ReleaseFile } from './file.ts'

/** The range that is asked for; GET alone has any (RFC 9110, 14.2). */
const rangeOf = ({ method, headers }: FastifyRequest, validators: Validators): string | undefined =>
  method === 'GET' && holdsRange(headers, validators) ? headers.range : undefined

/** Answers with the bytes. Throws a Problem for a range beyond them; returns false where the file is gone. */
export async function sendFile(
  { file, folder, release }: { file: ReleaseFile; folder: string; release: Release },
  request: FastifyRequest,
  reply: FastifyReply
): Promise<boolean> {
  const digest = Buffer.from(file.sha256, 'hex')
  const validators = { etag: `"${digest.toString('base64url').slice(0, 22)}"`, modified: release.published_at }
  const text = /^text\/|json/.test(file.media_type) ? '; charset=utf-8' : ''
  reply.type(`${file.media_type}${text}`).headers({
    'accept-ranges': 'bytes',
    'cache-control': LIFETIMES.immutable,
    'data-release': release.id,
    // RFC 9530: of the whole file, also where only a part of it is sent.
    'repr-digest': `sha-256=:${digest.toString('base64')}:`,
    'content-disposition': `attachment; filename="${file.name}"`
  })
  if (!isWanted(request, reply, validators)) {
    await reply.send()
    return true
  }
  const range = rangeOf(request, validators)
  const asked = { method: request.method, headers: range === undefined ? {} : { range } }
  const { statusCode, headers, stream } = await send(asked as never, `/${encodeURIComponent(file.name)}`, {
    root: folder,
    etag: false,
    lastModified: false,
    cacheControl: false,
    contentType: false
  })
  if (statusCode === 404) return false
  if (statusCode === 416) {
    throw new Problem('range-not-satisfiable', `The file has ${file.bytes} bytes.`, {
      headers: { 'content-range': `bytes */${file.bytes}` }
    })
  }
  await reply.code(statusCode).headers(headers).send(stream)
  return true
}
