/** The PostgreSQL server of a run of tests: a database with the seeds to read, and one to make others of. */
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadSeeds } from '../../seeds/load.ts'
import { connect, type Sql } from '../../src/db/client.ts'
import { openCluster, startServer, stopServer, urlOf } from '../../src/db/embedded/cluster.ts'
import { databaseAccount, prepareRuntime } from '../../src/db/embedded/runtime.ts'
import { prepareDatabase } from '../../src/db/migrate.ts'

/** Cloned for each test that writes. Nobody may connect to it: PostgreSQL does not clone what somebody looks at. */
const TEMPLATE = 'ogp_seeded'
/** The same with a few commitments of the record: an import beside all of them takes four times as long. */
const SAMPLE = 'ogp_sample'
/** Shared by all tests that read; PostgreSQL refuses to write to it. */
const READ_ONLY = 'ogp_read_only'

/** A machine that is busy takes long to let somebody in. */
const CONNECT_SECONDS = 120

/** What a server that is thrown away need not do: survive, be copied, tidy up. Clones take a tenth of the time. */
const SETTINGS = `
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 4GB
autovacuum = off
scram_iterations = 1
`

export type Databases = {
  /** Of the database with the seeds that nobody writes to. */
  url: string
  close(): Promise<void>
}

export const withDatabase = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Starts a server under this folder, unless `outside` is the address of one, and fills it with the seeds. */
export async function openDatabases(folder: string, outside: string | undefined): Promise<Databases> {
  const server = outside ? { url: outside, stop: async () => {} } : await startServerIn(folder)
  const sql = connect(server.url, { name: 'ogp-open-data test' })
  try {
    await fill(sql, server.url)
  } catch (error) {
    await server.stop()
    throw error
  } finally {
    await sql.end()
  }
  const url = new URL(withDatabase(server.url, READ_ONLY))
  url.searchParams.set('connect_timeout', String(CONNECT_SECONDS))
  return { url: url.href, close: server.stop }
}

async function startServerIn(folder: string) {
  const account = databaseAccount(process.env)
  const runtime = await prepareRuntime(folder, account)
  const cluster = await openCluster(folder, runtime, account, () => {})
  await appendFile(join(cluster.dir, 'postgresql.conf'), SETTINGS)
  const running = await startServer(cluster)
  const url = urlOf(cluster, running.port)
  await encryptAgain(url, cluster.password)
  return { url, stop: () => stopServer(running) }
}

/** Encrypts the password with the few iterations of the settings: thousands of connections are made with it. */
async function encryptAgain(url: string, password: string): Promise<void> {
  const sql = connect(url, { name: 'ogp-open-data test' })
  await sql.unsafe(`alter role current_user password '${password}'`).finally(() => sql.end())
}

async function fill(sql: Sql, url: string): Promise<void> {
  for (const name of [TEMPLATE, SAMPLE, READ_ONLY]) await sql.unsafe(`drop database if exists ${name} with (force)`)
  await sql.unsafe(`create database ${TEMPLATE} template template0 encoding 'UTF8'`)
  const template = withDatabase(url, TEMPLATE)
  await prepareDatabase(template, () => {})
  await loadSeeds(template, () => {})
  await sql.unsafe(`alter database ${TEMPLATE} allow_connections false`)
  await cloneSeeds(sql, READ_ONLY)
  await cloneSeeds(sql, SAMPLE)
  const sample = connect(withDatabase(url, SAMPLE), { name: 'ogp-open-data test' })
  try {
    await sample.unsafe(SELECTION)
    await sample.unsafe(SHRINK)
  } finally {
    await sample.end()
  }
  await sql.unsafe(`alter database ${SAMPLE} allow_connections false`)
  await sql.unsafe(`alter database ${READ_ONLY} set default_transaction_read_only = on`)
}

/** Leaves what is said of two countries, and what other tables refer to. */
const SELECTION = `
set session_replication_role = replica;
delete from commitments
  where country not in ('CL', 'GE') and id not in (select commitment from featured_commitments);
delete from irm_readings where commitment not in (select id from commitments);
delete from edition_statements where subject = 'commitments' and "row" not in (select id from commitments);
reset session_replication_role`
/** A clone is as large as what it is made of, rows that are gone included. */
const SHRINK = 'vacuum (full, analyze) commitments, irm_readings, edition_statements'

/** Makes a database of this name with the seeds in it, or with a sample of them. */
export async function cloneSeeds(sql: Sql, name: string, { sample = false } = {}): Promise<void> {
  const [server] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`
  // Older servers know no other way; newer ones would write every page into their log first.
  const strategy = (server?.version ?? 0) >= 150000 ? 'strategy file_copy' : ''
  await sql.unsafe(`create database ${name} template ${sample ? SAMPLE : TEMPLATE} ${strategy}`)
}
