/** Our own CSV exports, edited and brought back: the columns of one table, under their public names. */
import { type TableName, tables } from '../db/tables.ts'
import { checkRow, type Fault, parseCell } from './check.ts'
import type { Row } from './copy.ts'
import type { Record } from './file.ts'
import { DERIVED, writableColumns } from './publish.ts'

export type OwnHeader = {
  table: TableName
  places: ReadonlyMap<string, number>
  unread: readonly string[]
  width: number
  /** What the export calls `id` names another row; the columns of ours that follow from it. */
  renamed?: Renaming
}

type Renaming = (row: Row) => Row

/** Exports that hold a table's rows under the id of something else, and so without the column that names it. */
const RENAMED: { table: TableName; without: string; rename: Renaming }[] = [
  {
    // The newest reading of a commitment goes by the id of the commitment.
    table: 'irm_readings',
    without: 'commitment',
    rename: row => ({ ...row, commitment: row.id, id: `${row.id}-${row.edition}` })
  }
]

/** The columns of a table that a file must hold to be taken for an export of it. */
const exchanged = (table: TableName): string[] => writableColumns(tables[table]).filter(column => !DERIVED.has(column))

/** Tells which table the header is of; undefined when it is of none. */
export function recogniseOwn({ cells }: Record): OwnHeader | undefined {
  const names = cells.map(cell => cell.replaceAll('\ufeff', '').trim())
  const fitting = (Object.keys(tables) as TableName[]).filter(table =>
    exchanged(table).every(column => names.includes(column))
  )
  const renamed = RENAMED.find(
    ({ table, without }) =>
      !names.includes(without) && exchanged(table).every(column => column === without || names.includes(column))
  )
  const [table = renamed?.table] = fitting.sort((a, b) => exchanged(b).length - exchanged(a).length)
  if (!table) return undefined
  const wanted = new Set(exchanged(table))
  const places = new Map([...names.entries()].flatMap(([at, name]) => (wanted.has(name) ? [[name, at] as const] : [])))
  const unread = names.filter(name => name && !wanted.has(name))
  return {
    table,
    places,
    unread,
    width: names.length,
    ...(renamed?.table === table ? { renamed: renamed.rename } : {})
  }
}

/** A record as a row of the table; `skipped` for a blank line. */
export function readOwn(
  { cells, line }: Record,
  { table, places, width, renamed = row => row }: OwnHeader,
  file: string
): { values: Row; faults: Fault[]; left: Fault[] } | 'skipped' {
  if (cells.every(cell => cell === '')) return 'skipped'
  const values = renamed(
    Object.fromEntries([...places].map(([column, at]) => [column, parseCell(table, column, cells[at])]))
  )
  const faults = checkRow(table, values, { file, line })
  if (cells.length !== width) {
    faults.push({
      file,
      line,
      column: `column ${cells.length}`,
      value: cells.at(-1) ?? '',
      reason: `makes ${cells.length} cells, where the header has ${width}`
    })
  }
  return { values, faults, left: [] }
}
