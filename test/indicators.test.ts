import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { typeset } from '../src/i18n/words.ts'
import { datasetOf, dimensionsOf, INDICATORS } from '../src/indicators/catalogue/indicators.ts'
import { cases } from './cases.ts'
import { columnOf, exported, valuesOf } from './counting.ts'
import { type Client, start } from './helper.ts'

type Row = Record<string, unknown>
type Parameter = readonly [string, string]

const query = (parameters: readonly (readonly [string, string])[]) =>
  new URLSearchParams(parameters.map(([name, value]): [string, string] => [name, value]))

t.test('every indicator is defined in both languages, of a dataset with its filters, columns and sources', async t => {
  const { json, get } = await start(t)
  t.ok(INDICATORS.length >= 20)
  t.equal(new Set(INDICATORS.map(({ name }) => name)).size, INDICATORS.length)
  const sources = new Set((await json('/v1/sources?limit=1000&fields=id')).data.map(({ id }) => id))
  const french = (await json('/v1/indicators?lang=fr')).data
  for (const [at, { name, label, source, average, where }] of INDICATORS.entries()) {
    t.ok(sources.has(source), `${name}: ${source} is a source`)
    t.ok(average ? !where : where, `${name} is a share or an average`)
    t.equal(french[at]?.label, typeset(label[1], 'fr'))
    const { data } = await json(`/v1/indicators/${name}`)
    t.ok(Number(data[0]?.denominator) > 0, `${name} has a value`)
  }
  const csv: Row[] = parse((await get('/v1/indicators.csv?lang=en')).body, { columns: true })
  t.match(csv[0], {
    name: 'delivered',
    unit: 'share',
    numerator: 'completion=substantial,complete',
    by: 'country|region|theme|year|plan'
  })
  t.equal(csv.length, INDICATORS.length)
})

/** The value counted by hand, from rows that were exported. */
async function byHand(client: Client, indicator: (typeof INDICATORS)[number], conditions: Parameter[], by: string[]) {
  const dataset = datasetOf(indicator)
  const { of, where = [], average } = indicator
  const columns = ['id', ...by.map(name => columnOf(dataset, name)), ...(average ? [average] : [])]
  const rows = (more: readonly Parameter[]) => exported(client, dataset.name, [...conditions, ...more], columns)
  const narrowed = [...of.filter(([name]) => !where.some(([other]) => other === name)), ...where]
  const [known, counting] = await Promise.all([rows(of), rows(narrowed)])
  const grouped = (all: readonly Row[]) => {
    const groups = new Map<string, Row[]>()
    for (const row of all) {
      const keys = by.reduce<unknown[][]>(
        (made, name) => made.flatMap(key => valuesOf(row, columnOf(dataset, name)).map(value => [...key, value])),
        [[]]
      )
      for (const key of keys) groups.set(JSON.stringify(key), [...(groups.get(JSON.stringify(key)) ?? []), row])
    }
    return groups
  }
  const [all, some] = [grouped(known), grouped(counting)]
  return new Map(
    [...all].map(([key, its]) => {
      if (!average) return [key, [some.get(key)?.length ?? 0, its.length]]
      const values = its.map(row => row[average]).filter(value => value !== null) as number[]
      return [key, [values.reduce((sum, value) => sum + value, 0), values.length]]
    })
  )
}

t.test('an indicator equals the aggregates that its definition names, and its rows counted by hand', async t => {
  const client = await start(t)
  const asked = fc.constantFrom(...INDICATORS).chain(indicator =>
    fc.record({
      indicator: fc.constant(indicator),
      by: fc.uniqueArray(fc.constantFrom(...dimensionsOf(indicator)), { maxLength: 2 }),
      conditions: fc.constantFrom<Parameter[]>([], [['region', 'europe']], [['country', '!CL']], [['q', 'a']])
    })
  )
  await fc.assert(
    fc.asyncProperty(asked, async ({ indicator, by, conditions }) => {
      const more: Parameter[] = by.length > 0 ? [['by', by.join()]] : []
      const { data } = await client.json(`/v1/indicators/${indicator.name}?${query([...conditions, ...more])}`)
      const hand = await byHand(client, indicator, conditions, by)
      const wrong = data.filter(row => {
        const [top = 0, bottom = 0] = hand.get(JSON.stringify(by.map(name => row[name]))) ?? []
        const isValue = bottom > 0 ? Math.abs(Number(row.value) - top / bottom) < 1e-6 : row.value === null
        return row.denominator !== bottom || !isValue || row.small !== bottom < 30 || !(Number(row.coverage) <= 1)
      })
      t.same(wrong, [], indicator.name)
      t.ok([...hand.keys()].every(key => data.some(row => JSON.stringify(by.map(name => row[name])) === key)))
      const counted = indicator.where && [
        ...indicator.of.filter(([name]) => !indicator.where?.some(([other]) => other === name)),
        ...indicator.where
      ]
      if (!counted || by.length === 0) return
      const aggregate = await client.json(
        `/v1/${indicator.dataset}/aggregate?${query([...conditions, ...counted, ['group', by.join()]])}`
      )
      const total = (rows: readonly Row[], column: string) => rows.reduce((sum, row) => sum + Number(row[column]), 0)
      t.equal(total(data, 'n'), total(aggregate.data, 'count'))
    }),
    { numRuns: cases(40), seed: 2016 }
  )
})

t.test('values come tidy in every format, the newest years alone, sorted, with labels', async t => {
  const { json, get } = await start(t)
  const newest = await json(
    '/v1/indicators/delivered-midterm?by=country,year&latest=1&region=africa&labels=true&lang=fr'
  )
  const countries = newest.data.map(({ country }) => country)
  t.equal(new Set(countries).size, countries.length, 'one year of each country')
  t.match(
    newest.data.find(({ country }) => country === 'ZA'),
    { country_label: 'Afrique du Sud' }
  )
  t.match(newest.meta, {
    indicator: { name: 'delivered-midterm', label: 'Tenus à mi-parcours' },
    by: ['country', 'year']
  })
  const best = await json('/v1/indicators/delivered?by=country&region=africa&sort=-value,-denominator&limit=3')
  const shares = best.data.map(({ value }) => Number(value))
  t.same(
    shares,
    [...shares].sort((a, b) => b - a)
  )
  t.equal(
    (await json(best.links.denominator ?? '')).meta.total,
    (await json('/v1/indicators/delivered?region=africa')).data[0]?.denominator
  )
  const { body, headers } = await get('/v1/indicators/delivered.csv?by=region&release=2016-12')
  t.match(body, /^region,value,n,denominator,rows,coverage,small\r\nafrica,/)
  t.match(headers['cache-control'], 'immutable')
  t.equal((await get('/v1/indicators/delivered.xlsx?by=year')).statusCode, 200)
  t.equal((await get('/v1/indicators/consultation-steps?by=country&format=ndjson')).statusCode, 200)
})

t.test('a wrong question about an indicator gets every fault, and an unknown name the nearest', async t => {
  const { get } = await start(t)
  const { body } = await get('/v1/indicators/delivered?by=country,starred&latest=1&completion=complete&x=1&sort=-share')
  t.match(JSON.parse(body).errors, [
    { parameter: 'x' },
    { parameter: 'completion', detail: /itself/ },
    { parameter: 'by' },
    { parameter: 'latest', allowed: ['by=year'] },
    { parameter: 'sort' }
  ])
  const unknown = await get('/v1/indicators/deliverd')
  t.equal(unknown.statusCode, 404)
  t.match(JSON.parse(unknown.body).errors, [{ nearest: ['delivered'] }])
})
