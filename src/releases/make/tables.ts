/** A dataset and its lists in every format but its own CSV, which is read once for all of them. */
import { open } from 'node:fs/promises'
import { type Bridge, bridged, bridgesOf, type Table } from '../../engine/definition/bridge.ts'
import type { Dataset } from '../../engine/definition/dataset.ts'
import { csvRecord } from '../../engine/format/csv-record.ts'
import { openParquet } from './parquet.ts'
import { readRows, type Sink, type Value } from './rows.ts'
import type { Database } from './sqlite.ts'

const CHUNK_LENGTH = 64 * 1024

async function openCsv(path: string, table: Table): Promise<Sink> {
  const file = await open(path, 'wx')
  let text = csvRecord(Object.keys(table.fields))
  const flush = async () => {
    const chunk = text
    text = ''
    await file.write(chunk)
  }
  return {
    add(row) {
      text += csvRecord(row.map(String))
      return text.length > CHUNK_LENGTH ? flush() : undefined
    },
    end: () => flush().finally(() => file.close())
  }
}

type Output = { rows: number; sinks: readonly Sink[] }

async function add(output: Output, row: readonly Value[]): Promise<void> {
  output.rows++
  for (const sink of output.sinks) {
    const full = sink.add(row)
    if (full) await full
  }
}

/**
 * Writes the dataset into the database and as Parquet, and each of its lists as CSV too. Returns the lists with how many
 * rows they have.
 */
export async function writeTables(
  dataset: Dataset,
  csv: string,
  database: Database,
  at: (name: string) => string
): Promise<{ bridge: Bridge; rows: number }[]> {
  const open = async (table: Table, more: readonly Sink[] = []): Promise<Output> => ({
    rows: 0,
    sinks: [database.table(table), openParquet(at(`${table.name}.parquet`), table), ...more]
  })
  const whole = await open(dataset)
  const columns = Object.keys(dataset.fields)
  const bridges: { bridge: Bridge; place: number; output: Output }[] = []
  // One after the other: the database keeps its tables in the order in which they were made.
  for (const bridge of bridgesOf(dataset)) {
    const output = await open(bridge, [await openCsv(at(`${bridge.name}.csv`), bridge)])
    bridges.push({ bridge, place: columns.indexOf(bridge.list), output })
  }
  for await (const row of readRows(csv, dataset)) {
    await add(whole, row)
    for (const { place, output } of bridges) {
      for (const each of bridged(row[0] as string, row[place] as string[] | null)) await add(output, each)
    }
  }
  for (const { sinks } of [whole, ...bridges.map(({ output }) => output)]) for (const sink of sinks) await sink.end()
  return bridges.map(({ bridge, output }) => ({ bridge, rows: output.rows }))
}
