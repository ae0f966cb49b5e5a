/**
 * `npm run check:clients`: clients that six generators make of the document as a running service publishes it compile
 * under strict TypeScript, and each gets the list, the row and the counts that the service gives. The versions are the
 * last that run on Node 20.
 */
import { deepStrictEqual } from 'node:assert'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { check, install, type Scratch, serve } from './scratch.ts'

const PINNED = "release: '2026-11'"
const COUNTRY = 'DE'
const ID = 'IE0014'
const [LIST, COUNT] = [
  `country: '${COUNTRY}', limit: 2, ${PINNED}`,
  `country: '${COUNTRY}', group: 'completion', ${PINNED}`
]

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
  allowImportingTsExtensions: true,
  types: []
}

/** What each program does with its three answers: the types must know a column, a title and a count. */
const PRINT = `
const titles: (string | null | undefined)[] = list.data.map(row => row.title)
const title: string | null | undefined = item.data.title
const counts: (number | undefined)[] = counted.data.map(row => row.count)
console.log(JSON.stringify({ list: list.data, item: item.data, counted: counted.data, titles, title, counts }))
`

type Client = {
  packages: readonly string[]
  /** Files that the generator reads. */
  files?: Record<string, string>
  generate(scratch: Scratch): Promise<unknown>
  program: string
}

const CLIENTS: Record<string, Client> = {
  'openapi-typescript': {
    packages: ['openapi-typescript@7.13.0', 'openapi-fetch@0.17.0'],
    generate: ({ run }) => run('openapi-typescript', 'v1.json', '-o', 'openapi-typescript/schema.ts'),
    program: `
import createClient from 'openapi-fetch'
import type { paths } from './openapi-typescript/schema'
const ogp = createClient<paths, 'application/json'>({ baseUrl: 'ORIGIN/v1' })
const { data: list } = await ogp.GET('/commitments', { params: { query: { ${LIST} } } })
const { data: item } = await ogp.GET('/commitments/{id}', { params: { path: { id: '${ID}' }, query: { ${PINNED} } } })
const { data: counted } = await ogp.GET('/commitments/aggregate', { params: { query: { ${COUNT} } } })
if (!list || !item || !counted) throw new Error('no answer')
`
  },
  'hey-api': {
    packages: ['@hey-api/openapi-ts@0.95.0'],
    generate: ({ run }) => run('openapi-ts', '-i', 'v1.json', '-o', 'hey-api', '-c', '@hey-api/client-fetch'),
    program: `
import { aggregateCommitments, getCommitment, listCommitments } from './hey-api/sdk.gen'
const { data: list } = await listCommitments({ query: { ${LIST} } })
const { data: item } = await getCommitment({ path: { id: '${ID}' }, query: { ${PINNED} } })
const { data: counted } = await aggregateCommitments({ query: { ${COUNT} } })
if (!list || typeof list === 'string' || !('data' in list)) throw new Error('no list')
if (!item || typeof item === 'string' || !counted || typeof counted === 'string') throw new Error('no answer')
`
  },
  'swagger-typescript-api': {
    packages: ['swagger-typescript-api@13.13.0'],
    generate: ({ run }) =>
      run('swagger-typescript-api', 'generate', '-p', 'v1.json', '-o', 'swagger-typescript-api', '-n', 'api.ts'),
    program: `
import { Api } from './swagger-typescript-api/api'
const { commitments } = new Api()
const { data: list } = await commitments.listCommitments({ ${LIST} }, { format: 'json' })
const { data: item } = await commitments.getCommitment('${ID}', { ${PINNED} }, { format: 'json' })
const { data: counted } = await commitments.aggregateCommitments({ ${COUNT} }, { format: 'json' })
if (!('data' in list)) throw new Error('no list')
`
  },
  orval: {
    packages: ['orval@7.21.0'],
    files: {
      'orval.config.mjs': `export default {
  ogp: { input: { target: 'v1.json' }, output: { target: 'orval/client.ts', client: 'fetch', baseUrl: 'ORIGIN/v1' } }
}`
    },
    generate: ({ run }) => run('orval', '--config', 'orval.config.mjs'),
    program: `
import { aggregateCommitments, getCommitment, listCommitments } from './orval/client'
import type { CommitmentAggregate, CommitmentItem, CommitmentList } from './orval/client'
const list = (await listCommitments({ ${LIST} })).data as CommitmentList
const item = (await getCommitment('${ID}', { ${PINNED} })).data as CommitmentItem
const counted = (await aggregateCommitments({ ${COUNT} })).data as CommitmentAggregate
`
  },
  oazapfts: {
    packages: ['oazapfts@7.5.0', '@oazapfts/runtime@1.2.0'],
    generate: ({ run }) => run('oazapfts', 'v1.json', 'oazapfts.ts'),
    program: `
import { aggregateCommitments, getCommitment, listCommitments } from './oazapfts'
import type { CommitmentAggregate, CommitmentItem, CommitmentList } from './oazapfts'
const listed = await listCommitments({ ${LIST} })
const found = await getCommitment('${ID}', { ${PINNED} })
const grouped = await aggregateCommitments({ ${COUNT} })
if (!('data' in listed && 'data' in found && 'data' in grouped)) throw new Error('no answer')
const list = listed.data as CommitmentList
const item = found.data as CommitmentItem
const counted = grouped.data as CommitmentAggregate
`
  },
  kubb: {
    packages: ['cli', 'core', 'plugin-oas', 'plugin-ts', 'plugin-client'].map(name => `@kubb/${name}@4.39.3`),
    files: {
      'kubb.config.ts': `import { defineConfig } from '@kubb/core'
import { pluginClient } from '@kubb/plugin-client'
import { pluginOas } from '@kubb/plugin-oas'
import { pluginTs } from '@kubb/plugin-ts'
export default defineConfig({
  root: '.',
  input: { path: 'v1.json' },
  output: { path: 'kubb' },
  plugins: [pluginOas(), pluginTs(), pluginClient({ client: 'fetch', baseURL: 'ORIGIN/v1' })]
})`
    },
    generate: ({ run }) => run('kubb', 'generate', '--config', 'kubb.config.ts'),
    program: `
import { aggregateCommitments, getCommitment, listCommitments } from './kubb'
const list = await listCommitments({ ${LIST} })
const item = await getCommitment('${ID}', { ${PINNED} })
const counted = await aggregateCommitments({ ${COUNT} })
if (typeof list === 'string' || !('data' in list)) throw new Error('no list')
if (typeof item === 'string' || !('data' in item)) throw new Error('no item')
if (typeof counted === 'string' || !('data' in counted)) throw new Error('no counts')
`
  }
}

type Rows = Record<string, unknown>[]

async function rowsOf(origin: string) {
  const ask = async (path: string) => {
    const { data } = (await (await fetch(`${origin}/v1/commitments${path}`)).json()) as { data: never }
    return data
  }
  const list: Rows = await ask(`?country=${COUNTRY}&limit=2&release=2026-11`)
  const item: Rows[number] = await ask(`/${ID}?release=2026-11`)
  const counted: Rows = await ask(`/aggregate?country=${COUNTRY}&group=completion&release=2026-11`)
  if (list.length !== 2 || counted.length === 0) throw new Error('there is nothing to compare with')
  const [titles, counts] = [list.map(row => row.title), counted.map(row => row.count)]
  return { list, item, counted, titles, title: item.title, counts }
}

await check(async scope => {
  const packages = Object.values(CLIENTS).flatMap(client => client.packages)
  const scratch = await install(scope, [...packages, 'typescript@5.9.3', 'tsx@4', '@types/node@20'])
  const origin = await serve(scope)
  const write = (name: string, text: string) => writeFile(join(scratch.dir, name), text.replaceAll('ORIGIN', origin))
  await write('v1.json', await (await fetch(`${origin}/v1/openapi.json`)).text())
  const expected = await rowsOf(origin)
  const failures: string[] = []
  for (const [name, { files = {}, generate, program }] of Object.entries(CLIENTS)) {
    try {
      for (const [file, text] of Object.entries(files)) await write(file, text)
      await generate(scratch)
      await write(`with-${name}.ts`, program + PRINT)
      await write(
        `${name}.tsconfig.json`,
        JSON.stringify({ compilerOptions: OPTIONS, files: [`with-${name}.ts`], include: [name, `${name}.ts`] })
      )
      await scratch.run('tsc', '-p', `${name}.tsconfig.json`)
      deepStrictEqual(JSON.parse(await scratch.run('tsx', `with-${name}.ts`)), expected, name)
      console.log(`the client of ${name} compiles under strict TypeScript and gets a list, a row and counts`)
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message}`)
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n\n'))
})
