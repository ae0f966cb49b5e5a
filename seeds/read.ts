/** The seed files as rows per release, held against the rules of their tables. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { type TableName, tables } from '../src/db/tables.ts'
import type { Row } from '../src/import/copy-format.ts'
import { enteredColumns, type NewRelease } from '../src/import/publish/publish.ts'
import { checkRow, type Fault, parseCell } from '../src/import/validate.ts'
import { RECORD_TABLES, type RecordTable, readRecord, sourceUrls } from './record-files.ts'

/** What the brochure and its date know, then everything. */
export const SEED_RELEASES: readonly NewRelease[] = [
  {
    id: '2016-12',
    title: 'The brochure of December 2016 and what its date knew',
    date: '2016-12-31',
    contract: 1,
    sources: ['brochure-2016-fr']
  },
  {
    id: '2026-11',
    title: 'The brochure, and what official pages and reports told later',
    date: '2026-11-24',
    contract: 1,
    sources: ['brochure-2016-fr']
  }
]

const isRelease = (id: string) => SEED_RELEASES.some(release => release.id === id)

export type SeedTable = {
  /** The rows valid in a release: of each id what came in up to then, the later over the earlier. */
  at(release: string): Row[]
  faults: Fault[]
}

const isRecorded = (table: TableName): table is RecordTable => RECORD_TABLES.some(name => name === table)
const told = (row: Row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== null))

/**
 * Reads seeds/{table}.csv, and what seeds/record holds of the table. Each row names the release it comes in with. A later
 * row written by hand replaces an earlier one, or adds to what OGP's files told before; the files of its own release come
 * after it, since they were imported onto it.
 */
export async function readSeeds(table: TableName): Promise<SeedTable> {
  const text = await readFile(fileURLToPath(new URL(`${table}.csv`, import.meta.url)), 'utf8')
  const written = parseSeeds(table, text)
  const urls = await sourceUrls()
  const recorded = await Promise.all(
    SEED_RELEASES.map(({ id }) =>
      isRecorded(table) ? readRecord(table, id, urls) : { file: '', rows: [], faults: [] }
    )
  )
  const at = (release: string) => {
    const known = new Map<string, Row>()
    const inRecord = new Set<string>()
    for (const [index, { id: since }] of SEED_RELEASES.entries()) {
      if (since > release) break
      for (const { release: own, ...row } of written.rows.filter(row => row.release === since)) {
        const id = String(row.id)
        known.set(id, inRecord.has(id) ? { ...known.get(id), ...told(row) } : row)
      }
      for (const row of recorded[index]?.rows ?? []) {
        known.set(String(row.id), { ...known.get(String(row.id)), ...row })
        inRecord.add(String(row.id))
      }
    }
    return [...known.values()]
  }
  const faults = [...written.faults, ...recorded.flatMap(record => record.faults)]
  for (const { file, rows } of recorded) {
    for (const [index, row] of rows.entries()) faults.push(...checkRow(table, row, { file, line: index + 2 }))
  }
  return { faults, at }
}

/** Reads the text of a seed file, whose header names columns of the table in any order; one that is absent is null. */
export function parseSeeds(table: TableName, text: string): { rows: Row[]; faults: Fault[] } {
  const file = `seeds/${table}.csv`
  const [header = [], ...records] = parse(text, { relaxColumnCount: true }) as string[][]
  const columns = ['release', ...enteredColumns(tables[table])]
  const needed = columns.filter(
    column => getTableConfig(tables[table]).columns.find(({ name }) => name === column)?.notNull
  )
  const headerFault = (column: string, reason: string): Fault => ({
    file,
    line: 1,
    column,
    value: header.join(','),
    reason
  })
  const faults: Fault[] = [
    ...['release', ...needed]
      .filter(column => !header.includes(column))
      .map(column => headerFault(column, 'is a column that the header lacks')),
    ...header
      .filter((column, at) => !columns.includes(column) || header.indexOf(column) !== at)
      .map(column => headerFault(column, 'is no column of the table, or stands in the header twice'))
  ]
  // Rows are not read by a header that is wrong: each of them would repeat its fault.
  if (faults.length > 0) return { rows: [], faults }
  const rows = records.map((record, index) => {
    const row = Object.fromEntries(header.map((column, at) => [column, parseCell(table, column, record[at])])) as Row
    const at = { file, line: index + 2 }
    if (record.length !== header.length) {
      faults.push({
        ...at,
        column: 'release',
        value: record.join(','),
        reason: `has ${record.length} cells, where the header has ${header.length}`
      })
    }
    faults.push(...checkRow(table, row, at))
    if (!isRelease(String(row.release))) {
      faults.push({ ...at, column: 'release', value: String(row.release), reason: 'is no release of the seeds' })
    }
    return row
  })
  return { rows, faults }
}

export const seedTables = Object.keys(tables) as TableName[]
