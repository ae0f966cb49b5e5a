import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import sqlite from 'node-sqlite3-wasm'
import t, { type Test } from 'tap'
import { CSV } from '../../src/engine/format/formats.ts'
import { notRun, start } from '../helper.ts'

type File = { path: string; delimiter: string }
/** What a reader makes of a file: its rows, and how many of them miss their value where it can tell. */
type Read = { rows: number; missing?: number }
type Reader = { name: string; program: string; probe: readonly string[]; read: (files: readonly File[]) => Read[] }

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 })

function succeeds({ program, probe }: Pick<Reader, 'program' | 'probe'>): boolean {
  try {
    run(program, ...probe)
    return true
  } catch {
    return false
  }
}

/** A program that is started once for all files, and prints two numbers for each. */
const counted = (program: string, flags: readonly string[], code: string) => (files: readonly File[]) =>
  run(program, ...flags, code, ...files.flatMap(({ path, delimiter }) => [path, delimiter]))
    .trim()
    .split('\n')
    .map((line): Read => {
      const [rows = Number.NaN, missing = Number.NaN] = line.trim().split(' ').map(Number)
      return { rows, missing }
    })

const python = (program: string, read: string) =>
  counted(
    program,
    ['-c'],
    `import sys
for path, delimiter in zip(sys.argv[1::2], sys.argv[2::2]):
${read.replace(/^/gm, '    ')}`
  )

/** Debian's, where another Python stands in front of it. */
const PANDAS = { program: 'python3', probe: ['-c', 'import pandas'] }
if (!succeeds(PANDAS)) PANDAS.program = '/usr/bin/python3'

const pandas = (options: string) =>
  python(
    PANDAS.program,
    `import pandas
rows = pandas.read_csv(path, sep=delimiter${options})
print(len(rows), rows.iloc[:, 0].isna().sum())`
  )

/** As the sentence says it. */
const TOLD: Reader[] = [
  {
    name: 'Python (csv)',
    program: 'python3',
    probe: ['--version'],
    read: python(
      'python3',
      `import csv
rows = list(csv.DictReader(open(path, encoding="utf-8-sig", newline=""), delimiter=delimiter))
print(len(rows), sum(not any(row.values()) for row in rows))`
    )
  },
  { name: 'pandas', ...PANDAS, read: pandas(", keep_default_na=False, na_values=['']") },
  {
    name: 'R',
    program: 'Rscript',
    probe: ['--version'],
    read: counted(
      'Rscript',
      ['--vanilla', '-e'],
      `files <- matrix(commandArgs(TRUE), nrow = 2)
for (at in seq_len(ncol(files))) {
  rows <- read.csv(files[1, at], sep = files[2, at], fileEncoding = "UTF-8-BOM", na.strings = "", blank.lines.skip = FALSE)
  cat(nrow(rows), sum(is.na(rows[[1]])), "\\n")
}`
    )
  }
]

/** As people call them who have read nothing. */
const AS_THEY_COME: Reader[] = [
  { name: 'pandas as it comes', ...PANDAS, read: files => pandas('')(files).map(({ rows }) => ({ rows })) },
  {
    name: 'csvkit',
    program: 'csvstat',
    probe: ['--version'],
    read: files =>
      files.map(({ path, delimiter }) => ({
        rows: Number(/\d+/.exec(run('csvstat', '-d', delimiter, '-e', 'utf-8-sig', '--count', path))?.[0])
      }))
  },
  {
    name: 'Miller',
    program: 'mlr',
    probe: ['--version'],
    read: files =>
      files.map(({ path, delimiter }) => ({
        rows: Number(run('mlr', '--icsv', '--ifs', delimiter, '--onidx', 'count', path))
      }))
  }
]

const here = (readers: readonly Reader[]) =>
  readers.filter(
    reader => succeeds(reader) || void notRun(`missing values in CSV, read with ${reader.name} (not installed)`)
  )

const CSVKIT = { program: 'csvsql', probe: ['--version'] }

function folderOf(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'ogp-missing-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

t.test('a lone missing value is a row in every dialect and to every reader', async t => {
  const { get } = await start(t)
  const folder = folderOf(t)
  const files: File[] = []
  const expected: Read[] = []
  const dialects = Object.keys(CSV.dialects ?? {})
  const asked = [
    ...dialects.map(dialect => ({ path: '/v1/action-plans.csv?fields=locality', dialect })),
    { path: '/v1/members/CL.csv?fields=subdivision', dialect: 'rfc4180' }
  ]
  for (const { path, dialect } of asked) {
    const { rawPayload } = await get(`${path}&dialect=${dialect}`)
    const delimiter = dialect === 'excel-eu' ? ';' : ','
    const lines = (await get(path.replace('.csv', '.ndjson'))).body.trim().split('\n')
    const values = lines.flatMap(line => Object.values(JSON.parse(line) as Record<string, string | null>))
    const cells = (parse(rawPayload, { delimiter, bom: true, fromLine: 2 }) as string[][]).flat()
    t.same(
      cells,
      values.map(value => value ?? ''),
      path
    )
    t.ok(values.includes(null) && !/^\r\n/m.test(rawPayload.toString()), 'some are missing, and no line is empty')
    const file = join(folder, `${files.length}.csv`)
    writeFileSync(file, rawPayload)
    files.push({ path: file, delimiter })
    expected.push({ rows: values.length, missing: values.filter(value => value === null).length })
  }
  for (const { name, read } of here([...TOLD, ...AS_THEY_COME]))
    t.match(
      read(files),
      TOLD.some(told => told.name === name) ? expected : expected.map(({ rows }) => ({ rows })),
      name
    )
})

t.test('words that readers take for missing values stay values where the readers are told', async t => {
  const { get } = await start(t)
  const folder = folderOf(t)
  const files: File[] = []
  const expected: Read[] = []
  for (const [word, path] of [
    ['NA', '/v1/countries.csv?fields=id'],
    ['none', '/v1/commitments.csv?fields=potential_impact']
  ] as const) {
    const { body } = await get(path)
    const [column = '', ...cells] = (parse(body) as string[][]).flat()
    t.ok(cells.includes(word), `${path} holds ${word}`)
    const file = join(folder, `${column}.csv`)
    writeFileSync(file, body)
    files.push({ path: file, delimiter: ',' })
    expected.push({ rows: cells.length, missing: cells.filter(cell => cell === '').length })
  }
  for (const { name, read } of here(TOLD)) t.same(read(files), expected, name)
  if (!succeeds(CSVKIT)) return notRun('missing values in CSV, read with csvkit (not installed)')
  for (const [at, { path }] of files.entries()) {
    run('csvsql', '--blanks', '--db', `sqlite:///${path}.db`, '--tables', 'rows', '--insert', path)
    const database = new sqlite.Database(`${path}.db`)
    const cells = database.all('select * from rows').map(row => Object.values(row)[0])
    database.close()
    t.same(
      { rows: cells.length, missing: cells.filter(cell => cell === '' || cell === null).length },
      expected[at],
      'csvkit'
    )
  }
})
