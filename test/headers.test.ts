import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import t from 'tap'
import { few } from './cases.ts'
import { connection, ORIGIN, start } from './helper.ts'

t.test('a conditional request is answered without the database', async t => {
  const { get, app, url } = await start(t, { own: 'database' })
  const addresses = [
    '/v1/members',
    '/v1/commitments.csv?country=CL',
    '/v1/members/CL',
    '/v1/members/schema',
    '/v1/themes?release=2016-12'
  ]
  for (const path of few(addresses)) {
    const first = await get(path)
    t.match(first.headers.etag, /^"[\w-]{22}"$/, `${path} has a strong tag`)
    t.equal((await get(path)).headers.etag, first.headers.etag, 'the same bytes have the same tag')
    // From here on the database refuses this service, so that an answer can only come from memory.
    const sql = connection(t, url)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ogp-open-data read' and datname = current_database()`
    const queries = app.service.reader.rows
    app.service.reader.rows = () => {
      throw new Error('the database was asked')
    }
    const again = await get(path, { headers: { 'if-none-match': `"other", ${first.headers.etag}` } })
    app.service.reader.rows = queries
    t.equal(again.statusCode, 304)
    t.equal(again.body, '')
    t.equal(again.headers.etag, first.headers.etag)
    t.equal(again.headers['cache-control'], first.headers['cache-control'])
    t.equal((await get(path, { headers: { 'if-none-match': '"other"' } })).statusCode, 200)
    t.equal(
      (await get(path, { headers: { 'if-modified-since': String(first.headers['last-modified']) } })).statusCode,
      304
    )
  }
})

t.test('another query, release, format, host or content coding has another tag', async t => {
  const { get } = await start(t, { publicUrl: undefined })
  const tags = await Promise.all([
    get('/v1/members'),
    get('/v1/members?limit=5'),
    get('/v1/members?country=CL'),
    get('/v1/members?fields=id'),
    get('/v1/members?release=2026-11'),
    get('/v1/members?release=2016-12'),
    get('/v1/members.csv'),
    get('/v1/members.csv?dialect=excel'),
    get('/v1/members.xlsx'),
    get('/v1/members', { headers: { host: 'other.test' } }),
    get('/v1/members', { headers: { 'accept-encoding': 'br' } }),
    get('/v1/members', { headers: { 'accept-encoding': 'gzip' } })
  ])
  t.equal(new Set(tags.map(({ headers }) => headers.etag)).size, tags.length)
  const same = await Promise.all([
    get('/v1/members?country=IT,CL&kind=country'),
    get('/v1/members?kind=country&country=cl,it')
  ])
  t.equal(same[0]?.headers.etag, same[1]?.headers.etag, 'the same question written otherwise has the same tag')
})

t.test('what moves may be kept for minutes, what is pinned for ever', async t => {
  const { get } = await start(t)
  t.equal(
    (await get('/v1/members')).headers['cache-control'],
    'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800'
  )
  t.equal((await get('/v1/members?release=2016-12')).headers['cache-control'], 'public, max-age=31536000, immutable')
  t.match((await get('/v1/members')).headers.vary, /Accept/i)
})

t.test('every answer names release, version, limits, licence and where to read on', async t => {
  const { get } = await start(t, { rateLimit: 100 })
  for (const path of ['/v1/members', '/v1/members.csv', '/v1/members.ndjson', '/v1/members/CL']) {
    const { headers } = await get(path)
    t.equal(headers['data-release'], '2026-11')
    t.equal(headers['api-version'], '1.0.0')
    t.match(headers['request-id'], /^[0-9a-f-]{36}$/)
    t.match(headers['last-modified'], / GMT$/)
    t.ok(headers.ratelimit && headers['ratelimit-policy'])
    const link = String(headers.link)
    t.match(link, '<https://creativecommons.org/licenses/by/4.0/>; rel="license"')
    t.match(link, `<${ORIGIN}/v1/members/schema>; rel="describedby"; type="application/json"`)
    t.match(link, `<${ORIGIN}/v1/openapi.json>; rel="service-desc"`)
    t.match(link, /release=2026-11>; rel="cite-as"/)
  }
  const list = String((await get('/v1/members?limit=2')).headers.link)
  t.match(list, /rel="next".*rel="first"/)
  t.match(list, `<${ORIGIN}/v1/members.csv>; rel="alternate"; type="text/csv"`)
})

t.test('every origin may read, and sees our headers', async t => {
  const { get } = await start(t)
  const { headers } = await get('/v1/members.csv', { headers: { origin: 'https://news.example' } })
  t.equal(headers['access-control-allow-origin'], '*')
  for (const name of ['Link', 'ETag', 'Data-Release', 'Row-Count', 'RateLimit', 'Request-Id', 'Content-Disposition']) {
    t.match(headers['access-control-expose-headers'], name)
  }
  const preflight = await get('/v1/members', {
    method: 'OPTIONS',
    headers: { origin: 'https://news.example', 'access-control-request-method': 'GET' }
  })
  t.equal(preflight.statusCode, 204)
  t.equal(preflight.headers['access-control-allow-methods'], 'GET, HEAD')
  const form = await get('/v1/reconcile', {
    method: 'OPTIONS',
    headers: { origin: 'https://news.example', 'access-control-request-method': 'POST' }
  })
  t.match(form, { statusCode: 204, headers: { 'access-control-allow-methods': 'GET, HEAD, POST' } })
  t.equal(
    (await get('/v1/membres', { headers: { origin: 'https://news.example' } })).headers['access-control-allow-origin'],
    '*'
  )
})

t.test('HEAD is GET without the body', async t => {
  const { get } = await start(t)
  for (const path of [
    '/v1/members?limit=3',
    '/v1/members.csv',
    '/v1/members/CL',
    '/v1/members/CL.csv',
    '/',
    '/v1/releases'
  ]) {
    const [full, head] = await Promise.all([get(path), get(path, { method: 'HEAD' })])
    t.equal(head.statusCode, 200)
    t.equal(head.body, '')
    for (const name of [
      'content-type',
      'etag',
      'link',
      'row-count',
      'data-release',
      'content-disposition',
      'cache-control'
    ]) {
      t.same(head.headers[name], full.headers[name], `${path}: ${name}`)
    }
  }
})

t.test('answers are compressed on request, and hold the same text', async t => {
  const { get } = await start(t)
  for (const path of ['/v1/members', '/v1/members.csv', '/v1/members.ndjson', '/v1/members/CL']) {
    const plain = await get(path)
    t.equal(plain.headers['content-encoding'], undefined)
    const br = await get(path, { headers: { 'accept-encoding': 'gzip, br' } })
    t.equal(br.headers['content-encoding'], 'br')
    t.match(br.headers.etag, /-br"$/)
    t.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body)
    const gzip = await get(path, { headers: { 'accept-encoding': 'gzip' } })
    t.equal(gunzipSync(gzip.rawPayload).toString(), plain.body)
  }
})

t.test('no answer has more headers than a proxy passes on, however long its address is', async t => {
  const { get, app } = await start(t, { rateLimit: 1000, own: 'service' })
  const address = await app.server.listen({ port: 0, host: '127.0.0.1' })
  /** Bytes of status line and headers as they were sent. */
  const sizeOf = (path: string, headers = '') =>
    new Promise<{ bytes: number; text: string }>((resolve, reject) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1')
      let text = ''
      socket.setEncoding('latin1').on('error', reject)
      socket.on('data', chunk => {
        text += chunk
        const end = text.indexOf('\r\n\r\n')
        if (end < 0) return
        socket.destroy()
        resolve({ bytes: end + 4, text: text.slice(0, end) })
      })
      socket.write(`GET ${path} HTTP/1.1\r\nHost: data.test\r\nOrigin: https://news.example\r\n${headers}\r\n`)
    })
  const years = (number: number) =>
    Array.from({ length: number }, (_, at) => `${100_000_000 + at}..${200_000_000 + at}`).join()
  const all = JSON.parse((await get('/v1/commitments?limit=1')).body).data[0]
  const fields = Object.keys(all).join()
  const questions = [
    `/v1/commitments?limit=50&fields=${fields}`,
    `/v1/commitments.csv?limit=50&fields=${fields}&sort=-country,plan_id`,
    '/v1/commitments/aggregate?group=country,theme',
    `/v1/process-assessments?fields=${fields}`,
    ...[1, 20, 40, 60, 80, 100].flatMap(number => [
      `/v1/eligibility-scores?year=!${years(number)}&limit=2`,
      `/v1/eligibility-scores.csv?year=!${years(number)}&limit=2`
    ]),
    `/v1/eligibility-scores?year=!${years(100).replaceAll('.', '%2E')}&limit=2`,
    `/v1/members?q=${'%C3%A9'.repeat(2200)}`,
    `/v1/members/cl?fields=${'%6E'.repeat(4500)}`,
    `/explorer/en/commitments?country=CL&country=${'%41'.repeat(4000)}`,
    `/explorer?q=${'a'.repeat(14_000)}`,
    `/explorer/fr/${'%C3%A9'.repeat(300)}/`,
    `/docs/members/listMembers/try?q=${'a'.repeat(14_000)}`,
    `/v1/${'x'.repeat(15_000)}`,
    '/datasets/eligibility-score-details',
    '/.well-known/api-catalog',
    '/v1/members.xlsx'
  ]
  for (const question of questions) {
    const { bytes, text } = await sizeOf(question, 'Accept-Encoding: br\r\n')
    t.ok(bytes <= 4000, `${bytes} bytes: ${question.slice(0, 60)}`)
    t.match(text, /^HTTP\/1\.1 [234]/)
    if (text.includes('\r\nlink: ') && question.startsWith('/v1/')) t.match(text, 'rel="license"')
  }
  const { statusCode, headers } = await get(`/v1/eligibility-scores.csv?year=!${years(100)}&limit=2`)
  t.equal(statusCode, 200)
  t.match(headers.link, 'rel="next"', 'the way on is the last to go')
})

t.test('links lead where the caller reached us, and never into a foreign header', async t => {
  const { get } = await start(t, { publicUrl: undefined })
  const asked = JSON.parse((await get('/v1/members?limit=1', { headers: { host: 'Data.Example.org:8080' } })).body)
  t.equal(asked.links.first, 'http://data.example.org:8080/v1/members?limit=1')
  const hostile = JSON.parse((await get('/v1/members?limit=1', { headers: { host: 'a"><script>' } })).body)
  t.equal(hostile.links.first, 'http://localhost/v1/members?limit=1')
})

t.test('no header but Host makes a link, and nobody sends two of those', async t => {
  for (const options of [
    { own: 'service', publicUrl: undefined },
    { own: 'service', publicUrl: ORIGIN, trustProxy: ['loopback'] }
  ] as const) {
    const { get, app } = await start(t, options)
    const forwarded = {
      host: 'data.test',
      forwarded: 'host=evil.example;proto=https',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '8443',
      'x-original-host': 'evil.example',
      'x-host': 'evil.example'
    }
    const plain = await get('/v1/members?limit=1', { headers: { host: 'data.test' } })
    const answer = await get('/v1/members?limit=1', { headers: forwarded })
    t.equal(answer.body, plain.body)
    t.equal(answer.headers.etag, plain.headers.etag)
    t.equal(JSON.parse(answer.body).links.first, `${ORIGIN}/v1/members?limit=1`)
    const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1')
      let received = ''
      socket
        .setEncoding('latin1')
        .on('data', chunk => (received += chunk))
        .on('error', reject)
        .on('close', () => resolve(received))
      socket.end('GET /v1/members HTTP/1.1\r\nHost: data.test\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    })
    t.match(text, /^HTTP\/1\.1 400 .*more than one Host header/s)
  }
})
