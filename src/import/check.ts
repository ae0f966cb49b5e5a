/** Holds rows against the rules of their table before the database sees them, so that a fault names line and column. */
import { getTableConfig } from 'drizzle-orm/pg-core'
import { type TableName, tables } from '../db/tables.ts'
import { rulesOf } from '../db/versioned.ts'
import type { Cell, Row } from './copy.ts'

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

const lists = new Map<TableName, Set<string>>()
const listColumns = (table: TableName): Set<string> => {
  const known = lists.get(table)
  if (known) return known
  const { columns } = getTableConfig(tables[table])
  const found = new Set(columns.filter(column => column.getSQLType().endsWith('[]')).map(column => column.name))
  lists.set(table, found)
  return found
}

/** All that is wrong with a row; empty when it may enter. */
export function checkRow(table: TableName, row: Row, at: { file: string; line: number }): Fault[] {
  const rules = rulesOf(tables[table])
  return getTableConfig(tables[table]).columns.flatMap(column => {
    const { name } = column
    if (column.generated || name === 'newest' || name.startsWith('valid_')) return []
    const cell = row[name] ?? null
    if (cell === null) {
      return column.notNull ? [{ ...at, column: name, value: '', reason: 'is missing' }] : []
    }
    const rule = rules[name]
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
