import fc from 'fast-check'
import t from 'tap'
import { importFiles } from '../src/import/import.ts'
import { readTerms } from '../src/resource/search.ts'
import { DATASETS } from '../src/v1/index.ts'
import { connection, start } from './helper.ts'
import { FILES, withoutRealFiles } from './real-files.ts'

const ids = ({ data }: { data: Record<string, unknown>[] }) => data.map(row => row.id)
const find = (words: string) => encodeURIComponent(words)

t.test('words are found whatever their accents, case and inflection', async t => {
  const { json } = await start(t)
  for (const words of [
    'democratie environnementale',
    'DÉMOCRATIE Environnementales',
    'démocratie  chili',
    'environnement'
  ]) {
    const { data } = await json(`/v1/commitments?q=${find(words)}&fields=id,country,headline_fr`)
    t.ok(
      data.some(row => row.country === 'CL' && /démocratie environnementale/.test(String(row.headline_fr))),
      `“${words}” finds Chile’s reform`
    )
  }
})

t.test('all words must occur, phrases as they stand, words with a minus not at all', async t => {
  const { json } = await start(t)
  const found = async (words: string) => ids(await json(`/v1/commitments?q=${find(words)}&limit=1000&fields=id`))
  const [open, both, phrase, without] = await Promise.all(['open', 'open data', '"open data"', 'open -data'].map(found))
  t.ok(open && both && phrase && without && both.length > 0)
  t.ok((both?.length ?? 0) < (open?.length ?? 0))
  t.ok((phrase?.length ?? 0) <= (both?.length ?? 0))
  t.ok(phrase?.every(id => both?.includes(id)))
  t.notOk(without?.some(id => both?.includes(id)))
})

t.test('the last word may be the beginning of one, as while it is typed', async t => {
  const { json } = await start(t)
  for (const words of ['demo', 'democ', 'démocratie env', 'democratie environnemental']) {
    t.ok((await json(`/v1/commitments?q=${find(words)}&country=CL`)).data.length > 0, `“${words}” finds Chile’s reform`)
  }
  t.equal((await json(`/v1/commitments?q=${find('"democ"')}&country=CL`)).data.length, 0, 'a phrase is whole words')
})

t.test('every dataset with text finds a row by the words of its columns', async t => {
  const { json } = await start(t)
  for (const { name, search } of DATASETS) {
    if (!search) continue
    const [row] = (await json(`/v1/${name}?limit=1&${search.columns[0]}=`.replace(/&[^=]*=$/, ''))).data
    const column = search.columns.find(candidate => row?.[candidate])
    if (!row || !column) continue
    const value = row[column]
    const words = String(Array.isArray(value) ? value[0] : value)
      .replaceAll('"', ' ')
      .slice(0, 150)
      .replace(/\s\S*$/, '')
    const { data } = await json(`/v1/${name}?q=${find(`"${words}"`)}&limit=1000&fields=id`)
    t.ok(ids({ data }).includes(row.id), `${name} is found by ${column}: ${words}`)
  }
})

t.test('the best match comes first, and sort takes its place', async t => {
  const { json } = await start(t)
  const [first] = (await json('/v1/themes?q=open+data&fields=id')).data
  t.equal(first?.id, 'open-data')
  const sorted = ids(await json('/v1/countries?q=united&sort=-id&fields=id'))
  t.same(sorted, [...sorted].sort().reverse())
})

t.test('a search is walked page by page in both directions, each row once', async t => {
  const { json, get } = await start(t)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('open', 'data', 'public information', 'acces', 'transparence -budget', 'a'),
      fc.constantFrom('commitments', 'code-lists', 'members', 'irm-readings'),
      fc.integer({ min: 25, max: 90 }),
      async (words, name, limit) => {
        const whole = (await get(`/v1/${name}.ndjson?q=${find(words)}&fields=id`)).body
          .split('\n')
          .filter(Boolean)
          .map(line => JSON.parse(line).id)
        const walked: unknown[] = []
        let path: string | null = `/v1/${name}?q=${find(words)}&fields=id&limit=${limit}`
        let last = path
        while (path) {
          const page: { data: Record<string, unknown>[]; links: Record<string, string | null> } = await json(path)
          walked.push(...ids(page))
          last = path
          path = page.links.next ? page.links.next.replace('http://data.test', '') : null
        }
        t.same(walked, whole)
        const backwards: unknown[] = []
        for (let back: string | null = last; back; ) {
          const page: { data: Record<string, unknown>[]; links: Record<string, string | null> } = await json(back)
          backwards.unshift(...ids(page))
          back = page.links.prev ? page.links.prev.replace('http://data.test', '') : null
        }
        t.same(backwards, whole)
      }
    ),
    { numRuns: 8, seed: 1216, endOnFailure: true }
  )
})

t.test('a search answers from the release asked for', async t => {
  const { json } = await start(t)
  const then = await json('/v1/commitments?q=data&release=2016-12')
  const now = await json('/v1/commitments?q=data')
  t.ok(Number(then.meta.total) < Number(now.meta.total))
})

t.test('matches are shown in their columns, as escaped text', async t => {
  const { json, url } = await start(t)
  const sql = connection(t, url)
  await sql`update commitments set title = ${'a < b & "démocratie" <i onclick=alert(1)>bold</i>'}
    where id = (select min(id) from commitments where valid_to is null)`
  const { data } = await json(`/v1/commitments?q=${find('democratie')}&highlight=true&fields=id&limit=1000`)
  const snippets = data.flatMap(row => row.highlight as { field: string; snippet: string }[])
  t.ok(snippets.some(({ field, snippet }) => field === 'headline_fr' && snippet.includes('<mark>démocratie</mark>')))
  const hostile = snippets.filter(({ snippet }) => /alert|bold/.test(snippet))
  t.equal(hostile.length, 1)
  for (const { snippet } of snippets) t.notMatch(snippet.replaceAll(/<\/?mark>/g, ''), /[<>"]/)
})

t.test('searches that make no sense are refused with the reason', async t => {
  const { get } = await start(t)
  for (const [query, parameter, reason] of [
    ['q=', 'q', /no word/],
    ['q=%26%7C%21', 'q', /no word/],
    ['q=-data', 'q', /must not occur/],
    [`q=${'a'.repeat(201)}`, 'q', /201 characters/],
    ['highlight=true', 'highlight', /q/]
  ] as const) {
    const { statusCode, body } = await get(`/v1/commitments?${query}`)
    t.equal(statusCode, 400)
    t.match(JSON.parse(body).errors, [{ parameter, detail: reason }])
  }
  const csv = await get('/v1/commitments.csv?q=data&highlight=true')
  t.match(JSON.parse(csv.body).errors, [{ parameter: 'highlight', detail: /JSON only/ }])
})

t.test('whatever is typed into a search box gets an answer', async t => {
  const { get } = await start(t)
  const mark = fc.constantFrom('"', '-', "'", '\\', ':*', '&', '|', '!', '(', ')', '<->', '%', '_', ' ', 'é', 'ß', '数')
  const typed = fc.array(
    fc.oneof(mark, fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('data', 'the')),
    {
      maxLength: 12
    }
  )
  await fc.assert(
    fc.asyncProperty(typed, async parts => {
      const { statusCode } = await get(`/v1/countries?q=${find(parts.join('').toWellFormed())}`)
      t.ok(statusCode === 200 || statusCode === 400, `${statusCode}`)
    }),
    { numRuns: 150, seed: 2016, endOnFailure: true }
  )
})

t.test('terms are words, phrases and negations', async t => {
  t.same(readTerms('open "budget data" -tax env'), [
    { text: 'open', negated: false, prefix: false },
    { text: 'budget data', negated: false, prefix: false },
    { text: 'tax', negated: true, prefix: false },
    { text: 'env', negated: false, prefix: true }
  ])
  t.same(readTerms('"unfinished phrase'), [{ text: 'unfinished phrase', negated: false, prefix: false }])
})

t.test('OGP’s real file is searched', { skip: withoutRealFiles() }, async t => {
  const { json, url, app } = await start(t)
  await importFiles(url, {
    files: [FILES.commitments2016],
    release: { id: '2016-07', title: 'Explorer', date: '2016-07-31' }
  })
  await app.service.releases.refresh()
  t.ok(ids(await json('/v1/commitments?country=GB&q=beneficial+ownership&fields=id')).includes('GB-2-vw0p76fy'))
})
