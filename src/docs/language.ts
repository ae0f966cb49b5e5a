/** In which language the documentation is asked for. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { readGiven, readLang, refuse } from '../engine/request/parameters.ts'
import type { Fault } from '../http/errors/problems.ts'
import { readParameters } from '../http/query-string.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'

/** Reads a request that may only name a language, and sets the headers that say so. Throws a Problem with every fault. */
export function documentationLanguage(request: FastifyRequest, reply: FastifyReply): Lang {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), ['lang'], faults)
  const lang = languageOf(readLang(given.get('lang'), faults), request.headers['accept-language'])
  refuse(faults)
  reply.headers({
    'cache-control': 'public, max-age=300',
    'content-language': lang,
    vary: 'Accept-Encoding, Accept-Language'
  })
  return lang
}
