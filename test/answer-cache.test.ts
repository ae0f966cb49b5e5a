import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type IncomingHttpHeaders, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Response } from 'light-my-request'
import { pino } from 'pino'
import t from 'tap'
import { buildApp } from '../src/app.ts'
import { type Answer, openAnswers } from '../src/http/answer-cache/answers.ts'
import { representationFor } from '../src/http/answer-cache/replay.ts'
import { type Client, ORIGIN, readOnlyUrl, start } from './helper.ts'
import { send } from './sockets.ts'

const ADDRESSES = [
  '/',
  '/docs/query',
  '/explorer/en/countries/CL',
  '/v1',
  '/v1/members?limit=3',
  '/v1/members/CL',
  '/v1/members.csv',
  '/v1/members.xlsx',
  '/v1/commitments?country=CL&facet=completion&lang=fr',
  '/v1/commitments/aggregate?group=country',
  '/v1/releases.atom',
  '/v1/openapi/members.json'
]
const CODINGS = ['identity', 'gzip', 'br']

/** What no two answers have in common, and what a server adds that a length tells otherwise. */
const OF_REQUEST = new Set(['request-id', 'date', 'connection', 'keep-alive', 'transfer-encoding', 'server-timing'])
const lasting = (answer: Response) =>
  Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !OF_REQUEST.has(name)))

/** Counts the statements that a service sends to its database from now on. */
function countStatements({ app }: Client): () => number {
  let count = 0
  const { reader } = app.service
  const { rows } = reader
  reader.rows = (...asked) => {
    count++
    return rows(...asked) as never
  }
  return () => count
}

t.test('what was answered once is answered again, in every coding, without the database', async t => {
  const client = await start(t, { own: 'service' })
  const first = new Map<string, Response>()
  for (const address of ADDRESSES) {
    for (const coding of CODINGS) {
      const asked = { headers: { 'accept-encoding': coding } }
      first.set(address + coding, await client.get(address, asked))
    }
  }
  const statements = countStatements(client)
  for (const address of ADDRESSES) {
    for (const coding of CODINGS) {
      const headers = { 'accept-encoding': coding }
      const before = first.get(address + coding) as Response
      const again = await client.get(address, { headers })
      t.equal(again.statusCode, 200, `${address} in ${coding}`)
      t.same(lasting(again), lasting(before), `headers of ${address} in ${coding}`)
      t.ok(again.rawPayload.equals(before.rawPayload), `bytes of ${address} in ${coding}`)
      t.not(again.headers['request-id'], before.headers['request-id'])
      const head = await client.get(address, { method: 'HEAD', headers })
      t.same(lasting(head), lasting(again), `HEAD of ${address} in ${coding}`)
      const held = { headers: { ...headers, 'if-none-match': String(before.headers.etag) } }
      const fresh = await client.get(address, held)
      t.equal(fresh.statusCode, 304, `${address} in ${coding}, held`)
      t.equal(fresh.headers.etag, before.headers.etag)
      t.equal(fresh.headers['cache-control'], before.headers['cache-control'])
      t.equal(fresh.headers.vary, before.headers.vary)
      const other = await client.get(address, { headers: { ...headers, 'if-match': '"other"' } })
      t.equal(other.statusCode, 412, `${address} in ${coding}, wanted as it is not`)
    }
  }
  t.equal(statements(), 0)
})

/** An answer over a connection, with the headers that Node adds. */
const over = (origin: string, path: string, { method = 'GET', headers = {} }: { method?: string; headers?: object }) =>
  new Promise<Overheard>((resolve, reject) => {
    const asked = request(`${origin}${path}`, { method, headers: { host: 'data.test', ...headers } }, async answer => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk)
      resolve({ statusCode: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) })
    })
    asked.on('error', reject).end()
  })
type Overheard = { statusCode: number; headers: IncomingHttpHeaders; bytes: Buffer }

t.test('what was kept leaves over a connection as it leaves from Fastify, whatever is asked of it', async t => {
  const { app, get } = await start(t, { own: 'service', rateLimit: 100_000 })
  const origin = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const questions = ADDRESSES.flatMap(path =>
    CODINGS.flatMap(coding => ['GET', 'HEAD'].map(method => ({ path, method, headers: { 'accept-encoding': coding } })))
  )
  for (const { path, ...asked } of questions) await over(origin, path, asked)
  let reached = 0
  const handled = () => reached++
  subscribe('tracing:fastify.request.handler:start', handled)
  t.teardown(() => unsubscribe('tracing:fastify.request.handler:start', handled))
  const compare = async (path: string, method: 'GET' | 'HEAD', headers: Record<string, string>) => {
    const there = await over(origin, path, { method, headers })
    const here = await get(path, { method, headers })
    const what = `${method} ${path} ${JSON.stringify(headers)}`
    t.equal(there.statusCode, here.statusCode, what)
    const [ofThere, ofHere] = [there, here].map(answer => {
      const { ratelimit, ...rest } = lasting(answer as Response)
      t.match(ratelimit, /^"default";r=\d+;t=\d+$/, what)
      return rest
    })
    t.same(ofThere, ofHere, what)
    if (method === 'GET') t.ok(there.bytes.equals(here.rawPayload), what)
    t.not(there.headers['request-id'], here.headers['request-id'])
    return here
  }
  for (const { path, method, headers } of questions) {
    const { headers: given } = await compare(path, method as 'GET', headers)
    const held = await compare(path, method as 'GET', { ...headers, 'if-none-match': String(given.etag) })
    t.equal(held.statusCode, 304)
  }
  t.equal(reached, 0, 'none of them was asked of a route')
  const other = await over(origin, '/v1/members/CL', { headers: { 'if-match': '"other"' } })
  t.equal(other.statusCode, 412)
  t.equal(reached, 1)
})

t.test('answers to questions that come together over one connection leave in their order, kept or not', async t => {
  const { app, get } = await start(t, { own: 'service', publicUrl: undefined })
  const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  const asked = ['CL', 'FR', 'BR', 'CL', 'MX', 'FR', 'FR', 'CL', 'BR']
  const [kept, questions] = [
    ['CL', 'FR'],
    asked.map((code, place) => `/v1/members/${code}?fields=id&labels=${place % 2 > 0}`)
  ]
  for (const question of questions.filter(one => kept.some(code => one.includes(code))))
    for (let time = 0; time < 2; time++) await get(question, { headers: { host: `127.0.0.1:${port}` } })
  const lines = questions.map(
    (question, place) =>
      `GET ${question} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${place === asked.length - 1 ? 'Connection: close\r\n' : ''}\r\n`
  )
  const answer = await send(Number(port), lines.join(''))
  t.same(
    [...answer.matchAll(/"id":"([A-Z]{2})"/g)].map(([, code]) => code),
    asked
  )
  t.equal([...answer.matchAll(/HTTP\/1\.1 200 OK\r/g)].length, asked.length)
  t.match(answer, /cache;desc=hit/)
})

t.test('a connection gains nothing from what is kept: limits, faults and a stop are as ever', async t => {
  const { app } = await start(t, { own: 'service', rateLimit: 4, stopSeconds: 1 })
  const origin = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const path = '/v1/members/CL'
  const { port } = new URL(origin)
  const first = await over(origin, path, {})
  t.match(first.headers.ratelimit, /r=3;/)
  t.match((await over(origin, path, {})).headers.ratelimit, /r=2;/)
  const hosts = `GET ${path} HTTP/1.1\r\nHost: data.test\r\nHost: other.test\r\nConnection: close\r\n\r\n`
  t.match(await send(Number(port), hosts), /^HTTP\/1\.1 400 /)
  t.match((await over(origin, path, {})).headers.ratelimit, /r=0;/)
  const refused = await over(origin, path, {})
  t.equal(refused.statusCode, 429)
  t.match(refused.headers['retry-after'], /^\d+$/)
  await app.drain.start()
  const stopping = await over(origin, path, {})
  t.equal(stopping.statusCode, 503)
  t.equal(stopping.headers.connection, 'close')
})

t.test('many who ask the same at once cost the database what one costs', async t => {
  const client = await start(t, { own: 'service' })
  const statements = countStatements(client)
  await client.get('/v1/commitments?country=BR&limit=7')
  const one = statements()
  const crowd = Array.from({ length: 20 }, () => client.get('/v1/commitments?country=CL&limit=7'))
  const bodies = new Set((await Promise.all(crowd)).map(({ body }) => body))
  t.equal(bodies.size, 1)
  t.equal(statements(), 2 * one)
})

t.test('where the first of many leaves, one of the others is first', async t => {
  const client = await start(t, { own: 'service' })
  const statements = countStatements(client)
  await client.get('/v1/commitments?country=BR&limit=8')
  const one = statements()
  const { reader } = client.app.service
  const { rows } = reader
  let open = () => {}
  const gate = new Promise<void>(resolve => {
    open = resolve
  })
  reader.rows = async (...asked) => {
    await gate
    return rows(...asked) as never
  }
  const origin = await client.app.server.listen({ port: 0, host: '127.0.0.1' })
  const address = `${origin}/v1/commitments?country=CL&limit=8`
  let arrived = 0
  let gone = 0
  client.app.server.server.on('request', (_request, response) => {
    arrived++
    response.once('close', () => gone++)
  })
  const until = async (holds: () => boolean) => {
    while (!holds()) await sleep(5)
  }
  const leaving = new AbortController()
  const first = fetch(address, { signal: leaving.signal }).catch(() => 'left')
  await until(() => arrived === 1)
  const others = Array.from({ length: 5 }, () => fetch(address).then(answer => answer.text()))
  await until(() => arrived === 6)
  leaving.abort()
  t.equal(await first, 'left')
  await until(() => gone === 1)
  open()
  t.equal(new Set(await Promise.all(others)).size, 1)
  t.equal(statements(), 3 * one)
})

t.test('an answer is kept for those who may have it', async t => {
  const { get } = await start(t, { own: 'service', publicUrl: undefined })
  const of = (path: string, headers: Record<string, string>) => get(path, { headers })
  for (const _ of [1, 2]) {
    t.match((await of('/v1/members?limit=1', { host: 'a.test' })).body, 'http://a.test/')
    t.match((await of('/v1/members?limit=1', { host: 'b.test' })).body, 'http://b.test/')
    t.match((await of('/v1/members?limit=1', { accept: 'text/csv' })).headers['content-type'], 'text/csv')
    t.match((await of('/v1/members?limit=1', { accept: '*/*' })).headers['content-type'], 'application/json')
    t.match(await of('/', { accept: 'text/html', 'accept-language': 'fr' }), { headers: { 'content-language': 'fr' } })
    t.match(await of('/', { accept: 'text/html', 'accept-language': 'de' }), { headers: { 'content-language': 'en' } })
  }
})

t.test('a kept answer counts for the rate limit and has its line in the log', async t => {
  const lines: { status?: number; url?: string }[] = []
  const { server } = await buildApp({
    config: {
      dataDir: t.testdir(),
      publicUrl: ORIGIN,
      rateLimit: 3,
      stopSeconds: 1,
      trustProxy: false,
      busyMilliseconds: 0,
      columnsMegabytes: 256,
      metricsFrom: []
    },
    databaseUrls: [readOnlyUrl()],
    logger: pino({}, { write: (line: string) => lines.push(JSON.parse(line)) })
  })
  t.teardown(() => server.close())
  const statuses: number[] = []
  for (let turn = 0; turn < 4; turn++) statuses.push((await server.inject('/v1/members/CL')).statusCode)
  t.same(statuses, [200, 200, 200, 429])
  const logged = lines.filter(({ url }) => url === '/v1/members/CL').map(({ status }) => status)
  t.same(logged, statuses)
})

t.test(
  'what is asked for once pushes out nothing that is asked for again, and all of it stays within its bytes',
  async t => {
    const answers = openAnswers(1_000_000)
    const answer = {
      route: undefined,
      common: {},
      headers: {},
      type: 'text/plain',
      body: Buffer.alloc(10_000),
      digest: '',
      modified: undefined,
      isStreamed: false,
      representations: new Map()
    }
    answers.set('wanted', answer)
    t.ok(answers.get('wanted'))
    for (let turn = 0; turn < 10_000; turn++) answers.set(`flood ${turn}`, answer)
    t.equal(answers.get('wanted'), answer)
    const left = Array.from({ length: 10_000 }, (_, turn) => answers.get(`flood ${turn}`)).filter(Boolean)
    t.ok(left.length > 0 && left.length * answer.body.length < 1_000_000, `${left.length} of them are kept`)
  }
)

t.test('a kept answer keeps no memory but its own, and counts its address and its headers', async t => {
  const answer = (link: string): Answer => ({
    route: undefined,
    common: {},
    headers: { link },
    type: 'text/plain',
    body: Buffer.from('a short answer'),
    digest: '',
    modified: undefined,
    isStreamed: false,
    representations: new Map()
  })
  for (const coding of ['gzip', 'br']) {
    const { bytes } = await representationFor(answer(''), { headers: { 'accept-encoding': coding } })
    t.equal(bytes.buffer.byteLength, bytes.length, coding)
  }
  const keptOf = (link: string, address: string) => {
    const answers = openAnswers(1_000_000)
    for (let turn = 0; turn < 1000; turn++) answers.set(`${address}${turn}`, answer(link))
    return Array.from({ length: 1000 }, (_, turn) => answers.get(`${address}${turn}`)).filter(Boolean).length
  }
  t.ok(keptOf('', '') > 2 * keptOf('x'.repeat(4000), ''))
  t.ok(keptOf('', '') > 2 * keptOf('', 'x'.repeat(4000)))
})
