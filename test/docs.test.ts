import { readFileSync } from 'node:fs'
import t from 'tap'
import { parse } from 'yaml'
import { EXAMPLE_ORIGIN } from '../src/docs/documents.ts'
import { READING_CSV } from '../src/metadata/words.ts'
import { ORIGIN, start } from './helper.ts'
import { same } from './same.ts'

const committed = (name: string) => JSON.parse(readFileSync(new URL(`../openapi/${name}`, import.meta.url), 'utf8'))

/** The committed document as it is served at an address. */
const servedAt = (origin: string, name: string) => {
  const { servers, ...document } = committed(name)
  const text = JSON.stringify({ ...document, servers: [{ ...servers[0], url: `${EXAMPLE_ORIGIN}/v1` }] })
  return JSON.parse(text.replaceAll(EXAMPLE_ORIGIN, origin))
}

t.test('the OpenAPI document is served in the language asked for, as JSON and as YAML', async t => {
  const { get } = await start(t)
  const french = { headers: { 'accept-language': 'fr-CA, en;q=0.5' } }
  for (const [suffix, read] of Object.entries({
    json: (text: string) => JSON.parse(text),
    yaml: (text: string) => parse(text)
  })) {
    const address = `/v1/openapi.${suffix}`
    const [en, fr] = [servedAt(ORIGIN, 'v1.json'), servedAt(ORIGIN, 'v1.fr.json')]
    const [english, inFrench] = [(await get(address)).body, (await get(`${address}?lang=fr`)).body]
    same(t, read(english), en)
    same(t, read(inFrench), fr)
    t.ok((await get(address, french)).body === inFrench)
    t.ok((await get(`${address}?lang=en`, french)).body === english, 'the address wins')
  }
  const { headers } = await get('/v1/openapi.json?lang=fr')
  t.match(headers, { 'content-language': 'fr', 'cache-control': /max-age/ })
  t.match((await get('/v1/openapi.json')).headers.vary, /Accept-Language/)
  const again = { headers: { 'if-none-match': String(headers.etag) } }
  t.equal((await get('/v1/openapi.json?lang=fr', again)).statusCode, 304)
  t.equal((await get('/v1/openapi.json', again)).statusCode, 200)
})

t.test('the document names the server it was asked at, and has another tag there', async t => {
  const { get } = await start(t, { publicUrl: undefined })
  const at = (host: string) => get('/v1/openapi/members.json', { headers: { host } })
  const [one, other] = [await at('one.test'), await at('other.test:8080')]
  t.same(one.json().servers[0].url, 'http://one.test/v1')
  t.same(other.json().servers[0].url, 'http://other.test:8080/v1')
  t.not(one.headers.etag, other.headers.etag)
  t.notMatch(other.body, EXAMPLE_ORIGIN)
})

t.test('each dataset has a document of its own, which the index and the catalogue list', async t => {
  const { get } = await start(t)
  const { datasets } = (await get('/v1')).json()
  const catalogue = JSON.stringify((await get('/.well-known/api-catalog')).json())
  for (const { name, openapi } of datasets) {
    t.equal(openapi, `${ORIGIN}/v1/openapi/${name}.json`)
    t.match(catalogue, openapi)
    const { paths } = (await get(openapi)).json()
    t.ok(Object.keys(paths).every(path => path.startsWith(`/${name}`)) && `/${name}` in paths, name)
  }
  t.match((await get('/v1/openapi/members.json?lang=fr')).json().info.title, /Membres/)
  const wrong = await get('/v1/openapi/member.json')
  t.match(wrong.json(), { status: 404, errors: [{ nearest: ['members'] }] })
})

t.test('another language, or another parameter, is a 400 that says what there is', async t => {
  const { get } = await start(t)
  for (const address of ['/v1/openapi.json', '/v1/openapi.yaml', '/docs']) {
    const wrong = await get(`${address}?lang=de&theme=dark`)
    t.equal(wrong.statusCode, 400, address)
    t.match(wrong.json().errors, [{ parameter: 'theme' }, { parameter: 'lang', allowed: ['en', 'fr'] }])
  }
})

t.test('whatever names the documentation names it in French', async t => {
  const { get } = await start(t)
  for (const address of ['/?lang=fr', '/llms.txt', '/sitemap.xml', '/.well-known/api-catalog', '/v1/catalog.jsonld']) {
    t.match((await get(address, { headers: { accept: '*/*;q=0.1, text/html' } })).body, '/docs?lang=fr', address)
  }
  t.match((await get('/datasets/members?lang=fr')).body, '/docs/members?lang=fr')
  const [catalogue] = (await get('/.well-known/api-catalog')).json().linkset.slice(1)
  t.match(catalogue['service-desc'][2], { href: /openapi\.json\?lang=fr$/, hreflang: ['fr'] })
})

t.test('every place where people learn of CSV says it', async t => {
  const { get } = await start(t)
  const words = /keep_default_na=False.*na\.strings = .*--blanks/s
  t.match(READING_CSV[0], words)
  for (const path of [
    '/llms.txt',
    '/v1/openapi.json',
    '/v1/openapi.json?lang=fr',
    '/datasets/countries?lang=en',
    '/datasets/countries?lang=fr'
  ])
    t.match((await get(path)).body, words, path)
})
