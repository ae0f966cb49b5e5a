import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { numericColumns } from '../src/engine/aggregate/measures.ts'
import type { Field } from '../src/engine/definition/field.ts'
import { cases } from './cases.ts'
import { columnOf, exported, questions, type Row, valuesOf } from './counting.ts'
import { type Client, start } from './helper.ts'

type Answer = {
  data: Row[]
  meta: { total: number; returned: number; rows: number; group: string[]; share_of?: string[]; notes: string[] } & Row
  links: Record<string, string | null>
}

const ask = async ({ get }: Pick<Client, 'get'>, path: string): Promise<Answer> => JSON.parse((await get(path)).body)

t.test('rows are counted in groups, with their share and its denominator', async t => {
  const client = await start(t)
  const { data, meta } = await ask(client, '/v1/members/aggregate?group=region&measure=count,share')
  const total = (await client.json('/v1/members?limit=1')).meta.total
  t.same(Object.keys(data[0] ?? {}), ['region', 'count', 'share', 'denominator'])
  t.equal(meta.rows, total)
  t.equal(
    data.reduce((sum, { count }) => sum + Number(count), 0),
    total
  )
  for (const { count, share, denominator } of data) {
    t.equal(denominator, total)
    t.equal(share, Math.round((1e6 * Number(count)) / Number(total)) / 1e6)
  }
  const order = data.map(({ region }) => region)
  const codes = client.app.service.datasets.find(({ name }) => name === 'members')?.filters.region?.allowed ?? []
  t.same(
    order,
    codes.filter(code => order.includes(code)),
    'codes in their order'
  )
})

t.test('a share can be of the rows of some of the groups', async t => {
  const client = await start(t)
  const { data, meta } = await ask(
    client,
    '/v1/commitments/aggregate?group=country,completion&measure=count,share&of=country'
  )
  const sums = new Map<unknown, number>()
  for (const { country, share } of data) sums.set(country, (sums.get(country) ?? 0) + Number(share))
  for (const [country, sum] of sums) t.ok(Math.abs(sum - 1) < 1e-5, `${country} adds up to 1`)
  t.same(meta.share_of, ['country'])
  t.match(meta.notes?.at(-1), /over the matching rows with the same country/)
})

t.test('missing values are a group of their own, and averages say how many values they are of', async t => {
  const client = await start(t)
  const { data, meta } = await ask(
    client,
    '/v1/eligibility-scores/aggregate?group=eligible&measure=count,avg.total,median.total'
  )
  const rows = await exported(client, 'eligibility-scores', [], ['eligible', 'total'])
  for (const { eligible, count, avg_total, n_total, median_total } of data) {
    const own = rows.filter(row => row.eligible === eligible)
    const values = own.flatMap(({ total }) => (total === null ? [] : [Number(total)])).sort((a, b) => a - b)
    t.equal(count, own.length)
    t.equal(n_total, values.length)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    t.equal(avg_total, values.length > 0 ? Math.round(1e6 * mean) / 1e6 : null)
    const middle = values.length / 2
    const median = ((values[Math.floor(middle - 0.5)] ?? 0) + (values[Math.ceil(middle - 0.5)] ?? 0)) / 2
    t.equal(median_total, values.length > 0 ? median : null)
  }
  t.match(meta.notes, [/n_total rows that have a value/])
  const { data: readings } = await ask(client, '/v1/commitments/aggregate?group=completion')
  t.equal(readings.at(-1)?.completion, null, 'the missing value is the last group')
})

t.test('groups are in the order of their values, also of a column that is called total', async t => {
  const client = await start(t)
  const valuesIn = async (query: string) =>
    (await ask(client, `/v1/eligibility-scores/aggregate?group=total&${query}`)).data.flatMap(
      ({ total }) => total ?? []
    )
  const values = await valuesIn('measure=count')
  t.same(
    values,
    [...values].sort((a, b) => Number(a) - Number(b))
  )
  t.same(await valuesIn('sort=-total'), values.toReversed())
})

t.test('a row counts in every group of a list, once', async t => {
  const client = await start(t)
  const { data, meta } = await ask(client, '/v1/commitments/aggregate?group=theme')
  const sum = data.reduce((total, { count }) => total + Number(count), 0)
  t.ok(sum > meta.rows)
  t.match(meta.notes?.at(-1), /^theme: a row counts in every group/)
})

t.test('without groups all rows are one, even if there are none', async t => {
  const client = await start(t)
  const { data } = await ask(client, '/v1/members/aggregate?measure=count,share')
  t.match(data, [{ share: 1 }])
  const none = await ask(client, '/v1/members/aggregate?kind=local&founding=true&status=null&measure=count,share')
  t.same(none.data, [{ count: 0, share: null, denominator: 0 }])
  t.same((await ask(client, '/v1/members/aggregate?kind=local&status=null&group=region')).data, [])
})

t.test('a wide answer has a column per value of the last group, those without rows too', async t => {
  const client = await start(t)
  const query = 'group=country,completion&measure=count,share&of=country'
  const long = await ask(client, `/v1/commitments/aggregate?${query}`)
  const wide = await ask(client, `/v1/commitments/aggregate?${query}&shape=wide`)
  const codes = ['withdrawn', 'unclear', 'not_started', 'limited', 'substantial', 'complete']
  const values = [...codes, 'not_reviewed', 'no_data', 'not_applicable', null]
  t.same(Object.keys(wide.data[0] ?? {}), [
    'country',
    ...values.map(value => `count_${value}`),
    ...values.map(value => `share_${value}`),
    'denominator'
  ])
  for (const row of wide.data) {
    for (const value of values) {
      const cell = long.data.find(({ country, completion }) => country === row.country && completion === value)
      t.equal(row[`count_${value}`], cell?.count ?? 0)
      t.equal(row[`share_${value}`], cell?.share ?? 0)
    }
  }
  t.match(wide.meta.pivot, { group: 'completion', values: [{ value: 'withdrawn', label: 'Withdrawn' }] })
  const { body } = await client.get(`/v1/commitments/aggregate.csv?${query}&shape=wide`)
  const records: Record<string, string>[] = parse(body, { columns: true })
  t.same(
    records,
    wide.data.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])))
  )
})

t.test('a wide share of its own columns is empty where the column has no rows', async t => {
  const client = await start(t)
  const { data } = await ask(
    client,
    '/v1/commitments/aggregate?group=region,completion&measure=share&of=completion&shape=wide'
  )
  for (const column of Object.keys(data[0] ?? {}).filter(name => name.startsWith('share_'))) {
    const of = column.replace('share', 'denominator')
    const sum = data.reduce((total, row) => total + Number(row[column]), 0)
    if (data.some(row => row[of] === null)) t.ok(data.every(row => row[column] === null))
    else t.ok(Math.abs(sum - 1) < 1e-5)
  }
})

t.test('values that no code list bounds become columns as they occur', async t => {
  const client = await start(t)
  const { data } = await ask(client, '/v1/eligibility-scores/aggregate?country=GE,CL&group=country,year&shape=wide')
  const years = [
    ...new Set((await exported(client, 'eligibility-scores', [['country', 'GE,CL']], ['year'])).map(({ year }) => year))
  ]
  t.same(Object.keys(data[0] ?? {}), ['country', ...years.sort().map(year => `count_${year}`)])
  const { statusCode, body } = await client.get(
    '/v1/irm-readings/aggregate?country=MT&group=commitment&shape=wide&measure=count'
  )
  t.equal(statusCode, 200)
  t.equal(JSON.parse(body).data.length, 1)
})

t.test('groups are sorted by any column, and cut only where that is said', async t => {
  const client = await start(t)
  const { data, meta } = await ask(
    client,
    '/v1/commitments/aggregate?group=country&measure=count,share&sort=-share&limit=3'
  )
  t.equal(data.length, 3)
  t.equal(meta.returned, 3)
  t.ok(meta.total > 3)
  const whole = await ask(client, '/v1/commitments/aggregate?group=country&measure=count,share&sort=-count')
  t.same(data, whole.data.slice(0, 3))
  const named = await ask(client, '/v1/commitments/aggregate?group=country&labels=true&lang=fr&sort=country_label')
  t.same(Object.keys(named.data[0] ?? {}), ['country', 'country_label', 'count'])
  t.ok(named.data.some(({ country_label }) => country_label === 'Chili'))
  const codes = await ask(client, '/v1/commitments/aggregate?group=completion&sort=-completion')
  t.equal(codes.data.at(-1)?.completion, null, 'missing values come last either way')
})

t.test('every format tells the same, with the headers of a list', async t => {
  const client = await start(t)
  const query = 'group=region,founding&measure=count,share&labels=true'
  const { data, links, meta } = await ask(client, `/v1/members/aggregate?${query}`)
  const lines = await client.get(`/v1/members/aggregate.ndjson?${query}`)
  t.same(
    lines.body
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
    data
  )
  const csv = await client.get(String(links.csv))
  t.equal(Number(csv.headers['row-count']), meta.total)
  t.match(csv.headers['content-disposition'], 'ogp-members-aggregate-2026-11.csv')
  t.match(csv.headers['content-type'], 'text/csv')
  t.equal(csv.body.split('\r\n')[0], 'region,region_label,founding,founding_label,count,share,denominator')
  t.equal(csv.body.split('\r\n').length, meta.total + 2)
  t.equal((await client.get(`/v1/members/aggregate?${query}`, { headers: { accept: 'text/csv' } })).body, csv.body)
  t.equal((await client.get(`/v1/members/aggregate?${query}&format=csv`)).body, csv.body)
  for (const path of [`/v1/members/aggregate?${query}`, `/v1/members/aggregate.csv?${query}`]) {
    const first = await client.get(path)
    for (const link of ['rel="cite-as"', 'rel="alternate"; type="text/csv"', 'rel="license"'])
      t.match(first.headers.link, link)
    t.equal(first.headers['data-release'], '2026-11')
    t.equal((await client.get(path, { headers: { 'if-none-match': String(first.headers.etag) } })).statusCode, 304)
    const head = await client.get(path, { method: 'HEAD' })
    t.equal(head.headers.etag, first.headers.etag)
    t.equal(head.headers['row-count'], first.headers['row-count'])
  }
  const pinned = await client.get(String(links.permalink))
  t.match(pinned.headers['cache-control'], 'immutable')
})

t.test('an aggregate leads to the rows of each group', async t => {
  const client = await start(t)
  for (const query of [
    'group=country,completion&impact=!null',
    'group=theme,starred&theme=open-data,education',
    'group=theme&theme=open-data+education',
    'group=star&country=CL,IT',
    'group=year&year=2012..2014'
  ]) {
    const { data, links, meta } = await ask(client, `/v1/commitments/aggregate?${query}`)
    t.equal((await client.json(String(links.rows))).meta.total, meta.rows)
    for (const row of data.slice(0, 12)) {
      const address = String(links.rows_of_group).replace(/\{(\w+)\}/g, (_, name) =>
        encodeURIComponent(String(row[name]))
      )
      t.equal((await client.json(address)).meta.total, row.count, address)
    }
  }
  const { links } = await ask(client, '/v1/commitments/aggregate?group=theme&theme=!open-data')
  t.equal(links.rows_of_group, null)
})

t.test('what cannot be asked is refused with everything that is wrong', async t => {
  const client = await start(t)
  const wrong = async (query: string, dataset = 'commitments') => {
    const { statusCode, body } = await client.get(`/v1/${dataset}/aggregate?${query}`)
    t.equal(statusCode, 400, query)
    return JSON.parse(body).errors
  }
  t.match(await wrong('group=completio'), [{ parameter: 'group', nearest: ['completion'] }])
  t.match(await wrong('group=country,country'), [{ detail: '"country" is named twice.' }])
  t.match(await wrong('group=country,theme,star,impact'), [{ detail: '4 are named; at most 3 are allowed.' }])
  t.match(await wrong('measure=avg.title'), [{ parameter: 'measure', detail: /title holds none/ }])
  t.match(await wrong('measure=mean.year'), [{ parameter: 'measure', nearest: [] }])
  t.match(await wrong('measure=count,count'), [{ detail: '"count" is named twice.' }])
  t.match(await wrong('group=country&measure=share&of=theme'), [{ parameter: 'of', allowed: ['country'] }])
  t.match(await wrong('group=country&of=country'), [{ detail: /add share to measure/ }])
  t.match(await wrong('shape=wide'), [{ parameter: 'shape', detail: /name a group/ }])
  t.match(await wrong('group=country&sort=share'), [{ parameter: 'sort', allowed: ['country', 'count'] }])
  t.match(await wrong('group=country,plan&shape=wide&sort=count'), [{ parameter: 'sort' }])
  t.match(await wrong('group=joined', 'members'), [{ parameter: 'group' }])
  t.match(await wrong('group=id', 'contacts'), [{ detail: /is not a parameter/ }])
  t.match(await wrong('limit=0&lang=de&cursor=x'), [
    { parameter: 'cursor' },
    { parameter: 'limit' },
    { parameter: 'lang' }
  ])
  const { statusCode } = await client.get('/v1/members/aggregate.pdf')
  t.equal(statusCode, 404)
})

t.test('whatever is asked, groups agree with rows counted by hand, and with facets', async t => {
  const client = await start(t)
  const keyOf = (values: unknown[]) => JSON.stringify(values)
  await fc.assert(
    fc.asyncProperty(await questions(client, 3), async ({ dataset, groups, conditions }) => {
      const columns = groups.map(name => columnOf(dataset, name))
      const of = groups.slice(0, 1)
      const number = numericColumns(dataset)[0]
      const rows = await exported(client, dataset.name, conditions, number ? [...columns, number] : columns)
      const measure = `count,share${number ? `,sum.${number}` : ''}`
      const query = new URLSearchParams([
        ...conditions,
        ['group', groups.join(',')],
        ['measure', measure],
        ['of', of.join(',')]
      ])
      const { data, meta } = await ask(client, `/v1/${dataset.name}/aggregate?${query}`)
      const expected = new Map<string, { count: number; sum: number | null }>()
      const wholes = new Map<unknown, number>()
      for (const row of rows) {
        for (const value of valuesOf(row, columns[0] as string)) wholes.set(value, (wholes.get(value) ?? 0) + 1)
        const combined = columns.reduce<unknown[][]>(
          (made, column) => made.flatMap(start => valuesOf(row, column).map(value => [...start, value])),
          [[]]
        )
        for (const values of combined) {
          const group = expected.get(keyOf(values)) ?? { count: 0, sum: null }
          const value = number ? (row[number] as number | null) : null
          expected.set(keyOf(values), {
            count: group.count + 1,
            sum: value === null ? group.sum : (group.sum ?? 0) + value
          })
        }
      }
      if (meta.rows !== rows.length || data.length !== expected.size) throw new Error('not the groups there are')
      for (const group of data) {
        const found = expected.get(keyOf(groups.map(name => group[name])))
        const whole = wholes.get(group[groups[0] as string])
        if (!found || group.count !== found.count) throw new Error(`count: ${JSON.stringify(group)}`)
        if (group.denominator !== whole) throw new Error(`denominator: ${JSON.stringify(group)}`)
        if (Math.abs(Number(group.share) - found.count / Number(whole)) > 1e-6) throw new Error('share')
        if (number && Math.abs(Number(group[`sum_${number}`]) - Number(found.sum)) > 1e-6) throw new Error('sum')
      }
      const [name] = groups
      const others = conditions.filter(([parameter]) => parameter !== name)
      const beside = new URLSearchParams([...others, ['facet', String(name)], ['limit', '1']])
      const alone = new URLSearchParams([...others, ['group', String(name)]])
      const list = JSON.parse((await client.get(`/v1/${dataset.name}?${beside}`)).body)
      const { total, returned } = list.meta.facets[String(name)]
      const single = await ask(client, `/v1/${dataset.name}/aggregate?${alone}`)
      const filled = list.facets[String(name)].filter(({ count }: Row) => count !== 0)
      const pairs = (buckets: Row[], value: string) => buckets.map(row => keyOf([row[value], row.count]))
      const grouped = new Set(pairs(single.data, String(name)))
      // A facet of very many values shows the first of them.
      if (returned === total && filled.length !== grouped.size) throw new Error('facet and aggregate')
      if (!pairs(filled, 'value').every(pair => grouped.has(pair))) throw new Error('facet and aggregate')
    }),
    { numRuns: cases(120) }
  )
})

t.test('every dataset has numbers that can be calculated with, in wide shape too', async t => {
  const client = await start(t)
  for (const dataset of client.app.service.datasets) {
    const numbers = numericColumns(dataset)
    const measure = [
      'count',
      ...numbers.flatMap(name => ['avg', 'min', 'max', 'median'].map(each => `${each}.${name}`))
    ]
    const { statusCode, body } = await client.get(`/v1/${dataset.name}/aggregate?measure=${measure.join(',')}`)
    t.equal(statusCode, 200, dataset.name)
    const [row] = JSON.parse(body).data
    for (const name of numbers) {
      const { schema } = dataset.fields[name] as Field
      if (row[`min_${name}`] !== null) t.ok(row[`min_${name}`] >= Number(schema.minimum), `${dataset.name}.${name}`)
    }
  }
})
