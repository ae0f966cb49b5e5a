import { readFileSync } from 'node:fs'
import t from 'tap'
import { start } from './helper.ts'

const committed = (name: string) => readFileSync(new URL(`../openapi/${name}`, import.meta.url), 'utf8')

t.test('the OpenAPI document is served byte for byte in the language asked for', async t => {
  const { get } = await start(t)
  const french = { headers: { 'accept-language': 'fr-CA, en;q=0.5' } }
  for (const suffix of ['json', 'yaml']) {
    const address = `/v1/openapi.${suffix}`
    t.ok((await get(address)).body === committed(`v1.${suffix}`))
    t.ok((await get(`${address}?lang=fr`)).body === committed(`v1.fr.${suffix}`))
    t.ok((await get(address, french)).body === committed(`v1.fr.${suffix}`))
    t.ok((await get(`${address}?lang=en`, french)).body === committed(`v1.${suffix}`), 'the address wins')
  }
  const { headers } = await get('/v1/openapi.json?lang=fr')
  t.match(headers, { 'content-language': 'fr', 'cache-control': /max-age/, vary: /Accept-Language/ })
  const again = { headers: { 'if-none-match': String(headers.etag) } }
  t.equal((await get('/v1/openapi.json?lang=fr', again)).statusCode, 304)
  t.equal((await get('/v1/openapi.json', again)).statusCode, 200)
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
  for (const address of ['/', '/llms.txt', '/sitemap.xml', '/.well-known/api-catalog', '/v1/catalog.jsonld']) {
    t.match((await get(address, { headers: { accept: '*/*;q=0.1, text/html' } })).body, '/docs?lang=fr', address)
  }
  t.match((await get('/datasets/members?lang=fr')).body, '/docs/members?lang=fr')
  const [catalogue] = (await get('/.well-known/api-catalog')).json().linkset.slice(1)
  t.match(catalogue['service-desc'][2], { href: /openapi\.json\?lang=fr$/, hreflang: ['fr'] })
})
