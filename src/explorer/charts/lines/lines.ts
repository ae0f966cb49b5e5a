/** From a question over time to lines: one for each bar, with a point wherever somebody looked. */

import type { Parameter } from '../../../http/query-string.ts'
import type { Bucket, Row } from '../../api.ts'
import { type PageContext, without } from '../../page-context.ts'
import type { View } from '../../views.ts'
import { type Choice, choiceParameters } from '../choice.ts'
import type { Bar, Chart, Part } from '../model.ts'
import { noteOf } from '../note.ts'
import { orderOf } from '../order.ts'
import { aggregateQueryOf, labelOf, narrowed, textOf } from '../question.ts'
import { ratesOf, TOO_FEW } from '../rates.ts'
import { titleOf } from '../title.ts'
import { selectionsOf } from './selections.ts'
import { FEW_TONE, lineNote } from './words.ts'

/** More steps than these between the first and the last are not filled up: a number far off is a slip of a source. */
const MOST_STEPS = 40

type Sum = { row: Row; count: number; of: number }

/** What counts, and of how many, for each key; in the order in which keys come. */
function sums(cells: readonly Row[], keyOf: (row: Row) => string, counts: (row: Row) => boolean): Map<string, Sum> {
  const found = new Map<string, Sum>()
  for (const row of cells) {
    const sum = found.get(keyOf(row)) ?? { row, count: 0, of: 0 }
    sum.of += Number(row.count)
    if (counts(row)) sum.count += Number(row.count)
    found.set(keyOf(row), sum)
  }
  return found
}

/** All whole numbers from the first to the last that has rows, so that a gap has its place. */
function stepsOf(cells: readonly Row[], over: string, buckets: readonly Bucket[] = []): number[] {
  const there = [
    ...cells.map(row => row[over]),
    ...buckets.filter(({ count }) => count > 0).map(({ value }) => value)
  ].filter(value => typeof value === 'number')
  const known = [...new Set(there)].sort((a, b) => a - b)
  const [first = 0, last = -1] = [known[0], known.at(-1)]
  return last - first < MOST_STEPS ? Array.from({ length: last - first + 1 }, (_, step) => first + step) : known
}

/** Asks the API and arranges its counts, as for bars: each bar is a line, each of its parts a point. */
export async function linesOf(
  visit: PageContext,
  view: View,
  choice: Choice,
  filters: readonly Parameter[],
  facets: Record<string, Bucket[]>,
  total: number
): Promise<Chart> {
  const { say, to, aggregate } = visit
  const { by, over = '' } = choice
  const rate = ratesOf(view)[choice.show]
  const measure = rate ? 'rate' : choice.show === 'share' ? 'share' : 'count'
  const [answered, isSelection] = await Promise.all([
    aggregate(view.dataset, aggregateQueryOf(view, choice, filters)),
    selectionsOf(visit, by, over, filters)
  ])
  const cells = rate ? answered.filter(row => rate.of.includes(textOf(row[rate.filter]))) : answered
  const counts = (row: Row) => !rate || rate.counts.includes(textOf(row[rate.filter]))
  const keyOf = (bar: string, step: unknown) => `${bar} ${textOf(step)}`
  const points = sums(cells, row => keyOf(textOf(row[by]), row[over]), counts)
  const steps = stepsOf(cells, over, facets[over])
  const called = view.dimensions[over]?.time ?? ['{value}', '{value}']
  const chosen = choiceParameters(view, choice)
  /** A count, and what it is a share of. */
  const valued = ({ count, of }: Sum, whole: number) => {
    if (measure === 'count') return { count, share: null }
    const all = measure === 'rate' ? of : whole
    return { count, of: all, share: count / all }
  }
  const bars = [...sums(cells, row => textOf(row[by]), counts)].map(([value, sum]): Bar => {
    const inRow = narrowed(view, filters, by, value)
    const parts = steps.flatMap((step): Part[] => {
      const point = points.get(keyOf(value, step))
      if (!point) return []
      const told = valued(point, Number(point.row.denominator))
      return [
        {
          value: String(step),
          label: say(called, { value: String(step) }),
          tone: (told.of ?? TOO_FEW) < TOO_FEW ? FEW_TONE : 'r4',
          ...told,
          isPartial: isSelection(value, String(step)),
          href: to(view.path, [...narrowed(view, inRow, over, String(step)), ...without(chosen, 'over')])
        }
      ]
    })
    return {
      value,
      label: labelOf(visit, sum.row, by, facets[by]),
      ...valued(sum, total),
      href: to(view.path, [...inRow, ...chosen]),
      parts
    }
  })
  const dimension = view.dimensions[by]
  const order = orderOf(visit, {
    choice,
    measure,
    overlapping: false,
    ranked: dimension?.ranked ? (facets[by] ?? []).map(({ value }) => textOf(value)) : undefined,
    series: [],
    strong: []
  })
  const drawn = bars.filter(({ parts }) => parts.length > 0)
  return {
    title: await titleOf(visit, view, choice, filters),
    note: `${noteOf(visit, view, { ...choice, in: undefined }, { total, bars })} ${lineNote(visit, measure, drawn)}`,
    measure,
    bars: drawn.sort(order),
    series: steps.map(step => ({
      value: String(step),
      label: say(called, { value: String(step) }),
      tone: 'r4'
    })),
    overlapping: false,
    isOverTime: true,
    rowsTitle: say(dimension?.label ?? ['', '']),
    valueTitle: rate ? say(rate.label) : undefined,
    total
  }
}
