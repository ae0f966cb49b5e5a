/** Facets: for each value of a filter, the rows that match all the other filters. */

import { type SQL, sql } from 'drizzle-orm'
import { type Lang, type Words, wordsIn } from '../../i18n/words.ts'
import type { Tally } from '../columns/tally.ts'
import type { Filter } from '../definition/filter.ts'
import type { LabelBook } from '../labels.ts'
import { closedValues, eachOf, type GroupValue, groupedBy } from '../request/group-by.ts'
import { fromWhere, type Selection, wheresOf } from '../sql/select.ts'

/** Values one facet may hold; `meta.facets` says how many there are. */
export const MAX_VALUES = 1000

const MISSING: Words = ['Not known', 'Non connu']

export type FacetCount = { facet: string; value: GroupValue; count: number; values: number }

export type Bucket = { value: GroupValue; label: string; count: number }
export type Facets = {
  facets: Record<string, Bucket[]>
  /** How many values there are, and how many are here. */
  meta: Record<string, { total: number; returned: number }>
}

const isTrue = (conditions: readonly SQL[]): SQL =>
  conditions.length > 0 ? sql`(${sql.join([...conditions], sql` and `)}) is true` : sql`true`

/** Of values with as many rows, those come first whose bytes do, whatever a server makes of letters. */
const inBytes = ({ kind }: Filter, value: SQL): SQL =>
  kind === 'integer' || kind === 'boolean' ? value : sql`${value} collate "C"`

/**
 * All facets from one pass over the release: rows that agree in every facet's value are counted together first. Values
 * that match nothing are counted too, as zero, so that a facet shows what it could be set to.
 */
export function selectFacets(selection: Selection, names: readonly string[]): SQL {
  const { dataset } = selection
  const wheres = wheresOf(selection)
  const own = names.filter(name => wheres.has(name))
  const common = [...wheres].flatMap(([name, where]) => (own.includes(name) ? [] : [where]))
  const column = (name: string) => sql.identifier(`of ${name}`)
  const matches = (name: string) => sql.identifier(`is ${name}`)
  const values = names.map(name => sql`${groupedBy(dataset.filters[name] as Filter)} as ${column(name)}`)
  const flags = own.map(name => sql`${isTrue([wheres.get(name) as SQL])} as ${matches(name)}`)
  const grouped = [...names.map(column), ...own.map(matches), sql.identifier('rest')]
  const selected = [...values, ...flags, sql`${isTrue(common)} as rest`]
  const base = sql`select ${sql.join(selected, sql`, `)}, count(*) as n
    ${fromWhere({ ...selection, conditions: new Map() }, selected)} group by ${sql.join(
      grouped.map((_, index) => sql.raw(String(index + 1))),
      sql`, `
    )}`
  const facets = names.map(name => {
    const { join, value } = eachOf(dataset.filters[name] as Filter, sql`${column(name)}`, 'each')
    const others = own.filter(other => other !== name).map(other => sql`${matches(other)}`)
    const counted = sql.join([sql`rest`, ...others], sql` and `)
    return sql`(select ${name}::text as facet, to_jsonb(${value}) as value,
      coalesce(sum(n) filter (where ${counted}), 0)::int as count, (count(*) over ())::int as values
      from base${join} group by ${value} order by ${value} is null desc, 3 desc, ${inBytes(dataset.filters[name] as Filter, value)} limit ${MAX_VALUES})`
  })
  return sql`with base as materialized (${base}) ${sql.join(facets, sql` union all `)}`
}

const byBytes = (a: GroupValue, b: GroupValue) =>
  typeof a === 'string' && typeof b === 'string'
    ? Buffer.compare(Buffer.from(a), Buffer.from(b))
    : Number(a) - Number(b)

/** The same from columns in memory; undefined where they cannot be counted so. */
export function tallyFacets(tally: Tally, names: readonly string[]): FacetCount[] | undefined {
  const counts = names.map(facet => {
    const found = tally.facet(facet)?.map(({ values: [value = null], rows: count }) => ({ value, count }))
    if (found && found.length > MAX_VALUES) {
      const isKnown = ({ value }: { value: GroupValue }) => Number(value !== null)
      found.sort((a, b) => isKnown(a) - isKnown(b) || b.count - a.count || byBytes(a.value, b.value))
    }
    return found?.slice(0, MAX_VALUES).map(held => ({ facet, ...held, values: found.length }))
  })
  return counts.includes(undefined) ? undefined : counts.flatMap(found => found ?? [])
}

const compare = (a: GroupValue, b: GroupValue) => ((a ?? '') < (b ?? '') ? -1 : 1)

/** Closed lists in their own order, whole numbers from low to high, all else from the most to the fewest; null last. */
function inOrder(filter: Filter, counts: readonly FacetCount[]): Pick<Bucket, 'value' | 'count'>[] {
  const closed = closedValues(filter)
  const known = new Map(counts.map(({ value, count }) => [value, count]))
  const present = [...known.keys()].filter(value => value !== null)
  if (closed === undefined) {
    present.sort((a, b) => (filter.kind === 'integer' ? 0 : (known.get(b) ?? 0) - (known.get(a) ?? 0)) || compare(a, b))
  }
  const missing = filter.nullable || known.has(null) ? [null] : []
  return [...(closed ?? present), ...missing].map(value => ({ value, count: known.get(value) ?? 0 }))
}

/** The buckets of every facet with their labels. */
export function arrange(
  filters: Readonly<Record<string, Filter>>,
  names: readonly string[],
  counts: readonly FacetCount[],
  book: LabelBook,
  lang: Lang
): Facets {
  const result: Facets = { facets: {}, meta: {} }
  for (const name of names) {
    const filter = filters[name] as Filter
    const own = counts.filter(({ facet }) => facet === name)
    const buckets = inOrder(filter, own)
    const label = (value: GroupValue) =>
      value === null ? wordsIn(MISSING, lang) : (book.label(filter, String(value), lang) ?? String(value))
    result.facets[name] = buckets.map(({ value, count }) => ({ value, label: label(value), count }))
    result.meta[name] = { total: Math.max(own[0]?.values ?? 0, buckets.length), returned: buckets.length }
  }
  return result
}
