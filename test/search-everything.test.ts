import { parse } from 'csv-parse/sync'
import t from 'tap'
import { type Client, start } from './helper.ts'

type Hit = {
  type: string
  id: string
  title: string
  description: string | null
  score: number
  matched: string[]
  highlight: { field: string; snippet: string }[]
  url: string
  page: string
}
type Found = {
  data: Hit[]
  meta: { total: number; types: { type: string; total: number; url: string }[] }
  links: Record<string, string>
}

const search = async (client: Client, parameters: Record<string, string>, path = 'search'): Promise<Found> =>
  (await client.json(`/v1/${path}?${new URLSearchParams(parameters)}`)) as unknown as Found

const first = async (client: Client, parameters: Record<string, string>) => (await search(client, parameters)).data[0]

t.test('a country is found by its names in both languages and by others, whatever the reader’s language', async t => {
  const client = await start(t)
  for (const [q, id] of [
    ['Chili', 'CL'],
    ['chile', 'CL'],
    ['Côte d’Ivoire', 'CI'],
    ['cote d ivoire', 'CI'],
    ['Ivory Coast', 'CI'],
    ['FYROM', 'MK'],
    ['UK', 'GB'],
    ['DEU', 'DE']
  ] as const)
    for (const lang of ['en', 'fr']) t.match(await first(client, { q, lang }), { type: 'countries', id, score: 100 }, q)
  t.same((await first(client, { q: 'Ivory Coast' }))?.matched, ['known_as'])
  t.same((await first(client, { q: 'DEU' }))?.matched, ['iso3'])
  t.match(await first(client, { q: 'germany', lang: 'fr' }), { title: 'Allemagne', matched: ['name_en'] })
})

t.test('everything with a name is found, and says why', async t => {
  const client = await start(t)
  for (const [q, expected] of [
    ['open data', { type: 'themes', id: 'open-data', score: 100 }],
    ['CL0033', { type: 'commitments', matched: ['ogp_id'], score: 100 }],
    ['transformative', { type: 'code-lists', id: 'potential_impact-transformative' }],
    ['Comité directeur', { type: 'bodies', id: 'comite-directeur' }],
    ['OGP Gazette', { type: 'resources', id: 'gazette' }],
    ['delivered', { type: 'indicators', id: 'delivered' }],
    ['commitments', { type: 'datasets', id: 'commitments' }],
    ['Paris', { type: 'members', id: 'paris' }]
  ] as const) {
    const { data } = await search(client, { q })
    const hit = data.find(({ type, score }) => type === expected.type && score >= 90)
    t.match(hit, expected, q)
    t.ok(hit && hit.matched.length > 0)
  }
  const plan = await first(client, { q: 'chile', type: 'action-plans', lang: 'fr' })
  t.match(plan, { id: /^CL-\d$/, title: /^Chili\u00a0: plan d’action \d/, matched: ['country_name_en'] })
  const { data } = await search(client, { q: 'lobby', type: 'commitments' })
  t.match(data[0]?.highlight[0]?.snippet, /<mark>[Ll]obby/)
  t.same(
    data.map(({ score }) => score),
    data.map(({ score }) => score).toSorted((a, b) => b - a),
    'the best first'
  )
})

t.test('each type says how many there are, and its address lists them all', async t => {
  const client = await start(t)
  const { meta } = await search(client, { q: 'budget' })
  t.equal(
    meta.total,
    meta.types.reduce((sum, { total }) => sum + total, 0)
  )
  for (const { type, total, url } of meta.types) {
    t.equal((await client.json(url)).meta.total, total, type)
  }
})

t.test('addresses and pages of hits answer, in the release that was asked for', async t => {
  const client = await start(t)
  const release = '2016-12'
  const all = ['open data', 'completion', 'committee', 'chile', 'paris', 'newsletter', 'starred']
  const hits = new Map<string, Hit>()
  for (const q of all)
    for (const hit of (await search(client, { q, release, limit: '100', lang: 'fr' })).data)
      if (!hits.has(hit.type)) hits.set(hit.type, hit)
  t.equal(hits.size, 10, 'a hit of each type')
  for (const { type, url, page } of hits.values()) {
    t.match(url, /release=2016-12/)
    t.equal((await client.get(url)).statusCode, 200, url)
    const shown = await client.get(page, { headers: { accept: 'text/html' } })
    t.equal(shown.statusCode, 200, page)
    t.match(shown.body, 'lang="fr"', type)
  }
  const codes = (await search(client, { q: 'complete', type: 'code-lists', limit: '100' })).data
  const definitions = (await client.get('/explorer/en/definitions', { headers: { accept: 'text/html' } })).body
  const explained = codes.filter(({ page }) => page.includes('/definitions#'))
  t.ok(explained.length > 0 && explained.length < codes.length)
  for (const { page } of explained) t.match(definitions, `id="${page.split('#')[1]}"`)
})

t.test('a search is pinned, cached and written in every format as all answers are', async t => {
  const client = await start(t)
  const moving = await client.get('/v1/search?q=chili')
  t.match(moving.headers, { vary: /Accept-Language/, etag: /^"/, 'cache-control': /max-age=300/ })
  t.equal(
    (await client.get('/v1/search?q=chili', { headers: { 'if-none-match': String(moving.headers.etag) } })).statusCode,
    304
  )
  const { data, links } = JSON.parse(moving.body) as Found
  const pinned = await client.get(links.permalink ?? '')
  t.match(pinned.headers['cache-control'], /immutable/)
  t.same(
    JSON.parse(pinned.body).data.map(({ id }: Hit) => id),
    data.map(({ id }) => id)
  )
  const rows: Record<string, string>[] = parse((await client.get('/v1/search.csv?q=chili')).body, { columns: true })
  t.same(
    rows.map(({ id, score }) => [id, Number(score)]),
    data.map(({ id, score }) => [id, score])
  )
  const older = await search(client, { q: 'open data', type: 'commitments', release: '2016-12' })
  const newer = await search(client, { q: 'open data', type: 'commitments' })
  t.ok(older.meta.total < newer.meta.total)
})

t.test('everything that is wrong with a search is told at once', async t => {
  const { get } = await start(t)
  const { statusCode, body } = await get('/v1/search?typ=x&type=theme&limit=1000&q=%22%22')
  t.equal(statusCode, 400)
  const { errors } = JSON.parse(body) as { errors: { parameter: string; nearest?: string[] }[] }
  t.same(errors.map(({ parameter }) => parameter).sort(), ['limit', 'q', 'typ', 'type'])
  t.same(errors.find(({ parameter }) => parameter === 'type')?.nearest?.[0], 'themes')
  t.match((await get('/v1/search')).body, /Say what to look for/)
  for (const q of ["'\\:*&|!()<->", '% _', '<b>', '-'.repeat(60), '"', 'ı̇İ ß', 'a'.repeat(200)])
    for (const path of ['search', 'search/suggest']) {
      const answer = await get(`/v1/${path}?${new URLSearchParams({ q })}`)
      t.ok([200, 400].includes(answer.statusCode), `${path} ${q}`)
      t.notMatch(answer.body, /<b>/)
    }
})

t.test('suggestions are names that begin so, of several types, short and in the reader’s language', async t => {
  const client = await start(t)
  const typed = async (q: string, more: Record<string, string> = {}) =>
    (await search(client, { q, ...more }, 'search/suggest')).data
  t.match((await typed('chi'))[0], { type: 'countries', id: 'CL', title: 'Chile' })
  t.match((await typed('allem', { lang: 'en' }))[0], { id: 'DE', title: 'Germany' })
  t.match((await typed('ivory c', { lang: 'fr' }))[0], { id: 'CI', title: 'Côte d’Ivoire' })
  t.ok((await typed('deliv')).some(({ type, id }) => type === 'indicators' && id === 'delivered'))
  t.ok((await typed('transformat')).some(({ type }) => type === 'code-lists'))
  const open = await typed('open')
  t.ok(new Set(open.map(({ type }) => type)).size > 2, 'no type fills the list')
  t.ok((await typed('open', { type: 'commitments', limit: '20' })).length > 3)
  t.same(await typed(''), [])
  t.same(await typed('zzzz'), [])
  const { payload } = await client.get('/v1/search/suggest?q=o')
  t.ok(payload.length < 8000)
})
