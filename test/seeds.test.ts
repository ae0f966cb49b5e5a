import { readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import t from 'tap'
import { parseSeeds, readSeeds, seedTables } from '../seeds/read.ts'
import { RECORD_FOLDER, RECORD_TABLES, readRecord } from '../seeds/record-files.ts'
import { describeFault } from '../src/import/validate.ts'
import { start } from './helper.ts'

t.test('every seed row keeps the rules of its table and names its source', async t => {
  const sources = new Set((await readSeeds('sources')).at('2026-11').map(row => row.id))
  for (const table of seedTables) {
    const { faults, at } = await readSeeds(table)
    t.same(faults.map(describeFault), [], table)
    const unsourced = at('2026-11').filter(row => table !== 'sources' && !sources.has(String(row.source_id)))
    t.same(
      unsourced.map(({ id }) => id),
      [],
      `each of ${table} names a source`
    )
  }
})

t.test('a seed file is read by the names in its header, and a wrong header is told once', async t => {
  const told = (text: string) => parseSeeds('contacts', text).faults.map(describeFault)
  const moved = 'value,id,note,release,source_locator,source_id'
  t.match(parseSeeds('contacts', `${moved}\nParis,city,,2016-12,,brochure-2016-fr\n`).rows, [
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
    commitments: 2553,
    'commitments?release=2016-12': 1927,
    'commitments?featured=brochure-2016': 6,
    'commitments?featured=star-reforms': 12,
    'irm-readings': 2513,
    'process-assessments': 116,
    'process-assessments?release=2016-12': 116,
    'action-plans': 294,
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
    'eligibility-scores': 182
  }
  for (const [path, expected] of Object.entries(counts)) t.equal(await total(path), expected, path)
  t.match((await json('/v1/bodies/comite-directeur')).data, {
    members_total: 22,
    government_members: 11,
    civil_society_members: 11,
    co_chairs: 4
  })
})

const bytesOf = async (folder: URL): Promise<number[]> =>
  (
    await Promise.all(
      (
        await readdir(folder, { withFileTypes: true })
      ).map(async entry =>
        entry.isDirectory()
          ? bytesOf(new URL(`${entry.name}/`, folder))
          : [(await stat(new URL(entry.name, folder))).size]
      )
    )
  ).flat()

t.test('the record holds facts of OGP’s files, and neither long texts nor persons', async t => {
  const bytes = await bytesOf(RECORD_FOLDER)
  t.ok(bytes.reduce((sum, size) => sum + size, 0) < 3_000_000)
  t.ok(Math.max(...bytes) < 1_500_000)
  let count = 0
  for (const release of ['2016-12', '2026-11']) {
    for (const table of RECORD_TABLES) {
      const { rows } = await readRecord(table, release, new Map())
      count += rows.length
      const barred = /full_text|\w@\w|\bwithheld\b|\b(Mr|Mrs|Ms|Dr|Hon)\b\.? \p{Lu}/u
      t.same(
        rows.filter(row => barred.test(JSON.stringify(row))),
        [],
        table
      )
      if (table === 'irm_readings')
        t.ok(
          rows.every(({ source_locator }) => /^#L\d+$/.test(String(source_locator))),
          'each names its line'
        )
    }
  }
  t.ok(count > 5000)
})

t.test('the totals of the file of 2016 are those of the release of its date', async t => {
  const { json } = await start(t)
  // OGP's Explorer, commitments database of 2016, counted in the file.
  const totals: Record<string, Record<string, number>> = {
    specificity: { none: 46, low: 409, medium: 677, high: 726, not_reviewed: 69 },
    impact: { none: 102, minor: 624, moderate: 665, transformative: 284, unclear: 7, no_data: 195, not_reviewed: 50 },
    midterm: {
      withdrawn: 20,
      unclear: 49,
      not_started: 192,
      limited: 649,
      substantial: 511,
      complete: 435,
      not_reviewed: 70,
      not_applicable: 1
    },
    endofterm: { limited: 20, substantial: 16, complete: 11, not_started: 7 },
    opening: { did_not_change: 22, marginal: 25, major: 7 },
    value: { 'access-to-information': 1216, 'civic-participation': 622, 'public-accountability': 623, technology: 654 },
    star: { 'pre-june-2014': 183, '2015-only': 206, 'current-midterm': 28, 'current-end-of-term': 1 },
    assessed: { true: 1857 },
    relevant: { yes: 1584, no: 280, not_reviewed: 63 }
  }
  const { facets } = (await json(
    `/v1/irm-assessments?release=2016-12&limit=1&facet=${Object.keys(totals).join(',')}`
  )) as never as { facets: Record<string, { value: unknown; count: number }[]> }
  for (const [name, expected] of Object.entries(totals)) {
    const counts = Object.fromEntries((facets[name] ?? []).map(({ value, count }) => [String(value), count]))
    t.match(counts, expected, name)
  }
})

t.test('a star of an older edition stays where the newer one does not cover its formula', async t => {
  const { json } = await start(t)
  const count = async (query: string) => Number((await json(`/v1/${query}&limit=1&fields=id`)).meta.total)
  // OGP's database of 2024 has no column for the formula of before June 2014, and reads 153 commitments of 2016 again.
  t.equal(await count('commitments?star=pre-june-2014'), 183)
  t.equal(await count('irm-assessments?star2014=yes'), 183)
  t.equal(await count('commitments?star=pre-june-2014&edition=database-2024'), 25)
  t.equal(await count('irm-readings?star=pre-june-2014&edition=database-2024'), 0)
  t.equal(await count('commitments?starred=true'), 423)
  t.equal(await count('commitments?star=pre-june-2014&country=AL'), 7)
  const [both] = (await json('/v1/irm-assessments?country=JO&plan=JO-1&star=pre-june-2014&edition=database-2024')).data
  t.match(both, { stars: ['pre-june-2014'], starred: true, starred_pre_june_2014: 'yes', starred_2015_only: 'no' })
  const { data } = await json(`/v1/irm-readings?commitment=${both?.id}&sort=-edition`)
  t.match(data, [
    { edition: 'explorer-2016', newest: false, stars: ['pre-june-2014'] },
    { edition: 'database-2024', newest: true, stars: null, starred: false, starred_pre_june_2014: null }
  ])
  const { data: groups } = await json('/v1/commitments/aggregate?group=star')
  t.match(
    groups.find(({ star }) => star === 'pre-june-2014'),
    { count: 183 }
  )
})

t.test('no step of consultation, none known and none reviewed are three things', async t => {
  const { json } = await start(t)
  const { data } = await json(
    '/v1/process-assessments?plan=KR-1,GB-1,AR-2&fields=plan,steps_followed,steps_followed_missing,source_conflict'
  )
  t.same(data, [
    { plan: 'AR-2', steps_followed: null, steps_followed_missing: 'not_reviewed', source_conflict: null },
    {
      plan: 'GB-1',
      steps_followed: null,
      steps_followed_missing: 'not_reviewed',
      source_conflict: 'steps_followed: source holds 0'
    },
    { plan: 'KR-1', steps_followed: 0, steps_followed_missing: null, source_conflict: null }
  ])
  // Of 116 plans 84 were reviewed: 8 followed no step.
  const { data: averages } = await json('/v1/process-assessments/aggregate?measure=count,avg.steps_followed')
  t.match(averages, [{ count: 116, n_steps_followed: 84, avg_steps_followed: 3.238095 }])
  t.equal((await json('/v1/process-assessments?steps=0&limit=1')).meta.total, 8)
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
  type Row = { id: string; tags: string[] | null; tag_scheme: string; themes: string[] | null }
  const rows = (await json('/v1/commitments?limit=1000&fields=id,tags,tag_scheme,themes')).data as Row[]
  const united = rows.map(({ id, tags, tag_scheme }) => {
    const themes = [...new Set((tags ?? []).map(tag => crosswalk.get(`${tag_scheme} ${tag}`)))]
    return { id, themes: themes.length > 0 ? themes : null }
  })
  t.same(
    rows.map(({ id, themes }) => ({ id, themes })),
    united
  )
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

t.test('a score that no source states of the country says so, and none is older than its release', async t => {
  const { json } = await start(t)
  const { data } = await json('/v1/eligibility-scores?limit=1000')
  const inferred = data.filter(({ basis }) => basis === 'inferred')
  t.equal(inferred.length, 17)
  for (const { note } of inferred) t.match(note, /^(Inferred: |The state secretary)/)
  for (const id of ['PG-2019', 'PG-2023'])
    t.match(
      data.find(row => row.id === id),
      { eligible: null, total: null, basis: 'status-only' }
    )
  const early = (await json('/v1/eligibility-scores?release=2016-12&limit=1000')).data
  t.same(
    early.filter(({ year, as_of }) => Number(year) > 2016 || String(as_of ?? '') > '2016-12-31'),
    []
  )
  const criteria = (await json('/v1/eligibility-criteria')).data
  t.match(
    criteria.find(({ id }) => id === 'access-to-information'),
    {
      points_1_en: /draft/,
      points_2_en: null,
      points_3_en: /constitution/,
      points_4_en: /in force/,
      steps_since: '2013-10'
    }
  )
  t.match(
    criteria.find(({ id }) => id === 'citizen-engagement'),
    { points_4_en: null, steps_since: null, history_en: /No source tells/ }
  )
})
