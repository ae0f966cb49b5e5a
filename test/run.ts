/**
 * `npm test`: starts one PostgreSQL for all test files, seeds a template that each of them clones, runs them in
 * parallel under coverage, and says at the end what could not be run. `npm test -- FILE…` runs some of them.
 */
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSeeds } from '../seeds/load.ts'
import { connect } from '../src/db/client.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { prepareDatabase } from '../src/db/migrate.ts'

const TEMPLATE = 'ogp_seeded'
/** What the whole suite reaches, less a little: a change that leaves new code untested fails. */
const FLOOR = { lines: 97, branches: 90, functions: 97 }

const run = (command: string, args: string[], env: Record<string, string>) =>
  new Promise<number>(resolve => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('exit', code => resolve(code ?? 1))
  })

const withDatabase = (url: string, name: string) => {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function seedTemplate(url: string): Promise<void> {
  const sql = connect(url, { name: 'ogp-open-data test' })
  await sql.unsafe(`drop database if exists ${TEMPLATE}`)
  await sql.unsafe(`create database ${TEMPLATE} template template0 encoding 'UTF8'`)
  await sql.end()
  const template = withDatabase(url, TEMPLATE)
  await prepareDatabase(template, () => {})
  await loadSeeds(template, () => {})
}

const files = process.argv.slice(2)
const scratch = await mkdtemp(join(tmpdir(), 'ogp-test-'))
// The database account must be able to enter.
await chmod(scratch, 0o755)
const notes = join(scratch, 'not-run.txt')
const outside = process.env.TEST_DATABASE_URL
const embedded = outside
  ? undefined
  : await openEmbedded({ dataDir: join(scratch, 'data'), env: process.env, name: 'tests', say: () => {} })
const url = outside ?? embedded?.url ?? ''
let code = 1
try {
  // Without it the first run on a fresh install loads modules by tap's default plugins instead of ours.
  const [built] = await Promise.all([run(process.execPath, ['node_modules/.bin/tap', 'build'], {}), seedTemplate(url)])
  if (built !== 0) throw new Error('tap build failed')
  const env = { OGP_TEST_DATABASE: withDatabase(url, TEMPLATE), OGP_TEST_NOTES: notes, NODE_NO_WARNINGS: '1' }
  const tap = ['node_modules/.bin/tap', '--reporter=terse', ...files]
  const floor = Object.entries(FLOOR).map(([name, percent]) => `--${name}=${percent}`)
  const coverage = [
    'node_modules/.bin/c8',
    '--all',
    '--src=src',
    '--include=src',
    // It runs in the browser.
    '--exclude=src/*/assets/**',
    '--reporter=text-summary',
    '--check-coverage',
    ...floor
  ]
  code = await run(process.execPath, files.length > 0 ? tap : [...coverage, process.execPath, ...tap], env)
  const missing = [...new Set((await readFile(notes, 'utf8').catch(() => '')).split('\n').filter(Boolean))]
  if (missing.length > 0) console.log(`\n!!! NOT RUN:\n${missing.map(line => `!!!   ${line}`).join('\n')}\n`)
} finally {
  await embedded?.close()
  await rm(scratch, { recursive: true, force: true })
}
process.exit(code)
