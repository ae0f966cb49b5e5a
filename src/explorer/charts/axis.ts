/** The scale of a chart: where its axis ends, and the round numbers on it. */

import type { Speech } from '../../i18n/speech.ts'
import type { Chart } from './model.ts'

export type Axis = { end: number; steps: number; label: (step: number) => string }

/** What a bar or a part of it is as long as. */
export const lengthOf = (chart: Chart, { count, share }: { count: number; share: number | null }): number =>
  chart.measure === 'count' ? count : (share ?? 0)

const WHOLE = { end: 1, steps: 4 }
const MOST_STEPS = 5

/** A round step (1, 2 or 5 with zeros) of which few lead to the end or a little beyond. */
function rounded(longest: number, least: number): { end: number; steps: number } {
  const size = 10 ** Math.floor(Math.log10(longest / MOST_STEPS))
  const step = Math.max(
    least,
    [1, 2, 5, 10].map(factor => factor * size).find(width => longest / width <= MOST_STEPS) ?? least
  )
  const steps = Math.max(1, Math.ceil(longest / step - 1e-9))
  return { end: steps * step, steps }
}

export function axisOf({ number, percent }: Speech, chart: Chart): Axis {
  const isShare = chart.measure !== 'count'
  const parted = chart.series.length > 0
  const ends = chart.bars.map(bar =>
    parted && (chart.overlapping || chart.isOverTime)
      ? Math.max(0, ...bar.parts.map(part => lengthOf(chart, part)))
      : parted
        ? bar.parts.reduce((sum, part) => sum + lengthOf(chart, part), 0)
        : lengthOf(chart, bar)
  )
  const longest = Math.max(0, ...ends) || 1
  const { end, steps } =
    chart.measure === 'rate' || (isShare && parted && !chart.isOverTime) ? WHOLE : rounded(longest, isShare ? 0.01 : 1)
  return { end, steps, label: step => (isShare ? percent : number)((step * end) / steps) }
}
