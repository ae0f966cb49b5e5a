/** The rows of a list that are shown: a page of them, or all in order. */
import type { Words } from '../../i18n/words.ts'
import { type Dataset, SEARCH } from '../definition/dataset.ts'
import type { ListQuery } from '../request/list-query.ts'
import type { Service } from '../service.ts'
import { isByRelevance, type KeyValue, withoutRelevance } from '../sql/order-by.ts'
import { type Listing, type Selection, selectPage } from '../sql/select.ts'
import { commonTerms } from './common-terms.ts'

export type Rows = { service: Service; dataset: Dataset; query: ListQuery }

type PageRow = { row: string; key: string }
export type Page = { rows: string[]; next: KeyValue[] | undefined; prev: KeyValue[] | undefined }

/** Of more rows that match a search, none stands out, and to rank them all would take seconds. */
const MAX_RANKED = 10_000
export const UNRANKED: Words = [
  'More than 10,000 rows match the search: they are in the order of their ids, not of relevance.',
  'Plus de 10 000 lignes répondent à la recherche : elles sont dans l’ordre des identifiants, et non par pertinence.'
]

/** Whether rows that were to come by relevance come by id; `total` is how many match. */
export const isUnranked = ({ order }: ListQuery, total: number): boolean => isByRelevance(order) && total > MAX_RANKED

export const selectionOf = ({ dataset, query }: Rows): Selection & { seq: number } => ({
  dataset,
  seq: query.release.seq,
  conditions: query.conditions
})

/** Rows that are looked up one by one: to find them in the order of an index could mean to walk through all of it. */
const MAX_FEW = 1000

/** The keys of the rows that match, where columns in memory have them and they are few. */
async function keysOfFew({ service, dataset, query }: Rows): Promise<[id: string][] | undefined> {
  const { conditions, release } = query
  if (conditions.size === 0) return undefined
  const tally = await service.copies.tally({ dataset, release, conditions }, [], false)
  return tally?.ids(MAX_FEW)?.map(id => [id])
}

/** `total` is how many rows match. */
export async function listingOf(answer: Rows, total: number): Promise<Listing> {
  const { service, query } = answer
  const selection = selectionOf(answer)
  const keys = await keysOfFew(answer)
  return {
    ...selection,
    ...(keys ? { conditions: new Map(), keys } : { common: await commonTerms(service, selection, total) }),
    columns: query.columns,
    order: isUnranked(query, total) ? withoutRelevance(query.order) : query.order,
    ...(query.cursor ? { after: query.cursor } : {})
  }
}

/**
 * One page, and the keys of its neighbours: one row more than asked tells whether there is another page. `total` is how
 * many rows match.
 */
export async function readPage(
  answer: Rows,
  limit: number,
  columns: readonly string[],
  total: Promise<number>
): Promise<Page> {
  const { service, query } = answer
  const backwards = query.cursor?.backwards ?? false
  const listing = await listingOf(answer, query.conditions.has(SEARCH) ? await total : 0)
  const statement = selectPage({ ...listing, columns, limit: limit + 1 })
  const found = await service.reader.rows<PageRow>(statement, query.release.seq)
  const more = found.length > limit
  const page = found.slice(0, limit)
  if (backwards) page.reverse()
  const keyOf = (row: PageRow | undefined) => (row ? (JSON.parse(row.key) as KeyValue[]) : undefined)
  return {
    rows: page.map(({ row }) => row),
    next: backwards || more ? keyOf(page.at(-1)) : undefined,
    prev: backwards ? (more ? keyOf(page[0]) : undefined) : query.cursor && keyOf(page[0])
  }
}
