/**
 * `npm run check:clients`: clients that @hey-api/openapi-ts and orval make of the published document compile under
 * strict TypeScript, and each gets the row that the service gives. The versions are the last that run on Node 20.
 */
import { deepStrictEqual } from 'node:assert'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { check, install, serve } from './scratch.ts'

const ROOT = join(import.meta.dirname, '../..')
const DOCUMENT = join(ROOT, 'openapi/v1.json')
const ID = 'IE0014'

/** Strict, and as a browser program sees the world. */
const OPTIONS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  types: []
}

/**
 * orval writes a schema of additional properties as an index signature beside the named properties, whose types it
 * does not fit (TS2411). The document is right: for orval those properties are left without a type.
 */
const ORVAL = `
const untyped = node =>
  Array.isArray(node) ? node.map(untyped)
  : typeof node === 'object' && node !== null
    ? Object.fromEntries(Object.entries(node).map(([key, value]) =>
        [key, key === 'additionalProperties' && typeof value === 'object' ? true : untyped(value)]))
  : node
export default {
  ogp: {
    input: { target: ${JSON.stringify(DOCUMENT)}, override: { transformer: untyped } },
    output: { target: 'orval/client.ts', client: 'fetch', baseUrl: 'ORIGIN/v1' }
  }
}
`

const HEY_API = `
import { client } from './hey-api/client.gen'
import { getCommitment } from './hey-api/sdk.gen'
client.setConfig({ baseUrl: 'ORIGIN/v1' })
const { data, error } = await getCommitment({ path: { id: '${ID}' }, query: { release: '2026-11' } })
if (!data || typeof data === 'string') throw new Error(JSON.stringify(error))
const title: string | undefined = data.data.title
console.log(JSON.stringify({ row: data.data, title }))
`

const ORVAL_CLIENT = `
import { getCommitment } from './orval/client'
const answer = await getCommitment('${ID}', { release: '2026-11' })
if (answer.status !== 200 || typeof answer.data === 'string') throw new Error(JSON.stringify(answer.data))
const title: string | undefined = answer.data.data.title
console.log(JSON.stringify({ row: answer.data.data, title }))
`

await check(async scope => {
  const scratch = await install(scope, [
    '@hey-api/openapi-ts@0.85.0',
    'orval@7.21.0',
    'typescript@5.9.3',
    'tsx@4',
    '@types/node@20'
  ])
  const origin = await serve(scope)
  const write = (name: string, text: string) => writeFile(join(scratch.dir, name), text.replaceAll('ORIGIN', origin))
  await write('tsconfig.json', JSON.stringify({ compilerOptions: OPTIONS, include: ['hey-api', 'orval', '*.ts'] }))
  await write('orval.config.mjs', ORVAL)
  await write('with-hey-api.ts', HEY_API)
  await write('with-orval.ts', ORVAL_CLIENT)
  await scratch.run('openapi-ts', '-i', DOCUMENT, '-o', 'hey-api', '-c', '@hey-api/client-fetch')
  await scratch.run('orval', '--config', 'orval.config.mjs')
  await scratch.run('tsc', '-p', '.')
  console.log('the clients of @hey-api/openapi-ts and orval compile under strict TypeScript')
  const { data } = (await (await fetch(`${origin}/v1/commitments/${ID}?release=2026-11`)).json()) as {
    data: Record<string, unknown>
  }
  for (const program of ['with-hey-api.ts', 'with-orval.ts']) {
    deepStrictEqual(JSON.parse(await scratch.run('tsx', program)), { row: data, title: data.title }, program)
    console.log(`${program} got the row`)
  }
})
