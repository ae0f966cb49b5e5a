/** The only place where questions meet the database. Reads go to any server that has the release asked for. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { LRUCache } from 'lru-cache'
import { connect, connectAlone, isTimeout, isUnavailable, type Sql } from '../../db/client.ts'
import { releases as releaseTable } from '../../db/versioned.ts'
import { Problem, unavailable } from '../../http/errors/problems.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Release } from '../definition/release.ts'
import { idOf } from './select.ts'

const STATEMENT_MILLISECONDS = 10_000
const POOL = 8
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
  /** Every release, dropped ones too, in order of publication, from the most recent replica. */
  releases(): Promise<Release[]>
  /** Ids and names of a dataset over all its versions. */
  vocabulary(dataset: Dataset): Promise<Map<string, string>>
  /** The address of a server that has this release, for a connection of one's own. */
  serverWith(seq: number): string
  /** Does any server answer in time? */
  isReachable(): Promise<boolean>
  /** Does any server take another connection? */
  canConnect(): Promise<boolean>
  close(): Promise<void>
}

type Server = { url: string; pool: Sql; seq: number }

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
  const servers: Server[] = urls.map(url => ({
    url,
    seq: 0,
    pool: connect(url, {
      name: 'ogp-open-data read',
      readOnly: true,
      max: POOL,
      statementTimeout: statementMilliseconds
    })
  }))
  let turn = 0
  let probe: Promise<boolean> | undefined

  const frequent = new LRUCache<string, true>({ max: FREQUENT })

  const run = <T>(server: Server, statement: SQL): Promise<T[]> => {
    const { sql: text, params } = dialect.sqlToQuery(statement)
    const prepare = frequent.get(text) ?? false
    frequent.set(text, true)
    return server.pool.unsafe(text, params as never[], { prepare }) as unknown as Promise<T[]>
  }

  /** Replicas in turn, those that lag behind the release left out, and the primary last. */
  const candidates = (seq: number): Server[] => {
    const [primary, ...replicas] = servers
    turn = (turn + 1) % Math.max(1, replicas.length)
    const rotated = [...replicas.slice(turn), ...replicas.slice(0, turn)].filter(server => server.seq >= seq)
    return primary ? [...rotated, primary] : rotated
  }

  const rows = async <T>(statement: SQL, seq: number): Promise<T[]> => {
    let last: unknown
    // A connection of the pool may have been closed by the server while it was idle: the primary is tried again.
    const attempts = candidates(seq)
    for (let attempt = 0; attempt < attempts.length + RETRIES; attempt++) {
      const server = attempts[Math.min(attempt, attempts.length - 1)] as Server
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
        server.seq = 0
        last = error
      }
    }
    throw unavailable('The database cannot be reached.', last)
  }

  return {
    rows,
    async releases() {
      let best: Release[] | undefined
      let fault: unknown
      const statement = sql`select seq, id, title, note, date, status, published_at, dropped_at, sources, contract from ${releaseTable} order by seq`
      for (const server of servers) {
        try {
          const found = await run<Release>(server, statement)
          server.seq = found.at(-1)?.seq ?? 0
          if (!best || found.length >= best.length) best = found
        } catch (error) {
          server.seq = 0
          fault = error
        }
      }
      if (!best) throw fault
      return best
    },
    async vocabulary(dataset) {
      const name = dataset.fields.name_en ?? dataset.fields.title ?? dataset.fields.id
      const found = await rows<{ id: string; name: string }>(
        sql`select ${idOf(dataset)} as id, max(${name?.value}) as name from ${dataset.table} group by 1`,
        0
      )
      return new Map(found.map(({ id, name: label }) => [id, label]))
    },
    serverWith: seq => candidates(seq)[0]?.url ?? '',
    isReachable: () => anyInTime(servers.map(server => run(server, sql`select 1`))),
    canConnect: () => {
      probe ??= anyInTime(servers.map(({ url }) => connectOnce(url))).finally(() => {
        setTimeout(() => (probe = undefined), PROBE_MILLISECONDS).unref()
      })
      return probe
    },
    async close() {
      await Promise.all(servers.map(({ pool }) => pool.end({ timeout: 5 })))
    }
  }
}
