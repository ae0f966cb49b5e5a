/** `/search`, which looks into everything, and suggestions for it while somebody types. */
import type { FastifyInstance } from 'fastify'
import { addressOf, linkHeader, metaOf } from '../engine/links.ts'
import { serveAnswer } from '../engine/routes.ts'
import type { Service } from '../engine/service.ts'
import { documented } from '../http/operation.ts'
import { originOf } from '../http/origin.ts'
import { readParameters } from '../http/query-string.ts'
import { respond } from '../http/respond.ts'
import { languageVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { SEARCH_PATH, searchOf } from './answer.ts'
import { readTyped } from './question.ts'
import { openNames } from './rows.ts'
import { suggest } from './suggest.ts'

export const SUGGEST_PATH = `${SEARCH_PATH}/suggest`

export function serveSearch(app: FastifyInstance, service: Service): void {
  const names = openNames(service)
  const search = searchOf(service, names)
  const operations = { plain: documented('search'), suffixed: documented('exportSearch') }
  serveAnswer(app, service, `${service.prefix}/${SEARCH_PATH}`, operations, () => search)
  app.get(`${service.prefix}/${SUGGEST_PATH}`, documented('suggest'), async (request, reply) => {
    const query = readTyped(readParameters(request.raw.url ?? ''), service)
    const origin = originOf(request, service.publicUrl)
    const lang = languageOf(query.lang, request.headers['accept-language'])
    const { release, pinned, asked } = query
    const representation = {
      type: 'application/json; charset=utf-8',
      key: [service.build, origin, release.id, SUGGEST_PATH, JSON.stringify(asked), String(pinned)],
      lifetime: pinned ? ('immutable' as const) : ('moving' as const),
      modified: release.published_at,
      release: release.id,
      lang,
      vary: languageVary(query.lang)
    }
    return respond(request, reply, representation, async () => {
      const data = await suggest({ service, origin, lang, query }, names)
      const at = (path: string, more: readonly (readonly [string, string])[] = []) =>
        addressOf(service, origin, path, [...asked, ...more])
      const links = {
        self: at(SUGGEST_PATH, pinned ? [['release', release.id]] : []),
        permalink: at(SUGGEST_PATH, [['release', release.id]]),
        docs: `${origin}/docs/${SEARCH_PATH}`
      }
      const meta = { ...metaOf(service, SEARCH_PATH, release), returned: data.length }
      reply.header('link', linkHeader(service, origin, links))
      return JSON.stringify({ data, meta, links })
    })
  })
}
