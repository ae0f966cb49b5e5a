import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import t from 'tap'
import { importFiles } from '../../src/import/import.ts'
import { start } from '../helper.ts'
import { FILES, withoutRealFiles } from './files.ts'

type Cells = Record<string, string>
type Row = Record<string, unknown>

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const VIEWS = readFileSync(new URL('../../openapi/explorer-views.md', import.meta.url), 'utf8')

/** What one knew of the files' own time: later editions add commitments, themes and readings. */
const THEN = 'release=2016-12'

/** The records of a file under the header that has this cell. */
const records = (file: string, cell: string): Cells[] => {
  const lines: string[][] = parse(readFileSync(file), { relax_column_count: true })
  const at = lines.findLastIndex(line => line.includes(cell))
  const names = lines[at] ?? []
  return lines.slice(at + 1).map(line => Object.fromEntries(names.map((name, index) => [name, line[index] ?? ''])))
}

const NAMES: Cells = { UK: 'United Kingdom', USA: 'United States', Slovakia: 'Slovak Republic' }
const STARS: Cells = {
  'pre-june-2014': 'Starred (pre-June 2014 assessments)',
  '2015-only': 'Starred (2015 only)',
  'current-midterm': 'Starred (current formula) progress report',
  'current-end-of-term': 'Starred (current formula) end of term'
}
const READINGS: Cells = { '0': 'no', '1': 'yes', ND: 'no_data', NR: 'not_reviewed' }
const COMPLETION: Cells = {
  'a. not started': 'not_started',
  'b. limited': 'limited',
  'c. substantial': 'substantial',
  'd. complete': 'complete',
  nr: 'not_reviewed',
  na: 'not_applicable'
}

function tally<T>(rows: readonly T[], keys: (row: T) => string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of rows.flatMap(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

t.test('every view of the Explorer is one address', { skip: withoutRealFiles() }, async t => {
  const client = await start(t, { own: 'database' })
  await importFiles(client.url, {
    files: [FILES.commitments2016, FILES.process2016],
    release: { id: 'explorer', title: 'A test', date: '2026-11-24' }
  })
  await client.app.service.releases.refresh()
  const groups = async (path: string) => (await client.json(path)).data as Row[]
  const countries = new Map(
    (await client.get('/v1/countries.ndjson')).body
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
      .map(({ id, name_en, region }) => [name_en as string, { id: id as string, region: region as string }])
  )
  const countryOf = (row: Cells, column: string) => {
    const name = row[column] ?? ''
    return countries.get(NAMES[name] ?? name)
  }
  const commitments = records(FILES.commitments2016, 'Commitment Title')
  const codeOf = (row: Cells) => countryOf(row, 'Country')?.id ?? `no code: ${row.Country}`

  await t.test('each address of the page answers, with rows', async t => {
    const addresses = [...VIEWS.matchAll(/`(\/v1\/[^`]+)`/g)].map(([, address]) => String(address))
    t.ok(addresses.length > 40)
    for (const address of addresses) {
      const { statusCode, body, headers } = await client.get(address)
      t.equal(statusCode, 200, address)
      const csv = String(headers['content-type']).startsWith('text/csv')
      const filled =
        address.endsWith('/schema') || (csv ? body.split('\r\n').length > 2 : JSON.parse(body).data.length > 0)
      t.ok(filled, `${address} has rows`)
    }
  })

  await t.test('the five questions of the Explorer are answered as the README says', async t => {
    const section = README.slice(README.indexOf('### The five questions of the Explorer'))
    const addresses = [...section.slice(0, section.indexOf('## Licence')).matchAll(/'localhost:3000(\/v1\/[^']+)'/g)]
    t.equal(addresses.length, 5)
    const [delivered, consulted, fiscal, stars, owners] = await Promise.all(
      addresses.map(async ([, address]) => {
        t.equal((await client.get(String(address))).statusCode, 200)
        return (await client.get(`${address}&${THEN}`)).body
      })
    )
    t.equal(delivered?.trim().split('\r\n').length, 1 + commitments.filter(row => codeOf(row) === 'AL').length)
    t.equal(consulted?.trim().split('\r\n').length, 1 + 12)
    t.match(fiscal, /^country,country_label,count\r\n/)
    const formulas = tally(
      commitments.filter(row => codeOf(row) === 'AL'),
      row => Object.entries(STARS).flatMap(([formula, column]) => (row[column] === '1' ? [formula] : []))
    )
    t.ok(formulas.size > 0)
    for (const [formula, count] of formulas) t.match(stars, new RegExp(`^${formula},.*,${count}\r$`, 'm'))
    t.match(JSON.parse(owners ?? '').data, [{ stars: ['2015-only'], completion_midterm: 'substantial' }])
  })

  await t.test('share of starred commitments by country, under each formula', async t => {
    const own = commitments.filter(row => row.Country)
    const wholes = tally(own, row => [codeOf(row)])
    const stars = tally(own, row =>
      Object.entries(STARS).flatMap(([formula, column]) => (row[column] === '1' ? [`${codeOf(row)} ${formula}`] : []))
    )
    const path = '/v1/irm-readings/aggregate?edition=explorer-2016&group=country,star&measure=count,share&of=country'
    const found = (await groups(path)).filter(({ star }) => star !== null)
    t.same(new Map(found.map(({ country, star, count }) => [`${country} ${star}`, count])), stars)
    for (const { country, count, share, denominator } of found) {
      t.equal(denominator, wholes.get(String(country)))
      t.ok(Math.abs(Number(share) - Number(count) / Number(denominator)) < 1e-6)
    }
    for (const [filter, column] of Object.entries({
      star2014: STARS['pre-june-2014'],
      star2015: STARS['2015-only'],
      starmidterm: STARS['current-midterm'],
      starendofterm: STARS['current-end-of-term']
    })) {
      const rows = await groups(`/v1/irm-readings/aggregate?edition=explorer-2016&group=country,${filter}`)
      const read = tally(own, row => [`${codeOf(row)} ${READINGS[row[String(column)] ?? '']}`])
      t.same(
        new Map(rows.map(row => [`${row.country} ${row[filter]}`, row.count])),
        read,
        `${filter}: NR and ND as well`
      )
    }
  })

  await t.test('completion by theme among transformative commitments', async t => {
    const tags = await groups('/v1/theme-tags?scheme=explorer-2016&limit=1000')
    const themes = new Map(tags.map(({ tag, theme }) => [String(tag), String(theme)]))
    const own = commitments.filter(row => row['Potential impact'] === 'Transformative')
    t.equal(own.length, 284)
    const themesOf = (row: Cells) => [
      ...new Set(Object.entries(row).flatMap(([name, value]) => (value === '1' && themes.get(name)) || []))
    ]
    const completionOf = (row: Cells) => {
      const cell = (row['Completion (progress report)'] ?? '').toLowerCase()
      return COMPLETION[cell] ?? cell
    }
    const path = `/v1/irm-readings/aggregate?edition=explorer-2016&impact=transformative&group=theme,midterm&measure=count,share&of=theme&${THEN}`
    const found = (await groups(path)).filter(({ theme }) => theme !== null)
    t.same(
      new Map(found.map(({ theme, midterm, count }) => [`${theme} ${midterm}`, count])),
      tally(own, row => themesOf(row).map(theme => `${theme} ${completionOf(row)}`))
    )
    const wholes = tally(own, themesOf)
    for (const { theme, denominator } of found) t.equal(denominator, wholes.get(String(theme)), String(theme))
  })

  await t.test('African plans with online consultation', async t => {
    const plans = records(FILES.process2016, 'Country name').filter(
      row => countryOf(row, 'Country name')?.region === 'africa'
    )
    const path = '/v1/process-assessments/aggregate?region=africa&group=online&measure=count,share'
    const found = await groups(path)
    const answers: Cells = { Yes: 'yes', No: 'no', NR: 'not_reviewed', ND: 'no_data', NA: 'not_applicable' }
    t.same(
      new Map(found.map(({ online, count }) => [online, count])),
      tally(plans, row => [answers[row['Step 4: Online consultations'] ?? ''] ?? 'unknown'])
    )
    for (const { denominator } of found) t.equal(denominator, plans.length)
  })
})
