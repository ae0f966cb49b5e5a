/** The only place where questions meet the database. Reads go to any server that has the release asked for. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { LRUCache } from 'lru-cache'
import { connectAlone, isTimeout, isUnavailable } from '../../db/client.ts'
import { Problem, unavailable } from '../../http/errors/problems.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Release } from '../definition/release.ts'
import { idOf } from './select.ts'
import { openServers, type Server } from './servers.ts'

const STATEMENT_MILLISECONDS = 10_000
const RETRIES = 3
/** A connection and its server keep what was prepared until the connection ends: only what comes again is. */
const FREQUENT = 500
const RETRY_MILLISECONDS = 40
/** How long a server may take to show that it is there; whoever probes us has little patience. */
const ANSWER_MILLISECONDS = 2000
/** How often a connection is opened to see whether there are any left. */
const PROBE_MILLISECONDS = 1000

export type Reader = {
  /** Rows of a statement that needs this release. Throws a Problem when no server answers. */
  rows<T>(statement: SQL, seq: number): Promise<T[]>
  /** Every release, dropped ones too, in order of publication, as the server has it that has the word. */
  releases(): Promise<Release[]>
  /** Ids and names of a dataset over all its versions, from a server that has this release. */
  vocabulary(dataset: Dataset, seq: number): Promise<Map<string, string>>
  /** A server that has this release, for a connection of one's own. Throws a Problem where none has. */
  serverWith(seq: number): Pick<Server, 'url' | 'silent'>
  /** Does any server answer in time? */
  isReachable(): Promise<boolean>
  /** Does any server take another connection? */
  canConnect(): Promise<boolean>
  close(): Promise<void>
}

const dialect = new PgDialect()

/** A statement with its values written into it, for COPY, which takes none beside it. */
export const toText = (statement: SQL): string => dialect.sqlToQuery(statement.inlineParams()).sql

/** Does one of them succeed within the time that a probe may take? */
const anyInTime = (attempts: readonly Promise<unknown>[]): Promise<boolean> => {
  const late = sleep(ANSWER_MILLISECONDS, false, { ref: false })
  const some = Promise.any(attempts).then(
    () => true,
    () => false
  )
  return Promise.race([some, late])
}

async function connectOnce(url: string): Promise<void> {
  const { sql: single, destroy } = connectAlone(url, { name: 'ogp-open-data probe', readOnly: true })
  try {
    await single`select 1`
  } finally {
    destroy()
  }
}

/** The first address is the primary's. A statement that takes longer than `statementMilliseconds` is a Problem. */
export function openReader(urls: readonly string[], statementMilliseconds: number = STATEMENT_MILLISECONDS): Reader {
  const servers = openServers(urls, statementMilliseconds)
  let probe: Promise<boolean> | undefined

  const frequent = new LRUCache<string, true>({ max: FREQUENT })

  const run = <T>(server: Server, statement: SQL): Promise<T[]> => {
    const { sql: text, params } = dialect.sqlToQuery(statement)
    const prepare = frequent.get(text) ?? false
    frequent.set(text, true)
    return server.pool.unsafe(text, params as never[], { prepare }) as unknown as Promise<T[]>
  }

  const rows = async <T>(statement: SQL, seq: number): Promise<T[]> => {
    let last: unknown
    // A connection of the pool may have been closed by the server while it was idle: the primary is tried again.
    const attempts = servers.having(seq)
    for (let attempt = 0; attempt < attempts.length + RETRIES; attempt++) {
      const server = attempts[Math.min(attempt, attempts.length - 1)]
      if (!server) break
      if (attempt >= attempts.length) await sleep(RETRY_MILLISECONDS)
      try {
        return await run<T>(server, statement)
      } catch (error) {
        if (isTimeout(error)) {
          throw new Problem('query-timeout', `The query ran longer than ${statementMilliseconds / 1000} seconds.`, {
            cause: error
          })
        }
        if (!isUnavailable(error)) throw error
        servers.leave(server)
        last = error
      }
    }
    throw unavailable('The database cannot be reached.', last)
  }

  return {
    rows,
    releases: servers.releases,
    async vocabulary(dataset, seq) {
      const name = dataset.fields.name_en ?? dataset.fields.title ?? dataset.fields.id
      const found = await rows<{ id: string; name: string }>(
        sql`select ${idOf(dataset)} as id, max(${name?.value}) as name from ${dataset.table} group by 1`,
        seq
      )
      return new Map(found.map(({ id, name: label }) => [id, label]))
    },
    serverWith(seq) {
      const [server] = servers.having(seq)
      if (!server) throw unavailable('The database cannot be reached.')
      return server
    },
    isReachable: () => anyInTime(servers.all.map(server => run(server, sql`select 1`))),
    canConnect: () => {
      probe ??= anyInTime(servers.all.map(({ url }) => connectOnce(url))).finally(() => {
        setTimeout(() => (probe = undefined), PROBE_MILLISECONDS).unref()
      })
      return probe
    },
    close: servers.close
  }
}
