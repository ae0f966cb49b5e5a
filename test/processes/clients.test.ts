/** Programs of the README, as a reader would copy them, against a service that listens. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import t, { type Test } from 'tap'
import { notRun, start } from '../helper.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '..', '..')
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const EXPORT = '/v1/commitments'
const QUERY = '?theme=open-data'

/** The one program of the section in this language, asking this service. */
function program(language: string, origin: string): string {
  const section = README.slice(README.indexOf('### From a program'), README.indexOf('### Join your spreadsheet'))
  const [, code] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(section) ?? []
  if (!code) throw new Error(`the README has no program in ${language}`)
  return code.replaceAll('http://localhost:3000', origin)
}

const has = (command: string) =>
  run(command, ['--version']).then(
    () => true,
    () => false
  )

type Row = Record<string, unknown>

async function listening(t: Test) {
  const { app } = await start(t, { own: 'service', publicUrl: undefined })
  const origin = await app.server.listen({ port: 0, host: '127.0.0.1' })
  const text = async (suffix: string) => (await fetch(`${origin}${EXPORT}${suffix}${QUERY}`)).text()
  const cells = parse(await text('.csv'), { columns: true }) as Row[]
  const rows = (await text('.ndjson'))
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Row)
  t.ok(rows.length > 10, 'the programs have more than two pages to walk')
  return { origin, cells, rows }
}

/** A project that knows our dependencies and the types of our document. */
async function project(t: Test): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ogp-client-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  await writeFile(join(folder, 'package.json'), '{"type":"module"}')
  const options = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true }
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { ...options, noEmit: true, target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler' }
    })
  )
  await run(process.execPath, [
    join(ROOT, 'node_modules/openapi-typescript/bin/cli.js'),
    join(ROOT, 'openapi/v1.json'),
    '-o',
    join(folder, 'ogp.ts')
  ])
  return folder
}

const compile = (folder: string) =>
  run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder]).then(
    () => '',
    error => String(error.stdout)
  )

t.test('the TypeScript program compiles strictly, walks all pages and finds the rows of the export', async t => {
  const { origin, rows } = await listening(t)
  const folder = await project(t)
  const code = program('ts', origin)
  await writeFile(join(folder, 'client.ts'), `${code}\nconsole.log(JSON.stringify(rows))\n`)
  // Types that take everything would compile too.
  await writeFile(
    join(folder, 'wrong.ts'),
    [
      "import createClient from 'openapi-fetch'",
      "import type { paths } from './ogp'",
      `const ogp = createClient<paths, 'application/json'>()`,
      "const { data } = await ogp.GET('/commitments', { params: { query: { themes: 'open-data' } } })",
      'console.log(data?.data[0]?.titel)',
      "await ogp.GET('/commitment')",
      ''
    ].join('\n')
  )
  const faults = (await compile(folder)).split('\n').filter(line => line.includes(': error TS'))
  t.same(
    faults.map(line => line.replace(/^.*\/(\w+\.ts\(\d+).*$/, '$1')),
    ['wrong.ts(4', 'wrong.ts(5', 'wrong.ts(6'],
    faults.join('\n')
  )
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'client.ts'], { cwd: folder, maxBuffer: 1e8 })
  const [count, found = ''] = stdout.split('\n')
  t.equal(Number(count), rows.length)
  t.same(JSON.parse(found), rows)
})

t.test('the Python program reads the export and walks all pages', async t => {
  if (!(await has('python3'))) return notRun('the Python program of the README (python3 is not installed)')
  const { origin, cells, rows } = await listening(t)
  const code = `${program('python', origin)}\nprint(json.dumps([rows, pages]))`
  const { stdout } = await run('python3', ['-c', code], { maxBuffer: 1e8 })
  const [counts, found = ''] = stdout.split('\n')
  t.equal(counts, `${rows.length} ${rows.length} ${rows.length}`)
  t.same(JSON.parse(found), [cells, rows])
})

t.test('the R program reads the export and walks all pages', async t => {
  const { origin, cells, rows } = await listening(t)
  const code = program('r', origin)
  for (const [address] of code.matchAll(/http:[^"]+/g)) t.equal((await fetch(address)).status, 200, address)
  if (!(await has('Rscript'))) return notRun('the R program of the README (Rscript is not installed)')
  const ids = 'writeLines(c(rows$id, pages$id)); writeLines(pages$title, useBytes = TRUE)'
  const { stdout } = await run('Rscript', ['--vanilla', '-e', `${code}\n${ids}`], { maxBuffer: 1e8 })
  const [counts = '', ...lines] = stdout.trimEnd().split('\n')
  t.equal(counts.trim(), `${rows.length} ${rows.length}`)
  t.same(lines, [...rows, ...rows].map(row => row.id).concat(cells.map(({ title }) => title)))
})
