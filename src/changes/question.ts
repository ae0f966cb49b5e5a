/** What a request for changes asks. */

import { type Dataset, datasetAt } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import type { Format } from '../engine/format/formats.ts'
import { decodeCursor, fingerprint } from '../engine/request/cursor.ts'
import { readColumns, readConditions } from '../engine/request/list-query.ts'
import {
  quote,
  readDialect,
  readFormat,
  readGiven,
  readLang,
  readLimit,
  readRelease,
  readSome,
  refuse
} from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import type { Fault } from '../http/errors/problems.ts'
import { type Parameter, writeParameters } from '../http/query-string.ts'
import type { Lang } from '../i18n/words.ts'
import { type Conditions, OPERATIONS, type Operation } from './compare.ts'

/** Behind every column of a record. */
export const LAST_POSITION = 1000

/** A place in the changes: behind this row. */
export type Place = { dataset: string; id: string; position: number }

export type ChangesQuery = {
  since: Release
  release: Release
  pinned: boolean
  datasets: readonly Dataset[]
  /** Which rows of the one dataset are followed; all where there are none. */
  conditions: Conditions
  /** What tells its changes from all others of the dataset: filters and columns, in canonical form. */
  restricting: readonly Parameter[]
  operations: readonly Operation[]
  limit: number | undefined
  place: Place | undefined
  format: Format | undefined
  dialect: string | undefined
  lang: Lang | undefined
  /** In canonical form, without place, release and format. */
  asked: Parameter[]
}

const CHANGES_PARAMETERS = [
  'since',
  'dataset',
  'fields',
  'operation',
  'limit',
  'cursor',
  'lang',
  'release',
  'format',
  'dialect'
] as const

export const fingerprintOf = (asked: readonly Parameter[]): string =>
  fingerprint(writeParameters(asked.filter(([name]) => name !== 'lang')))

/** Reads the parameters. Throws one Problem that holds every fault. */
export function readChangesQuery({ datasets, releases }: Service, parameters: readonly Parameter[]): ChangesQuery {
  const faults: Fault[] = []
  const one = datasets.find(({ name }) => parameters.some(([key, value]) => key === 'dataset' && value === name))
  const homeless = one ? [] : needingOne(datasets, parameters)
  const filters = one ? Object.keys(one.filters) : homeless.map(({ parameter }) => parameter)
  const given = readGiven(parameters, [...CHANGES_PARAMETERS, ...filters], faults)
  faults.push(...homeless)
  const published = releases.all().filter(({ status }) => status === 'published')
  const since = readRelease(given.get('since'), releases, faults, 'since')
  if (!given.has('since')) {
    faults.push({
      parameter: 'since',
      detail: 'Name the release you have; the changes lead from it to the newest, or to `release`.',
      allowed: published.map(({ id }) => id)
    })
  }
  const chosen = readSome(
    'dataset',
    given.get('dataset'),
    datasets.map(({ name }) => name),
    faults
  )
  const operations = readSome('operation', given.get('operation'), OPERATIONS, faults)
  const limit = readLimit(given.get('limit'), faults)
  const named = readRelease(given.get('release'), releases, faults)
  const followed = one && readFollowed(one, given, releases, named, faults)
  const format = readFormat(given.get('format'), faults)
  const dialect = readDialect(given.get('dialect'), faults)
  const lang = readLang(given.get('lang'), faults)
  const asked: Parameter[] = [
    ['since', since?.id ?? ''],
    ...(given.has('dataset') ? [['dataset', chosen.join(',')] as const] : []),
    ...(given.has('operation') ? [['operation', operations.join(',')] as const] : []),
    ...(followed?.restricting ?? []),
    ...(lang ? [['lang', lang] as const] : [])
  ]
  const cursor = readPlace(given.get('cursor'), asked, chosen, named, faults)
  const started = cursor && readRelease(cursor.release, releases, faults)
  const pin = named ?? started
  const release = pin ?? releases.current()
  if (since && since.seq > release.seq) {
    faults.push({
      parameter: 'since',
      detail: `Release ${since.id} is newer than ${release.id}; the changes would lead back.`
    })
  }
  refuse(faults)
  return {
    since: since as Release,
    release,
    pinned: pin !== undefined,
    datasets: datasets
      .filter(({ name }) => chosen.includes(name))
      .map(dataset => withColumns(datasetAt(dataset, release), followed?.columns)),
    conditions: followed?.conditions ?? new Map(),
    restricting: followed?.restricting ?? [],
    operations,
    limit,
    place: cursor?.place,
    format,
    dialect,
    lang,
    asked
  }
}

/** Filters belong to a dataset: without one alone they cannot be read. */
const needingOne = (
  datasets: readonly Dataset[],
  parameters: readonly Parameter[]
): (Fault & { parameter: string })[] =>
  [...new Set(parameters.map(([name]) => name))].flatMap(parameter => {
    const having = datasets.filter(({ filters }) => parameter === 'fields' || parameter in filters)
    if (having.length === 0) return []
    const detail = 'Filters and columns are those of a dataset: name it, and it alone, in `dataset`.'
    return [{ parameter, detail, allowed: having.map(({ name }) => name) }]
  })

export type Followed = {
  conditions: Conditions
  /** All where none are named. */
  columns: readonly string[] | undefined
  restricting: Parameter[]
}

/** Which rows and columns of a dataset are followed. */
export function readFollowed(
  dataset: Dataset,
  given: ReadonlyMap<string, string>,
  releases: Service['releases'],
  release: Release | undefined,
  faults: Fault[]
): Followed {
  const { conditions, asked } = readConditions(dataset, given, releases, faults)
  const written = given.get('fields')
  if (written === undefined) return { conditions, columns: undefined, restricting: asked }
  const columns = readColumns(datasetAt(dataset, release ?? releases.current()), written, faults)
  return { conditions, columns, restricting: [...asked, ['fields', columns.join(',')]] }
}

/** The dataset with these columns alone, in its own order; the id, which tells rows apart, is always one of them. */
export function withColumns(dataset: Dataset, columns: readonly string[] | undefined): Dataset {
  if (!columns) return dataset
  const kept = Object.entries(dataset.fields).filter(([name]) => name === 'id' || columns.includes(name))
  return { ...dataset, fields: Object.fromEntries(kept) }
}

function readPlace(
  text: string | undefined,
  asked: readonly Parameter[],
  chosen: readonly string[],
  named: Release | undefined,
  faults: Fault[]
): { release: string; place: Place } | undefined {
  if (text === undefined || faults.length > 0) return undefined
  const cursor = decodeCursor(text)
  const [dataset, id, position] = cursor?.key ?? []
  const isPlace =
    cursor && typeof id === 'string' && !id.includes('\0') && id.isWellFormed() && Number.isInteger(position)
  if (
    !isPlace ||
    typeof dataset !== 'string' ||
    !chosen.includes(dataset) ||
    Math.abs(position as number) > LAST_POSITION
  ) {
    const detail = 'This is not a cursor of these changes; take it from links.next and leave it as it is.'
    faults.push({ parameter: 'cursor', detail })
  } else if (cursor.query !== fingerprintOf(asked)) {
    faults.push({
      parameter: 'cursor',
      detail: 'The cursor belongs to another query: everything else must stay as it was.'
    })
  } else if (named && named.id !== cursor.release) {
    const detail = `The cursor belongs to release ${quote(cursor.release)}, not to ${named.id}.`
    faults.push({ parameter: 'cursor', detail })
  } else return { release: cursor.release, place: { dataset, id: id as string, position: position as number } }
  return undefined
}
