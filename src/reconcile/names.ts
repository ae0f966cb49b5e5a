/** How alike two names are, and which names of many come near one. */
import { distance } from 'fastest-levenshtein'
import { plainName } from '../db/country-names.ts'

/** Names that are equal in this form are the same name: letter case, accents, punctuation and articles aside. */
export const nameKey = (name: string): string => plainName(name).replace(/^(the|le|la|les|l) (?=.)/, '')

/** Beyond this, texts are told apart by their beginnings. */
const COMPARED = 400
/** Share of trigrams below which names are not compared further. */
const LEAST_SHARE = 0.25
const COMPARED_CLOSELY = 100
export const EXACT = 100

/** The three-letter pieces of each word, so that the order of words matters little. */
const trigrams = (key: string): Set<string> => {
  const pieces = new Set<string>()
  for (const word of key.slice(0, COMPARED).split(' ')) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) pieces.add(padded.slice(at, at + 3))
  }
  return pieces
}

/** 0 to 100; 100 for equal keys alone. */
const scoreOf = (key: string, other: string, share: number): number => {
  if (key === other) return EXACT
  const [a, b] = [key.slice(0, COMPARED), other.slice(0, COMPARED)]
  const kept = 1 - distance(a, b) / Math.max(a.length, b.length)
  return Math.min(EXACT - 1, Math.round(100 * Math.max(share, kept)))
}

export type NameIndex<T> = {
  add(name: string, of: T): void
  /** A name that fits only when written in full. */
  addCode(code: string, of: T): void
  exact(key: string): ReadonlySet<T>
  /** The nearest that are wanted, each with its best score from 0 to 100, in no order. */
  near(key: string, wanted: (of: T) => boolean): Map<T, number>
  /** Those with a name that has a word that starts so; whole names first. */
  starting(key: string): T[]
  /** The same, each with how it is meant by the text. */
  placed(key: string): Map<T, Place>
}

/** How a text stands in a name: as the whole, at its beginning, or at the beginning of a later word. */
export type Place = 'whole' | 'start' | 'word'

/** How a text stands in a name; both are keys. */
export const placeIn = (name: string, key: string): Place | undefined =>
  name === key ? 'whole' : name.startsWith(key) ? 'start' : name.includes(` ${key}`) ? 'word' : undefined

export function createNameIndex<T>(): NameIndex<T> {
  const whole = new Map<string, Set<T>>()
  const names: { key: string; of: T; size: number }[] = []
  const keysOf = new Map<T, Set<string>>()
  const places = new Map<string, number[]>()

  const addCode = (code: string, of: T) => {
    const key = nameKey(code)
    if (key !== '') whole.set(key, (whole.get(key) ?? new Set()).add(of))
  }

  const placed = (key: string): Map<T, Place> => {
    const found = new Map<T, Place>([...(whole.get(key) ?? [])].map(of => [of, 'whole']))
    for (const wanted of ['start', 'word'] as const)
      for (const name of names) if (!found.has(name.of) && placeIn(name.key, key) === wanted) found.set(name.of, wanted)
    return found
  }

  return {
    addCode,
    placed,
    add(name, of) {
      const key = nameKey(name)
      const own = keysOf.get(of) ?? new Set()
      if (key === '' || own.has(key)) return
      keysOf.set(of, own.add(key))
      addCode(name, of)
      const pieces = trigrams(key)
      for (const piece of pieces) {
        const at = places.get(piece)
        if (at) at.push(names.length)
        else places.set(piece, [names.length])
      }
      names.push({ key, of, size: pieces.size })
    },
    exact: key => whole.get(key) ?? new Set(),
    near(key, wanted) {
      const best = new Map<T, number>()
      if (key === '') return best
      const pieces = trigrams(key)
      const common = new Map<number, number>()
      for (const piece of pieces) for (const at of places.get(piece) ?? []) common.set(at, (common.get(at) ?? 0) + 1)
      const near = [...common]
        .map(([at, count]) => {
          const name = names[at] as (typeof names)[number]
          return { ...name, share: (2 * count) / (pieces.size + name.size) }
        })
        .filter(({ share, of }) => share >= LEAST_SHARE && wanted(of))
        .sort((a, b) => b.share - a.share)
        .slice(0, COMPARED_CLOSELY)
      for (const { key: other, of, share } of near) {
        best.set(of, Math.max(best.get(of) ?? 0, scoreOf(key, other, share)))
      }
      for (const of of whole.get(key) ?? []) if (wanted(of)) best.set(of, EXACT)
      return best
    },
    starting: key => [...placed(key).keys()]
  }
}
