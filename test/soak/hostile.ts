/** Attackers of all kinds at once, and one client who must be served throughout; in the end all is as it was. */
import { readdir, readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { hostileRequest, leakIn, leave, RAW, sendRaw } from '../hostile.ts'
import type { Part, Soak } from './run.ts'
import { type Served, serve, warmAndLast } from './service.ts'

const AT_ONCE = 24
const SAMPLES = 100
/** Longer than half-sent headers may take, and what was under way. */
const REST_MILLISECONDS = 40_000
/** Growth that is no leak: V8 gives memory back late. */
const GROWTH = 1.25
const WITNESS_MILLISECONDS = 500

type State = { megabytes: number; descriptors: number }

export const hostile: Part = {
  title: 'hostile requests, broken HTTP, and clients who crawl or leave',
  number: 1_000_000,
  async work(soak) {
    const served = await serve(soak)
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
    soak.teardown(() => agent.destroy())
    const counts: Record<string, number> = {}
    const one = () => attack(soak, served, agent, counts)
    // What is asked first fills caches and opens connections, of which a pool keeps some.
    for (let warm = 0; warm < 500 && !soak.isOver(); warm++) await one()
    const before = await stateOf(served)
    const witness = watch(soak, served)
    let done = 0
    const memory: number[] = []
    const block = Math.ceil(soak.number / SAMPLES)
    const note = async () => {
      const { megabytes } = await stateOf(served)
      memory.push(megabytes)
      soak.say(`${done} requests: ${JSON.stringify(counts)}, ${megabytes} MB`)
    }
    const work = async () => {
      while (done < soak.number && !soak.isOver()) {
        if (++done % block === 0) await note()
        await one()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    soak.say(`${done} requests: ${JSON.stringify(counts)}; ${await witness.end()}`)
    agent.destroy()
    await sleep(REST_MILLISECONDS)
    const after = await stateOf(served)
    const { warm } = warmAndLast(memory)
    soak.say(`before: ${JSON.stringify(before)}; after: ${JSON.stringify(after)}; ${warm} MB once it was warm`)
    if (!(after.megabytes <= warm * GROWTH)) soak.violation(`memory grew from ${warm} to ${after.megabytes} MB`)
    // Exports that are kept for the next reader hold a descriptor each, 64 at most.
    if (after.descriptors > before.descriptors + 70) soak.violation('descriptors are left open')
    const ready = await served.get('/readyz')
    if (ready.status !== 200) soak.violation(`/readyz answers ${ready.status}`)
  }
}

/** One attack of a kind chosen by chance. A 503 with a time to come back is an answer; any other from 500 on is none. */
async function attack(soak: Soak, { port }: Served, agent: Agent, counts: Record<string, number>): Promise<void> {
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1)
  const kind = soak.random()
  if (kind < 0.05) {
    count('left')
    return leave(port, soak.random)
  }
  if (kind < 0.1) {
    count('raw')
    const bad = await sendRaw(port, RAW[Math.floor(soak.random() * RAW.length)] as string)
    if (bad) soak.violation(bad)
    return
  }
  const { url, headers } = hostileRequest(soak.random)
  const { status, wait, body } = await ask(agent, port, url, headers)
  count(String(status))
  const leak = leakIn(body)
  if (leak || (status >= 500 && !(status === 503 && wait)))
    soak.violation(`${url.slice(0, 500)}: ${status} ${leak ?? ''}`)
}

const ask = (agent: Agent, port: number, path: string, headers: Record<string, string>) =>
  new Promise<{ status: number; wait: string | undefined; body: string }>((resolve, reject) => {
    request({ agent, host: '127.0.0.1', port, path, headers }, async message => {
      const chunks: Buffer[] = []
      for await (const chunk of message) chunks.push(chunk)
      const body = Buffer.concat(chunks).toString('latin1')
      resolve({ status: message.statusCode ?? 0, wait: message.headers['retry-after'], body })
    })
      .on('error', reject)
      .end()
  })

/** Another client, who asks twice a second and is to be answered each time. */
function watch(soak: Soak, { get }: Served) {
  const times: number[] = []
  let isOver = false
  const asking = (async () => {
    for (let year = 0; !isOver; year++) {
      const began = performance.now()
      const answer = await get(`/v1/eligibility-scores?limit=1&year=..${2000 + (year % 1000)}`).catch(
        (error: Error) => error
      )
      times.push(performance.now() - began)
      if (answer instanceof Error || answer.status !== 200)
        soak.violation(`another client got ${answer instanceof Error ? answer.message : answer.status}`)
      else await answer.text()
      await sleep(WITNESS_MILLISECONDS)
    }
  })()
  return {
    async end() {
      isOver = true
      await asking
      const sorted = times.toSorted((one, other) => one - other)
      const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
      return `another client: ${times.length} answers, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`
    }
  }
}

async function stateOf({ process: { child } }: Served): Promise<State> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  const descriptors = (await readdir(`/proc/${child.pid}/fd`).catch(() => [])).length
  return { megabytes: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024), descriptors }
}
