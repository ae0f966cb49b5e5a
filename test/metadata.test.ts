import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { type Quad, Store, Parser as TurtleParser } from 'n3'
import CsvwParser from 'rdf-parser-csvw'
import ShaclValidator from 'rdf-validate-shacl'
import t from 'tap'
import { bridgesOf } from '../src/engine/definition/bridge.ts'
import { DATASETS } from '../src/v1/index.ts'
import { few } from './cases.ts'
import { type Client, made, notRun, ORIGIN, start } from './helper.ts'

type Json = Record<string, unknown>
type TableField = { name: string; type: string; constraints: Json }

const CHECKS = new URL('../../shared/checks/', import.meta.url)
/** Rows of an export that are read as RDF, which is slow: more of them would show nothing new. */
const DESCRIBED = 20
const CSVW = 'http://www.w3.org/ns/csvw#'
/** As much of the vocabulary's own context, which lies on the web, as our metadata use. */
const CSVW_CONTEXT = {
  '@vocab': CSVW,
  dc: 'http://purl.org/dc/terms/',
  url: { '@type': '@id' },
  columns: { '@id': `${CSVW}column`, '@container': '@list' },
  titles: `${CSVW}title`
}

const bodyOf = async <T = Json>({ get }: Client, path: string): Promise<T> => JSON.parse((await get(path)).body)
const csvRows = (text: string): Record<string, string>[] => parse(text, { columns: true })

async function graphOf(document: Json): Promise<Store> {
  const parser = new JsonLdParser()
  parser.end(JSON.stringify(document))
  const store = new Store()
  for await (const quad of parser as unknown as AsyncIterable<Quad>) store.addQuad(quad)
  return store
}

t.test('every CSV keeps to its Table Schema, value by value', async t => {
  const client = await start(t)
  for (const { name } of few(DATASETS)) {
    const { fields } = await bodyOf<{ fields: TableField[] }>(client, `/v1/${name}/schema`)
    const { body } = await client.get(`/v1/${name}.csv`)
    const [header = ''] = body.split('\r\n')
    t.equal(header, fields.map(field => field.name).join(','), name)
    const rows = csvRows(body)
    const faults = fields.flatMap(field => rows.flatMap(row => faultsOf(field, row[field.name] ?? '')))
    t.same(faults, [], name)
    t.equal(new Set(rows.map(row => row.id)).size, rows.length, `${name}: the primary key names one row`)
  }
})

/** What the standard says of a cell, read from the published schema alone. */
function faultsOf({ name, type, constraints }: TableField, cell: string): string[] {
  const { required, pattern, minimum, maximum, minLength, maxLength, enum: values } = constraints
  if (cell === '') return required ? [`${name}: missing`] : []
  const form = { integer: /^-?\d+$/, number: /^-?\d+(\.\d+)?$/, boolean: /^(true|false)$/ }[type]
  const faults: string[] = []
  if (form && !form.test(cell)) faults.push('type')
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(cell)) faults.push('pattern')
  if (Array.isArray(values) && !values.includes(cell)) faults.push('enum')
  if (Number(cell) < Number(minimum ?? -Infinity) || Number(cell) > Number(maximum ?? Infinity)) faults.push('range')
  const { length } = [...cell]
  if (length < Number(minLength ?? 0) || length > Number(maxLength ?? Infinity)) faults.push('length')
  return faults.map(fault => `${name}: ${fault}: ${cell.slice(0, 100)}`)
}

t.test('a reader of CSV on the Web finds every value of the exports of every dataset', async t => {
  const client = await start(t)
  const paths = [
    ...DATASETS.map(({ name }) => `/v1/${name}.csv?limit=${DESCRIBED}`),
    `/v1/commitments.csv?sort=-id&limit=${DESCRIBED}`,
    '/v1/members.csv?country=CL,IT&fields=id,name_fr',
    '/v1/commitments.csv?release=2016-12&labels=true&lang=fr&limit=3'
  ]
  for (const path of few(paths)) {
    const { headers, body } = await client.get(path)
    const described = /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(String(headers.link))?.[1]
    const metadata = await bodyOf(client, described ?? '')
    t.equal(metadata.url, `${ORIGIN}${path}`, 'the metadata name the table')
    const graph = await graphOf({ ...metadata, '@context': CSVW_CONTEXT })
    const parser = new CsvwParser({ metadata: graph, baseIRI: `${ORIGIN}/` })
    const quads: Quad[] = []
    for await (const quad of parser.import(Readable.from([body]))) quads.push(quad)
    const found = new Set(
      quads
        .filter(({ predicate }) => predicate.value.startsWith(`${ORIGIN}/v1/`))
        .map(({ subject, predicate, object }) => `${subject.value} ${predicate.value.split('#')[1]} ${object.value}`)
    )
    const name = path.slice(4).split('.')[0]
    const expected = csvRows(body).flatMap(row =>
      Object.entries(row)
        .filter(([, cell]) => cell !== '')
        .map(([column, cell]) => `${ORIGIN}/v1/${name}/${row.id} ${column} ${cell}`)
    )
    t.equal(found.size, expected.length, path)
    t.same(
      expected.filter(value => !found.has(value)),
      [],
      path
    )
  }
})

t.test('the metadata of a CSV are asked for as strictly as the CSV', async t => {
  const { get } = await start(t)
  const wrong = await get('/v1/members.csv-metadata.json?countri=CL&facet=kind&fields=x')
  t.equal(wrong.statusCode, 400)
  t.equal(wrong.json().errors.length, 3)
  const first = await get('/v1/members.csv-metadata.json')
  const headers = { 'if-none-match': String(first.headers.etag) }
  t.equal((await get('/v1/members.csv-metadata.json', { headers })).statusCode, 304)
  t.equal((await get('/v1/members.csv-metadata.json?country=CL', { headers })).statusCode, 200)
  const pinned = await get('/v1/members.csv-metadata.json?release=2016-12')
  t.match(pinned.headers, { 'cache-control': /immutable/, 'data-release': '2016-12' })
  const keyless = (await get('/v1/members.csv-metadata.json?fields=kind')).json()
  t.same(Object.keys(keyless.tableSchema), ['columns'], 'without an id nothing names a row')
})

/** The profiles of Data Package 2.0, where they are at hand. */
function packageProfile(): ((document: unknown) => string) | undefined {
  const folder = new URL('datapackage/', CHECKS)
  if (!existsSync(folder)) {
    notRun('Data Package profiles: ../shared/checks/datapackage is missing')
    return undefined
  }
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  for (const file of readdirSync(folder)) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file.replace('.json', ''))
  }
  return document => {
    const { resources = [] } = document as { resources?: { schema: unknown }[] }
    const check = (profile: string, value: unknown) =>
      ajv.validate(profile, value) ? [] : [ajv.errorsText(ajv.errors)]
    return [
      ...check('datapackage', document),
      ...resources.flatMap(resource => [...check('dataresource', resource), ...check('tableschema', resource.schema)])
    ].join('\n')
  }
}

t.test('the Data Package of a release and that in its zip are one, and keep to the profile', async t => {
  const client = await start(t)
  for (const release of ['2016-12', '2026-11']) await made(client, `/v1/releases/${release}`)
  const described = await bodyOf<Json & { resources: Json[] }>(client, '/v1/datapackage.json?release=2016-12')
  const zip = unzipSync((await client.get('/v1/releases/2016-12/ogp-open-data-2016-12.zip')).rawPayload)
  const held = JSON.parse(Buffer.from(zip['datapackage.json'] ?? []).toString())
  const local = described.resources.map(resource => ({ ...resource, path: String(resource.path).split('/').at(-1) }))
  t.same({ ...described, resources: local }, held)
  const lists = DATASETS.flatMap(bridgesOf)
  t.equal(described.resources.length, DATASETS.length + lists.length)
  const { schema: first } = described.resources.find(({ name }) => name === lists[0]?.name) ?? {}
  t.match(first, { primaryKey: lists[0]?.key })
  for (const { path, bytes } of described.resources.slice(0, 3)) {
    t.equal((await client.get(String(path))).rawPayload.length, bytes)
  }
  const faults = packageProfile()
  if (faults) {
    t.equal(faults(described), '')
    t.equal(faults(held), '')
    t.match(faults({ ...held, resources: [{ name: 'x' }] }), /path|data/, 'the profile can find a fault')
  }
  const french = await bodyOf(client, '/v1/datapackage.json?lang=fr')
  t.match(french, { version: '2026-11', resources: [{ title: 'Membres' }] })
  t.equal((await client.get('/v1/datapackage.json?release=2016')).statusCode, 400)
})

/** Violations of DCAT-AP in a graph; undefined where its shapes are not at hand. */
async function dcatFaults(graph: Store): Promise<string[] | undefined> {
  const file = new URL('dcat-ap/dcat-ap-3.0.1-shacl.ttl', CHECKS)
  if (!existsSync(file)) {
    notRun('DCAT-AP 3: ../shared/checks/dcat-ap is missing')
    return undefined
  }
  const shapes = new Store(new TurtleParser().parse(readFileSync(file, 'utf8')))
  const report = await new ShaclValidator(shapes as never).validate(graph as never)
  return report.results.map(({ focusNode, path, message }) =>
    [focusNode?.value, (path as { value?: string } | null)?.value, message.map(({ value }) => value)].join(' ')
  )
}

t.test('the catalogue conforms to DCAT-AP 3', async t => {
  const client = await start(t)
  const document = await bodyOf<Json & { '@graph': Json[] }>(client, '/v1/catalog.jsonld')
  const found = await dcatFaults(await graphOf(document))
  if (!found) return
  t.same(found, [])
  const broken = document['@graph']
    .filter(node => node['@type'] === 'dcat:Catalog')
    .map(node => ({ ...node, 'dct:description': undefined }))
  const faults = await dcatFaults(await graphOf({ ...document, '@graph': broken }))
  t.ok(
    faults?.some(fault => fault.includes('http://purl.org/dc/terms/description')),
    'the shapes can find a fault'
  )
})

t.test('the catalogue leads to every dataset, in every format, and to every release', async t => {
  const client = await start(t)
  for (const release of ['2016-12', '2026-11']) await made(client, `/v1/releases/${release}`)
  const graph = await graphOf(await bodyOf(client, '/v1/catalog.jsonld'))
  const objects = (name: string) =>
    new Set(graph.getObjects(null, `http://www.w3.org/ns/dcat#${name}`, null).map(({ value }) => value))
  const downloads = objects('downloadURL')
  for (const { name } of DATASETS) {
    t.ok(downloads.has(`${ORIGIN}/v1/${name}.csv`), name)
    const node = `${ORIGIN}/datasets/${name}#dataset`
    t.ok(objects('dataset').has(node), name)
    t.same(
      graph.getObjects(node, 'http://purl.org/dc/terms/accrualPeriodicity', null).map(({ value }) => value),
      ['http://publications.europa.eu/resource/authority/frequency/IRREG'],
      'nobody knows when the next release comes'
    )
  }
  for (const release of ['2016-12', '2026-11']) {
    t.ok(downloads.has(`${ORIGIN}/v1/releases/${release}/ogp-open-data-${release}.zip`), release)
  }
  for (const url of [...downloads].filter(url => /members|releases/.test(url))) {
    t.equal((await client.get(url)).statusCode, 200, url)
  }
  t.equal((await client.get('/v1/catalog.jsonld?lang=fr')).statusCode, 400, 'it speaks both languages at once')
})

t.test('coverage tells how complete each column is, and never takes a missing reading for a value', async t => {
  const client = await start(t)
  type Row = { dataset: string; column: string; rows: number; present: number; unread: number | null; share: number }
  const { data, meta } = await bodyOf<{ data: Row[]; meta: Json }>(client, '/v1/coverage')
  const columns = DATASETS.flatMap(({ name, fields }) => Object.keys(fields).map(column => `${name}.${column}`))
  t.same(
    data.map(({ dataset, column }) => `${dataset}.${column}`),
    columns
  )
  t.equal(meta.total, columns.length)
  for (const name of ['members', 'commitments', 'process-assessments', 'irm-readings']) {
    const rows = csvRows((await client.get(`/v1/${name}.csv`)).body)
    for (const { column, ...measured } of data.filter(({ dataset }) => dataset === name)) {
      const cells = rows.map(row => row[column] ?? '').filter(Boolean)
      const coded = client.app.service.datasets.find(dataset => dataset.name === name)?.fields[column]?.schema.enum
      const words = ['not_reviewed', 'no_data', 'not_applicable']
      t.match(
        measured,
        {
          rows: rows.length,
          present: cells.length,
          unread: coded?.some(code => words.includes(code)) ? cells.filter(cell => words.includes(cell)).length : null,
          share: rows.length > 0 ? Math.round((10_000 * cells.length) / rows.length) / 10_000 : null,
          different: new Set(cells).size
        },
        `${name}.${column}`
      )
    }
  }
})

t.test('coverage comes in every format, by dataset and by release', async t => {
  const { get } = await start(t)
  const json = (await get('/v1/coverage?dataset=members,themes&release=2016-12')).json()
  const csv = await get('/v1/coverage.csv?dataset=themes,members&release=2016-12')
  t.equal(Number(csv.headers['row-count']), json.data.length)
  t.same(
    csvRows(csv.body),
    json.data.map((row: Json) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]))
    )
  )
  const lines = (await get('/v1/coverage?dataset=members,themes&release=2016-12&format=ndjson')).body.trim().split('\n')
  t.same(
    lines.map(line => JSON.parse(line)),
    json.data
  )
  t.match(csv.headers, { 'cache-control': /immutable/, 'data-release': '2016-12' })
  const headers = { 'if-none-match': String(csv.headers.etag) }
  t.equal((await get('/v1/coverage.csv?dataset=members,themes&release=2016-12', { headers })).statusCode, 304)
  t.equal((await get('/v1/coverage.csv', { method: 'HEAD' })).body, '')
  const wrong = await get('/v1/coverage?dataset=membrs&column=x&release=1')
  t.equal(wrong.statusCode, 400)
  t.equal(wrong.json().errors.length, 3)
  t.equal((await get('/v1/coverage', { headers: { accept: 'image/png' } })).statusCode, 406)
})
