import { connect } from 'node:net'
import t from 'tap'
import { FORMATS } from '../src/engine/format/formats.ts'
import { PROBLEMS } from '../src/http/errors/problems.ts'
import { start } from './helper.ts'

type Problem = {
  status: number
  code: string
  detail: string
  errors?: { parameter?: string; detail: string; allowed?: string[]; nearest?: string[] }[]
}

t.test('every way to fail has one shape, names what is allowed and leaks nothing', async t => {
  const { get } = await start(t)
  const ask = async (path: string, options = {}) => {
    const response = await get(path, options)
    t.equal(response.headers['content-type'], 'application/problem+json', path)
    t.equal(response.headers['cache-control'], 'no-store')
    t.notMatch(response.body, /select |postgres|\.ts:|node_modules/i, `${path} shows no internals`)
    const problem = JSON.parse(response.body) as Problem
    t.equal(problem.status, response.statusCode)
    t.equal((await get(new URL(JSON.parse(response.body).type).pathname)).statusCode, 200, 'its explanation exists')
    return problem
  }

  t.test('a misspelt parameter', async t => {
    const { status, errors } = await ask('/v1/members?limt=2')
    t.equal(status, 400)
    t.match(errors, [{ parameter: 'limt', nearest: ['limit'] }])
    t.notOk((await ask('/v1/commitments?measure=count')).errors?.[0]?.nearest, 'no name is near')
    t.ok(errors?.[0]?.allowed?.includes('country'))
  })
  t.test('a value of the wrong type', async t => {
    const { status, errors } = await ask('/v1/eligibility-scores?year=abc')
    t.equal(status, 400)
    t.match(errors, [{ parameter: 'year', detail: /range such as 2012\.\.2014/ }])
  })
  t.test('all faults at once', async t => {
    const { errors } = await ask(
      '/v1/commitments?country=XX&sort=foo&completion=complet&limit=0&fields=id,titel&limit=2&star=none'
    )
    t.same(errors?.map(({ parameter }) => parameter).sort(), [
      'completion',
      'country',
      'fields',
      'limit',
      'limit',
      'sort',
      'star'
    ])
    t.match(
      errors?.find(({ parameter }) => parameter === 'completion'),
      { nearest: ['complete'] }
    )
    t.match(
      errors?.find(({ parameter }) => parameter === 'fields'),
      { nearest: ['title'] }
    )
  })
  t.test('a country or theme by its name', async t => {
    t.match((await ask('/v1/members?country=Chili')).errors, [{ nearest: ['CL'] }])
    t.match((await ask('/v1/commitments?theme=opendata')).errors, [{ nearest: ['open-data'] }])
  })
  t.test('an address that is almost right', async t => {
    const { status, errors } = await ask('/v1/membres')
    t.equal(status, 404)
    t.equal(errors?.[0]?.nearest?.[0], '/v1/members')
    t.same((await ask('/v1/members/')).errors?.[0]?.nearest, ['/v1/members'])
    t.match((await ask('/v1/members/CLX')).errors, [{ nearest: ['/v1/members/CL'] }])
    t.equal((await ask('/nowhere/at/all')).status, 404)
    t.equal((await ask('/docs/problems/none')).status, 404)
    t.equal((await ask('/v1/releases/1999')).status, 404)
  })
  t.test('a row of another release', async t => {
    const { status, detail, errors } = await ask('/v1/commitments/CL0033?release=2016-12')
    t.equal(status, 404)
    const item = JSON.parse((await get('/v1/commitments/CL0033')).body)
    const named = await ask(`/v1/commitments/${item.data.id}?release=2016-12`)
    t.match(named.detail, /is part of 2026-11/)
    t.match(named.errors, [{ parameter: 'release', allowed: ['2026-11'] }])
    t.ok(detail && !errors?.some(({ parameter }) => parameter === 'release'))
  })
  t.test('a release that does not exist', async t => {
    t.match((await ask('/v1/members?release=2016-11')).errors, [
      { parameter: 'release', nearest: ['2016-12'], allowed: ['2016-12', '2026-11'] }
    ])
  })
  t.test('a method that writes', async t => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await get('/v1/members', { method })
      t.equal(response.statusCode, 405)
      t.equal(response.headers.allow, 'GET, HEAD, OPTIONS')
    }
    t.equal((await get('/v1/members', { method: 'POST', payload: { a: 'x'.repeat(5000) } })).statusCode, 405)
    t.equal((await get('/v1/membres', { method: 'POST' })).statusCode, 404)
  })
  t.test('a format that does not exist', async t => {
    t.match((await ask('/v1/members?format=xml')).errors, [
      { parameter: 'format', allowed: ['json', 'csv', 'ndjson', 'xlsx', 'ods'] }
    ])
    const { status, errors } = await ask('/v1/members', { headers: { accept: 'application/pdf' } })
    t.equal(status, 406)
    t.match(errors, [{ parameter: 'Accept', allowed: FORMATS.map(({ mediaType }) => mediaType) }])
  })
  t.test('text that is no text', async t => {
    for (const path of [
      '/v1/members?country=%zz',
      '/v1/members?country=%ED%A0%80',
      '/v1/members?country=C%00L',
      '/v1/members?%ff=1',
      '/v1/members?country=%'
    ]) {
      t.equal((await ask(path)).status, 400, path)
    }
    for (const path of [
      '/v1/members/%zz',
      '/v1/members/%ED%A0%80',
      '/v1/members/%00',
      '/v1/%',
      `/v1/members/${'x'.repeat(5000)}`
    ]) {
      const { status } = await ask(path)
      t.ok(status === 400 || status === 404 || status === 414, `${path.slice(0, 40)} is ${status}`)
    }
  })
  t.test('a cursor of another query, of another list, or made up', async t => {
    const page = JSON.parse((await get('/v1/members?limit=2')).body)
    const cursor = new URL(page.links.next).searchParams.get('cursor')
    for (const path of [
      `/v1/members?cursor=${cursor}&region=asia`,
      `/v1/members?cursor=${cursor}&sort=joined`,
      `/v1/themes?cursor=${cursor}`,
      `/v1/members?cursor=${cursor}&release=2016-12`,
      '/v1/members?cursor=abc',
      '/v1/members?cursor=',
      `/v1/members?cursor=${Buffer.from('["2026-11","x",[1],0]').toString('base64url')}`,
      `/v1/members?cursor=${Buffer.from('["1999","mJT9Yl1cVgnA",["CL"],0]').toString('base64url')}`
    ]) {
      const { status, errors } = await ask(path)
      t.equal(status, 400, path)
      t.match(errors, [{ parameter: /cursor|release/ }])
    }
  })
  t.test('parameters where none are taken', async t => {
    for (const path of [
      '/v1?x=1',
      '/v1/releases?x=1',
      '/v1/status?x=1',
      '/v1/members/schema?x=1',
      '/v1/members/CL?sort=id'
    ]) {
      t.equal((await ask(path)).status, 400, path)
    }
  })
})

t.test('every kind of problem has a page, and the overview names them all', async t => {
  const { get } = await start(t)
  const overview = (await get('/docs/problems')).body
  for (const code of Object.keys(PROBLEMS)) {
    t.match(overview, code)
    t.equal((await get(`/docs/problems/${code}`)).statusCode, 200)
  }
})

/** Sends bytes as they are and returns the whole answer. */
const raw = (port: number, bytes: string | Buffer) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', data => {
      answer += data
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', error => (answer ? resolve(answer) : reject(error)))
  })

t.test('what is not HTTP, or too long, is refused in the same shape', async t => {
  const { app } = await start(t, { own: 'service' })
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.server.address() as { port: number }
  const problemOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as Problem
  const long = await raw(port, `GET /v1/members?q=${'x'.repeat(3_000_000)} HTTP/1.1\r\nHost: a\r\n\r\n`)
  t.match(long, /^HTTP\/1.1 414 /)
  t.equal(problemOf(long).code, 'uri-too-long')
  const headers = await raw(port, `GET /v1/members HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)
  t.match(headers, /^HTTP\/1.1 431 /)
  const nonsense = await raw(port, 'NONSENSE\r\n\r\n')
  t.match(nonsense, /^HTTP\/1.1 400 /)
  t.equal(problemOf(nonsense).code, 'invalid-request')
  const bytes = await raw(
    port,
    Buffer.from('GET /v1/members?country=\xff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 'latin1')
  )
  t.match(bytes, /^HTTP\/1.1 400 /)
})

t.test('a client that asks too much is told when to come back', async t => {
  const { get } = await start(t, { rateLimit: 3 })
  const first = await get('/v1/members?limit=1')
  t.equal(first.headers['ratelimit-policy'], '"default";q=3;w=60')
  t.match(first.headers.ratelimit, /^"default";r=2;t=\d+$/)
  await get('/v1/members?limit=1')
  await get('/v1/members?limit=1')
  const refused = await get('/v1/members?limit=1')
  t.equal(refused.statusCode, 429)
  t.ok(Number(refused.headers['retry-after']) > 0)
})
