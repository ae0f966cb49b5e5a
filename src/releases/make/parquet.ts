/** A dataset as Parquet: typed columns, real lists, compressed. */
import type { SchemaElement } from 'hyparquet'
import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { Dataset } from '../../engine/definition/dataset.ts'
import type { Field } from '../../engine/definition/field.ts'
import { readRows, type Value } from './rows.ts'

const GROUP_ROWS = 20_000

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const TYPES: Record<Exclude<Field['kind'], 'list'>, Omit<SchemaElement, 'name'>> = {
  text: TEXT,
  date: TEXT,
  code: TEXT,
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' }
}

const elementsOf = ([name, { kind }]: [string, Field]): SchemaElement[] =>
  kind === 'list'
    ? [
        { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', ...TEXT }
      ]
    : [{ name, repetition_type: 'OPTIONAL', ...TYPES[kind] }]

/** Writes the file. The same rows give the same bytes. */
export async function writeParquet(path: string, dataset: Dataset, csv: string): Promise<void> {
  const fields = Object.entries(dataset.fields)
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [{ name: dataset.name, num_children: fields.length }, ...fields.flatMap(elementsOf)],
    kvMetadata: [{ key: 'description', value: dataset.description[0] }],
    createdBy: 'ogp-open-data'
  })
  let rows: Value[][] = []
  const flush = async () => {
    if (rows.length === 0) return
    const columnData = fields.map(([name], at) => ({ name, data: rows.map(row => row[at] ?? null) }))
    await writer.write({ columnData, rowGroupSize: rows.length })
    rows = []
  }
  for await (const row of readRows(csv, dataset)) {
    rows.push(row)
    if (rows.length === GROUP_ROWS) await flush()
  }
  await flush()
  await writer.finish()
}
