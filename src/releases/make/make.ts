/** All files of a release. The same release gives the same bytes whenever and wherever they are made. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Table } from '../../engine/definition/bridge.ts'
import { datasetAt } from '../../engine/definition/dataset.ts'
import { openReader } from '../../engine/sql/read-pool.ts'
import { ATTRIBUTION, DATASETS, LICENSE } from '../../v1/index.ts'
import { archiveName, MANIFEST, type Manifest, type Order, type ReleaseFile, sqliteName } from '../file.ts'
import { citationOf, dataPackage, readme } from '../package.ts'
import { writeArchive } from './archive.ts'
import { writeCsv } from './rows.ts'
import { openSqlite } from './sqlite.ts'
import { writeTables } from './tables.ts'

const SUMS = 'SHA256SUMS'
const README = 'README.md'
const PACKAGE = 'datapackage.json'

async function describe(path: string, name: string, title: string, media_type: string): Promise<ReleaseFile> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return { name, title, media_type, bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}

/** Makes the files in the folder of the order; the manifest comes last. */
export async function makeFiles({ databaseUrl, release, folder }: Order): Promise<Manifest> {
  const at = (name: string) => join(folder, name)
  const reader = openReader([databaseUrl])
  const sqlite = sqliteName(release.id)
  const about = {
    release: release.id,
    title: release.title,
    date: release.date,
    citation: citationOf(release),
    license: LICENSE.url,
    attribution: ATTRIBUTION
  }
  const database = openSqlite(at(sqlite), about)
  const rows: Record<string, number> = {}
  const tables: Table[] = []
  try {
    for (const defined of DATASETS) {
      const dataset = datasetAt(defined, release)
      const csv = at(`${dataset.name}.csv`)
      rows[dataset.name] = await writeCsv({ reader, seq: release.seq, url: databaseUrl }, dataset, csv)
      const lists = await writeTables(dataset, csv, database, at)
      for (const { bridge, rows: values } of lists) rows[bridge.name] = values
      tables.push(dataset, ...lists.map(({ bridge }) => bridge))
    }
    database.commit()
  } finally {
    database.close()
    await reader.close()
  }
  const described = async (suffix: string, format: string, mediaType: string) => {
    const files: ReleaseFile[] = []
    for (const { name, title } of tables)
      files.push(await describe(at(`${name}.${suffix}`), `${name}.${suffix}`, `${title[0]} as ${format}`, mediaType))
    return files
  }
  const csvFiles = await described('csv', 'CSV', 'text/csv')
  const parquet = await described('parquet', 'Parquet', 'application/vnd.apache.parquet')

  const texts: ReleaseFile[] = []
  const write = async (name: string, title: string, mediaType: string, text: string) => {
    await writeFile(at(name), text)
    texts.push(await describe(at(name), name, title, mediaType))
  }
  const held = new Map(csvFiles.map(file => [file.name, file]))
  const packaged = dataPackage(release, tables, held, name => name)
  await write(
    PACKAGE,
    'Description of all columns (Data Package 2.0)',
    'application/json',
    `${JSON.stringify(packaged, null, 2)}\n`
  )
  await write(README, 'How to read and cite the files', 'text/markdown', readme(release, rows, tables))
  const sums = [...csvFiles, ...texts].map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
  await write(SUMS, 'Digests of the files in the zip', 'text/plain', sums)

  const archive = archiveName(release.id)
  await writeArchive(
    at(archive),
    [...csvFiles, ...texts].map(({ name }) => at(name)),
    release.date
  )
  const manifest: Manifest = {
    release: release.id,
    published_at: release.published_at,
    rows,
    files: [
      await describe(
        at(archive),
        archive,
        'All datasets and their lists as CSV, with their description',
        'application/zip'
      ),
      await describe(
        at(sqlite),
        sqlite,
        'All datasets and their lists as one SQLite database',
        'application/vnd.sqlite3'
      ),
      ...csvFiles,
      ...parquet,
      ...texts
    ]
  }
  await writeFile(at(`${MANIFEST}.part`), JSON.stringify(manifest))
  await rename(at(`${MANIFEST}.part`), at(MANIFEST))
  return manifest
}
