/** What an aggregate tells of each group of rows. */

import { type SQL, sql } from 'drizzle-orm'
import type { Fault } from '../../http/errors/problems.ts'
import type { Words } from '../../i18n/words.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Field } from '../definition/field.ts'
import { unknown } from '../request/parameters.ts'

export const FUNCTIONS = ['sum', 'avg', 'min', 'max', 'median'] as const
type Function = (typeof FUNCTIONS)[number]

/** `count` and `share` are of rows; the others are of the values of a numeric column. */
export type Measure = { name: 'count' | 'share' } | { name: Function; column: string }

/** Whether it follows from the number of rows in the groups, whatever stands in them. */
export const isOfRows = (measure: Measure): boolean => !('column' in measure)

const DIGITS = 6

/** The columns one can calculate with. */
export const numericColumns = (dataset: Dataset): string[] =>
  Object.entries(dataset.fields).flatMap(([name, { kind }]) => (kind === 'integer' || kind === 'number' ? [name] : []))

/** All that may be measured, as it is written in a request. */
export const measureNames = (dataset: Dataset): string[] => [
  'count',
  'share',
  ...FUNCTIONS.flatMap(name => numericColumns(dataset).map(column => `${name}.${column}`))
]

/** Reads measures joined by commas; the number of rows where none is given. */
export function readMeasures(dataset: Dataset, text: string | undefined, faults: Fault[]): Measure[] {
  const allowed = measureNames(dataset)
  const names = (text ?? 'count').split(',')
  for (const name of new Set(names)) {
    const [called, column = ''] = name.split('.')
    const known = FUNCTIONS.some(candidate => candidate === called) && column in dataset.fields
    if (known && !allowed.includes(name))
      faults.push(unknown('measure', name, `needs a numeric column; ${column} holds none`, allowed))
    else if (!known && !allowed.includes(name)) faults.push(unknown('measure', name, 'is not a measure', allowed))
    else if (names.indexOf(name) !== names.lastIndexOf(name))
      faults.push({ parameter: 'measure', detail: `"${name}" is named twice.` })
  }
  return names.map(name => {
    const [called, column] = name.split('.')
    return (column === undefined ? { name: called } : { name: called, column }) as Measure
  })
}

/** One column of an answer. */
export type Measured = {
  name: string
  field: Omit<Field, 'value'>
  /** Over the rows of a group, of which `of` gives the columns. Shares and denominators follow from counts. */
  over?: (of: (column: string) => SQL) => SQL
  /** Whether a group without rows has zero of it, rather than null. */
  zero: boolean
}

const whole = (label: Words, meaning: Words, nullable = false): Omit<Field, 'value'> => ({
  kind: 'integer',
  nullable,
  schema: { type: 'integer', minimum: 0, maximum: 2147483647 },
  label,
  meaning
})

const decimal = (label: Words, meaning: Words): Omit<Field, 'value'> => ({
  kind: 'number',
  nullable: true,
  schema: { type: 'number' },
  label,
  meaning
})

const COUNT: Measured = {
  name: 'count',
  field: whole(['Rows', 'Lignes'], ['Rows of the group.', 'Lignes du groupe.']),
  over: () => sql`count(*)::int`,
  zero: true
}
const SHARE: Measured = {
  name: 'share',
  field: decimal(
    ['Share', 'Part'],
    ['Rows of the group over the denominator, from 0 to 1.', 'Lignes du groupe rapportées au dénominateur, de 0 à 1.']
  ),
  zero: false
}
const DENOMINATOR: Measured = {
  name: 'denominator',
  field: whole(
    ['Denominator', 'Dénominateur'],
    ['Rows the share is of.', 'Lignes auxquelles la part se rapporte.'],
    true
  ),
  zero: false
}

/** Without what the machine's fractions leave behind: thirds add up to one. */
const rounded = (value: SQL): SQL => sql`round((${value})::numeric, ${sql.raw(String(DIGITS))})::float8`

const CALCULATED: Record<Function, { label: Words; over: (value: SQL) => SQL }> = {
  sum: { label: ['Sum', 'Somme'], over: value => rounded(sql`sum(${value})`) },
  avg: {
    label: ['Average', 'Moyenne'],
    over: value => rounded(sql`avg(${value})`)
  },
  min: { label: ['Lowest', 'Minimum'], over: value => sql`min(${value})::float8` },
  max: { label: ['Highest', 'Maximum'], over: value => sql`max(${value})::float8` },
  median: { label: ['Median', 'Médiane'], over: value => sql`percentile_cont(0.5) within group (order by ${value})` }
}

/** Shares are rounded as averages are. */
export const shareOf = (count: SQL, denominator: SQL): SQL =>
  rounded(sql`${count}::numeric / nullif(${denominator}, 0)`)

/** The columns of an answer: a share comes with its denominator, what is calculated with the number of values it is of. */
export function measuredColumns(dataset: Dataset, measures: readonly Measure[]): Measured[] {
  const counted = new Set<string>()
  return measures.flatMap((measure): Measured[] => {
    if (!('column' in measure)) return measure.name === 'count' ? [COUNT] : [SHARE, DENOMINATOR]
    const { name, column } = measure
    const { label, over } = CALCULATED[name]
    const words = (dataset.fields[column] as Field).label
    const value: Measured = {
      name: `${name}_${column}`,
      field: decimal(
        [`${label[0]}: ${words[0]}`, `${label[1]} : ${words[1]}`],
        ['Of the rows that have a value.', 'Sur les lignes qui ont une valeur.']
      ),
      over: of => over(of(column)),
      zero: false
    }
    if (counted.has(column)) return [value]
    counted.add(column)
    const size: Measured = {
      name: `n_${column}`,
      field: whole(
        [`Rows with a value: ${words[0]}`, `Lignes avec une valeur : ${words[1]}`],
        ['How many rows have a value.', 'Combien de lignes ont une valeur.']
      ),
      over: of => sql`count(${of(column)})::int`,
      zero: true
    }
    return [value, size]
  })
}
