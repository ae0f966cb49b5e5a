/** The seed files made from OGP's own: which columns they tell, how they are written and read. */
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { tables } from '../src/db/tables.ts'
import type { Row } from '../src/import/copy-format.ts'
import { enteredColumns } from '../src/import/publish/publish.ts'
import { type Fault, parseCell } from '../src/import/validate.ts'

export const RECORD_FOLDER = new URL('record/', import.meta.url)
export const RECORD_TABLES = [
  'action_plans',
  'commitments',
  'irm_readings',
  'process_assessments',
  'edition_statements'
] as const
export type RecordTable = (typeof RECORD_TABLES)[number]

/** What OGP's files do not tell, or, being long texts, is for those who import them. */
const UNTOLD: { [table in RecordTable]?: readonly string[] } = {
  action_plans: ['start_year', 'start_date', 'end_date', 'commitments_stated', 'other_source_urls'],
  commitments: [
    'full_text',
    'headline_en',
    'headline_fr',
    'summary_en',
    'summary_fr',
    'headline_source_id',
    'headline_source_locator',
    'featured_in',
    'other_source_urls'
  ],
  irm_readings: ['ambition', 'starred_on_page']
}

/** The columns of a table that come from OGP's files. */
export const RECORD_COLUMNS = Object.fromEntries(
  RECORD_TABLES.map(table => [table, enteredColumns(tables[table]).filter(column => !UNTOLD[table]?.includes(column))])
) as { [table in RecordTable]: string[] }

/** The addresses of the documents, by id: a locator of the record is written as the place in its document. */
export async function sourceUrls(): Promise<Map<string, string>> {
  const text = await readFile(new URL('sources.csv', import.meta.url), 'utf8')
  const rows = parse(text, { columns: true }) as { id: string; url: string }[]
  return new Map(rows.map(({ id, url }) => [id, url]))
}

const asText = (cell: Row[string]) => (cell == null ? '' : typeof cell === 'string' ? cell : cell.join('|'))
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Rows as the text of a file, without the columns that are empty in all of them. */
export function writeRecord(rows: readonly Row[], urls: ReadonlyMap<string, string>): string {
  const shortened = rows.map(row => {
    const url = urls.get(asText(row.source_id))
    const locator = asText(row.source_locator)
    return url && locator.startsWith(`${url}#`) ? { ...row, source_locator: locator.slice(url.length) } : row
  })
  const columns = Object.keys(shortened[0] ?? {}).filter(column => shortened.some(row => asText(row[column]) !== ''))
  const lines = shortened.map(row => columns.map(column => quoted(asText(row[column]))).join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}

export type RecordRows = { file: string; rows: readonly Row[]; faults: readonly Fault[] }

/** The rows of a release's file; none where it has none. */
export async function readRecord(
  table: RecordTable,
  release: string,
  urls: ReadonlyMap<string, string>
): Promise<RecordRows> {
  const file = `seeds/record/${release}/${table}.csv`
  let text: string
  try {
    text = await readFile(new URL(`${release}/${table}.csv`, RECORD_FOLDER), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { file, rows: [], faults: [] }
    throw error
  }
  const [header = [], ...records] = parse(text) as string[][]
  const faults = header
    .filter(column => !RECORD_COLUMNS[table].includes(column))
    .map(column => ({ file, line: 1, column, value: column, reason: 'is no column of the record' }))
  const rows = records.map(cells => {
    const row: Row = {}
    for (const [at, column] of header.entries()) row[column] = parseCell(table, column, cells[at])
    const locator = asText(row.source_locator)
    return locator.startsWith('#')
      ? { ...row, source_locator: `${urls.get(asText(row.source_id)) ?? ''}${locator}` }
      : row
  })
  return { file, rows, faults }
}
