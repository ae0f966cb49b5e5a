/** `npm run openapi`: writes openapi/v1.json and v1.yaml from definitions and seeds, and v1.fr.* from these. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/database.ts'
import { inFrench } from './french/document.ts'
import { EXAMPLE_ORIGIN, generate } from './generate.ts'
import { type Written, written } from './written.ts'

async function write(name: string, { json, yaml }: Written): Promise<void> {
  await writeFile(new URL(`${name}.json`, import.meta.url), json)
  await writeFile(new URL(`${name}.yaml`, import.meta.url), yaml)
}

const dataDir = await mkdtemp(join(tmpdir(), 'ogp-openapi-'))
await chmod(dataDir, 0o755)
const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: EXAMPLE_ORIGIN, RATE_LIMIT: '0' })
const database = await openDatabase(config, { env: process.env, name: 'openapi', say: () => {} })
try {
  const app = await buildApp({ config, databaseUrls: database.urls, logger: pino({ level: 'silent' }), gather: true })
  const english = await generate(app)
  await app.server.close()
  await write('v1', english)
  const french = inFrench(JSON.parse(english.json))
  await write('v1.fr', written(french.document))
  for (const [fault, texts] of Object.entries(french.faults)) {
    for (const text of texts) console.error(`openapi/french: ${fault}: ${JSON.stringify(text)}`)
    if (texts.length > 0) process.exitCode = 1
  }
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}
