/** The columns of an aggregate: its groups, then what is measured; in a wide one once per value of the last group. */
import { sql } from 'drizzle-orm'
import type { Dataset } from '../definition/dataset.ts'
import type { Field } from '../definition/field.ts'
import type { Filter } from '../definition/filter.ts'
import { isLabelled, labelColumn, labelField } from '../labels.ts'
import { type Measure, type Measured, measuredColumns } from './measures.ts'

/** The values that become columns, as texts; null for the missing one. */
export type Pivot = readonly (string | null)[]

export type Column = readonly [name: string, field: Field]

type Asked = {
  groups: readonly string[]
  measures: readonly Measure[]
  of: readonly string[]
  wide: boolean
  labels: boolean
}

const SCHEMAS = {
  code: ({ allowed }: Filter) => ({ type: 'string' as const, enum: allowed ?? [] }),
  boolean: () => ({ type: 'boolean' as const }),
  integer: () => ({ type: 'integer' as const, minimum: -2147483648, maximum: 2147483647 }),
  number: () => ({ type: 'number' as const }),
  date: () => ({ type: 'string' as const }),
  text: () => ({ type: 'string' as const, maxLength: 500 })
}

/** A filter as a column of groups. */
export const groupField = (name: string, filter: Filter): Field => ({
  kind: filter.kind,
  value: sql`${sql.identifier(name)}`,
  nullable: true,
  schema: SCHEMAS[filter.kind](filter),
  label: filter.meaning,
  meaning: filter.meaning,
  ...(filter.codeList ? { codeList: filter.codeList } : {}),
  ...(filter.references ? { references: filter.references } : {})
})

/** Whether a group has a label beside it with `labels=true`. */
export const hasLabel = (field: Field): boolean => isLabelled(field) || field.kind === 'boolean'

/** The groups that stand in rows, with their labels. */
function groupColumns(dataset: Dataset, { groups, wide, labels }: Asked): Column[] {
  const inRows = wide ? groups.slice(0, -1) : groups
  return inRows.flatMap((name): Column[] => {
    const field = groupField(name, dataset.filters[name] as Filter)
    const label = labelColumn(name)
    const labelled = labels && hasLabel(field)
    return [[name, field], ...(labelled ? [[label, labelField(field, sql`${sql.identifier(label)}`)] as const] : [])]
  })
}

/** A denominator is the same for all columns of a wide row, unless it is of the group that became columns. */
export const isPivoted = ({ groups, of }: Asked, { name }: Measured): boolean =>
  name !== 'denominator' || of.includes(groups.at(-1) ?? '')

export const pivotColumn = (measure: string, value: string | null): string => `${measure}_${value}`

export function aggregateColumns(dataset: Dataset, asked: Asked, pivot: Pivot = []): Column[] {
  const measured = measuredColumns(dataset, asked.measures)
  const column = (name: string, { field, zero }: Measured): Column => [
    name,
    { ...field, nullable: field.nullable || !zero, value: sql`${sql.identifier(name)}` }
  ]
  const columns = measured.flatMap((measure): Column[] =>
    asked.wide && isPivoted(asked, measure)
      ? pivot.map(value => column(pivotColumn(measure.name, value), measure))
      : [column(measure.name, measure)]
  )
  return [...groupColumns(dataset, asked), ...columns]
}
