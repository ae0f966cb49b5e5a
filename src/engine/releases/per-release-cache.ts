/** What is found out once per release, since a release never changes. */
import { LRUCache } from 'lru-cache'
import type { Release } from '../definition/release.ts'

/** Remembers what `read` finds for the releases asked for last, at most `kept`; a failure is not remembered. */
export function oncePerRelease<T>(read: (release: Release) => Promise<T>, kept = 20): (release: Release) => Promise<T> {
  const known = new LRUCache<number, Promise<T>>({ max: kept })
  return release => {
    const found = known.get(release.seq)
    if (found) return found
    const reading = read(release)
    known.set(release.seq, reading)
    reading.catch(() => known.delete(release.seq))
    return reading
  }
}
