import fc from 'fast-check'
import t from 'tap'
import type { Filter } from '../src/engine/definition/filter.ts'
import { cases } from './cases.ts'
import { columnOf, countBy, exported, questions } from './counting.ts'
import { start } from './helper.ts'

type Bucket = { value: unknown; label: string; count: number }
type Faceted = {
  data: unknown[]
  facets?: Record<string, Bucket[]>
  meta: { total: number; release: string; facets?: Record<string, { total: number; returned: number }> }
  links: Record<string, string | null>
}

const ask = async (get: Awaited<ReturnType<typeof start>>['get'], path: string): Promise<Faceted> =>
  JSON.parse((await get(path)).body)

t.test('a list counts the values of the filters it is asked for', async t => {
  const { get } = await start(t)
  const { facets, meta, data } = await ask(get, '/v1/commitments?facet=completion,country,starred&limit=1')
  t.same(Object.keys(facets ?? {}), ['completion', 'country', 'starred'], 'in the order asked for')
  t.equal(data.length, 1)
  t.same(
    facets?.completion?.map(({ value }) => value),
    [
      'withdrawn',
      'unclear',
      'not_started',
      'limited',
      'substantial',
      'complete',
      'not_reviewed',
      'no_data',
      'not_applicable',
      null
    ],
    'codes in their order, those that nothing matches and the missing one too'
  )
  const malta = (await ask(get, '/v1/commitments?country=MT&facet=completion&limit=1')).facets
  t.equal(malta?.completion?.find(({ value }) => value === 'withdrawn')?.count, 0)
  const counts = facets?.country?.map(({ count }) => count) ?? []
  t.same(
    counts,
    [...counts].sort((a, b) => b - a),
    'all else from the most to the fewest'
  )
  t.same(
    facets?.starred?.map(({ value }) => value),
    [true, false, null],
    'truths are truths'
  )
  t.same(meta.facets?.completion, { total: 10, returned: 10 })
})

t.test('the own filter of a facet does not narrow it, the others do', async t => {
  const { get } = await start(t)
  const free = await ask(get, '/v1/members?facet=region,kind&limit=1')
  const bound = await ask(get, '/v1/members?facet=region,kind&region=africa&limit=1')
  t.same(bound.facets?.region, free.facets?.region)
  const africans = (await ask(get, '/v1/members?region=africa&limit=1')).meta.total
  t.equal(
    bound.facets?.kind?.reduce((sum, { count }) => sum + count, 0),
    africans
  )
  t.ok(bound.meta.total < free.meta.total)
})

t.test('labels of facets speak the language of the answer', async t => {
  const { get } = await start(t)
  const label = async (path: string, headers = {}) => {
    const answer = await get(path, { headers })
    t.equal(/Accept-Language/.test(String(answer.headers.vary)), !path.includes('lang='), 'who chose the language')
    const { facets } = JSON.parse(answer.body)
    return [
      answer.headers['content-language'],
      facets.region.find(({ value }: Bucket) => value === 'africa').label,
      facets.country.find(({ value }: Bucket) => value === 'CL').label
    ]
  }
  t.same(await label('/v1/commitments?facet=region,country'), ['en', 'Africa', 'Chile'])
  t.same(await label('/v1/commitments?facet=region,country&lang=fr'), ['fr', 'Afrique', 'Chili'])
  t.same(await label('/v1/commitments?facet=region,country', { 'accept-language': 'fr' }), ['fr', 'Afrique', 'Chili'])
})

t.test('facets go along through pages and formats as far as they can', async t => {
  const { get } = await start(t)
  const first = await ask(get, '/v1/commitments?country=CL&facet=theme,year&limit=3')
  const next = await ask(get, String(first.links.next))
  t.same(next.facets, first.facets, 'the next page has them as well')
  t.notMatch(first.links.csv, /facet/)
  t.equal((await get(String(first.links.csv))).statusCode, 200)
  const years = first.facets?.year?.map(({ value }) => value) ?? []
  t.same(
    years,
    [...years].sort((a, b) => Number(a ?? 1e9) - Number(b ?? 1e9)),
    'years from early to late'
  )
  t.equal((await ask(get, '/v1/commitments?limit=1')).facets, undefined)
})

t.test('facets are of the release of their rows', async t => {
  const { get } = await start(t)
  const { facets, meta } = await ask(get, '/v1/commitments?facet=edition&release=2016-12&limit=1')
  t.equal(meta.release, '2016-12')
  t.equal(
    facets?.edition?.reduce((sum, { count }) => sum + count, 0),
    meta.total
  )
})

t.test('what cannot be counted is refused with what can', async t => {
  const { get } = await start(t)
  const wrong = async (path: string) => {
    const { statusCode, body } = await get(path)
    t.equal(statusCode, 400, path)
    return JSON.parse(body).errors
  }
  t.match(await wrong('/v1/commitments?facet=completions'), [{ parameter: 'facet', nearest: ['completion'] }])
  t.match(await wrong('/v1/commitments?facet=theme,theme'), [{ detail: '"theme" is named twice.' }])
  t.match(await wrong('/v1/members?facet=joined'), [{ allowed: ['kind', 'country', 'region', 'status', 'founding'] }])
  t.match(await wrong('/v1/commitments.csv?facet=theme'), [{ detail: /aggregate\.csv\?group=theme/ }])
  t.match(await wrong('/v1/commitments/CL0033?facet=theme'), [{ parameter: 'facet' }])
  t.match(await wrong('/v1/contacts?facet=id'), [{ detail: /is not a parameter of this address/ }])
})

t.test('whatever is asked, facets agree with rows counted by hand', async t => {
  const client = await start(t)
  await fc.assert(
    fc.asyncProperty(await questions(client, 3), async ({ dataset, groups, conditions }) => {
      const query = new URLSearchParams([...conditions, ['facet', groups.join(',')], ['limit', '1']])
      const { facets, meta } = await ask(client.get, `/v1/${dataset.name}?${query}`)
      for (const name of groups) {
        const others = conditions.filter(([parameter]) => parameter !== name)
        const column = columnOf(dataset, name)
        const counts = countBy(await exported(client, dataset.name, others, [column]), column)
        const buckets = facets?.[name] ?? []
        const filter = dataset.filters[name] as Filter
        for (const { value, count } of buckets) {
          if ((counts.get(value) ?? 0) !== count)
            throw new Error(`${name} ${value}: ${count}, not ${counts.get(value)}`)
          counts.delete(value)
        }
        const size = meta.facets?.[name]
        const isCut = size !== undefined && size.total > size.returned
        // A facet of many values holds the most frequent.
        const least = Math.min(...buckets.map(({ count }) => count))
        const missing = [...counts].filter(([, count]) => !isCut || count > least)
        if (missing.length > 0) throw new Error(`${name} lacks ${missing}`)
        if (new Set(buckets.map(({ value }) => value)).size < buckets.length)
          throw new Error(`${name} has a value twice`)
        const sum = buckets.reduce((total, { count }) => total + count, 0)
        const narrowed = conditions.some(([parameter]) => parameter === name)
        if (filter.comparison !== 'list' && !narrowed && !isCut && sum !== meta.total)
          throw new Error(`${name}: ${sum} of ${meta.total}`)
      }
    }),
    { numRuns: cases(150) }
  )
})
