/** Fills an empty database from a backup: all of it in one transaction, or nothing. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type postgres from 'postgres'
import { connect, isForbidden } from '../db/client.ts'
import { knowsMigration, prepareDatabase } from '../db/migrate.ts'
import { BackupError, type Manifest, readManifest, type TableFile, verifyFiles } from './manifest.ts'

/**
 * The tables are made as they were when the backup was made, filled, and then brought to this version by its own
 * migrations. Throws a BackupError when the backup is damaged or the database holds something.
 */
export async function restore(url: string, folder: string, say: (line: string) => void): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (!(await knowsMigration(manifest.migration)))
    throw new BackupError('the backup was made by a newer version of the program: restore it with that')
  await verifyFiles(folder, manifest)
  const sql = connect(url, { name: 'ogp-open-data restore' })
  try {
    const [state] = await sql`select to_regclass('public.releases') as name`
    if (state?.name) {
      const [held] = await sql`select from releases limit 1`
      if (held) throw new BackupError('the database holds releases already: restore into a new DATA_DIR or database')
    }
    await prepareDatabase(url, say, manifest.migration)
    await sql.begin(async transaction => {
      // What the tables guard was guarded when the rows were published; in which order they come is no matter.
      await transaction`set local session_replication_role = replica`
      // Migrations may write rows of their own.
      await transaction`truncate ${transaction(manifest.tables.map(({ table }) => table))}`
      for (const table of manifest.tables) {
        await fill(transaction, table, folder)
        say(`${table.table}: ${table.rows} rows`)
      }
    })
    await prepareDatabase(url, say)
    await sql`analyze`
  } catch (error) {
    if (isForbidden(error))
      throw new BackupError(
        'the database role may not restore: that takes a superuser; with a server of your own use pg_dump and pg_restore'
      )
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
  return manifest
}

async function fill(transaction: postgres.TransactionSql, { table, columns, rows, file }: TableFile, folder: string) {
  const copy = await transaction`copy ${transaction(table)} (${transaction(columns)}) from stdin`.writable()
  await pipeline(createReadStream(join(folder, file)), createGunzip(), copy)
  const [found] = await transaction<{ count: string }[]>`select count(*) from ${transaction(table)}`
  if (Number(found?.count) !== rows)
    throw new BackupError(`${table} has ${found?.count} rows after it was filled, and ${rows} in the manifest`)
}
