/** Files in, one release out. */
import type { TableName } from '../db/tables.ts'
import {
  type FileReport,
  type Input,
  type Listener,
  mappedBatches,
  ogpBatches,
  ownBatches,
  type ReadOptions
} from './batches.ts'
import type { InputFile } from './files/file.ts'
import { withFiles } from './files/gather.ts'
import { LAYOUTS } from './layouts/index.ts'
import { type Header, LayoutError, recognise } from './layouts/layout.ts'
import { editionOf, type Known, readKnown, titleOf } from './lookups.ts'
import { mappedTable } from './mapping/mapped.ts'
import { type Mapping, mappedHeader, targetOf } from './mapping/mapping.ts'
import { type Proposal, propose } from './mapping/proposal.ts'
import { describeOwnMiss, recogniseOwn } from './own-export.ts'
import { type NewRelease, publish, type TableReport, type Transaction } from './publish/publish.ts'
import type { Fault } from './validate.ts'

export type ImportOptions = ReadOptions & {
  files: readonly string[]
  release: NewRelease
  /** How a file of an unknown layout is read. */
  mapping?: Mapping
  /** The sheet of a workbook, where more than one can be read. */
  sheet?: string
  /** Read, check and compare, but publish nothing. */
  dryRun?: boolean
  /** Publish nothing when a single row is refused, or a cell cannot be read. */
  strict?: boolean
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
  /** Cells that could not be read: they are left empty, and their text is kept beside. */
  left: Fault[]
  leftCells: number
}

const FAULTS_KEPT = 1000

/** Imports files, folders, archives, workbooks and addresses as one release. Throws FileError, LayoutError or PublishError when a file cannot be taken at all. */
export const importFiles = (url: string, options: ImportOptions): Promise<ImportReport> =>
  withFiles(options.files, { sheet: options.sheet, isKnown }, files => importOpened(url, files, options))

const isKnown = (head: InputFile['head']): boolean => {
  try {
    return head[0] !== undefined && (recogniseOwn(head[0]) !== undefined || recognise('', head, LAYOUTS) !== undefined)
  } catch (error) {
    if (error instanceof LayoutError) return false
    throw error
  }
}

async function importOpened(url: string, files: readonly InputFile[], options: ImportOptions): Promise<ImportReport> {
  const inputs = files.map(file => look(file, options))
  const refusals: Fault[] = []
  const left: Fault[] = []
  const report: ImportReport = {
    release: options.release.id,
    published: false,
    outcome: 'published',
    files: inputs.map(input => input.report),
    tables: {},
    refusals,
    refusedRows: 0,
    left,
    leftCells: 0
  }
  const strict = options.strict || options.complete
  const isFaulty = () => report.refusedRows > 0 || report.leftCells > 0
  const abandon = () => options.dryRun === true || (strict === true && isFaulty())
  const known = await readKnown(url)
  const steps = inOrder(inputs, options, known).map(input => async (tx: Transaction) => {
    const listener: Listener = {
      refuse: faults => {
        report.refusedRows++
        input.report.refused++
        refusals.push(...faults.slice(0, Math.max(0, FAULTS_KEPT - refusals.length)))
      },
      leave: faults => {
        report.leftCells += faults.length
        input.report.left += faults.length
        left.push(...faults.slice(0, Math.max(0, FAULTS_KEPT - left.length)))
      }
    }
    if (input.own) return ownBatches(input, input.own, listener, options)
    if (input.mapped) return mappedBatches(input, input.mapped, listener, options, known)
    return ogpBatches(tx, input, listener, options, known)
  })
  const sources = inputs.map(({ file }) => file.name)
  const published = await publish(url, { ...options.release, sources }, { steps, abandon })
  report.published = published.published
  report.tables = published.tables
  if (!published.published) {
    report.outcome = strict && isFaulty() ? 'refused' : options.dryRun ? 'dry run' : 'nothing changed'
  }
  return report
}

/**
 * Older editions first, and files of one edition by their names, so that the order in which files are named does not
 * matter; own exports, which are edited by hand, last.
 */
function inOrder(inputs: readonly Input[], options: ImportOptions, known: Known): Input[] {
  const keyed = inputs.map(input => {
    const rank = input.header ? editionOf(input.header, options.edition, known).rank : Number.POSITIVE_INFINITY
    const title = input.header ? titleOf(input.file, input.header.layout.title[0]) : input.file.name
    return { input, rank, key: `${title}\n${input.file.sha256}` }
  })
  return keyed.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1)).map(({ input }) => input)
}

function look(file: InputFile, { complete = false, mapping }: ImportOptions): Input {
  const shape = {
    file: file.name,
    sha256: file.sha256,
    encoding: file.encoding,
    delimiter: file.delimiter,
    ...(file.sheet === undefined ? {} : { sheet: file.sheet }),
    read: 0,
    skipped: 0,
    refused: 0,
    left: 0
  }
  if (mapping) return { file, ...lookMapped(file, mapping, shape) }
  const own = file.head[0] && recogniseOwn(file.head[0])
  if (complete && (!own || own.renamed)) {
    throw new LayoutError(
      `${file.name}: only an export that holds a whole dataset can be complete${own ? `; this one holds some rows of ${own.table}` : ', and this is a file of OGP’s'}`
    )
  }
  if (own) return { file, own, report: { ...shape, layout: own.table, unread: own.unread, missing: own.absent } }
  const header = recogniseFile(file)
  const { layout, unread, missing } = header
  return { file, header, report: { ...shape, layout: layout.id, unread, missing } }
}

function lookMapped(
  file: InputFile,
  mapping: Mapping,
  shape: Omit<FileReport, 'layout' | 'unread' | 'missing'>
): Pick<Input, 'header' | 'mapped' | 'report'> {
  const target = targetOf(mapping.reads)
  if (!target) throw new LayoutError(`there is no layout and no table "${mapping.reads}"`)
  if ('layout' in target) {
    const header = mappedHeader(file, target.layout, mapping)
    return { header, report: { ...shape, layout: target.layout.id, unread: header.unread, missing: [] } }
  }
  const mapped = mappedTable(file, target.table, mapping)
  return { mapped, report: { ...shape, layout: target.table, unread: mapped.unread, missing: [] } }
}

/** Proposes a mapping for the one file that is named. */
export const proposeMapping = (
  url: string,
  files: readonly string[],
  { sheet, as }: { sheet?: string | undefined; as?: string | undefined } = {}
): Promise<Proposal> =>
  withFiles(files, { sheet, isKnown }, async ([file, ...others]) => {
    if (!file || others.length > 0) throw new LayoutError('a mapping is of one file')
    return propose(url, file, as)
  })

/** A file that is nearly an export of ours is told what it differs in, rather than what OGP's files have. */
function recogniseFile({ name, head }: InputFile): Header {
  try {
    return recognise(name, head, LAYOUTS)
  } catch (error) {
    const own = error instanceof LayoutError && head[0] && describeOwnMiss(name, head[0])
    throw own && own.share > 0.5 ? new LayoutError(own.message) : error
  }
}
