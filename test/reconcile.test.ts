import { Ajv } from 'ajv'
import fc from 'fast-check'
import t from 'tap'
import { TYPES } from '../src/reconcile/types.ts'
import { cases } from './cases.ts'
import { type Client, ORIGIN, start } from './helper.ts'

type Candidate = {
  id: string
  name: string
  score: number
  match: boolean
  type: { id: string }[]
  features: { id: string; value: number | boolean }[]
}
type Batch = Record<string, { result: Candidate[] }>

// What the specification of the Reconciliation Service API 0.2 demands, in our words.
const named = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'string', minLength: 1 }, name: { type: 'string', minLength: 1 } }
}
const path = { type: 'object', properties: { service_url: { type: 'string' }, service_path: { type: 'string' } } }
const template = { type: 'string', pattern: '\\{\\{id\\}\\}' }
const ajv = new Ajv({ allowUnionTypes: true })
const isManifest = ajv.compile({
  type: 'object',
  required: ['versions', 'name', 'identifierSpace', 'schemaSpace'],
  properties: {
    versions: { type: 'array', items: { type: 'string' }, contains: { const: '0.2' } },
    identifierSpace: { type: 'string' },
    schemaSpace: { type: 'string' },
    defaultTypes: { type: 'array', items: named, uniqueItems: true },
    view: { type: 'object', required: ['url'], properties: { url: template } },
    preview: {
      type: 'object',
      required: ['url', 'width', 'height'],
      properties: { url: template, width: { type: 'integer' }, height: { type: 'integer' } }
    },
    suggest: { type: 'object', properties: { entity: path, type: path, property: path } },
    extend: { type: 'object', properties: { propose_properties: path, property_settings: { type: 'array' } } },
    batchSize: { type: 'integer' }
  }
})
const isBatch = ajv.compile({
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['result'],
    properties: {
      result: {
        type: 'array',
        items: {
          ...named,
          required: ['id', 'name', 'score', 'match', 'type'],
          properties: {
            ...named.properties,
            description: { type: 'string' },
            score: { type: 'number' },
            match: { type: 'boolean' },
            type: { type: 'array', items: named },
            features: {
              type: 'array',
              items: {
                type: 'object',
                required: ['id', 'value'],
                properties: { id: { type: 'string' }, value: { type: ['number', 'boolean'] } }
              }
            }
          }
        }
      }
    }
  }
})
const isSuggestion = ajv.compile({
  type: 'object',
  required: ['result'],
  properties: { result: { type: 'array', items: named } }
})
const cell = (name: string, type: string) => ({
  type: 'object',
  required: [name],
  properties: { [name]: { type } },
  additionalProperties: false
})
const isExtension = ajv.compile({
  type: 'object',
  required: ['meta', 'rows'],
  properties: {
    meta: { type: 'array', items: named },
    rows: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: {
          type: 'array',
          items: {
            oneOf: [
              cell('str', 'string'),
              cell('int', 'integer'),
              cell('float', 'number'),
              { ...named, additionalProperties: false }
            ]
          }
        }
      }
    }
  }
})

const PATH = '/v1/reconcile'

/** As OpenRefine sends a batch. */
const post = (get: Client['get'], form: Record<string, unknown>) =>
  get(PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', origin: 'http://127.0.0.1:3333' },
    payload: Object.entries(form)
      .map(([name, value]) => `${name}=${encodeURIComponent(JSON.stringify(value))}`)
      .join('&')
  })

const asker = ({ get }: Client) => {
  const batch = async (queries: Record<string, unknown>): Promise<Batch> => (await post(get, { queries })).json()
  const candidates = async (query: Record<string, unknown>): Promise<Candidate[]> => {
    const { q } = await batch({ q: query })
    return q?.result ?? []
  }
  /** The id that is a certain match. */
  const matched = async (text: string, type: string) => (await candidates({ query: text, type })).find(c => c.match)?.id
  return { batch, candidates, matched }
}

t.test('the manifest is one of version 0.2, and every address in it answers', async t => {
  const { get } = await start(t)
  const response = await get(PATH)
  const manifest = response.json()
  t.ok(isManifest(manifest), ajv.errorsText(isManifest.errors))
  t.equal(response.headers['access-control-allow-origin'], '*')
  t.same(
    manifest.defaultTypes.map(({ id }: { id: string }) => id),
    TYPES.map(({ dataset }) => dataset.name)
  )
  for (const { service_url, service_path } of [
    ...(Object.values(manifest.suggest) as { service_url: string; service_path: string }[]),
    manifest.extend.propose_properties
  ]) {
    t.equal(service_url, ORIGIN)
    t.equal(
      (await get(`${service_path}?${service_path.endsWith('properties') ? 'type=' : 'prefix=c'}`)).statusCode,
      200
    )
  }
  t.equal((await get(manifest.preview.url.replace('{{id}}', 'CL'))).statusCode, 200)
})

t.test('countries are found by English, French, ISO and historic names', async t => {
  const { matched } = asker(await start(t))
  for (const [name, id] of [
    ['Chile', 'CL'],
    ['Chili', 'CL'],
    ['CHL', 'CL'],
    ['cl', 'CL'],
    ['  the PHILIPPINES ', 'PH'],
    ['Macedonia', 'MK'],
    ['Ivory Coast', 'CI'],
    ["Cote d'Ivoire", 'CI'],
    ['Côte d’Ivoire', 'CI'],
    ['États-Unis', 'US'],
    ['UK', 'GB'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG']
  ] as const) {
    t.equal(await matched(name, 'countries'), id, name)
  }
})

t.test(
  'themes are found by both titles and by the tags of every taxonomy, commitments by title and official id',
  async t => {
    const { matched, candidates } = asker(await start(t))
    t.equal(await matched('Aide internationale', 'themes'), 'aid')
    const tagged = await candidates({ query: 'Access to Information', type: 'themes' })
    t.ok(tagged.some(({ id, score }) => id === 'right-to-information' && score === 100))
    t.notOk(tagged[0]?.match, 'taxonomies gave this tag to two themes')
    t.ok(await matched('CL0033', 'commitments'))
    t.equal(await matched('Jalisco', 'members'), 'jalisco')
  }
)

t.test('whatever has a name is found by it, with the full score', async t => {
  const client = await start(t)
  const { candidates } = asker(client)
  for (const { dataset, names } of TYPES) {
    const { data } = await client.json(`/v1/${dataset.name}?limit=40`)
    for (const row of data) {
      const name = names.map(column => row[column]).find(value => typeof value === 'string') as string
      const found = await candidates({ query: name.slice(0, 2000), type: dataset.name, limit: 100 })
      t.equal(found.find(({ id }) => id === row.id)?.score, 100, `${dataset.name} ${name.slice(0, 60)}`)
    }
  }
})

t.test('a misspelt name is offered, and only a single exact one is called a match', async t => {
  const { candidates } = asker(await start(t))
  const [brazil] = await candidates({ query: 'Brasil', type: 'countries' })
  t.match(brazil, { id: 'BR', match: false })
  t.ok(brazil && brazil.score > 60 && brazil.score < 100)
  t.same(await candidates({ query: '', type: 'countries' }), [], 'an empty cell matches nothing')
  t.same(await candidates({ query: '?!', type: 'countries' }), [])
  const all = await candidates({ query: 'Open data' })
  t.same(
    all.map(({ score }) => score),
    all.map(({ score }) => score).sort((a, b) => b - a),
    'the best first'
  )
  t.ok(all.filter(({ match }) => match).length <= 1)
})

t.test('properties narrow: by id, by name in either language, by an entity that was matched', async t => {
  const client = await start(t)
  const { candidates } = asker(client)
  const { data } = await client.json('/v1/commitments?country=CL&year=2010..')
  const [row] = data
  const query = { query: row?.title, type: 'commitments' }
  for (const v of ['CL', 'Chile', 'Chili', { id: 'CL', name: 'Chile' }, ['IE', 'CL']]) {
    const found = await candidates({
      ...query,
      properties: [
        { pid: 'country', v },
        { pid: 'year', v: row?.year }
      ]
    })
    t.equal(found[0]?.id, row?.id, JSON.stringify(v))
    t.match(found[0]?.features, [
      { id: 'name', value: 100 },
      { id: 'country', value: true },
      { id: 'year', value: true }
    ])
  }
  t.same(
    await candidates({
      ...query,
      properties: [
        { pid: 'country', v: 'IE' },
        { pid: 'year', v: '1999' }
      ]
    }),
    []
  )
  const { data: planned } = await client.json(`/v1/commitments?plan=${row?.plan}&limit=100`)
  const unnamed = await candidates({ type: 'commitments', properties: [{ pid: 'plan', v: row?.plan }], limit: 100 })
  t.same(unnamed.map(({ id }) => id).sort(), planned.map(({ id }) => id).sort(), 'without a name, all that agree')
  t.notOk(unnamed.some(({ match }) => match))
})

t.test('a country and the member of its id are one entity of two types', async t => {
  const { candidates } = asker(await start(t))
  const [chile] = await candidates({ query: 'Chile', type: ['countries', 'members'], type_strict: 'all' })
  t.same(
    chile?.type.map(({ id }) => id),
    ['countries', 'members']
  )
  t.ok(chile?.match)
  const ids = new Map<string, string>()
  const client = await start(t)
  for (const { dataset } of TYPES) {
    for (const { id } of (await client.json(`/v1/${dataset.name}?limit=1000&fields=id`)).data) {
      const other = ids.get(String(id))
      if (other && `${other} ${dataset.name}` !== 'countries members')
        t.fail(`${id} is in ${other} and ${dataset.name}`)
      ids.set(String(id), dataset.name)
    }
  }
})

t.test('a session as OpenRefine holds it: sample, batch, suggestions, preview, columns', async t => {
  const { get } = await start(t)
  const sample = await get(`${PATH}?queries=${encodeURIComponent('{"q0":{"query":"Chile","limit":3}}')}`)
  t.ok(isBatch(sample.json()), ajv.errorsText(isBatch.errors))
  const queries = Object.fromEntries(
    ['Chili', 'Irlande', 'Atlantis'].map((query, at) => [
      `q${at}`,
      { query, type: 'countries', type_strict: 'should', limit: 5, properties: [{ pid: 'region', v: 'Europe' }] }
    ])
  )
  const answer = await post(get, { queries })
  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['access-control-allow-origin'], '*')
  t.equal(answer.headers['cache-control'], 'no-store')
  t.ok(isBatch(answer.json()), ajv.errorsText(isBatch.errors))
  t.match(answer.json().q1.result[0], { id: 'IE', match: true })
  for (const suggestion of [
    'entity?prefix=chil&spell=always&exact=false&prefixed=true',
    'entity?prefix=chil&type=countries&cursor=0',
    'property?prefix=cou&type=commitments&spell=always&exact=false&prefixed=true',
    'type?prefix=the&spell=always&exact=false&prefixed=true'
  ]) {
    const response = await get(`${PATH}/suggest/${suggestion}`)
    t.ok(isSuggestion(response.json()), ajv.errorsText(isSuggestion.errors))
    t.ok(response.json().result.length > 0, suggestion)
  }
  const proposed = (await get(`${PATH}/properties?type=countries`)).json()
  t.ok(proposed.properties.some(({ id }: { id: string }) => id === 'iso3'))
  const extension = {
    ids: ['CL', 'jalisco', 'gone'],
    properties: [{ id: 'iso3' }, { id: 'country' }, { id: 'founding' }, { id: 'cohort', settings: {} }]
  }
  const extended = await post(get, { extend: extension })
  t.ok(isExtension(extended.json()), ajv.errorsText(isExtension.errors))
  t.match(extended.json(), {
    meta: [{ id: 'iso3' }, { id: 'country', type: { id: 'countries' } }],
    rows: {
      CL: { iso3: [{ str: 'CHL' }], country: [{ id: 'CL', name: 'Chile' }], founding: [{ str: 'false' }] },
      jalisco: { iso3: [], country: [{ id: 'MX', name: 'Mexico' }] },
      gone: { iso3: [], country: [] }
    }
  })
})

t.test('a query that is wrong has no result and a reason, and the others of its batch are answered', async t => {
  const { get } = await start(t)
  const queries = {
    q0: { query: 'Chili', type: 'countries', type_strict: 'should', limit: 5 },
    q1: { query: 'Irlande', type: 'countries', properties: [{ p: 'Jahr', pid: 'jahr', v: '2016' }] },
    q2: { query: 7 },
    q3: { query: 'Irlande', typ: 'countries' },
    q4: 'Irlande',
    q5: { query: 'Irlande', type: 'countries', limit: 0 },
    q6: { query: 'Ivory Coast', type: ['countries'] }
  }
  for (const answer of [
    await post(get, { queries }),
    await get(`${PATH}?queries=${encodeURIComponent(JSON.stringify(queries))}`)
  ]) {
    t.equal(answer.statusCode, 200)
    const body = answer.json()
    t.ok(isBatch(body), ajv.errorsText(isBatch.errors))
    t.match(body, { q0: { result: [{ id: 'CL', match: true }] }, q6: { result: [{ id: 'CI', match: true }] } })
    t.notOk(body.q0.error ?? body.q6.error)
    for (const [key, reason] of [
      ['q1', /queries\.q1\.properties: "jahr" is not a property/],
      ['q2', /queries\.q2\.query/],
      ['q3', /"typ" is not part of a query.*Nearest: type/],
      ['q4', /needs a text/],
      ['q5', /from 1 to 100/]
    ] as const)
      t.match(body[key], { result: [], error: reason }, key)
  }
})

t.test('settings of a property are taken, which a service without any has no use for', async t => {
  const { get } = await start(t)
  const properties = [
    { id: 'iso3', settings: { limit: '0', rank: 'best' } },
    { id: 'region', settings: null },
    { id: 'cohort', settings: {} }
  ]
  const extended = await post(get, { extend: { ids: ['CL'], properties } })
  t.match(extended.json().rows, { CL: { iso3: [{ str: 'CHL' }] } })
  t.equal((await post(get, { extend: { ids: ['CL'], properties: [{ id: 'iso3', settings: 1 }] } })).statusCode, 400)
})

t.test('the preview is a small page that any site may frame, and that runs nothing', async t => {
  const { get } = await start(t)
  const page = await get(`${PATH}/preview?id=CL`)
  t.match(page.headers['content-type'], 'text/html')
  t.match(page.headers['content-security-policy'], /default-src 'none'.*frame-ancestors \*/)
  t.notOk(page.headers['x-frame-options'])
  t.match(page.body, /<h1>Chile<\/h1>/)
  t.match((await get(`${PATH}/preview?id=CL&lang=fr`)).body, /Pays/)
  t.match((await get('/docs/problems')).headers['content-security-policy'], "frame-ancestors 'none'")
  t.equal((await get(`${PATH}/preview?id=${encodeURIComponent('<script>')}`)).statusCode, 404)
})

t.test('everything that is wrong with a batch is said at once', async t => {
  const { get } = await start(t)
  const response = await post(get, {
    queries: {
      a: { query: 'Chile', type: 'country' },
      b: { query: 7, limit: 0 },
      c: { query: 'x', properties: [{ pid: 'contry', v: 'CL' }] },
      d: {},
      e: { query: 'x', typ: 'countries' }
    }
  })
  t.equal(response.statusCode, 400)
  t.match(response.json().errors, [
    { parameter: 'queries.a.type', nearest: ['countries'] },
    { parameter: 'queries.b.query' },
    { parameter: 'queries.b.limit' },
    { parameter: 'queries.c.properties', nearest: ['country'] },
    { parameter: 'queries.d.query' },
    { parameter: 'queries.e.typ', nearest: ['type'] }
  ])
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [at, { query: 'x' }]))
  t.equal((await post(get, { queries: many })).statusCode, 413)
  t.equal((await post(get, { queries: { a: { query: 'x'.repeat(300_000) } } })).statusCode, 413)
  t.equal((await post(get, { queries: [] })).statusCode, 400)
  t.equal((await post(get, {})).statusCode, 400)
  t.equal((await post(get, { queries: {}, extend: {} })).statusCode, 400)
  t.equal((await get(`${PATH}?callback=f`)).statusCode, 400, 'no JSONP: CORS serves every origin')
  t.equal((await get(`${PATH}?queries={`)).statusCode, 400)
  t.equal(
    (await post(get, { extend: { ids: ['CL'], properties: [{ id: 'iso' }] } })).json().errors[0].nearest[0],
    'iso3'
  )
})

t.test('a form is the only thing that may be posted, and here alone', async t => {
  const { get } = await start(t)
  const json = await get(PATH, { method: 'POST', payload: { queries: {} } })
  t.equal(json.statusCode, 415)
  for (const method of ['PUT', 'DELETE', 'PATCH'] as const) {
    const refused = await get(PATH, { method })
    t.equal(refused.statusCode, 405)
    t.equal(refused.headers.allow, 'GET, HEAD, OPTIONS, POST')
  }
  for (const other of ['/v1/members', `${PATH}/preview`, `${PATH}/suggest/entity`, '/v1', '/'])
    t.equal((await get(other, { method: 'POST', payload: 'queries={}' })).statusCode, 405, other)
  const bytes = await get(PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'queries={"q":{"query":"Côte d’Ivoire","type":"countries"}}'
  })
  t.equal(bytes.json().q.result[0].id, 'CI', 'bare UTF-8, as curl -d sends it')
})

t.test('any text in, a valid answer out', async t => {
  const { get } = await start(t)
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('__proto__', 'constructor', "'; drop table members; --", '<script>', '\ud800', 'a'.repeat(2000))
  )
  const type = fc.constantFrom(...TYPES.map(({ dataset }) => dataset.name))
  const query = fc.record(
    {
      query: text,
      type: fc.oneof(type, fc.array(type, { minLength: 1, maxLength: 2 })),
      limit: fc.integer({ min: 1, max: 100 }),
      type_strict: fc.constantFrom('any', 'should', 'all'),
      properties: fc.array(
        fc.record({
          pid: fc.constantFrom('id'),
          v: fc.oneof(text, fc.double(), fc.boolean(), fc.array(text, { maxLength: 3 }), fc.record({ id: text }))
        }),
        { maxLength: 1 }
      )
    },
    { requiredKeys: ['query'] }
  )
  const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(fc.dictionary(key, query, { maxKeys: 5 }), async queries => {
      const sent = JSON.parse(JSON.stringify(queries)) as Record<string, { limit?: number }>
      const response = await post(get, { queries: sent })
      const body: Batch = response.json()
      if (response.statusCode !== 200) throw new Error(response.body)
      if (!isBatch(response.json())) throw new Error(ajv.errorsText(isBatch.errors))
      if (Object.keys(body).sort().join() !== Object.keys(sent).sort().join()) throw new Error('other keys')
      for (const [name, { result }] of Object.entries(body)) {
        if (result.length > (sent[name]?.limit ?? 10)) throw new Error('more than the limit')
        if (result.filter(({ match }) => match).length > 1) throw new Error('two matches')
        if (result.some(({ score }) => score < 0 || score > 100)) throw new Error('a score beyond 100')
      }
    }),
    { numRuns: cases(200) }
  )
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.constantFrom('queries', 'extend'), async (json, name) => {
      const { statusCode } = await post(get, { [name]: JSON.parse(json) })
      if (![200, 400, 413].includes(statusCode)) throw new Error(String(statusCode))
    }),
    { numRuns: cases(100) }
  )
})

t.test('countries are found by their full names and abbreviations, and a name of two by none', async t => {
  const client = await start(t)
  const names: Record<string, string | undefined> = {
    Eswatini: 'SZ',
    'U.S.A.': 'US',
    UAE: 'AE',
    'Democratic Republic of the Congo': 'CD',
    'Congo, Democratic Republic of the': 'CD',
    'Islamic Republic of Iran': 'IR',
    'Iran (Islamic Republic of)': 'IR',
    'République tchèque': 'CZ',
    'République-Unie de Tanzanie': 'TZ',
    'Korea, Dem. People’s Rep.': 'KP',
    'Republic of the Philippines': 'PH',
    'Bolivia (Plurinational State of)': 'BO',
    Congo: undefined,
    'Republic of China': undefined,
    'State of Mexico': undefined,
    'State of Georgia': undefined
  }
  const queries = Object.fromEntries(Object.keys(names).map((query, at) => [`q${at}`, { query, type: 'countries' }]))
  const response = await client.get(`/v1/reconcile?queries=${encodeURIComponent(JSON.stringify(queries))}`)
  const answer = JSON.parse(response.body)
  for (const [at, [name, id]] of Object.entries(names).entries()) {
    const found = answer[`q${at}`].result.filter(({ match }: { match: boolean }) => match)
    t.same(
      found.map((candidate: { id: string }) => candidate.id),
      id ? [id] : [],
      name
    )
  }
})
