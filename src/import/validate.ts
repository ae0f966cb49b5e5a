/** Holds rows against the rules of their table before the database sees them, so that a fault names line and column. */
import { getTableConfig } from 'drizzle-orm/pg-core'
import type { Rule } from '../db/columns.ts'
import { type TableName, tables } from '../db/tables.ts'
import { derivationsOf, rulesOf } from '../db/versioned.ts'
import type { Cell, Row } from './copy-format.ts'

export type Fault = {
  file: string
  line: number
  column: string
  value: string
  reason: string
  allowed?: readonly string[]
}

export const describeFault = ({ file, line, column, value, reason }: Fault): string =>
  `${file}, line ${line}, ${column}: "${value.length > 80 ? `${value.slice(0, 79)}…` : value}" ${reason}`

/** One cell's text as the row holds it: null when empty, split where the column is a list. */
export const parseCell = (table: TableName, column: string, value: string | undefined): Cell => {
  if (value === undefined || value === '') return null
  return listColumns(table).has(column) ? value.split('|') : value
}

const memoised = <T>(make: (table: TableName) => T) => {
  const known = new Map<TableName, T>()
  return (table: TableName): T => {
    const found = known.get(table) ?? make(table)
    known.set(table, found)
    return found
  }
}

const listColumns = memoised(
  table =>
    new Set(
      getTableConfig(tables[table])
        .columns.filter(column => column.getSQLType().endsWith('[]'))
        .map(column => column.name)
    )
)

type Checked = { name: string; isNeeded: boolean; rule: Rule | undefined }

/** What is held against the rules of a table; gathered once, since a file has many rows. */
const checkedColumns = memoised((table: TableName): Checked[] => {
  const rules = rulesOf(tables[table])
  const derived = new Set(derivationsOf(tables[table]).map(({ name }) => name))
  return getTableConfig(tables[table])
    .columns.filter(({ name, generated }) => !generated && !derived.has(name) && !name.startsWith('valid_'))
    .map(({ name, notNull }) => ({ name, isNeeded: notNull, rule: rules[name] }))
})

/** All that is wrong with a row; empty when it may enter. */
export function checkRow(table: TableName, row: Row, at: { file: string; line: number }): Fault[] {
  return checkedColumns(table).flatMap(({ name, isNeeded, rule }) => {
    const cell = row[name] ?? null
    if (cell === null) return isNeeded ? [{ ...at, column: name, value: '', reason: 'is missing' }] : []
    const bad = (typeof cell === 'string' ? [cell] : cell).filter(value => rule && !rule.accepts(value))
    return bad.map(value => ({
      ...at,
      column: name,
      value,
      reason: `must be ${rule?.expected}`,
      ...(rule?.allowed ? { allowed: rule.allowed } : {})
    }))
  })
}
