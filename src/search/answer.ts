/** How a search is answered: its hits with why they match, in every format. */
import type { Format } from '../engine/format/formats.ts'
import { addressOf, type Links, metaOf } from '../engine/links.ts'
import { exportAddresses, formatParameters } from '../engine/request/format.ts'
import type { Answering, Asked } from '../engine/respond.ts'
import type { Service } from '../engine/service.ts'
import type { Parameter } from '../http/query-string.ts'
import { wordsIn } from '../i18n/words.ts'
import { tableOf } from '../indicators/table.ts'
import { HIT_COLUMNS } from './columns.ts'
import { openDefinitions } from './definitions.ts'
import { bestOf, type Found, findAll } from './hits.ts'
import { readSearch, type SearchQuery } from './question.ts'
import type { Names } from './rows.ts'

export const SEARCH_PATH = 'search'

const pinOf = ({ pinned, release }: SearchQuery): Parameter[] => (pinned ? [['release', release.id]] : [])

export function searchOf(service: Service, names: Names): Answering<SearchQuery> {
  const definitions = openDefinitions(service)
  const find = ({ origin, lang, query }: Asked<SearchQuery>): Promise<Found[]> =>
    findAll({ service, origin, lang, query }, names, definitions)
  return {
    read: parameters => readSearch(parameters, service),
    key: ({ asked }) => [SEARCH_PATH, JSON.stringify(asked)],
    speaks: () => true,
    json: async asked => {
      const { query, origin, lang } = asked
      const found = await find(asked)
      const data = bestOf(
        found.flatMap(({ hits }) => hits),
        query.limit
      )
      const links = linksOf(asked)
      const meta = {
        ...metaOf(service, SEARCH_PATH, query.release),
        total: found.reduce((sum, { total }) => sum + total, 0),
        returned: data.length,
        types: found.map(({ type, label, total, path, asked: how }) => ({
          type,
          label: wordsIn(label, lang),
          total,
          url: addressOf(service, origin, path, [...how, ...pinOf(query)])
        }))
      }
      return { links, body: JSON.stringify({ data, meta, links }) }
    },
    rows: async asked => {
      const { query, format } = asked
      const found = await find(asked)
      const data = bestOf(
        found.flatMap(({ hits }) => hits),
        query.limit
      )
      const links = linksOf(asked)
      return {
        links,
        fileName: `${SEARCH_PATH}-${query.release.id}`,
        select: tableOf(data, HIT_COLUMNS, format.copy),
        title: ['Search', 'Recherche'],
        columns: HIT_COLUMNS,
        rows: data.length,
        permalink: links.permalink as string
      }
    }
  }
}

function linksOf({ service, query, origin, format }: Asked<SearchQuery, Format>): Links {
  const { asked, release } = query
  const pin = pinOf(query)
  return {
    self: addressOf(service, origin, SEARCH_PATH, [...asked, ...pin]),
    permalink: addressOf(service, origin, SEARCH_PATH, [
      ...asked,
      ...formatParameters(format),
      ['release', release.id]
    ]),
    ...exportAddresses(format, (suffix, form) =>
      addressOf(service, origin, `${SEARCH_PATH}${suffix}`, [...asked, ...form, ...pin])
    ),
    docs: `${origin}/docs/${SEARCH_PATH}`
  }
}
