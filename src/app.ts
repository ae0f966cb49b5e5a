/** The whole service as one value: what is registered, in which order, with what. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import cors from '@fastify/cors'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { serveChanges } from './changes/routes.ts'
import { serveChecks } from './check/routes.ts'
import { citeAddress } from './cite/citation.ts'
import { serveCitations } from './cite/routes.ts'
import type { Config } from './config.ts'
import { serveDocuments } from './docs/documents.ts'
import { serveDocumentation } from './docs/routes.ts'
import { openCopies } from './engine/columns/copies.ts'
import { openSpool, type SpoolLimits } from './engine/export/spool.ts'
import { openLabels } from './engine/labels.ts'
import { queryPage } from './engine/links.ts'
import { watchReleases } from './engine/releases/registry.ts'
import { serve } from './engine/routes.ts'
import { createCaches, type Service } from './engine/service.ts'
import { openReader } from './engine/sql/read-pool.ts'
import { openCharts } from './explorer/bundles/chart.ts'
import { serveExplorer } from './explorer/routes.ts'
import { serveFeeds } from './follow/routes.ts'
import { serveHealth } from './health.ts'
import { serveHome } from './home.ts'
import { openAnswerCache } from './http/answer-cache/answer-cache.ts'
import { type Admit, serverOf } from './http/answer-cache/front.ts'
import { clientIp } from './http/client-ip.ts'
import { codeAnswers } from './http/content-coding.ts'
import { type Drain, drainRequests, openDrain } from './http/drain.ts'
import { rejectClient } from './http/errors/client-errors.ts'
import { handleError } from './http/errors/handler.ts'
import { answerUnknown } from './http/errors/not-found.ts'
import { serveExplanations } from './http/errors/problem-pages.ts'
import { serveFavicon } from './http/favicon/favicon.ts'
import { announceDeprecations, type Deprecated } from './http/headers/deprecation.ts'
import { EXPOSED_HEADERS } from './http/headers/exposed.ts'
import { limitHeaders } from './http/headers/header-size.ts'
import { shedLoad } from './http/limits/load-shedding.ts'
import { limitRequests, openRateLimit } from './http/limits/rate-limit.ts'
import { limitSize, requestLimits } from './http/limits/request-size.ts'
import { originOf, refuseSeveralHosts } from './http/origin.ts'
import { redirectPages } from './http/page-addresses.ts'
import { tagAnswers } from './http/respond.ts'
import { standardHeaders } from './http/standard-headers.ts'
import { serveIndicators } from './indicators/routes.ts'
import { serveAssistants } from './mcp/routes.ts'
import { serveMetadata } from './metadata/routes.ts'
import { logRequest, logRequests } from './monitoring/log.ts'
import { openMetrics } from './monitoring/metrics.ts'
import { programDigest } from './program.ts'
import { serveReconciliation } from './reconcile/routes.ts'
import { serveReleases } from './releases/routes.ts'
import { openStore, type Store } from './releases/store.ts'
import { serveSearch } from './search/routes.ts'
import { serveAbout } from './v1/about.ts'
import codeLists from './v1/code-lists.ts'
import { DEPRECATED } from './v1/deprecations.ts'
import { API_VERSION, ATTRIBUTION, DATASETS, LICENSE, PREFIX } from './v1/index.ts'

/** Read while the database starts, and once for all services of a process. */
const BUILD = programDigest()
const SLOW_CLIENT_MILLISECONDS = 60_000
const KEEP_ALIVE_MILLISECONDS = 72_000

export type AppOptions = {
  /** All but where to listen, the databases (below) and what is logged. */
  config: Omit<Config, 'databaseUrl' | 'host' | 'logLevel' | 'port' | 'postgresBin' | 'replicaUrls'>
  /** The primary first, then its replicas. */
  databaseUrls: readonly string[]
  logger: FastifyBaseLogger
  /** Is called before the first route of the API; who writes its document listens to them from then on. */
  beforeRoutes?: (api: FastifyInstance) => Promise<void>
  exportLimits?: SpoolLimits
  /** What will go; what the definitions say unless given. */
  deprecated?: readonly Deprecated[]
  /** How long a statement may take; by default as long as the reader of an answer waits. */
  statementMilliseconds?: number
  /** How long a request may take to arrive. */
  requestMilliseconds?: number
}

export type App = {
  server: FastifyInstance
  service: Service
  drain: Drain
  store: Store
}

/** Builds the service on databases that are migrated and hold a release. It is ready to listen or to be injected into. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { config, databaseUrls, logger, beforeRoutes, exportLimits, statementMilliseconds, requestMilliseconds } =
    options
  const { deprecated = DEPRECATED } = options
  const metrics = openMetrics()
  const reader = metrics.measured(openReader(databaseUrls, statementMilliseconds))
  const referenced = DATASETS.filter(({ name }) =>
    DATASETS.some(({ filters }) => Object.values(filters).some(({ references }) => references === name))
  )
  const warn = (what: string) => (error: unknown) => logger.warn({ err: error }, what)
  const watching = watchReleases(reader, referenced, warn('releases cannot be read'))
  const releases = await watching.catch(async (error: unknown) => {
    await reader.close()
    throw error
  })
  const labels = openLabels(reader, codeLists, referenced)
  const bytes = config.columnsMegabytes * 2 ** 20
  const copies = openCopies({ reader, releases }, bytes, warn('the columns of a release cannot be read'))
  const service: Service = {
    prefix: PREFIX,
    publicUrl: config.publicUrl,
    datasets: DATASETS,
    reader,
    releases,
    labels,
    copies,
    exports: openSpool(join(config.dataDir, 'exports'), exportLimits),
    build: BUILD,
    license: LICENSE,
    attribution: ATTRIBUTION,
    cite: citeAddress,
    ...createCaches()
  }

  const store = openStore({
    service,
    directory: join(config.dataDir, 'files'),
    onError: warn('the files of a release cannot be made')
  })

  const names = DATASETS.map(({ name }) => name)
  const explained = (address: string) => {
    const name = address.startsWith(`${PREFIX}/`) ? /^[a-z-]+/.exec(address.slice(PREFIX.length + 1))?.[0] : undefined
    return name && names.includes(name) ? queryPage('', address) : undefined
  }
  const failing = handleError({ publicUrl: config.publicUrl, version: API_VERSION, explained }) as never

  const drain = openDrain(config.stopSeconds)
  const rateLimit = openRateLimit(config.rateLimit)
  const cache = openAnswerCache({
    generation: releases.generation,
    origin: request => originOf(request, config.publicUrl)
  })
  const ipOf = clientIp(config.trustProxy)
  const admit: Admit = (request, response, { route, type }, id) => {
    if (drain.isStopping()) return undefined
    const { headers, refusal, leave } = rateLimit.admit(request, ipOf(request))
    if (refusal) return undefined
    const finish = logRequest(logger, metrics, { request, response, id, route: () => route, type: () => type })
    const endings = [finish, drain.enter(), leave]
    response.once('close', () => endings.forEach(end => void end?.()))
    return headers
  }

  const app = Fastify({
    serverFactory: serverOf(cache, admit),
    loggerInstance: logger,
    trustProxy: config.trustProxy && [...config.trustProxy],
    genReqId: () => randomUUID(),
    logController: new LogController({ requestIdLogLabel: 'request', disableRequestLogging: true }),
    exposeHeadRoutes: true,
    return503OnClosing: false,
    // Whoever is still reading when the patience of a stop is over sees the answer break.
    forceCloseConnections: true,
    ...requestLimits(requestMilliseconds),
    connectionTimeout: SLOW_CLIENT_MILLISECONDS,
    keepAliveTimeout: KEEP_ALIVE_MILLISECONDS,
    clientErrorHandler: rejectClient(config.publicUrl) as never,
    frameworkErrors: failing,
    bodyLimit: 1024,
    routerOptions: { maxParamLength: 2000 },
    // Requests are read by the datasets' own definitions, and answers leave as the bytes PostgreSQL wrote: the compilers
    // that Fastify would load are not needed.
    schemaController: {
      compilersFactory: {
        buildValidator: () => () => () => true,
        buildSerializer: () => () => (data: unknown) => JSON.stringify(data)
      }
    } as never
  })
  app.setErrorHandler(failing)
  app.addHook('onClose', async () => {
    releases.close()
    copies.close()
    await service.exports.close()
    await store.close()
    await reader.close()
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(standardHeaders(request, API_VERSION))
    done()
  })
  logRequests(app, logger, metrics)
  drainRequests(app, drain)
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: 86_400,
    strictPreflight: false
  })
  // The plugin chooses by request only with `Vary: Origin`, by which no answer of ours is chosen.
  app.addHook('onSend', async ({ raw: { url = '' } }, reply) => {
    const isPreflight = reply.hasHeader('access-control-allow-methods')
    if (isPreflight && app.hasRoute({ method: 'POST', url: url.split('?')[0] ?? '' }))
      reply.header('access-control-allow-methods', 'GET, HEAD, POST')
  })
  metrics.serve(app, service, config)
  await shedLoad(app, config.busyMilliseconds)
  limitRequests(app, rateLimit)
  limitSize(app)
  refuseSeveralHosts(app)
  redirectPages(app, PREFIX)
  announceDeprecations(app, deprecated)
  tagAnswers(app)
  limitHeaders(app)
  cache.register(app)
  codeAnswers(app)
  answerUnknown(app)
  serveExplanations(app)
  serveFavicon(app)
  serveHome(app, service)
  serveExplorer(app, config)
  service.chart = openCharts(app, PREFIX)
  serveDocumentation(app, { prefix: PREFIX, publicUrl: config.publicUrl })
  serveHealth(app, service, drain)
  serveAssistants(app, service)

  await app.register(async v1 => {
    await beforeRoutes?.(v1)
    serveDocuments(v1, service)
    for (const dataset of DATASETS) serve(v1, service, dataset)
    serveChanges(v1, service)
    serveReconciliation(v1, service)
    serveReleases(v1, service, store)
    serveCitations(v1, service)
    serveFeeds(v1, service)
    serveIndicators(v1, service)
    serveSearch(v1, service)
    serveChecks(v1, service)
    serveMetadata(v1, service, store)
    serveAbout(v1, service)
  })
  await app.ready()
  return { server: app, service, store, drain }
}
