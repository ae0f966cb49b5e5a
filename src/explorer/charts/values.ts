/** Numbers of a chart in words, and where on a bar they fit. */

import { FEW, type Speech, titled } from '../../i18n/speech.ts'
import { clip } from '../text.ts'
import { isMissing } from './colours.ts'
import type { Bar, Chart, Part } from './model.ts'

type Counted = { count: number; share: number | null; of?: number }

const wholeOf = ({ count, share, of }: Counted) =>
  of ?? (share !== null && share > 0 ? Math.round(count / share) : undefined)

/** A count with its share; of few, how many of how many. */
export const valueText = (speech: Speech, counted: Counted): string => {
  const { count, share } = counted
  if (share === null) return speech.number(count)
  const of = wholeOf(counted)
  return of !== undefined && of < FEW ? speech.share(count, of) : `${speech.number(count)} (${speech.percent(share)})`
}

/** Value, share, and what the share is of: "12 of 52 (23%)". */
export const fullText = (speech: Speech, counted: Counted): string => {
  const { count, share } = counted
  const of = wholeOf(counted)
  if (share === null || of === undefined) return speech.number(count)
  const both = speech.say(['{count} of {of}', '{count} sur {of}'], { count, of })
  return of < FEW ? both : `${both} (${speech.percent(share)})`
}

/** What a part of a bar is called, and its numbers, or what stands in their place. */
export const partTitle = (
  speech: Speech,
  bar: Bar,
  { label, ...counted }: Part,
  text = fullText(speech, counted)
): string => titled(speech, `${clip(bar.label, 80)} – ${label}`, text)

/** What a bar and its one number are called. */
export const barTitle = (speech: Speech, bar: Bar): string => titled(speech, clip(bar.label, 80), fullText(speech, bar))

/** The number at the end of a bar, and what it is of. */
export function endOf(speech: Speech, chart: Chart, bar: Bar): readonly [value: string, of?: string] {
  const { number, percent, say } = speech
  const n = say(['n\u00a0=\u00a0{n}', 'n\u00a0=\u00a0{n}'], { n: bar.of ?? bar.count })
  if (chart.measure === 'rate') return (bar.of ?? 0) < FEW ? [fullText(speech, bar)] : [percent(bar.share ?? 0), n]
  if (chart.measure === 'share') return chart.series.length > 0 ? [n] : [percent(bar.share ?? 0), number(bar.count)]
  return [number(bar.count)]
}

/** The number on a part, or an empty text where it has no room: `space` is how many letters have. */
export function labelOn({ number, percent }: Speech, chart: Chart, bar: Bar, part: Part, space: number): string {
  if (isMissing(part.value)) return ''
  const text = chart.measure === 'count' ? number(part.count) : bar.count < FEW ? '' : percent(part.share ?? 0)
  return text.length <= space ? text : ''
}
