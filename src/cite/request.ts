/** What a request to explain or to cite an address asks. */

import type { FastifyRequest } from 'fastify'
import { readGiven, readLang, refuse, unknown } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { type Fault, Problem } from '../http/errors/problems.ts'
import { originOf } from '../http/origin.ts'
import { readParameters } from '../http/query-string.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'
import { readTarget, type Target } from './parsed-url.ts'
import { STYLES } from './styles/styles.ts'

export const DESCRIBE_PARAMETERS = ['url', 'lang'] as const
export const CITE_PARAMETERS = ['url', 'style', 'lang'] as const

export type Asked = {
  origin: string
  lang: Lang
  /** The language that the request names. */
  named: Lang | undefined
  style: (typeof STYLES)[number] | undefined
  /** The address as it was given; undefined where none was. */
  url: string | undefined
}

const UNESCAPED = 'An & inside `url` is written %26, or it ends the address there.'

/** Reads the parameters. Throws one Problem that holds every fault. */
export function readAsked({ publicUrl }: Service, request: FastifyRequest, names: readonly string[]): Asked {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), names, faults)
  if (faults.length > 0 && given.has('url')) faults.push({ parameter: 'url', detail: UNESCAPED })
  const named = readLang(given.get('lang'), faults)
  const written = given.get('style')
  const style = STYLES.find(({ name }) => name === written)
  if (written !== undefined && !style) {
    const all = STYLES.map(({ name }) => name)
    faults.push(unknown('style', written, 'is not a style of citations', all))
  }
  refuse(faults)
  const lang = languageOf(named, request.headers['accept-language'])
  return { origin: originOf(request, publicUrl), lang, named, style, url: given.get('url') }
}

/** What the address in `url` asks; its faults are told apart from those of the request itself. */
export function targetOf(service: Service, { url, origin }: Asked): Target {
  if (!url) {
    throw new Problem('invalid-request', 'One thing is wrong with the request.', {
      errors: [
        {
          parameter: 'url',
          detail: `Name an address of this service, percent-encoded, such as url=${service.prefix}/members%3Fcountry%3DCL.`
        }
      ]
    })
  }
  try {
    return readTarget(service, origin, url)
  } catch (error) {
    if (!(error instanceof Problem) || error.errors.some(({ parameter }) => parameter === 'url')) throw error
    const { code, message, errors, headers } = error
    throw new Problem(code, `In the address that \`url\` holds: ${message}`, { errors: [...errors], headers })
  }
}
