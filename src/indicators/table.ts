/** Rows that were put together here, as a table: the database writes them as it writes everything else. */
import { type SQL, sql } from 'drizzle-orm'
import type { Field } from '../engine/definition/field.ts'
import type { Column } from '../engine/export/workbook-texts.ts'
import { type Copy, shapeOf } from '../engine/format/formats.ts'

type Named = readonly [name: string, column: Column]

const TYPES: Partial<Record<Column['kind'], string>> = {
  integer: 'int',
  number: 'float8',
  boolean: 'boolean',
  list: 'text[]'
}

export function tableOf(rows: readonly Record<string, unknown>[], columns: readonly Named[], copy: Copy): SQL {
  const fields = columns.map(
    ([name, column]) =>
      [name, { ...column, nullable: true, value: sql`${sql.identifier(name)}` } satisfies Field] as const
  )
  const typed = columns.map(([name, { kind }]) => sql`${sql.identifier(name)} ${sql.raw(TYPES[kind] ?? 'text')}`)
  const numbered = rows.map((row, at) => ({ ...row, position_: at }))
  return sql`select ${shapeOf(copy)(fields)} from json_to_recordset(${JSON.stringify(numbered)}::json)
    as put_together(${sql.join([...typed, sql`position_ int`], sql`, `)}) order by position_`
}
