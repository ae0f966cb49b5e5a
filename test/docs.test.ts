import { readFileSync } from 'node:fs'
import t from 'tap'
import { listen, openBrowser, openPage, overflow, withoutBrowser } from './explorer/service.ts'
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

t.test('the documentation works without any other host, in both languages', async t => {
  const { get } = await start(t)
  for (const lang of ['en', 'fr']) {
    const page = await get(`/docs?lang=${lang}`)
    t.match(page.headers, {
      'content-language': lang,
      'content-security-policy': /^default-src 'none'; script-src 'self'/
    })
    t.notMatch(page.headers['content-security-policy'], /unsafe|https?:|upgrade-insecure/)
    t.match(page.body, `<html lang="${lang}">`)
    t.match(page.body, `href="/docs?lang=${lang === 'en' ? 'fr' : 'en'}" hreflang`)
    t.match(page.body, `<link rel="service-desc" type="application/openapi+json" href="/v1/openapi.json?lang=${lang}">`)
    for (const [, path] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      if (path?.startsWith('data:')) continue
      t.match(path, /^\/(?!\/)/, 'nothing is loaded from elsewhere')
      t.match((await get(path ?? '')).statusCode, 200, `${path} is served`)
    }
  }
  t.equal((await get('/docs/')).statusCode, 200)
  t.match((await get('/docs', { headers: { 'accept-language': 'fr' } })).body, '<html lang="fr">')
})

t.test('whatever names the documentation names it in French', async t => {
  const { get } = await start(t)
  for (const address of ['/', '/llms.txt', '/sitemap.xml', '/.well-known/api-catalog', '/v1/catalog.jsonld']) {
    t.match((await get(address, { headers: { accept: '*/*;q=0.1, text/html' } })).body, '/docs?lang=fr', address)
  }
  t.match((await get('/datasets/members?lang=fr')).body, '/docs?lang=fr#/members')
  const [catalogue] = (await get('/.well-known/api-catalog')).json().linkset.slice(1)
  t.match(catalogue['service-desc'][2], { href: /openapi\.json\?lang=fr$/, hreflang: ['fr'] })
})

const skip = withoutBrowser()

t.test('a person reads and asks in the browser, and keeps the place in the other language', { skip }, async t => {
  const { origin } = await listen(t)
  const browser = await openBrowser(t)
  const { page } = await openPage(t, browser, origin, { viewport: { width: 390, height: 844 } })
  await page.goto(`${origin}/docs?lang=fr#/members/listMembers`)
  const list = page.locator('#operations-members-listMembers')
  const summary = list.locator('.opblock-summary-description')
  await summary.getByText(/Liste\s: membres/).waitFor()
  await list
    .getByText(/Exemple\s:/)
    .first()
    .waitFor()
  await list.locator('.execute').click()
  await list.locator('.live-responses-table').getByText('200', { exact: true }).first().waitFor()
  t.equal(await overflow(page), 0, 'nothing is wider than a phone')
  await page.locator('header a[hreflang=en]').click()
  await summary.getByText('List members').waitFor()
  t.equal(page.url(), `${origin}/docs?lang=en#/members/listMembers`)

  const groups = page.locator('nav a')
  t.same(
    await groups.allTextContents(),
    JSON.parse(committed('v1.json')).tags.map(({ name }: { name: string }) => name)
  )
  await groups.getByText('action-plans', { exact: true }).click()
  await page.locator('#operations-action-plans-listActionPlans').waitFor()
  t.equal(await list.count(), 0, 'one group at a time')
  t.equal(await page.locator('nav a[aria-current=true]').textContent(), 'action-plans')

  await page.route('**/v1/openapi.json?lang=*', route => route.fulfill({ status: 503, body: '' }))
  await page.reload()
  await page.locator('nav', { hasText: 'does not come just now' }).waitFor()
})
