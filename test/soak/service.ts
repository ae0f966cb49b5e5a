/** The service as operators start it, on its own embedded database, and what it serves as one value to compare. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { columnsOf } from '../../src/import/layouts/layout.ts'
import { COMMAND, folder, freePort, type Process, ready, run, runService } from '../process.ts'
import { layout, row2016, write } from '../synthetic.ts'
import type { Soak } from './run.ts'

export const ROWS = 1500
const PLAN = 'CL-9'
export type Served = {
  port: number
  dir: string
  process: Process
  get(path: string): Promise<Response>
  /** `npm run import` of a file whose every row carries this revision. */
  importRevision(release: string, ...options: string[]): Promise<Process>
  /** The postmaster of the embedded database. */
  databasePid(): Promise<number>
}

/** What the process holds in memory; NaN where the system does not say. */
export async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
}

/** What is read first fills caches, compiles code and prepares statements. */
const WARM = { from: 0.3, to: 0.5 }
const LAST = 0.8

/** Megabytes when the process was warm, and in the end, of what it held at equal distances. */
export function warmAndLast(megabytes: readonly number[]): { warm: number; last: number } {
  const mean = (from: number, to: number) => {
    const some = megabytes.slice(Math.floor(megabytes.length * from), Math.ceil(megabytes.length * to))
    return Math.round(some.reduce((sum, n) => sum + n, 0) / some.length)
  }
  return { warm: mean(WARM.from, WARM.to), last: mean(LAST, 1) }
}

/** What a client sees: the release, its rows, and all releases there are. */
export type Seen = { release: string; releases: string[]; revisions: string[]; synthetic: number; rest: string }

export async function serve(soak: Soak): Promise<Served> {
  const dir = await folder(soak)
  const port = await freePort()
  const env = { DATA_DIR: join(dir, 'data'), PORT: String(port), RATE_LIMIT: '0', LOG_LEVEL: 'warn' }
  const process = runService(soak, env)
  await ready(port, process)
  return {
    port,
    dir,
    process,
    get: path => fetch(`http://localhost:${port}${path}`),
    async importRevision(release, ...options) {
      const file = join(dir, 'revision.csv')
      const text = (at: number) => `Synthetic text, "quoted", of ${at}, revision ${release}\nin two lines`
      const rows = Array.from({ length: ROWS }, (_, at) => row2016(at, { 'Full Text': text(at) }))
      await writeFile(file, write(columnsOf(layout('commitments-2016')), rows))
      return run(soak, [COMMAND, 'import', file, '--release', release, ...options], env)
    },
    databasePid: async () =>
      Number((await readFile(join(env.DATA_DIR, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  }
}

/** Reads all commitments of the release that is current, or of the one named. */
export async function see({ get }: Served, release?: string): Promise<Seen> {
  const answer = await get(`/v1/commitments.ndjson${release ? `?release=${release}` : ''}`)
  const lines = (await answer.text()).trimEnd().split('\n')
  const rest = createHash('sha256')
  const revisions = new Set<string>()
  let synthetic = 0
  for (const line of lines) {
    const row = JSON.parse(line) as { plan: string; full_text: string }
    if (row.plan !== PLAN) rest.update(`${line}\n`)
    else {
      synthetic++
      revisions.add(/revision (\S+)/.exec(row.full_text)?.[1] ?? 'none')
    }
  }
  const list = (await (await get('/v1/releases')).json()) as { data: { id: string }[] }
  return {
    release: answer.headers.get('data-release') ?? '',
    releases: list.data.map(({ id }) => id).sort(),
    revisions: [...revisions],
    synthetic,
    rest: rest.digest('hex')
  }
}

/** Holds what is seen against what was seen: the same release, or the one that was being imported, each whole. */
export async function compare(soak: Soak, served: Served, before: Seen, attempt: string): Promise<Seen> {
  const after = await see(served)
  const fail = (what: string) => soak.violation(`${attempt}: ${what}: ${JSON.stringify({ before, after })}`)
  if (after.release !== before.release && after.release !== attempt) fail('a release that nobody made')
  if (after.rest !== before.rest) fail('rows that were not imported have changed')
  if (after.synthetic !== ROWS) fail('rows are missing or doubled')
  if (after.revisions.join() !== after.release) fail('a release holds rows of another')
  // Rows and list are two requests, and the news may come between them.
  const made = after.releases.filter(id => !before.releases.includes(id))
  const isWhole = before.releases.every(id => after.releases.includes(id)) && after.releases.includes(after.release)
  if (!isWhole || made.some(id => id !== attempt)) fail('the list of releases does not fit')
  if (after.release !== before.release) {
    const pinned = await see(served, before.release)
    if (pinned.rest !== before.rest || pinned.revisions.join() !== before.release) fail('the old release has changed')
  }
  return after
}

/** What the importer printed must be for people. */
export function refuseStack(soak: Soak, attempt: string, output: string): void {
  if (/^\s+at .*[(/:]/m.test(output)) soak.violation(`${attempt}: a stack trace: ${output.slice(0, 2000)}`)
}
