/** Readers of exports that leave at random moments: in the end connections, memory, descriptors and latency are as before. */
import { readdir, readFile } from 'node:fs/promises'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../../src/db/client.ts'
import type { Part, Soak } from './run.ts'
import { type Served, serve } from './service.ts'

const AT_ONCE = 40
const FORMATS = ['csv', 'ndjson', 'xlsx', 'csv?dialect=excel', 'ndjson?sort=-title', 'csv?sort=title']
const PATHS = ['commitments', 'irm-readings', 'sources', 'themes'].flatMap(name =>
  FORMATS.map(format => `/v1/${name}.${format}`)
)
const MAX_MILLISECONDS = 1500
/** Within which every connection of an export must be gone. */
const GONE_MILLISECONDS = 1000
/** Growth that is no leak: V8 gives memory back late. */
const GROWTH = 1.35

type State = { megabytes: number; descriptors: number; latency: number }

export const leavers: Part = {
  title: 'readers of exports who leave',
  number: 5000,
  async work(soak) {
    const served = await serve(soak)
    const first = await served.importRevision('r0')
    if ((await first.ended) !== 0) soak.violation(`the import failed: ${first.output()}`)
    const paths = [...PATHS, ...PATHS.map(path => `${path}${path.includes('?') ? '&' : '?'}release=r0`)]
    const leave = () => leaveEarly(soak, served, paths[Math.floor(soak.random() * paths.length)] as string)
    for (let count = 0; count < 200; count++) await leave()
    const before = await stateOf(served)
    const statuses: Record<string, number> = {}
    let count = 0
    const work = async () => {
      for (; count < soak.number && !soak.isOver(); ) {
        count++
        const seen = await leave()
        statuses[seen] = (statuses[seen] ?? 0) + 1
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    await sleep(GONE_MILLISECONDS)
    const left = await exportConnections(served)
    if (left > 0) soak.violation(`${left} connections of exports are left a second after the last reader`)
    const after = await stateOf(served)
    soak.say(`${count} readers: ${JSON.stringify(statuses)}`)
    soak.say(`before: ${JSON.stringify(before)}; after: ${JSON.stringify(after)}`)
    if (after.megabytes > before.megabytes * GROWTH) soak.violation('memory has grown')
    // Exports that are kept for the next reader hold a descriptor each, 64 at most.
    if (after.descriptors > before.descriptors + 70) soak.violation('descriptors are left open')
    if (after.latency > before.latency * 3 + 20) soak.violation('answers have become slower')
    const ready = await served.get('/readyz')
    if (ready.status !== 200) soak.violation(`/readyz answers ${ready.status}`)
  }
}

/** Asks and leaves after a random time; tells the status, or that there was none yet. */
const leaveEarly = (soak: Soak, { port }: Served, path: string) =>
  new Promise<string>(resolve => {
    let status = 'before an answer'
    const request = get({ host: 'localhost', port, path, agent: false }, message => {
      status = String(message.statusCode)
      message.resume().on('error', () => {})
    })
    const milliseconds = MAX_MILLISECONDS * soak.random() ** 3
    setTimeout(() => request.destroy(), milliseconds)
    request.on('error', () => {}).on('close', () => resolve(status))
  })

async function exportConnections({ dir }: Served): Promise<number> {
  const [, , , port] = (await readFile(join(dir, 'data', 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  const password = (await readFile(join(dir, 'data', 'postgres.password'), 'utf8')).trim()
  const sql = connect(`postgres://ogp:${password}@127.0.0.1:${port}/ogp`, { name: 'ogp-open-data soak' })
  try {
    const [found] = await sql<{ count: number }[]>`
      select count(*)::int from pg_stat_activity where application_name = 'ogp-open-data export'`
    return found?.count ?? 0
  } finally {
    await sql.end()
  }
}

/** What the process holds, and the median of how long an answer takes. */
async function stateOf(served: Served): Promise<State> {
  const { pid } = served.process.child
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const descriptors = (await readdir(`/proc/${pid}/fd`).catch(() => [])).length
  const times: number[] = []
  for (let turn = 0; turn < 50; turn++) {
    const began = performance.now()
    await (await served.get(`/v1/eligibility-scores?limit=1&year=..${2000 + turn}`)).text()
    times.push(performance.now() - began)
  }
  const latency = Math.round(times.toSorted((a, b) => a - b)[25] ?? 0)
  return { megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024), descriptors, latency }
}
