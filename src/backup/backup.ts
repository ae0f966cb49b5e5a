/** Writes all that was published into a folder: every table, as of one moment, whoever reads or publishes meanwhile. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { connect, connectAlone, type Sql } from '../db/client.ts'
import { BackupError, FORMAT, MANIFEST, type Manifest, type TableFile, VERSION } from './manifest.ts'

type Table = { name: string; columns: string[] }

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false
  )

/** The folder must not exist; it appears when the backup is whole. Throws a BackupError when there is nothing to keep. */
export async function backup(url: string, folder: string, say: (line: string) => void): Promise<Manifest> {
  if (await exists(folder)) throw new BackupError(`${folder} exists already: name a folder that does not`)
  const partial = `${folder}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true, mode: 0o700 })
  const sql = connect(url, { name: 'ogp-open-data backup' })
  try {
    const manifest = await sql.begin('isolation level repeatable read read only', async transaction => {
      const [moment] = await transaction<{ snapshot: string; postgres: string; tables: string | null }[]>`
        select pg_export_snapshot() as snapshot, current_setting('server_version') as postgres,
          to_regclass('drizzle.__drizzle_migrations') as tables`
      if (!moment?.tables) throw new BackupError('the database holds no tables of ours: there is nothing to back up')
      const tables: TableFile[] = []
      for (const table of await tablesOf(transaction)) {
        tables.push(await writeTable(url, moment.snapshot, table, partial))
        say(`${table.name}: ${tables.at(-1)?.rows} rows`)
      }
      const [state] = await transaction<{ migration: string; release: string | null }[]>`
        select (select max(created_at) from drizzle.__drizzle_migrations) as migration,
          (select id from releases where status = 'published' order by seq desc limit 1) as release`
      return {
        format: FORMAT,
        version: VERSION,
        made: new Date().toISOString(),
        postgres: moment.postgres,
        migration: Number(state?.migration),
        release: state?.release ?? null,
        tables
      } satisfies Manifest
    })
    await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flush: true })
    await rename(partial, folder)
    return manifest
  } finally {
    await sql.end({ timeout: 1 })
    await rm(partial, { recursive: true, force: true })
  }
}

/** Every table of ours, with the columns that are stored. */
const tablesOf = (sql: Pick<Sql, 'unsafe'>) =>
  sql.unsafe<Table[]>(`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
      and attgenerated = ''
    group by relname order by relname`)

/** On a connection of its own, which sees the same moment: the driver's is of no use after a COPY. */
async function writeTable(url: string, snapshot: string, { name, columns }: Table, folder: string): Promise<TableFile> {
  const { sql, destroy } = connectAlone(url, { name: 'ogp-open-data backup' })
  const file = `${name}.copy.gz`
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // A line feed within a value is written as \n.
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++
      done(null, chunk)
    }
  })
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    }
  })
  try {
    await sql.unsafe('begin isolation level repeatable read read only')
    await sql.unsafe(`set transaction snapshot '${snapshot}'`)
    const source = await sql`copy ${sql(name)} (${sql(columns)}) to stdout`.readable()
    const target = createWriteStream(join(folder, file), { mode: 0o600, flush: true })
    await pipeline(source, count, createGzip(), digest, target)
  } finally {
    destroy()
  }
  return { table: name, columns, rows, file, bytes, sha256: hash.digest('hex') }
}
