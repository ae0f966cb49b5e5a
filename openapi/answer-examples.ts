/** Examples of answers: what the service really gives on the seeds. Each operation has one, and it is small. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../src/app.ts'
import type { Dataset } from '../src/engine/definition/dataset.ts'
import { CSV } from '../src/engine/format/formats.ts'
import { groupNames } from '../src/engine/request/group-by.ts'
import { answerOf, type Document, type Json, nameOf, type Operation } from './generated.ts'

/** An address to be cited and explained. */
export const EXAMPLE_QUERY = '/v1/members?fields=id,name_en&founding=true&limit=1'

const OF_SERVICE: Record<string, string> = {
  '/changes': '?since=2016-12&dataset=commitments&operation=update&limit=1',
  '/coverage': '?dataset=contacts',
  '/indicators/{name}': '?by=region',
  '/search': '?q=chili&limit=1',
  '/search/suggest': '?q=chil&limit=1',
  '/check': `?url=${encodeURIComponent('/v1/commitments?country=CL')}&value=34`,
  '/cite': `?url=${encodeURIComponent(EXAMPLE_QUERY)}`,
  '/describe': `?url=${encodeURIComponent(EXAMPLE_QUERY)}`,
  '/reconcile': `?queries=${encodeURIComponent('{"q0":{"query":"Chili","type":"countries","limit":1}}')}`,
  '/reconcile/suggest/entity': '?prefix=chil&type=countries',
  '/reconcile/suggest/property': '?prefix=country&type=commitments',
  '/reconcile/suggest/type': '?prefix=award',
  '/reconcile/properties': '?type=countries&limit=2',
  '/reconcile/preview': '?id=CL'
}

/** The answer is the same for every dataset, but for its length: a dataset of few columns shows it. */
const OF_EVERY_DATASET = /\/(schema|history)(\{suffix\})?$/
const SMALL_DATASET = 'contacts'

/** Addresses that have one suffix alone. */
const FILES: Record<string, (json: string) => string> = {
  '/releases{suffix}': () => '/v1/releases.atom',
  '/check{suffix}': json => json.replace('/check?', '/check.svg?')
}

/** What describes everything at once is too long to be shown. */
const TOO_LONG = /^\/(datapackage|catalog|openapi)\b|\{file\}/

const JSON_TYPE = 'application/json'
const RELEASE = '2016-12'
const EXAMPLE_INDICATOR = 'delivered'
const SHOWN_COLUMNS = 3

/** The parameters that show an address of a dataset well: in a file, and in JSON. */
function queriesOf(dataset: Dataset, path: string): { file: string; json: string } {
  const columns = `fields=${Object.keys(dataset.fields).slice(0, SHOWN_COLUMNS)}`
  if (OF_EVERY_DATASET.test(path)) return { file: '', json: '' }
  if (path.includes('{id}')) return { file: `?${columns}`, json: '' }
  if (!path.includes('/aggregate')) return { file: `?${columns}&limit=2`, json: '?limit=1' }
  const [group] = groupNames(dataset)
  const counted = group ? `?group=${group}&measure=count,share&limit=` : '?measure=count&limit='
  return { file: `${counted}2`, json: `${counted}1` }
}

/** Requests whose answers show the address well; undefined where none does. */
function requestsFor({ service }: App, path: string, tag: string, ids: Map<string, string>) {
  const dataset = service.datasets.find(({ name }) => name === tag)
  const id = dataset ? ids.get(tag) : RELEASE
  const isShown = !(TOO_LONG.test(path) || (OF_EVERY_DATASET.test(path) && tag !== SMALL_DATASET))
  if (!isShown || (path.includes('{id}') && !id)) return undefined
  const place = `/v1${path
    .replace('{suffix}', '')
    .replace('{id}', id ?? '')
    .replace('{name}', EXAMPLE_INDICATOR)}`
  const one = OF_SERVICE[path.replace('{suffix}', '')] ?? ''
  const { file, json } = dataset ? queriesOf(dataset, path) : { file: one, json: one }
  return { file: `${place}${path.endsWith('schema') ? '' : `.${CSV.name}`}${file}`, json: `${place}${json}` }
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

async function answer(app: App, url: string, mediaType: string): Promise<unknown> {
  const response = await app.server.inject({ url, headers: { accept: mediaType } })
  // The files of a release are made when they are first asked for.
  if (response.statusCode === 503) {
    await sleep(200)
    return answer(app, url, mediaType)
  }
  if (response.statusCode !== 200) throw new Error(`GET ${url} as ${mediaType} answers ${response.statusCode}`)
  if (/[/+]json$/.test(mediaType)) return steady(JSON.parse(response.body))
  return response.body.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, MOMENT)
}

/** A longer answer, in characters, is shown in its parts. */
const LONGEST = 1000
const lengthOf = (value: unknown): number => JSON.stringify(value).length

/** Adds the parts of a JSON answer to the schemas they are of, so that rows and what stands around them stand once. */
function addParts(components: Document['components'], { $ref }: Json, value: unknown, longest = Infinity): void {
  const { schemas } = components
  const { properties = {} } = schemas[nameOf(String($ref))] ?? {}
  for (const [name, property] of Object.entries(properties as Record<string, Json>)) {
    const part = (value as Json)[name]
    const [shown, schema] = Array.isArray(part) ? [part[0], property.items as Json] : [part, property]
    const target = schemas[nameOf(String(schema.$ref))]
    if (!target || shown === undefined) continue
    if (lengthOf(shown) > longest) addParts(components, schema, shown, longest)
    else target.examples ??= [shown]
  }
}

/** Adds to each operation what the service answers; `ids` names a row of each dataset. */
export async function addAnswers(app: App, document: Document, ids: Map<string, string>): Promise<void> {
  const add = async (path: string, operation: Operation) => {
    const requests = requestsFor(app, path, operation.tags[0] ?? '', ids)
    if (!requests) return
    const { content = {} } = answerOf(document, operation)
    const { [JSON_TYPE]: json, [CSV.mediaType]: csv } = content
    if (json && csv) {
      if (!OF_EVERY_DATASET.test(path))
        addParts(document.components, json.schema, await answer(app, requests.json, JSON_TYPE))
      const value = await answer(app, requests.file, CSV.mediaType)
      csv.examples ??= { seeds: { summary: `GET ${requests.file}`, value } }
      return
    }
    const url = FILES[path]?.(requests.json) ?? requests.json
    for (const [type, media] of Object.entries(content)) {
      // A page says the same.
      if (type === 'text/html') continue
      const value = await answer(app, url, type)
      if (/json$/.test(type) && lengthOf(value) > LONGEST) addParts(document.components, media.schema, value, LONGEST)
      else media.examples ??= { seeds: { summary: `GET ${url}`, value } }
    }
  }
  for (const [path, { get }] of Object.entries(document.paths)) await add(path, get)
}
