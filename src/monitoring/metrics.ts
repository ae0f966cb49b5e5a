/** Figures for Prometheus: how much is asked, how it ends and how long it takes, and what it stands on. */
import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Service } from '../engine/service.ts'
import type { Reader } from '../engine/sql/read-pool.ts'
import { Problem } from '../http/errors/problems.ts'
import { allowedFrom } from './networks.ts'

const SECONDS = [0.005, 0.02, 0.1, 0.5, 2.5, 10, 30]

/** Media types by the names that people have for them: a closed number, whatever is answered. */
const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/problem\+json/, 'problem'],
  [/ndjson/, 'ndjson'],
  [/json-stat/, 'json-stat'],
  [/geo\+json/, 'geojson'],
  [/json/, 'json'],
  [/csv/, 'csv'],
  [/spreadsheetml/, 'xlsx'],
  [/opendocument/, 'ods'],
  [/html/, 'html'],
  [/svg|image/, 'picture']
]

/** Asked for every request, of a few dozen types. */
const known = new LRUCache<string, string>({ max: 200 })

export const formatOf = (header: unknown): string => {
  const type = String(header ?? '')
  if (!type) return 'none'
  const format = known.get(type) ?? FORMATS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other'
  known.set(type, format)
  return format
}

/** The pattern of the route, never the address that was asked: addresses have no end. */
export const routeOf = (pattern: string | undefined): string => pattern?.replace(/\(\^.*\$\)/, '') ?? 'none'

/** What a process does, once for all services in it: it watches the collector of garbage, which has no end. */
let processes: Registry | undefined
const ofProcess = (): Registry => {
  if (!processes) {
    processes = new Registry()
    collectDefaultMetrics({ register: processes })
  }
  return processes
}

type Audience = {
  metricsFrom: false | readonly string[]
  trustProxy: false | readonly string[]
}

/** How a request was answered, in words of which there are few. */
export type Outcome = {
  method: string
  route: string
  format: string
  status: number
  seconds: number
  /** Its reader left, or it could not be finished. */
  isBroken: boolean
}

export type Metrics = {
  /** A request came. */
  begin(): void
  /** Its answer has left, or broke. */
  end(outcome: Outcome): void
  /** The same reader, its statements counted. */
  measured(reader: Reader): Reader
  /** Tells all of it at /metrics to whoever may know. */
  serve(app: FastifyInstance, service: Service, audience: Audience): void
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'ogp_http_request_duration_seconds',
    help: 'Requests by route, format and class of status, until the last byte was sent.',
    labelNames: ['method', 'route', 'format', 'status'],
    buckets: SECONDS,
    registers
  })
  const broken = new Counter({
    name: 'ogp_http_requests_broken_off_total',
    help: 'Answers whose reader left, or that could not be finished.',
    labelNames: ['route'],
    registers
  })
  const underWay = new Gauge({ name: 'ogp_http_requests_under_way', help: 'Requests being answered.', registers })
  const statements = new Histogram({
    name: 'ogp_database_statement_duration_seconds',
    help: 'Statements of the pool that reads, with the time they waited for a connection, by how they ended.',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers
  })
  const waiting = new Gauge({
    name: 'ogp_database_statements_under_way',
    help: 'Statements that run or wait for a connection; the pool has 8 for each server.',
    registers
  })

  const watch = ({ copies, exports, releases }: Service) => {
    new Gauge({
      name: 'ogp_columns_bytes',
      help: 'Memory of the columns from which facets and groups are counted; COLUMNS_MEGABYTES is its bound.',
      registers,
      collect() {
        this.set(copies.bytes())
      }
    })
    new Gauge({
      name: 'ogp_exports_refused',
      help: '1 while exports are refused, since as many as there may be are under way.',
      registers,
      collect() {
        this.set(exports.isExhausted() ? 1 : 0)
      }
    })
    new Gauge({
      name: 'ogp_release_published_timestamp_seconds',
      help: 'When the release that is current was published (Unix time): its age is time() less this.',
      labelNames: ['release'],
      registers,
      collect() {
        this.reset()
        const newest = releases.all().findLast(({ status }) => status === 'published')
        if (newest) this.set({ release: newest.id }, newest.published_at.getTime() / 1000)
      }
    })
  }

  return {
    begin: () => underWay.inc(),
    end({ method, route, format, status, seconds, isBroken }) {
      underWay.dec()
      if (isBroken) broken.inc({ route })
      requests.observe({ method, route, format, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    measured: reader => ({
      ...reader,
      async rows(statement, seq) {
        const end = statements.startTimer()
        waiting.inc()
        try {
          const rows = await reader.rows<never>(statement, seq)
          end({ outcome: 'answered' })
          return rows
        } catch (error) {
          end({ outcome: error instanceof Problem ? error.code : 'failed' })
          throw error
        } finally {
          waiting.dec()
        }
      }
    }),
    serve(app, service, { metricsFrom, trustProxy }) {
      watch(service)
      const mayKnow = allowedFrom(metricsFrom, trustProxy !== false)
      app.get('/metrics', async (request, reply) => {
        if (!mayKnow(request)) throw new Problem('not-found', 'There is nothing at this address for you.')
        const all = Registry.merge([registry, ofProcess()])
        return reply
          .header('cache-control', 'no-store')
          .type(all.contentType)
          .send(await all.metrics())
      })
    }
  }
}
