/** What a layout of OGP's says about its columns, and how a file is told to be of it. */
import { closest, distance } from 'fastest-levenshtein'
import type { Record } from './file.ts'
import type { Scale } from './values.ts'

/** A coded column: where its label stands, and where the number that goes with it. */
export type CodedColumn = { field: string; column: string; number?: string; scale: Scale }
/** `none` is what the file writes where there is nothing to count. */
export type NumberColumn = { field: string; column: string; low: number; high: number; none?: string }

type Common = {
  id: string
  /** What the file is, for people. */
  title: string
  /** The edition its readings belong to, unless the importer is told otherwise. */
  edition: string
  codes: readonly CodedColumn[]
  numbers: readonly NumberColumn[]
}

/** One commitment a row. */
export type CommitmentLayout = Common & {
  kind: 'commitments'
  /** Our columns, by the name of the file's. */
  columns: {
    country: string
    plan: string
    title: string
    year?: string
    number?: string
    placeCode?: string
    ogpId?: string
    shortTitle?: string
    fullText?: string
    heading?: string
    lead?: string
    supporting?: string
    start?: string
    end?: string
    url?: string
    planId?: string
    planEnd?: string
    planYears?: string
    assessed?: string
  }
  /** The taxonomy of the tag columns; a tag column holds 1 where the tag applies. */
  scheme: string
  tags: readonly string[]
  /** True where the file holds every coded commitment of its plans, so that they can be counted. */
  counts?: boolean
  groups: { [column: string]: string }
  challenges: { [column: string]: string }
}

/** One country, or one plan of a country, a row. */
export type ProcessLayout = Common & { kind: 'process'; columns: { country: string; plan?: string; year?: string } }

export type Layout = CommitmentLayout | ProcessLayout

/**
 * A header with the places of the layout's columns: two where a name stands twice. `width` counts the columns up to the
 * last that has a name.
 */
export type Header = {
  layout: Layout
  row: number
  places: ReadonlyMap<string, readonly number[]>
  width: number
  /** How many cells a record must have to hold every column that is read. */
  reach: number
  unread: readonly string[]
}

/** The file is of no known layout; the message names the nearest and what it misses. */
export class LayoutError extends Error {}

/** A column name as it is compared: without markup, byte-order mark, double spaces and capitals. */
export const plainName = (name: string): string =>
  name
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\ufeff', '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** Every column that a layout reads. */
export const columnsOf = (layout: Layout): string[] => {
  const coded = layout.codes.flatMap(({ column, number }) => (number ? [column, number] : [column]))
  const tagged =
    layout.kind === 'commitments'
      ? [...layout.tags, ...Object.keys(layout.groups), ...Object.keys(layout.challenges)]
      : []
  return [
    ...new Set([...Object.values(layout.columns), ...coded, ...layout.numbers.map(({ column }) => column), ...tagged])
  ]
}

/** Finds the header among the first records. Throws a LayoutError when no layout fits. */
export function recognise(name: string, head: readonly Record[], layouts: readonly Layout[]): Header {
  let best: { layout: Layout; row: number; missing: string[]; names: string[] } | undefined
  for (const [row, { cells }] of head.entries()) {
    const names = cells.map(plainName)
    for (const layout of layouts) {
      const missing = columnsOf(layout).filter(column => !names.includes(plainName(column)))
      const share = (found: { layout: Layout; missing: string[] }) =>
        found.missing.length / columnsOf(found.layout).length
      const candidate = { layout, row, missing, names }
      if (!best || share(candidate) < share(best)) best = candidate
    }
  }
  if (!best) throw new LayoutError(`${name}: the file holds no records`)
  if (best.missing.length > 0) throw new LayoutError(describeMiss(name, best))
  const { layout, row, names } = best
  const placesOf = (column: string) => names.flatMap((name, at) => (name === plainName(column) ? [at] : []))
  const places = new Map(columnsOf(layout).map(column => [column, placesOf(column)]))
  const read = new Set(columnsOf(layout).map(plainName))
  const unread = (head[row]?.cells ?? [])
    .map(cell => cell.replace(/<[^>]*>/g, '').trim())
    .filter(cell => cell && !read.has(plainName(cell)))
  const width = names.findLastIndex(plain => plain !== '') + 1
  return {
    layout,
    row,
    places,
    width,
    reach: Math.max(...[...places.values()].map(([first = 0]) => first)) + 1,
    unread
  }
}

function describeMiss(
  name: string,
  { layout, missing, names }: { layout: Layout; missing: string[]; names: string[] }
): string {
  const all = columnsOf(layout)
  if (missing.length === all.length)
    return `${name}: no column is known; none of the layouts of OGP's files, nor one of our own exports, looks like this`
  const read = new Set(all.map(plainName))
  const others = names.filter(name => name !== '' && !read.has(name))
  const hints = missing.map(column => {
    const plain = plainName(column)
    const near = closest(plain, others.length > 0 ? others : [''])
    const isNear = near !== '' && distance(near, plain) <= Math.max(1, Math.floor(plain.length / 5))
    return isNear ? `"${column}" (is it "${near}"?)` : `"${column}"`
  })
  const shown = hints.slice(0, 12).join(', ')
  return `${name}: unknown layout; the nearest is ${layout.id} (${layout.title}), of which it misses ${missing.length} of ${all.length} columns: ${shown}${hints.length > 12 ? ', …' : ''}`
}
