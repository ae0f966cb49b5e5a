/** What tests share: a service on a database of its own, whose every answer is held against the published document. */

import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions, Response } from 'light-my-request'
import { pino } from 'pino'
import type { Test } from 'tap'
import { type App, buildApp } from '../src/app.ts'
import { connect, type Sql } from '../src/db/client.ts'
import type { SpoolLimits } from '../src/resource/export/spool.ts'
import { contractFaults } from './contract.ts'
import './traffic.ts'

export const ORIGIN = 'http://data.test'

const template = (): string => {
  const url = process.env.OGP_TEST_DATABASE
  if (!url) throw new Error('run the tests with `npm test` or `npm test -- FILE`')
  return url
}

export const withDatabase = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** A database of the test's own, with the seeds in it or empty; dropped when the test ends. */
export async function database(t: Test, { seeded = true } = {}): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`
  const admin = connect(withDatabase(template(), 'postgres'), { name: 'ogp-open-data test' })
  await admin.unsafe(
    seeded
      ? `create database ${name} template ${new URL(template()).pathname.slice(1)}`
      : `create database ${name} template template0 encoding 'UTF8'`
  )
  t.teardown(async () => {
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  })
  return withDatabase(template(), name)
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

type StartOptions = {
  url?: string
  publicUrl?: string | undefined
  rateLimit?: number
  replicas?: string[]
  gather?: boolean
  stopSeconds?: number
  exportLimits?: SpoolLimits
}

/** Starts the service on a seeded database. */
export async function start(t: Test, options: StartOptions = {}): Promise<Client> {
  const url = options.url ?? (await database(t))
  const dataDir = join(tmpdir(), `ogp-files-${randomBytes(6).toString('hex')}`)
  t.teardown(() => rm(dataDir, { recursive: true, force: true }))
  const app = await buildApp({
    config: {
      dataDir,
      publicUrl: 'publicUrl' in options ? options.publicUrl : ORIGIN,
      rateLimit: options.rateLimit ?? 0,
      stopSeconds: options.stopSeconds ?? 30,
      trustProxy: false
    },
    databaseUrls: [url, ...(options.replicas ?? [])],
    logger: pino({ level: 'silent' }),
    gather: options.gather ?? false,
    ...(options.exportLimits ? { exportLimits: options.exportLimits } : {})
  })
  t.teardown(() => app.server.close())
  const get = async (address: string, inject: InjectOptions = {}) => {
    const path = address.startsWith(ORIGIN) ? address.slice(ORIGIN.length) : address
    const response = await app.server.inject({ method: 'GET', ...inject, url: path })
    const faults = contractFaults(String(inject.method ?? 'GET'), path, response)
    if (faults.length > 0) t.fail(`${path} does not answer as published`, { faults })
    return response
  }
  return { app, url, dataDir, get, json: async path => JSON.parse((await get(path)).body) }
}

/** Says at the end of the run that something could not be run here, and why. */
export function notRun(what: string): void {
  const file = process.env.OGP_TEST_NOTES
  if (file) appendFileSync(file, `${what}\n`)
}
