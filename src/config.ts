/** The environment, read once. Nothing else in the project looks at process.env. */
import { isIP } from 'node:net'
import { resolve } from 'node:path'

export type Config = {
  /** Interface to listen on. */
  readonly host: string
  readonly port: number
  /** Where the embedded PostgreSQL (unless there is a `databaseUrl`) and the files of releases are kept. */
  readonly dataDir: string
  /** Where the programs of another PostgreSQL are, for an embedded database that an older one made. */
  readonly postgresBin: string | undefined
  /** A PostgreSQL server of yours, 14 or newer, instead of the embedded one. */
  readonly databaseUrl: string | undefined
  /** Streaming replicas that answer reads. */
  readonly replicaUrls: readonly string[]
  readonly logLevel: LogLevel
  /** The address the public knows, when a proxy stands in front; else it is taken from each request. */
  readonly publicUrl: string | undefined
  /** Requests one client may make in a minute; 0 lifts the limit. */
  readonly rateLimit: number
  /** How late the process may be on average, in milliseconds, before new requests are refused; 0 refuses none. */
  readonly busyMilliseconds: number
  /** Megabytes that columns of releases may take in memory, from which facets and groups are counted; 0 for none. */
  readonly columnsMegabytes: number
  /** Seconds that answers under way have to end when the service stops. */
  readonly stopSeconds: number
  /** The networks of proxies of yours, whose X-Forwarded-For tells who asks. Nothing else is taken from such headers. */
  readonly trustProxy: false | readonly string[]
  /** The networks that may read /metrics. */
  readonly metricsFrom: false | readonly string[]
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Settings that cannot be used. The message names every one of them in a single line. */
export class ConfigError extends Error {}

const isUrl = (value: string, protocols: string[]) => URL.canParse(value) && protocols.includes(new URL(value).protocol)

const NETWORKS = ['loopback', 'linklocal', 'uniquelocal']

/** An address, a network (10.0.0.0/8), or the name of some. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  if (NETWORKS.includes(text)) return true
  return (
    more.length === 0 &&
    most > 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  )
}

/** Typed settings from environment variables; throws a ConfigError that lists all that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = []
  const read = <T>(name: string, fallback: T, parse: (value: string) => T | undefined, expected: string): T => {
    const value = env[name]?.trim()
    if (!value) return fallback
    const parsed = parse(value)
    if (parsed !== undefined) return parsed
    // A connection string may hold a password: it is never repeated.
    faults.push(`${name} must be ${expected}${name.startsWith('DATABASE') ? '' : `, not "${value}"`}`)
    return fallback
  }
  const whole = (low: number, high: number) => (value: string) =>
    /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high ? Number(value) : undefined
  const postgres = (value: string) => (isUrl(value, ['postgres:', 'postgresql:']) ? value : undefined)

  const networks = (name: string, fallback: false | readonly string[], whose: string) =>
    read<false | readonly string[]>(
      name,
      fallback,
      value => {
        const all = value.split(',').map(part => part.trim())
        return value === 'false' ? false : all.every(isNetwork) ? all : undefined
      },
      `false, or the addresses or networks of ${whose} joined by commas (${NETWORKS.join(', ')}, 10.0.0.0/8)`
    )

  const config: Config = {
    host: read('HOST', 'localhost', value => (/\s/.test(value) ? undefined : value), 'a host name or an IP address'),
    port: read('PORT', 3000, whole(0, 65535), 'a port number from 0 to 65535'),
    dataDir: resolve(env.DATA_DIR?.trim() || '.data'),
    postgresBin: env.POSTGRES_BIN?.trim() ? resolve(env.POSTGRES_BIN.trim()) : undefined,
    databaseUrl: read<string | undefined>('DATABASE_URL', undefined, postgres, 'a postgres:// address'),
    replicaUrls: read<string[]>(
      'DATABASE_REPLICA_URLS',
      [],
      value => {
        const urls = value.split(',').map(url => url.trim())
        return urls.every(postgres) ? urls : undefined
      },
      'postgres:// addresses joined by commas'
    ),
    logLevel: read<LogLevel>(
      'LOG_LEVEL',
      'info',
      value => LOG_LEVELS.find(level => level === value),
      `one of ${LOG_LEVELS.join(', ')}`
    ),
    publicUrl: read<string | undefined>(
      'PUBLIC_URL',
      undefined,
      value =>
        isUrl(value, ['http:', 'https:']) && new URL(value).pathname === '/' && !new URL(value).search
          ? new URL(value).origin
          : undefined,
      'an http(s):// address without a path'
    ),
    rateLimit: read('RATE_LIMIT', 1200, whole(0, 1_000_000), 'a whole number from 0 (no limit) to 1000000'),
    busyMilliseconds: read(
      'BUSY_MILLISECONDS',
      500,
      whole(0, 60_000),
      'a whole number of milliseconds from 0 (never too busy) to 60000'
    ),
    columnsMegabytes: read(
      'COLUMNS_MEGABYTES',
      256,
      whole(0, 65_536),
      'a whole number of megabytes from 0 (none) to 65536'
    ),
    stopSeconds: read('STOP_SECONDS', 30, whole(0, 3600), 'a whole number of seconds from 0 to 3600'),
    trustProxy: networks('TRUST_PROXY', false, 'your proxies'),
    metricsFrom: networks('METRICS_FROM', ['loopback'], 'whoever collects /metrics')
  }
  if (config.replicaUrls.length > 0 && !config.databaseUrl) {
    faults.push('DATABASE_REPLICA_URLS needs DATABASE_URL, the server they are replicas of')
  }
  if (config.trustProxy && !config.publicUrl) {
    faults.push('TRUST_PROXY needs PUBLIC_URL, the address under which the proxy is reached')
  }
  if (faults.length > 0) throw new ConfigError(`Cannot start: ${faults.join('; ')}.`)
  return Object.freeze(config)
}
