/** Counts rows by the codes of their columns: what a statement would count, without one. */
import type { Condition, Filter } from '../definition/filter.ts'
import { meetsCondition } from '../definition/match.ts'
import type { Column, Item } from './column.ts'
import type { Ids } from './ids.ts'

/** How many rows have these values. */
export type Count = { values: readonly Item[]; rows: number }

export type Tally = {
  total(): number
  /** Rows by the values of some filters, where there are any; all in one where no filter is named. Undefined where there are too many groups. */
  groups(names: readonly string[]): Count[] | undefined
  /** Rows by each value of a filter that the release has, where they meet all conditions but its own. Undefined as above. */
  facet(name: string): Count[] | undefined
  /** The ids of the rows that meet all conditions; undefined where there are more than `most`, or an id is no row's alone. */
  ids(most: number): string[] | undefined
}

type Question = {
  rows: number
  columns: ReadonlyMap<string, Column>
  ids: Ids
  filters: Readonly<Record<string, Filter>>
  conditions: ReadonlyMap<string, Condition>
  /** The filter on the list whose values have a row each. */
  split?: string | undefined
}

/** Groups that are handed on at once: a column alone has no more values. */
const MAX_GROUPS = 65_536
/** Combinations of values that have a place each; of more, those that occur are looked up. */
const MAX_PLACES = 4_194_304
const MAX_KEY = 2 ** 32

const MEETS_ALL = 0
const FAILS_SEVERAL = 255

/** For each row whether it meets all conditions; where it fails one alone, the place of that one, from 1. */
function failuresOf({ rows, columns, filters, conditions }: Question): Uint8Array {
  const failures = new Uint8Array(rows)
  let place = 0
  for (const [name, condition] of conditions) {
    place++
    const { codes, values } = columns.get(name) as Column
    const fails = Uint8Array.from(values, value => (meetsCondition(filters[name] as Filter, condition, value) ? 0 : 1))
    // What a row is after this condition, by what it was and whether it fails: looked up, since branches are slow.
    const after = Uint8Array.from({ length: 2 * (FAILS_SEVERAL + 1) }, (_, at) =>
      at % 2 === 0 ? at / 2 : at === 1 ? place : FAILS_SEVERAL
    )
    for (let row = 0; row < rows; row++) {
      const isFailing = fails[codes[row] as number] as number
      failures[row] = after[2 * (failures[row] as number) + isFailing] as number
    }
  }
  return failures
}

type Codes = Column['codes'] | Uint32Array

/** For each row the number of its combination of values. */
function keysOf(rows: number, [first, ...others]: readonly Column[]): Codes {
  if (!first) return new Uint8Array(rows)
  if (others.length === 0) return first.codes
  const keys = Uint32Array.from(first.codes)
  for (const { codes, values } of others) {
    const size = values.length
    for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) * size + (codes[row] as number)
  }
  return keys
}

/** Counts the rows that meet all conditions, or fail none but the one at this place. */
function countKeys(keys: Codes, failures: Uint8Array, place: number, size: number): Map<number, number> {
  const counts = new Map<number, number>()
  // To add nothing is faster than to ask whether something is to be added.
  const weights = new Uint8Array(FAILS_SEVERAL + 1)
  weights[MEETS_ALL] = weights[place] = 1
  if (size > MAX_PLACES) {
    for (let row = 0; row < keys.length && counts.size <= MAX_GROUPS; row++) {
      const key = keys[row] as number
      if (weights[failures[row] as number]) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
  const places = new Uint32Array(size)
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number
    places[key] = (places[key] as number) + (weights[failures[row] as number] as number)
  }
  for (let key = 0; key < size && counts.size <= MAX_GROUPS; key++) {
    const count = places[key] as number
    if (count > 0) counts.set(key, count)
  }
  return counts
}

/** The same numbers by items: a row counts once for each of a list; the last columns may be `hidden`, and add up. */
function spread(counts: Map<number, number>, columns: readonly Column[], hidden: number): Map<number, number> {
  if (columns.every(({ itemsOf }) => !itemsOf)) return counts
  const spreadOut = new Map<number, number>()
  for (const [key, count] of counts) {
    let rest = key
    const items = columns
      .toReversed()
      .map(({ values, itemsOf }) => {
        const code = rest % values.length
        rest = Math.floor(rest / values.length)
        return itemsOf?.[code] ?? [code]
      })
      .toReversed()
    const times = items.slice(items.length - hidden).reduce((product, { length }) => product * length, 1)
    let made = [0]
    for (const [at, places] of items.slice(0, items.length - hidden).entries()) {
      const size = (columns[at] as Column).items.length
      made = made.flatMap(before => places.map(place => before * size + place))
    }
    for (const item of made) spreadOut.set(item, (spreadOut.get(item) ?? 0) + count * times)
  }
  return spreadOut
}

const valuesOf = (key: number, columns: readonly Column[]): Item[] => {
  let rest = key
  return columns
    .toReversed()
    .map(({ items }) => {
      const item = items[rest % items.length] as Item
      rest = Math.floor(rest / items.length)
      return item
    })
    .toReversed()
}

/** All conditions, and all that is counted by, must have a column. */
export function tallyOf(question: Question): Tally {
  const { rows, columns, ids, conditions, split } = question
  const failures = failuresOf(question)
  const count = (names: readonly string[], place = MEETS_ALL): Map<number, number> | undefined => {
    const hidden = split === undefined || names.includes(split) ? [] : [split]
    const counted = [...names, ...hidden].map(name => columns.get(name) as Column)
    const size = counted.reduce((product, { values }) => product * values.length, 1)
    if (size > MAX_KEY) return undefined
    const counts = countKeys(keysOf(rows, counted), failures, place, size)
    const found = counts.size > MAX_GROUPS ? undefined : spread(counts, counted, hidden.length)
    return found && found.size <= MAX_GROUPS ? found : undefined
  }
  const total = () => count([])?.get(0) ?? 0
  return {
    total,
    groups(names) {
      if (names.length === 0) return [{ values: [], rows: total() }]
      const counted = names.map(name => columns.get(name) as Column)
      const counts = count(names)
      return counts && [...counts].map(([key, n]) => ({ values: valuesOf(key, counted), rows: n }))
    },
    facet(name) {
      const place = [...conditions.keys()].indexOf(name) + 1
      const counts = count([name], place)
      const { items } = columns.get(name) as Column
      return counts && items.map((item, at) => ({ values: [item], rows: counts.get(at) ?? 0 }))
    },
    ids(most) {
      if (split !== undefined) return undefined
      const found: string[] = []
      for (let row = failures.indexOf(MEETS_ALL); row >= 0; row = failures.indexOf(MEETS_ALL, row + 1)) {
        if (found.length === most) return undefined
        found.push(ids.of(row))
      }
      return found
    }
  }
}
