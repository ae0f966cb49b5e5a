import { readFileSync } from 'node:fs'
import t from 'tap'
import { EXAMPLE_ORIGIN, generate } from '../openapi/generate.ts'
import { DOCUMENT } from './contract.ts'
import { start } from './helper.ts'

type Json = Record<string, unknown>
const committed = (name: string) => readFileSync(new URL(`../openapi/${name}`, import.meta.url), 'utf8')

t.test('the committed document is what definitions and seeds give; run `npm run openapi` after a change', async t => {
  const { app } = await start(t, { publicUrl: EXAMPLE_ORIGIN, gather: true })
  const { json, yaml } = await generate(app)
  t.ok(json === committed('v1.json'), 'openapi/v1.json is up to date')
  t.ok(yaml === committed('v1.yaml'), 'openapi/v1.yaml is up to date')
})

t.test('every operation, parameter, property, header and response is described', async t => {
  const visit = (node: unknown, path: string): void => {
    if (Array.isArray(node)) for (const [index, item] of node.entries()) visit(item, `${path}/${index}`)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const object = node as Json
    for (const [key, value] of Object.entries(object)) {
      if (key === 'example' || key === 'examples') continue
      const inside =
        (['properties', 'patternProperties'].includes(key) && typeof value === 'object') ||
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
