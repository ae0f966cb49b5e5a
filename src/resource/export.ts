/**
 * Whole datasets as a stream straight from COPY. Each export has a connection of its own, ended with the stream, since
 * the driver never gets one back from COPY … TO STDOUT in a usable state (porsager/postgres#499).
 */
import { Readable } from 'node:stream'
import { connect, isUnavailable } from '../db/client.ts'
import { unavailable } from '../http/problems.ts'
import type { LineEnds } from './lines.ts'

const MOST_AT_ONCE = 16
const CHUNK_BYTES = 64 * 1024
const STATEMENT_MILLISECONDS = 30 * 60_000

let running = 0

export type CopyOut = {
  url: string
  statement: string
  records: LineEnds
  /** Records the stream must hold; any other number breaks the connection instead of ending it in order. */
  expected: number
}

/**
 * Starts the export and waits for its first bytes, so that a failing query is still an ordinary error answer. Throws a
 * Problem when too many exports run or the database cannot be reached.
 */
export async function copyOut({ url, statement, records, expected }: CopyOut): Promise<Readable> {
  if (running >= MOST_AT_ONCE) throw unavailable(`${MOST_AT_ONCE} exports run already.`)
  running++
  const sql = connect(url, { name: 'ogp-open-data export', readOnly: true, statementTimeout: STATEMENT_MILLISECONDS })
  const release = () => {
    running--
    sql.end({ timeout: 0 }).catch(() => {})
  }
  try {
    const source = await sql.unsafe(statement).readable()
    await firstBytes(source)
    const rows = Readable.from(inChunks(source, records, expected), { objectMode: false, highWaterMark: CHUNK_BYTES })
    // Not in the generator: a reader who leaves before the first byte never starts it.
    return rows.once('close', () => {
      source.destroy()
      release()
    })
  } catch (error) {
    release()
    throw isUnavailable(error) ? unavailable('The database cannot be reached.', error) : error
  }
}

const firstBytes = (source: Readable) =>
  new Promise<void>((resolve, reject) => {
    source.once('readable', resolve).once('end', resolve).once('error', reject)
  })

async function* inChunks(source: Readable, records: LineEnds, expected: number): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) yield records.convert(chunk)
  if (records.count() !== expected) throw new Error(`an export held ${records.count()} records instead of ${expected}`)
}
