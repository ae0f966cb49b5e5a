/** A service whose exports are far larger than the buffers of sockets, reached over real ones. */
import { connect as openSocket, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import { connect, type Sql } from '../../src/db/client.ts'
import { type Client, connection, database, start } from '../helper.ts'

/** As long as nobody's patience: only a hang comes so far. */
const PATIENCE_MILLISECONDS = 600_000

/**
 * What an export of all commitments of a large database holds at least: more than the four buffers between PostgreSQL
 * and a reader who does not read (4 MB to send and 6 MB to receive, on both ways) hold together.
 */
export const WHOLE_BYTES = 30_000_000

/** Texts so long that an export of all commitments holds more, where PostgreSQL does not index their words. */
export async function largeDatabase(t: Test): Promise<string> {
  const url = await database(t)
  const sql = connect(url, { name: 'ogp-open-data test' })
  await sql`set session_replication_role = replica`
  const [counted] = await sql<{ rows: number }[]>`select count(*)::int as rows from commitments where valid_to is null`
  const repeats = Math.ceil(WHOLE_BYTES / 33 / (counted?.rows ?? 1))
  await sql`update commitments set source_locator = repeat(md5(id) || ' ', ${repeats}) where valid_to is null`
  await sql.end()
  return url
}

export type Large = Client & { port: number; sql: Sql }

export async function listen(t: Test, url: string, options: Parameters<typeof start>[1] = {}): Promise<Large> {
  const client = await start(t, { ...options, url })
  await client.app.server.listen({ port: 0, host: '0.0.0.0' })
  const { port } = client.app.server.server.address() as { port: number }
  return { ...client, port, sql: connection(t, url) }
}

type Reader = { socket: Socket; received: () => number; text: () => string; closed: Promise<unknown> }

/** Asks over a socket of its own, which reads nothing before `resume`. */
export function ask({ port }: Large, path: string, localAddress = '127.0.0.1'): Reader {
  const socket = openSocket({ port, host: '127.0.0.1', localAddress })
  let received = 0
  const chunks: Buffer[] = []
  socket.on('data', chunk => {
    received += chunk.length
    if (chunks.length < 3) chunks.push(chunk)
  })
  socket.on('error', () => {})
  socket.pause()
  socket.write(`GET ${path} HTTP/1.1\r\nHost: data.test\r\nConnection: close\r\n\r\n`)
  const closed = new Promise(resolve => socket.once('close', resolve))
  return { socket, received: () => received, text: () => Buffer.concat(chunks).toString(), closed }
}

/** Waits for something that must come; fails with what it is where it does not. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await sleep(20)) if (await holds()) return
  throw new Error(`it never came: ${what}`)
}

/** How many connections exports have in this database. */
export async function exportConnections(sql: Sql): Promise<number> {
  const [found] = await sql<{ count: number }[]>`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and application_name = 'ogp-open-data export'`
  return found?.count ?? 0
}
