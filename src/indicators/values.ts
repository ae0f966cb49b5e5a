/** The values of an indicator: counted by the aggregates that it is made of, and put together. */
import { firstGroups } from '../engine/aggregate/aggregate.ts'
import type { AggregateQuery } from '../engine/aggregate/query.ts'
import { refuse } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { FEW } from '../i18n/speech.ts'
import type { Lang } from '../i18n/words.ts'
import { datasetOf } from './catalogue/indicators.ts'
import type { Indicator } from './definition.ts'
import { type IndicatorQuery, MOST_VALUES } from './question.ts'

export type ValueRow = Record<string, unknown> & {
  value: number | null
  n: number
  denominator: number
  rows: number
  coverage: number
  small: boolean
}

const DIGITS = 1e6
/** As the aggregates round. */
const rounded = (value: number) => Math.round(value * DIGITS) / DIGITS

type Row = Record<string, unknown>

async function groupsOf(service: Service, indicator: Indicator, query: AggregateQuery, lang: Lang): Promise<Row[]> {
  const dataset = datasetOf(indicator)
  const { total, rows } = await firstGroups({ service, dataset, query }, MOST_VALUES, lang)
  if (total > MOST_VALUES)
    refuse([
      {
        parameter: 'by',
        detail: `These are ${total} values; ${MOST_VALUES} at most are answered. Narrow the question.`
      }
    ])
  return rows
}

/** A value for each group of the question, in the order asked for. */
export async function valuesOf(
  service: Service,
  indicator: Indicator,
  query: IndicatorQuery,
  lang: Lang
): Promise<ValueRow[]> {
  const { by, all, of, counted } = query
  const [whole, known, counting] = await Promise.all([
    groupsOf(service, indicator, all, lang),
    groupsOf(service, indicator, of, lang),
    counted ? groupsOf(service, indicator, counted, lang) : []
  ])
  const keyOf = (row: Row) => JSON.stringify(by.map(name => row[name]))
  const index = (rows: readonly Row[]) => new Map(rows.map(row => [keyOf(row), row]))
  const [ofKey, countedKey] = [index(known), index(counting)]
  const { average } = indicator
  const values = whole.map((row): ValueRow => {
    const key = keyOf(row)
    const rows = Number(row.count)
    const ofRow = ofKey.get(key)
    const n = Number(average ? (ofRow?.[`n_${average}`] ?? 0) : (countedKey.get(key)?.count ?? 0))
    const denominator = average ? n : Number(ofRow?.count ?? 0)
    const mean = average ? (ofRow?.[`avg_${average}`] as number | null | undefined) : n / denominator
    const groups = Object.entries(row).filter(([name]) => by.some(group => name === group || name === `${group}_label`))
    return {
      ...Object.fromEntries(groups),
      value: denominator > 0 && mean != null ? rounded(mean) : null,
      n,
      denominator,
      rows,
      coverage: rows > 0 ? rounded(denominator / rows) : 0,
      small: denominator < FEW
    }
  })
  return arranged(values, query)
}

function arranged(values: readonly ValueRow[], { by, latest, sort, limit }: IndicatorQuery): ValueRow[] {
  const newest = latest === undefined ? [...values] : newestYears(values, by, latest)
  const compare = (a: ValueRow, b: ValueRow): number => {
    for (const { column, descending } of sort) {
      const [left, right] = [a[column] as number | string | null, b[column] as number | string | null]
      if (left === right) continue
      // Missing values come last, whatever the order.
      if (left === null) return 1
      if (right === null) return -1
      return (left < right ? -1 : 1) * (descending ? -1 : 1)
    }
    return 0
  }
  const ordered = sort.length > 0 ? newest.sort(compare) : newest
  return ordered.slice(0, limit)
}

/** Of each group the newest years in which there is a value; none where there never is. */
function newestYears(values: readonly ValueRow[], by: readonly string[], latest: number): ValueRow[] {
  const others = by.filter(name => name !== 'year')
  const keyOf = (row: ValueRow) => JSON.stringify(others.map(name => row[name]))
  const years = new Map<string, number[]>()
  for (const row of values) {
    if (row.value === null || row.year === null) continue
    const key = keyOf(row)
    years.set(
      key,
      [...new Set([...(years.get(key) ?? []), Number(row.year)])].sort((a, b) => b - a)
    )
  }
  return values.filter(
    row => row.value !== null && (years.get(keyOf(row)) ?? []).slice(0, latest).includes(Number(row.year))
  )
}
