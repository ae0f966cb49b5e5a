/** `npm run openapi`: writes openapi/v1.json from definitions and seeds, and v1.fr.json from that. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/database.ts'
import { EXAMPLE_ORIGIN } from '../src/docs/documents.ts'
import { DATASETS } from '../src/v1/index.ts'
import { brokenPromises, COLUMNS_FILE, columnsOf, committedColumns } from './columns.ts'
import { gather } from './document.ts'
import { inFrench } from './french/document.ts'
import { generate } from './generate.ts'
import { brokenIn, committedPromises, PROMISES_FILE, promisesOf } from './promises.ts'
import { written } from './written.ts'

const columns = columnsOf(DATASETS)
const broken = brokenPromises(committedColumns(), columns)
if (broken.length > 0) {
  console.error(`Columns of published releases would change:\n${broken.join('\n')}`)
  process.exit(1)
}
await writeFile(COLUMNS_FILE, written(columns))

const write = (name: string, document: unknown) =>
  writeFile(new URL(`${name}.json`, import.meta.url), written(document))

const dataDir = await mkdtemp(join(tmpdir(), 'ogp-openapi-'))
await chmod(dataDir, 0o755)
const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: EXAMPLE_ORIGIN, RATE_LIMIT: '0' })
const database = await openDatabase(config, { env: process.env, name: 'openapi', say: () => {} })
try {
  const logger = pino({ level: 'silent' })
  const { beforeRoutes, document } = gather()
  const app = await buildApp({ config, databaseUrls: database.readUrls, logger, beforeRoutes })
  const english = await generate(app, document())
  await app.server.close()
  const promises = promisesOf(english)
  const breaking = brokenIn(committedPromises(), promises)
  if (breaking.length > 0)
    throw new Error(`Published clients would break; that takes a new major version:\n${breaking.join('\n')}`)
  await writeFile(PROMISES_FILE, written(promises))
  await write('v1', english)
  const french = inFrench(english)
  await write('v1.fr', french.document)
  for (const [fault, texts] of Object.entries(french.faults)) {
    for (const text of texts) console.error(`openapi/french: ${fault}: ${JSON.stringify(text)}`)
    if (texts.length > 0) process.exitCode = 1
  }
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}
