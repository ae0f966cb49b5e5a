/** A document made from definitions: the same for everybody who asks for the same release in the same language. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Release } from '../engine/definition/release.ts'
import { readGiven, readLang, readRelease, refuse } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { isFresh } from '../http/caching.ts'
import type { Fault } from '../http/errors/problems.ts'
import { originOf } from '../http/origin.ts'
import { readParameters } from '../http/query-string.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'

export type Asked = {
  origin: string
  release: Release
  /** Whether the request names its release. */
  pinned: boolean
  /** Undefined where the document speaks no language, or all of them. */
  lang?: Lang | undefined
}

/** Reads a request that may only name a language and a release. Throws a Problem that holds every fault. */
export function readAsked(
  { releases, publicUrl }: Service,
  request: FastifyRequest,
  names: readonly ('lang' | 'release')[]
): Asked {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), names, faults)
  const release = readRelease(given.get('release'), releases, faults)
  const lang = readLang(given.get('lang'), faults)
  refuse(faults)
  return {
    origin: originOf(request, publicUrl),
    release: release ?? releases.current(),
    pinned: release !== undefined,
    lang: names.includes('lang') ? languageOf(lang, request.headers['accept-language']) : undefined
  }
}

type Answer = {
  /** Names the document among all others. */
  name: string
  type: string
  /** What the bytes depend on beside name, release and language. */
  parts?: readonly string[]
  write: () => string | Promise<string>
}

/** Answers with the document, or with a 304 before it is written. */
export async function sendDocument(
  { build }: Service,
  { origin, release, pinned, lang }: Asked,
  { name, type, parts = [], write }: Answer,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> {
  const key = [build, origin, name, release.id, String(pinned), ...parts]
  reply.type(type).header('data-release', release.id)
  if (isFresh(request, reply, { parts: key, modified: release.published_at, pinned, lang }))
    return reply.code(304).send()
  return reply.send(await write())
}
