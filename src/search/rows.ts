/** Rows of a dataset that a search finds: by the words of their texts, and by names that stand in no column. */
import { sql } from 'drizzle-orm'
import { datasetAt, SEARCH } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import { countRows } from '../engine/list/count.ts'
import { type Snippet, selectMatchingWords, snippetsOf } from '../engine/list/highlight.ts'
import { listingOf } from '../engine/list/page.ts'
import { type ListQuery, readListQuery } from '../engine/request/list-query.ts'
import type { Service } from '../engine/service.ts'
import { asJson, idOf, selectRows } from '../engine/sql/select.ts'
import type { Parameter } from '../http/query-string.ts'
import { LANGS } from '../i18n/words.ts'
import { type Entity, type EntityStore, entitiesOf, openEntities } from '../reconcile/entities.ts'
import { nameKey } from '../reconcile/names.ts'
import { TYPES } from '../reconcile/types.ts'
import { isPlain, scoreByNames, scoreByText, scoreOfPlace } from './score.ts'
import type { Row, RowType } from './types.ts'

/** What tells a reader that a row was found by a name of which none of its columns speaks. */
export const KNOWN_AS = 'known_as'

export type FoundRow = { id: string; row: Row; score: number; matched: string[]; highlight: Snippet[] }

const MOST_SNIPPETS = 4

/** The parameters of the list that finds the same. */
export const askedOf = ({ only }: RowType, search: string): Parameter[] => [[SEARCH, search], ...(only ? [only] : [])]

const belongs = ({ entity, only }: RowType, { rows }: Entity): boolean => {
  const row = rows.get(entity)
  return row !== undefined && (!only || row[only[0]] === only[1])
}

/** Names of the rows of a type, per release; what a spreadsheet is matched with is read once for both. */
export function openNames(service: Service): (type: RowType) => EntityStore {
  const own = new Map<RowType, EntityStore>()
  return type => {
    if (TYPES.includes(type.entity)) return entitiesOf(service)
    const store = own.get(type) ?? openEntities(service, [type.entity])
    own.set(type, store)
    return store
  }
}
export type Names = ReturnType<typeof openNames>

/** All names of a row that its columns hold. */
const namesOf = (type: RowType, row: Row): string[] => [
  ...LANGS.map(lang => type.title(row, lang)),
  ...(type.names ?? type.entity.names).flatMap(name => (typeof row[name] === 'string' ? [row[name] as string] : []))
]

/** Rows with a name that a text is, or begins; where `further` is set, only by names that no text of theirs holds. */
export async function rowsByName(
  names: Names,
  type: RowType,
  release: Release,
  search: string,
  further = false
): Promise<{ id: string; row: Row; score: number }[]> {
  const key = nameKey(search)
  if (key === '' || !isPlain(search)) return []
  const { names: index } = await names(type).of(release)
  const hasFurther = type.entity.knownAs !== undefined || type.entity.furtherNames !== undefined
  const placed = further && !hasFurther ? [...index.exact(key)].map(of => [of, 'whole'] as const) : index.placed(key)
  return [...placed].flatMap(([entity, place]) => {
    if (!belongs(type, entity)) return []
    const row = entity.rows.get(type.entity) as Row
    return [
      {
        id: entity.id,
        row,
        score: scoreByNames(namesOf(type, row), search) ?? scoreOfPlace(type.names ? 'word' : place)
      }
    ]
  })
}

type Ranked = { id: string; row: string; relevance: number }

/** The most relevant rows with the words in a text. */
async function rowsByText(service: Service, type: RowType, query: ListQuery, total: number, limit: number) {
  if (total === 0) return []
  const dataset = datasetAt(type.dataset, query.release)
  const listing = await listingOf(
    { service, dataset, query: { ...query, columns: Object.keys(dataset.fields) } },
    total
  )
  const relevance = listing.order.find(({ column }) => column === 'relevance')?.field.value ?? sql`0`
  const found = await service.reader.rows<Ranked>(
    selectRows(
      { ...listing, limit },
      picked => sql`${asJson(picked)} as row, ${idOf(dataset)} as id, (${relevance}) / 1e6::float8 as relevance`
    ),
    query.release.seq
  )
  return found.map(({ id, row, relevance: rank }) => {
    const read = JSON.parse(row) as Row
    return { id, row: read, score: scoreByNames(namesOf(type, read), search(query)) ?? scoreByText(rank) }
  })
}

const search = ({ asked }: ListQuery): string => asked.find(([name]) => name === SEARCH)?.[1] ?? ''

/** Which of these ids the words of a search find in a text. */
async function withWords(service: Service, type: RowType, query: ListQuery, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const dataset = datasetAt(type.dataset, query.release)
  // However many rows have the words: of them only these are looked at, and in no order.
  const listing = await listingOf({ service, dataset, query: { ...query, columns: ['id'] } }, Number.POSITIVE_INFINITY)
  const rows = await service.reader.rows<{ id: string }>(
    selectRows({ ...listing, keys: ids.map(id => [id]) }, () => sql`${idOf(dataset)} as id`),
    query.release.seq
  )
  return new Set(rows.map(({ id }) => id))
}

/** Columns whose code is what was looked for. */
const codesOf = ({ entity: { codes = [] } }: RowType, row: Row, text: string): string[] =>
  ['id', ...codes].filter(name => row[name] != null && nameKey(String(row[name])) === nameKey(text))

/** The best hits among the rows of a type, and how many there are. */
export async function findRows(
  service: Service,
  names: Names,
  type: RowType,
  release: Release,
  text: string,
  limit: number
): Promise<{ total: number; rows: FoundRow[] }> {
  const { dataset } = type
  const query = readListQuery(dataset, [...askedOf(type, text), ['release', release.id]], service.releases)
  const counted = await countRows(service, dataset, query)
  const [byText, byName] = await Promise.all([
    rowsByText(service, type, query, counted, limit),
    rowsByName(names, type, release, text, true)
  ])
  const worded = await withWords(
    service,
    type,
    query,
    byName.map(({ id }) => id)
  )
  const best = new Map(byText.map(found => [found.id, found]))
  for (const { id, row, score } of byName) {
    const known = best.get(id)
    best.set(id, { id, row: known?.row ?? row, score: Math.max(score, known?.score ?? 0) })
  }
  const chosen = [...best.values()].sort((a, b) => b.score - a.score).slice(0, limit)
  const highlights = await highlightsOf(
    service,
    type,
    release,
    text,
    chosen.map(({ row }) => row)
  )
  const rows = chosen.map((found, at) => {
    const highlight = highlights[at] ?? []
    const columns = [...new Set([...codesOf(type, found.row, text), ...highlight.map(({ field }) => field)])]
    const matched = columns.length > 0 ? columns : [KNOWN_AS]
    return { ...found, matched, highlight: highlight.slice(0, MOST_SNIPPETS) }
  })
  return { total: counted + byName.filter(({ id }) => !worded.has(id)).length, rows }
}

async function highlightsOf(
  service: Service,
  { dataset }: RowType,
  { seq }: Release,
  text: string,
  rows: readonly Row[]
) {
  if (rows.length === 0) return []
  const found = await service.reader.rows<{ word: string }>(selectMatchingWords(dataset, rows, text), seq)
  const meant = new Set(found.map(({ word }) => word))
  return rows.map(row => snippetsOf(dataset, row, meant))
}
