/** A table as Parquet: typed columns, real lists, compressed. */
import type { SchemaElement } from 'hyparquet'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { Column, Table } from '../../engine/definition/bridge.ts'
import type { Sink, Value } from './rows.ts'

const GROUP_ROWS = 20_000

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const TYPES: Record<Exclude<Column['kind'], 'list'>, Omit<SchemaElement, 'name'>> = {
  text: TEXT,
  date: TEXT,
  code: TEXT,
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' }
}

const elementsOf = ([name, { kind }]: [string, Column]): SchemaElement[] =>
  kind === 'list'
    ? [
        { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...TEXT }
      ]
    : [{ name, repetition_type: 'OPTIONAL', ...TYPES[kind] }]

/** Opens the file for the rows of the table. The same rows give the same bytes. */
export function openParquet(path: string, table: Table): Sink {
  const fields = Object.entries(table.fields)
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [{ name: table.name, num_children: fields.length }, ...fields.flatMap(elementsOf)],
    kvMetadata: [{ key: 'description', value: table.description[0] }],
    createdBy: 'ogp-open-data'
  })
  let rows: (readonly Value[])[] = []
  const flush = async () => {
    if (rows.length === 0) return
    const columnData = fields.map(([name], at) => ({ name, data: rows.map(row => row[at] ?? null) }))
    await writer.write({ columnData, rowGroupSize: rows.length })
    rows = []
  }
  return {
    add(row) {
      rows.push(row)
      return rows.length === GROUP_ROWS ? flush() : undefined
    },
    async end() {
      await flush()
      await writer.finish()
    }
  }
}
