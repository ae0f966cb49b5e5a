/**
 * The service at 70 % of what it can do, with an import every minute: each answer comes from one release, memory and the
 * slowest of a hundred answers stay as they are.
 */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { p99 } from '../bench/reads.ts'
import type { Part, Soak } from './run.ts'
import { residentMegabytes, type Served, serve } from './service.ts'

const CONNECTIONS = 32
const SHARE = 0.7
const PROBE_MILLISECONDS = 10_000
const MINUTE = 60_000
const STEP_MILLISECONDS = 10
/** What is read first fills caches, compiles code and prepares statements. */
const WARM_MINUTES = 3
/** Growth that is no leak: V8 gives memory back late, and the columns of a release stand beside those of the next. */
const GROWTH = 1.25
/** A minute that is slower than others is one of the machine's; half of them are not. */
const SLOWER = 2

/** Rows of one import bear its name, so that an answer of two releases shows. */
const OF_ONE_RELEASE = '/v1/commitments?plan=CL-9&fields=id,full_text&limit=50'
/** Asked again and again: nineteen of twenty. */
const KNOWN = [
  OF_ONE_RELEASE,
  '/v1/commitments?country=CL',
  '/v1/members/CL',
  '/v1/commitments?facet=completion,region,theme&limit=10',
  '/v1/commitments/aggregate?group=country,completion',
  '/v1/indicators/delivered?by=country',
  '/v1/search?q=budget',
  '/v1/members.csv',
  '/explorer/en/countries/CL'
]
const NEW = [
  '/v1/commitments?country=CL,MX&limit=20&year=..',
  '/v1/commitments/aggregate?group=theme&year=..',
  '/explorer/en/commitments?by=region&year=..'
]
const NEW_ONE_IN = 20
const FIRST_UNUSED_YEAR = 2100

type Answer = { status: number; release: string; body: string; milliseconds: number }

/** Asks questions of a mix, and holds every answer against what it must be. */
function asker(soak: Soak, { port }: Served) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  soak.teardown(() => agent.destroy())
  let count = 0
  const next = (): string => {
    count++
    if (count % NEW_ONE_IN === 0) return `${NEW[count % NEW.length]}${FIRST_UNUSED_YEAR + (count % 900_000)}`
    return KNOWN[count % KNOWN.length] as string
  }
  const send = (path: string) =>
    new Promise<Answer>((resolve, reject) => {
      const began = performance.now()
      request({ agent, host: '127.0.0.1', port, path }, async message => {
        const chunks: Buffer[] = []
        for await (const chunk of message) chunks.push(chunk)
        const milliseconds = performance.now() - began
        const { statusCode: status = 0, headers } = message
        const release = String(headers['data-release'])
        resolve({
          status,
          release,
          body: path === OF_ONE_RELEASE ? Buffer.concat(chunks).toString() : '',
          milliseconds
        })
      })
        .on('error', reject)
        .end()
    })
  return async (): Promise<number> => {
    const path = next()
    const { status, release, body, milliseconds } = await send(path)
    if (status !== 200) soak.violation(`${path} was answered with ${status}`)
    const revisions = new Set([...body.matchAll(/revision (\S+?)\\n/g)].map(([, revision]) => revision))
    if (revisions.size > 1 || [...revisions].some(revision => revision !== release))
      soak.violation(`an answer of ${release} has rows of ${[...revisions].join(' and ')}`)
    return milliseconds
  }
}

/** Requests a second where each connection asks as soon as it is answered. */
async function topSpeed(ask: () => Promise<number>): Promise<number> {
  const end = Date.now() + PROBE_MILLISECONDS
  let count = 0
  const work = async () => {
    for (; Date.now() < end; count++) await ask()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  return (count * 1000) / PROBE_MILLISECONDS
}

/** Asks at this speed for a minute, whether or not answers come; returns how long each took. */
async function aMinute(ask: () => Promise<number>, perSecond: number): Promise<number[]> {
  const began = Date.now()
  const under: Promise<number>[] = []
  for (let elapsed = 0; elapsed < MINUTE; elapsed = Date.now() - began) {
    const due = (elapsed / 1000) * perSecond
    while (under.length < due) under.push(ask())
    await sleep(STEP_MILLISECONDS)
  }
  return Promise.all(under)
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

export const steady: Part = {
  title: 'minutes at 70 % of the top speed, with an import in each',
  number: 60,
  async work(soak) {
    const served = await serve(soak)
    const importing = async (release: string) => {
      const importer = await served.importRevision(release)
      if ((await importer.ended) !== 0) soak.violation(`the import of ${release} failed: ${importer.output()}`)
    }
    await importing('first')
    const ask = asker(soak, served)
    await topSpeed(ask)
    // Measured beside an import, as there is one beside all that follows.
    const [top] = await Promise.all([topSpeed(ask), importing('second')])
    const speed = top * SHARE
    soak.say(`${Math.round(top)} requests a second at most; ${Math.round(speed)} from now on`)
    const minutes: { slow: number; memory: number }[] = []
    let count = 0
    for (let minute = 1; minute <= soak.number && !soak.isOver(); minute++) {
      const [taken] = await Promise.all([aMinute(ask, speed), importing(`r${minute}`)])
      count += taken.length
      minutes.push({ slow: p99(taken), memory: await residentMegabytes(served.process.child.pid) })
      const { slow, memory } = minutes.at(-1) as (typeof minutes)[number]
      soak.say(`minute ${minute}: ${taken.length} answers, p99 ${slow.toFixed(1)} ms, ${memory} MB`)
    }
    const settled = minutes.slice(Math.min(WARM_MINUTES, Math.floor(minutes.length / 4)))
    const half = Math.ceil(settled.length / 2)
    const [before, after] = [settled.slice(0, half), settled.slice(-half)]
    const compare = (what: 'slow' | 'memory') => [before, after].map(some => middle(some.map(one => one[what])))
    const [[slow = 0, slower = 0], [memory = 0, more = 0]] = [compare('slow'), compare('memory')] as const
    soak.say(
      `${count} answers; p99 ${slow.toFixed(1)} and ${slower.toFixed(1)} ms, ${memory} and ${more} MB in both halves`
    )
    if (slower > slow * SLOWER)
      soak.violation(`answers became slower: p99 ${slow.toFixed(1)}, then ${slower.toFixed(1)} ms`)
    if (more > memory * GROWTH) soak.violation(`memory grew from ${memory} to ${more} MB`)
  }
}
