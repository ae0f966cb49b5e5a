import t from 'tap'
import { publish } from '../src/import/publish/publish.ts'
import { DATASETS } from '../src/v1/index.ts'
import { few } from './cases.ts'
import { ORIGIN, start } from './helper.ts'

const markupOf = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

t.test('every dataset has a page in English and French that tells all its columns', async t => {
  const { get, json } = await start(t)
  for (const { name, title, fields, filters } of DATASETS) {
    for (const [index, lang] of (['en', 'fr'] as const).entries()) {
      const { statusCode, headers, body } = await get(`/datasets/${name}?lang=${lang}`)
      t.equal(statusCode, 200)
      t.match(headers, { 'content-type': /^text\/html/, 'content-language': lang, 'data-release': '2026-11' })
      t.match(headers['content-security-policy'], "default-src 'none'")
      t.ok(body.includes(`<html lang="${lang}">`))
      t.ok(body.includes(`<h1>${title[index]?.replaceAll("'", '&#39;')}</h1>`), `${name} ${lang}`)
      for (const column of Object.keys(fields)) t.ok(body.includes(`<code>${column}</code>`), `${name}.${column}`)
      for (const filter of Object.keys(filters)) t.ok(body.includes(`<code>${filter}=</code>`), `${name}?${filter}=`)
      t.notMatch(body, /undefined|\[object|NaN/)
    }
  }
  const { meta } = await json('/v1/members?limit=1')
  t.match((await get('/datasets/members')).body, `<dd>${meta.total}</dd>`)
})

t.test('every link of a page leads somewhere', async t => {
  const { get, app } = await start(t)
  await app.store.tidy()
  const { body } = await get('/datasets/commitments?lang=fr')
  const links = new Set([...body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&#38;', '&')))
  for (const href of few([...links])) {
    const url = new URL(href, `${ORIGIN}/datasets/commitments`)
    if (url.origin !== ORIGIN) continue
    t.equal((await get(`${url.pathname}${url.search}`)).statusCode, 200, href)
  }
  t.ok(links.size > 15)
})

t.test('a page tells search engines of the dataset, its files and its catalogue', async t => {
  const { get } = await start(t)
  const { body, headers } = await get('/datasets/commitments?lang=fr')
  const markup = markupOf(body)
  t.match(markup, {
    '@type': 'Dataset',
    version: '2026-11',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    temporalCoverage: /^\d{4}\/\d{4}$/,
    includedInDataCatalog: { '@type': 'DataCatalog', url: `${ORIGIN}/` }
  })
  t.ok(markup.description.length >= 50 && markup.description.length <= 5000, 'as long as search engines ask')
  const csv = markup.distribution.find((file: { encodingFormat: string }) => file.encodingFormat === 'text/csv')
  t.equal((await get(csv.contentUrl)).statusCode, 200)
  for (const lang of ['en', 'fr']) {
    t.ok(body.includes(`hreflang="${lang}" href="${ORIGIN}/datasets/commitments?lang=${lang}"`))
  }
  t.match(headers.link, `<${ORIGIN}/v1/commitments.csv?release=2026-11>; rel="cite-as"`)
})

t.test(
  'the markup of every dataset has keywords, and the years and countries of its rows in both languages',
  async t => {
    const { get, json } = await start(t)
    for (const { name, title, filters } of DATASETS)
      for (const [at, lang] of (['en', 'fr'] as const).entries()) {
        const markup = markupOf((await get(`/datasets/${name}?lang=${lang}`)).body)
        t.ok(markup.keywords.includes(title[at]) && markup.keywords.includes(lang === 'fr' ? 'PGO' : 'OGP'), name)
        t.equal(new Set(markup.keywords).size, markup.keywords.length)
        if (filters.year) t.match(markup.temporalCoverage ?? '2000/2000', /^\d{4}\/\d{4}$/)
      }
    const [english, french] = await Promise.all(
      ['en', 'fr'].map(async lang => markupOf((await get(`/datasets/commitments?lang=${lang}`)).body))
    )
    const { data } = await json('/v1/commitments/aggregate?group=country')
    t.same(
      english.spatialCoverage.map(({ identifier }: { identifier: string }) => identifier).sort(),
      data.map(({ country }) => country).sort()
    )
    const chile = { identifier: 'CL', '@type': 'Country' }
    t.has(
      english.spatialCoverage.find(({ identifier }: { identifier: string }) => identifier === 'CL'),
      { ...chile, name: 'Chile' }
    )
    t.has(
      french.spatialCoverage.find(({ identifier }: { identifier: string }) => identifier === 'CL'),
      { ...chile, name: 'Chili' }
    )
    const { data: events } = await json('/v1/membership-events?limit=1000&sort=date')
    const years = events.map(({ date }) => String(date).slice(0, 4))
    t.equal(markupOf((await get('/datasets/membership-events')).body).temporalCoverage, `${years[0]}/${years.at(-1)}`)
  }
)

t.test('a page speaks the language that the reader prefers, and is asked for strictly', async t => {
  const { get } = await start(t)
  const french = await get('/datasets/members', { headers: { 'accept-language': 'fr-CA, en;q=0.5' } })
  t.match(french.headers, { 'content-language': 'fr', vary: /Accept-Language/ })
  const same = await get('/datasets/members?lang=fr', { headers: { 'if-none-match': String(french.headers.etag) } })
  t.equal(same.statusCode, 304)
  t.equal((await get('/datasets/members?lang=de')).statusCode, 400)
  t.equal((await get('/datasets/members?x=1')).statusCode, 400)
  const unknown = await get('/datasets/membrs')
  t.equal(unknown.statusCode, 404)
  t.match(unknown.json().errors, [{ nearest: ['members'] }])
  t.equal((await get('/datasets')).headers.location, '/')
})

t.test('what a release is called cannot become markup', async t => {
  const { get, url, app } = await start(t, { own: 'database' })
  const rows = [{ id: 'one', value: '</script><b>', note: null, source_id: 'brochure-2016-fr', source_locator: null }]
  await publish(url, { id: 'later', title: '</script><b>x', date: '2027-01-01' }, [
    { table: 'contacts', complete: true, rows }
  ])
  await app.service.releases.refresh()
  for (const path of ['/datasets/contacts', '/sitemap.xml']) {
    t.notMatch((await get(path)).body, '</script><b>', path)
  }
})

t.test('the API catalogue says where the interface is described', async t => {
  const { get, app } = await start(t)
  await app.store.tidy()
  const path = '/.well-known/api-catalog'
  const { headers, body } = await get(path)
  t.match(headers['content-type'], 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"')
  const { linkset } = JSON.parse(body)
  const [api, assistants] = [`${ORIGIN}/v1`, `${ORIGIN}/mcp`]
  t.match(linkset, [{ item: [{ href: api }, { href: assistants }] }, { anchor: api }, { anchor: assistants }])
  const initialize = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
  const accepted = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
  const asked = await get(assistants, { method: 'POST', headers: accepted, payload: JSON.stringify(initialize) })
  t.equal(asked.statusCode, 200, 'assistants are answered by POST')
  const targets = linkset.flatMap((context: Record<string, { href: string }[]>) =>
    Object.values(context).flatMap(value => (Array.isArray(value) ? value.map(({ href }) => href) : []))
  )
  for (const href of targets.filter((target: string) => target.startsWith(ORIGIN) && target !== assistants)) {
    t.equal((await get(href)).statusCode, 200, href)
  }
  const head = await get(path, { method: 'HEAD' })
  t.equal(head.body, '')
  t.match(head.headers.link, `<${ORIGIN}${path}>; rel="api-catalog"`)
  t.match(head.headers.link, 'rel="item"')
  t.equal((await get(path, { headers: { 'if-none-match': String(headers.etag) } })).statusCode, 304)
})

t.test('crawlers and language models find pages that exist, and every example answers', async t => {
  const { get, app } = await start(t)
  await app.store.tidy()
  t.match((await get('/robots.txt')).body, `Sitemap: ${ORIGIN}/sitemap.xml`)
  const locations = [...(await get('/sitemap.xml')).body.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url)
  t.equal(locations.length, 1 + 2 * (1 + DATASETS.length), 'home, the documentation and the datasets in both languages')
  for (const url of few(locations)) t.equal((await get(url)).statusCode, 200, url)
  const guide = (await get('/llms.txt')).body
  const examples = [...guide.matchAll(/\]\((http[^)]+)\)/g)].map(([, url = '']) => url)
  t.ok(examples.length > 2 * 10)
  for (const url of few(examples)) t.equal((await get(url)).statusCode, 200, url)
  for (const path of ['/robots.txt?x=1', '/llms.txt?lang=fr', '/sitemap.xml?x']) {
    t.equal((await get(path)).statusCode, 400, path)
  }
})
