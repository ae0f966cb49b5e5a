/** Our own CSV exports, edited and brought back: the columns of one table, under their public names. */
import { getTableConfig } from 'drizzle-orm/pg-core'
import { type TableName, tables } from '../db/tables.ts'
import { keyOf } from '../db/versioned.ts'
import type { Row } from './copy-format.ts'
import type { Record } from './files/file.ts'
import { LayoutError } from './layouts/layout.ts'
import { enteredColumns } from './publish/publish.ts'
import { checkRow, type Fault, parseCell } from './validate.ts'

export type OwnHeader = {
  table: TableName
  places: ReadonlyMap<string, number>
  unread: readonly string[]
  /** Columns of the table that the file does not have: they keep their values. */
  absent: readonly string[]
  width: number
  /** What the export calls `id` is the first part of the id; the row as the table has it. */
  renamed?: (row: Row) => Row
}

/** How much of a table an export must hold to be known for it: columns are added in later versions. */
const LEAST_SHARE = 2 / 3

type Likeness = { table: TableName; found: string[]; missing: string[]; needed: string[]; first?: string }

const neededColumns = (table: TableName): string[] => {
  const entered = new Set(enteredColumns(tables[table]))
  return getTableConfig(tables[table])
    .columns.filter(({ name, notNull }) => notNull && entered.has(name))
    .map(({ name }) => name)
}

/** How like an export of a table a header is; once more where rows go by the first part of their id. */
function likenesses(names: readonly string[]): Likeness[] {
  return (Object.keys(tables) as TableName[]).flatMap(table => {
    const [first] = keyOf(tables[table])
    return [undefined, ...(first && !names.includes(first) ? [first] : [])].map(without => {
      const columns = enteredColumns(tables[table]).filter(column => column !== without)
      return {
        table,
        found: columns.filter(column => names.includes(column)),
        missing: columns.filter(column => !names.includes(column)),
        needed: neededColumns(table).filter(column => column !== without && !names.includes(column)),
        ...(without ? { first: without } : {})
      }
    })
  })
}

const namesOf = ({ cells }: Record) => cells.map(cell => cell.replaceAll('\ufeff', '').trim())
/** A column that is missing speaks against a table more than one that is found speaks for it. */
const likeness = ({ found, missing }: Likeness) => found.length - 2 * missing.length
const nearest = (all: readonly Likeness[]) => all.toSorted((a, b) => likeness(b) - likeness(a))[0]

/** Tells which table the header is of; undefined when it is of none. */
export function recogniseOwn(record: Record): OwnHeader | undefined {
  const names = namesOf(record)
  if (!names.includes('id')) return undefined
  const best = nearest(likenesses(names))
  if (!best || best.needed.length > 0) return undefined
  if (best.found.length < LEAST_SHARE * (best.found.length + best.missing.length)) return undefined
  const { table, found, missing, first } = best
  const twice = found.find(column => names.indexOf(column) !== names.lastIndexOf(column))
  if (twice) throw new LayoutError(`the header of this export of ${table} holds the column "${twice}" twice`)
  return {
    table,
    places: new Map(found.map(column => [column, names.indexOf(column)])),
    unread: names.filter(name => name && !found.includes(name)),
    absent: missing,
    width: names.length,
    ...(first ? { renamed: row => renamed(table, first, row) } : {})
  }
}

const renamed = (table: TableName, first: string, row: Row): Row => {
  const whole = { ...row, [first]: row.id }
  return {
    ...whole,
    id: keyOf(tables[table])
      .map(column => whole[column as keyof typeof whole])
      .join('-')
  }
}

/** What differs from the export it comes nearest to; undefined for a file that has no id. */
export function describeOwnMiss(name: string, record: Record): { share: number; message: string } | undefined {
  const names = namesOf(record)
  const best = names.includes('id') ? nearest(likenesses(names)) : undefined
  if (!best) return undefined
  const { table, found, missing } = best
  const others = names.filter(name => name && !found.includes(name))
  const list = (columns: readonly string[]) => columns.map(column => `"${column}"`).join(', ') || 'none'
  return {
    share: found.length / Math.max(names.length, 1),
    message: `${name}: no export of ours, nor a file of OGP’s; the nearest is our table ${table}. Missing: ${list(missing)}. Not of the table: ${list(others)}`
  }
}

/** A record as a row of the table; `skipped` for a blank line. */
export function readOwn(
  { cells, line }: Record,
  { table, places, absent, width, renamed = row => row }: OwnHeader,
  file: string
): { values: Row; faults: Fault[]; left: Fault[] } | 'skipped' {
  if (cells.every(cell => cell === '')) return 'skipped'
  const values = renamed(
    Object.fromEntries([...places].map(([column, at]) => [column, parseCell(table, column, cells[at])]))
  )
  const faults = checkRow(table, values, { file, line }).filter(({ column }) => !absent.includes(column))
  if (cells.length !== width) {
    faults.push({
      file,
      line,
      column: `column ${cells.length}`,
      value: cells.at(-1) ?? '',
      reason: `the row has ${cells.length} cells, and the header ${width}`
    })
  }
  return { values, faults, left: [] }
}
