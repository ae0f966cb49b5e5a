/** A delimited file as records: whatever its encoding, delimiter and line ends. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { findDamage } from './utf8.ts'

export type Record = { line: number; cells: readonly string[] }

export type InputFile = {
  path: string
  name: string
  sha256: string
  bytes: number
  encoding: string
  delimiter: string
  /** What ends a record: both kinds of one file, since editors mix them. */
  ends: readonly string[]
  /** The sheet that the table was taken from; its rows are counted, not its lines. */
  sheet?: string
  /** Where it was fetched from. */
  address?: string
  /** The first records, to tell what the file is. */
  head: readonly Record[]
}

/** A file that cannot be read as a table at all; the message names it and says why. */
export class FileError extends Error {}

const DELIMITERS = [',', ';', '\t'] as const
const HEAD_RECORDS = 12
const MAX_RECORD_BYTES = 4_000_000
const BYTE_ORDER_MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const

/** Looks at a whole file once: digest, encoding, delimiter, first records. */
export async function openFile(path: string): Promise<InputFile> {
  const name = basename(path)
  const hash = createHash('sha256')
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  let first: Buffer | undefined
  let isUtf8 = true
  let hasLineFeed = false
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      first ??= chunk
      hash.update(chunk)
      bytes += chunk.length
      if (isUtf8) isUtf8 = decodes(utf8, chunk)
      hasLineFeed ||= chunk.includes(0x0a)
    }
  } catch (error) {
    throw new FileError(
      `${name}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`
    )
  }
  if (!first) throw new FileError(`${name}: the file is empty`)
  if (isUtf8) isUtf8 = decodes(utf8)
  const marked = Object.entries(BYTE_ORDER_MARKS).find(([, mark]) => mark.every((byte, index) => first[index] === byte))
  const encoding = marked?.[0] ?? (isUtf8 ? 'utf-8' : 'windows-1252')
  if (!marked && first.includes(0))
    throw new FileError(`${name}: this is not text, and no workbook either; save the sheet as CSV`)
  if (encoding === 'windows-1252') await refuseDamagedUtf8(path, name)
  const ends: InputFile['ends'] = hasLineFeed ? ['\r\n', '\n'] : ['\r']
  const shape = { path, name, sha256: hash.digest('hex'), bytes, encoding, ends }
  const heads = await Promise.all(
    DELIMITERS.map(async delimiter => ({ delimiter, ...(await readHead({ ...shape, delimiter, head: [] })) }))
  )
  const width = (head: readonly Record[]) => Math.max(0, ...head.map(({ cells }) => cells.length))
  const { delimiter, head, fault } = heads.reduce((a, b) => (width(b.head) > width(a.head) ? b : a))
  if (fault) throw fault
  return { ...shape, delimiter, head }
}

/** A file of UTF-8 with a few wrong bytes is no file of Windows-1252. */
async function refuseDamagedUtf8(path: string, name: string): Promise<void> {
  const damage = await findDamage(createReadStream(path) as AsyncIterable<Buffer>)
  if (!damage) return
  throw new FileError(
    `${name}, line ${damage.line}: byte 0x${damage.byte.toString(16)} is not UTF-8, which the file is otherwise${damage.count > 1 ? `; there are ${damage.count} such bytes` : ''}; mend it, or save the file anew as UTF-8`
  )
}

/** False when the bytes are not UTF-8. */
function decodes(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}

/** With the wrong delimiter quotes may stand where none can: that is a fault only of the delimiter that is chosen. */
async function readHead(file: InputFile): Promise<{ head: Record[]; fault?: FileError }> {
  const head: Record[] = []
  try {
    for await (const record of readRecords(file, undefined, HEAD_RECORDS)) head.push(record)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return { head, fault: error }
  }
  return { head }
}

async function* decoded(path: string, encoding: string, onBytes: (count: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const text = (chunk?: Buffer) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new FileError(`${basename(path)}: the file is damaged; it is not ${encoding} throughout`)
    }
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    onBytes(chunk.length)
    yield text(chunk)
  }
  yield text()
}

/** The records in their order, the first `most`, each with the line it starts on. Throws a FileError where the quoting breaks. */
export async function* readRecords(
  { path, name, encoding, delimiter, ends, sheet }: InputFile,
  onBytes: (count: number) => void = () => {},
  most = -1
): AsyncGenerator<Record> {
  const parser = parse({
    delimiter,
    recordDelimiter: [...ends],
    relaxColumnCount: true,
    info: true,
    skipEmptyLines: false,
    to: most,
    maxRecordSize: MAX_RECORD_BYTES
  })
  // A fault of either end reaches the loop below; there is nobody else to tell.
  pipeline(Readable.from(decoded(path, encoding, onBytes)), parser, () => {})
  let line = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line, cells: record }
      line = sheet === undefined ? info.lines + 1 : line + 1
    }
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number }
    if (!code || lines === undefined) throw error
    throw new FileError(
      `${name}, line ${lines ?? line}: ${REASONS[code] ?? 'the quoting is broken'} (the record begins on line ${line})`
    )
  } finally {
    parser.destroy()
  }
}

const REASONS: { [code: string]: string } = {
  CSV_QUOTE_NOT_CLOSED: 'a quoted cell is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands inside an unquoted cell',
  CSV_MAX_RECORD_SIZE: 'a record is longer than 4 MB, so that a quote is probably never closed'
}
