/**
 * `npm test`: starts one PostgreSQL for all test files, fills it with the seeds, runs the files in a few processes, and
 * says at the end what could not be run, or was not. `npm test -- --all` runs those of whole processes too, and tries
 * every case of each property; `npm test -- FILE…` runs some of them.
 */
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabases } from './suite/databases.ts'
import { openReport } from './suite/report.ts'
import { runFiles } from './suite/workers.ts'

/** PostgreSQL works beside them; one more would load and compile everything once more, for little. */
const PROCESSES = availableParallelism()

/** Files that are kept in memory, on Linux; containers often give it little room. */
const MEMORY = '/dev/shm'
const MEMORY_BYTES = 4e9

type Kind = { folder: string; command: string; what: string }

/** Take as long as all others together, and are run by themselves. */
const IN_BROWSER: Kind = {
  folder: join('test', 'browser'),
  command: 'npm run check:browser',
  what: 'pages were not read in a browser'
}
/** Start servers of their own, which they kill, freeze and restore, or programs of others: little of it is our code. */
const OF_PROCESSES: Kind = {
  folder: join('test', 'processes'),
  command: 'npm test -- --all',
  what: 'processes were not started, killed, replicated and backed up, nor read by programs of others'
}

/** Lie beside the project at most, and are imported whole, which takes a minute. */
const OF_REAL_FILES: Kind = {
  folder: join('test', 'real-files'),
  command: 'npm test -- --all',
  what: 'OGP’s own files were not imported and compared with what others read in them'
}

const filesWithout = async (left: readonly Kind[]) =>
  (await readdir('test', { recursive: true }))
    .map(name => join('test', name))
    .filter(name => name.endsWith('.test.ts') && !left.some(({ folder }) => name.startsWith(folder + sep)))

/** Where the database is kept: a disk spends a fifth of the server's time on the many small files of each clone. */
async function scratchFolder(): Promise<string> {
  const memory = await statfs(MEMORY).catch(() => undefined)
  const isRoomy = memory !== undefined && memory.bavail * memory.bsize > MEMORY_BYTES
  return mkdtemp(join(isRoomy ? MEMORY : tmpdir(), 'ogp-test-'))
}

const { values, positionals: named } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false } }
})
const left = named.length > 0 ? [] : [IN_BROWSER, ...(values.all ? [] : [OF_PROCESSES, OF_REAL_FILES])]
const files = named.length > 0 ? named : await filesWithout(left)
const elsewhere = [
  ...left.map(({ what, command }) => `${what}: \`${command}\` does that`),
  ...(values.all ? [] : ['seven of eight cases of each property were not tried: `npm test -- --all` does that'])
]
const missing = files.filter(file => !existsSync(file))
if (missing.length > 0) {
  console.error(`there is no ${missing.join(', ')}`)
  process.exit(2)
}
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
const scratch = await scratchFolder()
// The database account must be able to enter.
await chmod(scratch, 0o755)
const notes = join(scratch, 'not-run.txt')
const made = join(scratch, 'files')
await mkdir(made)
let isWell = false
try {
  const databases = await openDatabases(scratch, process.env.TEST_DATABASE_URL)
  try {
    const report = openReport(console.log)
    const env = {
      OGP_TEST_DATABASE: databases.url,
      OGP_TEST_NOTES: notes,
      OGP_TEST_FILES: made,
      ...(values.all ? { OGP_TEST_ALL: '1' } : {}),
      NODE_NO_WARNINGS: '1'
    }
    await runFiles({ files, processes: PROCESSES, env, report, signal: stop.signal })
    const notRun = new Set([
      ...(await readFile(notes, 'utf8').catch(() => '')).split('\n').filter(Boolean),
      ...elsewhere
    ])
    if (notRun.size > 0) console.log(`\n!!! NOT RUN:\n${[...notRun].map(line => `!!!   ${line}`).join('\n')}`)
    isWell = report.end()
  } finally {
    await databases.close()
  }
} finally {
  await rm(scratch, { recursive: true, force: true })
}
process.exit(isWell ? 0 : 1)
