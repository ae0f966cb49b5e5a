/** What is found out once per release, since a release never changes. */
import { LRUCache } from 'lru-cache'
import type { Release } from '../resource/release.ts'

const RELEASES = 20

/** Remembers what `read` finds for the newest releases asked for; a failure is not remembered. */
export function oncePerRelease<T>(read: (release: Release) => Promise<T>): (release: Release) => Promise<T> {
  const known = new LRUCache<number, Promise<T>>({ max: RELEASES })
  return release => {
    const found = known.get(release.seq) ?? read(release)
    known.set(release.seq, found)
    found.catch(() => known.delete(release.seq))
    return found
  }
}
