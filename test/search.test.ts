import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import t from 'tap'
import { SEARCH, searchedTables } from '../src/engine/definition/dataset.ts'
import { type Filter, parseCondition } from '../src/engine/definition/filter.ts'
import { completeOrder } from '../src/engine/sql/order-by.ts'
import { selectCount, selectPage } from '../src/engine/sql/select.ts'
import { publish } from '../src/import/publish/publish.ts'
import { DATASETS } from '../src/v1/index.ts'
import { cases } from './cases.ts'
import { type Client, connection, database, start } from './helper.ts'

type Row = Record<string, unknown>
type Snippet = { field: string; snippet: string }

const ask = async ({ get }: Client, name: string, parameters: Record<string, string>) =>
  JSON.parse((await get(`/v1/${name}?${new URLSearchParams(parameters)}`)).body)

const idsOf = async (client: Client, name: string, q: string, more: Record<string, string> = {}): Promise<string[]> =>
  (await ask(client, name, { q, fields: 'id', limit: '1000', ...more })).data.map((row: Row) => row.id)

/** A commitment like one that exists, with texts of the test's own. */
async function withCommitments(url: string, texts: readonly Row[], release = 'later'): Promise<void> {
  const rows = texts.map((text, index) => ({
    id: `CL-2-hostile${index}`,
    country: 'CL',
    plan: 'CL-2',
    plan_number: '2',
    source_id: 'brochure-2016-fr',
    ...text
  }))
  await publish(url, { id: release, title: release, date: '2026-12-01' }, [
    { table: 'commitments', rows, complete: false }
  ])
}

t.test('accents and letter case matter neither in the search nor in the text', async t => {
  const client = await start(t)
  const found = await idsOf(client, 'commitments', 'democratie environnementale')
  t.same(found, ['CL-2-gnss3486'])
  for (const q of ['DÉMOCRATIE environnementale', 'démocratie ENVIRONNEMENTALE', 'démocratie environnementale'])
    t.same(await idsOf(client, 'commitments', q), found, q)
  t.same(await idsOf(client, 'countries', 'cote ivoire'), ['CI'])
})

t.test('words are found in their other forms, and exactly as they are written', async t => {
  const client = await start(t)
  const [one, many] = [await idsOf(client, 'commitments', '"budget"'), await idsOf(client, 'commitments', '"budgets"')]
  t.ok(one.length > 0)
  t.same(one.sort(), many.sort())
  t.ok((await idsOf(client, 'response-policy', '"the"')).length > 0, 'no word is too common')
})

t.test('all words must occur, a phrase side by side, a word behind a minus nowhere', async t => {
  const client = await start(t)
  const both = await idsOf(client, 'commitments', 'data open')
  const phrase = await idsOf(client, 'commitments', '"open data"')
  t.ok(phrase.length > 0)
  t.ok(phrase.every(id => both.includes(id)))
  t.same(await idsOf(client, 'commitments', '"environnementale démocratie"'), [])
  t.same((await idsOf(client, 'commitments', 'open-data')).sort(), phrase.sort(), 'a hyphen joins words to a phrase')
  const without = await idsOf(client, 'commitments', '"open data" -"Côte d’Ivoire"')
  t.same(
    phrase.filter(id => !without.includes(id)),
    phrase.filter(id => id.startsWith('CI-'))
  )
})

t.test('the last word may be the beginning of one, unless it stands in quotes', async t => {
  const client = await start(t)
  t.ok((await idsOf(client, 'commitments', 'democratie environnem')).includes('CL-2-gnss3486'))
  t.ok((await idsOf(client, 'commitments', '"democratie environnem')).includes('CL-2-gnss3486'), 'a phrase being typed')
  t.same(await idsOf(client, 'commitments', 'environnem democratie'), [])
  t.same(await idsOf(client, 'commitments', '"democratie environnem"'), [])
})

t.test('a country is found by its name in both languages', async t => {
  const client = await start(t)
  for (const name of ['commitments', 'irm-assessments', 'irm-readings', 'members']) {
    const chile = await idsOf(client, name, 'Chile')
    const every = await idsOf(client, name, 'Chili')
    const listed = (await ask(client, name, { country: 'CL', fields: 'id', limit: '1000' })).data.map(
      (row: Row) => row.id
    )
    t.ok(listed.length > 0)
    t.ok(
      listed.every((id: string) => chile.includes(id) && every.includes(id)),
      name
    )
  }
  t.same(await idsOf(client, 'commitments', 'Chili environnementale'), ['CL-2-gnss3486'], 'words of several tables')
})

t.test('rows come by relevance unless another order is asked for, in every format', async t => {
  const client = await start(t)
  const ranked = await idsOf(client, 'commitments', 'data')
  const sorted = await idsOf(client, 'commitments', 'data', { sort: '-id' })
  // Ids sort as all text does, whatever their case.
  const order = new Intl.Collator('und')
  t.same(
    sorted,
    [...ranked].sort((a, b) => order.compare(b, a))
  )
  t.not(ranked.join(), [...ranked].sort().join())
  const lines = (await client.get('/v1/commitments.csv?q=data&fields=id')).body.trim().split('\r\n').slice(1)
  t.same(lines, ranked)
  const { facets, meta } = await ask(client, 'commitments', { q: 'data', facet: 'country', limit: '1' })
  t.equal(meta.total, ranked.length)
  t.equal(
    facets.country.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    ranked.length
  )
})

t.test('walking through a search gives exactly its export, forwards and backwards', async t => {
  const client = await start(t)
  const names = DATASETS.filter(({ filters }) => 'q' in filters).map(({ name }) => name)
  t.ok(names.length > 25)
  const words = fc.constantFrom('data', 'ouvert', 'government', 'Chile', 'the', 'a', 'o', 'public -data', '"de la"')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), words, fc.integer({ min: 1, max: 30 }), async (name, q, step) => {
      const wanted = (await client.get(`/v1/${name}.ndjson?${new URLSearchParams({ q })}`)).body
        .split('\n')
        .filter(Boolean)
      const limit = String(Math.max(step, Math.ceil(wanted.length / 8)))
      let last = `/v1/${name}?${new URLSearchParams({ q, limit })}`
      const walk = async (direction: 'next' | 'prev') => {
        const pages: string[][] = []
        for (let address: string | null = last; address; ) {
          const { data, meta, links } = await client.json(address)
          if (meta.total !== wanted.length) throw new Error(`total ${meta.total} is not ${wanted.length}`)
          pages.push(data.map(row => JSON.stringify(row)))
          last = address
          address = links[direction] ?? null
        }
        return pages
      }
      if ((await walk('next')).flat().join('\n') !== wanted.join('\n')) throw new Error(`${name} ${q}: pages differ`)
      if ((await walk('prev')).reverse().flat().join('\n') !== wanted.join('\n'))
        throw new Error(`${name} ${q}: way back`)
    }),
    { numRuns: cases(60) }
  )
})

t.test('a search looks into the release asked for', async t => {
  const url = await database(t, { sample: true })
  await withCommitments(url, [{ title: 'Zyzzyva in the title' }])
  await withCommitments(url, [{ title: 'Something else by now' }], 'last')
  const client = await start(t, { url })
  t.same(await idsOf(client, 'commitments', 'zyzzyva'), [])
  t.same(await idsOf(client, 'commitments', 'zyzzyva', { release: 'later' }), ['CL-2-hostile0'])
  t.same(await idsOf(client, 'commitments', 'zyzzyva', { release: '2026-11' }), [])
})

t.test('a title counts more than a long text', async t => {
  const url = await database(t, { sample: true })
  await withCommitments(url, [
    { title: 'First', full_text: 'Zyzzyva and more' },
    { title: 'Zyzzyva', full_text: 'More' },
    { title: 'Third', full_text: 'Zyzzyva and more' }
  ])
  const client = await start(t, { url })
  t.same(
    await idsOf(client, 'commitments', 'zyzzyva'),
    ['CL-2-hostile1', 'CL-2-hostile0', 'CL-2-hostile2'],
    'ties by id'
  )
})

t.test('highlights name the column, and hostile text stays text', async t => {
  const url = await database(t, { sample: true })
  const long = 'palabra '.repeat(100)
  await withCommitments(url, [
    {
      title: '<script>alert("zyzzyva")</script> & \'more\'',
      full_text: `${long}ZYZZYVÁ ${long}zyzzyva ${long}`,
      note: 'x'.repeat(30_000)
    }
  ])
  const client = await start(t, { url })
  const answer = await ask(client, 'commitments', { q: 'zyzzyva', highlight: 'true', fields: 'id,title,full_text' })
  const highlight = answer.data[0].highlight as Snippet[]
  t.same(highlight[0], {
    field: 'title',
    snippet: '&#60;script&#62;alert(&#34;<mark>zyzzyva</mark>&#34;)&#60;/script&#62; &#38; &#39;more&#39;'
  })
  t.same(
    highlight.map(({ field }) => field),
    ['title', 'full_text', 'full_text']
  )
  t.match(highlight[1]?.snippet, /^…palabra .*<mark>ZYZZYVÁ<\/mark> .*palabra…$/)
  t.same((await ask(client, 'commitments', { q: 'zyzzyva', highlight: 'true', fields: 'id' })).data[0].highlight, [])
  const next = await ask(client, 'commitments', { q: 'data', highlight: 'true', limit: '1' })
  t.match(next.links.next, /highlight=true/)
  t.notMatch(next.links.csv, /highlight/)
  t.ok((await client.json(next.links.next)).data[0]?.highlight)
})

t.test('what is no search is refused, with the reason', async t => {
  const { get } = await start(t)
  const wrong = async (path: string) => {
    const { statusCode, body } = await get(path)
    t.equal(statusCode, 400, path)
    return JSON.parse(body).errors
  }
  t.match(await wrong('/v1/commitments?q='), [{ parameter: 'q', detail: /holds no word/ }])
  t.match(await wrong('/v1/commitments?q=%22%20-'), [{ parameter: 'q', detail: /holds no word/ }])
  t.match(await wrong('/v1/commitments?q=-data'), [{ parameter: 'q', detail: /only leaves words out/ }])
  t.match(await wrong(`/v1/commitments?q=${'a'.repeat(201)}`), [
    { parameter: 'q', detail: /longer than 200 characters/ }
  ])
  t.match(await wrong(`/v1/commitments?q=${'a+'.repeat(21)}`), [{ parameter: 'q', detail: /more than 20 words/ }])
  t.match(await wrong('/v1/commitments?highlight=true'), [{ parameter: 'highlight' }])
  t.match(await wrong('/v1/commitments?q=data&highlight=yes'), [{ parameter: 'highlight' }])
  t.match(await wrong('/v1/commitments.csv?q=data&highlight=true'), [{ detail: /JSON only/ }])
  t.match(await wrong('/v1/membership-counts?q=data'), [{ parameter: 'q' }])
})

t.test('no text whatever causes a server error', async t => {
  const { app } = await start(t)
  const operators = fc.string({ unit: fc.constantFrom(...'&|!():*<->\'\\"-%_ aéЖ’\u0301\u0000😀'), maxLength: 30 })
  const texts = fc.oneof(
    operators,
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 })
  )
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom('', '&highlight=true', '&facet=country'), async (q, more) => {
      const { statusCode, body } = await app.server.inject(
        `/v1/commitments?q=${encodeURIComponent(q.toWellFormed())}${more}`
      )
      if (statusCode !== 200 && statusCode !== 400) throw new Error(`${statusCode}: ${body}`)
    }),
    { numRuns: cases(400) }
  )
})

t.test('words are blanked, lowered and indexed the same in a database of any locale', async t => {
  const sql = connection(t, await database(t))
  const [row] = await sql`select search_any('« L’ÉTÉ »') @@ search_query('''ete''') as latin,
    search_any('ОТКРЫТЫЕ данные') @@ search_query('''открытые''') as cyrillic, search_any(null::text) @@ search_query('''null''') as nothing`
  t.same(row, { latin: true, cyrillic: true, nothing: false })
})

t.test('a statement that comes again is planned for the words it searches, however often it comes', async t => {
  const client = await start(t, { own: 'service' })
  const [row] = await client.app.service.reader.rows<{ plan_cache_mode: string }>(sql`show plan_cache_mode`, 1)
  t.equal(row?.plan_cache_mode, 'force_custom_plan')
  // PostgreSQL makes a plan for any words when a statement came five times.
  for (let limit = 1; limit <= 8; limit++)
    t.equal((await client.get(`/v1/commitments?q=a&fields=id&limit=${limit}`)).statusCode, 200)
})

t.test('common words are looked for in every row and rare ones in the indexes, and both find the same', async t => {
  const { app } = await start(t)
  const { reader, releases } = app.service
  const { seq } = releases.current()
  for (const dataset of DATASETS.filter(searched => searchedTables(searched).length > 1)) {
    for (const text of ['open government', 'gouvernement -open', '"open data" br', 'chile']) {
      const parsed = parseCondition(dataset.filters[SEARCH] as Filter, text)
      if (!('condition' in parsed)) throw new Error(text)
      const selection = { dataset, seq, conditions: new Map([[SEARCH, parsed.condition]]) }
      const order = completeOrder(dataset, undefined)
      const found = async (common: ReadonlySet<number>) => {
        const rows = selectPage({ ...selection, common, order, columns: ['id'] })
        return (await reader.rows<{ row: string }>(rows, seq)).map(({ row }) => row)
      }
      const rare = await found(new Set())
      t.same(await found(new Set([0, 1])), rare, `${text} in ${dataset.name}`)
      t.same(await found(new Set([1])), rare, `${text} in ${dataset.name}, one of each`)
      const [count] = await reader.rows<{ total: number }>(selectCount(selection), seq)
      t.equal(count?.total, rare.length)
    }
  }
})
