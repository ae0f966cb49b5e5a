/** What a request for an indicator asks: told apart by what, of which rows, in which order. */
import { type AggregateQuery, readAggregateQuery } from '../engine/aggregate/query.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import { readGroups } from '../engine/request/group-by.ts'
import { readConditions, writeSort } from '../engine/request/list-query.ts'
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
} from '../engine/request/parameters.ts'
import type { Query } from '../engine/respond.ts'
import type { Service } from '../engine/service.ts'
import type { ColumnOrder } from '../engine/sql/order-by.ts'
import type { Fault } from '../http/errors/problems.ts'
import type { Parameter } from '../http/query-string.ts'
import { datasetOf, dimensionsOf } from './catalogue/indicators.ts'
import { type Indicator, ownFilters } from './definition.ts'

/** What is measured of each group, in the order of columns. */
export const MEASURED = ['value', 'n', 'denominator', 'rows', 'coverage', 'small'] as const
export const MOST_DIMENSIONS = 3
export const MOST_VALUES = 50_000
const MOST_YEARS = 50

export type IndicatorQuery = Query & {
  by: readonly string[]
  /** The filters of the reader, in canonical form. */
  filters: Parameter[]
  /** Only so many of the newest years of each group. */
  latest: number | undefined
  sort: readonly ColumnOrder[]
  limit: number | undefined
  labels: boolean
  /** The aggregates that it is made of: all rows, those with a reading, those that count. */
  all: AggregateQuery
  of: AggregateQuery
  counted: AggregateQuery | undefined
  /** All that was asked, without format and release. */
  asked: Parameter[]
}

export const INDICATOR_PARAMETERS = [
  'by',
  'latest',
  'sort',
  'limit',
  'labels',
  'lang',
  'release',
  'format',
  'dialect'
] as const

/** The filters that a question about an indicator may set. */
export const openFilters = (indicator: Indicator, dataset: Dataset): string[] => {
  const own = ownFilters(indicator)
  return Object.keys(dataset.filters).filter(name => !own.includes(name))
}

/** Reads the parameters. Throws one Problem that holds every fault. */
export function readIndicatorQuery(
  indicator: Indicator,
  parameters: readonly Parameter[],
  releases: Service['releases']
): IndicatorQuery {
  const faults: Fault[] = []
  const dataset = datasetOf(indicator)
  const own = ownFilters(indicator)
  const given = readGiven(parameters, [...openFilters(indicator, dataset), ...own, ...INDICATOR_PARAMETERS], faults)
  for (const name of own)
    if (given.delete(name))
      faults.push({ parameter: name, detail: `The indicator itself says ${name}; ask /aggregate for another figure.` })
  const { asked: filters } = readConditions(dataset, given, releases, faults)
  const by = readGroups('by', given.get('by'), dimensionsOf(indicator), MOST_DIMENSIONS, faults)
  const latest = readYears(given.get('latest'), by, faults)
  const labels = readFlag('labels', given.get('labels'), faults)
  const sort = readSort(given.get('sort'), [...by, ...MEASURED], faults)
  const limit = readLimit(given.get('limit'), faults, MOST_VALUES)
  const release = readRelease(given.get('release'), releases, faults)
  const format = readFormat(given.get('format'), faults)
  const dialect = readDialect(given.get('dialect'), faults)
  const lang = readLang(given.get('lang'), faults)
  refuse(faults)

  const chosen = release ?? releases.current()
  const measure = indicator.average ? `count,avg.${indicator.average}` : 'count'
  const counting = (conditions: readonly Parameter[]) =>
    readAggregateQuery(
      dataset,
      [
        ...filters,
        ...conditions,
        ...(by.length > 0 ? [['group', by.join(',')] as const] : []),
        ['measure', measure],
        ['labels', String(labels)],
        ['release', chosen.id]
      ],
      releases
    )
  const { of, where } = indicator
  const narrowed = where && [...of.filter(([name]) => !where.some(([other]) => other === name)), ...where]
  return {
    by,
    filters,
    latest,
    sort,
    limit,
    labels,
    all: counting([]),
    of: counting(of),
    counted: narrowed && counting(narrowed),
    release: chosen,
    pinned: release !== undefined,
    lang,
    format,
    dialect,
    asked: [
      ...filters,
      ...(by.length > 0 ? [['by', by.join(',')] as const] : []),
      ...(latest === undefined ? [] : [['latest', String(latest)] as const]),
      ...(sort.length > 0 ? [['sort', writeSort(sort)] as const] : []),
      ...(limit === undefined ? [] : [['limit', String(limit)] as const]),
      ...(labels ? [['labels', 'true'] as const] : []),
      ...(lang ? [['lang', lang] as const] : [])
    ]
  }
}

function readYears(text: string | undefined, by: readonly string[], faults: Fault[]): number | undefined {
  if (text === undefined) return undefined
  const years = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (years < 1 || years > MOST_YEARS)
    faults.push({ parameter: 'latest', detail: `${quote(text)} is not a number of years from 1 to ${MOST_YEARS}.` })
  if (!by.includes('year'))
    faults.push({ parameter: 'latest', detail: 'It keeps the newest years; add year to `by`.', allowed: ['by=year'] })
  return years
}

function readSort(text: string | undefined, columns: readonly string[], faults: Fault[]): ColumnOrder[] {
  if (text === undefined) return []
  const keys = text.split(',').map(key => ({ column: key.replace(/^-/, ''), descending: key.startsWith('-') }))
  for (const { column } of keys)
    if (!columns.includes(column)) faults.push(unknown('sort', column, 'is not a column of this answer', columns))
  return keys
}
