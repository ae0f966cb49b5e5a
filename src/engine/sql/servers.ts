/** The servers of one database, what each of them holds, and which of them has the word on releases. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { connect, type Sql } from '../../db/client.ts'
import { releases as releaseTable } from '../../db/versioned.ts'
import type { Release } from '../definition/release.ts'

const POOL = 8
/** How late a server of several may be; it is looked at once a second, and left before two have gone. */
const LATE_MILLISECONDS = 800
const GRACE_MILLISECONDS = 50

export type Server = {
  readonly url: string
  /** Aborted when the server does not answer any more, for whoever has a connection of its own to it. */
  readonly silent: AbortSignal
  readonly pool: Sql
  /** Number of the newest release that it is known to have; 0 before it has answered. */
  readonly seq: number
}

export type Servers = {
  readonly all: readonly Server[]
  /** Those that have a release: replicas in turn, then the first. Where none is known to, the first may. */
  having(seq: number): Server[]
  /** This server did not answer: others are asked until it does. */
  leave(server: Server): void
  /**
   * Every release, dropped ones too, in order of publication. A server that takes writes has the word, of several the
   * one of the latest timeline; while none answers, the replica that is furthest, unless more was known before. Rejects
   * when no server answers.
   */
  releases(): Promise<Release[]>
  close(): Promise<void>
}

/** What a server says of itself. */
type Word = {
  releases: Release[]
  /** That of a server that takes writes; promotion begins a new one. */
  timeline?: number
  /** How much of what was ever written it has. */
  position: number
}

type Known = { -readonly [K in keyof Server]: Server[K] } & {
  watch: Sql
  fallSilent: () => void
  isAway: boolean
  /** Another was promoted since: this one is of another history, as are those that follow it. */
  isSuperseded: boolean
}

/** As the driver says it of a connection that it had to give up. */
const lost = () => Object.assign(new Error('the server does not answer in time'), { code: 'CONNECTION_DESTROYED' })

const dialect = new PgDialect()

const releaseColumns: SQL = sql`r.seq, r.id, r.title, r.note, r.date, r.status, r.published_at, r.dropped_at, r.sources, r.contract`

/** One row for each release; one without any where there is none yet. */
const WORD = dialect.sqlToQuery(sql`
  select s.*, ${releaseColumns}
  from (select
    case when not pg_is_in_recovery() then pg_walfile_name(pg_current_wal_lsn()) end as segment,
    (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end - '0/0')::float8 as position
  ) s left join ${releaseTable} r on true
  order by r.seq`).sql

type WordRow = Release & { segment: string | null; position: number | null }

/** The name of a WAL file begins with its timeline, in eight hexadecimal digits. */
const timelineOf = (segment: string) => Number.parseInt(segment.slice(0, 8), 16)

async function ask({ watch }: Known): Promise<Word> {
  const rows = (await watch.unsafe(WORD, [], { prepare: true })) as unknown as WordRow[]
  const { segment = null, position } = rows[0] ?? {}
  const releases = rows.flatMap(({ segment: _, position: __, ...release }) => (release.seq === null ? [] : [release]))
  return { releases, position: position ?? 0, ...(segment === null ? {} : { timeline: timelineOf(segment) }) }
}

const named = (releases: readonly Release[]) =>
  new Map(releases.map(({ seq, id, published_at }) => [seq, `${id} ${published_at.getTime()}`]))

/** Whether all releases of the one word are in the other, too. */
const isPartOf = (part: Word, whole: Word) => {
  const names = named(whole.releases)
  return [...named(part.releases)].every(([seq, name]) => names.get(seq) === name)
}

/** Whether it knows of releases that are not those of the latest word; what a replica follows it does not tell everybody. */
const isOfAnotherHistory = (word: Word, latest: Word) =>
  (word.timeline !== undefined && word.timeline < (latest.timeline ?? 0)) || !isPartOf(word, latest)

/** The first address is that of the primary. */
export function openServers(urls: readonly string[], statementMilliseconds: number): Servers {
  const open = (url: string) => {
    const options = { name: 'ogp-open-data read', readOnly: true, statementTimeout: statementMilliseconds }
    const leaving = new AbortController()
    return {
      pool: connect(url, { ...options, max: POOL }),
      watch: connect(url, { ...options, max: 1 }),
      silent: leaving.signal,
      fallSilent: () => leaving.abort(lost())
    }
  }
  const all: Known[] = urls.map(url => ({ url, ...open(url), seq: 0, isAway: false, isSuperseded: false }))
  let latest: Word | undefined
  let turn = 0

  /** What waits for a server that is silent is broken off, and asked of another one. */
  const abandon = (server: Known) => {
    const { pool, watch, fallSilent } = server
    Object.assign(server, open(server.url), { isAway: true })
    for (const old of [pool, watch]) old.end({ timeout: 0 }).catch(() => {})
    fallSilent()
  }

  const inTime = async (server: Known): Promise<Word> => {
    const late = new AbortController()
    const options = { ref: false, signal: late.signal }
    const silence = (async () => {
      await sleep(LATE_MILLISECONDS, undefined, options)
      // It may be this process that is late: then the answer has come, and is read before this ends.
      await sleep(GRACE_MILLISECONDS, undefined, options)
      abandon(server)
      throw lost()
    })()
    try {
      return await Promise.race([ask(server), silence])
    } finally {
      late.abort()
      silence.catch(() => {})
    }
  }

  const look = async (server: Known): Promise<{ server: Known; word: Word }> => {
    try {
      // One that is alone is waited for: there is nobody else to ask.
      return { server, word: await (all.length > 1 ? inTime(server) : ask(server)) }
    } catch (error) {
      server.isAway = true
      throw error
    }
  }

  const settle = (answers: readonly { server: Known; word: Word }[]): Release[] => {
    const words = answers.map(({ word }) => word)
    const [writable] = words.filter(({ timeline }) => timeline).sort((a, b) => (b.timeline ?? 0) - (a.timeline ?? 0))
    // Positions compare within one history only: an old primary may write further than the one that was promoted.
    const [replica] = answers
      .filter(({ server, word }) => !word.timeline && !server.isSuperseded && (!latest || isPartOf(latest, word)))
      .map(({ word }) => word)
      .sort((a, b) => b.position - a.position)
    const timeline = latest?.timeline ?? 0
    if (writable && (writable.timeline ?? 0) >= timeline) latest = writable
    else if (replica && replica.position >= (latest?.position ?? 0)) latest = { ...replica, timeline }
    for (const { server, word } of answers) {
      server.seq = word.releases.at(-1)?.seq ?? 0
      server.isAway = false
      server.isSuperseded = latest !== undefined && isOfAnotherHistory(word, latest)
    }
    return latest?.releases ?? []
  }

  return {
    all,
    having(seq) {
      const [first, ...replicas] = all
      turn = (turn + 1) % Math.max(1, replicas.length)
      const rotated = [...replicas.slice(turn), ...replicas.slice(0, turn), ...(first ? [first] : [])]
      const valid = rotated.filter(server => !server.isSuperseded)
      const found = valid.filter(server => !server.isAway && server.seq >= seq)
      // The first may be back before somebody has looked.
      const last = valid.filter(server => server === first && (server.seq === 0 || server.seq >= seq))
      return [...new Set([...found, ...last])]
    },
    leave(server) {
      ;(server as Known).isAway = true
    },
    async releases() {
      const looks = await Promise.allSettled(all.map(look))
      const answers = looks.flatMap(found => (found.status === 'fulfilled' ? [found.value] : []))
      const [fault] = looks.flatMap(found => (found.status === 'rejected' ? [found.reason] : []))
      if (answers.length === 0) throw fault
      return settle(answers)
    },
    async close() {
      await Promise.all(all.flatMap(({ pool, watch }) => [pool.end({ timeout: 5 }), watch.end({ timeout: 5 })]))
    }
  }
}
