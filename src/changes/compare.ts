/** What differs in a dataset between two releases, as SQL: nothing here talks to a database. */
import { type SQL, sql } from 'drizzle-orm'
import type { VersionedTable } from '../db/tables.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Field } from '../engine/definition/field.ts'
import type { Condition } from '../engine/definition/filter.ts'
import type { Copy } from '../engine/format/formats.ts'
import { cellOf, fromWhere, idOf, type Moment } from '../engine/sql/select.ts'

/** From one release to another; `before` is null where there was none. */
export type Span = { before: Moment; after: Moment }

/** Which rows are compared: those that fit all conditions, in either release. */
export type Conditions = ReadonlyMap<string, Condition>

export const OPERATIONS = ['insert', 'update', 'delete'] as const
export type Operation = (typeof OPERATIONS)[number]

const NOTHING: Conditions = new Map()
const ID_ORDER = sql.raw('collate "C"')

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `)
const identifiers = (dataset: Dataset) => Object.keys(dataset.fields).map(name => sql.identifier(name))

const movedIn = (table: VersionedTable, { before, after }: Span): SQL => {
  const between = (column: unknown) => sql`(${column} > ${before} and ${column} <= ${after})`
  return sql`(${between(table.valid_from)} or ${between(table.valid_to)})`
}

/** Ids of rows that may differ: a version of theirs, or of something they name, came or went. */
export function selectMoved(dataset: Dataset, span: Span, page?: { from: string | undefined; limit: number }): SQL {
  const joins = dataset.joins ?? []
  const sources = [dataset.table, ...joins.map(({ table }) => table)].map((table, depth) => {
    const chain = joins.slice(0, depth).map(join => sql` join ${join.table} on ${join.on}`)
    return sql`select ${idOf(dataset)} as id from ${dataset.table}${sql.join(chain)} where ${movedIn(table, span)}`
  })
  const from = page?.from === undefined ? sql`` : sql` where id ${ID_ORDER} >= ${page.from}`
  const bound = page ? sql`${from} order by id ${ID_ORDER} limit ${page.limit}` : sql``
  return sql`select id from (${sql.join(sources, sql` union `)}) moved${bound}`
}

const rowsAt = (dataset: Dataset, seq: Moment, moved: SQL, conditions: Conditions) => {
  const columns = Object.entries(dataset.fields).map(([name, { value }]) => sql`${value} as ${sql.identifier(name)}`)
  return sql`(select ${list(columns)} ${fromWhere({ dataset, seq, conditions }, columns, [sql`${idOf(dataset)} in (${moved})`])})`
}

const joined = (dataset: Dataset, { before, after }: Span, moved: SQL, conditions: Conditions) =>
  sql`${rowsAt(dataset, before, moved, conditions)} o full join ${rowsAt(dataset, after, moved, conditions)} n on n.id = o.id`

const differs = (name: SQL | ReturnType<typeof sql.identifier>) => sql`o.${name} is distinct from n.${name}`
const wants = (operations: readonly Operation[], operation: Operation) =>
  sql.raw(String(operations.includes(operation)))

/** A value of `old` or `new`: typed in JSON, the text of an export's cell in CSV. */
const written = (rows: Copy['rows'], side: 'o' | 'n', name: string, { kind }: Field) => {
  const value = sql`${sql.raw(side)}.${sql.identifier(name)}`
  return rows === 'json' ? sql`to_json(${value})` : sql`(${cellOf(kind, value)})::text`
}

type Compared = {
  rows: Copy['rows']
  moved: SQL
  operations: readonly Operation[]
  conditions?: Conditions
}

/**
 * One row per inserted or deleted record and per changed column of a kept one; in the order of ids and columns. With
 * conditions a record that comes to fit them is inserted, and one that no longer does is deleted: a copy of the answer
 * to a question stays equal to its answer.
 */
export function selectChanges(
  dataset: Dataset,
  span: Span,
  { rows, moved, operations, conditions = NOTHING }: Compared
): SQL {
  const type = sql.raw(rows === 'json' ? 'json' : 'text')
  const whole = (side: 'o' | 'n') => sql`row_to_json(${sql.raw(side)})${rows === 'json' ? sql`` : sql`::text`}`
  const columns = Object.entries(dataset.fields).map(([name, field], index) => {
    const differing = differs(sql.identifier(name))
    const value = (side: 'o' | 'n') => sql`case when ${differing} then ${written(rows, side, name, field)} end`
    return sql`(${sql.raw(String(index + 1))}, ${name}::text, ${value('o')}, ${value('n')}, ${differing})`
  })
  return sql`select ${dataset.name}::text as dataset, coalesce(n.id, o.id) as id, c.operation, c.field, c.old, c.new, c.position
    from ${joined(dataset, span, moved, conditions)} cross join lateral (
      select 0 as position, 'insert' as operation, null::text as field, null::${type} as old, ${whole('n')} as new
        where o.id is null and ${wants(operations, 'insert')}
      union all
      select 0, 'delete', null, ${whole('o')}, null where n.id is null and ${wants(operations, 'delete')}
      union all
      select v.position, 'update', v.field, v.old, v.new from (values ${list(columns)}) v (position, field, old, new, differs)
        where v.differs and o.id is not null and n.id is not null and ${wants(operations, 'update')}
    ) c`
}

/** How many rows `selectChanges` gives. */
export function countChanges(
  dataset: Dataset,
  span: Span,
  operations: readonly Operation[],
  conditions: Conditions = NOTHING
): SQL {
  const changed = identifiers(dataset).map(name => sql`(${differs(name)})::int`)
  return sql`select coalesce(sum(case
      when o.id is null then ${wants(operations, 'insert')}::int
      when n.id is null then ${wants(operations, 'delete')}::int
      when ${wants(operations, 'update')} then ${sql.join(changed, sql` + `)}
      else 0 end), 0)::int as total
    from ${joined(dataset, span, selectMoved(dataset, span), conditions)}`
}

/** The order of changes within a dataset. */
export const CHANGE_ORDER = sql`id ${ID_ORDER}, position`
