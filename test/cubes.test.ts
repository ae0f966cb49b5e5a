import type { Feature, FeatureCollection, Position } from 'geojson'
import JSONstat from 'jsonstat-toolkit'
import t from 'tap'
import { packJsonStat } from '../src/engine/format/json-stat.ts'
import { start } from './helper.ts'
import { EXPLAINED } from './workbooks.ts'

const CUBE = 'application/vnd.json-stat+json'
const MAP = 'application/geo+json'
const COUNTS = '/v1/commitments/aggregate'

type Row = Record<string, string | number | null>

t.test(
  'JSON-stat holds the numbers of the aggregate for a reader of others, and zero where there are no rows',
  async t => {
    const { get, json } = await start(t)
    const query = 'group=country,completion&measure=count,share,avg.year&of=country'
    const answer = await get(`${COUNTS}.json-stat?${query}`)
    t.match(answer.headers['content-type'], CUBE)
    const cube = JSONstat(JSON.parse(answer.body))
    t.match(cube, { class: 'dataset', id: ['country', 'completion', 'measure'] })
    t.same(cube.role.geo, ['country'])
    t.same(cube.role.metric, ['measure'])
    t.equal(
      cube.n,
      cube.size.reduce((product, size) => product * size, 1)
    )
    t.ok(cube.note.length > 0 && cube.source && cube.updated && cube.label)
    const { data } = (await json(`${COUNTS}?${query}&limit=10000`)) as unknown as { data: Row[] }
    const measures = ['count', 'share', 'denominator', 'avg_year', 'n_year']
    const filled = new Set<string>()
    for (const row of data) {
      const place = { country: String(row.country), completion: String(row.completion) }
      filled.add(`${place.country} ${place.completion}`)
      const told = measures.map(measure => cube.Data({ ...place, measure }).value)
      t.same(
        told,
        measures.map(measure => row[measure])
      )
    }
    const [country = '', completion = ''] = cube
      .Dimension('country')
      .id.flatMap(one => cube.Dimension('completion').id.map(other => [one, other]))
      .find(pair => !filled.has(pair.join(' '))) as string[]
    const whole = data.find(row => String(row.country) === country)?.denominator
    t.same(
      measures.map(measure => cube.Data({ country, completion, measure }).value),
      [0, 0, whole, null, 0],
      'no rows: a count of zero, and no average'
    )
  }
)

t.test('JSON-stat names its categories in the language of the reader, the missing one too', async t => {
  const { get } = await start(t)
  const french = await get(`${COUNTS}.json-stat?group=country,year,impact&lang=fr`)
  t.equal(french.headers['content-language'], 'fr')
  const cube = JSONstat(JSON.parse(french.body))
  t.match(cube.role, { geo: ['country'], time: ['year'], metric: ['measure'] })
  t.equal(cube.Dimension('country').Category('CI').label, 'Côte d’Ivoire')
  t.equal(cube.Dimension('impact').Category('null').label, 'aucune source ne le dit')
  const years = cube.Dimension('year').id.filter(id => id !== 'null')
  t.same(years, [...years].sort())
  const accepted = await get(`${COUNTS}?group=country,year,impact&lang=fr`, { headers: { accept: CUBE } })
  t.equal(accepted.body, (await get(`${COUNTS}?group=country,year,impact&lang=fr&format=json-stat`)).body)
  t.equal(JSONstat(JSON.parse((await get(`${COUNTS}.json-stat`)).body)).n, 1, 'without groups it is one number')
})

t.test('more cells than are worth writing leave out those without rows, and say so', async t => {
  const count = 1300
  const dimension = { label: '', labelOf: (value: string) => value }
  const cube = {
    dimensions: ['a', 'b', 'c'].map(name => ({ ...dimension, name })),
    metrics: [{ name: 'count', label: '', zero: true }],
    of: [],
    measure: '',
    missing: '',
    sparse: 'left out',
    notes: [],
    license: '',
    permalink: ''
  }
  const lines = async function* () {
    for (let at = 0; at < count; at++) yield Buffer.from(`${JSON.stringify({ a: at, b: at, c: at % 7, count: at })}\n`)
  }
  let text = ''
  for await (const chunk of packJsonStat(lines(), { ...EXPLAINED, cube })) text += Buffer.from(chunk).toString()
  const document = JSON.parse(text)
  t.same(document.size, [count, count, 7, 1])
  t.same(document.note, ['left out'])
  t.equal(Object.keys(document.value).length, count)
  t.equal(document.value[(1299 * count + 1299) * 7 + (1299 % 7)], 1299)
})

/** Twice the area that a ring goes round counterclockwise. */
const areaOf = (ring: readonly Position[]) =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
    const [fromX = 0, fromY = 0] = ring[at] ?? []
    return sum + fromX * y - x * fromY
  }, 0)

const ringsOf = ({ geometry }: Feature): Position[][][] =>
  geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.type === 'MultiPolygon' ? geometry.coordinates : []

t.test(
  'GeoJSON has each country once: its numbers, null where it has no rows, and no outline where none is known',
  async t => {
    const { get, json } = await start(t)
    const query = 'group=country&measure=count,avg.year'
    const answer = await get(`${COUNTS}.geojson?${query}&lang=fr`)
    t.match(answer.headers['content-type'], MAP)
    const { features, ...head } = JSON.parse(answer.body) as FeatureCollection
    t.match(head, { type: 'FeatureCollection', license: /creativecommons/, source: /Natural Earth/ })
    const { data: countries } = await json('/v1/countries?limit=1000&fields=id,name_fr')
    t.same(features.map(({ id }) => id).sort(), countries.map(({ id }) => id).sort(), 'every country there is')
    const { data } = (await json(`${COUNTS}?${query}`)) as unknown as { data: Row[] }
    const rows = new Map(data.map(row => [row.country, row]))
    for (const { id, properties } of features) {
      const expected = rows.get(String(id)) ?? { country: id, count: null, avg_year: null, n_year: null }
      const { country_label, ...told } = properties ?? {}
      t.same(told, expected)
      t.equal(country_label, countries.find(country => country.id === id)?.name_fr)
    }
    t.ok(
      features.some(({ geometry }) => geometry === null),
      'a place without an outline is not lost'
    )
    for (const id of ['CL', 'XK', 'FR', 'CV']) t.ok(features.find(feature => feature.id === id)?.geometry, id)
    for (const feature of features) {
      for (const [outer = [], ...holes] of ringsOf(feature)) {
        t.ok(areaOf(outer) >= 0 && holes.every(hole => areaOf(hole) <= 0), `${feature.id}: RFC 7946, 3.1.6`)
        t.same(outer[0], outer.at(-1))
      }
    }
    t.equal((await get(`${COUNTS}?${query}&lang=fr`, { headers: { accept: MAP } })).body, answer.body)
  }
)

t.test('GeoJSON takes a second group as columns; what a map or a cube has no place for is refused', async t => {
  const { get } = await start(t)
  const wide = JSON.parse(
    (await get(`${COUNTS}.geojson?group=country,completion&shape=wide`)).body
  ) as FeatureCollection
  t.type(wide.features.find(({ id }) => id === 'CL')?.properties?.count_complete, 'number')
  for (const [path, parameter] of [
    [`${COUNTS}.geojson`, 'group'],
    [`${COUNTS}.geojson?group=year`, 'group'],
    [`${COUNTS}.geojson?group=country,completion`, 'group'],
    [`${COUNTS}.geojson?group=country&limit=3`, 'limit'],
    [`${COUNTS}.json-stat?group=country&sort=-count`, 'sort'],
    [`${COUNTS}.json-stat?group=country,completion&shape=wide`, 'shape']
  ] as const) {
    const refused = await get(path)
    t.equal(refused.statusCode, 400, path)
    t.equal(JSON.parse(refused.body).errors[0].parameter, parameter)
  }
  const placeless = await get('/v1/joining-steps/aggregate.geojson')
  t.match(JSON.parse(placeless.body).errors, [{ parameter: 'group', detail: /cannot be grouped by any/ }])
  t.match(JSON.parse((await get('/v1/commitments?format=geojson')).body).errors, [{ parameter: 'format' }])
  t.equal((await get('/v1/commitments.geojson')).statusCode, 404)
  const { links } = JSON.parse((await get(`${COUNTS}?group=country&sort=-count&limit=3`)).body)
  for (const name of ['json_stat', 'geojson'])
    t.equal((await get(links[name].replace(/^.*(?=\/v1)/, ''))).statusCode, 200)
  t.equal(JSON.parse((await get(`${COUNTS}?group=year`)).body).links.geojson, null)
})
