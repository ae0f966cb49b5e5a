import t from 'tap'
import { datasetAt } from '../src/engine/definition/dataset.ts'
import type { Field } from '../src/engine/definition/field.ts'
import { isLabelled } from '../src/engine/labels.ts'
import { LANGS } from '../src/i18n/words.ts'
import { DATASETS } from '../src/v1/index.ts'
import { few } from './cases.ts'
import { start } from './helper.ts'

const valuesOf = ({ schema }: Field) => schema.enum ?? schema.items?.enum ?? []

t.test('every coded value of every column is in its code list, alone, with a label in both languages', async t => {
  const { app, json } = await start(t)
  const book = await app.service.labels.of(app.service.releases.current())
  const lists = new Map<string, string[]>()
  for (const { field, code } of (await json('/v1/code-lists?limit=1000')).data as { field: string; code: string }[]) {
    lists.set(field, [...(lists.get(field) ?? []), code])
  }
  for (const dataset of DATASETS) {
    for (const [column, field] of Object.entries(dataset.fields)) {
      const codes = valuesOf(field)
      if (codes.length === 0) continue
      const name = `${dataset.name}.${column}`
      t.same(
        [...(lists.get(field.codeList ?? '') ?? [])].sort(),
        [...codes].sort(),
        `${field.codeList} explains ${name}`
      )
      const unlabelled = codes.flatMap(code =>
        LANGS.flatMap(lang => (book.label(field, code, lang) ? [] : [`${code} in ${lang}`]))
      )
      t.same(unlabelled, [], `every code of ${name} has a label in each language`)
    }
  }
})

t.test('every word of ours stands in both languages', async t => {
  for (const { name, title, row, description, fields, filters } of DATASETS) {
    const words = [title, row, description, ...Object.values(fields).flatMap(({ label, meaning }) => [label, meaning])]
    const all = [...words, ...Object.values(filters).map(({ meaning }) => meaning)]
    t.same(
      all.filter(([en, fr]) => !en.trim() || !fr.trim() || /[a-z]'[a-z]/.test(fr)),
      [],
      `${name}: in French, with typographic apostrophes`
    )
  }
})

t.test('labels stand behind their columns, in the language asked for', async t => {
  const { json, get } = await start(t)
  const path =
    '/v1/commitments?country=CL&starred=true&impact=transformative&fields=id,potential_impact,themes&labels=true'
  const [english] = (await json(path)).data
  t.same(Object.keys(english ?? {}), ['id', 'potential_impact', 'potential_impact_label', 'themes', 'themes_label'])
  t.equal(english?.potential_impact_label, 'Transformative')
  const french = await get(`${path}&lang=fr`)
  t.equal(french.headers['content-language'], 'fr')
  t.notMatch(french.headers.vary, /Accept-Language/, 'the address says which')
  t.match((await get(path)).headers.vary, /Accept-Language/)
  const { data, links } = JSON.parse(french.body)
  t.equal(data[0].potential_impact_label, 'Transformateur')
  t.match(links.csv, /labels=true&lang=fr/)
  t.not(french.headers.etag, (await get(path)).headers.etag)

  const csv = await get(`${path.replace('?', '.csv?')}&lang=fr`)
  t.match(csv.body, /^id,potential_impact,potential_impact_label,themes,themes_label\r\n/)
  t.match(csv.body, /Transformateur/)
})

t.test('Accept-Language chooses where the address does not', async t => {
  const { get } = await start(t)
  const path = '/v1/commitments?country=CL&starred=true&fields=potential_impact&labels=true'
  for (const [accepted, lang] of [
    ['fr-CA,fr;q=0.9,en;q=0.5', 'fr'],
    ['en-GB', 'en'],
    ['fr;q=0.2,en;q=0.8', 'en'],
    ['de', 'en'],
    ['*', 'en']
  ]) {
    const { headers } = await get(path, { headers: { 'accept-language': accepted } })
    t.equal(headers['content-language'], lang, `${accepted} gets ${lang}`)
  }
  t.equal((await get(`${path}&lang=en`, { headers: { 'accept-language': 'fr' } })).headers['content-language'], 'en')
})

t.test('an answer without words of ours has no language and varies by none', async t => {
  const { get } = await start(t)
  const { headers } = await get('/v1/members?limit=1', { headers: { 'accept-language': 'fr' } })
  t.equal(headers['content-language'], undefined)
  t.notMatch(headers.vary, /Accept-Language/)
})

t.test('items have labels as lists do, and keep them in their links', async t => {
  const { get } = await start(t)
  const { data, links } = JSON.parse((await get('/v1/members/jalisco?labels=true&lang=fr')).body)
  t.equal(data.kind, 'local')
  t.equal(data.kind_label, 'Collectivité territoriale')
  t.equal(data.country_label, undefined, 'names of countries stand beside their codes already')
  t.match(links.self, /labels=true&lang=fr/)
})

t.test('a walk through pages keeps its labels, and may change them on the way', async t => {
  const { json } = await start(t)
  const first = await json('/v1/eligibility-criteria?limit=2&labels=true&lang=fr')
  t.match(first.links.next, /labels=true/)
  const next = new URL(first.links.next ?? '')
  next.searchParams.delete('labels')
  t.same(
    Object.keys((await json(`${next.pathname}${next.search}`)).data[0] ?? {}).filter(name => /_label$/.test(name)),
    []
  )
})

t.test('the columns of every dataset can be labelled in every format and release', async t => {
  const { get, app } = await start(t)
  for (const dataset of few(DATASETS)) {
    for (const release of app.service.releases.all()) {
      const { fields } = datasetAt(dataset, release)
      const labels = Object.values(fields).filter(isLabelled).length
      const { body, statusCode } = await get(`/v1/${dataset.name}.csv?labels=true&limit=1&release=${release.id}`)
      t.equal(statusCode, 200)
      const columns = body.split('\r\n')[0]?.split(',').length
      t.equal(columns, Object.keys(fields).length + labels, `${dataset.name} ${release.id}`)
    }
  }
})

t.test('a wrong language or flag is refused with what there is', async t => {
  const { get } = await start(t)
  const { statusCode, body } = await get('/v1/members?labels=yes&lang=de')
  t.equal(statusCode, 400)
  t.match(JSON.parse(body).errors, [
    { parameter: 'labels', allowed: ['true', 'false'] },
    { parameter: 'lang', allowed: ['en', 'fr'] }
  ])
})

t.test('the data dictionary comes in both languages', async t => {
  const { get } = await start(t)
  const french = await get('/v1/members/schema?lang=fr')
  t.equal(french.headers['content-language'], 'fr')
  t.equal(JSON.parse(french.body).title, 'Membres')
  t.equal(JSON.parse((await get('/v1/members/schema')).body).title, 'Members')
})
