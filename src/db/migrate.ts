/** Brings the database to the tables this version expects. */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { connect, isForbidden, orm, type Sql } from './client.ts'

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url))
const OLDEST_SERVER = 140000
/** Keeps two starts from migrating at once. */
const MIGRATION_LOCK = 2016_12_07

/** The server cannot be used as it is; the message says why in one line. */
export class DatabaseError extends Error {}

type Journal = { entries: { when: number; tag: string }[] }

const readJournal = async () => JSON.parse(await readFile(join(FOLDER, 'meta', '_journal.json'), 'utf8')) as Journal

/** Does this version know the migration of that date? */
export const knowsMigration = async (when: number): Promise<boolean> =>
  (await readJournal()).entries.some(entry => entry.when === when)

/** The journal up to a migration. */
const journalUntil = async (until: number): Promise<Journal> => {
  const journal = await readJournal()
  return { ...journal, entries: journal.entries.filter(({ when }) => when <= until) }
}

/** How many migrations are known here and not yet applied there; negative when the database is ahead. */
async function pendingMigrations(sql: Sql, journal: Journal): Promise<number> {
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!table?.name) return journal.entries.length
  const [row] = await sql<{ last: string | null }[]>`select max(created_at) as last from drizzle.__drizzle_migrations`
  const last = Number(row?.last ?? 0)
  return (
    journal.entries.filter(entry => entry.when > last).length -
    (journal.entries.some(e => e.when === last) || !last ? 0 : 1)
  )
}

/** Applies the migrations of a journal that is not all there is. */
async function migrateBy(journal: Journal, sql: Sql): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ogp-migrations-'))
  try {
    await mkdir(join(folder, 'meta'))
    await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify(journal))
    for (const { tag } of journal.entries) await copyFile(join(FOLDER, `${tag}.sql`), join(folder, `${tag}.sql`))
    await migrate(orm(sql), { migrationsFolder: folder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Checks that the server fits, then applies what is pending, up to the migration of a date where one is given. Throws a
 * DatabaseError when either cannot be.
 */
export async function prepareDatabase(
  url: string,
  say: (line: string) => void,
  until = Number.POSITIVE_INFINITY
): Promise<void> {
  const journal = await journalUntil(until)
  const sql = connect(url, { name: 'ogp-open-data migrate' })
  try {
    await checkServer(sql)
    const known = await pendingMigrations(sql, journal)
    if (known < 0)
      throw new DatabaseError(
        'a newer version of the program has changed the tables of the database: start that one, or restore a backup that this one made'
      )
    if (known === 0) return
    await checkExtension(sql)
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    const pending = await pendingMigrations(sql, journal)
    if (pending <= 0) return
    say(`applying ${pending} migration${pending === 1 ? '' : 's'}`)
    await (until === Number.POSITIVE_INFINITY
      ? migrate(orm(sql), { migrationsFolder: FOLDER })
      : migrateBy(journal, sql))
  } catch (error) {
    if (isForbidden((error as { cause?: unknown }).cause ?? error)) {
      throw new DatabaseError(
        'the database role may not create tables: run `npm run migrate` once with a role that may (and may create the extension unaccent), then start again'
      )
    }
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** Full-text search needs it; it is part of PostgreSQL, but some packages of servers leave it out. */
async function checkExtension(sql: Sql): Promise<void> {
  const [found] = await sql`select from pg_available_extensions where name = 'unaccent'`
  if (!found) throw new DatabaseError('the database server has no extension unaccent: install its contrib package')
}

async function checkServer(sql: Sql): Promise<void> {
  let server: { version: number; name: string; encoding: string; icu: boolean } | undefined
  try {
    ;[server] = await sql<NonNullable<typeof server>[]>`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
        current_setting('server_encoding') as encoding,
        exists (select from pg_collation where collname = 'und-x-icu') as icu`
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    throw new DatabaseError(`cannot connect to the database: ${code ? `${message} (${code})` : message}`)
  }
  if (!server) return
  if (server.version < OLDEST_SERVER) {
    throw new DatabaseError(`the database server is PostgreSQL ${server.name}; version 14 or newer is needed`)
  }
  if (server.encoding !== 'UTF8') {
    throw new DatabaseError(`the database is encoded in ${server.encoding}; create one with encoding UTF8`)
  }
  if (!server.icu) throw new DatabaseError('the database server was built without ICU, which sorts our text')
}
