/** The PostgreSQL server of a run of tests: one with the seeds to read, one to make others of. */
import { join } from 'node:path'
import { loadSeeds } from '../../seeds/load.ts'
import { connect } from '../../src/db/client.ts'
import { openEmbedded } from '../../src/db/embedded/embedded.ts'
import { prepareDatabase } from '../../src/db/migrate.ts'

/** Cloned for each test that writes. */
export const TEMPLATE = 'ogp_seeded'
/** Shared by all tests that read; PostgreSQL refuses to write to it. */
export const READ_ONLY = 'ogp_read_only'

/** What a database that is thrown away need not survive. */
const CARELESS = ['fsync', 'full_page_writes', 'synchronous_commit']

export type Databases = { url: string; close(): Promise<void> }

export const withDatabase = (url: string, name: string): string => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/** Starts a server under this folder, unless `outside` is the address of one, and fills it with the seeds. */
export async function openDatabases(folder: string, outside: string | undefined): Promise<Databases> {
  const embedded = outside
    ? undefined
    : await openEmbedded({ dataDir: join(folder, 'data'), env: process.env, name: 'tests', say: () => {} })
  const url = outside ?? embedded?.url ?? ''
  const close = async () => embedded?.close()
  const sql = connect(url, { name: 'ogp-open-data test' })
  try {
    if (embedded) {
      for (const setting of CARELESS) await sql.unsafe(`alter system set ${setting} = off`)
      await sql`select pg_reload_conf()`
    }
    for (const name of [TEMPLATE, READ_ONLY]) await sql.unsafe(`drop database if exists ${name} with (force)`)
    await sql.unsafe(`create database ${TEMPLATE} template template0 encoding 'UTF8'`)
    const template = withDatabase(url, TEMPLATE)
    await prepareDatabase(template, () => {})
    await loadSeeds(template, () => {})
    await sql.unsafe(`create database ${READ_ONLY} template ${TEMPLATE}`)
    await sql.unsafe(`alter database ${READ_ONLY} set default_transaction_read_only = on`)
  } catch (error) {
    await close()
    throw error
  } finally {
    await sql.end()
  }
  return { url, close }
}
