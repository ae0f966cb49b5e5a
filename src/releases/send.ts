/** A file of a release over HTTP: whole or in byte ranges, with its digest. */
import send from '@fastify/send'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Release } from '../engine/definition/release.ts'
import { IMMUTABLE, matchesTag } from '../http/caching.ts'
import { Problem } from '../http/errors/problems.ts'
import type { ReleaseFile } from './file.ts'

/** RFC 9110, 13.1.5: a range of another representation than the one named is no range at all. */
const rangeOf = ({ headers }: FastifyRequest, etag: string, modified: string): string | undefined => {
  const condition = headers['if-range']
  return condition === undefined || condition === etag || condition === modified ? headers.range : undefined
}

/** Answers with the bytes. Throws a Problem for a range beyond them; returns false where the file is gone. */
export async function sendFile(
  { file, folder, release }: { file: ReleaseFile; folder: string; release: Release },
  request: FastifyRequest,
  reply: FastifyReply
): Promise<boolean> {
  const digest = Buffer.from(file.sha256, 'hex')
  const etag = `"${digest.toString('base64url').slice(0, 22)}"`
  const modified = new Date(Math.floor(release.published_at.getTime() / 1000) * 1000).toUTCString()
  const range = rangeOf(request, etag, modified)
  const asked = { method: 'GET', headers: range === undefined ? {} : { range } }
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
  reply.headers({
    etag,
    'last-modified': modified,
    'cache-control': IMMUTABLE,
    'data-release': release.id,
    // RFC 9530: of the whole file, also where only a part of it is sent.
    'repr-digest': `sha-256=:${digest.toString('base64')}:`,
    'content-disposition': `attachment; filename="${file.name}"`
  })
  const known = request.headers['if-none-match']
  if (known !== undefined && matchesTag(known, etag)) {
    stream.destroy()
    await reply.code(304).send()
    return true
  }
  const text = /^text\/|json/.test(file.media_type) ? '; charset=utf-8' : ''
  await reply.code(statusCode).headers(headers).type(`${file.media_type}${text}`).send(stream)
  return true
}
