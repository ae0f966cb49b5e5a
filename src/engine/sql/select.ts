/** From a question to SQL, as a value: nothing here talks to a database. */
import { type SQL, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { constant, isConstant } from '../../db/constant.ts'
import type { VersionedTable } from '../../db/tables.ts'
import { type Dataset, searchedTables } from '../definition/dataset.ts'
import type { Field } from '../definition/field.ts'
import { type Condition, canonicalText, toWhere } from '../definition/filter.ts'
import { searchTerms } from '../definition/search-syntax.ts'
import { eachValue } from '../definition/split.ts'
import { type KeyValue, keyExpression, keysetCondition, orderBy, type SortKey } from './order-by.ts'
import { joinsFor } from './tables.ts'

/** Columns that are asked for together, by their names and order. */
const KEPT_SHAPES = 500

/** The number of a release in order of publication: known, or a column that holds it. */
export type Moment = number | SQL

export type Selection = {
  dataset: Dataset
  seq: Moment
  conditions: ReadonlyMap<string, Condition>
  /** Those terms of the search, by their place, that are in so many rows that looking is faster than asking an index. */
  common?: ReadonlySet<number>
}

export type Listing = Selection & {
  columns: readonly string[]
  order: readonly SortKey[]
  limit?: number
  after?: { key: readonly KeyValue[]; backwards: boolean }
  /** These rows only, by the columns that tell rows apart. */
  keys?: readonly (readonly (string | null)[])[]
}

/** How a selected row is written by the database. */
export type Shape = (columns: readonly (readonly [name: string, field: Field])[]) => SQL

/** The public id, which need not be the id of the table's versions. */
export const idOf = (dataset: Dataset): SQL => (dataset.fields.id as Field).value

/** The columns that tell two rows apart. */
export const keyColumns = ({ split }: Dataset): string[] => ['id', ...(split ? [split.columns.value] : [])]

export const validIn = (table: VersionedTable, seq: Moment): SQL =>
  sql`${table.valid_from} <= ${seq} and (${table.valid_to} is null or ${table.valid_to} > ${seq})`

/** The rows with a term in one of their texts: every table is asked by its own index, as no index holds several tables. */
const withTerm = ({ dataset, seq }: Pick<Selection, 'dataset' | 'seq'>, query: SQL): SQL => {
  const { table } = dataset
  const found = searchedTables(dataset).map(({ vector, path }) => {
    const joins = path.map(join => sql` join ${join.table} on ${join.on} and ${validIn(join.table, seq)}`)
    return sql`select ${table.id} from ${table}${sql.join(joins)} where ${vector} @@ ${query} and ${validIn(table, seq)}`
  })
  return sql.join(found, sql` union all `)
}

/** How many rows PostgreSQL expects to have this term, as the plan of a query that does not run. */
export const explainTerm = (selection: Pick<Selection, 'dataset' | 'seq'>, query: SQL): SQL =>
  sql`explain (format json) ${withTerm(selection, query)}`

type Where = { condition: SQL; read: readonly SQL[] }

/** Full-text search: each term must occur in a text of the row, or in none. A common one is looked for in every row. */
function searchWhere(selection: Selection, condition: Condition): Where {
  const { dataset, common } = selection
  const vectors = searchedTables(dataset).map(({ vector }) => vector)
  const terms = searchTerms(canonicalText(condition)).map(({ query, negated }, index) => {
    if (!common?.has(index))
      return sql`${dataset.table.id} ${negated ? sql`not in` : sql`in`} (${withTerm(selection, query)})`
    const found = vectors.map(vector => sql`coalesce(${vector} @@ ${query}, false)`)
    return sql`${negated ? sql`not` : sql``} (${sql.join(found, sql` or `)})`
  })
  return { condition: sql.join(terms, sql` and `), read: common?.size ? vectors : [] }
}

/** The conditions by the names of their filters, each with what it reads of the joined row. */
function conditionsOf(selection: Selection): Map<string, Where> {
  const { dataset, conditions } = selection
  return new Map(
    [...conditions].map(([name, condition]) => {
      const filter = dataset.filters[name]
      if (filter?.comparison === 'words') return [name, searchWhere(selection, condition)]
      const where = filter ? toWhere(filter, condition) : sql`true`
      return [name, { condition: where, read: [where] }]
    })
  )
}

/** The conditions in SQL, by the names of their filters. */
export const wheresOf = (selection: Selection): Map<string, SQL> =>
  new Map([...conditionsOf(selection)].map(([name, { condition }]) => [name, condition]))

/** The rows of a selection, joined with the tables that its conditions or the expressions in `read` need. */
export const fromWhere = (selection: Selection, read: readonly SQL[], further: readonly SQL[] = []): SQL => {
  const { dataset, seq } = selection
  const filters = [...conditionsOf(selection).values()]
  const own = [validIn(dataset.table, seq), ...(dataset.only ? [dataset.only] : []), ...further]
  const split = dataset.split ? [dataset.split.list] : []
  const all = [...own, ...filters.map(({ condition }) => condition)]
  const joins = joinsFor(dataset.joins ?? [], [
    ...own,
    ...filters.flatMap(filter => filter.read),
    ...read,
    ...split
  ]).map(({ table, on }) => sql` left join ${table} on ${on} and ${validIn(table, seq)}`)
  return sql`from ${dataset.table}${sql.join([...joins, ...split.map(eachValue)])} where ${sql.join(all, sql` and `)}`
}

const picked = ({ dataset, columns }: Listing) => columns.map(name => [name, dataset.fields[name] as Field] as const)

/** Keeps what was written of the same columns of a dataset; labels, which are in it as values, are written anew. */
function kept(shape: Shape): Shape {
  const known = new LRUCache<string, { columns: Parameters<Shape>[0]; selected: SQL }>({ max: KEPT_SHAPES })
  return columns => {
    if (!columns.every(([, { value }]) => isConstant(value))) return shape(columns)
    const names = columns.map(([name]) => name).join()
    const found = known.get(names)
    if (found?.columns.every(([, field], place) => field === columns[place]?.[1])) return found.selected
    const selected = constant(shape(columns))
    known.set(names, { columns, selected })
    return selected
  }
}

const asColumns: Shape = kept(columns =>
  sql.join(
    columns.map(([name, { value }]) => sql`${value} as ${sql.identifier(name)}`),
    sql`, `
  )
)

/** JSON as PostgreSQL writes it: the same text in lists, items and NDJSON. */
export const asJson: Shape = columns => sql`(select row_to_json(r)::text from (select ${asColumns(columns)}) r)`

/** A value as the text of one cell; lists joined by `|`. */
export const cellOf = (kind: Field['kind'], value: SQL): SQL =>
  kind === 'list' ? sql`array_to_string(${value}, '|')` : kind === 'boolean' ? sql`${value}::text` : value

/** One text per column. */
export const asCells: Shape = kept(columns =>
  sql.join(
    columns.map(([name, { kind, value }]) => sql`${cellOf(kind, value)} as ${sql.identifier(name)}`),
    sql`, `
  )
)

/** The condition that a row has one of these keys: one value of a statement that stays the same, however many there are. */
function isOneOf(dataset: Dataset, keys: readonly (readonly (string | null)[])[]): SQL {
  if (keys.length === 0) return sql`false`
  const columns = keyColumns(dataset).map(name => (dataset.fields[name] as Field).value)
  // No value of a list is empty, so that the missing one can be written so.
  const present = columns.map((value, index) => (index > 0 ? sql`coalesce(${value}, '')` : value))
  const parts = columns.map((_, index) => sql`coalesce(key ->> ${sql.raw(String(index))}, '')`)
  const list = (some: readonly SQL[]) => sql.join([...some], sql`, `)
  return sql`(${list(present)}) in (select ${list(parts)} from json_array_elements(${JSON.stringify(keys)}::text::json) as keys(key))`
}

/** The rows of a listing, each in the given shape. */
export function selectRows(listing: Listing, shape: Shape): SQL {
  const { dataset, order, limit, after, keys } = listing
  const place = after ? [keysetCondition(order, after.key, after.backwards)] : []
  if (keys) place.push(isOneOf(dataset, keys))
  const selected = shape(picked(listing))
  const sorted = orderBy(order, after?.backwards ?? false)
  if (limit === undefined || dataset.split) {
    const rows = sql`select ${selected} ${fromWhere(listing, [selected, sorted], place)} order by ${sorted}`
    return limit === undefined ? rows : sql`${rows} limit ${limit}`
  }
  // First which rows, then what is shown of them: so that what the rows are joined with is read for these few alone.
  const { table } = dataset
  const found = sql`select ${table.id} ${fromWhere(listing, [sorted], place)} order by ${sorted} limit ${limit}`
  const these = fromWhere({ ...listing, conditions: new Map() }, [selected, sorted], [sql`${table.id} in (${found})`])
  return sql`select ${selected} ${these} order by ${sorted}`
}

/** All rows of a listing as JSON: written when they are in order, since the planner would rather sort short texts. */
export const selectJson = (listing: Listing): SQL =>
  sql`select row_to_json(r)::text from (${selectRows(listing, asColumns)}) r`

/** A page: JSON rows with the sort keys that cursors are made of. */
export const selectPage = (listing: Listing): SQL => {
  const keys = listing.order.map(({ field }) => keyExpression(field))
  return selectRows(
    listing,
    columns => sql`${asJson(columns)} as row, json_build_array(${sql.join(keys, sql`, `)})::text as key`
  )
}

export const selectCount = (selection: Selection): SQL => sql`select count(*)::int as total ${fromWhere(selection, [])}`

const meansOneOf = (dataset: Dataset, names: readonly string[]): SQL => {
  const spellings = sql.join(
    names.map(name => sql`${name}`),
    sql`, `
  )
  const means = ['id', ...(dataset.aliases ?? [])].map(
    column => sql`${dataset.fields[column]?.value} in (${spellings})`
  )
  return sql`(${sql.join(means, sql` or `)})`
}

/** The rows that one of these names means: by id, or by a column that names one row as well. */
export const selectItem = (listing: Omit<Listing, 'order'>, names: readonly string[]): SQL => {
  const { dataset } = listing
  const selected = sql`${idOf(dataset)} as id, ${asJson(picked({ ...listing, order: [] }))} as row`
  return sql`select ${selected} ${fromWhere(listing, [selected], [meansOneOf(dataset, names)])} order by 1 limit 2`
}

/** The ids that one of these names ever meant, in any release. */
export const selectIdentity = (dataset: Dataset, names: readonly string[]): SQL => {
  const joins = (dataset.joins ?? []).map(({ table, on }) => sql` left join ${table} on ${on}`)
  return sql`select distinct ${idOf(dataset)} as id from ${dataset.table}${sql.join(joins)} where ${meansOneOf(dataset, names)} order by 1 limit 2`
}

/** The releases an id was ever valid in, as the first and (exclusive) the last. */
export const selectSpans = (dataset: Dataset, id: string): SQL =>
  sql`select valid_from as since, valid_to as until from ${dataset.table} where ${idOf(dataset)} = ${id} order by 1`
