/** `npm run backup -- FOLDER` and `npm run restore -- FOLDER` */
import { resolve } from 'node:path'
import { backup } from '../backup/backup.ts'
import { restore } from '../backup/restore.ts'
import { readArguments, UsageError } from './arguments.ts'

export const BACKUP_USAGE = `npm run backup -- FOLDER

  Writes all releases into a new folder, as of one moment: a file for each table, and a manifest with digests. The
  service may run, and imports too. POSTGRES_BIN=FOLDER takes the programs of another PostgreSQL, for a DATA_DIR that an
  older one left.`

export const RESTORE_USAGE = `npm run restore -- FOLDER

  Fills an empty database (a new DATA_DIR) from a backup: all of it, or nothing. Files are held against their digests
  first. A backup of an older version is brought to this one.`

/** The folder that the command line names; throws a UsageError when it names none or several. */
export function readFolder(args: readonly string[]): string {
  const [folder, ...rest] = readArguments(args, {}).positionals
  if (!folder || rest.length > 0) throw new UsageError('name one folder')
  return resolve(folder)
}

const say = (line: string) => console.error(line)

export async function runBackup(url: string, folder: string): Promise<number> {
  const { release, tables } = await backup(url, folder, say)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`${folder} holds release ${release} and those before it: ${rows} rows of ${tables.length} tables.`)
  return 0
}

export async function runRestore(url: string, folder: string): Promise<number> {
  const { release, made } = await restore(url, folder, say)
  console.log(`The database holds release ${release} and those before it, as of ${made}.`)
  return 0
}
