/** What a chart shows, before anybody draws it: bars in rows, parts of bars in series. */

import type { Tone } from './colours.ts'

export type Part = {
  value: string
  label: string
  tone: Tone
  count: number
  /** What its share is of, where that is not all of its bar. */
  of?: number
  share: number | null
  href: string
  /** Whether it counts plans of which only a selection is here. */
  isPartial?: boolean
}
export type Bar = {
  value: string
  label: string
  count: number
  /** What its share is of, where that is not all there is. */
  of?: number
  share: number | null
  href: string
  parts: Part[]
}

export type Chart = {
  title: string
  /** What is counted, and of what the shares are. */
  note: string
  measure: 'count' | 'share' | 'rate'
  bars: Bar[]
  series: { value: string; label: string; tone: Tone }[]
  /** Parts of a bar may hold the same rows, so that they stand below each other and not behind each other. */
  overlapping: boolean
  /** Parts of a bar are points of a line, and series what they follow each other in. */
  isOverTime?: boolean
  rowsTitle: string
  /** What the number of a bar is, where it is no count of rows. */
  valueTitle: string | undefined
  total: number
}
