import { parse } from 'csv-parse/sync'
import t from 'tap'
import { datasetAt } from '../src/engine/definition/dataset.ts'
import { DATASETS } from '../src/v1/index.ts'
import { few } from './cases.ts'
import { start } from './helper.ts'
import { same } from './same.ts'

type Row = Record<string, unknown>

/** A JSON value as a CSV cell: null is empty, a list is joined by |. */
const asCell = (value: unknown) => (value === null ? '' : Array.isArray(value) ? value.join('|') : String(value))

t.test('JSON, CSV and NDJSON hold the same rows, in the same order, with the same values', async t => {
  const { get, json, app } = await start(t)
  for (const dataset of few(DATASETS)) {
    const { name, fields } = datasetAt(dataset, app.service.releases.current())
    const rows: Row[] = []
    for (let next: string | null = `/v1/${name}?limit=1000`; next; ) {
      const page = await json(next)
      rows.push(...page.data)
      next = page.links.next ?? null
    }
    const csv = await get(`/v1/${name}.csv`)
    const ndjson = await get(`/v1/${name}?format=ndjson`)
    const records = parse(csv.body, { bom: false, recordDelimiter: '\r\n' }) as string[][]
    t.same(records[0], Object.keys(fields), `${name}: the header names every column`)
    const cells = rows.map(row => Object.values(row).map(asCell))
    same(t, records.slice(1), cells, `${name}: CSV cells are the JSON values`)
    const lines = ndjson.body.split('\n').filter(Boolean)
    same(
      t,
      lines.map(line => JSON.parse(line)),
      rows,
      `${name}: NDJSON lines are the JSON rows`
    )
    t.equal(Number(csv.headers['row-count']), rows.length, `${name}: Row-Count is true`)
    t.equal(Number(ndjson.headers['row-count']), rows.length)
  }
})

t.test('null, zero and not reviewed stay different', async t => {
  const { json, get } = await start(t)
  const { data } = await json(
    '/v1/plan-summaries?fields=id,transformative,substantial_potential&sort=transformative&limit=1'
  )
  t.equal(data[0]?.transformative, 0)
  t.equal(data[0]?.substantial_potential, null)
  const csv = await get(
    '/v1/plan-summaries.csv?fields=id,transformative,substantial_potential&sort=transformative&limit=1'
  )
  t.match(csv.body, /\r\n[^,]+,0,\r\n$/)
  const reading = await json('/v1/commitments?country=CL&starred=true&plan=CL-2')
  t.equal(reading.data[0]?.completion_end_of_term, 'not_reviewed')
})

t.test('suffix, parameter and Accept header are three equal ways, in that order of strength', async t => {
  const { get } = await start(t)
  const bodies = await Promise.all([
    get('/v1/members.csv'),
    get('/v1/members?format=csv'),
    get('/v1/members', { headers: { accept: 'text/csv' } }),
    get('/v1/members.csv?format=ndjson', { headers: { accept: 'application/json' } }),
    get('/v1/members?format=csv', { headers: { accept: 'application/json' } })
  ])
  for (const { body, headers } of bodies) {
    t.equal(body, bodies[0]?.body)
    t.equal(headers['content-type'], 'text/csv; charset=utf-8; header=present')
    t.equal(headers['content-disposition'], 'attachment; filename="ogp-members-2026-11.csv"')
  }
  t.match(
    (await get('/v1/members', { headers: { accept: 'text/html,*/*;q=0.8' } })).headers['content-type'],
    'application/json'
  )
  t.equal((await get('/v1/members.json')).body, (await get('/v1/members')).body)
  const item = await get('/v1/members/CL.csv')
  t.equal(item.body.split('\r\n').length, 3)
})

t.test('only the columns asked for come, in the order asked for', async t => {
  const { get, json } = await start(t)
  t.match((await get('/v1/members.csv?fields=name_fr,id&limit=1')).body, /^name_fr,id\r\nAfghanistan,AF\r\n$/)
  t.same(Object.keys((await json('/v1/members?fields=name_fr,id&limit=1')).data[0] ?? {}), ['name_fr', 'id'])
  const item = JSON.parse((await get('/v1/members/CL?fields=name_fr')).body)
  t.same(item.data, { name_fr: 'Chili' })
})

t.test('a limited export is a page, and its Link header leads to the next', async t => {
  const { get } = await start(t)
  let lines: string[] = []
  for (let next: string | undefined = '/v1/members.csv?limit=40&sort=-region'; next; ) {
    const page = await get(next)
    t.equal(Number(page.headers['row-count']), page.body.split('\r\n').length - 2)
    lines = [...lines, ...page.body.split('\r\n').slice(1, -1)]
    next = /<([^>]+)>; rel="next"/.exec(String(page.headers.link))?.[1]
  }
  t.same(lines, (await get('/v1/members.csv?sort=-region')).body.split('\r\n').slice(1, -1))
})
