/** From the parameters of a request to a question, or to a list of everything that is wrong with it. */

import type { Fault } from '../../http/errors/problems.ts'
import { nearest } from '../../http/errors/suggestions.ts'
import { type Parameter, writeParameters } from '../../http/query-string.ts'
import type { Lang } from '../../i18n/words.ts'
import { type Dataset, datasetAt, SEARCH } from '../definition/dataset.ts'
import { type Condition, canonicalText, type Filter, parseCondition } from '../definition/filter.ts'
import type { Release } from '../definition/release.ts'
import { datasetAs, splittable } from '../definition/split.ts'
import type { Format } from '../format/formats.ts'
import type { Releases } from '../releases/registry.ts'
import { byRelevance, completeOrder, isSortable, type SortKey, sortKey } from '../sql/order-by.ts'
import { type Cursor, decodeCursor, fingerprint, readCursor } from './cursor.ts'
import { groupNames, readGroups } from './group-by.ts'
import {
  quote,
  readDialect,
  readFlag,
  readFormat,
  readGiven,
  readLang,
  readLimit,
  readRelease,
  refuse,
  unknown
} from './parameters.ts'

export type ListQuery = {
  conditions: Map<string, Condition>
  columns: readonly string[]
  order: SortKey[]
  limit: number | undefined
  cursor: Cursor | undefined
  /** The release to answer from. */
  release: Release
  /** Whether the request names its release, itself or by its cursor. */
  pinned: boolean
  format: Format | undefined
  /** How the format is to be written. */
  dialect: string | undefined
  /** The list whose values have a row each. */
  split: string | undefined
  /** Filters whose values are counted beside the rows. */
  facets: readonly string[]
  /** Whether coded columns have their label beside them. */
  labels: boolean
  /** Whether a row shows where the words of a search occur in it. */
  highlight: boolean
  /** The language the request names. */
  lang: Lang | undefined
  /** What was asked, in canonical form and without format and place: parameters for links and fingerprints. */
  asked: Parameter[]
}

/** Parameters that every list understands beside its filters. */
export const LIST_PARAMETERS = [
  'fields',
  'sort',
  'limit',
  'cursor',
  'facet',
  'highlight',
  'labels',
  'lang',
  'release',
  'format',
  'dialect',
  'split'
] as const
export const ITEM_PARAMETERS = ['fields', 'labels', 'lang', 'release', 'format', 'dialect'] as const

/** Parameters of form: they change what a row looks like or stands beside, not which rows there are. */
const FORM: ReadonlySet<string> = new Set(['fields', 'facet', 'highlight', 'labels', 'lang'])

/** Reads the parameters of a list or (without filters) of an item. Throws one Problem that holds every fault. */
export function readListQuery(
  dataset: Dataset,
  parameters: readonly Parameter[],
  releases: Releases,
  names: readonly string[] = LIST_PARAMETERS
): ListQuery {
  const faults: Fault[] = []
  const filters = names.includes('sort') ? dataset.filters : {}
  const groups = groupNames(dataset)
  const optional: Partial<Record<string, boolean>> = {
    facet: groups.length > 0,
    highlight: SEARCH in dataset.filters,
    split: splittable(dataset).length > 0
  }
  const allowed = [...Object.keys(filters), ...names.filter(name => optional[name] ?? true)]
  const given = readGiven(parameters, allowed, faults)

  const { conditions, asked } = readConditions(dataset, given, releases, faults)
  const release = readRelease(given.get('release'), releases, faults)
  const from = release ?? releaseOfCursor(given.get('cursor'), releases) ?? releases.current()
  const split = readSplit(datasetAt(dataset, from), given.get('split'), faults)
  const shown = datasetAs(dataset, from, split)
  const columns = readColumns(shown, given.get('fields'), faults)
  const sort = readSort(shown, given.get('sort'), faults)
  const searched = conditions.get(SEARCH)
  const relevance = searched && [byRelevance(filters[SEARCH] as Filter, searched)]
  const order = completeOrder(shown, sort ?? relevance)
  const limit = readLimit(given.get('limit'), faults)
  const format = readFormat(given.get('format'), faults)
  const dialect = readDialect(given.get('dialect'), faults)
  const facets = readGroups('facet', given.get('facet'), groups, groups.length, faults)
  const labels = readFlag('labels', given.get('labels'), faults)
  const highlight = readFlag('highlight', given.get('highlight'), faults)
  if (highlight && !given.has(SEARCH))
    faults.push({ parameter: 'highlight', detail: `Nothing is highlighted without ${SEARCH}.` })
  const lang = readLang(given.get('lang'), faults)

  if (split) asked.push(['split', split])
  if (sort) asked.push(['sort', writeSort(sort)])
  const query = { conditions, order, asked }
  const cursor = readPlace(dataset, query, given.get('cursor'), release, faults)
  const started = cursor && readRelease(cursor.release, releases, faults)
  if (given.has('fields')) asked.push(['fields', columns.join(',')])
  if (facets.length > 0) asked.push(['facet', facets.join(',')])
  if (highlight) asked.push(['highlight', 'true'])
  if (labels) asked.push(['labels', 'true'])
  if (lang) asked.push(['lang', lang])

  refuse(faults)
  const pin = release ?? started
  const chosen = pin ?? releases.current()
  const form = { columns, limit, cursor, format, dialect, split, facets, highlight, labels, lang }
  return { ...query, ...form, release: chosen, pinned: pin !== undefined }
}

/** Reads the filters: their conditions, and the parameters that say the same in canonical form. */
export function readConditions(
  dataset: Dataset,
  given: ReadonlyMap<string, string>,
  releases: Releases,
  faults: Fault[]
): { conditions: Map<string, Condition>; asked: Parameter[] } {
  const conditions = new Map<string, Condition>()
  for (const [name, filter] of Object.entries(dataset.filters)) {
    const text = given.get(name)
    if (text !== undefined) readFilter(name, filter, text, releases, conditions, faults)
  }
  const asked: Parameter[] = [...conditions].map(([name, condition]) => [name, canonicalText(condition)] as const)
  asked.sort(([a], [b]) => (a < b ? -1 : 1))
  return { conditions, asked }
}

/** An id of another dataset that does not exist; the names of the rows help to find what was meant. */
const unknownId = (parameter: string, written: string, dataset: string, names: ReadonlyMap<string, string>): Fault => {
  const ids = new Map([...names].flatMap(([id, name]) => [[id, id] as const, [name, id] as const]))
  const near = [...new Set(nearest(written, ids.keys()).map(name => ids.get(name) ?? name))]
  return {
    parameter,
    detail: `${quote(written)} is not an id of /v1/${dataset}, which lists them all.`,
    ...(near.length > 0 ? { nearest: near } : {})
  }
}

function readFilter(
  name: string,
  filter: Filter,
  text: string,
  releases: Releases,
  conditions: Map<string, Condition>,
  faults: Fault[]
): void {
  const names = filter.references ? releases.vocabulary(filter.references) : undefined
  const parsed = parseCondition(filter, text, atom => names?.has(atom) ?? true)
  if ('condition' in parsed) {
    conditions.set(name, parsed.condition)
    return
  }
  const plain = filter.comparison === 'range' ? 'a range such as 2012..2014, 2014.. or ..2014, or null' : undefined
  for (const { value, reason } of parsed.faults) {
    if (reason) faults.push({ parameter: name, detail: `${quote(value)} ${reason}.` })
    else if (plain) faults.push({ parameter: name, detail: `${quote(value)} is not ${plain}.` })
    else if (filter.allowed) faults.push(unknown(name, value, 'is not a value of this filter', filter.allowed))
    else if (names) faults.push(unknownId(name, value, filter.references ?? '', names))
    else faults.push({ parameter: name, detail: `${quote(value)} is not written like a value of this filter.` })
  }
}

/** Reads the name of the list whose values are to have a row each. */
export function readSplit(dataset: Dataset, text: string | undefined, faults: Fault[]): string | undefined {
  if (text === undefined) return undefined
  const lists = splittable(dataset)
  if (lists.includes(text)) return text
  faults.push(unknown('split', text, `is not a column of lists in ${dataset.name}`, lists))
  return undefined
}

/** Reads the names of columns; all of them unless given. */
export function readColumns(dataset: Dataset, text: string | undefined, faults: Fault[]): string[] {
  const all = Object.keys(dataset.fields)
  if (text === undefined) return all
  const columns = text.split(',')
  for (const column of columns) {
    if (!all.includes(column)) faults.push(unknown('fields', column, `is not a column of ${dataset.name}`, all))
  }
  if (new Set(columns).size < columns.length) faults.push({ parameter: 'fields', detail: 'A column is named twice.' })
  return columns
}

export const writeSort = (order: readonly Omit<SortKey, 'field'>[]) =>
  order.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(',')

function readSort(dataset: Dataset, text: string | undefined, faults: Fault[]): SortKey[] | undefined {
  if (text === undefined) return undefined
  const sortable = Object.entries(dataset.fields).flatMap(([name, field]) => (isSortable(field) ? [name] : []))
  const keys = text.split(',').map(key => sortKey(dataset, key.replace(/^-/, ''), key.startsWith('-')))
  for (const { column } of keys) {
    if (!sortable.includes(column)) faults.push(unknown('sort', column, 'is not a column to sort by', sortable))
  }
  if (new Set(keys.map(({ column }) => column)).size < keys.length) {
    faults.push({ parameter: 'sort', detail: 'A column is named twice.' })
  }
  return keys
}

/** The release a walk began in, as far as the cursor names one that there is; its other parts are read later. */
const releaseOfCursor = (text: string | undefined, releases: Releases): Release | undefined => {
  const name = text === undefined ? undefined : decodeCursor(text)?.release
  return releases.all().find(({ id }) => id === name)
}

function readPlace(
  dataset: Dataset,
  { order, asked }: Pick<ListQuery, 'order' | 'asked'>,
  text: string | undefined,
  release: Release | undefined,
  faults: Fault[]
): Cursor | undefined {
  if (text === undefined || faults.length > 0) return undefined
  const reject = (detail: string) => void faults.push({ parameter: 'cursor', detail })
  const cursor = readCursor(text, order)
  if (!cursor) {
    reject('This is not a cursor of this list; take it from links.next and leave it as it is.')
  } else if (cursor.query !== fingerprintOf(dataset, asked)) {
    reject('The cursor belongs to another query: dataset, filters and sort must stay as they were.')
  } else if (release && release.id !== cursor.release) {
    reject(`The cursor belongs to release ${quote(cursor.release)}, not to ${release.id}.`)
  }
  return cursor
}

/** Fingerprint of dataset, filters and order, which a cursor must share with the request it is used in. */
export const fingerprintOf = ({ name }: Dataset, asked: readonly Parameter[]): string =>
  fingerprint(`${name}${writeParameters(asked.filter(([parameter]) => !FORM.has(parameter)))}`)
