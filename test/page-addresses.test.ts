import { connect } from 'node:net'
import t from 'tap'
import { FRENCH } from '../src/http/errors/problem-words.ts'
import { PROBLEMS } from '../src/http/errors/problems.ts'
import { isTracker, plainAddress } from '../src/http/page-addresses.ts'
import { DATASETS } from '../src/v1/index.ts'
import { start } from './helper.ts'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

t.test('what others hang on the address of a page is dropped, and the rest stays as it was sent', async t => {
  const { get } = await start(t)
  for (const [sent, meant] of [
    ['/explorer/en/commitments?country=CL&fbclid=abc', '/explorer/en/commitments?country=CL'],
    [
      '/explorer/fr/countries/CL?utm_source=x&UTM_Medium=y&release=2016-12&gclid=',
      '/explorer/fr/countries/CL?release=2016-12'
    ],
    [
      '/explorer/en/commitments?q=a+b%2Cc&%66bclid=1&theme=open-data,education',
      '/explorer/en/commitments?q=a+b%2Cc&theme=open-data,education'
    ],
    ['/docs?mc_cid=1&mc_eid=2', '/docs'],
    ['/docs/query?url=/v1/members%3Fcountry%3DCL&msclkid=3', '/docs/query?url=/v1/members%3Fcountry%3DCL'],
    ['/docs/problems/gone?igshid=1', '/docs/problems/gone'],
    ['/datasets/members?lang=fr&ref_src=twsrc%5Etfw', '/datasets/members?lang=fr'],
    ['/?utm_campaign=x', '/'],
    ['/explorer/', '/explorer'],
    ['/explorer/en/?fbclid=1', '/explorer/en'],
    ['/docs/members/', '/docs/members'],
    ['/docs/query/?_ga=2.1', '/docs/query'],
    ['/datasets/members//', '/datasets/members']
  ] as const)
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers } = await get(sent, { method })
      t.equal(statusCode, 302, sent)
      t.equal(headers.location, meant)
      t.ok((await get(meant)).statusCode < 400, `${meant} is there`)
    }
  t.equal((await get('/v1/members?fbclid=1')).statusCode, 400, 'nothing is ignored in the API')
  t.equal((await get('/v1/members/')).statusCode, 404)
})

t.test('no such redirect leads to another host', async t => {
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/%09//evil.example',
    'http://evil.example/',
    '/a/..//evil.example',
    '/%2F/evil.example/',
    '///evil.example/'
  ])
    for (const url of [path, `${path}?fbclid=1`, `${path}/?fbclid=1`]) {
      const base = 'http://data.test/here'
      const plain = plainAddress(url)
      t.ok(plain === url || new URL(plain, base).host === 'data.test', `${url} → ${plain}`)
    }
})

t.test('no parameter of ours is taken for a tracker', async t => {
  const ours = DATASETS.flatMap(({ filters, fields }) => [...Object.keys(filters), ...Object.keys(fields)])
  t.same([...ours, 'lang', 'release', 'url', 'embed', 'by', 'show', 'cursor', 'q', 'ref'].filter(isTracker), [])
})

t.test('whoever prefers HTML gets every failure as a page, with the ways on', async t => {
  const { get } = await start(t, { rateLimit: 1000 })
  for (const [path, status, ...ways] of [
    ['/v1/membres', 404, '/v1/members'],
    ['/v1/members/CLX', 404, '/v1/members/CL', '/docs/query?url=/v1/members/CLX'],
    ['/v1/members/CLX.csv', 404, '/v1/members/CL'],
    ['/v1/releases/2016-11', 404, '/v1/releases/2016-12'],
    ['/datasets/member', 404, '/datasets/members'],
    ['/docs/problems/none', 404, '/docs/problems/gone'],
    ['/nowhere/at/all', 404],
    [
      '/v1/commitments?country=XX&tehme=open-data',
      400,
      '/docs/query?url=/v1/commitments%3Fcountry%3DXX%26tehme%3Dopen-data'
    ],
    ['/v1/members?release=1999', 400],
    [`/v1/members/${'x'.repeat(3000)}`, 414]
  ] as const)
    for (const lang of ['en', 'fr'] as const) {
      const { statusCode, headers, body } = await get(path, { headers: { accept: BROWSER, 'accept-language': lang } })
      t.equal(statusCode, status, path)
      t.match(headers, {
        'content-type': 'text/html; charset=utf-8',
        'content-language': lang,
        'cache-control': 'no-store',
        vary: /Accept, (Accept-Encoding, )?Accept-Language/,
        'content-security-policy': /default-src 'none'/
      })
      for (const way of [`/?lang=${lang}`, `/explorer/${lang}`, `/docs?lang=${lang}`, ...ways])
        t.match(body, `href="${way}"`, `${path} leads to ${way}`)
    }
  t.match(
    (await get('/v1/membres', { headers: { accept: BROWSER, 'accept-language': 'fr' } })).body,
    'Il n’y a rien à cette adresse'
  )
  const faults = (await get('/v1/commitments?country=XX&tehme=a', { headers: { accept: BROWSER } })).body
  t.match(faults, /<code>tehme<\/code>.*<code>theme<\/code>/s)
  for (const [accept, path] of [
    [undefined, '/v1/membres'],
    ['*/*', '/v1/membres'],
    ['application/json', '/v1/membres'],
    ['application/json, text/html;q=0.9', '/v1/membres'],
    ['text/html;q=0.1, */*;q=0.2', '/datasets/member'],
    ['text/csv', '/v1/membres']
  ]) {
    const { headers } = await get(String(path), { headers: accept === undefined ? {} : { accept } })
    t.equal(headers['content-type'], 'application/problem+json', `Accept: ${accept}`)
  }
  t.equal(
    (await get('/v1/members?limit=1', { headers: { accept: BROWSER } })).headers['content-type'],
    'application/json; charset=utf-8'
  )
})

t.test('a page that only takes HTML is told the formats, and every other failure is a page too', async t => {
  const { get, app } = await start(t, { rateLimit: 5, own: 'service' })
  const html = { accept: 'text/html' }
  const refused = await get('/v1/members?country=CL', { headers: html })
  t.equal(refused.statusCode, 406)
  for (const href of ['/v1/members?country=CL&format=csv', '/docs/query?url=/v1/members%3Fcountry%3DCL'])
    t.match(refused.body.replaceAll('&#38;', '&'), `href="${href}"`)
  const failed = await get('/v1/members?limit=2', { headers: { accept: BROWSER, 'if-match': '"other"' } })
  t.equal(failed.statusCode, 412)
  t.match(failed.headers, { 'content-type': 'text/html; charset=utf-8', etag: undefined })
  const posted = await get('/v1/members', { method: 'POST', headers: html })
  t.match(posted, { statusCode: 405, headers: { allow: 'GET, HEAD, OPTIONS', 'content-type': /html/ } })
  for (let asked = 0; asked < 5; asked++) await get('/v1/members?limit=1')
  const busy = await get('/v1/members?limit=1', { headers: html })
  t.match(busy, {
    statusCode: 429,
    headers: { 'content-type': /html/, 'retry-after': /^\d+$/ },
    body: /href="&#47;v1|href="\/v1\/members\?limit=1"/
  })
  void app.drain.start()
})

t.test('a request that never reached a route is answered with the host that it names', async t => {
  const { app } = await start(t, { own: 'service', publicUrl: undefined })
  const address = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  const ask = (request: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(address.port), '127.0.0.1')
      let text = ''
      socket
        .setEncoding('latin1')
        .on('data', chunk => (text += chunk))
        .on('error', reject)
        .on('close', () => resolve(text))
      socket.end(request)
    })
  const big = `X-Big: ${'x'.repeat(40_000)}\r\n`
  t.match(
    await ask(`GET / HTTP/1.1\r\nHost: Data.Example:8080\r\n${big}\r\n`),
    /^HTTP\/1\.1 431 .*"type":"http:\/\/data\.example:8080\/docs\/problems\/headers-too-large"/s
  )
  t.match(
    await ask('GET / HTTP/1.1\r\nHost: data.example\r\nbroken\r\n\r\n'),
    /^HTTP\/1\.1 400 .*"type":"http:\/\/data\.example\/docs\/problems\/invalid-request"/s
  )
  t.match(
    await ask(`GET / HTTP/1.1\r\nHost: a"><script>\r\n${big}\r\n`),
    `"type":"${address.origin}/docs/problems/headers-too-large"`
  )
  t.match(await ask(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: data.example\r\n\r\n`), /^HTTP\/1\.1 414 /)
  t.match(
    await ask(`GET / HTTP/1.1\r\nHost: data.example\r\nAccept: ${BROWSER}\r\nAccept-Language: fr\r\n${big}\r\n`),
    /^HTTP\/1\.1 431 .*Content-Type: text\/html.*<html lang="fr">/s
  )
})

t.test('every kind of problem has a French title and explanation, as a native editor writes them', async t => {
  t.same(Object.keys(FRENCH).sort(), Object.keys(PROBLEMS).sort())
})
