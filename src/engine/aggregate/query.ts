/** From the parameters of a request to a question about groups of rows, or to all that is wrong with it. */

import type { Fault } from '../../http/errors/problems.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Lang } from '../../i18n/words.ts'
import { type Dataset, datasetAt } from '../definition/dataset.ts'
import type { Condition, Filter } from '../definition/filter.ts'
import type { Release } from '../definition/release.ts'
import { datasetAs, splittable } from '../definition/split.ts'
import { AGGREGATE_FORMATS, type Format } from '../format/formats.ts'
import type { Releases } from '../releases/registry.ts'
import { closedValues, groupNames, MAX_GROUPS, readGroups } from '../request/group-by.ts'
import { readConditions, readSplit, writeSort } from '../request/list-query.ts'
import {
  readDialect,
  readFlag,
  readFormat,
  readGiven,
  readLang,
  readLimit,
  readRelease,
  refuse,
  unknown
} from '../request/parameters.ts'
import type { ColumnOrder } from '../sql/order-by.ts'
import { aggregateColumns, type Pivot } from './columns.ts'
import { type Measure, readMeasures } from './measures.ts'

export type AggregateQuery = {
  conditions: Map<string, Condition>
  groups: readonly string[]
  measures: readonly Measure[]
  /** The groups whose rows a share is of; all rows that match where there are none. */
  of: readonly string[]
  wide: boolean
  /** The list whose values have a row each. */
  split: string | undefined
  sort: readonly ColumnOrder[]
  limit: number | undefined
  labels: boolean
  lang: Lang | undefined
  release: Release
  pinned: boolean
  format: Format | undefined
  dialect: string | undefined
  /** The filters, in canonical form. */
  filters: Parameter[]
  /** Filters and all else that was asked, without format and release. */
  asked: Parameter[]
}

/** Groups that one JSON answer holds at most; exports are whole. */
export const MAX_ROWS = 10_000

const WITH_LISTS = ['split'] as const
const ALWAYS = ['measure', 'sort', 'limit', 'labels', 'lang', 'release', 'format', 'dialect'] as const
const WITH_GROUPS = ['group', 'of', 'shape'] as const
export type AggregateParameter = (typeof ALWAYS | typeof WITH_GROUPS | typeof WITH_LISTS)[number]

/** The parameters of an aggregate beside the filters of the dataset. */
export const aggregateParameters = (dataset: Dataset): AggregateParameter[] => [
  ...(groupNames(dataset).length > 0 ? WITH_GROUPS : []),
  ...(splittable(dataset).length > 0 ? WITH_LISTS : []),
  ...ALWAYS
]

const SHAPES = ['long', 'wide']

/** Reads the parameters of an aggregate. Throws one Problem that holds every fault. */
export function readAggregateQuery(
  defined: Dataset,
  parameters: readonly Parameter[],
  releases: Releases
): AggregateQuery {
  const faults: Fault[] = []
  const given = readGiven(parameters, [...Object.keys(defined.filters), ...aggregateParameters(defined)], faults)
  const release = readRelease(given.get('release'), releases, faults)
  const from = release ?? releases.current()
  const split = readSplit(datasetAt(defined, from), given.get('split'), faults)
  const dataset = datasetAs(defined, from, split)
  const { conditions, asked: filters } = readConditions(dataset, given, releases, faults)
  const groups = readGroups('group', given.get('group'), groupNames(dataset), MAX_GROUPS, faults)
  const measures = readMeasures(dataset, given.get('measure'), faults)
  const of = readGroups('of', given.get('of'), groups, MAX_GROUPS, faults, 'is not one of the groups')
  const shape = given.get('shape')
  const wide = shape === 'wide'
  if (shape !== undefined && !SHAPES.includes(shape)) faults.push(unknown('shape', shape, 'is not a shape', SHAPES))
  if (wide && groups.length === 0)
    faults.push({ parameter: 'shape', detail: 'wide turns the values of the last group into columns; name a group.' })
  if (of.length > 0 && !measures.some(({ name }) => name === 'share'))
    faults.push({ parameter: 'of', detail: 'It says what a share is of; add share to measure.' })
  const labels = readFlag('labels', given.get('labels'), faults)
  const sort = readKeys(given.get('sort'))
  const limit = readLimit(given.get('limit'), faults, MAX_ROWS)
  const format = readFormat(given.get('format'), faults, AGGREGATE_FORMATS)
  const dialect = readDialect(given.get('dialect'), faults)
  const lang = readLang(given.get('lang'), faults)
  const query = { conditions, groups, measures, of, wide, split, sort, limit, labels, lang, format, dialect, filters }
  const pivot = wide ? closedPivot(dataset, groups) : undefined
  if (faults.length === 0 && (!wide || pivot)) checkSort(dataset, query, pivot, faults)
  refuse(faults)

  const asked: Parameter[] = [
    ...filters,
    ...(groups.length > 0 ? [['group', groups.join(',')] as const] : []),
    [
      'measure',
      measures.map(measure => ('column' in measure ? `${measure.name}.${measure.column}` : measure.name)).join(',')
    ],
    ...(of.length > 0 ? [['of', of.join(',')] as const] : []),
    ...(wide ? [['shape', 'wide'] as const] : []),
    ...(split ? [['split', split] as const] : []),
    ...(sort.length > 0 ? [['sort', writeSort(sort)] as const] : []),
    ...(limit === undefined ? [] : [['limit', String(limit)] as const]),
    ...(labels ? [['labels', 'true'] as const] : []),
    ...(lang ? [['lang', lang] as const] : [])
  ]
  return { ...query, asked, release: from, pinned: release !== undefined }
}

const readKeys = (text: string | undefined): ColumnOrder[] =>
  text === undefined
    ? []
    : text.split(',').map(key => ({ column: key.replace(/^-/, ''), descending: key.startsWith('-') }))

/** The columns of a wide answer, where they follow from the definition alone. */
export function closedPivot(dataset: Dataset, groups: readonly string[]): Pivot | undefined {
  const filter = dataset.filters[groups.at(-1) ?? ''] as Filter | undefined
  const closed = filter && closedValues(filter)
  return closed && [...closed.map(String), ...(filter.nullable ? [null] : [])]
}

/** Faults of `sort`, which may name any column of the answer. */
export function checkSort(
  dataset: Dataset,
  query: Pick<AggregateQuery, 'groups' | 'measures' | 'of' | 'wide' | 'labels' | 'sort'>,
  pivot: Pivot | undefined,
  faults: Fault[]
): void {
  const columns = aggregateColumns(dataset, query, pivot).map(([name]) => name)
  for (const { column } of query.sort) {
    if (!columns.includes(column)) faults.push(unknown('sort', column, 'is not a column of this answer', columns))
  }
  if (new Set(query.sort.map(({ column }) => column)).size < query.sort.length)
    faults.push({ parameter: 'sort', detail: 'A column is named twice.' })
}
