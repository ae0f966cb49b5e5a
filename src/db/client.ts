/** Connections to PostgreSQL: one driver, one place where its errors are told apart. */
import { connect as openSocket, type Socket } from 'node:net'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

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

/** A connected socket that sends at once (TCP_NODELAY); the driver has no option for it. */
const undelayed = ({ host, port, path }: { host: string[]; port: number[]; path?: string }) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = path
      ? openSocket(path)
      : openSocket({ host: host[0] ?? 'localhost', port: port[0] ?? 5432, noDelay: true })
    socket.once('connect', () => resolve(socket)).once('error', reject)
  })

/** A pool. Close it with `end`. Nothing is opened before the first query. */
export const connect = (url: string, options: ConnectOptions): Sql =>
  postgres(url, {
    max: options.max ?? 1,
    connect_timeout: 5,
    backoff: () => RETRY_SECONDS,
    onnotice: () => {},
    ...(options.bulk ? { socket: undelayed } : {}),
    ...(options.keep ? { max_lifetime: null } : {}),
    connection: {
      application_name: options.name,
      TimeZone: 'UTC',
      statement_timeout: options.statementTimeout ?? 0,
      ...(options.readOnly ? { default_transaction_read_only: true } : {})
    }
  })

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

/** The statement took longer than its bound (query_canceled). */
export const isTimeout = (error: unknown): boolean => errorCode(error) === '57014'

/** The role may not do this, or writes are off. */
export const isForbidden = (error: unknown): boolean => ['42501', '25006'].includes(errorCode(error))

/** The rows break a rule of the tables (integrity constraint, or a value that its type cannot hold). */
export const isRefusal = (error: unknown): boolean => /^2[23]/.test(errorCode(error))
