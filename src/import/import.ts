/** Files in, one release out. */
import { connect } from '../db/client.ts'
import type { TableName } from '../db/tables.ts'
import { tables } from '../db/tables.ts'
import type { Fault } from './check.ts'
import type { Row } from './copy.ts'
import { type InputFile, openFile, readRecords } from './file.ts'
import { type Header, LayoutError, plainName, recognise } from './layout.ts'
import { LAYOUTS } from './layouts/index.ts'
import { INCOMING, matchIncoming } from './match.ts'
import { incomingBatches, mintIds, PROVENANCE } from './merge.ts'
import { type Context, type Normalised, normalise } from './normalise.ts'
import { type OwnHeader, readOwn, recogniseOwn } from './own.ts'
import { type Places, readPlaces } from './places.ts'
import {
  type Batch,
  copyInto,
  type NewRelease,
  publish,
  type TableReport,
  type Transaction,
  writableColumns
} from './publish.ts'

export type ImportOptions = {
  files: readonly string[]
  release: NewRelease
  /** Read, check and compare, but publish nothing. */
  dryRun?: boolean
  /** Publish nothing when a single row is refused. */
  strict?: boolean
  /** The files, own exports, are all there is of their datasets: what they do not hold has ended. */
  complete?: boolean
  /** The edition the files are of, where it is not their layout's own. */
  edition?: { id: string; date?: string }
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

export type ImportReport = {
  release: string
  /** False when nothing was new, or nothing was to be published. */
  published: boolean
  outcome: 'published' | 'nothing changed' | 'dry run' | 'refused'
  files: FileReport[]
  tables: Partial<Record<TableName, TableReport>>
  refusals: Fault[]
  refusedRows: number
}

const REFUSALS_KEPT = 1000
const PROGRESS_ROWS = 500

type Input = { file: InputFile; report: FileReport; own?: OwnHeader; header?: Header }

/** Imports files as one release. Throws FileError, LayoutError or PublishError when a file cannot be taken at all. */
export async function importFiles(url: string, options: ImportOptions): Promise<ImportReport> {
  const inputs: Input[] = []
  for (const path of options.files) inputs.push(look(await openFile(path), options.complete ?? false))
  const refusals: Fault[] = []
  const report: ImportReport = {
    release: options.release.id,
    published: false,
    outcome: 'published',
    files: inputs.map(input => input.report),
    tables: {},
    refusals,
    refusedRows: 0
  }
  const strict = options.strict || options.complete
  const abandon = () => options.dryRun === true || (strict === true && report.refusedRows > 0)
  const known = await readKnown(url)
  const steps = inputs.map(input => async (tx: Transaction) => {
    const refuse = (faults: readonly Fault[]) => {
      report.refusedRows++
      input.report.refused++
      refusals.push(...faults.slice(0, Math.max(0, REFUSALS_KEPT - refusals.length)))
    }
    return input.own ? ownBatches(input, input.own, refuse, options) : ogpBatches(tx, input, refuse, options, known)
  })
  const sources = inputs.map(({ file }) => file.name)
  const published = await publish(url, { ...options.release, sources }, { steps, abandon })
  report.published = published.published
  report.tables = published.tables
  if (!published.published) {
    report.outcome = strict && report.refusedRows > 0 ? 'refused' : options.dryRun ? 'dry run' : 'nothing changed'
  }
  return report
}

function look(file: InputFile, complete: boolean): Input {
  const shape = {
    file: file.name,
    sha256: file.sha256,
    encoding: file.encoding,
    delimiter: file.delimiter,
    read: 0,
    skipped: 0,
    refused: 0
  }
  const own = file.head[0] && recogniseOwn(file.head[0])
  if (complete && (!own || own.renamed)) {
    throw new LayoutError(
      `${file.name}: only an export that holds a whole dataset can be complete${own ? '; this one holds the newest readings of irm-readings' : ', and this is a file of OGP’s'}`
    )
  }
  if (own) return { file, own, report: { ...shape, layout: own.table, unread: own.unread } }
  const header = recognise(file.name, file.head, LAYOUTS)
  return { file, header, report: { ...shape, layout: header.layout.id, unread: header.unread } }
}

type Refuse = (faults: readonly Fault[]) => void

/** The rows of a file that keep every rule; the others are handed to `refuse`. */
async function* accepted(
  input: Input,
  read: (record: { line: number; cells: readonly string[] }) => Normalised,
  from: number,
  refuse: Refuse,
  options: ImportOptions
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

function ownBatches(input: Input, own: OwnHeader, refuse: Refuse, options: ImportOptions): Batch[] {
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

type Known = {
  places: Places
  themes: Map<string, { tag: string; theme: string }>
  editions: { id: string; rank: number; date: string | null }[]
  sources: { id: string; url: string | null; note: string | null }[]
  plans: Set<string>
}

async function readKnown(url: string): Promise<Known> {
  const sql = connect(url, { name: 'ogp-open-data import', readOnly: true })
  try {
    const tags = await sql<{ scheme: string; tag: string; column_name: string | null; theme: string }[]>`
      select scheme, tag, column_name, theme from theme_tags where valid_to is null`
    return {
      places: await readPlaces(sql),
      themes: new Map(
        tags.flatMap(({ scheme, tag, column_name, theme }) =>
          [tag, column_name ?? tag].map(name => [`${scheme} ${plainName(name)}`, { tag, theme }] as const)
        )
      ),
      editions: await sql`select id, rank, date from editions where valid_to is null order by rank`,
      sources: await sql`select id, url, note from sources where valid_to is null`,
      plans: new Set(
        (await sql<{ id: string }[]>`select id from action_plans where valid_to is null`).map(({ id }) => id)
      )
    }
  } finally {
    await sql.end()
  }
}

async function ogpBatches(
  tx: Transaction,
  input: Input,
  refuse: Refuse,
  options: ImportOptions,
  known: Known
): Promise<Batch[]> {
  const { file, header } = input
  if (!header) throw new LayoutError(`${file.name}: no header`)
  const edition = editionOf(header, options, known)
  const source = sourceOf(file, header, options, known)
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
    for await (const values of rows) yield { ...values, row: String(++row) }
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

function editionOf({ layout }: Header, { edition }: ImportOptions, known: Known) {
  const id = edition?.id ?? layout.edition
  const found = known.editions.find(candidate => candidate.id === id)
  if (found) return { row: found, isNew: false, batch: {} }
  const date = edition?.date ?? null
  const before = known.editions.filter(candidate => date && candidate.date && candidate.date <= date)
  const row = { id, date, rank: Math.max(0, ...before.map(({ rank }) => rank)) + 1 }
  known.editions.push(row)
  const batch: Row = {
    id,
    name_en: `${layout.title} (${id})`,
    name_fr: `${layout.title} (${id})`,
    date,
    rank: String(row.rank),
    note: null,
    source_id: known.sources[0]?.id ?? null,
    source_locator: null
  }
  return { row, isNew: true, batch }
}

/** The document the file is: one that is known by its digest, or a new one. */
function sourceOf(file: InputFile, { layout }: Header, { address }: ImportOptions, known: Known) {
  const found = known.sources.find(({ note }) => note?.includes(file.sha256))
  const base = found?.url ?? address
  const locator = (line: number) => (base ? `${base}#L${line}` : `${file.name}, line ${line}`)
  if (found) return { id: found.id, locator, row: undefined }
  const id = `file-${file.sha256.slice(0, 12)}`
  const row: Row = {
    id,
    title: `${layout.title}: ${file.name}`,
    publisher: 'Open Government Partnership, Independent Reporting Mechanism',
    published: null,
    language: null,
    url: address ?? null,
    license: null,
    note: `Imported file of ${file.bytes} bytes, sha256 ${file.sha256}. No licence is known; credit the Open Government Partnership, Independent Reporting Mechanism.`
  }
  return { id, locator, row }
}
