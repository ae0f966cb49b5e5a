/** What tests need: a service on the seeds, whose every answer is held against the published document. */

import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { mkdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { InjectOptions, Response } from 'light-my-request'
import { pino } from 'pino'
import type { Test } from 'tap'
import { type App, type AppOptions, buildApp } from '../src/app.ts'
import { connect, type Sql } from '../src/db/client.ts'
import type { SpoolLimits } from '../src/engine/export/spool.ts'
import { contractFaults } from './contract.ts'
import { cloneSeeds, withDatabase } from './suite/databases.ts'
import './traffic.ts'

export { withDatabase } from './suite/databases.ts'

export const ORIGIN = 'http://data.test'

/** What takes longer hangs, on however slow a machine. */
const PATIENCE_MILLISECONDS = 600_000

/** The address of the database with the seeds that all tests share and none may write to. */
export const readOnlyUrl = (): string => {
  const url = process.env.OGP_TEST_DATABASE
  if (!url) throw new Error('run the tests with `npm test` or `npm test -- FILE`')
  return url
}

/** A database of the test's own: with the seeds in it, with a sample of them, or empty; dropped when the test ends. */
export async function database(t: Test, { seeded = true, sample = false } = {}): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = connect(withDatabase(readOnlyUrl(), 'postgres'), { name: 'ogp-open-data test' })
  if (seeded) await cloneSeeds(admin, name, { sample })
  else await admin.unsafe(`create database ${name} template template0 encoding 'UTF8'`)
  t.teardown(async () => {
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  })
  return withDatabase(readOnlyUrl(), name)
}

/** A connection that ends with the test. */
export function connection(t: Test, url: string): Sql {
  const sql = connect(url, { name: 'ogp-open-data test' })
  t.teardown(() => sql.end({ timeout: 1 }))
  return sql
}

export type Client = {
  app: App
  url: string
  dataDir: string
  /** Asks, and fails the test where the answer is not as published. */
  get(path: string, options?: InjectOptions): Promise<Response>
  json(
    path: string
  ): Promise<{ data: Record<string, unknown>[]; meta: Record<string, unknown>; links: Record<string, string> }>
}

export type StartOptions = {
  /** `database`, for a test that writes: a service on a database of the test's own. `sample`, for one that imports and
   * needs few commitments beside its own. `service`, for one that listens, stops the service or looks into it: a service
   * of the test's own on the database that nobody writes to. */
  own?: 'service' | 'database' | 'sample'
  /** A service of the test's own on this database. */
  url?: string
  publicUrl?: string | undefined
  rateLimit?: number
  busyMilliseconds?: number
  columnsMegabytes?: number
  requestMilliseconds?: number
  trustProxy?: readonly string[]
  metricsFrom?: readonly string[]
  replicas?: string[]
  beforeRoutes?: AppOptions['beforeRoutes']
  stopSeconds?: number
  /** Makes the files of releases itself. Those of the database that nobody writes to are made once for all tests. */
  makesFiles?: boolean
  exportLimits?: SpoolLimits
  deprecated?: AppOptions['deprecated']
}

type Running = { app: App; url: string; dataDir: string; close(): Promise<void> }

/** Finds the files of releases where another service on the database that nobody writes to has put them. */
export async function shareFiles(dataDir: string): Promise<void> {
  const folder = process.env.OGP_TEST_FILES
  if (!folder) return
  await mkdir(dataDir, { recursive: true })
  await symlink(folder, join(dataDir, 'files'))
}

async function launch(url: string, options: StartOptions): Promise<Running> {
  const {
    publicUrl,
    rateLimit = 0,
    busyMilliseconds = 0,
    columnsMegabytes = 256,
    requestMilliseconds = PATIENCE_MILLISECONDS,
    replicas = [],
    beforeRoutes,
    stopSeconds = 30,
    trustProxy = false,
    metricsFrom = false,
    makesFiles = false,
    exportLimits,
    deprecated
  } = options
  const dataDir = join(tmpdir(), `ogp-files-${randomBytes(6).toString('hex')}`)
  if (url === readOnlyUrl() && !makesFiles) await shareFiles(dataDir)
  const app = await buildApp({
    config: { busyMilliseconds, columnsMegabytes, dataDir, metricsFrom, publicUrl, rateLimit, stopSeconds, trustProxy },
    databaseUrls: [url, ...replicas],
    logger: pino({ level: 'silent' }),
    statementMilliseconds: PATIENCE_MILLISECONDS,
    requestMilliseconds,
    ...(beforeRoutes ? { beforeRoutes } : {}),
    ...(exportLimits ? { exportLimits } : {}),
    ...(deprecated ? { deprecated } : {})
  })
  const close = async () => {
    await app.server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { app, url, dataDir, close }
}

/** Services that the tests of a process share, by their PUBLIC_URL. */
const shared = new Map<string | undefined, Promise<Running>>()

function share(publicUrl: string | undefined): Promise<Running> {
  const known = shared.get(publicUrl)
  if (known) return known
  const launched = launch(readOnlyUrl(), { publicUrl })
  shared.set(publicUrl, launched)
  return launched
}

/** Ends what tests shared; for whoever runs files. */
export async function closeShared(): Promise<void> {
  const running = [...shared.values()]
  shared.clear()
  for (const service of running) await (await service).close()
}

/**
 * A service on the seeds. Without options it is the one that all tests of the process share, to be read and left as it is:
 * PostgreSQL refuses to write to its database. A test that does more says what it needs of its own.
 */
export async function start(t: Test, options: StartOptions = {}): Promise<Client> {
  const settings = { publicUrl: ORIGIN, ...options }
  const { own, publicUrl, ...more } = settings
  let running: Running
  if (own || Object.keys(more).length > 0) {
    const url =
      options.url ?? (own === 'service' || !own ? readOnlyUrl() : await database(t, { sample: own === 'sample' }))
    running = await launch(url, settings)
    t.teardown(running.close)
  } else running = await share(publicUrl)
  const { app, url, dataDir } = running
  const get = async (address: string, inject: InjectOptions = {}) => {
    const path = address.startsWith(ORIGIN) ? address.slice(ORIGIN.length) : address
    const response = await app.server.inject({ method: 'GET', ...inject, url: path })
    const faults = contractFaults(String(inject.method ?? 'GET'), path, response)
    if (faults.length > 0) t.fail(`${path} does not answer as published`, { faults })
    return response
  }
  return { app, url, dataDir, get, json: async path => JSON.parse((await get(path)).body) }
}

/** As a client does: while the files of a release are being made, it asks again. */
export async function made({ get }: Pick<Client, 'get'>, path: string): Promise<Response> {
  for (;;) {
    const answer = await get(path)
    if (answer.statusCode !== 503) return answer
    await sleep(200)
  }
}

/** Says at the end of the run that something could not be run here, and why. */
export function notRun(what: string): void {
  const file = process.env.OGP_TEST_NOTES
  if (file) appendFileSync(file, `${what}\n`)
}
