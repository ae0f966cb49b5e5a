/** The published OpenAPI document: what the routes say, with examples that the seeds really give. */
import { sql } from 'drizzle-orm'
import type { App } from '../src/app.ts'
import { PROBLEMS, Problem, type ProblemCode, problemBody } from '../src/http/problems.ts'
import { describedAt, FORMATS } from '../src/resource/formats.ts'
import { groupNames } from '../src/resource/groups.ts'
import { idOf, selectRows } from '../src/resource/select.ts'
import { completeOrder } from '../src/resource/sort.ts'
import { type Written, written } from './written.ts'

type Json = Record<string, unknown>
type Media = { schema: Json; example?: unknown; examples?: Record<string, { summary: string; value: unknown }> }
type Operation = {
  operationId: string
  tags: string[]
  parameters?: Json[]
  responses: Record<string, { content?: Record<string, Media> }>
}
type Document = {
  paths: Record<string, { get: Operation }>
  components: { responses: Record<string, { content?: Record<string, Media> }>; parameters: Record<string, Json> }
}

const RECONCILE_EXAMPLES: Record<string, string> = {
  '/reconcile': `?queries=${encodeURIComponent('{"q0":{"query":"Chili","type":"countries","limit":2}}')}`,
  '/reconcile/suggest/entity': '?prefix=chil&type=countries',
  '/reconcile/suggest/property': '?prefix=country&type=commitments',
  '/reconcile/properties': '?type=countries&limit=3',
  '/reconcile/preview': '?id=CL'
}

/** The address in examples; the served document is the same wherever the service runs. */
export const EXAMPLE_ORIGIN = 'http://localhost:3000'

/** Bytes are no example of anything. */
const isBinary = (mediaType: string) => FORMATS.some(format => format.mediaType === mediaType && format.binary)

/** An address to be cited and explained. */
const EXAMPLE_QUERY = '/v1/members?fields=id,name_en&founding=true&limit=1'

/** Makes the document from a service that holds exactly the seeds. */
export async function generate(app: App): Promise<Written> {
  const document = structuredClone(app.document()) as unknown as Document
  const ids = await exampleIds(app)
  await fillParameters(app, document, ids)
  for (const [path, { get }] of Object.entries(document.paths)) {
    for (const [mediaType, media] of Object.entries(get.responses['200']?.content ?? {})) {
      if (isBinary(mediaType)) continue
      const url = await exampleUrl(app, path, mediaType, get.tags[0] ?? '', ids)
      if (url) media.examples = { seeds: { summary: `GET ${url}`, value: await answer(app, url, mediaType) } }
    }
  }
  fillProblems(document)
  return written(document)
}

/** The first id of every dataset in its own order; a starred commitment of the brochure where there is one. */
async function exampleIds({ service }: App): Promise<Map<string, string>> {
  const { seq } = service.releases.current()
  const entries = service.datasets.map(async dataset => {
    const order = completeOrder(dataset, undefined)
    const listing = { dataset, seq, conditions: new Map(), columns: ['id'], order, limit: 1 }
    const [row] = await service.reader.rows<{ id: string }>(
      selectRows(listing, () => sql`${idOf(dataset)} as id`),
      seq
    )
    return row && ([dataset.name, row.id] as const)
  })
  return new Map((await Promise.all(entries)).filter(entry => entry !== undefined))
}

/** What describes all datasets at once is too long to be shown. */
const TOO_LONG = /^\/(datapackage|catalog)\{suffix\}$/

const suffixOf = (mediaType: string) => {
  const format = FORMATS.find(format => [format.mediaType, format.description?.mediaType].includes(mediaType))
  if (!format) return '.atom'
  return format.mediaType === mediaType ? `.${format.name}` : (describedAt(format) ?? '')
}

const EXAMPLE_CHANGES = 'since=2016-12&dataset=commitments&operation=update&limit=2'

/** A request whose answer shows the address well; a page of a list is one that has neighbours. */
async function exampleUrl(
  app: App,
  path: string,
  mediaType: string,
  tag: string,
  ids: Map<string, string>
): Promise<string | undefined> {
  if (TOO_LONG.test(path) || path.includes('{file}') || mediaType === 'application/csvm+json') return undefined
  const dataset = app.service.datasets.find(({ name }) => name === tag)
  const id = dataset ? ids.get(tag) : '2016-12'
  if (path.includes('{id}') && !id) return undefined
  const address = `/v1${path.replace('{suffix}', suffixOf(mediaType)).replace('{id}', id ?? '')}`
  if (tag === 'reconcile') return `${address}${RECONCILE_EXAMPLES[path] ?? ''}`
  if (path === '/cite' || path === '/describe') return `${address}?url=${encodeURIComponent(EXAMPLE_QUERY)}`
  if (path.startsWith('/changes')) return `${address}?${EXAMPLE_CHANGES}`
  if (path.startsWith('/coverage')) return `${address}?dataset=contacts`
  if (!dataset || path.includes('{id}') || path.endsWith('/schema')) return address
  const [group] = groupNames(dataset)
  if (path.includes('/aggregate'))
    return `${address}?${group ? `${group}=!null&group=${group}&measure=count,share&sort=-count&limit=2` : 'measure=count'}`
  const first = JSON.parse((await app.server.inject(`/v1/${tag}?limit=1`)).body)
  return first.links.next ? `${address}${new URL(first.links.next).search}` : `${address}?limit=1`
}

async function answer({ server }: App, url: string, mediaType: string): Promise<unknown> {
  const response = await server.inject({ url, headers: { accept: mediaType } })
  if (/[/+]json$/.test(mediaType)) return steady(JSON.parse(response.body))
  return response.body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, MOMENT)
}

const MOMENT = '2026-11-24T00:00:00.000Z'

/** Moments differ between runs: the document shows one. */
const steady = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(steady)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, /_at$/.test(key) && inner ? MOMENT : steady(inner)])
  )
}

async function fillParameters({ service }: App, document: Document, ids: Map<string, string>): Promise<void> {
  const { seq } = service.releases.current()
  const fixed: Record<string, string | number> = {
    limit: 10,
    release: '2016-12',
    format: 'csv',
    dialect: 'excel',
    suffix: '.csv',
    cursor: 'WyIyMDI2LTExIiwiYTFCMmMzRDRlNUY2IixbIkNMIl0sMF0'
  }
  for (const dataset of service.datasets) {
    const own: Record<string, string | number> = {
      ...fixed,
      fields: 'id',
      sort: '-id',
      facet: groupNames(dataset)[0] ?? '',
      group: groupNames(dataset)[0] ?? '',
      of: groupNames(dataset)[0] ?? '',
      measure: 'count,share',
      shape: 'long',
      id: ids.get(dataset.name) ?? ''
    }
    for (const [name, filter] of Object.entries(dataset.filters)) {
      if (filter.comparison === 'words') {
        own[name] = 'open data'
        continue
      }
      const order = completeOrder(dataset, undefined)
      const listing = {
        dataset,
        seq,
        conditions: new Map([[name, { negated: true, alternatives: [null] }]]),
        columns: ['id'],
        order,
        limit: 1
      }
      const value = filter.comparison === 'list' ? sql`${filter.value}[1]` : filter.value
      const [row] = await service.reader.rows<{ example: unknown }>(
        selectRows(listing, () => sql`${value} as example`),
        seq
      )
      own[name] = String(row?.example ?? filter.allowed?.[0] ?? 'null')
    }
    for (const [path, { get }] of Object.entries(document.paths).filter(
      ([
        ,
        {
          get: { tags }
        }
      ]) => tags[0] === dataset.name
    )) {
      const values = path.includes('/aggregate') ? { ...own, sort: '-count' } : own
      for (const reference of get.parameters ?? []) {
        const parameter = document.components.parameters[String(reference.$ref).split('/').at(-1) ?? '']
        if (parameter) parameter.example ??= values[String(parameter.name)]
      }
    }
  }
  const shared: Record<string, string> = {
    id: '2016-12',
    file: 'commitments.csv',
    url: EXAMPLE_QUERY,
    style: 'bibtex',
    since: '2016-12',
    dataset: 'commitments',
    operation: 'update',
    queries: '{"q0":{"query":"Chili","type":"countries"}}',
    extend: '{"ids":["CL"],"properties":[{"id":"iso3"}]}',
    prefix: 'chil'
  }
  for (const parameter of Object.values(document.components.parameters)) {
    parameter.example ??= shared[String(parameter.name)]
  }
}

const SHARED_RESPONSES: Record<string, ProblemCode> = {
  InvalidRequest: 'invalid-request',
  NotFound: 'not-found',
  NotAcceptable: 'not-acceptable',
  Gone: 'gone',
  PayloadTooLarge: 'payload-too-large',
  UnsupportedMediaType: 'unsupported-media-type',
  RangeNotSatisfiable: 'range-not-satisfiable',
  TooManyRequests: 'too-many-requests',
  InternalError: 'internal-error',
  ServiceUnavailable: 'service-unavailable',
  Problem: 'method-not-allowed'
}

function fillProblems(document: Document): void {
  const errors = [
    {
      parameter: 'limt',
      detail: '"limt" is not a parameter of this address.',
      allowed: ['limit', 'sort'],
      nearest: ['limit']
    }
  ]
  for (const [name, response] of Object.entries(document.components.responses)) {
    const code = SHARED_RESPONSES[name.replace(/-\d+$/, '')]
    if (!code) continue
    const problem = new Problem(code, `${PROBLEMS[code].title}.`, code === 'invalid-request' ? { errors } : {})
    for (const media of Object.values(response.content ?? {})) {
      media.example = problemBody(problem, EXAMPLE_ORIGIN, 'urn:request:3d9a0c1e-5a0b-4f6e-9d0f-2f6f2b8f3a11')
    }
  }
}
