/** Files in the layouts of OGP's, with invented rows that say so. Nothing in them is a fact. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { LAYOUTS } from '../src/import/layouts/index.ts'
import { columnsOf, type Layout } from '../src/import/layouts/layout.ts'

export const layout = (id: string): Layout => {
  const found = LAYOUTS.find(candidate => candidate.id === id)
  if (!found) throw new Error(`no layout ${id}`)
  return found
}

export type Cells = Record<string, string>

type Writing = {
  delimiter?: string
  end?: string
  encoding?: BufferEncoding
  mark?: boolean
  /** Rows above the names. */
  above?: string[][]
  /** Rows behind the data. */
  below?: string[][]
}

const quoted = (cell: string, delimiter: string) =>
  [delimiter, '"', '\n', '\r'].some(mark => cell.includes(mark)) ? `"${cell.replaceAll('"', '""')}"` : cell

/** A table as text, with the header of the layout. */
export function write(columns: readonly string[], rows: readonly Cells[], writing: Writing = {}): Buffer {
  const { delimiter = ',', end = '\n', encoding = 'utf8', mark = false, above = [], below = [] } = writing
  const lines = [...above, [...columns], ...rows.map(row => columns.map(column => row[column] ?? '')), ...below]
  const text = lines.map(cells => cells.map(cell => quoted(cell, delimiter)).join(delimiter) + end).join('')
  return Buffer.concat([Buffer.from(mark ? '\ufeff' : '', encoding), Buffer.from(text, encoding)])
}

const folders = new WeakMap<Test, string>()

/** A path in a folder of the test's own, which goes with the test. */
export function pathFor(t: Test, name: string): string {
  const folder = folders.get(t) ?? t.testdir()
  folders.set(t, folder)
  return join(folder, name)
}

/** Writes a file of this layout into the test's own folder, and returns its path. */
export function writeFile(t: Test, id: string, rows: readonly Cells[], writing?: Writing, name = `${id}.csv`): string {
  const path = pathFor(t, name)
  writeFileSync(path, write(columnsOf(layout(id)), rows, writing))
  return path
}

/** A row of the layout of 2016 that keeps every rule. */
export const row2016 = (number: number, cells: Cells = {}): Cells => ({
  Country: 'Chile',
  'Action Plan Number': '9',
  'Comm No': String(number),
  'Commitment Title': `Synthetic commitment ${number} for tests`,
  'Year of submission': '2014',
  Specificity: 'b. medium',
  _Specificity: '2',
  'Potential impact': 'c. Moderate',
  '_Pot Impact Coded': '2',
  'Open Data': '1',
  ...cells
})
