import t from 'tap'
import { importFiles } from '../src/import/import.ts'
import { type Client, start } from './helper.ts'
import { row2016, writeFile } from './synthetic.ts'

type Extent = { status: string; plans: number; whole_plans: number; whole_years: number[]; partial_years: number[] }
const extentOf = async ({ json }: Client, path: string) => {
  const { meta } = await json(path)
  return { ...(meta.extent as Extent), notes: meta.notes as string[] }
}

t.test('every answer says whether the plans it asks about are whole or a selection', async t => {
  const client = await start(t)
  t.match(await extentOf(client, '/v1/commitments?year=2012&limit=1'), { status: 'whole', partial_years: [] })
  t.match(await extentOf(client, '/v1/commitments?year=2018..&limit=1'), { status: 'partly_whole', whole_years: [] })
  const mexico = await extentOf(client, '/v1/commitments/aggregate?country=MX&group=completion&measure=share')
  t.match(mexico, { status: 'partly_whole', whole_years: [2011, 2013], partial_years: [2019] })
  t.match(mexico.notes[0], /^Whole: Mexico: all commitments of 2 of 3 action plans \(2011, 2013\)/)
  t.match(mexico.notes[1], /^A selection: Mexico: .*totals and shares over them are not OGP’s\.$/)
  t.match(mexico.notes[2], /^share: /)
  t.match(await extentOf(client, '/v1/commitments?country=KP&limit=1'), { status: 'none', plans: 0 })
  t.notOk((await client.json('/v1/members?limit=1')).meta.extent)
})

t.test('what is asked of commitments does not change which plans are meant', async t => {
  const client = await start(t)
  const { notes: _, ...all } = await extentOf(client, '/v1/commitments?year=2018&limit=1')
  for (const filter of ['theme=education', 'completion=complete', 'q=zyzzyva']) {
    t.match(await extentOf(client, `/v1/commitments?year=2018&${filter}&limit=1`), all, filter)
  }
})

t.test('a reading counts as whole where its own edition is', async t => {
  const client = await start(t)
  t.match(await extentOf(client, '/v1/irm-readings?edition=explorer-2016&limit=1'), { status: 'whole', plans: 100 })
  t.match(await extentOf(client, '/v1/irm-readings?edition=database-2024&limit=1'), { status: 'selection' })
})

t.test('the extent stands in every form in which rows leave, in both languages', async t => {
  const { get, json } = await start(t)
  const cited = encodeURIComponent('/v1/commitments?country=MX')
  for (const style of ['bibtex', 'csl', 'ris'])
    t.match((await get(`/v1/cite?url=${cited}&style=${style}`)).body, /Mexico: all commitments of 2 of 3/, style)
  t.match((await get(`/v1/cite?url=${cited}`)).body, '[Data set, in part a selection]')
  t.match((await get(`/v1/cite?url=${cited}&lang=fr`)).body, '[Jeu de données, en partie une sélection]')
  t.match((await json(`/v1/describe?url=${cited}&lang=fr`)).meta.notes, [/^Complet\u00a0: Mexique/, /^Une sélection/])
  t.match((await get('/v1/commitments?country=MX&lang=fr&limit=1')).headers, { 'content-language': 'fr' })
  // A CSV has no place for a note; the metadata that its Link header names do.
  const { headers } = await get('/v1/commitments.csv?country=MX&fields=id&limit=1')
  const [, described = ''] =
    /<http:\/\/data\.test([^>]+)>; rel="describedby"; type="application\/csvm/.exec(String(headers.link)) ?? []
  t.match(JSON.parse((await get(described)).body)['rdfs:comment'], [
    { '@value': /^Whole: Mexico: /, '@language': 'en' },
    { '@value': /^Complet\u00a0: Mexique/, '@language': 'fr' },
    { '@value': /^A selection: Mexico: /, '@language': 'en' },
    { '@value': /^Une sélection/, '@language': 'fr' }
  ])
  t.notOk('rdfs:comment' in JSON.parse((await get('/v1/members.csv-metadata.json')).body))
  const pages = [
    'en',
    'en?embed=1',
    'en/commitments?country=MX',
    'en/commitments?country=MX&embed=1',
    'en/countries',
    'en/countries/MX',
    'en/themes',
    'en/themes/open-data',
    'en/compare?country=CL,MX',
    'en/compare?country=CL,MX&embed=1',
    'en/commitments.svg?country=MX',
    'en/map.svg'
  ]
  for (const path of pages) t.match((await get(`/explorer/${path}`)).body, /A selection: /, path)
  for (const path of pages)
    t.match((await get(`/explorer/${path.replace('en', 'fr')}`)).body, /Une sélection\u00a0: /, path)
})

t.test('a share of few is told as how many of how many', async t => {
  const { get } = await start(t)
  const { body } = await get('/explorer/en/commitments?country=MT&show=share')
  t.match(body, /\d of \d/)
  t.notMatch(body, /\(100%\)/)
})

t.test('a file is whole unless it is told to be an extract', async t => {
  const client = await start(t, { own: 'database' })
  const release = (id: string) => ({ id, title: 'A test', date: '2026-11-25' })
  const rows = [row2016(1, { Country: 'Chile', 'Action Plan Number': '9', 'Year of submission': '2031' })]
  const edition = (id: string) => ({ edition: { id, date: '2031-01' } })
  await importFiles(client.url, {
    files: [writeFile(t, 'commitments-2016', rows, {}, 'part.csv')],
    release: release('part'),
    ...edition('water'),
    selection: ['commitments on water', 'des engagements sur l’eau']
  })
  await client.app.service.releases.refresh()
  const part = await extentOf(client, '/v1/commitments?year=2031&limit=1')
  t.match(part, { status: 'selection', plans: 1 })
  t.match(part.notes, [/only commitments on water are here/])
  const french = await extentOf(client, '/v1/commitments?year=2031&limit=1&lang=fr')
  t.match(french.notes, [/ne figurent que des engagements sur l’eau/])
  await importFiles(client.url, {
    files: [writeFile(t, 'commitments-2016', [...rows, row2016(2, rows[0])], {}, 'all.csv')],
    release: release('all'),
    ...edition('all')
  })
  await client.app.service.releases.refresh()
  t.match(await extentOf(client, '/v1/commitments?year=2031&limit=1'), { status: 'whole', plans: 1 })
  t.match((await client.json('/v1/action-plans/CL-9')).data, { extent: 'whole', extent_edition: 'all' })
})
