/** From a question to a chart: asks the API and arranges its counts. */
import type { Rate } from '../../glossary/rates.ts'
import { isRating } from '../../glossary/ratings.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Bucket, Row } from '../api.ts'
import type { PageContext } from '../page-context.ts'
import { without } from '../page-context.ts'
import type { View } from '../views.ts'
import { type Choice, choiceParameters } from './choice.ts'
import { type Tone, tonesOf } from './colours.ts'
import { linesOf } from './lines/lines.ts'
import type { Bar, Chart, Part } from './model.ts'
import { noteOf, PARTIAL } from './note.ts'
import { orderOf } from './order.ts'
import { aggregateQueryOf, labelOf, narrowed, textOf } from './question.ts'
import { ratesOf } from './rates.ts'
import { titleOf } from './title.ts'

/** Adds up what was rated, and what of it counts, bar by bar; where nothing was rated there is no bar. */
function rated(cells: readonly Row[], by: string, rate: Rate): Row[] {
  const sums = new Map<string, Row & { count: number; of: number }>()
  for (const cell of cells) {
    const value = textOf(cell[rate.filter])
    if (!rate.of.includes(value)) continue
    const key = textOf(cell[by])
    const sum = sums.get(key) ?? { ...cell, count: 0, of: 0 }
    sum.of += Number(cell.count)
    if (rate.counts.includes(value)) sum.count += Number(cell.count)
    sums.set(key, sum)
  }
  return [...sums.values()].map(sum => ({ ...sum, share: sum.count / sum.of }))
}

/** Asks the API and arranges its counts. `facets` hold the values of both dimensions in their order. */
export const chartOf = (...asked: Parameters<typeof barsOf>): Promise<Chart> =>
  asked[2].over ? linesOf(...asked) : barsOf(...asked)

async function barsOf(
  visit: PageContext,
  view: View,
  choice: Choice,
  filters: readonly Parameter[],
  facets: Record<string, Bucket[]>,
  total: number
): Promise<Chart> {
  const { say } = visit
  const rate = ratesOf(view)[choice.show]
  const inside = rate ? undefined : choice.in
  const question = aggregateQueryOf(view, choice, filters)
  const counted = inside || rate ? await visit.aggregate(view.dataset, question) : []
  const wholes = rate
    ? rated(counted, choice.by, rate)
    : await visit.aggregate(view.dataset, [...without(question, 'group', 'of'), ['group', choice.by]])
  const cells = rate ? [] : counted
  const rows = view.dimensions[choice.by]
  const columns = inside ? view.dimensions[inside] : undefined
  const buckets = inside ? (facets[inside] ?? []) : []
  const values = buckets.map(({ value }) => textOf(value))
  const tones = tonesOf(values, columns?.ranked ?? false)
  const present = new Set(cells.map(row => textOf(row[inside ?? ''])))
  const series = buckets
    .map(({ value, label }) => ({ value: textOf(value), label, tone: tones.get(textOf(value)) as Tone }))
    .filter(({ value }) => present.has(value))
  const chosen = choiceParameters(view, choice)
  const found = new Map<string, Row[]>()
  for (const cell of cells) {
    const key = textOf(cell[choice.by])
    found.set(key, [...(found.get(key) ?? []), cell])
  }
  const bars = wholes.map((row): Bar => {
    const value = textOf(row[choice.by])
    const inRow = narrowed(view, filters, choice.by, value)
    const parts = series.flatMap(({ value: part, label, tone }): Part[] => {
      const cell = found.get(value)?.find(other => textOf(other[inside ?? '']) === part)
      if (!cell) return []
      const href = visit.to(view.path, [...narrowed(view, inRow, inside ?? '', part), ...chosen])
      return [{ value: part, label, tone, count: Number(cell.count), share: cell.share as number | null, href }]
    })
    const isPartial = choice.by === 'year' && visit.partialYears.has(Number(value))
    const label = `${labelOf(visit, row, choice.by, facets[choice.by])}${isPartial ? PARTIAL : ''}`
    return {
      value,
      label,
      count: Number(row.count),
      ...(rate ? { of: Number(row.of) } : {}),
      share: row.share as number | null,
      href: visit.to(view.path, [...inRow, ...chosen]),
      parts
    }
  })
  const measure = rate ? 'rate' : choice.show === 'share' ? 'share' : 'count'
  const overlapping = columns?.many ?? false
  const order = orderOf(visit, {
    choice,
    measure,
    overlapping,
    ranked: rows?.ranked ? (facets[choice.by] ?? []).map(({ value }) => textOf(value)) : undefined,
    series: series.map(({ value }) => value).filter(value => isRating(inside ?? '', value)),
    strong: Object.values(ratesOf(view)).find(({ filter }) => filter === inside)?.counts ?? []
  })
  return {
    title: await titleOf(visit, view, choice, filters),
    note: noteOf(visit, view, choice, { total, bars }),
    measure,
    bars: bars.sort(order),
    series,
    overlapping,
    rowsTitle: say(rows?.label ?? ['', '']),
    valueTitle: rate ? say(rate.label) : undefined,
    total
  }
}
