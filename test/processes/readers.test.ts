import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import t, { type Test } from 'tap'
import { publish } from '../../src/import/publish/publish.ts'
import { type Client, database, notRun, start } from '../helper.ts'

const has = (program: string, ...args: string[]) => {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Cells that break careless readers. */
const HARD = [
  'a, b',
  'she said "no"',
  'two\nlines',
  'windows\r\nlines',
  '=1+2',
  ' spaces ',
  'é à ü ñ ç œ 🏛️ العربية',
  '|',
  '"',
  ',',
  "'",
  '\t',
  '#x'
]

async function hardDatabase(t: Test): Promise<Client> {
  const url = await database(t)
  const rows = HARD.map((value, index) => ({
    id: `c${index}`,
    value,
    note: null,
    source_id: 'brochure-2016-fr',
    source_locator: null
  }))
  await publish(url, { id: '2027-01', title: 'Hard cells', date: '2027-01-01' }, [
    { table: 'contacts', complete: true, rows }
  ])
  return start(t, { url })
}

const PYTHON = `
import csv, json, sys
with open(sys.argv[1], newline='', encoding='utf-8') as file:
    print(json.dumps(list(csv.reader(file))))
`

type Reader = { name: string; there: boolean; read: (file: string) => string[][] }

const json = (program: string, args: string[]) =>
  JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 }))

const READERS: Reader[] = [
  { name: 'csv-parse', there: true, read: file => parse(readFileSync(file)) as string[][] },
  { name: 'python3 csv', there: has('python3', '--version'), read: file => json('python3', ['-c', PYTHON, file]) },
  {
    name: 'Miller (mlr)',
    there: has('mlr', '--version'),
    read: file => {
      // -S: cells as they stand, not as numbers.
      const records = json('mlr', ['--icsv', '--ojson', '-S', 'cat', file]) as Record<string, string>[]
      return [Object.keys(records[0] ?? {}), ...records.map(record => Object.values(record).map(String))]
    }
  },
  {
    name: 'LibreOffice (soffice)',
    there: has('soffice', '--version'),
    read: file => {
      const out = mkdtempSync(join(tmpdir(), 'ogp-office-'))
      try {
        // Comma, double quote, UTF-8; quoted cells as text; formulas are not evaluated.
        execFileSync(
          'soffice',
          [
            '--headless',
            `-env:UserInstallation=file://${out}/profile`,
            '--infilter=CSV:44,34,76,1,,0,true,false,true,false,false,0,false',
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true',
            '--outdir',
            out,
            file
          ],
          { stdio: 'ignore' }
        )
        return parse(readFileSync(join(out, 'data.csv'))) as string[][]
      } finally {
        rmSync(out, { recursive: true, force: true })
      }
    }
  }
]

t.test('other programs read the CSV cell by cell as it is', async t => {
  const { get } = await hardDatabase(t)
  const dir = mkdtempSync(join(tmpdir(), 'ogp-readers-'))
  t.teardown(() => rmSync(dir, { recursive: true, force: true }))
  for (const path of ['/v1/members', '/v1/contacts?sort=id', '/v1/commitments?year=2015..', '/v1/sources']) {
    const rows = (
      JSON.parse((await get(`${path}${path.includes('?') ? '&' : '?'}limit=1000`)).body) as {
        data: Record<string, unknown>[]
      }
    ).data
    t.ok(rows.length > 0 && rows.length < 1000, 'all rows are on the page')
    const cells = rows.map(row =>
      Object.values(row).map(value => (value === null ? '' : Array.isArray(value) ? value.join('|') : String(value)))
    )
    const csv = (await get(`${path}${path.includes('?') ? '&' : '?'}format=csv`)).rawPayload
    const file = join(dir, 'data.csv')
    writeFileSync(file, csv)
    t.not(csv[0], 0xef, 'no byte-order mark')
    for (const { name, there, read } of READERS) {
      if (!there) {
        notRun(`reading our CSV with ${name} (not installed)`)
        continue
      }
      // Miller ends lines with LF on output, and a spreadsheet keeps only LF inside a cell: both are theirs to choose.
      const plain = (text: string) => text.replaceAll('\r\n', '\n')
      t.same(
        read(file)
          .slice(1)
          .map(record => record.map(plain)),
        cells.map(record => record.map(plain)),
        `${path} in ${name}`
      )
    }
  }
})
