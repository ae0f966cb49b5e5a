/**
 * Rows as PostgreSQL writes them, straight from COPY … TO STDOUT, on a connection of their own: the driver never gets
 * one back from COPY in a usable state (porsager/postgres#499).
 */
import type { Readable } from 'node:stream'
import { connectAlone, type Sql } from '../../db/client.ts'
import type { LineEnds } from '../format/line-endings.ts'

const STATEMENT_MILLISECONDS = 30 * 60_000
/** How soon PostgreSQL notices, while it sorts or waits, that nobody listens any more. */
const CHECK_MILLISECONDS = 250

export type CopyOut = {
  url: string
  statement: string
  records: LineEnds
  /** Records the stream must hold; with any other number it ends in an error. */
  expected: number
  /** Ends the statement and its connection, whatever they are doing. */
  signal?: AbortSignal
}

/** The bytes of an export. Nothing is opened before the first is asked for, and all is closed with the iteration. */
export async function* copyOut({ url, statement, records, expected, signal }: CopyOut): AsyncGenerator<Buffer> {
  signal?.throwIfAborted()
  const { sql, destroy } = connectAlone(url, {
    name: 'ogp-open-data export',
    readOnly: true,
    statementTimeout: STATEMENT_MILLISECONDS
  })
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => {
      destroy()
      reject(signal.reason)
    })
  })
  aborted.catch(() => {})
  try {
    await Promise.race([noticeDisconnection(sql), aborted])
    const source = await Promise.race([copyStream(sql, statement), aborted])
    signal?.addEventListener('abort', () => source.destroy(signal.reason))
    for await (const chunk of source as AsyncIterable<Buffer>) yield records.convert(chunk)
    if (records.count() !== expected) {
      throw new Error(`an export held ${records.count()} records instead of ${expected}`)
    }
  } finally {
    destroy()
  }
}

/** Lets the server look for a lost connection while it computes; not every platform can (client_connection_check_interval). */
async function noticeDisconnection(sql: Sql): Promise<void> {
  await sql`select set_config('client_connection_check_interval', ${`${CHECK_MILLISECONDS}ms`}, false)`.catch(error => {
    if ((error as { code?: string }).code !== '22023') throw error
  })
}

/**
 * The driver hands the stream over in a promise, and what fails in the same packet is emitted before the promise is
 * seen: without a listener from the very beginning, an 'error' event would end the process.
 */
function copyStream(sql: Sql, statement: string): Promise<Readable> {
  const query = sql.unsafe(statement)
  const internals = query as unknown as { resolve(stream: Readable): void }
  const { resolve } = internals
  internals.resolve = stream => {
    stream.on('error', () => {})
    resolve(stream)
  }
  return query.readable()
}
