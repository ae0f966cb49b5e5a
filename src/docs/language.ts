/** In which language the documentation is asked for. */

import type { FastifyRequest } from 'fastify'
import { readGiven, readLang, refuse } from '../engine/request/parameters.ts'
import type { Fault } from '../http/errors/problems.ts'
import { readParameters } from '../http/query-string.ts'
import type { Representation } from '../http/respond.ts'
import { languageVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'

export type DocumentationLanguage = Pick<Representation, 'lifetime' | 'vary'> & { lang: Lang }

/** Reads a request that may only name a language: which, and what follows for caches. Throws a Problem with every fault. */
export function documentationLanguage(request: FastifyRequest): DocumentationLanguage {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), ['lang'], faults)
  const named = readLang(given.get('lang'), faults)
  refuse(faults)
  return { lang: languageOf(named, request.headers['accept-language']), lifetime: 'moving', vary: languageVary(named) }
}
