import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { publish } from '../src/import/publish/publish.ts'
import { DATASETS } from '../src/v1/index.ts'
import { cases } from './cases.ts'
import { questions } from './counting.ts'
import { type Client, connection, start } from './helper.ts'
import { same } from './same.ts'

type Row = Record<string, unknown>
type Change = { dataset: string; id: string; operation: string; field: string; old: unknown; new: unknown }

const ndjson = async ({ get }: Client, path: string): Promise<Row[]> =>
  (await get(path)).body
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

const dump = async (client: Client, release: string, names = DATASETS.map(({ name }) => name)) => {
  const state: Record<string, Record<string, Row>> = {}
  for (const name of names) {
    const rows = await ndjson(client, `/v1/${name}.ndjson?release=${release}`)
    state[name] = Object.fromEntries(rows.map(row => [row.id, row]))
  }
  return state
}

/** What a client does with changes. */
function apply(state: Record<string, Record<string, Row>>, changes: readonly Change[]) {
  for (const { dataset, id, operation, field, new: value } of changes) {
    const rows = state[dataset] as Record<string, Row>
    if (operation === 'insert') rows[id] = value as Row
    else if (operation === 'delete') delete rows[id]
    else rows[id] = { ...rows[id], [field]: value }
  }
  return state
}

t.test('changes applied to the dump of 2016-12 give the newest dump exactly', async t => {
  const client = await start(t)
  const old = await dump(client, '2016-12')
  const changes = (await ndjson(client, '/v1/changes.ndjson?since=2016-12')) as Change[]
  t.ok(changes.length > 1000)
  t.same(new Set(changes.map(({ operation }) => operation)), new Set(['insert', 'update']))
  same(t, apply(old, changes), await dump(client, '2026-11'))
})

t.test('the same in CSV: cells are those of an export, whole records are JSON', async t => {
  const { get } = await start(t)
  const { body, headers } = await get('/v1/changes.csv?since=2016-12&dataset=commitments')
  t.match(body, /^dataset,id,operation,field,old,new\r\n/)
  t.match(headers['content-disposition'], 'ogp-changes-2016-12-to-2026-11.csv')
  const rows: Change[] = parse(body, { columns: true })
  t.equal(rows.length, Number(headers['row-count']))
  const cells = async (release: string) => {
    const csv: Record<string, string>[] = parse((await get(`/v1/commitments.csv?release=${release}`)).body, {
      columns: true
    })
    return new Map(csv.map(row => [row.id, row]))
  }
  const [before, after] = [await cells('2016-12'), await cells('2026-11')]
  const isTold = ({ id, operation, field, old, new: value }: Change) =>
    operation === 'update'
      ? before.get(id)?.[field] === old && after.get(id)?.[field] === value
      : JSON.parse(String(value)).id === id
  t.same(
    rows.filter(row => !isTold(row)),
    []
  )
})

t.test('changes of a question, applied to its old rows, give its new rows', async t => {
  const client = await start(t)
  const random = await questions(client, 1)
  const texts: { name: string; conditions: [string, string][]; columns?: string[] }[] = [
    { name: 'commitments', conditions: [['q', 'parliament']] },
    { name: 'commitments', conditions: [['completion', 'complete']], columns: ['title', 'completion', 'starred'] }
  ]
  const rowsOf = async (name: string, query: URLSearchParams) =>
    Object.fromEntries((await ndjson(client, `/v1/${name}.ndjson?${query}`)).map(row => [row.id, row]))
  const holds = async (name: string, conditions: [string, string][], columns?: string[]) => {
    const asked: [string, string][] = [
      ...conditions,
      ...(columns ? [['fields', ['id', ...columns].join()] as [string, string]] : [])
    ]
    const [then, now] = await Promise.all(
      ['2016-12', '2026-11'].map(release => rowsOf(name, new URLSearchParams([...asked, ['release', release]])))
    )
    const query = new URLSearchParams([...asked, ['since', '2016-12'], ['dataset', name]])
    const changes = (await ndjson(client, `/v1/changes.ndjson?${query}`)) as Change[]
    same(t, apply({ [name]: then ?? {} }, changes)[name], now, decodeURIComponent(String(query)))
    const page = await client.json(`/v1/changes?${query}&limit=3`)
    t.same([page.meta.total, page.data], [changes.length, changes.slice(0, 3)])
  }
  for (const { name, conditions, columns } of texts) await holds(name, conditions, columns)
  await fc.assert(
    fc.asyncProperty(random, async ({ dataset, conditions }) => holds(dataset.name, conditions)),
    { numRuns: cases(25), seed: 2016 }
  )
})

t.test('filters of changes need the one dataset that they are filters of', async t => {
  const { get } = await start(t)
  const errorsOf = async (query: string) => JSON.parse((await get(`/v1/changes?since=2016-12&${query}`)).body).errors
  t.match(await errorsOf('founding=true'), [{ parameter: 'founding', allowed: ['members'] }])
  t.match(await errorsOf('dataset=members,commitments&country=CL&fields=id'), [
    { parameter: 'country', detail: /name it, and it alone/ },
    { parameter: 'fields' }
  ])
  t.match(await errorsOf('dataset=commitments&completion=done&fields=titel&x=1'), [
    { parameter: 'x' },
    { parameter: 'completion' },
    { parameter: 'fields', nearest: ['title'] }
  ])
})

t.test('a walk in pages gives what an export gives, whatever their size', async t => {
  const client = await start(t)
  const whole = await ndjson(client, '/v1/changes.ndjson?since=2016-12&dataset=commitments,members,editions')
  // Small steps through many changes would take long and show nothing more.
  for (const limit of [1000, Math.ceil(whole.length / 40)]) {
    const rows: Row[] = []
    let next: string | undefined = `/v1/changes?since=2016-12&dataset=commitments,members,editions&limit=${limit}`
    for (let pages = 0; next && pages < 400; pages++) {
      const { data, meta, links } = await client.json(next)
      t.equal(meta.total, whole.length)
      t.equal(meta.returned, data.length)
      rows.push(...data)
      next = links.next
    }
    same(t, rows, whole)
  }
  const page = await client.json('/v1/changes?since=2016-12&dataset=commitments&operation=update&limit=3')
  t.ok(page.data.every(({ operation }) => operation === 'update'))
  const { body } = await client.get('/v1/changes.csv?since=2016-12&dataset=commitments&operation=update&limit=3')
  t.equal(body.trim().split('\r\n').length, 4)
})

t.test('nothing changed since the newest release', async t => {
  const { json, get } = await start(t)
  t.match(await json('/v1/changes?since=2026-11'), { data: [], meta: { total: 0, since: '2026-11' } })
  t.equal((await get('/v1/changes.csv?since=2026-11')).body, 'dataset,id,operation,field,old,new\r\n')
  t.match(await json('/v1/changes?since=2016-12&release=2016-12'), { data: [] })
})

t.test('a wrong question about changes gets every fault at once', async t => {
  const { get } = await start(t)
  const faults = async (query: string) =>
    JSON.parse((await get(`/v1/changes${query}`)).body).errors.map(({ parameter }: Row) => parameter)
  t.same(await faults(''), ['since'])
  t.same(await faults('?since=2099&dataset=membrs&operation=upsert&limit=0&x=1'), [
    'x',
    'since',
    'dataset',
    'operation',
    'limit'
  ])
  t.same(await faults('?since=2026-11&release=2016-12'), ['since'])
  t.same(await faults('?since=2016-12&cursor=abc'), ['cursor'])
  const { body } = await get('/v1/changes?since=2016-12&dataset=membrs')
  t.match(JSON.parse(body).errors, [{ nearest: ['members'] }])
  const next = JSON.parse((await get('/v1/changes?since=2016-12&limit=1')).body).links.next as string
  t.equal((await get(`${next}&dataset=members`)).statusCode, 400)
  t.equal((await get('/v1/changes.csv?since=2016-12', { method: 'HEAD' })).body, '')
  const tag = (await get('/v1/changes?since=2016-12')).headers.etag
  t.equal((await get('/v1/changes?since=2016-12', { headers: { 'if-none-match': String(tag) } })).statusCode, 304)
})

t.test('a walk through changes stays between its two releases', async t => {
  const { json, app, url } = await start(t, { own: 'database' })
  const first = await json('/v1/changes?since=2016-12&limit=5')
  await publish(url, { id: 'later', title: 'A test', date: '2027-01-01' }, [
    {
      table: 'contacts',
      complete: true,
      rows: [{ id: 'new-one', value: 'x', note: null, source_id: 'brochure-2016-fr', source_locator: null }]
    }
  ])
  await app.service.releases.refresh()
  const second = await json(first.links.next ?? '')
  t.equal(second.meta.release, '2026-11')
  t.equal(second.meta.total, first.meta.total)
  const { data } = await json('/v1/changes?since=2026-11&dataset=contacts&operation=insert')
  t.match(data, [{ id: 'new-one', field: null, old: null, new: { id: 'new-one', value: 'x' } }])
  t.equal((await json('/v1/changes?since=2026-11&dataset=contacts')).meta.total, 10)
})

t.test('whatever is imported, changes lead from any release to any later one', async t => {
  const client = await start(t, { own: 'database' })
  const { url, app } = client
  const sql = connection(t, url)
  const states = fc.array(
    fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        value: fc
          .string({ minLength: 1, unit: 'grapheme' })
          .filter(text => !text.includes('\0') && text.isWellFormed()),
        note: fc.option(fc.constantFrom('one', 'two'))
      }),
      { selector: row => row.id, minLength: 1 }
    ),
    { minLength: 2, maxLength: 5 }
  )
  let count = 0
  await fc.assert(
    fc.asyncProperty(states, async imports => {
      const ids = ['2016-12']
      for (const rows of imports) {
        const id = `x${++count}`
        const full = rows.map(row => ({ ...row, source_id: 'brochure-2016-fr', source_locator: null }))
        const release = { id, title: 'A test', date: '2027-01-01' }
        if ((await publish(url, release, [{ table: 'contacts', complete: true, rows: full }])).published) ids.push(id)
      }
      await app.service.releases.refresh()
      const last = ids.at(-1) as string
      for (const since of ids) {
        const changes = (await ndjson(
          client,
          `/v1/changes.ndjson?since=${since}&dataset=contacts&release=${last}`
        )) as Change[]
        t.same(apply(await dump(client, since, ['contacts']), changes), await dump(client, last, ['contacts']))
      }
    }),
    { numRuns: cases(8), seed: 2016 }
  )
  t.ok((await sql`select 1 from releases where id like 'x%'`).length > cases(8))
})

t.test('a history tells what each release knew of a record', async t => {
  const { json, get } = await start(t)
  const { data: romania } = await json('/v1/irm-readings?country=RO&plan=RO-2&edition=database-2024&fields=commitment')
  const id = String(romania[0]?.commitment)
  const { data, meta } = await json(`/v1/commitments/${id}/history`)
  t.equal(meta.total, data.length)
  t.match(data[0], {
    release: '2016-12',
    date: '2016-12-31',
    operation: 'insert',
    field: null,
    new: { id, edition: 'explorer-2016', completion_end_of_term: 'not_reviewed' }
  })
  t.match(
    data.filter(({ field }) => field === 'edition' || field === 'completion_end_of_term'),
    [
      { release: '2026-11', operation: 'update', field: 'edition', old: 'explorer-2016', new: 'database-2024' },
      { release: '2026-11', field: 'completion_end_of_term', old: 'not_reviewed', new: 'complete' }
    ]
  )
  const then = await json(`/v1/commitments/${id}/history?release=2016-12`)
  t.equal(then.data.length, 1)
  const csv = await get(`/v1/commitments/${id}/history.csv`)
  t.match(csv.body, /^release,date,dataset,id,operation,field,old,new\r\n2016-12,2016-12-31,commitments,/)
  t.equal(Number(csv.headers['row-count']), data.length)
  t.equal((await get(`/v1/commitments/${id}/history.csv`, { method: 'HEAD' })).body, '')
  t.equal((await get(`/v1/commitments/${id}/history?format=ndjson`)).body.trim().split('\n').length, data.length)
})

t.test('a history is found by every name of the record, also when the record has ended', async t => {
  const { json, get, url, app } = await start(t, { own: 'database' })
  t.equal((await get('/v1/members/cl/history')).headers.location, '/v1/members/CL/history')
  const [row] = (await json('/v1/commitments?plan=IE-1&featured=star-reforms&fields=id,ogp_id')).data
  t.equal((await json(`/v1/commitments/${row?.ogp_id}/history`)).meta.id, row?.id)
  t.equal((await get('/v1/members/XX/history')).statusCode, 404)
  await publish(url, { id: 'later', title: 'A test', date: '2027-01-01' }, [
    {
      table: 'contacts',
      complete: true,
      rows: [{ id: 'new-one', value: 'x', note: null, source_id: 'brochure-2016-fr', source_locator: null }]
    }
  ])
  await app.service.releases.refresh()
  const { data } = await json('/v1/contacts/organisation/history')
  t.match(data.at(-1), { release: 'later', operation: 'delete', old: { id: 'organisation' }, new: null })
})
