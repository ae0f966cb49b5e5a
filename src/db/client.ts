/** Connections to PostgreSQL: one driver, one place where its errors are told apart. */
import { connect as openSocket, type Socket } from 'node:net'
import { makePgArray } from 'drizzle-orm/pg-core/utils'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { parse } from 'postgres-array'

export type Sql = postgres.Sql
export type Db = PostgresJsDatabase

export type ConnectOptions = {
  /** Shown in pg_stat_activity. */
  name: string
  /** Refuse every write on this connection. */
  readOnly?: boolean
  /** Connections in the pool. */
  max?: number
  /** Milliseconds one statement may take; 0 for no bound. */
  statementTimeout?: number
  /** For COPY … FROM STDIN: without it every small load waits 40 ms for a delayed acknowledgement. */
  bulk?: boolean
  /** Never renew the connection by itself: a session lock hangs on it. */
  keep?: boolean
}

const RETRY_SECONDS = 0.25

/** Unless the address has a connect_timeout, as those of every client of PostgreSQL may. */
const CONNECT_SECONDS = 5
const NAMES_TIMEOUT = /[?&]connect_timeout=/

type Place = { host: string[]; port: number[]; path?: string }

const connected = (socket: Socket) =>
  new Promise<Socket>((resolve, reject) => {
    socket.setTimeout(CONNECT_SECONDS * 1000, () => socket.destroy(new Error('no answer')))
    socket.once('error', reject).once('connect', () => {
      socket.setTimeout(0)
      resolve(socket)
    })
  })

/** A connected socket of the first host that answers. It sends at once (TCP_NODELAY); the driver has no option for it. */
async function openConnected({ host, port, path }: Place): Promise<Socket> {
  if (path) return connected(openSocket(path))
  let fault: unknown
  for (const [at, name] of host.entries()) {
    try {
      return await connected(openSocket({ host: name, port: port[at] ?? 5432, noDelay: true }))
    } catch (error) {
      fault = error
    }
  }
  throw fault
}

const array = <T>(oid: number, element: (text: string) => T) => ({
  to: oid,
  from: [oid],
  parse: (text: string) => parse(text, element),
  // Drizzle writes those of its columns itself.
  serialize: (value: T[] | string) => (typeof value === 'string' ? value : makePgArray(value))
})

/**
 * By their numbers in PostgreSQL's catalogue. The driver would ask each server for them as it connects, a question more
 * for each connection, and rejects a promise that nobody holds where the connection is lost before the answer.
 */
const ARRAYS = {
  booleans: array(1000, text => text === 't'),
  names: array(1003, text => text),
  integers: array(1007, Number),
  texts: array(1009, text => text),
  doubles: array(1022, Number)
}

const settings = (url: string, options: ConnectOptions, socket?: (place: Place) => Promise<Socket>): Sql =>
  postgres(url, {
    max: options.max ?? 1,
    ...(NAMES_TIMEOUT.test(url) ? {} : { connect_timeout: CONNECT_SECONDS }),
    backoff: () => RETRY_SECONDS,
    onnotice: () => {},
    ...(socket ? { socket } : {}),
    fetch_types: false,
    types: ARRAYS,
    ...(options.keep ? { max_lifetime: null } : {}),
    connection: {
      application_name: options.name,
      TimeZone: 'UTC',
      statement_timeout: options.statementTimeout ?? 0,
      // A plan for any words would stem them anew for every row: words to search differ too much for one plan.
      ...(options.readOnly ? { default_transaction_read_only: true, plan_cache_mode: 'force_custom_plan' } : {})
    }
  })

/** A pool. Close it with `end`. Nothing is opened before the first query. */
export const connect = (url: string, options: ConnectOptions): Sql =>
  settings(url, options, options.bulk ? openConnected : undefined)

/**
 * A single connection, and what ends it at once whatever it is doing: `end` of the driver only half-closes a socket that
 * it had paused, and a server that waits to send never learns of it.
 */
export function connectAlone(url: string, options: Omit<ConnectOptions, 'max' | 'bulk' | 'keep'>) {
  let opened: Socket | undefined
  let isDestroyed = false
  const sql = settings(url, options, async place => {
    const socket = await openConnected(place)
    opened = socket
    if (isDestroyed) socket.destroy()
    return socket
  })
  const destroy = () => {
    isDestroyed = true
    sql.end({ timeout: 0 }).catch(() => {})
    opened?.destroySoon()
  }
  return { sql, destroy }
}

/** Drizzle on a pool of its own: it replaces the pool's date parsers. */
export const orm = (sql: Sql): Db => drizzle(sql)

const errorCode = (error: unknown): string => {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return typeof code === 'string' ? code : cause ? errorCode(cause) : ''
}

/** The driver writes to the socket of a connection that was lost while a transaction ran. */
const isWriteToNothing = (error: unknown) =>
  error instanceof TypeError && /null \(reading 'write'\)[\s\S]*postgres\/src\/connection/.test(error.stack ?? '')

/** The server cannot be reached, is starting, stopping or has no connection left: trying again later helps. */
export const isUnavailable = (error: unknown): boolean => {
  const code = errorCode(error)
  return (
    /^(08|57P0|53[0-9]{3}$|CONNECT|CONNECTION_)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOENT'].includes(code) ||
    isWriteToNothing(error)
  )
}

/** The server lacks memory, disk or connections for a statement (insufficient_resources). */
export const lacksResources = (error: unknown): boolean => /^53[0-9]{3}$/.test(errorCode(error))

/** The disk of the server is full (disk_full). */
export const isDiskFull = (error: unknown): boolean => errorCode(error) === '53100'

/** The statement took longer than its bound (query_canceled). */
export const isTimeout = (error: unknown): boolean => errorCode(error) === '57014'

/** The role may not do this, or writes are off. */
export const isForbidden = (error: unknown): boolean => ['42501', '25006'].includes(errorCode(error))

/** The rows break a rule of the tables (integrity constraint, or a value that its type cannot hold). */
export const isRefusal = (error: unknown): boolean => /^2[23]/.test(errorCode(error))
