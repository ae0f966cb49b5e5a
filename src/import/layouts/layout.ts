/** What a layout of OGP's says about its columns, and how a file is told to be of it. */
import { closest, distance } from 'fastest-levenshtein'
import type { Words } from '../../i18n/words.ts'
import type { Scale } from '../cells/values.ts'
import type { Record } from '../files/file.ts'

/** A coded column: where its label stands, and where the number that goes with it. */
export type CodedColumn = { field: string; column: string; number?: string; scale: Scale }
/**
 * `none` is what the file writes where there is nothing to count; `counts` names the answers that are counted: a zero is
 * none where not one of them was judged.
 */
export type NumberColumn = {
  field: string
  column: string
  low: number
  high: number
  none?: string
  counts?: readonly string[]
}

type Common = {
  id: string
  /** What the file is, for people. */
  title: Words
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
  /** Columns of the layout that the file does not have, with names that come near. */
  missing: readonly string[]
  /** What a mapping says of every row, where the file has no column for it. */
  constants?: ReadonlyMap<string, string>
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

type Candidate = { layout: Layout; row: number; missing: string[]; names: string[] }

/** What a file of a layout cannot do without; the rest may be absent, since OGP renames columns with each edition. */
export const neededColumns = ({ kind, columns }: Layout): string[] =>
  [columns.country, columns.plan, ...(kind === 'commitments' ? [columns.title] : [])].filter(
    column => column !== undefined
  )

/** Of a file that has less of its columns it is not certain that it is of the layout. */
const MAX_MISSING = 1 / 3

/** Finds the header among the first records. Throws a LayoutError when no layout fits. */
export function recognise(name: string, head: readonly Record[], layouts: readonly Layout[]): Header {
  const best = nearestLayout(head, layouts)
  if (!best) throw new LayoutError(`${name}: the file holds no records`)
  const { layout, missing, row, names } = best
  const needed = neededColumns(layout).filter(column => missing.includes(column))
  if (needed.length > 0 || share(best) > MAX_MISSING) throw new LayoutError(describeMiss(name, best))
  return headerOf(layout, row, names, head[row]?.cells ?? [], hintsOf(best))
}

const share = ({ layout, missing }: Candidate) => missing.length / columnsOf(layout).length

/** The layout of which a row among the first misses least. */
function nearestLayout(head: readonly Record[], layouts: readonly Layout[]): Candidate | undefined {
  const candidates = head.flatMap(({ cells }, row) => {
    const names = cells.map(plainName)
    return layouts.map(layout => {
      const missing = columnsOf(layout).filter(column => !names.includes(plainName(column)))
      return { layout, row, missing, names }
    })
  })
  return candidates.toSorted((a, b) => share(a) - share(b))[0]
}

/** Where the columns of a layout stand among the names of a row. */
export function headerOf(
  layout: Layout,
  row: number,
  names: readonly string[],
  cells: readonly string[],
  missing: readonly string[]
): Header {
  const placesOf = (column: string) => names.flatMap((name, at) => (name === plainName(column) ? [at] : []))
  const places = new Map(columnsOf(layout).map(column => [column, placesOf(column)]))
  const read = new Set(columnsOf(layout).map(plainName))
  const unread = cells
    .map(cell => cell.replace(/<[^>]*>/g, '').trim())
    .filter(cell => cell && !read.has(plainName(cell)))
  const width = names.findLastIndex(plain => plain !== '') + 1
  return {
    layout,
    row,
    places,
    width,
    reach: Math.max(...[...places.values()].map(([first = 0]) => first)) + 1,
    unread,
    missing
  }
}

/** The names of the file that the layout does not have. */
const othersOf = ({ layout, names }: Candidate): string[] => {
  const read = new Set(columnsOf(layout).map(plainName))
  return names.filter(name => name !== '' && !read.has(name))
}

/** Missing columns, each with the name of the file that comes near it. */
const hintsOf = (candidate: Candidate): string[] =>
  candidate.missing.map(column => {
    const near = nearName(column, othersOf(candidate))
    return near ? `"${column}" (is it "${near}"?)` : `"${column}"`
  })

/** A name that is nearly this one, or holds it, or is held by it. */
export function nearName(column: string, others: readonly string[]): string | undefined {
  const plain = plainName(column)
  const near = closest(plain, others.length > 0 ? [...others] : [''])
  if (near !== '' && distance(near, plain) <= Math.max(1, Math.floor(plain.length / 5))) return near
  return others.find(
    name =>
      name.length > SHORTEST_PART && plain.length > SHORTEST_PART && (name.includes(plain) || plain.includes(name))
  )
}
const SHORTEST_PART = 4

function describeMiss(name: string, candidate: Candidate): string {
  const { layout, missing } = candidate
  const all = columnsOf(layout)
  if (missing.length === all.length)
    return `${name}: no column is known; none of the layouts of OGP's files, nor one of our own exports, looks like this`
  const hints = hintsOf(candidate)
  const shown = hints.slice(0, 12).join(', ')
  return `${name}: unknown layout; the nearest is ${layout.id} (${layout.title[0]}), of which it misses ${missing.length} of ${all.length} columns: ${shown}${hints.length > 12 ? ', …' : ''}`
}
