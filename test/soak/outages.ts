/** The embedded database is killed, every other time during an import; the service must come back by itself. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Part, Soak } from './run.ts'
import { compare, refuseStack, type Served, see, serve } from './service.ts'

const PAUSE_MILLISECONDS = 25
const RECOVERY_MILLISECONDS = 30_000
const NEWS_MILLISECONDS = 1500

export const outages: Part = {
  title: 'kill -9 of the database',
  number: 20,
  async work(soak) {
    const served = await serve(soak)
    const first = await served.importRevision('r0')
    if ((await first.ended) !== 0) soak.violation(`the first import failed: ${first.output()}`)
    await sleep(NEWS_MILLISECONDS)
    let seen = await see(served)
    const times: number[] = []
    const statuses: Record<number, number> = {}
    const endings: Record<string, number> = {}
    for (let count = 0; count < soak.number && !soak.isOver(); count++) {
      const attempt = `r${count + 1}`
      const importer = count % 2 ? await served.importRevision(attempt) : undefined
      await sleep(soak.random() * (importer ? 4000 : 500))
      process.kill(await served.databasePid(), 'SIGKILL')
      times.push(await recovery(soak, served, attempt, statuses))
      if (importer) {
        const code = await importer.ended
        endings[`exit code ${code}`] = (endings[`exit code ${code}`] ?? 0) + 1
        refuseStack(soak, attempt, importer.output())
        await sleep(NEWS_MILLISECONDS)
      }
      seen = await compare(soak, served, seen, attempt)
    }
    if (served.process.child.exitCode !== null) soak.violation(`the service ended: ${served.process.output()}`)
    const last = await served.importRevision('last')
    if ((await last.ended) !== 0) soak.violation(`the last import failed: ${last.output()}`)
    const [median = 0, most = 0] = [Math.floor(times.length / 2), times.length - 1].map(
      at => times.toSorted((a, b) => a - b)[at]
    )
    soak.say(`${times.length} kills; back after ${median} ms (median), ${most} ms (longest)`)
    soak.say(`answers meanwhile: ${JSON.stringify(statuses)}; importers: ${JSON.stringify(endings)}`)
  }
}

/** Asks until every kind of answer is there again; returns the milliseconds it took. */
async function recovery(soak: Soak, served: Served, attempt: string, statuses: Record<number, number>) {
  const began = Date.now()
  for (let turn = 0; Date.now() - began < RECOVERY_MILLISECONDS; turn++, await sleep(PAUSE_MILLISECONDS)) {
    const paths = ['/readyz', `/v1/commitments?limit=1&year=..${2000 + (turn % 100)}`, '/v1/themes.csv']
    const answers = await Promise.all(
      paths.map(async path => {
        const answer = await served.get(path)
        const body = await answer.text().catch(() => undefined)
        return { path, status: answer.status, type: answer.headers.get('content-type') ?? '', body }
      })
    )
    for (const { path, status, type, body } of answers) {
      statuses[status] = (statuses[status] ?? 0) + 1
      if (status !== 200 && !(status === 503 && type.startsWith('application/problem+json')))
        soak.violation(`${attempt}: ${path} answered ${status} ${type}: ${body}`)
    }
    // Until the watcher has looked, answers may still come from connections that the old server left behind.
    if (Date.now() - began > NEWS_MILLISECONDS && answers.every(({ status, body }) => status === 200 && body))
      return Date.now() - began
  }
  soak.violation(`${attempt}: not back after ${RECOVERY_MILLISECONDS} ms: ${served.process.output().slice(-2000)}`)
  return RECOVERY_MILLISECONDS
}
