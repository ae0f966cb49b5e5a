import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import t from 'tap'
import { gather } from '../openapi/document.ts'
import { generate } from '../openapi/generate.ts'
import { written } from '../openapi/written.ts'
import { EXAMPLE_ORIGIN } from '../src/docs/documents.ts'
import { type Document, excerptOf } from '../src/docs/excerpt.ts'
import { type Dataset, dataset } from '../src/engine/definition/dataset.ts'
import { serve } from '../src/engine/routes.ts'
import { DATASETS } from '../src/v1/index.ts'
import themes from '../src/v1/themes.ts'
import { few } from './cases.ts'
import { DOCUMENT } from './contract.ts'
import { start } from './helper.ts'

type Json = Record<string, unknown>
const committed = (name: string) => readFileSync(new URL(`../openapi/${name}`, import.meta.url), 'utf8')

t.test('the committed document is what definitions and seeds give; run `npm run openapi` after a change', async t => {
  const { beforeRoutes, document } = gather()
  const { app } = await start(t, { publicUrl: EXAMPLE_ORIGIN, beforeRoutes })
  t.ok(written(await generate(app, document())) === committed('v1.json'), 'openapi/v1.json is up to date')
})

/** What the routes of these datasets say, without a service behind them. */
async function gathered(datasets: readonly Dataset[]): Promise<Document> {
  const { beforeRoutes, document } = gather()
  const app = Fastify()
  await app.register(async api => {
    await beforeRoutes(api)
    for (const each of datasets) serve(api, { prefix: '/v1' } as never, each)
  })
  await app.ready()
  return document() as never
}

t.test('a dataset more, wherever it stands, leaves every other component its name and its meaning', async t => {
  const { components } = await gathered(DATASETS)
  const { fields, filters, ...rest } = themes
  const { q, ...own } = filters
  const more = dataset({
    ...rest,
    name: 'zebras',
    typeName: 'Zebra',
    row: ['a zebra', 'un zèbre'],
    fields: { ...fields, kind: fields.name_en as never },
    filters: { ...own, kind: filters.parent as never, country: filters.scheme as never }
  })
  for (const place of few([0, 5, 20, DATASETS.length])) {
    const { components: after } = await gathered([...DATASETS.slice(0, place), more, ...DATASETS.slice(place)])
    for (const [kind, values] of Object.entries(components)) {
      const moved = Object.keys(values).filter(
        name => JSON.stringify(after[kind]?.[name]) !== JSON.stringify(values[name])
      )
      t.same(moved, [], `${kind} stay`)
      const added = Object.keys(after[kind] ?? {}).filter(name => !(name in values))
      t.ok(
        added.every(name => /^(zebras\.|Zebra)/.test(name)),
        `${kind}: ${added}`
      )
    }
  }
})

t.test('the document is small enough to be loaded, and that of each group to be read whole', async t => {
  for (const name of ['v1.json', 'v1.fr.json']) {
    const whole = JSON.parse(committed(name)) as Document
    t.ok(Buffer.byteLength(JSON.stringify(whole)) < 1_200_000, name)
    for (const { name: group } of whole.tags) {
      const text = JSON.stringify(excerptOf(whole, group))
      t.ok(Buffer.byteLength(text) < 100_000, `${name} of ${group}`)
      const { components } = JSON.parse(text) as Document
      const references = [...text.matchAll(/"#\/components\/([^/]+)\/([^"]+)"/g)]
      const lost = references.filter(([, kind = '', part = '']) => !components[kind]?.[part])
      t.same(lost, [], `${name} of ${group} holds what it refers to`)
      t.notOk(components.headers?.['Request-Id'], 'headers of every answer are left to the whole')
      t.ok(components.headers?.ETag, 'those of some answers are not')
    }
    t.equal(excerptOf(whole, 'zebras'), undefined)
  }
})

t.test('no type is called like one of the web platform, which generated clients use beside it', t => {
  const names = ['Blob', 'Body', 'File', 'FormData', 'Headers', 'Request', 'RequestInit', 'Response', 'URL']
  const { schemas } = DOCUMENT.components as { schemas: Json }
  t.same(
    names.filter(name => name in schemas),
    []
  )
  t.end()
})

t.test('every operation, parameter, property, header and response is described', async t => {
  const visit = (node: unknown, path: string): void => {
    if (Array.isArray(node)) for (const [index, item] of node.entries()) visit(item, `${path}/${index}`)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const object = node as Json
    for (const [key, value] of Object.entries(object)) {
      if (key === 'example' || key === 'examples') continue
      const inside =
        (['properties', 'patternProperties'].includes(key) &&
          typeof value === 'object' &&
          !path.endsWith('/properties')) ||
        /\/(parameters|headers|responses)$/.test(`${path}/${key}`)
      if (inside && !Array.isArray(value)) {
        for (const [name, child] of Object.entries(value as Json)) {
          const described = child as Json
          if (!described.description && !described.$ref) t.fail(`${path}/${key}/${name} has no description`)
        }
      }
      visit(value, `${path}/${key}`)
    }
  }
  visit(DOCUMENT, '')
  for (const [path, { get }] of Object.entries(DOCUMENT.paths)) {
    const { summary, description, operationId } = get as unknown as Json
    t.ok(summary && description && operationId, `${path} is described`)
  }
})

t.test('every example is an answer that the service gives', async t => {
  const { get } = await start(t, { publicUrl: EXAMPLE_ORIGIN })
  for (const [path, { get: operation }] of Object.entries(DOCUMENT.paths)) {
    const content = (operation.responses['200']?.content ?? {}) as Record<
      string,
      { examples?: { seeds: { summary: string } } }
    >
    for (const [type, { examples }] of Object.entries(content)) {
      if (!examples) continue
      const url = examples.seeds.summary.replace('GET ', '')
      const { statusCode, headers } = await get(url, { headers: { accept: type } })
      t.equal(statusCode, 200, `${path} ${type}`)
      t.match(headers['content-type'], type)
    }
  }
})
