/** From the records of a file to batches of rows. */
import type { TableName } from '../db/tables.ts'
import type { Words } from '../i18n/words.ts'
import type { Row } from './copy-format.ts'
import type { Context } from './facts.ts'
import { type InputFile, type Record, readRecords } from './files/file.ts'
import { type Header, LayoutError } from './layouts/layout.ts'
import { type Edition, editionOf, editionRow, type Known, sourceOf } from './lookups.ts'
import { type MappedHeader, readMapped } from './mapping/mapped.ts'
import { removeTwins, stageIncoming } from './match/incoming.ts'
import { matchIncoming } from './match/match.ts'
import { commitmentBatches, mintIds, PROVENANCE, processBatches } from './merge/merge.ts'
import { type Normalised, normalise } from './normalise.ts'
import { type OwnHeader, readOwn } from './own-export.ts'
import type { Batch, Transaction } from './publish/publish.ts'
import type { Fault } from './validate.ts'

export type ReadOptions = {
  /** The files, own exports, are all there is of their datasets: what they do not hold has ended. */
  complete?: boolean
  /** The edition the files are of, where it is not their layout's own. */
  edition?: Edition
  /** The public address of the file, for locators. */
  address?: string
  /** The plan that a file without plan numbers speaks of. */
  plan?: number
  /** Of an extract: what it holds of the commitments of its plans, in a few words of both languages. */
  selection?: Words
  /** Hears how far the reading is. */
  onProgress?: (progress: Progress) => void
}

/** `share` of the file's bytes are read, from 0 to 1. */
export type Progress = { file: string; rows: number; share: number }

export type FileReport = {
  file: string
  layout: string
  sha256: string
  encoding: string
  delimiter: string
  /** The sheet of a workbook that was read. */
  sheet?: string
  read: number
  skipped: number
  refused: number
  /** Cells that could not be read and were left empty. */
  left: number
  /** Columns of the file that have no counterpart here. */
  unread: readonly string[]
  /** Columns of the layout that the file does not have. */
  missing: readonly string[]
}

export type Input = { file: InputFile; report: FileReport; own?: OwnHeader; header?: Header; mapped?: MappedHeader }

const PROGRESS_ROWS = 500

/** What hears of rows that stay out, and of cells that are left empty. */
export type Listener = { refuse: (faults: readonly Fault[]) => void; leave: (faults: readonly Fault[]) => void }

/** The rows of a file that keep every rule; the others are handed to the listener. */
async function* accepted(
  input: Input,
  read: (record: Record) => Normalised,
  from: number,
  listener: Listener,
  options: ReadOptions
): AsyncGenerator<Row> {
  let at = 0
  let bytes = 0
  const { file, report } = input
  const tell = (share: number) => options.onProgress?.({ file: file.name, rows: report.read, share })
  tell(0)
  for await (const record of readRecords(file, count => {
    bytes += count
  })) {
    if (at++ < from) continue
    const row = read(record)
    if (row === 'skipped') {
      report.skipped++
      continue
    }
    report.read++
    if (report.read % PROGRESS_ROWS === 0) tell(Math.min(bytes / file.bytes, 0.99))
    if (row.faults.length > 0) listener.refuse(row.faults)
    else {
      if (row.left.length > 0) listener.leave(row.left)
      yield row.values
    }
  }
  tell(1)
}

/** Refuses a row whose id an earlier line of the file has already. */
function once(file: string, read: (record: Record) => Normalised): (record: Record) => Normalised {
  const seen = new Map<string, number>()
  return record => {
    const row = read(record)
    if (row === 'skipped') return row
    const id = String(row.values.id)
    const first = seen.get(id)
    if (first !== undefined)
      row.faults.push({ file, line: record.line, column: 'id', value: id, reason: `duplicate of line ${first}` })
    seen.set(id, record.line)
    return row
  }
}

/** The batch of an export of our own. */
export function ownBatches(input: Input, own: OwnHeader, listener: Listener, options: ReadOptions): Batch[] {
  const read = once(input.file.name, record => readOwn(record, own, input.file.name))
  const complete = options.complete ?? false
  async function* rows() {
    yield* accepted(input, read, 1, listener, options)
    if (complete && input.report.read === 0)
      throw new LayoutError(
        `${input.file.name}: the file holds a header and no rows; with --complete it would end every row of ${own.table}`
      )
  }
  return [{ table: own.table, complete, rows: rows(), keeping: own.absent, across: own.renamed !== undefined }]
}

const incidental = (table: TableName, row: Row): Batch => ({ table, complete: false, incidental: true, rows: [row] })

/** The batches of a file that a mapping reads as one of our tables. */
export function mappedBatches(
  input: Input,
  header: MappedHeader,
  listener: Listener,
  options: ReadOptions,
  known: Known
): Batch[] {
  const { file } = input
  const source = sourceOf(file, undefined, options.address ?? file.address, known)
  const context = { file: file.name, places: known.places, sourceId: source.id, locator: source.locator }
  const read = once(file.name, record => readMapped(record, header, context))
  const rows = accepted(input, read, header.row + 1, listener, options)
  return [
    ...(source.row ? [incidental('sources', source.row)] : []),
    { table: header.table, complete: false, rows, keeping: header.absent, ignoring: PROVENANCE }
  ]
}

/** The batches of a file of OGP's; its rows are staged and matched inside the transaction. */
export async function ogpBatches(
  tx: Transaction,
  input: Input,
  listener: Listener,
  options: ReadOptions,
  known: Known
): Promise<Batch[]> {
  const { file, header } = input
  if (!header) throw new LayoutError(`${file.name}: no header`)
  const edition = editionOf(header, options.edition, known)
  const source = sourceOf(file, header.layout, options.address ?? file.address, known)
  const context: Context = {
    file: file.name,
    header,
    places: known.places,
    themes: known.themes,
    edition: edition.id,
    sourceId: source.id,
    locator: source.locator,
    plan: options.plan ?? 1,
    headings: new Set(file.head.slice(0, header.row + 1).map(({ cells }) => cells.join('\t')))
  }
  const rows = accepted(input, record => normalise(record, context), header.row + 1, listener, options)
  const { layout } = header
  await stageIncoming(tx, layout.kind, rows)
  for (const { line, first, column, value } of await removeTwins(tx, layout.kind)) {
    listener.refuse([{ file: file.name, line, column, value, reason: `duplicate of line ${first}` }])
  }
  if (layout.kind === 'commitments') {
    await matchIncoming(tx, edition.id)
    await mintIds(tx)
  }
  const told = editionRow(edition, header, { id: source.id, isNew: source.row !== undefined }, options.selection)
  const statement = {
    edition: edition.id,
    rank: edition.rank,
    database: layout.kind,
    source: source.id,
    extent: edition.extent,
    older: source.older
  }
  return [
    ...(source.row ? [incidental('sources', source.row)] : []),
    ...(told ? [incidental('editions', told)] : []),
    ...(layout.kind === 'process' ? processBatches(statement) : commitmentBatches(statement, layout.counts ?? false))
  ]
}
