import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { describeQuestion } from '../src/cite/query-title.ts'
import { SNIPPETS, shellWord, writeSnippets } from '../src/cite/snippets.ts'
import { parseCondition } from '../src/engine/definition/filter.ts'
import { AGGREGATE_FORMATS } from '../src/engine/format/formats.ts'
import { writeParameters } from '../src/http/query-string.ts'
import { LANGS } from '../src/i18n/words.ts'
import { DATASETS } from '../src/v1/index.ts'
import { cases, few } from './cases.ts'
import { ORIGIN, start } from './helper.ts'

const run = promisify(execFile)

const describing = (url: string, lang = 'en') => `/v1/describe?url=${encodeURIComponent(url)}&lang=${lang}`
const showing = (url: string, lang = 'en') => `/docs/query?url=${encodeURIComponent(url)}&lang=${lang}`

/** A question, how it reads in English and in French. */
const SENTENCES: [url: string, english: string, french: string][] = [
  ['/v1/members', 'Members', 'Membres'],
  [
    '/v1/commitments?country=CL&starred=true&sort=-year,title',
    'Commitments of Chile with a star, sorted by year (descending), then title',
    'Engagements du Chili avec une étoile, tri : année (décroissant), puis intitulé'
  ],
  [
    '/v1/eligibility-scores?country=GE,US&year=2014',
    'Eligibility scores of Georgia or of the United States in 2014',
    'Scores d’admissibilité de la Géorgie ou des États-Unis en 2014'
  ],
  [
    '/v1/commitments?year=2012..2014,2016..&theme=open-data%2Beducation,gender',
    'Commitments from 2012 to 2014 or from 2016 on, themes: Education and Open Data, or Gender',
    ''
  ],
  [
    '/v1/commitments?country=!CL&impact=null&starred=false&release=2016-12',
    'Commitments without a star, country: anything but Chile; potential impact: no source says; as of release 2016-12',
    'Engagements sans étoile, pays : tout sauf Chili ; impact potentiel : aucune source ne le dit ; selon la version 2016-12'
  ],
  [
    '/v1/members?joined=..2012&founding=true',
    'Members that founded the partnership, joined: up to 2012',
    'Membres à l’origine du partenariat, adhésion : jusqu’à 2012'
  ],
  [
    '/v1/commitments?completion=!null&assessed=true',
    'Commitments assessed by the IRM, completion: any known value',
    'Engagements avec évaluation du MEI, achèvement : toute valeur connue'
  ],
  ['/v1/irm-readings?newest=true&edition=null', 'IRM readings by edition, edition: no source says; newest: Yes', ''],
  [
    '/v1/commitments/aggregate?starred=true&group=country,year&sort=-count',
    'Number of commitments with a star, by country and year; sorted by number (descending)',
    'Nombre d’engagements avec une étoile, par pays et année ; tri : nombre (décroissant)'
  ],
  [
    '/v1/eligibility-scores/aggregate?country=CL&measure=count,avg.total',
    'Number and average of points of eligibility scores of Chile',
    'Nombre et moyenne de points de scores d’admissibilité du Chili'
  ],
  [
    '/v1/commitments?q=datos%20abiertos&country=CL',
    'Commitments of Chile with the words “datos abiertos”',
    'Engagements du Chili avec les mots « datos abiertos »'
  ],
  ['/v1/members/cl', 'Members: Chile (CL)', 'Membres : Chili (CL)']
]

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

t.test('a query is said in English and in French', async t => {
  const { get } = await start(t)
  for (const [url, english, french] of SENTENCES) {
    const said = async (lang: string) => JSON.parse((await get(describing(url, lang))).body).data.sentence
    if (english) t.equal(await said('en'), english)
    if (french) t.equal(plain(await said('fr')), french)
  }
})

t.test('every filter of every dataset can be said, in both languages, whatever it asks', async t => {
  const { app } = await start(t)
  const book = await app.service.labels.of(app.service.releases.current())
  for (const dataset of few(DATASETS)) {
    for (const [name, filter] of Object.entries(dataset.filters)) {
      for (const value of [
        'null',
        '!null',
        ...(filter.allowed ?? []).flatMap(code => [code, `!${code}`, `${code},null`])
      ]) {
        const parsed = parseCondition(filter, value)
        if (!('condition' in parsed)) throw new Error(`${dataset.name}?${name}=${value}`)
        for (const lang of LANGS) {
          const said = describeQuestion(dataset, { conditions: new Map([[name, parsed.condition]]) }, book, lang)
          if (/undefined|[{}]/.test(said) || (lang === 'fr' && / [:;]/.test(said))) t.fail(said)
        }
      }
    }
  }
})

t.test('a description counts what the list counts and shows its first rows', async t => {
  const { json, get } = await start(t)
  for (const url of [
    '/v1/commitments/aggregate?group=region,starred&measure=count,share',
    '/v1/commitments?country=CL&fields=id,title',
    '/v1/members?limit=3',
    '/v1/themes.csv?sort=-id'
  ]) {
    const list = await json(url.replace('.csv', ''))
    const { data, links } = JSON.parse((await get(describing(url))).body)
    t.equal(data.rows, list.meta.total)
    t.same(data.first_rows, list.data.slice(0, 10))
    t.equal(links.permalink, list.links.permalink)
    t.equal(links.asked, list.links.self)
    t.equal(links.query, list.links.query)
  }
})

t.test('every list and row leads to its page', async t => {
  const { json, get } = await start(t)
  for (const { name } of DATASETS) {
    const list = await json(`/v1/${name}?limit=1`)
    const page = await get(list.links.query ?? '')
    t.equal(page.statusCode, 200, name)
    t.match(page.headers['content-type'], 'text/html')
  }
  const item = JSON.parse((await get('/v1/members/jalisco')).body)
  t.equal((await get(item.links.query)).statusCode, 200)
})

t.test('the page needs no script, and comes in both languages', async t => {
  const { get } = await start(t)
  const english = await get(showing('/v1/commitments?country=CL&starred=true'))
  t.match(english.headers['content-security-policy'], "default-src 'none'")
  t.notMatch(english.body, /<script|\son\w+=|\sstyle=/i)
  t.match(english.body, '<h1>Commitments of Chile with a star</h1>')
  t.match(english.body, /<strong>\d+<\/strong> rows match/)
  for (const { name } of SNIPPETS) t.match(english.body, `id="${name}"`)
  for (const style of ['apa', 'bibtex', 'csl', 'ris']) t.match(english.body, `style=${style}&#38;`)
  const french = await get(showing('/v1/commitments?country=CL&starred=true', 'fr'))
  t.equal(french.headers['content-language'], 'fr')
  t.match(french.body, '<html lang="fr">')
  t.match(french.body, '<h1>Engagements du Chili avec une étoile</h1>')
  t.match((await get('/docs/query')).body, '<form action="/docs/query"')
})

t.test('the links of the page work', async t => {
  const { get } = await start(t)
  const { body } = await get(showing('/v1/eligibility-scores?country=GE&year=2012..2014&limit=2'))
  const hrefs = [...body.matchAll(/href="([^"]+)"/g)].map(([, href]) =>
    String(href).replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  )
  t.ok(hrefs.length > 10)
  const ours = hrefs.filter(
    href => href !== 'https://creativecommons.org/licenses/by/4.0/' && !href.startsWith('data:')
  )
  for (const href of ours) t.equal((await get(href)).statusCode, 200, href)
})

t.test('groups are offered in every format that they come in', async t => {
  const { get } = await start(t)
  const grouped = '/v1/commitments/aggregate?group=country&measure=share&sort=-share&limit=3'
  const { links } = JSON.parse((await get(describing(grouped))).body)
  for (const name of ['csv', 'json_stat', 'geojson']) t.equal((await get(links[name])).statusCode, 200, links[name])
  const { body } = await get(showing(grouped))
  for (const { name } of AGGREGATE_FORMATS) t.match(body, `>${name.toUpperCase()}</a>`)
  const nowhere = JSON.parse((await get(describing('/v1/commitments/aggregate?group=completion'))).body).links
  t.ok(nowhere.json_stat)
  t.notOk('geojson' in nowhere, 'there is no map of what is grouped by no place')
})

t.test('a wrong query shows its faults, and nothing that was sent becomes HTML', async t => {
  const { get } = await start(t)
  const wrong = await get(showing('/v1/members?contry=CL&status=activ'))
  t.equal(wrong.statusCode, 400)
  t.match(wrong.headers['content-type'], 'text/html')
  t.match(wrong.body, /<code>contry<\/code>.*[\s\S]*<code>country<\/code>/)
  t.match(wrong.body, '<code>active</code>')
  for (const attack of ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' autofocus onfocus='x"]) {
    for (const url of [attack, `/v1/members?country=${attack}`, `/v1/${attack}`, `/v1/members/${attack}`]) {
      const { body, statusCode, headers } = await get(showing(url))
      t.match(statusCode, /40[04]/)
      t.equal(headers['cache-control'], 'no-store')
      t.notMatch(body, /<script>|<img|onfocus='/)
    }
  }
})

t.test('only addresses of this service are read', async t => {
  const { get } = await start(t)
  for (const url of [
    'http://example.org/v1/members',
    '//example.org/v1/members',
    '/\\example.org/v1/members',
    `${ORIGIN}.example.org/v1/members`,
    `${ORIGIN}@example.org/v1/members`,
    'file:///etc/passwd',
    'javascript:alert(1)',
    '/docs',
    '/v1',
    '/v1/../livez',
    '/v1/nothing',
    '/v1/members/schema',
    '/v1/members/CL/history',
    '/v1/releases/2016-12',
    '/v1/%ff',
    ''
  ]) {
    const described = await get(describing(url))
    t.equal(described.statusCode, 400, url)
    t.match(JSON.parse(described.body).errors[0].parameter, 'url')
    if (url) t.equal((await get(showing(url))).statusCode, 400)
  }
  t.equal((await get(describing(`${ORIGIN}/v1/members#top`))).statusCode, 200)
})

t.test('descriptions have strong tags by language', async t => {
  const { get } = await start(t)
  for (const path of [describing('/v1/members'), showing('/v1/members')]) {
    const { headers } = await get(path)
    t.notMatch(headers.vary, /Accept-Language/, 'the address says which')
    t.match((await get(path.replace(/[&?]lang=en/, ''))).headers.vary, /Accept-Language/)
    t.equal((await get(path, { headers: { 'if-none-match': String(headers.etag) } })).statusCode, 304)
    t.not((await get(path.replace('lang=en', 'lang=fr'))).headers.etag, headers.etag)
  }
})

type Written = Record<(typeof SNIPPETS)[number]['name'], string>

t.test('the snippets of other tools name the CSV address and keep Namibia apart from null', async t => {
  const { get } = await start(t)
  const { pandas, r, sheets, excel } = JSON.parse(
    (await get(describing('/v1/members?kind=country&region=africa'))).body
  ).data.snippets as Written
  const csv = `${ORIGIN}/v1/members.csv?kind=country&region=africa`
  t.equal(pandas, `import pandas; rows = pandas.read_csv("${csv}", keep_default_na=False, na_values=[""])`)
  t.equal(r, `rows <- read.csv("${csv}", na.strings = "", blank.lines.skip = FALSE, encoding = "UTF-8")`)
  t.equal(sheets, `=IMPORTDATA("${csv}")`)
  t.match(
    excel,
    `Csv.Document(Web.Contents("${csv}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])`
  )
})

t.test('the tools of newsrooms get a live address for charts and a pinned one for print', async t => {
  const { get } = await start(t)
  const asked = '/v1/commitments?country=CL'
  const english = JSON.parse((await get(describing(asked))).body).data.snippets as Written
  const csv = `${ORIGIN}/v1/commitments.csv?country=CL`
  for (const name of ['datawrapper', 'flourish']) {
    const lines = (english[name] ?? '').split('\n')
    t.same(lines.slice(1), [
      '# Live, with every new release:',
      csv,
      '# For print, the same for ever:',
      `${csv}&release=2026-11`
    ])
  }
  t.match(english.powerbi, `Web.Contents("${csv}")`)
  t.match(english.powerbi, 'Table.ReplaceValue(Rows, "", null,')
  t.equal(english.duckdb, `SELECT * FROM read_csv('${csv}', header = true, nullstr = '');`)
  t.equal(english.observable, `rows = d3.csv("${csv}", d3.autoType)`)
  t.match(JSON.parse(english.grafana ?? ''), { type: 'csv', url: csv })
  t.equal(english.qgis, `iface.addVectorLayer("CSV:/vsicurl/${csv}", "OGP Open Data", "ogr")`)
  t.match(english.tableau, `curl -fsSo ogp-open-data.csv '${csv}'`)
  const french = JSON.parse((await get(describing(asked, 'fr'))).body).data.snippets as Written
  t.match(french.datawrapper, '# Pour l’imprimé, toujours identique\u00a0:')
})

t.test('whatever an address holds, a shell hands it to curl unchanged', async t => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom("'; rm -rf / #", '$(id)', '`id`', '"$HOME"', '\\', "'\\''", '\n', '!!', '*', '~', '[a-z]{1,2}', '%')
  )
  const addresses = fc
    .array(fc.tuple(fc.constantFrom('q', 'country'), hostile), { minLength: 1, maxLength: 4 })
    .map(parameters => `http://data.test/v1/members.csv${writeParameters(parameters)}`)
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        addresses,
        fc.string({ maxLength: 40 }).map(text => text.replaceAll('\0', ''))
      ),
      async csv => {
        const { curl = '' } = writeSnippets({ csv })
        const { stdout } = await run('sh', ['-c', curl.replace(/^curl -fsS/, 'printf %s')])
        if (stdout !== csv) throw new Error(`${curl} printed ${stdout}`)
      }
    ),
    { numRuns: cases(60) }
  )
  t.equal(shellWord("it's"), "'it'\\''s'")
})

t.test('the addresses in snippets are printable ASCII without quotation marks', async () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))),
      parameters => /^[!-~]*$/.test(writeParameters(parameters)) && !/["\\`#{}[\]]/.test(writeParameters(parameters))
    )
  )
})
