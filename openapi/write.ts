/** `npm run openapi`: writes openapi/v1.json and v1.yaml from the definitions and the seeds. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/database.ts'
import { EXAMPLE_ORIGIN, generate } from './generate.ts'

const dataDir = await mkdtemp(join(tmpdir(), 'ogp-openapi-'))
await chmod(dataDir, 0o755)
const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: EXAMPLE_ORIGIN, RATE_LIMIT: '0' })
const database = await openDatabase(config, { env: process.env, name: 'openapi', say: () => {} })
try {
  const app = await buildApp({ config, databaseUrls: database.urls, logger: pino({ level: 'silent' }), gather: true })
  const { json, yaml } = await generate(app)
  await writeFile(new URL('v1.json', import.meta.url), json)
  await writeFile(new URL('v1.yaml', import.meta.url), yaml)
  await app.server.close()
} finally {
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}
