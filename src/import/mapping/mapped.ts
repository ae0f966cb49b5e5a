/** Rows of a file that is read, by a mapping, as one of our tables. */

import { plainName as plainCountry } from '../../db/country-names.ts'
import { type TableName, tables } from '../../db/tables.ts'
import { rulesOf } from '../../db/versioned.ts'
import { readDate } from '../cells/dates.ts'
import type { Places } from '../cells/place-names.ts'
import type { Row } from '../copy-format.ts'
import type { InputFile, Record } from '../files/file.ts'
import { LayoutError } from '../layouts/layout.ts'
import type { Normalised } from '../normalise.ts'
import { referencesOf } from '../publish/references.ts'
import { checkRow, type Fault, parseCell } from '../validate.ts'
import { type Mapping, mappedPlaces, targetColumns } from './mapping.ts'

export type MappedHeader = {
  table: TableName
  row: number
  places: ReadonlyMap<string, number>
  unread: readonly string[]
  absent: readonly string[]
  mapping: Mapping
}

/** Columns that tell where a row was read; the importer fills them. */
const ORIGIN = ['source_id', 'source_locator']

export function mappedTable(file: InputFile, table: TableName, mapping: Mapping): MappedHeader {
  const { row, places } = mappedPlaces(file, mapping)
  const known = new Set([...places.keys(), ...Object.keys(mapping.constants), ...ORIGIN])
  const parts = [...(mapping.id ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const unknown = parts.filter(name => !known.has(name))
  if (parts.length === 0 || unknown.length > 0)
    throw new LayoutError(
      `${file.name}: ids cannot be made of "${mapping.id}"${unknown.length > 0 ? `: the mapping has no ${unknown.join(', ')}` : '; name columns in braces'}`
    )
  const read = new Set(places.values())
  return {
    table,
    row,
    places,
    mapping,
    unread: (file.head[row]?.cells ?? []).filter((cell, at) => cell.trim() !== '' && !read.has(at)),
    absent: targetColumns({ table }).filter(column => !known.has(column))
  }
}

const YES_NO: { [text: string]: string } = {
  yes: 'true',
  y: 'true',
  '1': 'true',
  no: 'false',
  n: 'false',
  '0': 'false'
}

/** A text as the column writes it: codes, flags, whole numbers, percentages and dates in the words of others. */
export function coerce(table: TableName, column: string, text: string): string {
  const rule = rulesOf(tables[table])[column]
  if (!rule || rule.accepts(text)) return text
  const plain = plainCountry(text)
  const written = [
    rule.allowed?.find(code => plainCountry(code) === plain),
    YES_NO[plain],
    text.replace(/\.0+$/, ''),
    text.replace(/\s*%$/, ''),
    readDate(text).date
  ]
  return written.find(form => form != null && rule.accepts(form)) ?? text
}

const slugOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

type Context = { file: string; places: Places; sourceId: string; locator: (line: number) => string }

/** Reads a record; `skipped` for a blank line. */
export function readMapped({ cells, line }: Record, header: MappedHeader, context: Context): Normalised {
  const { table, places, mapping } = header
  if (cells.every(cell => cell.trim() === '')) return 'skipped'
  const at = { file: context.file, line }
  const faults: Fault[] = []
  const left: Fault[] = []
  const countries = new Set(
    referencesOf(table)
      .filter(({ target }) => target === 'countries')
      .map(({ column }) => column)
  )
  const texts = [
    ...[...places].map(([column, place]) => [column, (cells[place] ?? '').trim()] as const),
    ...Object.entries(mapping.constants)
  ]
  const values: Row = { source_id: context.sourceId, source_locator: context.locator(line) }
  for (const [column, text] of texts) {
    const place = countries.has(column) && text !== '' ? context.places.find(text) : undefined
    if (countries.has(column) && text !== '' && !place)
      faults.push({
        ...at,
        column: mapping.columns[column] ?? column,
        value: text,
        reason: 'is not the name of a country'
      })
    values[column] = parseCell(table, column, place?.country ?? coerce(table, column, text))
  }
  const id = slugOf((mapping.id ?? '').replace(/\{(\w+)\}/g, (_, column) => String(values[column] ?? '')))
  const isCode = countries.size > 0 && mapping.id?.startsWith('{country}')
  values.id = isCode ? id : id.toLowerCase()
  for (const fault of checkRow(table, values, at)) {
    const named = { ...fault, column: mapping.columns[fault.column] ?? fault.column }
    if (fault.value === '' || fault.column === 'id') {
      if (!header.absent.includes(fault.column)) faults.push(named)
    } else if (!faults.some(({ column }) => column === named.column)) {
      values[fault.column] = null
      left.push(named)
    }
  }
  // What was emptied may be what a row cannot do without.
  for (const fault of checkRow(table, values, at))
    if (left.some(({ column }) => column === (mapping.columns[fault.column] ?? fault.column))) faults.push(fault)
  return { values, faults, left }
}
