/** What a backup is: a folder with one file for each table, and a manifest that says what must be in them. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export const MANIFEST = 'manifest.json'
export const FORMAT = 'ogp-open-data backup'
export const VERSION = 1

/** A backup cannot be made, or cannot be restored; the message says why in one line. */
export class BackupError extends Error {}

export type TableFile = {
  table: string
  /** Those that are stored; what the database makes of others is made anew. */
  columns: string[]
  rows: number
  /** Rows as COPY writes them, compressed with gzip. */
  file: string
  bytes: number
  sha256: string
}

export type Manifest = {
  format: typeof FORMAT
  version: typeof VERSION
  /** When it was made (ISO 8601, UTC). */
  made: string
  /** Of the server it was read from. */
  postgres: string
  /** The youngest migration of the tables, as the journal of migrations dates it. */
  migration: number
  /** The release that was current. */
  release: string | null
  tables: TableFile[]
}

export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupError(`${folder} holds no backup: there is no ${MANIFEST}`)
  })
  let manifest: Partial<Manifest> = {}
  try {
    manifest = JSON.parse(text)
  } catch {}
  if (manifest.format !== FORMAT) throw new BackupError(`${join(folder, MANIFEST)} is no manifest of a backup`)
  if (manifest.version !== VERSION)
    throw new BackupError(`the backup is of format ${manifest.version}; this version reads format ${VERSION}`)
  return manifest as Manifest
}

/** Throws a BackupError that names every file which is missing or holds other bytes than were written. */
export async function verifyFiles(folder: string, { tables }: Manifest): Promise<void> {
  const damaged: string[] = []
  for (const { file, sha256 } of tables) {
    const hash = createHash('sha256')
    const isRead = await pipeline(createReadStream(join(folder, file)), hash).then(
      () => true,
      () => false
    )
    if (!isRead) damaged.push(`${file} cannot be read`)
    else if (hash.digest('hex') !== sha256) damaged.push(`${file} is damaged`)
  }
  if (damaged.length > 0) throw new BackupError(`the backup cannot be restored: ${damaged.join('; ')}`)
}
