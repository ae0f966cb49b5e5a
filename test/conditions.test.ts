import type { FastifyInstance } from 'fastify'
import type { Response } from 'light-my-request'
import t from 'tap'
import { evaluate, readHttpDate } from '../src/http/conditions.ts'
import { DATASETS } from '../src/v1/index.ts'
import { few } from './cases.ts'
import { made, start } from './helper.ts'

const RELEASE = '2016-12'

/** One address of each kind, as large as need be. */
const ADDRESSES = [
  '/',
  '/docs',
  '/docs/members',
  '/docs/members/listMembers',
  '/docs/problems',
  '/docs/problems/gone',
  '/docs/style.css',
  '/docs/query?lang=en',
  '/docs/query?url=/v1/members&lang=fr',
  '/datasets/members?lang=fr',
  '/llms.txt',
  '/robots.txt',
  '/sitemap.xml',
  '/.well-known/api-catalog',
  '/explorer/en/countries/CL',
  '/explorer/fr/commitments.svg?by=theme',
  '/v1',
  '/v1/openapi.json',
  '/v1/openapi.yaml?lang=fr',
  '/v1/openapi/members.json',
  '/v1/members?limit=2',
  `/v1/members?limit=2&release=${RELEASE}`,
  '/v1/members.csv?limit=2',
  '/v1/members.json?limit=2&labels=true',
  '/v1/members.ndjson?limit=2',
  '/v1/members.xlsx?limit=2',
  '/v1/members.csv-metadata.json',
  '/v1/members.zip?limit=2',
  '/v1/members.atom?country=CL',
  '/v1/members.feed.json?country=CL',
  '/v1/search?q=open',
  '/v1/search.csv?q=open',
  '/v1/search/suggest?q=op',
  '/v1/indicators',
  '/v1/indicators.csv',
  '/v1/indicators/delivered',
  '/v1/check?url=/v1/members',
  '/v1/check.svg?url=/v1/members',
  '/v1/members/schema',
  '/v1/members/CL',
  '/v1/members/CL.csv',
  '/v1/members/CL/history',
  '/v1/members/CL/history.csv',
  '/v1/members/aggregate?group=region',
  '/v1/members/aggregate.csv?group=region',
  `/v1/changes?since=${RELEASE}&limit=1`,
  `/v1/changes.csv?since=${RELEASE}&limit=1`,
  '/v1/coverage?dataset=members',
  '/v1/coverage.csv?dataset=members',
  '/v1/cite?url=/v1/members',
  '/v1/cite?url=/v1/members&style=bibtex',
  '/v1/describe?url=/v1/members',
  '/v1/catalog.jsonld',
  '/v1/datapackage.json',
  '/v1/releases',
  '/v1/releases.atom',
  `/v1/releases/${RELEASE}`,
  `/v1/releases/${RELEASE}/members.csv`,
  '/v1/reconcile',
  '/v1/reconcile/properties?type=members',
  '/v1/reconcile/suggest/entity?prefix=chi',
  '/v1/reconcile/suggest/type?prefix=mem',
  '/v1/reconcile/suggest/property?prefix=re',
  '/v1/reconcile/preview?id=CL'
]

/** What belongs to one request, not to what it asks for. */
const OWN = new Set(['date', 'request-id', 'connection', 'ratelimit', 'server-timing', 'transfer-encoding'])
const lasting = ({ headers }: Response) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.has(name)))

const YESTERDAY = 'Sun, 06 Nov 1994 08:49:37 GMT'
const TOMORROW = 'Fri, 06 Nov 2099 08:49:37 GMT'

/** Conditions with the status that RFC 9110, 13.2.2 gives them; `dated` where a date of ours is needed. */
const conditions = (tag: string): [Record<string, string>, number][] => [
  [{ 'if-none-match': tag }, 304],
  [{ 'if-none-match': `W/${tag}` }, 304],
  [{ 'if-none-match': `"a,b", ${tag}` }, 304],
  [{ 'if-none-match': '*' }, 304],
  [{ 'if-none-match': tag, 'if-modified-since': YESTERDAY }, 304],
  [{ 'if-none-match': '"other"', 'if-modified-since': TOMORROW }, 200],
  [{ 'if-match': `W/${tag}` }, 412],
  [{ 'if-match': '"other"' }, 412],
  [{ 'if-match': '"other"', 'if-none-match': tag }, 412],
  [{ 'if-match': tag, 'if-none-match': tag }, 304],
  [{ 'if-match': '*', 'if-none-match': tag }, 304],
  [{ 'if-match': tag, 'if-unmodified-since': YESTERDAY, 'if-none-match': tag }, 304]
]
const dated: [Record<string, string>, number][] = [
  [{ 'if-modified-since': TOMORROW }, 304],
  [{ 'if-unmodified-since': YESTERDAY }, 412]
]

t.test('HEAD says what GET says, in every coding, and every condition is judged, at every address', async t => {
  const patterns = new Set<string>()
  const listen = async (api: FastifyInstance) => {
    api.addHook('onRoute', ({ method, url }) => void ([method].flat().includes('GET') && patterns.add(url)))
  }
  const { get } = await start(t, { own: 'service', beforeRoutes: listen })
  await made({ get }, `/v1/releases/${RELEASE}`)
  await made({ get }, '/v1/datapackage.json')
  const judged = few(ADDRESSES)
  for (const path of ADDRESSES) {
    const tags = new Set<unknown>()
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': coding }
      const full = await get(path, { headers })
      t.equal(full.statusCode, 200, path)
      const head = await get(path, { method: 'HEAD', headers })
      t.equal(head.statusCode, 200, path)
      t.equal(head.rawPayload.length, 0)
      t.same(lasting(head), lasting(full), `HEAD ${path} in ${coding}`)
      const length = full.headers['content-length']
      if (length !== undefined) t.equal(Number(length), full.rawPayload.length, `${path} has the length it tells`)
      const tag = String(full.headers.etag)
      t.match(tag, /^"[\w-]{22}(-gzip|-br)?"$/, `${path} has a strong tag`)
      t.equal(tag.endsWith(`-${full.headers['content-encoding']}"`), full.headers['content-encoding'] !== undefined)
      tags.add(tag)
      const known = await get(path, { method: 'HEAD', headers: { ...headers, 'if-none-match': tag } })
      t.equal(known.statusCode, 304, `${path} in ${coding}`)
      for (const name of ['etag', 'vary', 'cache-control', 'last-modified', 'content-language'])
        t.same(known.headers[name], full.headers[name], `a 304 of ${path} keeps ${name}`)
    }
    const plain = await get(path, { method: 'HEAD' })
    t.equal(tags.size, String(plain.headers.vary).includes('Accept-Encoding') ? 3 : 1, `a tag for each coding: ${path}`)
    const tag = String(plain.headers.etag)
    const all = plain.headers['last-modified'] ? [...conditions(tag), ...dated] : conditions(tag)
    for (const [headers, status] of judged.includes(path) ? all : []) {
      const answer = await get(path, { method: status === 200 ? 'HEAD' : 'GET', headers })
      t.equal(answer.statusCode, status, `${path} ${JSON.stringify(headers)}`)
      if (status === 304) t.equal(answer.rawPayload.length, 0)
      if (status === 412) t.match(answer.body, /not what If-Match or If-Unmodified-Since names/)
    }
  }
  const names = DATASETS.map(({ name }) => name)
  const kinds = new Set(
    [...patterns].map(url => url.replace(new RegExp(`^/v1/(${names.join('|')})(?=[/:.]|$)`), '/v1/members'))
  )
  const asked = new Set(ADDRESSES.map(path => path.split('?')[0] ?? ''))
  const matches = (pattern: string) => {
    const source = pattern
      .replace(/:(\w+)\(\^?(.*?)\$?\)(?=$|:|\/)/g, (_, _name, rule) => `(${rule})`)
      .replace(/:\w+/g, '[^/]+')
    return [...asked].some(path => new RegExp(`^${source}$`).test(path))
  }
  // The first two lead elsewhere, and the last is never the same.
  const others = new Set(['/v1/', '/datasets', '/v1/status'])
  const untried = [...kinds].filter(pattern => !others.has(pattern) && !matches(pattern))
  t.same(untried, [], 'every kind of address was tried')
})

t.test('a date is read in the three forms HTTP knows, and in no other', async t => {
  const time = Date.UTC(1994, 10, 6, 8, 49, 37)
  t.equal(readHttpDate('Sun, 06 Nov 1994 08:49:37 GMT'), time)
  t.equal(readHttpDate('Sunday, 06-Nov-94 08:49:37 GMT'), time)
  t.equal(readHttpDate('Sun Nov  6 08:49:37 1994'), time)
  for (const text of ['1994-11-06', 'yesterday', '', '0', 'Sun, 31 Feb 1994 08:49:37 CET'])
    t.equal(readHttpDate(text), undefined, text)
  const modified = new Date(time + 300)
  t.equal(evaluate({ 'if-modified-since': '1994-11-07' }, { etag: '"a"', modified }), 'send', 'no date, no condition')
  t.equal(evaluate({ 'if-unmodified-since': '1990-01-01' }, { etag: '"a"', modified }), 'send')
  t.equal(evaluate({ 'if-modified-since': 'Sun, 06 Nov 1994 08:49:37 GMT' }, { etag: '"a"', modified }), 'fresh')
  t.equal(evaluate({ 'if-unmodified-since': 'Sun, 06 Nov 1994 08:49:37 GMT' }, { etag: '"a"', modified }), 'send')
})

t.test('a coding is sent that the client accepts, and the tag names it', async t => {
  const { get } = await start(t)
  for (const [accepted, coding] of [
    ['*', 'br'],
    ['gzip;q=0, *', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['gzip;q=0.2, br;q=0.1', 'gzip'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['deflate', undefined],
    ['gzip;q=0', undefined],
    ['*;q=0', undefined],
    ['identity;q=0, gzip', 'gzip'],
    ['', undefined]
  ] as const) {
    for (const path of ['/v1/members?limit=5', '/v1/members.csv?limit=5', '/explorer/en/definitions']) {
      const { headers } = await get(path, { headers: { 'accept-encoding': accepted } })
      const sent = headers['content-encoding']
      t.ok(coding === undefined ? sent === undefined : sent === coding || sent === 'zstd', `${accepted}: ${sent}`)
      t.match(headers.etag, sent === undefined ? /^"[\w-]{22}"$/ : new RegExp(`-${sent}"$`))
    }
  }
})

t.test('a media type with parameters is what it is without, and what is refused is not sent', async t => {
  const { get } = await start(t)
  for (const [accept, type] of [
    ['application/json; charset=utf-8', 'application/json'],
    ['application/json;charset=UTF-8', 'application/json'],
    ['application/json; profile="https://example.org/x"', 'application/json'],
    ['text/csv; charset=utf-8; header=present', 'text/csv'],
    ['text/csv; header=present', 'text/csv'],
    ['text/csv; charset=utf-8', 'text/csv'],
    ['text/*', 'text/csv'],
    ['application/json;q=0, */*', 'text/csv'],
    ['text/csv;q=0, */*;q=0.1', 'application/json'],
    ['application/json;q=0.1, text/csv;q=0.9', 'text/csv'],
    ['application/x-ndjson; charset=utf-8', 'application/x-ndjson'],
    ['*/*', 'application/json']
  ] as const) {
    for (const path of [
      '/v1/members?limit=2',
      '/v1/members/CL',
      '/v1/members/aggregate?group=region',
      '/v1/coverage'
    ]) {
      const { statusCode, headers } = await get(path, { headers: { accept } })
      t.equal(statusCode, 200, `${accept} at ${path}`)
      t.ok(String(headers['content-type']).startsWith(type), `${accept} at ${path}: ${headers['content-type']}`)
    }
  }
  for (const accept of ['image/png', 'application/json;q=0', '*/*;q=0'])
    t.equal((await get('/v1/members?limit=2', { headers: { accept } })).statusCode, 406, accept)
  t.equal((await get('/v1/cite?url=/v1/members', { headers: { accept: 'text/plain; charset=utf-8' } })).statusCode, 200)
})

t.test('Vary names what the answer depended on, and nothing else', async t => {
  const { get } = await start(t)
  for (const [path, vary] of [
    ['/v1/members?limit=2', 'Accept, Accept-Encoding'],
    ['/v1/members.csv?limit=2', 'Accept-Encoding'],
    ['/v1/members?limit=2&format=csv', 'Accept-Encoding'],
    ['/v1/members.json?limit=2&labels=true', 'Accept-Encoding, Accept-Language'],
    ['/v1/members.json?limit=2&labels=true&lang=fr', 'Accept-Encoding'],
    ['/v1/members/CL', 'Accept, Accept-Encoding'],
    ['/v1/members/CL.csv', 'Accept-Encoding'],
    ['/v1/members.xlsx?limit=2', 'Accept-Language'],
    ['/v1/members.xlsx?limit=2&lang=fr', undefined],
    ['/v1/members/schema', 'Accept-Encoding, Accept-Language'],
    ['/v1/members/schema?lang=fr', 'Accept-Encoding'],
    ['/v1/releases.atom', 'Accept-Encoding'],
    ['/explorer/en', 'Accept-Encoding']
  ] as const) {
    t.equal((await get(path)).headers.vary, vary, path)
  }
})
