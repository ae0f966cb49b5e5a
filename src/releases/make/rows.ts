/** The CSV of a dataset: written by PostgreSQL, and read back with types for the formats that have some. */
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import type { Dataset } from '../../engine/definition/dataset.ts'
import type { Field } from '../../engine/definition/field.ts'
import { copyOut } from '../../engine/export/copy-stream.ts'
import { type Copy, FORMATS, selectFor } from '../../engine/format/formats.ts'
import { completeOrder } from '../../engine/sql/order-by.ts'
import { type Reader, toText } from '../../engine/sql/read-pool.ts'
import { selectCount } from '../../engine/sql/select.ts'

export type Value = string | number | boolean | string[] | null

/** What takes the rows of a table, each as the values of its columns. */
export type Sink = {
  /** A promise where it has to be waited for. */
  add(row: readonly Value[]): Promise<void> | undefined
  end(): Promise<void>
}

const NOTHING = new Map()
const CSV = FORMATS.find(({ name }) => name === 'csv')?.copy as Copy

/** Writes all rows of a release in the order of their ids: the bytes of `?release=…&sort=id`. Returns how many. */
export async function writeCsv(
  { reader, seq, url }: { reader: Reader; seq: number; url: string },
  dataset: Dataset,
  path: string
): Promise<number> {
  const selection = { dataset, seq, conditions: NOTHING }
  const [counted] = await reader.rows<{ total: number }>(selectCount(selection), seq)
  const rows = counted?.total ?? 0
  const listing = { ...selection, columns: Object.keys(dataset.fields), order: completeOrder(dataset, []) }
  const source = copyOut({
    url,
    statement: toText(CSV.statement(selectFor(CSV, listing))),
    records: CSV.records(),
    expected: rows + CSV.headerLines
  })
  await pipeline(source, createWriteStream(path))
  return rows
}

function typed({ kind }: Field, cell: string): Value {
  if (cell === '') return null
  if (kind === 'integer' || kind === 'number') return Number(cell)
  if (kind === 'boolean') return cell === 'true'
  return kind === 'list' ? cell.split('|') : cell
}

/** The rows of a file that `writeCsv` wrote, each as the values of its columns. */
export async function* readRows(path: string, dataset: Dataset): AsyncGenerator<Value[]> {
  const fields = Object.values(dataset.fields)
  const parser = createReadStream(path).pipe(parse({ fromLine: 2 }))
  for await (const cells of parser as AsyncIterable<string[]>) {
    yield cells.map((cell, at) => typed(fields[at] as Field, cell))
  }
}
