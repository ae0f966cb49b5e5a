/** From a question to a chart: asks the API and arranges its counts. */
import type { Parameter } from '../../http/query-string.ts'
import type { Bucket, Row } from '../api.ts'
import type { PageContext } from '../page-context.ts'
import { without } from '../page-context.ts'
import { toggled } from '../query-string.ts'
import type { View } from '../views.ts'
import { type Choice, choiceParameters } from './choice.ts'
import { type Tone, tonesOf } from './colours.ts'
import type { Bar, Chart, Part } from './model.ts'
import { noteOf, PARTIAL } from './note.ts'
import { orderOf } from './order.ts'
import { isRated, type Rate, ratesOf } from './rates.ts'
import { titleOf } from './title.ts'

const textOf = (value: unknown) => (value === null ? 'null' : String(value))
const READINGS = '!not_reviewed,no_data,not_applicable,null'

/** The question behind a chart, as the API takes it. */
export function aggregateQueryOf(view: View, choice: Choice, filters: readonly Parameter[]): Parameter[] {
  const rate = ratesOf(view)[choice.show]
  const series = rate?.dimension ?? choice.in
  const asked = series && (rate || choice.of === 'read') && !filters.some(([name]) => name === series)
  const kind = series ? view.dimensions[series]?.values : undefined
  const readings: Parameter[] = asked
    ? [[series, kind === 'coded' ? [READINGS, ...(rate?.unrated ?? [])].join(',') : '!null']]
    : []
  return [
    ...filters,
    ...readings,
    ['group', series ? `${choice.by},${series}` : choice.by],
    ['measure', 'count,share'],
    ...(series ? [['of', choice.by] as const] : [])
  ]
}

/** Adds up what was rated, and what of it counts, bar by bar; where nothing was rated there is no bar. */
function rated(cells: readonly Row[], by: string, rate: Rate): Row[] {
  const sums = new Map<string, Row & { count: number; of: number }>()
  for (const cell of cells) {
    const value = textOf(cell[rate.dimension])
    if (!isRated(rate, value)) continue
    const key = textOf(cell[by])
    const sum = sums.get(key) ?? { ...cell, count: 0, of: 0 }
    sum.of += Number(cell.count)
    if (rate.values.includes(value)) sum.count += Number(cell.count)
    sums.set(key, sum)
  }
  return [...sums.values()].map(sum => ({ ...sum, share: sum.count / sum.of }))
}

/** Asks the API and arranges its counts. `facets` hold the values of both dimensions in their order. */
export async function chartOf(
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
  const narrowed = (name: string, value: string, base: readonly Parameter[]): Parameter[] => {
    const asked = base.find(([other]) => other === name)?.[1]
    const atoms = asked?.split(/[,+ ]/)
    return [
      ...without(base, name),
      [name, atoms?.includes(value) ? value : view.dimensions[name]?.many ? toggledAll(asked, value) : value]
    ]
  }
  const chosen = choiceParameters(view, choice)
  const found = new Map<string, Row[]>()
  for (const cell of cells) {
    const key = textOf(cell[choice.by])
    found.set(key, [...(found.get(key) ?? []), cell])
  }
  const bars = wholes.map((row): Bar => {
    const value = textOf(row[choice.by])
    const inRow = narrowed(choice.by, value, filters)
    const parts = series.flatMap(({ value: part, label, tone }): Part[] => {
      const cell = found.get(value)?.find(other => textOf(other[inside ?? '']) === part)
      if (!cell) return []
      const href = visit.to(view.path, [...narrowed(inside ?? '', part, inRow), ...chosen])
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
    series: series.map(({ value }) => value),
    strong: Object.values(ratesOf(view)).find(({ dimension }) => dimension === inside)?.values ?? []
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

/** In a list a further value narrows only where all of them must hold. */
const toggledAll = (asked: string | undefined, value: string) =>
  asked && /[+ ]/.test(asked) ? (toggled(asked, value) ?? value) : value

function labelOf({ say }: PageContext, row: Row, name: string, buckets: Bucket[] = []): string {
  const value = row[name]
  const known = buckets.find(bucket => bucket.value === value)?.label ?? row[`${name}_label`]
  return value === null && !known ? say(['Not known', 'Non connu']) : String(known ?? value)
}
