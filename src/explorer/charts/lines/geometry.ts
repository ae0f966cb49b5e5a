/** Where points and lines are, in parts of a whole. */

import { type Axis, lengthOf } from '../axis.ts'
import type { Bar, Chart, Part } from '../model.ts'

/** The middle of a step. */
export const across = ({ series }: Pick<Chart, 'series'>, step: number): number => (step + 0.5) / series.length

/** From the top down. */
export const down = (chart: Chart, axis: Axis, part: Part): number => 1 - lengthOf(chart, part) / axis.end

export type Placed = { part: Part; x: number; y: number }

export const placed = (chart: Chart, axis: Axis, { parts }: Bar): Placed[] =>
  parts.map(part => ({
    part,
    x: across(
      chart,
      chart.series.findIndex(({ value }) => value === part.value)
    ),
    y: down(chart, axis, part)
  }))

/** Lines from each point to the next; none where a step between them has no point. */
export const segments = (points: readonly Placed[]): [Placed, Placed][] =>
  points.flatMap((point, index): [Placed, Placed][] => {
    const before = points[index - 1]
    return before && Number(point.part.value) - Number(before.part.value) === 1 ? [[before, point]] : []
  })
