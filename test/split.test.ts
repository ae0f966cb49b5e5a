import t from 'tap'
import { splitColumns, splittable } from '../src/engine/definition/split.ts'
import { DATASETS } from '../src/v1/index.ts'
import { few } from './cases.ts'
import { start } from './helper.ts'

type Row = Record<string, unknown> & { id: string }

const keyOf = (row: Row, column: string) => `${row.id} ${row[column] ?? ''}`

t.test('every list of every dataset is split into a row for each value, whose weights add up', async t => {
  const { get, json } = await start(t)
  const rowsOf = async (path: string): Promise<Row[]> =>
    (await get(path)).body
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  const lists = DATASETS.flatMap(dataset => splittable(dataset).map(list => ({ dataset, list })))
  for (const { dataset, list } of few(lists)) {
    const { value, count, weight } = splitColumns(list)
    const whole = await rowsOf(`/v1/${dataset.name}.ndjson?fields=id,${list}`)
    const byHand = whole.flatMap(row => {
      const values = [...new Set(row[list] as string[] | null)]
      return values.length > 0 ? values.map(one => `${row.id} ${one}`) : [`${row.id} `]
    })
    const split = await rowsOf(`/v1/${dataset.name}.ndjson?fields=id,${value},${count},${weight}&split=${list}`)
    const name = `${dataset.name}.${list}`
    t.equal(
      split
        .map(row => keyOf(row, value))
        .sort()
        .join('\n'),
      byHand.sort().join('\n'),
      name
    )
    const sum = split.reduce((total, row) => total + Number(row[weight]), 0)
    t.ok(Math.abs(sum - whole.length) < 1e-6, `${name}: the weights add up to ${sum} of ${whole.length}`)
    const { meta } = await json(`/v1/${dataset.name}?split=${list}&limit=1`)
    t.equal(meta.total, byHand.length, name)
  }
})

t.test('pages of split rows are the export, whatever the order and the size', async t => {
  const { get, json } = await start(t)
  const asked = 'split=themes&fields=id,themes_value&country=CL'
  for (const sort of ['', '&sort=themes_value', '&sort=-themes_value,-year', '&sort=title']) {
    const exported = (await get(`/v1/commitments.csv?${asked}${sort}`)).body.trim().split('\r\n').slice(1)
    const walked: string[] = []
    let next: string | null | undefined = `/v1/commitments?${asked}${sort}&limit=57`
    let before: string | null | undefined
    while (next) {
      const page = await json(next)
      walked.push(...page.data.map(row => `${row.id},${row.themes_value ?? '""'}`))
      before = page.links.prev
      next = page.links.next
    }
    t.equal(walked.join('\n'), exported.join('\n'), sort)
    const back = await json(String(before))
    t.equal(back.data.length, 57)
    t.equal(`${back.data[0]?.id},${back.data[0]?.themes_value ?? '""'}`, walked.at(-57 - (walked.length % 57 || 57)))
  }
  const first = (await get(`/v1/commitments.csv?${asked}&limit=3`)).body.trim().split('\r\n').slice(1)
  t.equal(
    first.join('\n'),
    (await get(`/v1/commitments.csv?${asked}`)).body.trim().split('\r\n').slice(1, 4).join('\n'),
    'an export of a page has its rows and no others of the same id'
  )
})

t.test('groups of split rows add up, by number and by weight', async t => {
  const { json } = await start(t)
  const { meta } = await json('/v1/commitments?limit=1')
  const whole = await json('/v1/commitments/aggregate?group=theme')
  const split = await json(
    '/v1/commitments/aggregate?group=theme&split=themes&measure=count,share,sum.themes_weight&labels=true&lang=fr'
  )
  t.equal(
    split.data.map(({ theme, count }) => `${theme} ${count}`).join(),
    whole.data.map(({ theme, count }) => `${theme} ${count}`).join(),
    'a theme has as many rows either way'
  )
  const sum = (column: string) => split.data.reduce((total, row) => total + Number(row[column]), 0)
  t.ok(Math.abs(sum('share') - 1) < 1e-3, 'shares of split rows add up to one')
  t.ok(Math.abs(sum('sum_themes_weight') - Number(meta.total)) < 1e-4, 'weights add up to the rows')
  const chile = await json('/v1/commitments?country=CL&limit=1')
  const one = await json('/v1/commitments/aggregate?country=CL&split=themes&measure=count,sum.themes_weight')
  t.equal(one.data[0]?.sum_themes_weight, chile.meta.total, 'without what fractions leave behind')
  t.notMatch(JSON.stringify(split.meta.notes), /plus d’un groupe|dépasser/)
})

t.test('every link of split rows and of their groups leads to the rows that it tells of', async t => {
  const { get, json } = await start(t)
  for (const fields of ['', '&fields=id,themes_value', '&fields=themes_value,themes_weight']) {
    const { links } = await json(`/v1/commitments?split=themes&country=CL${fields}&limit=1`)
    for (const [name, address] of Object.entries(links)) {
      if (!address || name === 'query' || name === 'docs') continue
      t.equal((await get(address)).statusCode, 200, `${name} of ${fields}`)
    }
  }
  for (const group of ['theme', 'completion', 'theme,completion']) {
    const asked = `/v1/commitments/aggregate?country=CL&split=themes&group=${group}`
    const { data, links } = await json(asked)
    for (const row of data.slice(0, 3)) {
      const address = String(links.rows_of_group).replace(/\{(\w+)\}/g, (_, name) => String(row[name]))
      t.equal((await json(address)).meta.total, row.count, address)
    }
    const rows = await json(String(links.rows))
    const { data: whole } = await json('/v1/commitments/aggregate?country=CL&split=themes')
    t.equal(rows.meta.total, whole[0]?.count, 'all rows that were grouped')
  }
})

t.test('a split question is told in words, counted beside filters and labelled', async t => {
  const { get, json } = await start(t)
  const { data, meta } = await json(
    '/v1/commitments?split=themes&theme=open-data&country=CL&labels=true&lang=fr&fields=id,themes_value,themes_count&limit=5'
  )
  t.same(Object.keys(data[0] ?? {}), ['id', 'themes_value', 'themes_value_label', 'themes_count'])
  const whole = await json('/v1/commitments?theme=open-data&country=CL&limit=1')
  t.ok(Number(meta.total) >= Number(whole.meta.total), 'the filter asks for what the whole row has')
  const described = await get(`/v1/describe?url=${encodeURIComponent('/v1/commitments?split=themes&country=CL')}`)
  t.match(JSON.parse(described.body).data.sentence, /^Commitments of Chile, one row for each value of “/)
})

t.test('what cannot be split is refused with what can', async t => {
  const { get } = await start(t)
  const answer = await get('/v1/commitments?split=country')
  t.equal(answer.statusCode, 400)
  t.match(JSON.parse(answer.body).errors, [
    { parameter: 'split', allowed: splittable(DATASETS.find(({ name }) => name === 'commitments') as never) }
  ])
  t.equal((await get('/v1/members?split=country')).statusCode, 400)
  t.equal((await get('/v1/commitments?fields=themes_value')).statusCode, 400, 'its columns are there only with split')
})
