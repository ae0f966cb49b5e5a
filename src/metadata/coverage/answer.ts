/** `/coverage`: the measures in every format. */

import { type SQL, sql } from 'drizzle-orm'
import type { Release } from '../../engine/definition/release.ts'
import type { Format } from '../../engine/format/formats.ts'
import { addressOf, type Links, metaOf } from '../../engine/links.ts'
import { exportAddresses } from '../../engine/request/format.ts'
import {
  readDialect,
  readFormat,
  readGiven,
  readLang,
  readRelease,
  readSome,
  refuse
} from '../../engine/request/parameters.ts'
import type { Answering, Asked, Query } from '../../engine/respond.ts'
import type { Service } from '../../engine/service.ts'
import type { Fault } from '../../http/errors/problems.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Words } from '../../i18n/words.ts'
import type { Coverage } from './coverage.ts'
import { COVERAGE_COLUMNS } from './columns.ts'

export const COVERAGE = 'coverage'
const COVERAGE_PARAMETERS = ['dataset', 'lang', 'release', 'format', 'dialect'] as const

const TITLE: Words = ['How complete the data are', 'Complétude des données']

const COLUMNS = sql.join(
  COVERAGE_COLUMNS.map(([name]) => sql.identifier(name)),
  sql`, `
)
const SQL_TYPES: Partial<Record<string, string>> = { integer: 'int', number: 'numeric' }
const TYPED = sql.join(
  COVERAGE_COLUMNS.map(([name, { kind }]) => sql`${sql.identifier(name)} ${sql.raw(SQL_TYPES[kind] ?? 'text')}`),
  sql`, `
)

/** The measures as a table, so that the database writes them as it writes everything else. */
const tableOf = (measures: readonly Coverage[], rows: 'json' | 'cells'): SQL => {
  const picked = rows === 'json' ? sql`(select row_to_json(r)::text from (select ${COLUMNS}) r)` : COLUMNS
  return sql`select ${picked} from json_to_recordset(${JSON.stringify(measures)}::json) as measured(${TYPED})`
}

type CoverageQuery = Query & { datasets: readonly string[]; filter: readonly Parameter[] }
type CoverageAsked<F extends Format = Format> = Asked<CoverageQuery, F>

function readQuery(service: Service, parameters: readonly Parameter[]): CoverageQuery {
  const faults: Fault[] = []
  const given = readGiven(parameters, COVERAGE_PARAMETERS, faults)
  const names = service.datasets.map(({ name }) => name)
  const datasets = readSome('dataset', given.get('dataset'), names, faults)
  const release = readRelease(given.get('release'), service.releases, faults)
  const format = readFormat(given.get('format'), faults)
  const dialect = readDialect(given.get('dialect'), faults)
  const lang = readLang(given.get('lang'), faults)
  refuse(faults)
  const filter: Parameter[] = [
    ...(given.has('dataset') ? [['dataset', datasets.join(',')] as const] : []),
    ...(lang ? [['lang', lang] as const] : [])
  ]
  const pinned = release !== undefined
  return { datasets, filter, release: release ?? service.releases.current(), pinned, format, dialect, lang }
}

/** How the measures of some datasets or all are answered. */
export const coverageAnswer = (
  service: Service,
  coverageOf: (release: Release) => Promise<readonly Coverage[]>
): Answering<CoverageQuery> => {
  const measured = async ({ datasets, release }: CoverageQuery) =>
    (await coverageOf(release)).filter(({ dataset }) => datasets.includes(dataset))
  return {
    read: parameters => readQuery(service, parameters),
    key: ({ datasets }) => [COVERAGE, datasets.join()],
    speaks: () => false,
    json: async asked => {
      const data = await measured(asked.query)
      const links = linksOf(asked)
      const meta = { ...metaOf(service, COVERAGE, asked.query.release), total: data.length }
      return { links, body: JSON.stringify({ data, meta, links }) }
    },
    rows: async asked => {
      const data = await measured(asked.query)
      const links = linksOf(asked)
      return {
        links,
        fileName: `${COVERAGE}-${asked.query.release.id}`,
        select: tableOf(data, asked.format.copy.rows),
        title: TITLE,
        columns: COVERAGE_COLUMNS,
        rows: data.length,
        permalink: links.permalink as string
      }
    }
  }
}

function linksOf({ service, query, origin, format }: CoverageAsked): Links {
  const { filter, release, pinned } = query
  const pin: Parameter[] = [['release', release.id]]
  const same = pinned ? [...filter, ...pin] : filter
  return {
    self: addressOf(service, origin, COVERAGE, same),
    permalink: addressOf(service, origin, COVERAGE, [...filter, ...pin]),
    ...exportAddresses(format, (ending, form) =>
      addressOf(service, origin, `${COVERAGE}${ending}`, [...same, ...form])
    ),
    docs: `${origin}/docs/service`
  }
}
