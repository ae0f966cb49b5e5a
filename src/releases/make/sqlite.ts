/** One SQLite file with a table per dataset. */
import sqlite from 'node-sqlite3-wasm'
import type { Dataset } from '../../engine/definition/dataset.ts'
import type { Field } from '../../engine/definition/field.ts'
import { readRows, type Value } from './rows.ts'

const TYPES: Record<Field['kind'], string> = {
  text: 'TEXT',
  date: 'TEXT',
  code: 'TEXT',
  list: 'TEXT',
  integer: 'INTEGER',
  boolean: 'INTEGER',
  number: 'REAL'
}

const name = (dataset: Dataset) => dataset.name.replaceAll('-', '_')
const quote = (identifier: string) => `"${identifier}"`

/** Lists are JSON, which SQLite's json_each takes apart; booleans are 0 and 1. */
const stored = (value: Value) => (Array.isArray(value) ? JSON.stringify(value) : value)

const createTable = (dataset: Dataset): string => {
  const columns = Object.entries(dataset.fields).map(([column, { kind, nullable, meaning }]) => {
    const key = column === 'id' ? ' PRIMARY KEY' : ''
    return `  ${quote(column)} ${TYPES[kind]}${nullable ? '' : ' NOT NULL'}${key} -- ${meaning[0].replaceAll('\n', ' ')}`
  })
  const lines = columns.map((line, at) => (at < columns.length - 1 ? line.replace(' -- ', ', -- ') : line))
  return `CREATE TABLE ${quote(name(dataset))} ( -- ${dataset.row[0]}\n${lines.join('\n')}\n) STRICT`
}

/** Writes the file; `about` becomes a table of its own. The same rows give the same bytes. */
export async function writeSqlite(
  path: string,
  about: Readonly<Record<string, string>>,
  datasets: readonly (readonly [dataset: Dataset, csv: string])[]
): Promise<void> {
  const database = new sqlite.Database(path)
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN')
    database.exec('CREATE TABLE "about" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL) STRICT')
    for (const [key, value] of Object.entries(about)) database.run('INSERT INTO "about" VALUES (?, ?)', [key, value])
    for (const [dataset, csv] of datasets) {
      database.exec(createTable(dataset))
      const marks = Object.keys(dataset.fields).map(() => '?')
      const insert = database.prepare(`INSERT INTO ${quote(name(dataset))} VALUES (${marks.join(', ')})`)
      for await (const row of readRows(csv, dataset)) insert.run(row.map(stored))
      insert.finalize()
    }
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}
