/** The seed files as rows per release, held against the rules of their tables. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { type TableName, tables } from '../src/db/tables.ts'
import { checkRow, type Fault, parseCell } from '../src/import/check.ts'
import type { Row } from '../src/import/copy.ts'
import { DERIVED, type NewRelease, writableColumns } from '../src/import/publish.ts'

/** What the brochure and its date know, then everything. */
export const SEED_RELEASES: readonly NewRelease[] = [
  {
    id: '2016-12',
    title: 'The brochure of December 2016 and what its date knew',
    date: '2016-12-31',
    sources: ['brochure-2016-fr']
  },
  {
    id: '2026-11',
    title: 'The brochure, and what official pages and reports told later',
    date: '2026-11-24',
    sources: ['brochure-2016-fr']
  }
]

const isRelease = (id: string) => SEED_RELEASES.some(release => release.id === id)
const notSeeded = DERIVED

export type SeedTable = {
  /** The rows valid in a release: of each id the latest that came in up to then. */
  at(release: string): Row[]
  faults: Fault[]
}

/** Reads seeds/{table}.csv. Each row names the release it comes in with; a later row of the same id replaces it. */
export async function readSeeds(table: TableName): Promise<SeedTable> {
  const file = `seeds/${table}.csv`
  const text = await readFile(fileURLToPath(new URL(`${table}.csv`, import.meta.url)), 'utf8')
  const [header = [], ...records] = parse(text, { relaxColumnCount: true }) as string[][]
  const columns = ['release', ...writableColumns(tables[table]).filter(column => !notSeeded.has(column))]
  const faults: Fault[] = columns
    .filter((column, index) => header[index] !== column)
    .map(column => ({ file, line: 1, column, value: header.join(','), reason: 'is not the header expected' }))
  const rows = records.map((record, index) => {
    const row = Object.fromEntries(columns.map((column, at) => [column, parseCell(table, column, record[at])])) as Row
    const at = { file, line: index + 2 }
    faults.push(...checkRow(table, row, at))
    if (!isRelease(String(row.release))) {
      faults.push({ ...at, column: 'release', value: String(row.release), reason: 'is no release of the seeds' })
    }
    return row
  })
  return {
    faults,
    at: release => {
      const known = new Map<string, Row>()
      for (const { release: since, ...row } of rows) {
        if (String(since) <= release) known.set(String(row.id), row)
      }
      return [...known.values()]
    }
  }
}

export const seedTables = Object.keys(tables) as TableName[]
