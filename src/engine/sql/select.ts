/** From a question to SQL, as a value: nothing here talks to a database. */
import { type SQL, sql } from 'drizzle-orm'
import type { VersionedTable } from '../../db/tables.ts'
import { type Dataset, SEARCH, searchedTables } from '../definition/dataset.ts'
import type { Field } from '../definition/field.ts'
import { type Condition, canonicalText, toWhere } from '../definition/filter.ts'
import { wantedWords } from '../definition/search-syntax.ts'
import { type KeyValue, keyExpression, keysetCondition, orderBy, type SortKey } from './order-by.ts'

/** The number of a release in order of publication: known, or a column that holds it. */
export type Moment = number | SQL

export type Selection = {
  dataset: Dataset
  seq: Moment
  conditions: ReadonlyMap<string, Condition>
}

export type Listing = Selection & {
  columns: readonly string[]
  order: readonly SortKey[]
  limit?: number
  after?: { key: readonly KeyValue[]; backwards: boolean }
  /** These rows only. */
  ids?: readonly string[]
}

/** How a selected row is written by the database. */
export type Shape = (columns: readonly (readonly [name: string, field: Field])[]) => SQL

/** The public id, which need not be the id of the table's versions. */
export const idOf = (dataset: Dataset): SQL => (dataset.fields.id as Field).value

export const validIn = (table: VersionedTable, seq: Moment): SQL =>
  sql`${table.valid_from} <= ${seq} and (${table.valid_to} is null or ${table.valid_to} > ${seq})`

/** The conditions in SQL, by the names of their filters. */
export const wheresOf = ({ dataset, conditions }: Pick<Selection, 'dataset' | 'conditions'>): Map<string, SQL> =>
  new Map(
    [...conditions].map(([name, condition]) => {
      const filter = dataset.filters[name]
      return [name, filter ? toWhere(filter, condition) : sql`true`]
    })
  )

/**
 * Rows that may hold what is looked for. The filter itself compares words of several tables, which no index can answer;
 * this asks the index of each, in any release, and leaves the filter few rows to look at.
 */
const searchHints = ({ dataset, conditions }: Selection): SQL[] => {
  const condition = conditions.get(SEARCH)
  if (!condition || !dataset.filters[SEARCH]) return []
  const { table } = dataset
  return wantedWords(canonicalText(condition)).map(query => {
    const found = searchedTables(dataset).map(({ vector, path }) => {
      const joins = path.map(join => sql` join ${join.table} on ${join.on}`)
      return sql`select ${table.id} from ${table}${sql.join(joins)} where ${vector} @@ ${query}`
    })
    return sql`${table.id} in (${sql.join(found, sql` union all `)})`
  })
}

export const fromWhere = ({ dataset, seq, conditions }: Selection, further: readonly SQL[] = []): SQL => {
  const joins = (dataset.joins ?? []).map(
    ({ table, on }) => sql` left join ${table} on ${on} and ${validIn(table, seq)}`
  )
  const filters = wheresOf({ dataset, conditions }).values()
  const hints = searchHints({ dataset, seq, conditions })
  const all = [validIn(dataset.table, seq), ...(dataset.only ? [dataset.only] : []), ...hints, ...filters, ...further]
  return sql`from ${dataset.table}${sql.join(joins)} where ${sql.join(all, sql` and `)}`
}

const picked = ({ dataset, columns }: Listing) => columns.map(name => [name, dataset.fields[name] as Field] as const)

/** JSON as PostgreSQL writes it: the same text in lists, items and NDJSON. */
export const asJson: Shape = columns => {
  const values = columns.map(([name, { value }]) => sql`${value} as ${sql.identifier(name)}`)
  return sql`(select row_to_json(r)::text from (select ${sql.join(values, sql`, `)}) r)`
}

/** A value as the text of one cell; lists joined by `|`. */
export const cellOf = (kind: Field['kind'], value: SQL): SQL =>
  kind === 'list' ? sql`array_to_string(${value}, '|')` : kind === 'boolean' ? sql`${value}::text` : value

/** One text per column. */
export const asCells: Shape = columns =>
  sql.join(
    columns.map(([name, { kind, value }]) => sql`${cellOf(kind, value)} as ${sql.identifier(name)}`),
    sql`, `
  )

/** The rows of a listing, each in the given shape. */
export function selectRows(listing: Listing, shape: Shape): SQL {
  const { dataset, order, limit, after, ids } = listing
  const place = after ? [keysetCondition(order, after.key, after.backwards)] : []
  if (ids)
    place.push(
      ids.length > 0
        ? sql`${idOf(dataset)} in (${sql.join(
            ids.map(id => sql`${id}`),
            sql`, `
          )})`
        : sql`false`
    )
  const bound = limit === undefined ? sql`` : sql` limit ${limit}`
  return sql`select ${shape(picked(listing))} ${fromWhere(listing, place)} order by ${orderBy(order, after?.backwards ?? false)}${bound}`
}

/** A page: JSON rows with the sort keys that cursors are made of. */
export const selectPage = (listing: Listing): SQL => {
  const keys = listing.order.map(({ field }) => keyExpression(field))
  return selectRows(
    listing,
    columns => sql`${asJson(columns)} as row, json_build_array(${sql.join(keys, sql`, `)})::text as key`
  )
}

export const selectCount = (selection: Selection): SQL => sql`select count(*)::int as total ${fromWhere(selection)}`

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
  const picks = picked({ ...listing, order: [] })
  return sql`select ${idOf(dataset)} as id, ${asJson(picks)} as row ${fromWhere(listing, [meansOneOf(dataset, names)])} order by 1 limit 2`
}

/** The ids that one of these names ever meant, in any release. */
export const selectIdentity = (dataset: Dataset, names: readonly string[]): SQL => {
  const joins = (dataset.joins ?? []).map(({ table, on }) => sql` left join ${table} on ${on}`)
  return sql`select distinct ${idOf(dataset)} as id from ${dataset.table}${sql.join(joins)} where ${meansOneOf(dataset, names)} order by 1 limit 2`
}

/** The releases an id was ever valid in, as the first and (exclusive) the last. */
export const selectSpans = (dataset: Dataset, id: string): SQL =>
  sql`select valid_from as since, valid_to as until from ${dataset.table} where ${idOf(dataset)} = ${id} order by 1`
