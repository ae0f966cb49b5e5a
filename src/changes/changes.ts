/** All changes from one release to another: pages in JSON, or everything in an export. */

import { type SQL, sql } from 'drizzle-orm'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { ExportFormat } from '../engine/export/send.ts'
import type { Format } from '../engine/format/formats.ts'
import { addressOf, type Links, metaOf } from '../engine/links.ts'
import { writeCursor } from '../engine/request/cursor.ts'
import { exportAddresses, formatParameters } from '../engine/request/format.ts'
import { DEFAULT_LIMIT } from '../engine/request/parameters.ts'
import type { Answering, Asked, ExportAnswer, JsonAnswer } from '../engine/respond.ts'
import type { Service } from '../engine/service.ts'
import { CHANGE_COLUMNS } from './columns.ts'
import { CHANGE_ORDER, countChanges, type Span, selectChanges, selectMoved } from './compare.ts'
import { type ChangesQuery, fingerprintOf, LAST_POSITION, type Place, readChangesQuery } from './question.ts'

export const NAME = 'changes'

/** Records looked at together where conditions may leave few of them. */
const FILTERED_AT_ONCE = 5000

const COLUMNS = sql.raw(CHANGE_COLUMNS.map(([name]) => name).join(', '))

type ChangesAsked<F extends Format = Format> = Asked<ChangesQuery, F>
type PageRow = Place & { row: string }

/** How `/changes` is answered. */
export const changesOf = (service: Service): Answering<ChangesQuery> => ({
  read: parameters => readChangesQuery(service, parameters),
  key: ({ asked, limit, place }) => [NAME, JSON.stringify([asked, limit, place])],
  speaks: () => false,
  json: writePage,
  rows: rowsOf
})

const spanOf = ({ since, release }: ChangesQuery): Span => ({ before: since.seq, after: release.seq })

/** Datasets with how many changes each has; two releases never change, so each is counted once. */
async function count({ service, query }: ChangesAsked): Promise<Map<Dataset, number>> {
  const { datasets, operations, conditions, restricting, release } = query
  const span = spanOf(query)
  const counts = await Promise.all(
    datasets.map(async dataset => {
      const key = JSON.stringify([NAME, span, dataset.name, operations, restricting])
      const known = service.totals.get(key)
      if (known !== undefined) return [dataset, known] as const
      const [row] = await service.reader.rows<{ total: number }>(
        countChanges(dataset, span, operations, conditions),
        release.seq
      )
      service.totals.set(key, row?.total ?? 0)
      return [dataset, row?.total ?? 0] as const
    })
  )
  return new Map(counts)
}

const sum = (counts: ReadonlyMap<Dataset, number>) => [...counts.values()].reduce((total, found) => total + found, 0)

/** Rows behind the place, read record by record, so that a page costs the same wherever it is. */
async function readPage({ service, query }: ChangesAsked, counts: ReadonlyMap<Dataset, number>, limit: number) {
  const { operations, conditions, release, place } = query
  const span = spanOf(query)
  const rows: PageRow[] = []
  const changed = [...counts].filter(([, found]) => found > 0).map(([dataset]) => dataset)
  const from = place
    ? changed.slice(
        Math.max(
          0,
          changed.findIndex(({ name }) => name === place.dataset)
        )
      )
    : changed
  for (const dataset of from) {
    let behind = place?.dataset === dataset.name ? place : undefined
    while (rows.length <= limit) {
      const page = { from: behind?.id, limit: conditions.size > 0 ? FILTERED_AT_ONCE : limit + 2 }
      const moved = await service.reader.rows<{ id: string }>(selectMoved(dataset, span, page), release.seq)
      const last = moved.at(-1)?.id
      if (last === undefined) break
      const ids = sql`select unnest(${sql.param(`{${moved.map(({ id }) => `"${id}"`).join(',')}}`)}::text[])`
      const changes = selectChanges(dataset, span, { rows: 'json', moved: ids, operations, conditions })
      const beyond = behind ? sql` where (id collate "C", position) > (${behind.id}, ${behind.position}::int)` : sql``
      const statement = sql`select dataset, id, position, (select row_to_json(r)::text from (select ${COLUMNS}) r) as row
        from (${changes}) c${beyond} order by ${CHANGE_ORDER} limit ${limit + 1 - rows.length}`
      rows.push(...(await service.reader.rows<PageRow>(statement, release.seq)))
      if (moved.length < page.limit) break
      behind = { dataset: dataset.name, id: last, position: LAST_POSITION }
    }
    if (rows.length > limit) break
  }
  return rows
}

function linksOf({ service, query, origin, format }: ChangesAsked, next: Place | undefined): Links {
  const { asked, limit, release, pinned, place } = query
  const size = limit === undefined ? [] : [['limit', String(limit)] as const]
  const pin = pinned ? [['release', release.id] as const] : []
  const at = ({ dataset, id, position }: Place) =>
    writeCursor({ release: release.id, query: fingerprintOf(asked), key: [dataset, id, position], backwards: false })
  const form = [...asked, ...formatParameters(format)]
  const to = (...more: (readonly [string, string])[]) => addressOf(service, origin, NAME, [...form, ...size, ...more])
  return {
    self: to(...pin, ...(place ? [['cursor', at(place)] as const] : [])),
    first: to(...pin),
    next: next ? to(...pin, ['cursor', at(next)]) : null,
    permalink: addressOf(service, origin, NAME, [...form, ['release', release.id]]),
    ...exportAddresses(format, (suffix, dialect) =>
      addressOf(service, origin, `${NAME}${suffix}`, [...asked, ...dialect, ...pin])
    ),
    docs: `${origin}/docs/service`
  }
}

async function writePage(asked: ChangesAsked): Promise<JsonAnswer> {
  const { service, query } = asked
  const limit = query.limit ?? DEFAULT_LIMIT
  const counts = await count(asked)
  const found = await readPage(asked, counts, limit)
  const rows = found.slice(0, limit)
  const links = linksOf(asked, found.length > limit ? rows.at(-1) : undefined)
  const { since, release } = query
  const meta = { ...metaOf(service, NAME, release), since: since.id, total: sum(counts), returned: rows.length }
  const data = rows.map(({ row }) => row).join(',')
  return { links, body: `{"data":[${data}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}` }
}

async function rowsOf(asked: ChangesAsked<ExportFormat>): Promise<ExportAnswer> {
  const { query } = asked
  const { copy } = asked.format
  const { since, release, operations, conditions, limit, place } = query
  const counts = await count(asked)
  const paged = limit !== undefined || place !== undefined
  const page = paged
    ? (await readPage(asked, counts, limit ?? DEFAULT_LIMIT)).slice(0, limit ?? DEFAULT_LIMIT)
    : undefined
  const rows = page ? page.length : sum(counts)
  const links = linksOf(asked, undefined)
  const span = spanOf(query)
  const arms = [...counts].map(([dataset, found], ordinal): SQL => {
    const moved = found > 0 ? selectMoved(dataset, span) : sql`select null::text where false`
    return sql`select ${sql.raw(String(ordinal))} as ordinal, a.* from (${selectChanges(dataset, span, { rows: copy.rows, moved, operations, conditions })}) a`
  })
  const first = page?.[0]
  const all = sql`(${sql.join(arms, sql` union all `)}) c`
  const picked = copy.rows === 'json' ? sql`(select row_to_json(r)::text from (select ${COLUMNS}) r)` : COLUMNS
  const only = first ? whereBetween(first, page?.at(-1) ?? first, [...counts.keys()]) : sql``
  const statement = sql`select ${picked} from ${all}${only} order by ordinal, ${CHANGE_ORDER}`
  return {
    links,
    fileName: `changes-${since.id}-to-${release.id}`,
    select: page?.length === 0 ? sql`${statement} limit 0` : statement,
    title: [`Changes from ${since.id} to ${release.id}`, `Changements de ${since.id} à ${release.id}`],
    columns: CHANGE_COLUMNS,
    rows,
    permalink: links.permalink as string
  }
}

/** The rows from the first of a page to its last. */
function whereBetween(first: Place, last: Place, datasets: readonly Dataset[]): SQL {
  const key = ({ dataset, id, position }: Place) => {
    const ordinal = datasets.findIndex(({ name }) => name === dataset)
    return sql`(${ordinal}::int, ${id}::text collate "C", ${position}::int)`
  }
  return sql` where (ordinal, id collate "C", position) between ${key(first)} and ${key(last)}`
}
