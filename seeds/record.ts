/**
 * `npm run seeds:record -- FILE…`: the facts of OGP's own files as seed rows. The importer reads the files onto the seeds
 * written by hand, in a database of its own, and what it adds or changes there is written to seeds/record, one folder for
 * each release. Nothing is taken over but facts: no long text, no person, no address of one.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connect, type Sql } from '../src/db/client.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { prepareDatabase } from '../src/db/migrate.ts'
import { tables } from '../src/db/tables.ts'
import type { Row } from '../src/import/copy-format.ts'
import { openFile } from '../src/import/files/file.ts'
import { importFiles } from '../src/import/import.ts'
import { LAYOUTS } from '../src/import/layouts/index.ts'
import { recognise } from '../src/import/layouts/layout.ts'
import { publish, writableColumns } from '../src/import/publish/publish.ts'
import { readSeeds, SEED_RELEASES, seedTables } from './read.ts'
import {
  RECORD_COLUMNS,
  RECORD_FOLDER,
  RECORD_TABLES,
  type RecordTable,
  sourceUrls,
  writeRecord
} from './record-files.ts'

/** Marks of a person in a cell that should name institutions. */
const PERSON =
  /@|\[withheld|\+\d\d|\b(?:Mr|Mrs|Ms|Dr|Dra|Hon|Prof|Sra|Lic|Ing|Mme)\b\.?\s*\p{Lu}|\bPh\. ?D\b|Minister \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+yan\b|\(Expert\)/u
const NAMING_COLUMNS = ['lead_institution', 'supporting_institutions']

/** The release of the seeds in which the edition of a file came in. */
async function releaseOf(path: string): Promise<string> {
  const { name, head } = await openFile(path)
  const { layout } = recognise(name, head, LAYOUTS)
  const { at } = await readSeeds('editions')
  const release = SEED_RELEASES.find(({ id }) => at(id).some(row => row.id === layout.edition))
  if (!release) throw new Error(`${name}: no release of the seeds knows the edition ${layout.edition}`)
  return release.id
}

const isPersonal = (column: string, cell: unknown) => NAMING_COLUMNS.includes(column) && PERSON.test(String(cell))

/** What an edition says of a row, without long texts and persons. */
const impersonal = (facts: object) =>
  Object.fromEntries(
    Object.entries(facts).filter(([column, value]) => column !== 'full_text' && !isPersonal(column, value))
  )

const asCell = (value: unknown): Row[string] => {
  if (value === null) return null
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'object' ? JSON.stringify(impersonal(value)) : String(value)
}

/** The rows that are true now, with the columns that OGP's files tell. */
async function readRows(sql: Sql, table: RecordTable): Promise<Row[]> {
  const columns = writableColumns(tables[table]).filter(column => RECORD_COLUMNS[table].includes(column))
  const rows = await sql`select ${sql(columns)} from ${sql(table)} where valid_to is null order by id`
  return rows.map(row =>
    Object.fromEntries(columns.map(column => [column, isPersonal(column, row[column]) ? null : asCell(row[column])]))
  )
}

const same = (one: Row | undefined, other: Row) =>
  one !== undefined && Object.entries(other).every(([column, cell]) => String(one[column] ?? '') === String(cell ?? ''))

/** Where a row written by hand says otherwise than what the importer makes of it and of OGP's file. */
const contradictions: string[] = []
const differing = (table: string, release: string, written: Row | undefined, imported: Row) =>
  Object.entries(imported)
    .filter(([column, cell]) => String(written?.[column] ?? '') !== String(cell ?? ''))
    .map(
      ([column, cell]) =>
        `${release} ${table} ${imported.id}, ${column}: "${written?.[column] ?? ''}" by hand, "${cell ?? ''}" imported`
    )

async function makeRelease(url: string, release: (typeof SEED_RELEASES)[number], files: readonly string[]) {
  const seeds = await Promise.all(
    seedTables.map(async table => ({ table, rows: (await readSeeds(table)).at(release.id) }))
  )
  await publish(
    url,
    release,
    seeds.map(seed => ({ ...seed, complete: true }))
  )
  if (files.length === 0) return
  await importFiles(url, { files, release: { ...release, id: `${release.id}-record` }, strict: true })
  const sql = connect(url, { name: 'ogp-open-data record', readOnly: true })
  const urls = await sourceUrls()
  await mkdir(join(fileURLToPath(RECORD_FOLDER), release.id), { recursive: true })
  for (const table of RECORD_TABLES) {
    const before = new Map(seeds.find(seed => seed.table === table)?.rows.map(row => [String(row.id), row]))
    const all = await readRows(sql, table)
    const rows = all.filter(row => !same(before.get(String(row.id)), row))
    if (rows.length > 0) await writeFile(new URL(`${release.id}/${table}.csv`, RECORD_FOLDER), writeRecord(rows, urls))
    const written = new Map((await readSeeds(table)).at(release.id).map(row => [String(row.id), row]))
    for (const row of all) contradictions.push(...differing(table, release.id, written.get(String(row.id)), row))
    console.log(`${release.id}: ${rows.length} rows of ${table}`)
  }
  await sql.end()
}

const files = process.argv.slice(2)
if (files.length === 0) throw new Error('name OGP’s files: npm run seeds:record -- FILE…')
const releases = await Promise.all(files.map(releaseOf))
const scratch = await mkdtemp(join(tmpdir(), 'ogp-record-'))
const embedded = await openEmbedded({ dataDir: scratch, env: process.env, name: 'record', say: () => {} })
try {
  await rm(RECORD_FOLDER, { recursive: true, force: true })
  await prepareDatabase(embedded.url, () => {})
  for (const release of SEED_RELEASES) {
    await makeRelease(
      embedded.url,
      release,
      files.filter((_, at) => releases[at] === release.id)
    )
  }
} finally {
  await embedded.close()
  await rm(scratch, { recursive: true, force: true })
}
if (contradictions.length > 0) {
  console.error(
    `${contradictions.join('\n')}\nThe seeds written by hand contradict OGP’s files in ${contradictions.length} cells.`
  )
  process.exitCode = 1
}
