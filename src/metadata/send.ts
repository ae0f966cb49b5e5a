/** A document made from definitions: the same for everybody who asks for the same release in the same language. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Release } from '../engine/definition/release.ts'
import { readGiven, readLang, readRelease, refuse } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import type { Fault } from '../http/errors/problems.ts'
import { originOf } from '../http/origin.ts'
import { readParameters } from '../http/query-string.ts'
import { respond } from '../http/respond.ts'
import { languageVary, type Varying } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'

export type Asked = {
  origin: string
  release: Release
  /** Whether the request names its release. */
  pinned: boolean
  /** Undefined where the document speaks no language, or all of them. */
  lang?: Lang | undefined
  /** The headers that chose it. */
  vary?: readonly Varying[]
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
  const asked = { origin: originOf(request, publicUrl), release: release ?? releases.current(), pinned: !!release }
  if (!names.includes('lang')) return asked
  return { ...asked, lang: languageOf(lang, request.headers['accept-language']), vary: languageVary(lang) }
}

type Answer = {
  /** Names the document among all others. */
  name: string
  type: string
  /** What the bytes depend on beside name, release and language. */
  parts?: readonly string[]
  write: () => string | Promise<string>
}

/** Answers with the document; it is written where the client does not hold it. */
export const sendDocument = (
  { build }: Service,
  { origin, release, pinned, lang, vary = [] }: Asked,
  { name, type, parts = [], write }: Answer,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> =>
  respond(
    request,
    reply,
    {
      type,
      key: [build, origin, name, release.id, String(pinned), ...parts],
      lifetime: pinned ? 'immutable' : 'moving',
      modified: release.published_at,
      release: release.id,
      lang,
      vary
    },
    write
  )
