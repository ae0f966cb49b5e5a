import { writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t, { type Test } from 'tap'
import { importFiles } from '../../src/import/import.ts'
import { DATASETS } from '../../src/v1/index.ts'
import { few } from '../cases.ts'
import { type Client, connection, database, made, start } from '../helper.ts'
import { type Cells, pathFor, row2016, writeFile } from '../synthetic.ts'

let number = 0
const release = (id = `r${++number}`) => ({ id, title: 'A test', date: '2026-11-24' })

const bring = async (t: Test, client: Client, layout: string, rows: readonly Cells[]) => {
  const report = await importFiles(client.url, {
    files: [writeFile(t, layout, rows, {}, `${++number}.csv`)],
    release: release()
  })
  await client.app.service.releases.refresh()
  return report
}

const item = async ({ get }: Client, path: string) => JSON.parse((await get(path)).body).data
const idsOf = async ({ json }: Client, plan = 'CL-9') =>
  Object.fromEntries(
    (await json(`/v1/commitments?plan=${plan}&fields=id,title`)).data.map(({ id, title }) => [title, id])
  )

t.test(
  'a commitment keeps its id when its row moves, its title is respelt and its official id becomes known',
  async t => {
    const client = await start(t, { own: 'sample' })
    await bring(t, client, 'commitments-2016', [
      row2016(1, { 'Commitment Title': '1. Open the budget' }),
      row2016(2, { 'Commitment Title': '2. Publish contracts' })
    ])
    const before = await idsOf(client)
    const moved = await bring(t, client, 'commitments-2016', [
      row2016(2, { 'Commitment Title': '2. Publish contracts' }),
      row2016(1, { 'Commitment Title': '1. Open the budget' })
    ])
    t.equal(moved.outcome, 'nothing changed')
    await bring(t, client, 'commitments-2024', [
      {
        'Commitment Unique Identifier': 'CL9001',
        'Country/Locality': 'Chile',
        Code: 'CHL',
        'Action Plan Number': '9',
        'Commitment Number': '1',
        'Commitment Title': 'OPEN THE BUDGET!'
      }
    ])
    const after = await idsOf(client)
    t.equal(after['OPEN THE BUDGET!'], before['1. Open the budget'])
    t.equal(after['2. Publish contracts'], before['2. Publish contracts'])
    t.equal((await item(client, '/v1/commitments/CL9001')).id, before['1. Open the budget'])
    // The official id decides from now on, whatever else is different.
    await bring(t, client, 'commitments-2024', [
      {
        'Commitment Unique Identifier': 'CL9001',
        'Country/Locality': 'Chile',
        Code: 'CHL',
        'Action Plan Number': '9',
        'Commitment Number': '7',
        'Commitment Title': 'Another name altogether'
      }
    ])
    t.equal((await idsOf(client))['Another name altogether'], before['1. Open the budget'])
  }
)

t.test('a number alone is no key: two commitments of one number stay two', async t => {
  const client = await start(t, { own: 'sample' })
  const rows = [
    row2016(2.1, { 'Commitment Title': 'Train teachers' }),
    row2016(2.1, { 'Commitment Title': 'Build bridges' }),
    row2016(2.1, { 'Commitment Title': 'Build bridges', 'Full Text': 'in the north' })
  ]
  await bring(t, client, 'commitments-2016', rows)
  t.equal((await client.json('/v1/commitments?plan=CL-9')).meta.total, 3)
  t.equal((await bring(t, client, 'commitments-2016', [...rows].reverse())).outcome, 'nothing changed')
})

t.test('an older edition that comes later fills gaps and overwrites nothing', async t => {
  const client = await start(t, { own: 'sample' })
  const modern = {
    'Commitment Unique Identifier': 'CL9002',
    'Country/Locality': 'Chile',
    Code: 'CHL',
    'Action Plan Number': '9',
    'Commitment Title': 'Open the budget',
    'Completion (Progress Report)': 'Complete',
    _CompletionProgress: '5'
  }
  const old = row2016(1, {
    'Commitment Title': 'Open the budget',
    'Lead Institution': 'Ministry of Tests',
    'Completion (progress report)': 'Limited',
    _CompletionProgress: '3'
  })
  await bring(t, client, 'commitments-2024', [modern])
  await bring(t, client, 'commitments-2016', [old])
  const { data } = await client.json('/v1/commitments?plan=CL-9')
  t.match(data, [
    {
      ogp_id: 'CL9002',
      described_in: 'database-2024',
      lead_institution: 'Ministry of Tests',
      edition: 'database-2024',
      completion: 'complete'
    }
  ])
  const readings = await client.json('/v1/irm-readings?plan=CL-9&fields=edition,newest,completion')
  t.same(readings.data, [
    { edition: 'database-2024', newest: true, completion: 'complete' },
    { edition: 'explorer-2016', newest: false, completion: 'limited' }
  ])
})

t.test('every dataset’s own CSV comes back unchanged', async t => {
  const { get, url } = await start(t, { own: 'sample' })
  for (const { name } of few(DATASETS)) {
    const file = pathFor(t, `${name}.csv`)
    writeFileSync(file, (await get(`/v1/${name}.csv`)).rawPayload)
    const report = await importFiles(url, { files: [file], release: release(), strict: true })
    t.match(report, { outcome: 'nothing changed', refusals: [] }, name)
  }
})

t.test('an export from before a column was added comes back, and what it does not hold stays', async t => {
  const client = await start(t, { own: 'sample' })
  const { get, url, app } = client
  const without = (body: string, columns: string[], edit = (cells: string[]) => cells) => {
    const [header = [], ...rows] = parse(body, { relaxColumnCount: true }) as string[][]
    const kept = header.flatMap((name, at) => (columns.includes(name) ? [] : [at]))
    return [header, ...rows.map(edit)]
      .map(row => kept.map(at => JSON.stringify(row[at] ?? '').replaceAll('\\"', '""')).join(','))
      .join('\n')
  }
  const old = pathFor(t, 'members-old.csv')
  const { body } = await get('/v1/members.csv')
  writeFileSync(old, without(body, ['cohort', 'joined', 'note']))
  const same = await importFiles(url, { files: [old], release: release(), strict: true })
  t.match(same, { outcome: 'nothing changed', files: [{ layout: 'members', missing: ['cohort', 'joined', 'note'] }] })
  const chile = await item(client, '/v1/members/CL')
  writeFileSync(
    old,
    without(body, ['cohort', 'joined', 'note'], cells =>
      cells[0] === 'CL' ? cells.map(cell => (cell === 'Chile' ? 'Chile!' : cell)) : cells
    )
  )
  t.match(await importFiles(url, { files: [old], release: release() }), { tables: { members: { changed: 1 } } })
  await app.service.releases.refresh()
  const then = await item(client, '/v1/members/CL')
  t.match(then, { name_en: 'Chile!', joined: chile.joined, cohort: chile.cohort, note: chile.note })
  writeFileSync(old, without(body, ['kind', 'country']))
  await t.rejects(importFiles(url, { files: [old], release: release() }), {
    message: /^members-old\.csv: .* the nearest is our table members\. Missing: "kind", "country"\. Not of the table: /
  })
  const [header = '', ...lines] = body.split('\r\n')
  writeFileSync(old, [`${header},name_en`, ...lines.map(line => line && `${line},x`)].join('\r\n'))
  await t.rejects(importFiles(url, { files: [old], release: release() }), {
    message: /holds the column "name_en" twice/
  })
})

t.test('an export can be edited, added to and cut', async t => {
  const client = await start(t, { own: 'sample' })
  const { get, url, app, json } = client
  const lines = (await get('/v1/eligibility-scores.csv')).body.split('\r\n')
  const header = lines[0]?.split(',') ?? []
  const at = header.indexOf('note')
  const [first = '', second = '', ...rest] = lines.slice(1).filter(Boolean)
  const cells = first.split(',')
  t.notMatch(first, '"', 'the first row is plain enough to be cut at its commas')
  cells[at] = 'Edited for a test'
  const added = [...cells]
  added[0] = 'CL-2031'
  added[header.indexOf('country')] = 'CL'
  added[header.indexOf('year')] = '2031'
  const file = pathFor(t, 'edited.csv')
  writeFileSync(file, [lines[0], cells.join(','), ...rest, added.join(',')].join('\n'))
  const report = await importFiles(url, { files: [file], release: release('edited'), complete: true })
  t.match(report.tables.eligibility_scores, { read: 182, added: 1, changed: 1, unchanged: 180, ended: 1 })
  await app.service.releases.refresh()
  t.match((await json(`/v1/eligibility-scores/${cells[0]}`)).data, { note: 'Edited for a test' })
  t.equal((await get(`/v1/eligibility-scores/${second.split(',')[0]}`)).statusCode, 404)
  t.equal((await get(`/v1/eligibility-scores/${second.split(',')[0]}?release=2026-11`)).statusCode, 200)
})

t.test(
  'a faulty row of an export is refused by line and column, and a complete file then publishes nothing',
  async t => {
    const { get, url } = await start(t, { own: 'sample' })
    const { body } = await get('/v1/contacts.csv')
    const file = pathFor(t, 'faulty.csv')
    writeFileSync(file, `${body}New One,x,,brochure-2016-fr,,\r\norganisation,again,,brochure-2016-fr,,\r\n`)
    const report = await importFiles(url, { files: [file], release: release(), complete: true })
    t.match(report, {
      outcome: 'refused',
      published: false,
      refusals: [
        { line: 11, column: 'id', value: 'New One' },
        { line: 12, column: 'id', reason: /duplicate of line \d+/ }
      ]
    })
    const unknown = pathFor(t, 'unknown.csv')
    writeFileSync(unknown, `${body}new-one,x,,no-such-source,,\r\n`)
    await t.rejects(importFiles(url, { files: [unknown], release: release() }), {
      name: 'Error',
      message: /no-such-source/
    })
  }
)

t.test('a dry run tells all and leaves nothing behind', async t => {
  const url = await database(t, { sample: true })
  const sql = connection(t, url)
  const file = writeFile(t, 'commitments-2016', [row2016(1), row2016(2, { Country: 'Atlantis' })])
  const [before] =
    await sql`select (select count(*) from releases) as releases, (select count(*) from commitments_ids) as ids`
  const report = await importFiles(url, { files: [file], release: release(), dryRun: true })
  t.match(report, { outcome: 'dry run', published: false, refusedRows: 1, tables: { commitments: { added: 1 } } })
  const strict = await importFiles(url, { files: [file], release: release(), strict: true })
  t.match(strict, { outcome: 'refused', published: false })
  const [after] =
    await sql`select (select count(*) from releases) as releases, (select count(*) from commitments_ids) as ids`
  t.same(after, before)
})

t.test('several files make one release, and a fault in one of them leaves all out', async t => {
  const client = await start(t, { own: 'sample' })
  const one = writeFile(t, 'commitments-2016', [row2016(1)], {}, 'one.csv')
  const two = writeFile(t, 'process-2016', [{ 'Country name': 'Chile', 'Action Plan Number': '9' }], {}, 'two.csv')
  const broken = pathFor(t, 'broken.csv')
  writeFileSync(broken, 'nothing,known\n1,2\n')
  await t.rejects(importFiles(client.url, { files: [one, two, broken], release: release() }), /broken\.csv/)
  t.equal((await importFiles(client.url, { files: [one, two], release: release('both') })).published, true)
  await client.app.service.releases.refresh()
  t.match(JSON.parse((await made(client, '/v1/releases/both')).body).data, { sources: ['one.csv', 'two.csv'] })
  t.equal((await item(client, '/v1/action-plans/CL-9')).id, 'CL-9')
})
