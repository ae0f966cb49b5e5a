/** `/coverage`: the measures in every format. */

import { type SQL, sql } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Release } from '../../engine/definition/release.ts'
import { hasWords, isExport, sendExport } from '../../engine/export/send.ts'
import { type Format, formatKey } from '../../engine/format/formats.ts'
import { addressOf, type Links, linkHeader, metaOf } from '../../engine/links.ts'
import { chooseFormat, exportAddresses } from '../../engine/request/format.ts'
import {
  readDialect,
  readFormat,
  readGiven,
  readLang,
  readRelease,
  readSome,
  refuse
} from '../../engine/request/parameters.ts'
import type { Service } from '../../engine/service.ts'
import { isFresh } from '../../http/caching.ts'
import { originOf } from '../../http/origin.ts'
import type { Fault } from '../../http/errors/problems.ts'
import { type Parameter, readParameters } from '../../http/query-string.ts'
import { languageOf } from '../../i18n/negotiation.ts'
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

/** Answers the measures of some datasets or all; `suffix` is the format that the path names. */
export async function answerCoverage(
  service: Service,
  coverageOf: (release: Release) => Promise<readonly Coverage[]>,
  suffix: Format | undefined,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), COVERAGE_PARAMETERS, faults)
  const names = service.datasets.map(({ name }) => name)
  const chosen = readSome('dataset', given.get('dataset'), names, faults)
  const named = readRelease(given.get('release'), service.releases, faults)
  const written = {
    format: readFormat(given.get('format'), faults),
    dialect: readDialect(given.get('dialect'), faults)
  }
  const asked = readLang(given.get('lang'), faults)
  refuse(faults)

  const format = chooseFormat(request, suffix, written)
  const lang = languageOf(asked, request.headers['accept-language'])
  const origin = originOf(request, service.publicUrl)
  const release = named ?? service.releases.current()
  const pinned = named !== undefined
  const parts = [service.build, origin, release.id, COVERAGE, formatKey(format), chosen.join(), String(pinned)]
  reply.type(format.contentType).header('data-release', release.id)
  const spoken = hasWords(format) ? lang : undefined
  if (isFresh(request, reply, { parts, modified: release.published_at, pinned, lang: spoken }))
    return reply.code(304).send()

  const data = (await coverageOf(release)).filter(({ dataset }) => chosen.includes(dataset))
  const filter: Parameter[] = [
    ...(given.has('dataset') ? [['dataset', chosen.join(',')] as const] : []),
    ...(asked ? [['lang', asked] as const] : [])
  ]
  const links = linksOf(service, origin, format, filter, release, pinned)
  reply.header('link', linkHeader(service, origin, links))
  if (!isExport(format)) {
    const meta = { ...metaOf(service, COVERAGE, release), total: data.length }
    return reply.send(JSON.stringify({ data, meta, links }))
  }
  const exported = {
    format,
    fileName: `${COVERAGE}-${release.id}`,
    select: tableOf(data, format.copy.rows),
    title: TITLE,
    columns: COVERAGE_COLUMNS,
    rows: data.length,
    notes: [],
    release,
    permalink: links.permalink as string,
    origin,
    lang
  }
  return sendExport(service, exported, request, reply)
}

function linksOf(
  service: Service,
  origin: string,
  format: Format,
  filter: readonly Parameter[],
  release: Release,
  pinned: boolean
): Links {
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
