/** What the tests of workbooks share: texts that are hard to keep, and LibreOffice. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Test } from 'tap'
import type { Explained } from '../src/engine/format/workbook.ts'
import { publish } from '../src/import/publish/publish.ts'
import { type Client, database, start } from './helper.ts'

/** Text that a careless writer loses, and text that a careless spreadsheet executes. */
export const HARD = [
  '=1+1',
  '@SUM(A1)',
  '+3',
  '-x',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x.example","click")',
  'a & b < c > "d"',
  ' spaces ',
  'two\nlines',
  'windows\r\nlines',
  'tab\there',
  'bell \u0007 and \u001b[0m',
  '_x0041_ is not A',
  'é œ 🏛️ العربية',
  '2.10',
  '2016-12',
  'TRUE',
  '0012',
  ']]>'
]
export const TOO_LONG = `${'a'.repeat(32_700)}${'🏛'.repeat(100)}${'b'.repeat(5000)}`

/** A service whose contacts have these values, in this order of their ids. */
export async function withContacts(t: Test, values: readonly string[]): Promise<Client> {
  const url = await database(t)
  const rows = values.map((value, index) => ({
    id: `c${String(index).padStart(2, '0')}`,
    value,
    note: null,
    source_id: 'brochure-2016-fr',
    source_locator: null
  }))
  const contents = [{ table: 'contacts', complete: true, rows }] as const
  await publish(url, { id: '2027-01', title: 'Hard cells', date: '2027-01-01' }, contents)
  return start(t, { url })
}

/** What a workbook of one column says of itself. */
export const EXPLAINED: Explained = {
  title: 'x',
  creator: 'x',
  published: new Date('2016-12-07T00:00:00Z'),
  date: '2016-12-07',
  bundle: {
    words: { data: '', dictionary: '', chart: '', citation: '', digests: '', cite: '', files: '', colon: ':' }
  },
  rows: 1,
  columns: [{ name: 'a', width: 10, isDate: false, words: [] }],
  dictionary: ['column'],
  citation: { header: ['item', 'value'], lines: [] },
  cutMark: () => '…',
  cutLine: address => [address, null]
}

export const has = (program: string) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The first sheet of each file, told by its suffix, as LibreOffice shows it, in cells as they stand. */
export function inLibreOffice(files: readonly { suffix: string; bytes: Uint8Array }[]): string[][][] {
  const dir = mkdtempSync(join(tmpdir(), 'ogp-office-'))
  try {
    const paths = files.map(({ suffix, bytes }, at) => {
      const path = join(dir, `${at}.${suffix}`)
      writeFileSync(path, bytes)
      return path
    })
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false'
    const args = ['--headless', `-env:UserInstallation=file://${dir}/profile`, '--convert-to', filter, '--outdir', dir]
    execFileSync('soffice', [...args, ...paths], { stdio: 'ignore' })
    return paths.map(path => parse(readFileSync(path.replace(/\w+$/, 'csv'))) as string[][])
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
