/**
 * `npm run bench -- [hot] [floors] [caches] [growth] [--rows N | --quick] [--json FILE]`: asks what was answered before,
 * beside a bare `node:http` with the same bytes (hot); what nobody asked, beside its statements alone, a minimal route and
 * DuckDB (floors); and through nginx and Varnish what readers ask (caches). Then it imports N synthetic commitments with
 * their assessments into a fresh database, while the service is read, compares with what psql does on the same machine in
 * the same minutes, and asks new questions of few rows and of many (growth). `--quick` is the first part alone, in less
 * time. Only ratios are judged; exit code 1 when one breaks its bound, or after two hours.
 */
import { spawn } from 'node:child_process'
import { readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadSeeds } from '../seeds/load.ts'
import { connect } from '../src/db/client.ts'
import { openEmbedded } from '../src/db/embedded/embedded.ts'
import { prepareDatabase } from '../src/db/migrate.ts'
import { cacheHits } from './bench/caches.ts'
import { copySeconds, psql, seconds } from './bench/copy.ts'
import { besideFloors } from './bench/floors.ts'
import { COUNTED, newQuestions } from './bench/growth.ts'
import { hasLoader, hotAnswers } from './bench/hot.ts'
import { latencies, p99, walks } from './bench/reads.ts'
import { COMMAND, folder, freePort, ready, runService } from './process.ts'
import { writeLarge } from './synthetic-large.ts'

const ROWS = 1_000_000
const IDLE_MILLISECONDS = 10_000
const BOUNDS = { copy: 4, megabytes: 600, reads: 2, growth: 1.5, counting: 10 }
/** Least share of the floor's requests a second. */
const FLOORS = { answer: 0.6, held: 0.85 }
/** Least share of answers that a cache gives by itself. */
const HITS = 0.9
const MINUTES = 120

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string' }, quick: { type: 'boolean', default: false }, json: { type: 'string' } }
})
const rows = Number(values.rows ?? ROWS)
if (!(rows >= 1000)) throw new Error('--rows must be 1000 at least')
const PARTS = ['hot', 'floors', 'caches', 'growth']
const unknown = positionals.filter(part => !PARTS.includes(part))
if (unknown.length > 0) throw new Error(`there is no part ${unknown.join()}; there are ${PARTS.join(', ')}`)
const chosen = values.quick ? ['hot'] : positionals.length > 0 ? positionals : PARTS

const undo: (() => unknown)[] = []
const scope = { teardown: (work: () => unknown) => undo.push(work) }
const clean = async () => {
  for (const work of undo.splice(0).reverse()) await work()
}
/** Rejects when the run is to end early; parts that then fail one by one are not reported. */
const stopped = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error(`got ${signal}`)))
  setTimeout(() => reject(new Error(`stopped after ${MINUTES} minutes`)), MINUTES * 60_000).unref()
})

/** Imports in a process of its own; returns its seconds, and what it used at most. */
async function importing(file: string, url: string, dir: string) {
  const usage = join(dir, 'usage.json')
  const preload = ['--import', 'tsx', '--import', new URL('./bench/usage.ts', import.meta.url).href]
  const taken = await seconds(async () => {
    const child = spawn(process.execPath, [...preload, COMMAND, 'import', file, '--release', 'bench'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: url, BENCH_USAGE: usage }
    })
    scope.teardown(() => child.kill('SIGKILL'))
    const code = await new Promise(resolve => child.on('close', resolve))
    if (code !== 0) throw new Error(`the import ended with ${code}`)
  })
  return { taken, ...(JSON.parse(await readFile(usage, 'utf8')) as { megabytes: number; cpuSeconds: number }) }
}

/** Reads beside a piece of work. */
async function readingBeside<T>(origin: string, work: () => Promise<T>) {
  const stop = new AbortController()
  const [result, taken, walked] = await Promise.all([
    work().finally(() => stop.abort()),
    latencies(origin, stop.signal),
    walks(origin, stop.signal)
  ])
  return { result, reads: p99(taken), count: taken.length, walked }
}

type Measure = { what: string; value: number; least?: number; most?: number }

/** Waits for the files of the newest release, which the service makes by itself on the cores that are measured. */
async function filesMade(origin: string): Promise<void> {
  const { release } = (await (await fetch(`${origin}/v1/status`)).json()) as { release: string }
  while (!(await fetch(`${origin}/v1/releases/${release}`)).ok) await sleep(1000)
}

/** What was answered before, with the floor's requests a second as 1. */
async function hot(origin: string): Promise<Measure[]> {
  if (!(await hasLoader())) {
    console.log('!!! NOT RUN: wrk is not installed, which asks for what was answered before')
    return []
  }
  const found = await hotAnswers(scope, origin, values.quick)
  return [
    ...found.map(({ what, coding, bytes, ratio, isHeld }) => ({
      what: `${what}, ${coding}, ${bytes} bytes ÷ node:http`,
      value: ratio,
      least: isHeld ? FLOORS.held : FLOORS.answer
    })),
    { what: 'answers refused', value: found.reduce((sum, { refused }) => sum + refused, 0), most: 0 }
  ]
}

/** How much of what readers ask caches answer by themselves. */
async function caches(port: number): Promise<Measure[]> {
  const found = await cacheHits(scope, port)
  for (const { name, counts } of found) console.log(`${name}: ${JSON.stringify(counts)}`)
  return found.map(({ name, share }) => ({
    what: `answers that ${name} gave by itself ÷ all`,
    value: share,
    least: HITS
  }))
}

async function growth(origin: string, url: string, dir: string): Promise<Measure[]> {
  const file = join(dir, 'synthetic.csv')
  await writeLarge(file, rows)
  console.log(`${rows} synthetic commitments, ${Math.round((await stat(file)).size / 1e6)} MB`)
  const few = await newQuestions(origin)
  await readingBeside(origin, () => sleep(IDLE_MILLISECONDS / 2))
  const idle = await readingBeside(origin, () => sleep(IDLE_MILLISECONDS))
  const busy = await readingBeside(origin, () => importing(file, url, dir))
  const used = busy.result
  await unlink(file)
  const sql = connect(url, { name: 'bench' })
  const [release] = await sql<{ seq: number }[]>`select seq from releases where id = 'bench'`.finally(() => sql.end())
  const copied = await copySeconds(url, ['action_plans', 'commitments', 'irm_readings'], release?.seq ?? 0, dir)
  await sleep(1500)
  const many = await newQuestions(origin)
  const pass = async (address: string) => {
    for await (const _ of (await fetch(`${origin}${address}`)).body ?? []);
  }
  const exported = await seconds(() => pass('/v1/irm-assessments.csv?release=bench'))
  const unloaded = await seconds(() =>
    psql(url, "\\copy (select * from irm_readings where valid_to is null and newest) to '/dev/null' csv header")
  )

  console.log(
    `import ${used.taken.toFixed(1)} s (${used.cpuSeconds.toFixed(1)} s of CPU in Node), \\copy ${copied.full.toFixed(1)} s with constraints and indexes, ${copied.plain.toFixed(1)} s without; ` +
      `p99 ${idle.reads.toFixed(0)} ms idle (${idle.count} reads), ${busy.reads.toFixed(0)} ms busy (${busy.count}); ${busy.walked.count} walks; ` +
      `export ${exported.toFixed(1)} s, \\copy ${unloaded.toFixed(1)} s`
  )
  console.log([...many].map(([what, milliseconds]) => `${what} ${milliseconds.toFixed(1)} ms`).join(', '))
  return [
    { what: 'import ÷ psql \\copy into the same tables', value: used.taken / copied.full, most: BOUNDS.copy },
    { what: 'import ÷ psql \\copy into bare columns', value: used.taken / copied.plain },
    { what: 'memory of the importer, MB', value: used.megabytes, most: BOUNDS.megabytes },
    { what: 'p99 of reads, during an import ÷ idle', value: busy.reads / idle.reads, most: BOUNDS.reads },
    { what: 'walks that saw two releases or lost a row', value: busy.walked.broken, most: 0 },
    { what: 'CSV export ÷ psql \\copy … csv', value: exported / unloaded },
    ...[...many].map(([what, milliseconds]) => ({
      what: `${what}: ${rows} rows ÷ the seeds`,
      value: milliseconds / (few.get(what) ?? Number.NaN),
      most: COUNTED.has(what) ? BOUNDS.counting : BOUNDS.growth
    }))
  ]
}

const isBroken = ({ value, least = -Infinity, most = Infinity }: Measure) => !(value >= least && value <= most)

async function bench(): Promise<boolean> {
  const dir = await folder(scope)
  const { url, close } = await openEmbedded({
    dataDir: join(dir, 'data'),
    env: process.env,
    name: 'bench',
    say: () => {}
  })
  scope.teardown(close)
  await prepareDatabase(url, () => {})
  await loadSeeds(url, () => {})
  const port = await freePort()
  const env = { DATABASE_URL: url, DATA_DIR: join(dir, 'files'), PORT: String(port), RATE_LIMIT: '0' }
  await ready(port, runService(scope, { ...env, LOG_LEVEL: 'warn' }))
  const origin = `http://localhost:${port}`
  await filesMade(origin)

  const measures: Measure[] = [
    ...(chosen.includes('hot') ? await hot(origin) : []),
    ...(chosen.includes('floors') ? await besideFloors(scope, origin, url) : []),
    ...(chosen.includes('caches') ? await caches(port) : []),
    ...(chosen.includes('growth') ? await growth(origin, url, dir) : [])
  ]
  console.table(
    measures.map(measure => ({
      what: measure.what,
      value: Number(measure.value.toFixed(2)),
      bound: measure.least ? `≥ ${measure.least}` : measure.most === undefined ? '–' : `≤ ${measure.most}`,
      '': isBroken(measure) ? 'BROKEN' : 'ok'
    }))
  )
  if (values.json) await writeFile(values.json, JSON.stringify(measures, null, 2))
  return measures.length > 0 && !measures.some(isBroken)
}

const isGood = await Promise.race([bench(), stopped])
  .catch(error => console.error(error))
  .finally(clean)
process.exit(isGood ? 0 : 1)
