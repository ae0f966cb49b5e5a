import t from 'tap'
import { readOrdinal } from '../../src/import/cells/values.ts'
import { importFiles } from '../../src/import/import.ts'
import { type Client, start } from '../helper.ts'
import { FILES, type Reference, reference, withoutRealFiles } from './files.ts'

type Row = Record<string, unknown>

const release = (id: string) => ({ id, title: 'A test', date: '2026-11-24' })
const import2016 = (url: string, id = 'r2016') =>
  importFiles(url, { files: [FILES.commitments2016], release: release(id) })

async function rows({ get, app }: Client, path: string): Promise<Row[]> {
  await app.service.releases.refresh()
  const { body } = await get(path)
  return body
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}

/** Rows whose cells differ, by column: what we say, and what the reference says. */
function differences(
  pairs: readonly (readonly [key: string, ours: Record<string, string>, theirs: Record<string, string>])[]
) {
  const found: Record<string, [key: string, ours: string, theirs: string][]> = {}
  for (const [key, ours, theirs] of pairs) {
    for (const [column, value] of Object.entries(ours)) {
      const other = theirs[column] ?? ''
      if (value === other) continue
      found[column] ??= []
      found[column].push([key, value, other])
    }
  }
  return found
}

const text = (value: unknown) => (Array.isArray(value) ? value.join('|') : value == null ? '' : String(value))
const lineOf = (row: Row) => /#L(\d+)$/.exec(String(row.source_locator))?.[1] ?? ''
const recordOf2016 = (row: Row) => `x16-${lineOf(row).padStart(4, '0')}`

const WORDS: Record<string, string> = { NR: 'not_reviewed', ND: 'no_data', NA: 'not_applicable' }
const CONSTRAINTS: Record<string, string> = {
  PotImp: 'potential_impact',
  Cmpl: 'completion',
  Spec: 'specificity',
  Rel: 'relevance',
  STAR: 'starred',
  FALSE: 'none_found'
}

const ourCommitment = (row: Row) => ({
  country: text(row.country),
  locality: text(row.locality),
  plan: text(row.plan_number),
  year: text(row.year),
  number: text(row.number),
  title: text(row.title),
  short_title: text(row.short_title),
  plan_heading: text(row.plan_heading),
  lead: text(row.lead_institution),
  supporting: text(row.supporting_institutions),
  tags: text(row.tags),
  challenges: String((row.grand_challenges as unknown[] | null)?.length ?? 0),
  groups: String((row.working_groups as unknown[] | null)?.length ?? 0),
  start: text(row.start_date),
  start_text: text(row.start_date_text),
  end: text(row.end_date),
  end_text: text(row.end_date_text),
  page: text(row.ogp_url)
})

const theirCommitment = (row: Reference) => ({
  country: row.country_iso2 ?? '',
  locality: row.locality ?? '',
  plan: row.action_plan_number ?? '',
  year: row.submission_year ?? '',
  // The reference keeps what a spreadsheet made of a number; we read it.
  number: readOrdinal(row.commitment_number ?? '').number ?? '',
  title: row.title ?? '',
  short_title: row.short_title ?? '',
  plan_heading: row.plan_heading ?? '',
  lead: row.lead_institution ?? '',
  supporting: row.supporting_institutions ?? '',
  tags: row.tags ?? '',
  challenges: String(row.grand_challenges ? row.grand_challenges.split('|').length : 0),
  groups: String(row.working_groups ? row.working_groups.split('|').length : 0),
  start: row.start_date ?? '',
  start_text: row.start_date_source ?? '',
  end: row.end_date ?? '',
  end_text: row.end_date_source ?? '',
  page: row.ogp_page_url ?? ''
})

/** Our column of a reading, and the column of the reference that says the same. */
const CODED: Record<string, string> = {
  ...Object.fromEntries(
    [
      'specificity',
      'verifiable',
      'relevance_access_to_information',
      'relevance_civic_participation',
      'relevance_public_accountability',
      'relevance_technology',
      'relevant',
      'potential_impact',
      'potential_for_results',
      'completion_midterm',
      'completion_end_of_term',
      'change_in_completion',
      'did_it_open_government',
      'early_results',
      'starred_pre_june_2014',
      'starred_2015_only',
      'starred_current_midterm',
      'starred_current_end_of_term',
      'carried_forward',
      'binding_constraint'
    ].map(name => [name, name])
  ),
  opening_access_to_information: 'diog_access_to_information',
  opening_civic_participation: 'diog_civic_participation',
  opening_public_accountability: 'diog_public_accountability'
}
const NUMBERS = ['progress_report_year', 'end_of_term_report_year', 'irm_based_score']

const ourReading = (row: Row): Record<string, string> => ({
  ...Object.fromEntries(Object.keys(CODED).map(name => [name, text(row[name])])),
  ...Object.fromEntries(NUMBERS.map(name => [name, text(row[name] ?? row[`${name}_missing`])])),
  assessed: row.assessed === true ? 'yes' : row.assessed === false ? 'no' : '',
  source_conflict: text(row.source_conflict)
})

const theirReading = (row: Reference): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(CODED).map(([name, theirs]) => {
      const value = row[theirs] ?? ''
      return [name, (name === 'binding_constraint' ? CONSTRAINTS[value] : undefined) ?? WORDS[value] ?? value]
    })
  ),
  ...Object.fromEntries(
    NUMBERS.map(name => {
      const value = row[name] ?? ''
      return [name, name === 'irm_based_score' && value === '-1' ? 'not_reviewed' : (WORDS[value] ?? value)]
    })
  ),
  assessed: row.irm_assessed ?? '',
  source_conflict: (row.source_conflict ?? '').replaceAll('diog_', 'opening_')
})

const pairUp = (ours: Row[], key: (row: Row) => string | undefined, theirs: Map<string | undefined, Reference>) =>
  ours.flatMap(row => {
    const name = key(row)
    const other = theirs.get(name)
    return name && other ? [[name, row, other] as const] : []
  })

t.test(
  'OGP’s two files of 2016 make the same plans in one command or two, in either order',
  { skip: withoutRealFiles() },
  async t => {
    const [one, other] = [FILES.commitments2016, FILES.process2016]
    const plans: Row[][] = []
    for (const runs of [[[one], [other]], [[other, one]], [[one, other]]]) {
      const client = await start(t, { own: 'database' })
      for (const [at, files] of [...runs, ...runs].entries()) {
        const report = await importFiles(client.url, { files, release: release(`r${at}`) })
        // The facts are in the seeds: the commitments bring their texts, the process database nothing.
        const brings = at < runs.length && files.includes(one)
        t.equal(report.outcome, brings ? 'published' : 'nothing changed')
        t.equal(report.tables.commitments?.added ?? 0, 0)
        t.match(report.tables.irm_readings ?? {}, files.includes(one) ? { added: 0, changed: 0 } : {})
        t.match(report.tables.process_assessments ?? {}, files.includes(other) ? { added: 0, changed: 0 } : {})
      }
      plans.push(await rows(client, '/v1/action-plans.ndjson'))
    }
    const [first = []] = plans
    for (const found of plans) t.same(found, first)
    const filled = (column: string) => first.filter(row => row[column] !== null).length
    t.same(
      [filled('commitments_coded'), filled('progress_report_year'), filled('end_of_term_report_year')],
      [100, 94, 4]
    )
    t.match(
      first.find(({ id }) => id === 'AL-1'),
      { commitments_coded: 30, progress_report_year: 2014 }
    )
    t.match(
      first.find(({ id }) => id === 'BR-1'),
      { year: 2011, note: /^year: explorer-2016 says 2011, process-2016 2012\./ }
    )
  }
)

t.test('OGP’s real files agree with what others read in them', { skip: withoutRealFiles() }, async t => {
  const client = await start(t, { own: 'database' })
  const commitments = reference('commitments')
  const assessments = reference('irm_assessments')
  const total = async () => (await client.json('/v1/commitments?limit=1')).meta.total

  await t.test('the file of 2016 is recognised in all 1,927 commitments, and adds their texts alone', async t => {
    const before = await total()
    const report = await import2016(client.url)
    t.match(report, {
      outcome: 'published',
      refusedRows: 0,
      leftCells: 0,
      files: [{ layout: 'commitments-2016', read: 1927 }]
    })
    t.match(report.tables.commitments, { read: 1927, added: 0, ended: 0 })
    t.match(report.tables.irm_readings, { added: 0, changed: 0, ended: 0 })
    t.match(report.tables.action_plans, { added: 0, changed: 0, ended: 0 })
    await client.app.service.releases.refresh()
    t.equal(await total(), before)
    const { data } = await client.json('/v1/changes?since=2026-11&dataset=commitments&limit=1000')
    t.same([...new Set(data.map(({ field }) => field))], ['full_text'])
  })

  await t.test('the same file again changes nothing and makes no release', async t => {
    const report = await import2016(client.url, 'again')
    t.match(report, { outcome: 'nothing changed', published: false })
    t.match(report.tables.commitments, { added: 0, changed: 0, unchanged: 1927, ended: 0 })
  })

  await t.test('the control totals of 2016 are answers of the API', async t => {
    const totals: Record<string, number> = {
      'assessed=true': 1857,
      'specificity=none': 46,
      'specificity=low': 409,
      'specificity=medium': 677,
      'specificity=high': 726,
      'specificity=not_reviewed': 69,
      'relevant=yes': 1584,
      'relevant=no': 280,
      'relevant=not_reviewed': 63,
      'value=access-to-information': 1216,
      'value=civic-participation': 622,
      'value=public-accountability': 623,
      'value=technology': 654,
      'impact=none': 102,
      'impact=minor': 624,
      'impact=moderate': 665,
      'impact=transformative': 284,
      'impact=unclear': 7,
      'impact=no_data': 195,
      'impact=not_reviewed': 50,
      'midterm=withdrawn': 20,
      'midterm=unclear': 49,
      'midterm=not_started': 192,
      'midterm=limited': 649,
      'midterm=substantial': 511,
      'midterm=complete': 435,
      'midterm=not_reviewed': 70,
      'midterm=not_applicable': 1,
      'endofterm=limited': 20,
      'endofterm=substantial': 16,
      'endofterm=complete': 11,
      'endofterm=not_started': 7,
      'opening=did_not_change': 22,
      'opening=marginal': 25,
      'opening=major': 7,
      'star=pre-june-2014': 183,
      'star=2015-only': 206,
      'star=current-midterm': 28,
      'star=current-end-of-term': 1
    }
    const found = await Promise.all(
      Object.keys(totals).map(async query => {
        const { meta } = await client.json(`/v1/irm-readings?edition=explorer-2016&limit=1&fields=id&${query}`)
        return [query, meta.total] as const
      })
    )
    t.same(Object.fromEntries(found), totals)
  })

  await t.test('every commitment and reading of 2016 agrees with the reference', async t => {
    const theirs = new Map(commitments.map(row => [row.record_id, row]))
    const ours = await rows(client, '/v1/commitments.ndjson?release=2016-12')
    const pairs = pairUp(ours, recordOf2016, theirs)
    t.equal(pairs.length, 1927)
    const found = differences(pairs.map(([key, our, their]) => [key, ourCommitment(our), theirCommitment(their)]))
    // The addresses of commitments' pages come from editions later than this file.
    t.same(Object.keys(found), ['page'])
    t.equal(found.page?.length, 156)
    t.ok(found.page?.every(([, our]) => our === ''))

    const readings = new Map(
      assessments.filter(row => row.source_edition === 'explorer-2016').map(row => [row.record_id, row])
    )
    const read = pairUp(await rows(client, '/v1/irm-readings.ndjson?edition=explorer-2016'), recordOf2016, readings)
    t.equal(read.length, 1927)
    t.same(differences(read.map(([key, our, their]) => [key, ourReading(our), theirReading(their)])), {})
  })

  await t.test('the process file of 2016 agrees with the reference in all 116 rows', async t => {
    const report = await importFiles(client.url, { files: [FILES.process2016], release: release('process') })
    t.match(report, { outcome: 'nothing changed', refusedRows: 0, leftCells: 0 })
    t.match(report.files, [{ layout: 'process-2016', read: 116 }])
    const ours = new Map((await rows(client, '/v1/process-assessments.ndjson')).map(row => [row.id, row]))
    const renamed: Record<string, string> = {
      development_iap2_level: 'development_influence',
      implementation_iap2_level: 'implementation_influence'
    }
    const skipped = ['country_iso2', 'action_plan_number', 'submission_year', 'source_url']
    const found = reference('process_assessments').flatMap(row => {
      const our = ours.get(`${row.country_iso2}-${row.action_plan_number}`)
      if (!our) return [['missing', row.country_iso2, row.action_plan_number]]
      return Object.entries(row).flatMap(([column, value]) => {
        if (skipped.includes(column)) return []
        const name = renamed[column] ?? column
        const expected = column === 'source_conflict' ? value : (WORDS[value] ?? value.toLowerCase())
        const got = text(our[name] ?? our[`${name}_missing`])
        return got === expected ? [] : [[our.id, name, got, expected]]
      })
    })
    // The file counts 0 steps of eight plans that nobody reviewed.
    const unread = ['BR-1', 'GB-1', 'ID-1', 'MX-1', 'NO-1', 'PH-1', 'US-1', 'ZA-1']
    t.same(
      found.toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
      unread.flatMap(id => [
        [id, 'source_conflict', 'steps_followed: source holds 0', ''],
        [id, 'steps_followed', 'not_reviewed', '0']
      ])
    )
    t.equal(ours.size, 116)
  })

  await t.test(
    'the file of 2024 joins 153 rows of 2016, and two more that are the same by plan, number and title',
    async t => {
      const before = new Set(
        (await rows(client, '/v1/commitments.ndjson?release=2016-12&fields=id')).map(row => row.id)
      )
      const known = await total()
      const report = await importFiles(client.url, { files: [FILES.commitments2024], release: release('r2024') })
      t.match(report, {
        outcome: 'published',
        refusedRows: 0,
        leftCells: 0,
        files: [{ layout: 'commitments-2024', read: 558 }]
      })
      await client.app.service.releases.refresh()
      const read = await rows(client, '/v1/irm-readings.ndjson?edition=database-2024&fields=commitment,ogp_id')
      const joined = read.filter(row => before.has(row.commitment as string)).map(row => String(row.ogp_id))
      // The reference joined what was submitted by 2014 and has an official id in its rows of 2016.
      const expected = commitments
        .filter(row => row.record_id?.startsWith('x16-') && row.ogp_id)
        .map(row => row.ogp_id)
        .filter(id => read.some(row => row.ogp_id === id))
      t.equal(expected.length, 153)
      t.same(
        expected.filter(id => !joined.includes(id ?? '')),
        []
      )
      // LV: the file of 2016 says 2014, that of 2024 says 2015, for the same plan, numbers and titles.
      t.same(joined.filter(id => !expected.includes(id)).sort(), ['LV0019', 'LV0024'])
      t.match(report.tables.commitments, { read: 558, added: 0, ended: 0 })
      t.match(report.tables.irm_readings, { added: 0, changed: 0, ended: 0 })
      t.equal(await total(), known)
    }
  )

  await t.test('every commitment and reading of 2024 agrees with the reference', async t => {
    const records = new Map(commitments.filter(row => row.ogp_id).map(row => [row.ogp_id, row]))
    const ours = (await rows(client, '/v1/commitments.ndjson')).filter(row => row.described_in === 'database-2024')
    t.equal(ours.length, 558)
    const own = new Map([...records].filter(([, row]) => row.record_id?.startsWith('ogp-')))
    const pairs = pairUp(ours, row => row.ogp_id as string, own)
    t.equal(pairs.length, 405)
    const found = differences(pairs.map(([key, our, their]) => [key, ourCommitment(our), theirCommitment(their)]))
    // The working groups of these two are those of 2016, which 2024 does not code.
    t.same(found, {
      groups: [
        ['LV0024', '1', '0'],
        ['LV0019', '1', '0']
      ].sort()
    })

    const theirs = new Map(
      assessments.filter(row => row.source_edition === 'database-2024').map(row => [row.record_id, row])
    )
    const recordId = (row: Row) => records.get(String(row.ogp_id))?.record_id
    const read = pairUp(await rows(client, '/v1/irm-readings.ndjson?edition=database-2024'), recordId, theirs)
    t.equal(read.length, 558)
    const odd = differences(read.map(([key, our, their]) => [key, ourReading(our), theirReading(their)]))
    // We report what the reference does not look at: the change in completion against its number, and relevance
    // where the three values are all 0.
    t.same(Object.keys(odd), ['source_conflict'])
    t.equal(odd.source_conflict?.length, 10)
    const beyond = odd.source_conflict?.flatMap(([, our, their]) =>
      our.split('; ').filter(conflict => !their.split('; ').includes(conflict))
    )
    t.ok(
      beyond?.every(conflict => /^(change_in_completion|relevant): /.test(conflict)),
      { beyond }
    )
  })

  await t.test('a commitment that became known officially keeps its id, and the readings of both editions', async t => {
    const { data } = await client.json('/v1/irm-readings?edition=explorer-2016&starred=true&newest=false&limit=1000')
    const joined = data.filter(({ country }) => country === 'RO' || country === 'BG')
    t.ok(joined.length > 0)
    for (const { commitment } of joined) {
      const { data: then } = await client.json(`/v1/irm-readings?commitment=${commitment}&fields=edition,newest`)
      t.strictSame(
        then.filter(({ edition }) => edition !== 'ogp-page').map(({ edition, newest }) => [edition, newest]),
        [
          ['database-2024', true],
          ['explorer-2016', false]
        ]
      )
      t.equal((await client.get(`/v1/commitments/${commitment}?release=r2016`)).statusCode, 200)
    }
  })
})
