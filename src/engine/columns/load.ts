/** Reads the columns of a release that filters compare and rows are counted by, in one statement. */
import { type SQL, sql } from 'drizzle-orm'
import type { Dataset } from '../definition/dataset.ts'
import type { Filter } from '../definition/filter.ts'
import type { Value } from '../definition/match.ts'
import { type CopyOut, copyOut } from '../export/copy-stream.ts'
import { type Reader, toText } from '../sql/read-pool.ts'
import { fromWhere, idOf, selectCount } from '../sql/select.ts'
import { bytesOf, type Column, type ColumnWriter, mostBytes, writeColumn } from './column.ts'
import { type Ids, writeIds } from './ids.ts'

/** The columns of one release, by the names of the filters that compare them, and the ids of its rows. */
export type Columns = { rows: number; columns: ReadonlyMap<string, Column>; ids: Ids; bytes: number }

/** Whether a column can hold what a filter compares: words are in an index of the database alone. */
export const isHeld = ({ comparison }: Filter): boolean => comparison !== 'words'

const written = ({ comparison, value }: Filter): SQL => (comparison === 'list' ? sql`to_json(${value})` : value)

const ESCAPED: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** A text as COPY writes it (File Formats, Text Format), its bytes read as Latin-1. */
const readText = (bytes: string): string =>
  Buffer.from(bytes, 'latin1')
    .toString()
    .replace(/\\(.)/g, (_, character: string) => ESCAPED[character] ?? character)

const readValue =
  ({ comparison, kind }: Filter) =>
  (bytes: string): Value => {
    if (bytes === '\\N') return null
    const text = readText(bytes)
    if (comparison === 'list') return JSON.parse(text)
    if (kind === 'boolean') return text === 't'
    return kind === 'integer' || kind === 'number' ? Number(text) : text
  }

/** Undefined where the columns would have more bytes than `most`. `signal` ends the reading. */
export async function loadColumns(
  reader: Reader,
  dataset: Dataset,
  seq: number,
  most: number,
  signal: AbortSignal
): Promise<Columns | undefined> {
  const filters = Object.entries(dataset.filters).filter(([, filter]) => isHeld(filter))
  if (filters.length === 0) return undefined
  const all = { dataset, seq, conditions: new Map() }
  const [counted] = await reader.rows<{ total: number }>(selectCount(all), seq)
  const rows = counted?.total ?? 0
  if (mostBytes(rows) * filters.length > most) return undefined

  const values = [...filters.map(([, filter]) => written(filter)), idOf(dataset)]
  const statement = toText(sql`copy (select ${sql.join(values, sql`, `)} ${fromWhere(all, values)}) to stdout`)
  const writers = filters.map(([, filter]) => writeColumn(rows, readValue(filter)))
  const idWriter = writeIds(rows, readText)
  const { url, silent } = reader.serverWith(seq)
  await fill([...writers, idWriter], { url, signal: AbortSignal.any([signal, silent]), statement, expected: rows })
  const columns = new Map<string, Column>()
  for (const [at, [name]] of filters.entries()) {
    const column = writers[at]?.end()
    if (column) columns.set(name, column)
  }
  const ids = idWriter.end()
  const bytes = [...columns.values()].reduce((sum, column) => sum + bytesOf(column), ids.bytes)
  return { rows, columns, ids, bytes }
}

/** Hands the cells of COPY to the columns they stand in; text of one byte a character is cut fastest. */
async function fill(writers: readonly Pick<ColumnWriter, 'add'>[], copy: Omit<CopyOut, 'records'>): Promise<void> {
  const last = writers.length - 1
  let [rows, at, rest] = [0, 0, '']
  const records = { convert: (chunk: Buffer) => chunk, count: () => rows }
  for await (const chunk of copyOut({ ...copy, records })) {
    const text = rest + chunk.toString('latin1')
    let begin = 0
    for (;;) {
      const end = text.indexOf(at === last ? '\n' : '\t', begin)
      if (end < 0) break
      writers[at]?.add(text.slice(begin, end))
      begin = end + 1
      at = at === last ? 0 : at + 1
      if (at === 0) rows++
    }
    rest = text.slice(begin)
  }
}
