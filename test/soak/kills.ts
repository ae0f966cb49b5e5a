/** The importer is killed at random moments while the service is read. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Part, Soak } from './run.ts'
import { compare, ROWS, type Served, see, serve } from './service.ts'

const FIRST = 'first'
const SECOND = 'second'
/** Where in an import it is killed, as a share of its time: anywhere, and around the commit, in turns. */
const MOMENTS = [
  { from: 0.15, to: 1.1 },
  { from: 0.8, to: 1.2 }
]
const PAUSE_MILLISECONDS = 20
/** Longer than the service takes to hear of a release. */
const NEWS_MILLISECONDS = 1500

export const kills: Part = {
  title: 'kill -9 of the importer',
  number: 50,
  async work(soak) {
    const served = await serve(soak)
    const base = await (await served.get('/v1/commitments?limit=1')).json()
    await finish(soak, served, FIRST)
    await sleep(NEWS_MILLISECONDS)
    const reading = read(soak, served, (base as { meta: { total: number } }).meta.total + ROWS)
    // Measured beside the readers, as all that follow are.
    const whole = await finish(soak, served, SECOND)
    await sleep(NEWS_MILLISECONDS)
    let seen = await see(served)
    const outcomes = { old: 0, new: 0, 'ended before it was killed': 0 }
    let count = 0
    for (; count < soak.number && !soak.isOver(); count++) {
      const attempt = `r${count + 1}`
      const importer = await served.importRevision(attempt)
      const { from, to } = MOMENTS[count % MOMENTS.length] as (typeof MOMENTS)[number]
      await Promise.race([sleep(whole * (from + soak.random() * (to - from))), importer.ended])
      const hasEnded = importer.child.exitCode !== null
      importer.child.kill('SIGKILL')
      await importer.ended
      const at = await compare(soak, served, seen, attempt)
      outcomes[hasEnded ? 'ended before it was killed' : at.release === attempt ? 'new' : 'old']++
      await sleep(NEWS_MILLISECONDS)
      seen = await compare(soak, served, at, attempt)
      if (count % 10 === 9) soak.say(`${count + 1} kills: ${JSON.stringify(outcomes)}`)
    }
    await finish(soak, served, 'last')
    await sleep(NEWS_MILLISECONDS)
    const last = await compare(soak, served, seen, 'last')
    if (last.release !== 'last') soak.violation('the last import is not served')
    soak.say(`${count} kills: ${JSON.stringify(outcomes)}; ${await reading.stop()} reads beside them, all whole`)
  }
}

/** Imports undisturbed; returns the milliseconds it took. */
async function finish(soak: Soak, served: Served, release: string): Promise<number> {
  const began = Date.now()
  const importer = await served.importRevision(release)
  if ((await importer.ended) !== 0) soak.violation(`the import of ${release} failed: ${importer.output()}`)
  return Date.now() - began
}

/** Reads all the time; every answer must be right. */
function read(soak: Soak, { get }: Served, total: number): { stop(): Promise<number> } {
  let isOn = true
  let count = 0
  const loop = (async () => {
    for (; isOn; await sleep(PAUSE_MILLISECONDS)) {
      const answer = await get(`/v1/commitments?limit=1&fields=id&sort=${count % 2 ? '-title' : 'id'}`)
      const { meta } = (await answer.json()) as { meta?: { total: number } }
      if (answer.status !== 200 || meta?.total !== total) {
        soak.violation(`a reader met ${answer.status} with ${meta?.total} rows, not ${total}`)
      }
      count++
    }
  })()
  return {
    async stop() {
      isOn = false
      await loop
      return count
    }
  }
}
