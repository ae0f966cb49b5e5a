import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { openFile } from '../../src/import/files/file.ts'
import { importFiles } from '../../src/import/import.ts'
import { LAYOUTS } from '../../src/import/layouts/index.ts'
import { columnsOf, recognise } from '../../src/import/layouts/layout.ts'
import { database, notRun, start } from '../helper.ts'
import { type Cells, layout, pathFor, row2016, write, writeFile } from '../synthetic.ts'

const release = (id = 'test') => ({ id, title: 'A test', date: '2026-11-24' })
const FILE_COLUMNS = resolve(import.meta.dirname, '../../../shared/data/reference/file_columns.csv')

const withoutColumns = (): string | false => {
  if (existsSync(FILE_COLUMNS)) return false
  const reason = 'the header rows of OGP’s files are not in ../shared/data/reference'
  notRun(reason)
  return reason
}

t.test('the published header rows of all six layouts are recognised', { skip: withoutColumns() }, async t => {
  const all: { file_id: string; column: string; group: string }[] = parse(readFileSync(FILE_COLUMNS), { columns: true })
  for (const { id } of LAYOUTS) {
    const columns = all.filter(({ file_id }) => file_id === id)
    const names = columns.map(({ column }) => column)
    const numbers = names.map((_, index) => String(index))
    const groups = columns.map(({ group }) => group)
    const path = pathFor(t, `${id}.csv`)
    writeFileSync(path, write(names, [], { above: [numbers, groups], mark: true, end: '\r\n' }))
    const { name, head } = await openFile(path)
    t.match(recognise(name, head, LAYOUTS), { layout: { id }, row: 2 })
  }
})

const minimal: Record<string, Cells> = {
  'commitments-2015': {
    Country: 'Georgia',
    'Action Plan No.': '1',
    'Commitment Title': 'Synthetic commitment',
    'Actual Completion': 'Completed',
    '_Actual Completion': '4',
    'Open Data': '1'
  },
  'commitments-download': {
    Country: 'Georgia',
    'Action Plan No': '1',
    'Comm No': '2.10',
    'Commitment Title': 'Synthetic commitment',
    'Actual Completion': 'Complete',
    '_Actual Completion': '5',
    'Year of submission': '2014',
    'Open Data': '1'
  },
  'commitments-2016': row2016(1, {
    Country: 'Georgia',
    'Completion (progress report)': 'Complete',
    _CompletionProgress: '5'
  }),
  'commitments-2024': {
    'Commitment Unique Identifier': 'GE9001',
    'Country/Locality': 'Georgia',
    Code: 'GEO',
    'Action Plan Number': '1',
    'Commitment Title': 'Synthetic commitment',
    'Completion (Progress Report)': 'Complete',
    _CompletionProgress: '5',
    'Open Data': '1'
  }
}

t.test('each commitment layout gives the same fact the same code', async t => {
  for (const [id, cells] of Object.entries(minimal)) {
    const { url, json, app } = await start(t, { own: 'sample' })
    const report = await importFiles(url, { files: [writeFile(t, id, [cells])], release: release() })
    t.match(report, { outcome: 'published', refusals: [], files: [{ layout: id, read: 1 }] }, id)
    await app.service.releases.refresh()
    const { data } = await json(
      '/v1/commitments?country=GE&q=&sort=id'.replace('&q=', '').concat('&completion=complete&midterm=complete')
    )
    t.match(
      data.filter(({ title }) => String(title).startsWith('Synthetic')),
      [{ country: 'GE', themes: ['open-data'], completion_midterm: 'complete' }],
      id
    )
  }
})

/** The same answer to each of the six questions, and no step counted. */
const steps = (answer: string): Cells => ({
  'Country name': 'Georgia',
  'Year AP Submitted': '2014',
  ...Object.fromEntries(
    columnsOf(layout('process-2016'))
      .filter(name => name.startsWith('Step '))
      .map(name => [name, answer])
  ),
  '_Number of steps followed (out of 6)': '0'
})

t.test('each process layout gives one assessment a plan', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const files = [
    writeFile(t, 'process-2015', [{ 'Country name': 'Georgia', 'Timeline: Online': 'Yes', 'Days in advance': '14' }]),
    writeFile(t, 'process-2016', [
      { 'Country name': 'Georgia', 'Action Plan Number': '8', 'Year AP Submitted': '2014', 'Timeline: Online': 'No' },
      { ...steps('NR'), 'Action Plan Number': '9' },
      { ...steps('No'), 'Action Plan Number': '10' }
    ])
  ]
  const report = await importFiles(url, { files, release: release(), plan: 7 })
  t.match(report, { outcome: 'published', refusals: [] })
  await app.service.releases.refresh()
  const { data } = await json('/v1/process-assessments?plan=GE-7,GE-8,GE-9,GE-10&sort=id')
  t.match(data, [
    { id: 'GE-10', steps_followed: 0, steps_followed_missing: null, source_conflict: null },
    {
      id: 'GE-7',
      timeline_online: 'yes',
      days_in_advance: 14,
      note: 'The file names no plan; taken as plan 7.',
      note_fr: 'Le fichier ne nomme aucun plan\u00a0; pris pour le plan 7.'
    },
    { id: 'GE-8', timeline_online: 'no', year: 2014, note: null, note_fr: null },
    // A zero of steps that nobody judged is no number.
    {
      id: 'GE-9',
      steps_followed: null,
      steps_followed_missing: 'not_reviewed',
      source_conflict: 'steps_followed: source holds 0'
    }
  ])
})

t.test('the process database of 2015 says why the answer is no, and that there are no days to count', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const row = {
    'Country name': 'Georgia',
    'Timeline: Online': 'No Timeline',
    'Timeline: other channels': 'No other channels',
    'Advance notice': 'No',
    'Days in advance': 'No advance notice',
    'Advance notice: Adequacy': 'No advance notice',
    'Summary of comments': 'NR'
  }
  const files = [
    writeFile(t, 'process-2015', [row, { ...row, 'Country name': 'Estonia', 'Timeline: Online': 'Not Online' }])
  ]
  t.match(await importFiles(url, { files, release: release(), plan: 7 }), { outcome: 'published', refusals: [] })
  await app.service.releases.refresh()
  const { data } = await json('/v1/process-assessments?country=EE,GE&plan=EE-7,GE-7&sort=id')
  const said = {
    timeline_online: 'no',
    timeline_other_channels: 'no',
    advance_notice: 'no',
    days_in_advance: null,
    days_in_advance_missing: 'not_applicable',
    advance_notice_adequate: 'no',
    summary_of_comments: 'not_reviewed'
  }
  t.match(data, [said, said])
})

t.test('a file is the same however a spreadsheet saved it', async t => {
  const rows = [1, 2].map(number =>
    row2016(number, {
      'Commitment Title': `Synthèse n° ${number}: "données", ouvertes; à tous`,
      'Full Text': 'one\ntwo'
    })
  )
  const count = columnsOf(layout('commitments-2016')).length
  const totals = ['', ...Array.from({ length: count - 1 }, (_, at) => (at === 3 ? 'Sum' : '2'))]
  const writings = {
    'UTF-8': {},
    'byte-order mark and CRLF': { mark: true, end: '\r\n' },
    semicolons: { delimiter: ';', end: '\r\n' },
    tabs: { delimiter: '\t' },
    'Latin-1': { encoding: 'latin1' as const, delimiter: ';' },
    'UTF-16': { encoding: 'utf16le' as const, mark: true },
    'an index above and totals below': {
      above: [Array.from({ length: count }, (_, at) => String(at))],
      below: [totals]
    },
    'blank lines': { below: [[''], ['']] }
  }
  const { url, get, app } = await start(t, { own: 'sample' })
  for (const [at, [name, writing]] of Object.entries(writings).entries()) {
    const file = writeFile(t, 'commitments-2016', rows, writing, `${at}.csv`)
    const report = await importFiles(url, { files: [file], release: { ...release(), id: `r${at}` } })
    // Each after the first says the same in other bytes.
    const outcome = at === 0 ? 'published' : 'nothing changed'
    t.match(report, { outcome, refusals: [], leftCells: 0, files: [{ read: 2 }] }, name)
  }
  await app.service.releases.refresh()
  const { body } = await get('/v1/commitments.csv?plan=CL-9&fields=id,number,title,full_text,themes,specificity')
  t.match(body, 'Synthèse n° 1: ""données"", ouvertes; à tous')
})

t.test('names of several eras are one country, local members are themselves', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const names: Record<string, string> = {
    UK: 'GB',
    'United Kingdom': 'GB',
    Macedonia: 'MK',
    'North Macedonia': 'MK',
    'South Korea': 'KR',
    'Republic of Korea': 'KR',
    'Slovak Republic': 'SK',
    Slovakia: 'SK',
    USA: 'US',
    'United States': 'US',
    "Côte d'Ivoire": 'CI',
    'Cabo Verde': 'CV'
  }
  const rows = Object.keys(names).map((Country, at) => row2016(at, { Country }))
  const report = await importFiles(url, { files: [writeFile(t, 'commitments-2016', rows)], release: release() })
  t.match(report, { outcome: 'published', refusals: [] })
  await app.service.releases.refresh()
  const { data } = await json('/v1/commitments?year=2014&limit=1000&fields=country,number,title')
  const found = data.filter(({ title }) => String(title).startsWith('Synthetic'))
  t.same(
    found.map(({ country, number }) => [number, country]).sort(),
    Object.values(names)
      .map((country, at) => [String(at), country])
      .sort()
  )
  const local = {
    ...minimal['commitments-2024'],
    'Country/Locality': 'Jalisco, Mexico',
    'Commitment Unique Identifier': 'JAL9001'
  }
  await importFiles(url, { files: [writeFile(t, 'commitments-2024', [local])], release: release('local') })
  await app.service.releases.refresh()
  t.match((await json('/v1/commitments/JAL9001')).data, { country: 'MX', member: 'jalisco', plan: 'jalisco-1' })
})

t.test('a file with a column renamed is read without it, and the report says what it may be called now', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const columns = columnsOf(layout('commitments-2024')).map(name =>
    name === 'Money in Politics' ? 'Money in Politics & Lobbying' : name
  )
  const path = pathFor(t, 'renamed.csv')
  writeFileSync(
    path,
    write(
      columns.filter(name => name !== 'Binding constraint'),
      [minimal['commitments-2024'] ?? {}]
    )
  )
  const report = await importFiles(url, { files: [path], release: release() })
  t.match(report, {
    outcome: 'published',
    files: [
      {
        layout: 'commitments-2024',
        missing: ['"Binding constraint"', '"Money in Politics" (is it "money in politics & lobbying"?)'],
        unread: ['Money in Politics & Lobbying']
      }
    ]
  })
  await app.service.releases.refresh()
  t.match((await json('/v1/commitments/GE9001')).data, { themes: ['open-data'], completion: 'complete' })
})

t.test('a file of no known layout is refused with the nearest one and what it misses', async t => {
  const url = await database(t, { sample: true })
  const columns = columnsOf(layout('commitments-2016')).filter(name => !['Country', 'Specificity'].includes(name))
  const path = pathFor(t, 'near.csv')
  writeFileSync(path, write([...columns, 'Specifcity'], []))
  const attempt = (file: string) => importFiles(url, { files: [file], release: release() })
  await t.rejects(attempt(path), {
    message:
      /near\.csv: unknown layout; the nearest is commitments-2016 .* misses 2 of 89 columns: "Country", "Specificity" \(is it "specifcity"\?\)/
  })
  const other = pathFor(t, 'other.csv')
  writeFileSync(other, 'a,b\n1,2\n')
  await t.rejects(attempt(other), { message: /other\.csv: no column is known/ })
  await t.rejects(attempt('/nowhere/x.csv'), { message: 'x.csv: there is no such file' })
  writeFileSync(other, '')
  await t.rejects(attempt(other), { message: 'other.csv: the file is empty' })
  writeFileSync(other, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
  await t.rejects(attempt(other), { message: /^other\.csv/ })
  writeFileSync(other, '"a,b\n1,2\n')
  await t.rejects(attempt(other), { message: /other\.csv/ })
})

t.test('a row without country, plan or title is refused; a cell it can do without is left empty', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const rows = [
    row2016(1),
    row2016(2, { Specificity: 'very high', 'Year of submission': 'soon', 'Open Data': 'x' }),
    row2016(3, { Country: 'Atlantis' }),
    row2016(4, { 'Action Plan Number': 'second' }),
    row2016(5, { 'Commitment Title': '', 'Short Title': '' })
  ]
  const file = writeFile(t, 'commitments-2016', rows, { end: '\r\n' })
  const strict = await importFiles(url, { files: [file], release: release('strict'), strict: true })
  t.match(strict, { outcome: 'refused' })
  const report = await importFiles(url, { files: [file], release: release() })
  t.match(report, { outcome: 'published', refusedRows: 3, leftCells: 3, files: [{ read: 5, refused: 3, left: 3 }] })
  t.match(report.refusals, [
    { line: 4, column: 'Country', value: 'Atlantis', reason: 'is not the name of a country or member' },
    { line: 5, column: 'Action Plan Number', value: 'second' },
    { line: 6, column: 'Commitment Title', reason: 'is missing' }
  ])
  t.match(report.left, [
    {
      line: 3,
      column: 'Specificity',
      value: 'very high',
      allowed: ['none', 'low', 'medium', 'high', 'NR', 'ND', 'NA']
    },
    { line: 3, column: 'Open Data', value: 'x', reason: 'must be 1 or 0' },
    { line: 3, column: 'Year of submission', value: 'soon' }
  ])
  await app.service.releases.refresh()
  const { data } = await json('/v1/commitments?plan=CL-9&fields=number,year,specificity,note&sort=number')
  t.match(data, [
    { number: '1', specificity: 'medium', note: null },
    { number: '2', specificity: null, year: null, note: 'Year: source holds soon.' }
  ])
  const readings = await json('/v1/irm-readings?plan=CL-9&fields=source_conflict&sort=source_conflict')
  t.same(readings.data, [{ source_conflict: 'specificity: source holds very high' }, { source_conflict: null }])
})

t.test('label and number that disagree are kept and said', async t => {
  const { url, json, app } = await start(t, { own: 'sample' })
  const rows = [
    row2016(1, { Specificity: 'c. high', _Specificity: '1' }),
    row2016(2, { Specificity: '#NAME?', _Specificity: '' }),
    row2016(3, { 'Start Date': '07/01/2012', 'End Date': '31/12/2014' })
  ]
  await importFiles(url, { files: [writeFile(t, 'commitments-2016', rows)], release: release() })
  await app.service.releases.refresh()
  const { data } = await json('/v1/irm-assessments?plan=CL-9&fields=specificity,source_conflict&sort=title')
  t.same(data, [
    { specificity: 'high', source_conflict: 'specificity: label=c. high code=1' },
    { specificity: null, source_conflict: 'specificity: source holds #NAME?' },
    { specificity: 'medium', source_conflict: null }
  ])
  const dates = await json(
    '/v1/commitments?plan=CL-9&fields=start_date,start_date_text,end_date,note,note_fr&sort=-number&limit=1'
  )
  t.same(dates.data, [
    {
      start_date: '2012',
      start_date_text: '07/01/2012',
      end_date: '2014-12-31',
      note: 'Start: day/month order ambiguous.',
      note_fr: 'Début\u00a0: ordre jour/mois ambigu.'
    }
  ])
})
