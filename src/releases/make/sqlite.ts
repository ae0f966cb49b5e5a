/** One SQLite file with a table for each dataset and each of its lists, and a view of the dataset split by the list. */
import sqlite from 'node-sqlite3-wasm'
import { type Bridge, type Column, keyOf, type Table } from '../../engine/definition/bridge.ts'
import { splitColumns } from '../../engine/definition/split.ts'
import type { Sink, Value } from './rows.ts'

const TYPES: Record<Column['kind'], string> = {
  text: 'TEXT',
  date: 'TEXT',
  code: 'TEXT',
  list: 'TEXT',
  integer: 'INTEGER',
  boolean: 'INTEGER',
  number: 'REAL'
}

const nameOf = ({ name }: Pick<Table, 'name'>) => name.replaceAll('-', '_')
const quote = (identifier: string) => `"${identifier}"`

/** Lists are JSON, which SQLite's json_each takes apart; booleans are 0 and 1. */
const stored = (value: Value) => (Array.isArray(value) ? JSON.stringify(value) : value)

const createTable = (table: Table | Bridge): string => {
  const key = keyOf(table)
  const columns = Object.entries(table.fields).map(([column, { kind, nullable, meaning }]) => {
    const alone = key.length === 1 && column === key[0] ? ' PRIMARY KEY' : ''
    return [`${quote(column)} ${TYPES[kind]}${nullable ? '' : ' NOT NULL'}${alone}`, meaning[0].replaceAll('\n', ' ')]
  })
  const constraints = [
    ...(key.length > 1 ? [[`PRIMARY KEY (${key.map(quote).join(', ')})`]] : []),
    ...('of' in table ? [[`FOREIGN KEY ("id") REFERENCES ${quote(nameOf(table.of))} ("id")`]] : [])
  ]
  const parts = [...columns, ...constraints]
  const lines = parts.map(
    ([part, comment], at) => `  ${part}${at < parts.length - 1 ? ',' : ''}${comment ? ` -- ${comment}` : ''}`
  )
  return `CREATE TABLE ${quote(nameOf(table))} ( -- ${table.row[0]}\n${lines.join('\n')}\n) STRICT`
}

/** The rows of the dataset as `split=` gives them: one for each value of the list, and those without any. */
const createView = (bridge: Bridge): string => {
  const { of, list } = bridge
  const { value, count, weight } = splitColumns(list)
  const columns = Object.keys(of.fields).flatMap(column => [
    `one.${quote(column)}`,
    ...(column === list
      ? [
          `each.${quote(value)}`,
          `coalesce(each.${quote(count)}, 1) AS ${quote(count)}`,
          `coalesce(each.${quote(weight)}, 1.0) AS ${quote(weight)}`
        ]
      : [])
  ])
  return `CREATE VIEW ${quote(`${nameOf(of)}_split_${list}`)} AS -- ${of.row[0]}, once for each value of ${list}
SELECT ${columns.join(', ')}
FROM ${quote(nameOf(of))} AS one LEFT JOIN ${quote(nameOf(bridge))} AS each ON each."id" = one."id"`
}

export type Database = {
  /** Creates the table, and for a list the view; takes its rows. */
  table(table: Table | Bridge): Sink
  /** Keeps what was written. */
  commit(): void
  close(): void
}

/** Opens the file; `about` becomes a table of its own. The same rows give the same bytes. */
export function openSqlite(path: string, about: Readonly<Record<string, string>>): Database {
  const database = new sqlite.Database(path)
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN')
  database.exec('CREATE TABLE "about" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) STRICT')
  for (const [key, value] of Object.entries(about)) database.run('INSERT INTO "about" VALUES (?, ?)', [key, value])
  return {
    table(table) {
      database.exec(createTable(table))
      if ('of' in table) database.exec(createView(table))
      const marks = Object.keys(table.fields).map(() => '?')
      const insert = database.prepare(`INSERT INTO ${quote(nameOf(table))} VALUES (${marks.join(', ')})`)
      return {
        add: row => void insert.run(row.map(stored)),
        end: async () => insert.finalize()
      }
    },
    commit: () => database.exec('COMMIT'),
    close: () => database.close()
  }
}
