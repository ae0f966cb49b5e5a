/** From the records of a file to batches of rows. */
import { tables } from '../db/tables.ts'
import type { Fault } from './check.ts'
import type { Row } from './copy.ts'
import { type InputFile, readRecords } from './file.ts'
import { type Edition, editionOf, type Known, sourceOf } from './known.ts'
import { type Header, LayoutError } from './layout.ts'
import { INCOMING, matchIncoming } from './match.ts'
import { incomingBatches, mintIds, PROVENANCE } from './merge.ts'
import { type Context, type Normalised, normalise } from './normalise.ts'
import { type OwnHeader, readOwn } from './own.ts'
import { type Batch, copyInto, type Transaction, writableColumns } from './publish.ts'

export type ReadOptions = {
  /** The files, own exports, are all there is of their datasets: what they do not hold has ended. */
  complete?: boolean
  /** The edition the files are of, where it is not their layout's own. */
  edition?: Edition
  /** The public address of the file, for locators. */
  address?: string
  /** The plan that a file without plan numbers speaks of. */
  plan?: number
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
  read: number
  skipped: number
  refused: number
  /** Columns of the file that have no counterpart here. */
  unread: readonly string[]
}

export type Input = { file: InputFile; report: FileReport; own?: OwnHeader; header?: Header }

const PROGRESS_ROWS = 500

export type Refuse = (faults: readonly Fault[]) => void

/** The rows of a file that keep every rule; the others are handed to `refuse`. */
async function* accepted(
  input: Input,
  read: (record: { line: number; cells: readonly string[] }) => Normalised,
  from: number,
  refuse: Refuse,
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
    if (row.faults.length > 0) refuse(row.faults)
    else yield row.values
  }
  tell(1)
}

/** The batch of an export of our own. */
export function ownBatches(input: Input, own: OwnHeader, refuse: Refuse, options: ReadOptions): Batch[] {
  const seen = new Map<string, number>()
  const read = (record: { line: number; cells: readonly string[] }): Normalised => {
    const row = readOwn(record, own, input.file.name)
    if (row === 'skipped') return row
    const id = String(row.values.id)
    const first = seen.get(id)
    if (first !== undefined)
      row.faults.push({
        file: input.file.name,
        line: record.line,
        column: 'id',
        value: id,
        reason: `stands on line ${first} already`
      })
    seen.set(id, record.line)
    return row
  }
  return [{ table: own.table, complete: options.complete ?? false, rows: accepted(input, read, 1, refuse, options) }]
}

/** The batches of a file of OGP's; its rows are staged and matched inside the transaction. */
export async function ogpBatches(
  tx: Transaction,
  input: Input,
  refuse: Refuse,
  options: ReadOptions,
  known: Known
): Promise<Batch[]> {
  const { file, header } = input
  if (!header) throw new LayoutError(`${file.name}: no header`)
  const edition = editionOf(header, options.edition, known)
  const source = sourceOf(file, header, options.address, known)
  const context: Context = {
    file: file.name,
    header,
    places: known.places,
    themes: known.themes,
    edition: edition.row.id,
    sourceId: source.id,
    locator: source.locator,
    plan: options.plan ?? 1,
    headings: new Set(file.head.slice(0, header.row + 1).map(({ cells }) => cells.join('\t')))
  }
  const rows = accepted(input, record => normalise(record, context), header.row + 1, refuse, options)
  const incidental: Batch[] = [
    ...(source.row ? [{ table: 'sources', complete: false, incidental: true, rows: [source.row] } as const] : []),
    ...(edition.isNew ? [{ table: 'editions', complete: false, incidental: true, rows: [edition.batch] } as const] : [])
  ]
  if (header.layout.kind === 'process') return [...incidental, ...(await processBatches(rows, known, refuse, input))]
  await stageIncoming(tx, rows)
  await matchIncoming(tx)
  await mintIds(tx)
  return [
    ...incidental,
    ...incomingBatches({ id: edition.row.id, rank: edition.row.rank }, header.layout.edition === 'explorer-2016')
  ]
}

/** The normalised rows of a file in a table of their own, where they are matched against what is known. */
async function stageIncoming(tx: Transaction, rows: AsyncGenerator<Row>): Promise<void> {
  const commitment = writableColumns(tables.commitments).filter(column => column !== 'id')
  const reading = writableColumns(tables.irm_readings).filter(
    column => !['id', 'commitment', 'newest', ...commitment].includes(column)
  )
  await tx`drop table if exists ${tx(INCOMING)}`
  await tx.unsafe(`create temp table ${INCOMING} on commit drop as select 0 as row, ''::text as id, ''::text as proposed, ''::text as plan_ogp_id,
    0 as plan_end_year, 0 as plan_years, ${commitment.map(column => `c."${column}"`).join(', ')}, ${reading.map(column => `r."${column}"`).join(', ')}
    from commitments c, irm_readings r limit 0`)
  let row = 0
  async function* counted() {
    for await (const values of rows) yield { row: String(++row), ...values }
  }
  await copyInto(
    tx,
    INCOMING,
    ['row', 'proposed', 'plan_ogp_id', 'plan_end_year', 'plan_years', ...commitment, ...reading],
    counted()
  )
  await tx`create unique index on ${tx(INCOMING)} (row)`
  await tx`create index on ${tx(INCOMING)} (proposed)`
  await tx`analyze ${tx(INCOMING)}`
}

/** Process assessments are few: their plans are made here, where they are not known. */
async function processBatches(rows: AsyncGenerator<Row>, known: Known, refuse: Refuse, input: Input): Promise<Batch[]> {
  const assessments: Row[] = []
  const seen = new Set<string>()
  for await (const values of rows) {
    const id = String(values.id)
    if (seen.has(id))
      refuse([{ file: input.file.name, line: 0, column: 'plan', value: id, reason: 'occurs twice in the file' }])
    else assessments.push(values)
    seen.add(id)
  }
  const plans = assessments
    .filter(({ id }) => !known.plans.has(String(id)))
    .map(({ id, member, country, locality, plan_number, year, source_id, source_locator }) => ({
      id,
      member,
      country,
      locality,
      number: plan_number,
      year,
      submission_year: year,
      source_id,
      source_locator
    }))
  for (const { id } of plans) known.plans.add(String(id))
  return [
    { table: 'action_plans', complete: false, ignoring: PROVENANCE, rows: plans as Row[] },
    { table: 'process_assessments', complete: false, ignoring: PROVENANCE, rows: assessments }
  ]
}
