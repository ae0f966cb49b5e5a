/** Which releases there are, kept in memory: a conditional request is answered from here alone. */
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Fault, Problem } from '../../http/errors/problems.ts'
import { nearest } from '../../http/errors/suggestions.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Release } from '../definition/release.ts'
import type { Reader } from '../sql/read-pool.ts'

export type Releases = {
  /** Rises whenever a release is published, dropped or described anew. */
  generation(): number
  all(): readonly Release[]
  /** The newest that is published. Throws a Problem while there is none. */
  current(): Release
  /** The release of that name; a fault when there is none. Throws a Problem when it was dropped. */
  find(id: string): Release | Fault
  /** Ids and names of a dataset that filters refer to. */
  vocabulary(dataset: string): ReadonlyMap<string, string> | undefined
  /** Looks for news at once. */
  refresh(): Promise<void>
  close(): void
}

const POLL_MILLISECONDS = 1000

/** Reads the releases and goes on looking for new ones. `referenced` are the datasets whose ids filters accept. */
export async function watchReleases(
  reader: Reader,
  referenced: readonly Dataset[],
  onError: (error: unknown) => void
): Promise<Releases> {
  let known: readonly Release[] = []
  let generation = 0
  let vocabularies = new Map<string, ReadonlyMap<string, string>>()
  const stop = new AbortController()

  const refresh = async () => {
    const found = await reader.releases()
    const newest = found.at(-1)?.seq ?? 0
    if (newest !== known.at(-1)?.seq) {
      const entries = await Promise.all(
        referenced.map(async dataset => [dataset.name, await reader.vocabulary(dataset, newest)] as const)
      )
      vocabularies = new Map(entries)
    }
    if (!isDeepStrictEqual(found, known)) generation++
    known = found
  }

  const poll = async () => {
    while (!stop.signal.aborted) {
      await sleep(POLL_MILLISECONDS, undefined, { ref: false, signal: stop.signal }).catch(() => {})
      if (!stop.signal.aborted) await refresh().catch(onError)
    }
  }

  await refresh()
  poll()

  return {
    generation: () => generation,
    all: () => known,
    current() {
      const newest = known.findLast(({ status }) => status === 'published')
      if (!newest)
        throw new Problem('service-unavailable', 'No release is published yet.', { headers: { 'retry-after': '5' } })
      return newest
    },
    find(id) {
      const release = known.find(candidate => candidate.id === id)
      if (release?.status === 'dropped') {
        throw new Problem('gone', `Release ${id} was withdrawn on ${release.dropped_at?.toISOString().slice(0, 10)}.`)
      }
      if (release) return release
      const published = known.filter(({ status }) => status === 'published').map(candidate => candidate.id)
      const near = nearest(id, published)
      return {
        parameter: 'release',
        detail: `There is no release of this name; /v1/releases lists them.`,
        allowed: published,
        ...(near.length > 0 ? { nearest: near } : {})
      }
    },
    vocabulary: name => vocabularies.get(name),
    refresh,
    close: () => stop.abort()
  }
}
