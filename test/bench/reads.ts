/** Reads while something else happens: how long they take, and whether a client that walks sees one release. */
import { setTimeout as sleep } from 'node:timers/promises'

/** Questions that differ each time, so that none is answered from memory; no row is of the year that they leave out. */
const QUESTIONS = [
  '/v1/commitments?limit=20&starred=true&year=2010..2014,',
  '/v1/commitments?country=CL&limit=50&year=!',
  '/v1/eligibility-scores?country=CL&sort=-year&year=!',
  '/v1/action-plans?country=MX&year=!'
]
const FIRST_UNUSED_YEAR = 3000
const PAUSE_MILLISECONDS = 15
const PAGE = 10

type Page = { meta: { release: string; total: number }; data: { id: string }[]; links: { next?: string | null } }

/** Milliseconds of reads, one after the other, until the signal. */
export async function latencies(origin: string, until: AbortSignal): Promise<number[]> {
  const taken: number[] = []
  for (let turn = 0; !until.aborted; turn++, await sleep(PAUSE_MILLISECONDS)) {
    const began = performance.now()
    const answer = await fetch(`${origin}${QUESTIONS[turn % QUESTIONS.length]}${FIRST_UNUSED_YEAR + turn}`)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`a read was answered with ${answer.status}`)
    taken.push(performance.now() - began)
  }
  return taken
}

/** Walks the members page by page, again and again; returns the walks that met more than one release, or lost a row. */
export async function walks(origin: string, until: AbortSignal): Promise<{ count: number; broken: number }> {
  let count = 0
  let broken = 0
  for (; !until.aborted; count++) {
    const releases = new Set<string>()
    const ids = new Set<string>()
    let total = 0
    for (let next: string | null | undefined = `${origin}/v1/members?limit=${PAGE}`; next; ) {
      const { meta, data, links } = (await (await fetch(next)).json()) as Page
      releases.add(meta.release)
      for (const { id } of data) ids.add(id)
      total = meta.total
      next = links.next
      await sleep(PAUSE_MILLISECONDS)
    }
    if (releases.size !== 1 || ids.size !== total) broken++
  }
  return { count, broken }
}

/** The time that 99 of 100 stay below. */
export const p99 = (taken: readonly number[]): number =>
  taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.99)] ?? Number.NaN
