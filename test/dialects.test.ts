import { writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { importFiles } from '../src/import/import.ts'
import { publish } from '../src/import/publish/publish.ts'
import { database, start } from './helper.ts'
import { pathFor } from './synthetic.ts'

const MARK = Buffer.from([0xef, 0xbb, 0xbf])
const DIALECTS = [
  { dialect: 'rfc4180', delimiter: ',', marked: false },
  { dialect: 'excel', delimiter: ',', marked: true },
  { dialect: 'excel-eu', delimiter: ';', marked: true }
]
const ADDRESSES = [
  '/v1/commitments.csv?country=CL',
  '/v1/members.csv?limit=3',
  '/v1/members/CL.csv?fields=id,name_fr',
  '/v1/changes.csv?since=2016-12&dataset=members',
  '/v1/commitments/IE0014/history.csv',
  '/v1/commitments/aggregate.csv?group=country'
]

t.test('a dialect writes the same cells with its own delimiter and byte-order mark', async t => {
  const { get } = await start(t)
  for (const address of ADDRESSES) {
    const plain = parse((await get(address)).body) as string[][]
    const tags = new Set<unknown>()
    for (const { dialect, delimiter, marked } of DIALECTS) {
      const answer = await get(`${address}${address.includes('?') ? '&' : '?'}dialect=${dialect}`)
      const { headers, rawPayload } = answer
      t.equal(headers['content-type'], 'text/csv; charset=utf-8; header=present')
      t.equal(rawPayload.subarray(0, 3).equals(MARK), marked, `${dialect}: ${marked ? 'a' : 'no'} byte-order mark`)
      const body = rawPayload.subarray(marked ? 3 : 0).toString()
      t.notOk(body.includes('\ufeff'))
      t.same(parse(body, { delimiter, recordDelimiter: '\r\n' }), plain, `${dialect}: ${address}`)
      t.equal(Number(headers['row-count']), plain.length - 1)
      tags.add(headers.etag)
    }
    t.equal(tags.size, DIALECTS.length, 'each has a tag of its own')
    t.ok(tags.has((await get(address)).headers.etag), 'the default named is the default')
  }
})

t.test('a dialect goes with CSV however that is asked for, and with nothing else', async t => {
  const { get } = await start(t)
  const bodies = await Promise.all([
    get('/v1/themes.csv?dialect=excel-eu'),
    get('/v1/themes?format=csv&dialect=excel-eu'),
    get('/v1/themes?dialect=excel-eu', { headers: { accept: 'text/csv' } })
  ])
  for (const { body } of bodies) t.equal(body, bodies[0]?.body)
  for (const address of [
    '/v1/themes',
    '/v1/themes.xlsx',
    '/v1/themes.ndjson',
    '/v1/members/CL',
    '/v1/members/CL/history'
  ]) {
    const refused = await get(`${address}?dialect=excel`)
    t.equal(refused.statusCode, 400, address)
    t.match(JSON.parse(refused.body).errors, [{ parameter: 'dialect', detail: /Only csv is written in dialects/ }])
  }
  const misspelt = await get('/v1/themes.csv?dialect=exel')
  t.match(JSON.parse(misspelt.body).errors, [
    { parameter: 'dialect', allowed: DIALECTS.map(({ dialect }) => dialect), nearest: ['excel'] }
  ])
})

t.test('links keep the dialect where they lead to CSV, and only there', async t => {
  const { get } = await start(t)
  let cells: string[][] = []
  for (let next: string | undefined = '/v1/members.csv?limit=40&fields=id,name_fr&dialect=excel-eu'; next; ) {
    const { headers, body } = await get(next)
    cells = [...cells, ...(parse(body, { delimiter: ';', bom: true }) as string[][]).slice(1)]
    const link = String(headers.link)
    t.match(link, /\/v1\/members\.csv\?fields=id,name_fr(&release=2026-11)?&dialect=excel-eu>; rel="alternate"/)
    t.match(link, /\/v1\/members\.ndjson\?fields=id,name_fr(&release=2026-11)?>; rel="alternate"/)
    t.match(link, 'format=csv&dialect=excel-eu&release=2026-11>; rel="cite-as"')
    next = /<([^>]+)>; rel="next"/.exec(link)?.[1]
  }
  t.same(cells, parse((await get('/v1/members.csv?fields=id,name_fr')).body).slice(1))
})

t.test('text that looks like a formula is left as it is', async t => {
  const url = await database(t)
  const values = ['=1+1', '@SUM(A1)', '+3', '-x', "=cmd|' /C calc'!A0", 'a;b', 'a,b', '"quoted"', '\ufeff']
  const rows = values.map((value, at) => {
    return { id: `c${at}`, value, note: null, source_id: 'brochure-2016-fr', source_locator: null }
  })
  const contents = [{ table: 'contacts', complete: true, rows }] as const
  await publish(url, { id: '2027-01', title: 'Hard cells', date: '2027-01-01' }, contents)
  const { get } = await start(t, { url })
  for (const { dialect, delimiter, marked } of DIALECTS) {
    const { body } = await get(`/v1/contacts.csv?fields=value&sort=id&dialect=${dialect}`)
    t.same(
      parse(body.slice(marked ? 1 : 0), { delimiter }).slice(1),
      values.map(value => [value])
    )
  }
})

t.test('an export in any dialect is imported again: as it is, and edited', async t => {
  const { get, url, app, json } = await start(t, { own: 'database' })
  for (const { dialect } of DIALECTS) {
    for (const name of ['eligibility-scores', 'commitments', 'members']) {
      const file = pathFor(t, `${name}-${dialect}.csv`)
      writeFileSync(file, (await get(`/v1/${name}.csv?dialect=${dialect}`)).rawPayload)
      const release = { id: 'again', title: 'A test', date: '2026-11-24' }
      const report = await importFiles(url, { files: [file], release, strict: true })
      t.match(report, { outcome: 'nothing changed', refusals: [] }, `${name} in ${dialect}`)
    }
  }
  const { body } = await get('/v1/eligibility-scores.csv?dialect=excel-eu')
  const lines = body.split('\r\n')
  const at = (lines[0]?.slice(1).split(';') ?? []).indexOf('note')
  const cells = lines[1]?.split(';') ?? []
  cells[at] = '"Edited; for a test"'
  const file = pathFor(t, 'edited.csv')
  writeFileSync(file, [lines[0], cells.join(';'), ...lines.slice(2)].join('\r\n'))
  const report = await importFiles(url, {
    files: [file],
    release: { id: 'edited', title: 'A test', date: '2026-11-24' }
  })
  t.match(report.tables.eligibility_scores, { added: 0, changed: 1 })
  await app.service.releases.refresh()
  t.match((await json(`/v1/eligibility-scores/${cells[0]}`)).data, { note: 'Edited; for a test' })
})
