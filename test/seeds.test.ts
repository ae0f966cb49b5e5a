import { readFileSync } from 'node:fs'
import t from 'tap'
import { parseSeeds, readSeeds, seedTables } from '../seeds/read.ts'
import { describeFault } from '../src/import/check.ts'
import { start } from './helper.ts'

t.test('every seed row keeps the rules of its table and names its source', async t => {
  const sources = new Set((await readSeeds('sources')).at('2026-11').map(row => row.id))
  for (const table of seedTables) {
    const { faults, at } = await readSeeds(table)
    t.same(faults.map(describeFault), [], table)
    for (const row of at('2026-11')) {
      if (table !== 'sources') t.ok(sources.has(String(row.source_id)), `${table} ${row.id} names a source`)
    }
  }
})

t.test('a seed file is read by the names in its header, and a wrong header is told once', async t => {
  const told = (text: string) => parseSeeds('contacts', text).faults.map(describeFault)
  const moved = 'value,id,note,release,source_locator,source_id'
  t.match(parseSeeds('contacts', `${moved}\nParis,city,,2016-12,,brochure-2016-fr\n`).at('2016-12'), [
    { id: 'city', value: 'Paris', source_id: 'brochure-2016-fr' }
  ])
  t.same(told(`${moved},colour\na,b,,2016-12,,c,d\na,b,,2016-12,,c,d\n`), [
    `seeds/contacts.csv, line 1, colour: "${moved},colour" is no column of the table, or stands in the header twice`
  ])
  t.match(told('id,note,release,source_locator,source_id\na,,2016-12,,c\n'), [/line 1, value: .* the header lacks/])
  t.match(told(`${moved}\nParis,city,,2016-12,,brochure-2016-fr,more\n`), [/line 2, .* has 7 cells, where .* has 6/])
})

t.test('the seeds hold what the brochure counts', async t => {
  const { json } = await start(t)
  const total = async (path: string) => (await json(`/v1/${path}`)).meta.total
  const counts: Record<string, number> = {
    members: 91,
    'members?kind=country': 76,
    'members?kind=country&status=active,inactive': 75,
    'members?status=withdrawn&country=HU': 1,
    'members?kind=local': 15,
    'members?founding=true': 8,
    'members?joined=2011': 8,
    commitments: 238,
    'commitments?featured=brochure-2016': 6,
    'commitments?featured=star-reforms': 12,
    'irm-assessments': 34,
    'irm-readings': 44,
    'action-plans': 72,
    'plan-summaries': 30,
    'working-groups': 6,
    'working-group-leads': 18,
    'working-group-leads?type=government': 9,
    awards: 17,
    'awards?year=2015&category=regional_champion': 4,
    'award-editions': 3,
    'peer-exchanges': 4,
    principles: 39,
    statements: 41,
    'statements?body=mei': 7,
    figures: 43,
    bodies: 5,
    people: 7,
    resources: 9,
    'response-policy': 23,
    'eligibility-criteria': 4,
    'joining-steps': 4,
    'civil-society-roles': 6,
    'action-plan-rules': 9,
    'action-plan-stages': 3,
    'funding-sources': 3,
    contacts: 9,
    'membership-events': 21,
    'membership-counts': 15,
    'country-mentions': 50,
    'eligibility-tallies': 14,
    'eligibility-scores': 85
  }
  for (const [path, expected] of Object.entries(counts)) t.equal(await total(path), expected, path)
  t.match((await json('/v1/bodies/comite-directeur')).data, {
    members_total: 22,
    government_members: 11,
    civil_society_members: 11,
    co_chairs: 4
  })
})

t.test('the brochure is quoted as it is printed', async t => {
  const { json } = await start(t)
  const chile = await json('/v1/commitments?country=CL&starred=true&featured=brochure-2016')
  t.match(chile.data, [
    {
      headline_fr: 'Consolider la démocratie environnementale',
      headline_source_id: 'brochure-2016-fr',
      headline_source_locator: "LE PLAN D'ACTION NATIONAL",
      title: '12. Fortalecimiento de la democracia ambiental',
      potential_impact: 'transformative',
      completion: 'complete',
      stars: ['2015-only', 'current-midterm'],
      starred: true
    }
  ])
  const [commitment] = chile.data
  t.match((await json(`/v1/irm-assessments/${commitment?.id}`)).data, {
    relevance_civic_participation: 'yes',
    starred_current_midterm: 'yes',
    progress_report_year: 2016
  })
  t.match((await json('/v1/eligibility-scores?country=GE&year=2014')).data, [
    { total: 15, maximum: 16, percent: 93.75, threshold: 12, eligible: true }
  ])
  t.match((await json('/v1/members/sao-paulo')).data, {
    name_fr: 'São Paulo',
    kind: 'local',
    country: 'BR',
    status: 'pilot'
  })
})

t.test('a theme comes from every tag that the crosswalk unites, and the tag is kept', async t => {
  const { json } = await start(t)
  const tags = (await json('/v1/theme-tags?limit=1000')).data as { scheme: string; tag: string; theme: string }[]
  const crosswalk = new Map(tags.map(({ scheme, tag, theme }) => [`${scheme} ${tag}`, theme]))
  for (const row of (await json('/v1/commitments?limit=1000')).data as {
    id: string
    tags: string[] | null
    tag_scheme: string
    themes: string[] | null
  }[]) {
    const themes = [...new Set((row.tags ?? []).map(tag => crosswalk.get(`${row.tag_scheme} ${tag}`)))]
    t.same(row.themes ?? [], themes, row.id)
  }
})

t.test('no path of a machine and no file name of the raw text is in the seeds', async t => {
  for (const table of seedTables) {
    t.notMatch(
      readFileSync(new URL(`../seeds/${table}.csv`, import.meta.url), 'utf8'),
      /seed:|_cc2bd3c8|\/home\/|\/tmp\//,
      table
    )
  }
})
