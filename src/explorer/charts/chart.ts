/** What a chart shows, before anybody draws it: bars in rows, parts of bars in series. */
import type { Parameter } from '../../http/query-string.ts'
import type { Bucket, Row } from '../api.ts'
import type { PageContext } from '../page-context.ts'
import { without } from '../page-context.ts'
import { toggled } from '../query-string.ts'
import type { View } from '../views.ts'
import { type Choice, choiceParameters } from './choice.ts'
import { isMissing, type Tone, tonesOf } from './colours.ts'
import { titleOf } from './title.ts'

export type Part = { value: string; label: string; tone: Tone; count: number; share: number | null; href: string }
export type Bar = { value: string; label: string; count: number; share: number | null; href: string; parts: Part[] }

export type Chart = {
  title: string
  /** What is counted, and of what the shares are. */
  note: string
  measure: 'count' | 'share'
  bars: Bar[]
  series: { value: string; label: string; tone: Tone }[]
  /** Parts of a bar may hold the same rows, so that they stand below each other and not behind each other. */
  overlapping: boolean
  rowsTitle: string
  seriesTitle: string | undefined
  total: number
}

const textOf = (value: unknown) => (value === null ? 'null' : String(value))
const READINGS = '!not_reviewed,no_data,not_applicable,null'

/** The question behind a chart, as the API takes it. */
export function aggregateQueryOf(view: View, choice: Choice, filters: readonly Parameter[]): Parameter[] {
  const series = choice.in
  const asked = series && choice.of === 'read' && !filters.some(([name]) => name === series)
  const kind = series ? view.dimensions[series]?.values : undefined
  const readings: Parameter[] = asked ? [[series, kind === 'coded' ? READINGS : '!null']] : []
  return [
    ...filters,
    ...readings,
    ['group', series ? `${choice.by},${series}` : choice.by],
    ['measure', 'count,share'],
    ...(series ? [['of', choice.by] as const] : [])
  ]
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
  const question = aggregateQueryOf(view, choice, filters)
  const whole = without(question, 'group', 'of')
  const [wholes, cells] = await Promise.all([
    visit.aggregate(view.dataset, [...whole, ['group', choice.by]]),
    choice.in ? visit.aggregate(view.dataset, question) : Promise.resolve([])
  ])
  const rows = view.dimensions[choice.by]
  const columns = choice.in ? view.dimensions[choice.in] : undefined
  const buckets = choice.in ? (facets[choice.in] ?? []) : []
  const values = buckets.map(({ value }) => textOf(value))
  const tones = tonesOf(values, columns?.ranked ?? false)
  const present = new Set(cells.map(row => textOf(row[choice.in ?? ''])))
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
      const cell = found.get(value)?.find(other => textOf(other[choice.in ?? '']) === part)
      if (!cell) return []
      const href = visit.to(view.path, [...narrowed(choice.in ?? '', part, inRow), ...chosen])
      return [{ value: part, label, tone, count: Number(cell.count), share: cell.share as number | null, href }]
    })
    const label = labelOf(visit, row, choice.by, facets[choice.by])
    return {
      value,
      label,
      count: Number(row.count),
      share: row.share as number | null,
      href: visit.to(view.path, [...inRow, ...chosen]),
      parts
    }
  })
  const order = orderOf(
    visit,
    choice,
    rows?.ranked ? (facets[choice.by] ?? []).map(({ value }) => textOf(value)) : undefined,
    series.map(({ value }) => value)
  )
  return {
    title: await titleOf(visit, view, choice, filters),
    note: say(choice.of === 'read' ? view.ofRead : view.ofAll, { total }),
    measure: choice.show,
    bars: bars.sort(order),
    series,
    overlapping: columns?.many ?? false,
    rowsTitle: say(rows?.label ?? ['', '']),
    seriesTitle: columns ? say(columns.label) : undefined,
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

type Order = (a: Bar, b: Bar) => number

function orderOf(
  { compare }: PageContext,
  { order, show }: Choice,
  ranked: readonly string[] | undefined,
  series: readonly string[]
): Order {
  const byName: Order = (a, b) => compare(a.label, b.label)
  const last: Order = (a, b) => Number(a.value === 'null') - Number(b.value === 'null')
  const strongest = series.filter(value => !isMissing(value)).toReversed()
  const shareOf = (bar: Bar, value: string) => bar.parts.find(part => part.value === value)?.share ?? 0
  const byValue: Order = (a, b) => {
    if (show === 'count' || strongest.length === 0) return b.count - a.count
    for (const value of strongest) {
      const difference = shareOf(b, value) - shareOf(a, value)
      if (difference !== 0) return difference
    }
    return b.count - a.count
  }
  const byRank: Order = (a, b) => (ranked?.indexOf(a.value) ?? 0) - (ranked?.indexOf(b.value) ?? 0)
  const chosen: Order = {
    usual: ranked ? byRank : byValue,
    name: byName,
    'name-desc': ((a, b) => byName(b, a)) as Order,
    most: byValue,
    least: ((a, b) => byValue(b, a)) as Order
  }[order]
  return (a, b) => last(a, b) || chosen(a, b) || byName(a, b)
}
