/** The database that comes with the project: one owner at a time, watched while it runs, stopped with its owner. */
import { mkdir } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, type Sql } from '../client.ts'
import {
  type Cluster,
  ClusterError,
  findRunning,
  openCluster,
  type Running,
  startServer,
  stopServer,
  urlOf,
  waitUntilReady
} from './cluster.ts'
import { databaseAccount, prepareRuntime } from './runtime.ts'

const WATCH_MILLISECONDS = 1000
/** Any number, as long as it is always this one: the advisory lock of the owner. */
const OWNER_LOCK = 2011_09_20

export type Embedded = {
  url: string
  /** False when another process owns the server and we are its guest. */
  owner: boolean
  /** Stops the server, unless we are a guest. */
  close(): Promise<void>
}

/** Another process owns the database under this DATA_DIR. */
export class InUseError extends Error {}

export type EmbeddedOptions = {
  dataDir: string
  env: Record<string, string | undefined>
  /** Shown to whoever meets our lock: what we are. */
  name: string
  /** Share the server of a running owner, instead of refusing. */
  guest?: boolean
  say: (line: string) => void
  /** Where the programs of another PostgreSQL are, instead of those that npm installed. */
  postgresBin?: string | undefined
}

/** What the operator can mend at the folder. */
const FOLDER_FAULTS: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  ENOTDIR: 'a part of the path is no folder',
  ENOENT: 'a part of the path cannot be made'
}

/**
 * Starts the embedded server or takes over one that lost its owner. Throws InUseError or ClusterError, whose message is
 * one line.
 */
export const openEmbedded = (options: EmbeddedOptions): Promise<Embedded> =>
  open(options).catch((error: NodeJS.ErrnoException) => {
    const reason = FOLDER_FAULTS[error.code ?? '']
    throw reason ? new ClusterError(`DATA_DIR ${options.dataDir} cannot be used: ${reason} (${error.code})`) : error
  })

async function open({ dataDir, env, name, guest = false, say, postgresBin }: EmbeddedOptions): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true })
  const account = databaseAccount(env)
  const runtime = await prepareRuntime(dataDir, account, postgresBin)
  const cluster = await openCluster(dataDir, runtime, account, say)
  let running = await findRunning(cluster)
  if (running) {
    await waitUntilReady(cluster, running.port)
  } else {
    say('starting PostgreSQL')
    running = await startOrJoin(cluster)
  }
  const url = urlOf(cluster, running.port)
  const lock = connect(url, { name: `ogp-open-data ${name}, process ${process.pid}`, keep: true })
  const holder = await takeLock(lock)
  if (holder) {
    await lock.end()
    if (guest) return { url, owner: false, close: async () => {} }
    throw new InUseError(`${dataDir} is in use by ${holder}: stop that process, or choose another DATA_DIR`)
  }
  return { url, owner: true, close: watch(cluster, running, lock, say) }
}

/** Two first starts at once: the one that loses the race for the cluster's lock file joins the winner's server. */
async function startOrJoin(cluster: Cluster): Promise<Running> {
  try {
    return await startServer(cluster)
  } catch (error) {
    const winner = await findRunning(cluster)
    if (!winner) throw error
    await waitUntilReady(cluster, winner.port)
    return winner
  }
}

/** Takes the owner's lock on this connection; else tells who has it. */
async function takeLock(sql: Sql): Promise<string | undefined> {
  const [answer] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${OWNER_LOCK}) as taken`
  if (answer?.taken) return undefined
  const [holder] = await sql<{ name: string }[]>`
    select application_name as name from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and objid = ${OWNER_LOCK} and granted`
  return holder?.name ?? 'another process'
}

/** Takes the lock again where this connection has it no longer. */
async function keepLock(sql: Sql, say: (line: string) => void): Promise<void> {
  const [held] = await sql`
    select from pg_locks
    where locktype = 'advisory' and objid = ${OWNER_LOCK} and granted and pid = pg_backend_pid()`
  if (held) return
  if (!(await takeLock(sql))) say('PostgreSQL had ended its connections; the database is owned again')
}

/** Starts the server again, at the same address, when it is gone; returns what ends both. */
function watch(cluster: Cluster, started: Running, lock: Sql, say: (line: string) => void): () => Promise<void> {
  let running = started
  const closing = new AbortController()
  const loop = (async () => {
    while (!closing.signal.aborted) {
      await sleep(WATCH_MILLISECONDS, undefined, { ref: false, signal: closing.signal }).catch(() => {})
      if (closing.signal.aborted) continue
      if (await findRunning(cluster)) {
        // Where one of its processes dies, PostgreSQL ends all connections, and with ours goes the lock.
        await keepLock(lock, say).catch(() => {})
        continue
      }
      try {
        running = await startServer(cluster, running.port)
        await takeLock(lock)
        say('PostgreSQL had stopped and was started again')
      } catch (error) {
        say(`PostgreSQL stopped and does not start again: ${(error as Error).message}`)
      }
    }
  })()
  return async () => {
    closing.abort()
    await loop
    await lock.end({ timeout: 1 })
    await stopServer((await findRunning(cluster)) ?? running)
  }
}
