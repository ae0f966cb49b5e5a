import t from 'tap'
import { publish } from '../src/import/publish/publish.ts'
import { connection, database, made, start } from './helper.ts'

const change = (url: string, id: string, name: string) =>
  publish(url, { id, title: 'A test', date: '2027-01-01' }, [
    {
      table: 'contacts',
      complete: true,
      rows: [
        { id: 'organisation', value: name, note: null, source_id: 'brochure-2016-fr', source_locator: 'CONTACTEZ-NOUS' }
      ]
    }
  ])

t.test('a pinned answer is the same bytes after a newer release came', async t => {
  const { get, app, url } = await start(t, { own: 'database' })
  const paths = [
    '/v1/contacts',
    '/v1/contacts.csv',
    '/v1/contacts/organisation',
    '/v1/commitments?country=CL',
    '/v1/members.ndjson?status=active'
  ]
  const before = await Promise.all(paths.map(path => get(`${path}${path.includes('?') ? '&' : '?'}release=2016-12`)))
  const moving = await get('/v1/contacts')
  t.equal((await change(url, '2027-01', 'Renamed')).published, true)
  await app.service.releases.refresh()
  const after = await Promise.all(paths.map(path => get(`${path}${path.includes('?') ? '&' : '?'}release=2016-12`)))
  t.same(
    after.map(({ body }) => body),
    before.map(({ body }) => body)
  )
  t.same(
    after.map(({ headers }) => headers.etag),
    before.map(({ headers }) => headers.etag)
  )
  const now = await get('/v1/contacts')
  t.equal(now.headers['data-release'], '2027-01')
  t.not(now.headers.etag, moving.headers.etag)
  t.same(
    JSON.parse(now.body).data.map((row: { value: string }) => row.value),
    ['Renamed']
  )
})

t.test('a walk stays in the release it started in', async t => {
  const { json, app, url } = await start(t, { own: 'database' })
  const first = await json('/v1/contacts?limit=4')
  await change(url, '2027-01', 'Renamed')
  await app.service.releases.refresh()
  const rest = await json(first.links.next ?? '')
  t.equal(rest.meta.release, '2026-11')
  t.equal(rest.meta.total, 9)
  t.equal(rest.data.length, 4)
})

t.test('what December 2016 did not know is not in its release', async t => {
  const { json } = await start(t)
  const then = await json(
    '/v1/commitments?release=2016-12&plan=IE-1&featured=star-reforms&fields=ogp_id,edition,completion_end_of_term'
  )
  t.same(then.data, [{ ogp_id: null, edition: 'explorer-2016', completion_end_of_term: 'not_reviewed' }])
  const now = await json('/v1/commitments?plan=IE-1&featured=star-reforms&fields=ogp_id,edition,completion_end_of_term')
  t.same(now.data, [{ ogp_id: 'IE0014', edition: 'database-2024', completion_end_of_term: 'complete' }])
  t.equal((await json('/v1/commitments?release=2016-12')).meta.total, 1927)
  t.equal((await json('/v1/membership-events?release=2016-12&event=withdrawn')).meta.total, 2)
  t.equal((await json('/v1/membership-events?event=withdrawn')).meta.total, 4)
})

t.test('the newest edition is the current reading, the older ones stay reachable', async t => {
  const { json } = await start(t)
  const { data } = await json('/v1/irm-readings?commitment=RO-2-6swx5mxz&fields=edition,newest,completion_end_of_term')
  t.same(data, [
    { edition: 'database-2024', newest: true, completion_end_of_term: 'complete' },
    { edition: 'explorer-2016', newest: false, completion_end_of_term: 'not_reviewed' },
    { edition: 'ogp-page', newest: false, completion_end_of_term: null }
  ])
  const assessments = await json('/v1/irm-assessments/RO-2-6swx5mxz?fields=edition')
  t.same(assessments.data, { edition: 'database-2024' })
})

t.test('releases are listed with what they hold', async t => {
  const { get } = await start(t)
  const { data } = JSON.parse((await get('/v1/releases')).body)
  t.same(
    data.map((release: { id: string; current: boolean }) => [release.id, release.current]),
    [
      ['2026-11', true],
      ['2016-12', false]
    ]
  )
  t.match(JSON.parse((await made({ get }, '/v1/releases/2016-12')).body).data, {
    id: '2016-12',
    date: '2016-12-31',
    status: 'published'
  })
})

t.test('publishing the same rows again changes nothing and leaves no release', async t => {
  const url = await database(t)
  const sql = connection(t, url)
  const rows =
    await sql`select id, value, note, note_fr, source_id, source_locator from contacts where valid_to is null`
  const batch = [{ table: 'contacts' as const, complete: true, rows: rows as never }]
  const report = await publish(url, { id: '2027-01', title: 'Again', date: '2027-01-01' }, batch)
  t.same(report, {
    release: '2027-01',
    published: false,
    tables: { contacts: { read: 9, added: 0, changed: 0, ended: 0, unchanged: 9 } }
  })
  t.equal((await sql`select from releases`).length, 2)
})

t.test('what contradicts itself or points nowhere is refused whole', async t => {
  const url = await database(t)
  const sql = connection(t, url)
  const row = { value: 'x', note: null, source_id: 'brochure-2016-fr', source_locator: null }
  const release = { id: '2027-01', title: 'Bad', date: '2027-01-01' }
  await t.rejects(
    publish(url, release, [
      {
        table: 'contacts',
        complete: true,
        rows: [
          { id: 'a', ...row },
          { id: 'a', ...row }
        ]
      }
    ]),
    /"a" occurs more than once/
  )
  await t.rejects(
    publish(url, release, [{ table: 'contacts', complete: true, rows: [{ id: 'a', ...row, source_id: 'nobody' }] }]),
    /source_id|foreign key/
  )
  await t.rejects(
    publish(url, release, [{ table: 'working_groups', complete: true, rows: [] }]),
    /working_group_leads "\S+": working_group "open-data" is not among/
  )
  await t.rejects(publish(url, { ...release, id: '2016-12' }, []), /exists already/)
  t.equal((await sql`select from releases`).length, 2)
  t.equal((await sql`select from contacts where valid_to is null`).length, 9)
})
