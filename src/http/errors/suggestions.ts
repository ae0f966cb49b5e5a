import { distance } from 'fastest-levenshtein'

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The candidates that come nearest to what was written, for "did you mean"; empty when none is near. */
export function nearest(written: string, candidates: Iterable<string>, most = 3): string[] {
  const wanted = plain(written).slice(0, 100)
  // Slips seldom come first: of a word that begins otherwise, with half of its letters wrong, another was meant.
  const bound = (other: string): number => {
    const [least, part] = other.slice(0, 2) === wanted.slice(0, 2) ? [2, 2] : [1, 3]
    return Math.max(least, Math.floor(wanted.length / part))
  }
  return [...new Set(candidates)]
    .map(candidate => {
      const other = plain(candidate)
      const starts = wanted.length > 1 && other.startsWith(wanted)
      return { candidate, far: starts ? 0.5 : distance(wanted, other), bound: bound(other) }
    })
    .filter(({ far, bound }) => far <= bound)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate)
}
