import fc from 'fast-check'
import t, { type Test } from 'tap'
import type { Sql } from '../../src/db/client.ts'
import { importFiles } from '../../src/import/import.ts'
import { cases } from '../cases.ts'
import { connection, database, start } from '../helper.ts'
import { type Cells, row2016, writeFile } from '../synthetic.ts'

let number = 0
const TEXT = 'The ministry will publish every quarter what it spends, in a form that others can use again.'

const bring = (t: Test, url: string, files: readonly (readonly [layout: string, rows: readonly Cells[]])[], plan = 1) =>
  importFiles(url, {
    files: files.map(([layout, rows]) => {
      const name = `${layout}-${JSON.stringify(rows).length}-${++number}.csv`
      return writeFile(t, layout, rows, {}, name)
    }),
    release: { id: `r${++number}`, title: 'A test', date: '2026-11-24' },
    plan
  })

const row2015 = (title: string, cells: Cells = {}): Cells => ({
  Country: 'Chile',
  'Action Plan No.': '9',
  'Commitment Title': title,
  'Full Text': TEXT,
  ...cells
})
const rowDownload = (number: string, title: string, cells: Cells = {}): Cells => ({
  Country: 'Chile',
  'Action Plan No': '9',
  'Comm No': number,
  'Commitment Title': title,
  'Full Text': TEXT,
  ...cells
})
const process2016: Cells = {
  'Country name': 'Chile',
  'Action Plan Number': '9',
  'Year AP Submitted': '2013',
  'Step 4: Online consultations': 'Yes',
  'Days in advance': '14',
  '_Number of steps followed (out of 6)': '6'
}
const process2015: Cells = {
  'Country name': 'Chile',
  'Online consultations': 'No',
  'In-person consultations': 'Yes',
  'Days in advance': '7'
}

const commitments = (sql: Sql, plan: string) =>
  sql<{ id: string; title: string; number: string | null; note: string | null }[]>`
    select id, title, number, note from commitments where valid_to is null and plan = ${plan} order by id`
const assessment = async (sql: Sql, plan: string) =>
  (await sql`select * from process_assessments where valid_to is null and plan = ${plan}`)[0]
const planRow = async (sql: Sql, id: string) =>
  (await sql`select * from action_plans where valid_to is null and id = ${id}`)[0]

t.test('an older process database fills gaps of a newer one, and what they disagree about is noted', async t => {
  const expected = {
    year: 2013,
    online_consultation: 'yes',
    in_person_consultation: 'yes',
    days_in_advance: 14,
    steps_followed: 6,
    note: 'days_in_advance: process-2016 says 14, explorer-2015 7; online_consultation: process-2016 says yes, explorer-2015 no. The newer edition counts.',
    note_fr:
      'days_in_advance\u00a0: process-2016 dit 14, explorer-2015 7\u00a0; online_consultation\u00a0: process-2016 dit yes, explorer-2015 no. L’édition la plus récente l’emporte.'
  }
  for (const files of [
    [['process-2016', [process2016]] as const, ['process-2015', [process2015]] as const],
    [['process-2015', [process2015]] as const, ['process-2016', [process2016]] as const]
  ]) {
    const url = await database(t, { sample: true })
    const sql = connection(t, url)
    for (const file of files) await bring(t, url, [file], 9)
    t.match(await assessment(sql, 'CL-9'), expected)
    t.match(await planRow(sql, 'CL-9'), { year: 2013 })
    for (const file of files) t.match(await bring(t, url, [file], 9), { outcome: 'nothing changed' })
    t.match(await assessment(sql, 'CL-9'), expected)
    // As databases have it whose notes came in English alone.
    await sql`update process_assessments set note_fr = null where plan = 'CL-9' and valid_to is null`
    for (const file of files.slice(1)) await bring(t, url, [file], 9)
    t.match(await assessment(sql, 'CL-9'), expected)
  }
})

t.test('a row that says nothing but "not reviewed" makes no plan', async t => {
  const url = await database(t, { sample: true })
  const silent = { 'Country name': 'Cabo Verde', 'Timeline: Online': 'NR', 'Days in advance': 'NR' }
  t.match(await bring(t, url, [['process-2015', [silent]]], 7), {
    outcome: 'nothing changed',
    files: [{ skipped: 1 }]
  })
  t.notOk(await planRow(connection(t, url), 'CV-7'))
})

t.test('the year of a plan is that of its commitments, whatever came first, and the other is noted', async t => {
  const files = [
    ['commitments-2016', [row2016(1, { 'Year of submission': '2011' }), row2016(2, { 'Year of submission': '2011' })]],
    ['process-2016', [{ ...process2016, 'Year AP Submitted': '2012' }]]
  ] as const
  const rows: unknown[] = []
  for (const runs of [[[0, 1]], [[1, 0]], [[0], [1]], [[1], [0]]]) {
    const url = await database(t, { sample: true })
    const sql = connection(t, url)
    for (const run of runs)
      await bring(
        t,
        url,
        run.map(at => files[at] ?? files[0])
      )
    const { valid_from, source_id, source_locator, ...plan } = (await planRow(sql, 'CL-9')) ?? {}
    rows.push(plan)
    for (const file of files) t.match(await bring(t, url, [file]), { outcome: 'nothing changed' })
  }
  t.match(rows[0], { year: 2011, commitments_coded: 2, note: /^year: explorer-2016 says 2011, process-2016 2012\. / })
  for (const row of rows) t.strictSame(row, rows[0])
})

t.test('the same long text, or the number in the title, makes two rows one commitment', async t => {
  const url = await database(t, { sample: true })
  const sql = connection(t, url)
  await bring(t, url, [
    [
      'commitments-2015',
      [
        row2015('61. Publication of the register'),
        row2015('62. Open the archive of the city', { 'Full Text': 'Short.' }),
        row2015('A promise of its own', {
          'Full Text': 'Another text, long enough to be compared, of another promise altogether.'
        })
      ]
    ]
  ])
  const first = await commitments(sql, 'CL-9')
  await bring(t, url, [
    [
      'commitments-download',
      [
        rowDownload('61', 'Municipal contracts in the open'),
        rowDownload('62', 'The archive of the city, opened', { 'Full Text': 'Briefly.' })
      ]
    ]
  ])
  const then = await commitments(sql, 'CL-9')
  t.same(
    then.map(({ id }) => id),
    first.map(({ id }) => id)
  )
  t.match(then.map(({ number }) => number).sort(), ['61', '62', null])
})

t.test('the same file again changes nothing, though a newer edition has renamed its commitments since', async t => {
  const url = await database(t, { sample: true })
  const files = [
    ['commitments-2015', [row2015('62. Register of contracts', { 'Full Text': 'NR' })]],
    ['commitments-download', [rowDownload('62', '62. Register of contracts of towns')]],
    ['commitments-2016', [row2016(62, { 'Commitment Title': '62. Towns in the open', 'Full Text': TEXT })]]
  ] as const
  for (const file of files) await bring(t, url, [file])
  t.equal((await commitments(connection(t, url), 'CL-9')).length, 1)
  for (const file of files) t.match(await bring(t, url, [file]), { outcome: 'nothing changed' })
})

t.test('a later file of one edition replaces what it tells, and the earlier one brings nothing back', async t => {
  const url = await database(t, { sample: true })
  const sql = connection(t, url)
  const early = [
    'commitments-2016',
    [row2016(1, { 'Lead Institution': 'Old', Specificity: 'a. low', _Specificity: '1' })]
  ] as const
  const late = ['commitments-2016', [row2016(1, { 'Lead Institution': 'New', 'Short Title': 'Short' })]] as const
  for (const file of [early, late]) await bring(t, url, [file])
  t.match(await bring(t, url, [early]), { outcome: 'nothing changed' })
  t.match(await sql`select lead_institution, short_title from commitments where valid_to is null and plan = 'CL-9'`, [
    { lead_institution: 'New', short_title: 'Short' }
  ])
  t.match(await sql`select specificity from irm_readings where valid_to is null and commitment like 'CL-9-%'`, [
    { specificity: 'medium' }
  ])
})

t.test('a line that speaks again of what an earlier one speaks of is refused by its number', async t => {
  const url = await database(t, { sample: true })
  const twice = await bring(t, url, [
    ['commitments-2016', [row2016(1), row2016(2), row2016(1, { Specificity: 'a. low' })]]
  ])
  t.match(twice, { tables: { commitments: { added: 2 } } })
  t.same(
    twice.refusals.map(({ line, reason }) => [line, reason]),
    [[4, 'duplicate of line 2']]
  )
  const official = (title: string): Cells => ({
    'Commitment Unique Identifier': 'CL9009',
    'Country/Locality': 'Chile',
    'Action Plan Number': '9',
    'Commitment Title': title
  })
  t.match((await bring(t, url, [['commitments-2024', [official('One'), official('Two')]]])).refusals, [
    { line: 3, value: 'CL9009' }
  ])
  t.match((await bring(t, url, [['process-2016', [process2016, process2016]]])).refusals, [
    { line: 3, column: 'plan', value: 'CL-9', reason: 'duplicate of line 2' }
  ])
})

t.test('what was corrected by hand outlives the same file again', async t => {
  const url = await database(t, { sample: true })
  const sql = connection(t, url)
  const files = [['commitments-2016', [row2016(1)]] as const, ['process-2016', [process2016]] as const]
  for (const file of files) await bring(t, url, [file])
  await sql`update process_assessments set online_consultation = 'no', note = 'Looked up.', note_fr = 'Vérifié.' where plan = 'CL-9'`
  await sql`update commitments set title = 'Corrected', title_key = 'corrected' where plan = 'CL-9'`
  for (const file of files) t.match(await bring(t, url, [file]), { outcome: 'nothing changed' })
  t.match(await assessment(sql, 'CL-9'), { online_consultation: 'no', note: 'Looked up.', note_fr: 'Vérifié.' })
  await bring(t, url, [['process-2015', [{ ...process2015, 'Online consultations': '' }]]], 9)
  t.match(await assessment(sql, 'CL-9'), {
    online_consultation: 'no',
    in_person_consultation: 'yes',
    note: 'Looked up. days_in_advance: process-2016 says 14, explorer-2015 7. The newer edition counts.',
    note_fr:
      'Vérifié. days_in_advance\u00a0: process-2016 dit 14, explorer-2015 7. L’édition la plus récente l’emporte.'
  })
})

t.test('what a newer edition does not cover stays, whatever the order', async t => {
  const title = { 'Commitment Title': 'A register of gifts' }
  const filesOf = (plan: string) =>
    [
      [
        'commitments-download',
        [
          rowDownload('1', title['Commitment Title'], {
            'Action Plan No': plan,
            'Starred (pre-June 2014 assessments)': '1',
            Specificity: 'a. low',
            'Report publication year (progress report)': '2013'
          })
        ]
      ],
      [
        'commitments-2016',
        [row2016(1, { ...title, 'Action Plan Number': plan, 'Report publication year (progress report)': 'NR' })]
      ],
      [
        'commitments-2024',
        [
          {
            ...title,
            'Commitment Unique Identifier': `CL900${plan}`,
            'Country/Locality': 'Chile',
            'Action Plan Number': plan,
            'Commitment Number': '1',
            Verifiable: 'no'
          }
        ]
      ]
    ] as const
  const url = await database(t, { sample: true })
  const orders = { '7': [0, 1, 2], '8': [2, 1, 0], '9': [1, 2, 0] }
  for (const [plan, order] of Object.entries(orders)) {
    const files = filesOf(plan)
    for (const at of order) t.match(await bring(t, url, [files[at] ?? files[0]]), { outcome: 'published' })
    t.match(await bring(t, url, files), { outcome: 'nothing changed' })
  }
  const { json } = await start(t, { url })
  const query = 'plan=CL-7,CL-8,CL-9'
  const told = {
    edition: 'database-2024',
    verifiable: 'no',
    specificity: 'medium',
    stars: ['pre-june-2014'],
    starred: true,
    progress_report_year: null,
    progress_report_year_missing: 'not_reviewed'
  }
  t.match((await json(`/v1/irm-assessments?${query}`)).data, [told, told, told])
  t.equal((await json(`/v1/commitments?${query}&star=pre-june-2014&specificity=medium&starred=true`)).meta.total, 3)
  const alone = { newest: true, verifiable: 'no', specificity: null, stars: null, starred: null }
  t.match((await json(`/v1/irm-readings?${query}&edition=database-2024`)).data, [alone, alone, alone])
})

t.test('a file saved anew, its rows in another order, tells nothing new and says nothing else', async t => {
  const url = await database(t, { sample: true })
  const sql = connection(t, url)
  const [one, two] = [row2016(1, { 'Start Date': '01/02/2013' }), row2016(2)]
  const other = { ...process2016, 'Country name': 'Estonia' }
  const files = [
    ['commitments-download', [rowDownload('1', String(one['Commitment Title'])), rowDownload('3', 'Another')]],
    ['commitments-2016', [one, two]],
    ['process-2016', [process2016, other]],
    ['process-2015', [process2015, { ...process2015, 'Country name': 'Estonia' }]]
  ] as const
  await bring(t, url, files, 9)
  await sql`update commitments set note = 'Looked up.', note_fr = 'Vérifié.' where plan = 'CL-9' and number = '2'`
  const anew = files.map(([layout, rows]) => [layout, rows.toReversed()] as const)
  for (const again of [...anew.map(file => [file]), anew]) {
    const { outcome, tables } = await bring(t, url, again, 9)
    t.equal(outcome, 'nothing changed')
    t.same(
      Object.values(tables).map(({ added, changed, ended }) => added + changed + ended),
      Object.values(tables).map(() => 0)
    )
  }
  // What came with it for the first time does count.
  t.match(await bring(t, url, [['commitments-2016', [two, { ...one, Specificity: 'c. high', _Specificity: '3' }]]]), {
    outcome: 'published',
    tables: { irm_readings: { changed: 1 }, commitments: { changed: 0 }, sources: { added: 1 } }
  })
})

const COUNTRIES = [
  'Albania',
  'Brazil',
  'Canada',
  'Denmark',
  'Estonia',
  'Finland',
  'Georgia',
  'Ghana',
  'Greece',
  'Honduras'
]
const LAYOUTS = [
  'commitments-2015',
  'commitments-download',
  'commitments-2016',
  'commitments-2024',
  'process-2015',
  'process-2016'
]

/** What a layout tells of the promises, with what `say` leaves open. */
function rowsOf(layout: string, country: string, say: (what: string, values: string[]) => string): Cells[] {
  const year = say('year', ['2013', '2014', ''])
  const answers = {
    'Days in advance': say('days', ['7', '14', 'NR']),
    'Timeline: Online': say('online', ['Yes', 'No', 'NR'])
  }
  if (layout === 'process-2015') return [{ 'Country name': country, ...answers, 'In-person consultations': 'Yes' }]
  if (layout === 'process-2016')
    return [
      {
        'Country name': country,
        'Action Plan Number': '9',
        'Year AP Submitted': year,
        ...answers,
        'Only one branch': 'Yes'
      }
    ]
  const held = [1, 2, 3].filter(at => say(`held ${at}`, ['x', 'x', '']) !== '')
  return held.map(at => {
    const column = (newer: string, older: string) => (layout === 'commitments-2015' ? older : newer)
    const shared: Cells = {
      'Commitment Title': `${at}. Promise ${'of the kind '.repeat(at)}${say(`title ${at}`, ['one', 'two'])}`,
      'Full Text': `${TEXT} This is promise ${at}.`,
      [column('Lead Institution', 'Lead institution (Responsible Instutitution)')]: say(`lead ${at}`, [
        'Here',
        'There',
        ''
      ]),
      [column('Start Date', 'Start')]: say(`start ${at}`, ['2012', '31/12/2013', 'Soon', '']),
      'Open Data': say(`open ${at}`, ['1', '0', '']),
      Specificity: say(`specificity ${at}`, ['a. low', 'c. high', 'NR', '']),
      'Public Procurement': say(`procurement ${at}`, ['1', '0', ''])
    }
    if (layout === 'commitments-2015') return { Country: country, 'Action Plan No.': '9', ...shared }
    const numbered = { ...shared, Theme: say(`theme ${at}`, ['A heading', '']) }
    return layout === 'commitments-2024'
      ? {
          'Country/Locality': country,
          'Action Plan Number': '9',
          'Commitment Unique Identifier': `${country.slice(0, 3).toUpperCase()}900${at}`,
          'Commitment Number': String(at),
          'Year Of Submission': year,
          ...numbered
        }
      : {
          Country: country,
          [layout === 'commitments-2016' ? 'Action Plan Number' : 'Action Plan No']: '9',
          'Comm No': String(at),
          'Year of submission': year,
          ...numbered
        }
  })
}

t.test('the same files in any order, any number of times, make the same rows', async t => {
  const url = await database(t, { sample: true })
  const sql = connection(t, url)
  // Each history needs a country that no other has told anything of.
  const untold = [...COUNTRIES]
  const order = fc.shuffledSubarray(LAYOUTS, { minLength: LAYOUTS.length })
  const again = fc.array(fc.constantFrom(...LAYOUTS), { maxLength: 3 })
  const choices = fc.infiniteStream(fc.nat())
  await fc.assert(
    fc.asyncProperty(order, again, order, choices, async (one, repeated, other, stream) => {
      const chosen = new Map<string, number>()
      const facts: unknown[] = []
      for (const files of [[...one, ...repeated], other]) {
        const country = untold.pop()
        if (country === undefined) throw new Error('more histories than countries')
        const file = (layout: string) =>
          [
            layout,
            rowsOf(layout, country, (what, values) => {
              const key = `${layout} ${what}`
              if (!chosen.has(key)) chosen.set(key, stream.next().value ?? 0)
              return values[(chosen.get(key) ?? 0) % values.length] ?? ''
            })
          ] as const
        for (const layout of files) await bring(t, url, [file(layout)], 9)
        const last = await bring(t, url, LAYOUTS.map(file), 9)
        if (last.outcome !== 'nothing changed') throw new Error(JSON.stringify(last.tables))
        facts.push(await factsOf(sql, country))
      }
      t.same(facts[0], facts[1])
      if (JSON.stringify(facts[0]) !== JSON.stringify(facts[1])) throw new Error('another order, another truth')
    }),
    { numRuns: cases(3), endOnFailure: true }
  )
})

/** All that is known of the ninth plan of a country, without what names rows and places. */
async function factsOf(sql: Sql, country: string): Promise<unknown> {
  const [found] = await sql<{ id: string }[]>`select id from countries where valid_to is null and name_en = ${country}`
  const plan = `${found?.id}-9`
  const without = `- '{id,commitment,country,member,plan,valid_from,valid_to,search,ogp_id,source_id,source_locator}'::text[]`
  const rows = (table: string, where: string) =>
    sql.unsafe(
      `select (to_jsonb(r) ${without})::text as facts from ${table} r where valid_to is null and ${where} order by 1`,
      [plan]
    )
  return {
    plans: await rows('action_plans', 'id = $1'),
    commitments: await rows('commitments', 'plan = $1'),
    readings: await rows('irm_readings', `commitment like $1 || '-%'`),
    assessments: await rows('process_assessments', 'plan = $1')
  }
}
