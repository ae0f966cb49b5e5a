/** The order of rows, and the key a cursor remembers. Nulls come last in both directions; the id ends every order. */
import { type SQL, sql } from 'drizzle-orm'
import { beginningOf } from '../../db/columns.ts'
import { constant } from '../../db/constant.ts'
import { type Field, LONG_TEXT } from '../definition/field.ts'
import { type Condition, canonicalText, type Filter } from '../definition/filter.ts'

/** What of a dataset an order has to know. */
type Sorted = {
  fields: Readonly<Record<string, Field>>
  sort?: readonly string[]
  split?: { columns: { value: string } }
}

/** What rows are ordered by: a column, or something that stands in none, such as relevance. */
export type SortKey = { column: string; field: Field; descending: boolean }
/** An order by the names of columns alone. */
export type ColumnOrder = Omit<SortKey, 'field'>
export type KeyValue = string | number | boolean | null

const ranks = new WeakMap<Field, SQL>()

/**
 * Coded values are compared by their rank in the code list, from weakest to strongest; texts of any length by their
 * beginning, which an index can hold; all else by itself.
 */
export function keyExpression(field: Field): SQL {
  const { kind, schema, value } = field
  if (kind === 'text' && schema.maxLength === LONG_TEXT) return beginningOf(value)
  if (kind !== 'code') return value
  const known = ranks.get(field)
  if (known) return known
  const codes = (schema.enum as readonly string[]).map(code => sql`${code}`)
  const rank = constant(sql`array_position(array[${sql.join(codes, sql`, `)}]::text[], ${value}::text)`)
  ranks.set(field, rank)
  return rank
}

export const isSortable = (field: Field): boolean => field.kind !== 'list'

export const sortKey = (dataset: Sorted, column: string, descending = false): SortKey => ({
  column,
  field: dataset.fields[column] as Field,
  descending
})

/** The asked order, or the dataset's own, made total by the id, and by the value where a row has become several. */
export const completeOrder = (dataset: Sorted, asked: readonly SortKey[] | undefined): SortKey[] => {
  const keys = asked ?? (dataset.sort ?? []).map(column => sortKey(dataset, column))
  const last = ['id', ...(dataset.split ? [dataset.split.columns.value] : [])]
  const missing = last.filter(column => !keys.some(key => key.column === column))
  return [...keys, ...missing.map(column => sortKey(dataset, column))]
}

const RELEVANCE = 'relevance'
const RELEVANCE_STEPS = 1_000_000

/** The rows in which what is looked for counts most come first; a whole number, so that a cursor holds it exactly. */
export const byRelevance = ({ value, toSql }: Filter, condition: Condition): SortKey => ({
  column: RELEVANCE,
  descending: true,
  field: {
    kind: 'integer',
    value: sql`round(ts_rank(${value}, ${toSql(canonicalText(condition))}) * ${sql.raw(String(RELEVANCE_STEPS))})::int`,
    nullable: false,
    schema: { type: 'integer' },
    label: ['Relevance', 'Pertinence'],
    meaning: ['How well a row answers a search.', 'Dans quelle mesure une ligne répond à une recherche.']
  }
})

export const isByRelevance = (order: readonly SortKey[]): boolean => order.some(({ column }) => column === RELEVANCE)

/** The same order, with all rows equally relevant. */
export const withoutRelevance = (order: readonly SortKey[]): SortKey[] =>
  order.map(key => (key.column === RELEVANCE ? { ...key, field: { ...key.field, value: sql`0::int` } } : key))

export const orderBy = (order: readonly SortKey[], backwards: boolean): SQL =>
  sql.join(
    order.map(key => {
      const direction = key.descending === backwards ? sql`asc` : sql`desc`
      // An index holds one order of nulls, and answers an order that need not name any.
      const nulls = key.field.nullable ? sql` nulls ${sql.raw(backwards ? 'first' : 'last')}` : sql``
      return sql`${keyExpression(key.field)} ${direction}${nulls}`
    }),
    sql`, `
  )

/** The rows behind a key (or before it, backwards): equal in the first keys and beyond it in the next. */
export function keysetCondition(order: readonly SortKey[], key: readonly KeyValue[], backwards: boolean): SQL {
  const branches = order.map((last, index) => {
    const equal = order
      .slice(0, index)
      .map((earlier, at) => sql`${keyExpression(earlier.field)} is not distinct from ${key[at] ?? null}`)
    return sql`(${sql.join([...equal, past(last.field, key[index] ?? null, last.descending, backwards)], sql` and `)})`
  })
  const common = startOf(order[0], key[0] ?? null, backwards)
  return sql`(${common} and (${sql.join(branches, sql` or `)}))`
}

/** What all branches have in common: an index of the first key begins there, as it cannot with branches. */
function startOf(first: SortKey | undefined, value: KeyValue, backwards: boolean): SQL {
  if (!first || first.field.nullable || value === null) return sql`true`
  const expression = keyExpression(first.field)
  return first.descending === backwards ? sql`${expression} >= ${value}` : sql`${expression} <= ${value}`
}

function past(field: Field, value: KeyValue, descending: boolean, backwards: boolean): SQL {
  const expression = keyExpression(field)
  if (value === null) return backwards ? sql`${expression} is not null` : sql`false`
  const compared = descending === backwards ? sql`${expression} > ${value}` : sql`${expression} < ${value}`
  return field.nullable && !backwards ? sql`(${compared} or ${expression} is null)` : compared
}

/** Could this value be a key of this column? A cursor is checked with it before it reaches SQL. */
export const isCursorKey = ({ kind, nullable }: Field, value: unknown): value is KeyValue => {
  if (value === null) return nullable
  if (kind === 'boolean') return typeof value === 'boolean'
  if (kind === 'code' || kind === 'integer') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof value === 'string' && !value.includes('\0') && value.isWellFormed()
}
