/** All files of a release. The same release gives the same bytes whenever and wherever they are made. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Dataset, datasetAt } from '../../engine/definition/dataset.ts'
import { openReader } from '../../engine/sql/read-pool.ts'
import { ATTRIBUTION, DATASETS, LICENSE } from '../../v1/index.ts'
import { archiveName, MANIFEST, type Manifest, type Order, type ReleaseFile, sqliteName } from '../file.ts'
import { citationOf, dataPackage, readme } from '../package.ts'
import { writeArchive } from './archive.ts'
import { writeParquet } from './parquet.ts'
import { writeCsv } from './rows.ts'
import { writeSqlite } from './sqlite.ts'

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
  const datasets = DATASETS.map(dataset => datasetAt(dataset, release))
  const rows: Record<string, number> = {}
  const tables: [Dataset, ReleaseFile][] = []
  try {
    for (const dataset of datasets) {
      const name = `${dataset.name}.csv`
      rows[dataset.name] = await writeCsv({ reader, seq: release.seq, url: databaseUrl }, dataset, at(name))
      tables.push([dataset, await describe(at(name), name, `${dataset.title[0]} as CSV`, 'text/csv')])
    }
  } finally {
    await reader.close()
  }
  const texts: ReleaseFile[] = []
  const write = async (name: string, title: string, mediaType: string, text: string) => {
    await writeFile(at(name), text)
    texts.push(await describe(at(name), name, title, mediaType))
  }
  const csvFiles = tables.map(([, file]) => file)
  const described = dataPackage(
    release,
    tables.map(([dataset, file]) => [dataset, file, file.name] as const)
  )
  await write(
    PACKAGE,
    'Description of all columns (Data Package 2.0)',
    'application/json',
    `${JSON.stringify(described, null, 2)}\n`
  )
  await write(README, 'How to read and cite the files', 'text/markdown', readme(release, rows, datasets))
  const sums = [...csvFiles, ...texts].map(({ sha256, name }) => `${sha256}  ${name}\n`).join('')
  await write(SUMS, 'Digests of the files in the zip', 'text/plain', sums)

  const archive = archiveName(release.id)
  await writeArchive(
    at(archive),
    [...csvFiles, ...texts].map(({ name }) => at(name)),
    release.date
  )
  const sqlite = sqliteName(release.id)
  const about = {
    release: release.id,
    title: release.title,
    date: release.date,
    citation: citationOf(release),
    license: LICENSE.url,
    attribution: ATTRIBUTION
  }
  await writeSqlite(
    at(sqlite),
    about,
    tables.map(([dataset, { name }]) => [dataset, at(name)] as const)
  )
  const parquet: ReleaseFile[] = []
  for (const [dataset, { name: csv }] of tables) {
    const name = `${dataset.name}.parquet`
    await writeParquet(at(name), dataset, at(csv))
    parquet.push(await describe(at(name), name, `${dataset.title[0]} as Parquet`, 'application/vnd.apache.parquet'))
  }
  const manifest: Manifest = {
    release: release.id,
    published_at: release.published_at,
    rows,
    files: [
      await describe(at(archive), archive, 'All datasets as CSV, with their description', 'application/zip'),
      await describe(at(sqlite), sqlite, 'All datasets as one SQLite database', 'application/vnd.sqlite3'),
      ...csvFiles,
      ...parquet,
      ...texts
    ]
  }
  await writeFile(at(`${MANIFEST}.part`), JSON.stringify(manifest))
  await rename(at(`${MANIFEST}.part`), at(MANIFEST))
  return manifest
}
