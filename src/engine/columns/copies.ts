/**
 * What can be counted without a statement: the coded columns of the releases that were asked for last. A release never
 * changes, so that its columns are read once.
 */
import { LRUCache } from 'lru-cache'
import type { Dataset } from '../definition/dataset.ts'
import type { Condition, Filter } from '../definition/filter.ts'
import type { Release } from '../definition/release.ts'
import type { Releases } from '../releases/registry.ts'
import type { Reader } from '../sql/read-pool.ts'
import { type Columns, isHeld, loadColumns } from './load.ts'
import { type Tally, tallyOf } from './tally.ts'

export type Counted = { dataset: Dataset; release: Pick<Release, 'seq'>; conditions: ReadonlyMap<string, Condition> }

export type Copies = {
  /**
   * The rows that a question is about, to be counted by the values of these filters too; undefined where a statement
   * must count them. The columns are read where they are not in memory, unless `load` is false.
   */
  tally(question: Counted, names: readonly string[], load?: boolean): Promise<Tally | undefined>
  /** What all columns in memory take. */
  bytes(): number
  /** Reads the columns of the current release, and of each that follows it, before anybody asks. */
  keepReady(datasets: readonly Dataset[]): void
  /** Ends what is being read. */
  close(): void
}

/** Copies that are read at once, each on a connection of its own; what else is asked meanwhile is left to statements. */
const MAX_UNDER_WAY = 3

/** How soon a new release is noticed. */
const LOOK_MILLISECONDS = 1000

type Copy = { seq: number; columns: Columns | undefined }

/** The filter on the list whose values have a row each; undefined where none asks for it. */
const filterOfSplit = ({ filters, split }: Dataset): string | undefined =>
  Object.keys(filters).find(name => filters[name]?.comparison === 'list' && filters[name].value === split?.list)

/** `bytes` is what all copies may hold together; where one cannot be read, statements count as before. */
export function openCopies(
  { reader, releases }: { reader: Reader; releases: Releases },
  bytes: number,
  onError: (error: unknown) => void
): Copies {
  const kept = new LRUCache<string, Copy>({
    maxSize: bytes || 1,
    sizeCalculation: ({ columns }) => columns?.bytes || 1
  })
  const underWay = new Map<string, Promise<Copy>>()
  /** A question is counted for its total, its facets and its rows. */
  const tallies = new WeakMap<Counted['conditions'], { of: Columns; split: string | undefined; tally: Tally }>()
  const stop = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let generation = releases.generation()

  const onFault = (error: unknown) => {
    if (!stop.signal.aborted) onError(error)
  }

  const forgetDropped = () => {
    if (generation === releases.generation()) return
    generation = releases.generation()
    const published = new Set(releases.all().flatMap(({ seq, status }) => (status === 'published' ? [seq] : [])))
    for (const [key, { seq }] of kept) if (!published.has(seq)) kept.delete(key)
  }

  const read = (key: string, { split: _, ...dataset }: Dataset, seq: number): Promise<Copy> | undefined => {
    const known = underWay.get(key)
    if (known || underWay.size >= MAX_UNDER_WAY) return known
    const reading = loadColumns(reader, dataset, seq, bytes, stop.signal)
      .then(columns => {
        const copy = { seq, columns }
        kept.set(key, copy)
        return copy
      })
      .finally(() => underWay.delete(key))
    underWay.set(key, reading)
    return reading
  }

  const copies: Copies = {
    bytes: () => kept.calculatedSize,
    keepReady(datasets) {
      let newest: number | undefined
      const look = async () => {
        const release = releases.current()
        if (release.seq === newest) return
        const before = newest
        newest = release.seq
        for (const dataset of datasets) await copies.tally({ dataset, release, conditions: new Map() }, [])
        // Of what is no longer current little is asked, and that is read again: many releases would fill the memory.
        for (const [key, { seq }] of kept) if (seq === before) kept.delete(key)
      }
      const turn = () =>
        look()
          .catch(onFault)
          .finally(() => {
            if (!stop.signal.aborted) timer = setTimeout(turn, LOOK_MILLISECONDS).unref()
          })
      turn()
    },
    close() {
      stop.abort(new Error('the service stops'))
      clearTimeout(timer)
    },
    async tally({ dataset, release: { seq }, conditions }, names, load = true) {
      if (bytes === 0) return undefined
      forgetDropped()
      const { name, filters, split } = dataset
      const splitBy = split && filterOfSplit(dataset)
      const needed = [...conditions.keys(), ...names, ...(splitBy ? [splitBy] : [])]
      if ((split && !splitBy) || !needed.every(filter => isHeld(filters[filter] as Filter))) return undefined
      const key = `${name} ${seq}`
      const found = kept.get(key) ?? (load ? await read(key, dataset, seq)?.catch(onFault) : undefined)
      if (!found?.columns) return undefined
      const of = found.columns
      if (!needed.every(filter => of.columns.has(filter))) return undefined
      const known = tallies.get(conditions)
      if (known?.of === of && known.split === splitBy) return known.tally
      const tally = tallyOf({ ...of, filters, conditions, split: splitBy })
      tallies.set(conditions, { of, split: splitBy, tally })
      return tally
    }
  }
  return copies
}
