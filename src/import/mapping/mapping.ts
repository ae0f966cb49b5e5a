/** A mapping: which columns of a file of an unknown layout are which of ours. Operators write it; we propose it. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type TableName, tables } from '../../db/tables.ts'
import type { InputFile } from '../files/file.ts'
import { LAYOUTS } from '../layouts/index.ts'
import {
  columnsOf,
  type Header,
  headerOf,
  type Layout,
  LayoutError,
  neededColumns,
  plainName
} from '../layouts/layout.ts'
import { enteredColumns } from '../publish/publish.ts'

export type Mapping = {
  /** The layout of OGP's, or the table of ours, that the file is read as. */
  reads: string
  /** Names of the file's columns by the names of the layout or the table. */
  columns: { [ours: string]: string }
  /** What every row has where the file has no column for it. */
  constants: { [ours: string]: string }
  /** Of a table: what ids are made of, such as "{country}-{year}". */
  id?: string
}

/** What a file is read as, and the columns this has. */
export type Target = { layout: Layout } | { table: TableName }

export const targetOf = (reads: string): Target | undefined => {
  const layout = LAYOUTS.find(({ id }) => id === reads)
  if (layout) return { layout }
  return Object.hasOwn(tables, reads) ? { table: reads as TableName } : undefined
}
export const targetColumns = (target: Target): string[] =>
  'layout' in target ? columnsOf(target.layout) : enteredColumns(tables[target.table]).filter(column => column !== 'id')

const isTexts = (value: unknown): value is { [name: string]: string } =>
  typeof value === 'object' && value !== null && Object.values(value).every(text => typeof text === 'string')

/** Reads a mapping. Throws a LayoutError that names every fault. */
export async function readMapping(path: string): Promise<Mapping> {
  const name = basename(path)
  let read: Partial<Mapping>
  try {
    read = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new LayoutError(`${name}: the mapping cannot be read: ${(error as Error).message}`)
  }
  const { reads = '', columns = {}, constants = {}, id } = read ?? {}
  const target = targetOf(String(reads))
  const faults: string[] = []
  if (!target)
    faults.push(`"reads" must be one of ${[...LAYOUTS.map(({ id }) => id), ...Object.keys(tables)].join(', ')}`)
  for (const [part, value] of Object.entries({ columns, constants })) {
    if (!isTexts(value)) faults.push(`"${part}" must hold texts by the names of columns`)
    else if (target)
      for (const column of Object.keys(value))
        if (!targetColumns(target).includes(column)) faults.push(`"${part}": ${reads} has no column "${column}"`)
  }
  if (target && 'table' in target && typeof id !== 'string') faults.push('"id" must say what ids are made of')
  if (faults.length > 0) throw new LayoutError(`${name}: ${faults.join('; ')}`)
  return { reads, columns, constants, ...(id === undefined ? {} : { id }) }
}

/** The row that holds all the names, and where each stands. Throws a LayoutError when there is none. */
export function mappedPlaces({ name, head }: InputFile, { columns }: Mapping) {
  const wanted = Object.entries(columns).filter(([, theirs]) => theirs !== '')
  const rows = head.map(({ cells }) => cells.map(plainName))
  const missingIn = (names: readonly string[]) => wanted.filter(([, theirs]) => !names.includes(plainName(theirs)))
  const row = rows.findIndex(names => missingIn(names).length === 0)
  if (row < 0) {
    const fewest = rows.map(missingIn).toSorted((a, b) => a.length - b.length)[0] ?? wanted
    throw new LayoutError(
      `${name}: no row holds all the columns of the mapping; missing: ${fewest.map(([, theirs]) => `"${theirs}"`).join(', ')}`
    )
  }
  const names = rows[row] ?? []
  return { row, names, places: new Map(wanted.map(([ours, theirs]) => [ours, names.indexOf(plainName(theirs))])) }
}

/** The header of a file that is read as a layout of OGP's, with its columns under the layout's names. */
export function mappedHeader(file: InputFile, layout: Layout, mapping: Mapping): Header {
  const { row, names, places } = mappedPlaces(file, mapping)
  const given = new Set([...places.keys(), ...Object.keys(mapping.constants)])
  const needed = neededColumns(layout).filter(column => !given.has(column))
  if (needed.length > 0)
    throw new LayoutError(`${file.name}: the mapping must name ${needed.map(column => `"${column}"`).join(', ')}`)
  const ours = new Map([...places].map(([column, at]) => [at, column]))
  const renamed = names.map((name, at) => {
    const column = ours.get(at)
    return column === undefined ? `\0${name}` : plainName(column)
  })
  const header = headerOf(layout, row, renamed, [], [])
  const unread = (file.head[row]?.cells ?? []).filter((cell, at) => cell.trim() !== '' && !ours.has(at))
  return { ...header, unread, constants: new Map(Object.entries(mapping.constants)) }
}
