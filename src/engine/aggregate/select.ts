/** An aggregate in SQL, as a value: the rows that match, counted in groups, each with the denominator of its share. */

import { type SQL, sql } from 'drizzle-orm'
import { TEXT } from '../../db/columns.ts'
import type { Lang } from '../../i18n/words.ts'
import type { Count } from '../columns/tally.ts'
import type { Field } from '../definition/field.ts'
import type { Filter } from '../definition/filter.ts'
import type { LabelBook } from '../labels.ts'
import { labelColumn } from '../labels.ts'
import { eachOf, groupedBy } from '../request/group-by.ts'
import { fromWhere, type Selection } from '../sql/select.ts'
import { groupField, hasLabel, isPivoted, type Pivot, pivotColumn } from './columns.ts'
import { type Measured, measuredColumns, numericColumns, shareOf } from './measures.ts'
import type { AggregateQuery } from './query.ts'

/** Groups that were counted before the statement, and those that shares are of. */
export type Tallied = { groups: readonly Count[]; wholes: readonly Count[] }
export type Grouping = Selection & { query: AggregateQuery; tallied?: Tallied | undefined }
/** Labels, and the language they are wanted in. */
export type Naming = { book: LabelBook; lang: Lang } | undefined

const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `)
const name = (text: string) => sql`${sql.identifier(text)}`
const kept = (group: string) => name(`of ${group}`)

/** Rows that match, with what they are grouped by and calculated from. */
function matching({ query, ...selection }: Grouping): SQL {
  const { dataset } = selection
  const groups = query.groups.map(group => sql`${groupedBy(dataset.filters[group] as Filter)} as ${kept(group)}`)
  const used = new Set(query.measures.flatMap(measure => ('column' in measure ? [measure.column] : [])))
  const numbers = numericColumns(dataset)
    .filter(column => used.has(column))
    .map(column => sql`${(dataset.fields[column] as Field).value} as ${name(`in ${column}`)}`)
  const selected = [...groups, ...numbers, sql`true as matches`]
  return sql`select ${list(selected)} ${fromWhere(selection, selected)}`
}

/** The rows once per value of these groups. */
function spread({ dataset }: Grouping, groups: readonly string[]) {
  const each = groups.map(group => ({
    group,
    ...eachOf(dataset.filters[group] as Filter, kept(group), `each ${group}`)
  }))
  return {
    from: sql`from matching${sql.join(each.map(({ join }) => join))}`,
    values: each.map(({ value }) => value),
    named: each.map(({ group, value }) => sql`${value} as ${name(group)}`),
    by: each.length > 0 ? sql`group by ${list(each.map(({ value }) => value))}` : sql``
  }
}

const TYPES: Record<Filter['kind'], string> = {
  text: TEXT,
  code: TEXT,
  date: TEXT,
  integer: 'int',
  number: 'float8',
  boolean: 'boolean'
}

/** Counted groups as a table: of the same types as a statement over the rows would give, and in the same order of letters. */
function tabled({ dataset }: Grouping, groups: readonly string[], counts: readonly Count[]): SQL {
  const rows = counts.map(count =>
    Object.fromEntries([...groups.map((group, at) => [group, count.values[at]]), ['rows', count.rows]])
  )
  const columns = groups.map(group => {
    const { comparison, kind } = dataset.filters[group] as Filter
    return sql`${name(group)} ${sql.raw(comparison === 'list' ? 'text' : TYPES[kind])}`
  })
  return sql`from json_to_recordset(${JSON.stringify(rows)}::text::json) as tallied(${list([...columns, sql`"rows" int`])})`
}

/** Nulls are equal in arrays, so that missing values find their own; null-safe, and hashable unlike `is not distinct`. */
const key = (values: readonly SQL[]) => sql`array[${list(values.map(value => sql`${value}::text`))}]::text[]`

function counted(grouping: Grouping, measured: readonly Measured[]): SQL {
  const { query, tallied } = grouping
  if (tallied) {
    const counts = measured.flatMap(({ name: column, over }) => (over ? [sql`"rows" as ${name(column)}`] : []))
    return sql`select ${list([...query.groups.map(name), sql`"rows"`, ...counts])} ${tabled(grouping, query.groups, tallied.groups)}`
  }
  const { from, named, by } = spread(grouping, grouping.query.groups)
  const of = (column: string) => name(`in ${column}`)
  const values = measured.flatMap(({ name: column, over }) => (over ? [sql`${over(of)} as ${name(column)}`] : []))
  return sql`select ${list([...named, sql`count(*)::int as "rows"`, ...values])} ${from} ${by}`
}

function wholes(grouping: Grouping): SQL {
  const { query, tallied } = grouping
  const { of } = query
  if (tallied) {
    const found = of.length > 0 ? [sql`${key(of.map(name))} as key`] : []
    return sql`select ${list([...found, sql`"rows" as denominator`])} ${tabled(grouping, of, tallied.wholes)}`
  }
  if (of.length === 0) return sql`select count(*)::int as denominator from matching`
  const { from, values, by } = spread(grouping, of)
  return sql`select ${key(values)} as key, count(*)::int as denominator ${from} ${by}`
}

/** What a cell holds, from the group `c` and the whole `w`. */
const cell = ({ name: column, zero, over }: Measured): SQL => {
  if (column === 'share') return shareOf(sql`coalesce(c."rows", 0)`, sql`w.denominator`)
  if (!over) return sql`w.denominator`
  return zero ? sql`coalesce(c.${name(column)}, 0)` : sql`c.${name(column)}`
}

const literal = (value: string | null) => (value === null ? sql`null::text` : sql`${value}::text`)

/** The label of a group beside it; a value without one is given as it is. */
function labels({ dataset, query }: Grouping, source: SQL, naming: Naming): SQL[] {
  if (!naming) return []
  const inRows = query.wide ? query.groups.slice(0, -1) : query.groups
  return inRows.flatMap(group => {
    const filter = dataset.filters[group] as Filter
    if (!hasLabel(groupField(group, filter))) return []
    const truths = ['true', 'false'].map(value => [value, naming.book.label({}, value, naming.lang)] as const)
    const known = filter.kind === 'boolean' ? truths : [...naming.book.labels(filter, naming.lang)]
    const value = sql`${source}.${name(group)}::text`
    return [
      sql`coalesce(${JSON.stringify(Object.fromEntries(known))}::text::jsonb ->> ${value}, ${value}) as ${name(labelColumn(group))}`
    ]
  })
}

/** A row per group, with the columns of `aggregateColumns`. */
export function selectGroups(grouping: Grouping, pivot: Pivot, naming: Naming): SQL {
  const { query, dataset } = grouping
  const { groups, of, wide } = query
  const measured = measuredColumns(dataset, query.measures)
  const shares = measured.some(({ name: column }) => column === 'share')
  const tables = [
    ...(grouping.tallied ? [] : [sql`matching as (${matching(grouping)})`]),
    sql`counted as (${counted(grouping, measured)})`,
    ...(shares ? [sql`wholes as (${wholes(grouping)})`] : [])
  ]
  const whole = (source: (group: string) => SQL) =>
    !shares
      ? sql``
      : of.length === 0
        ? sql` cross join wholes w`
        : sql` left join wholes w on w.key = ${key(of.map(source))}`
  if (!wide) {
    const cells = measured.map(measure => sql`${cell(measure)} as ${name(measure.name)}`)
    const own = groups.map(group => sql`c.${name(group)}`)
    return sql`with ${list(tables)} select ${list([...own, ...labels(grouping, sql`c`, naming), ...cells])} from counted c${whole(group => sql`c.${name(group)}`)}`
  }
  const inRows = groups.slice(0, -1)
  const last = groups.at(-1) as string
  const own = inRows.map(group => sql`r.${name(group)}`)
  const rows = inRows.length > 0 ? sql`(select distinct ${list(inRows.map(name))} from counted)` : sql`(select 1)`
  const at = (group: string) => (group === last ? sql`p.value` : sql`r.${name(group)}`)
  const cells = measured.flatMap(measure =>
    isPivoted(query, measure)
      ? pivot.map(
          value =>
            sql`max(${cell(measure)}) filter (where p.value is not distinct from ${literal(value)}) as ${name(pivotColumn(measure.name, value))}`
        )
      : [sql`max(${cell(measure)}) as ${name(measure.name)}`]
  )
  const by = own.length > 0 ? sql` group by ${list(own)}` : sql``
  return sql`with ${list(tables)} select ${list([...own, ...labels(grouping, sql`r`, naming), ...cells])}
    from ${rows} r cross join unnest(array[${list(pivot.map(literal))}]::text[]) as p(value)
    left join counted c on ${key(groups.map(group => sql`c.${name(group)}`))} = ${key(groups.map(at))}${whole(at)}${by}`
}

/** The values of the last group that occur, from low to high. */
export const selectPivot = (grouping: Grouping, most: number): SQL => {
  const { query, tallied } = grouping
  const last = query.groups.at(-1) as string
  const held = (rows: SQL) =>
    sql`select value::text from (select distinct ${rows}) held order by held.value nulls last limit ${most}`
  if (tallied) return held(sql`${name(last)} as value ${tabled(grouping, query.groups, tallied.groups)}`)
  const { from, values } = spread(grouping, [last])
  return sql`with matching as (${matching(grouping)}) ${held(sql`${list(values)} as value ${from}`)}`
}
