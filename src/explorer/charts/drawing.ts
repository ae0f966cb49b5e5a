/** Bars in rows, as a picture of its own. */

import { html } from '../../html/html.ts'
import { type Speech, titled } from '../../i18n/speech.ts'
import { clip } from '../text.ts'
import { longest, valueText } from './bars.ts'
import type { Chart } from './chart.ts'
import type { Tone } from './colours.ts'
import { framed, MARGIN, paint, WIDTH } from './picture.ts'

const NAMES = 250
const VALUES = 70
const ROW = 26

/** Bars in rows. */
export function barsDrawing(
  speech: Speech & { extent: Iterable<string> },
  chart: Chart,
  source: readonly string[],
  most: number
): string {
  const shown = chart.bars.slice(0, most)
  const scale = longest(chart)
  const full = WIDTH - 2 * MARGIN - NAMES - VALUES
  const length = (item: { count: number; share: number | null }) =>
    (full * (chart.measure === 'share' ? (item.share ?? 0) : item.count)) / scale
  const round = (value: number) => Math.round(value * 10) / 10
  const left = MARGIN + NAMES
  const rowHeight = chart.overlapping ? Math.max(ROW, chart.series.length * 8 + 8) : ROW
  return framed({
    title: chart.title,
    note: chart.note,
    extent: speech.extent,
    source,
    legend: chart.series,
    height: shown.length * rowHeight,
    body: top =>
      html`${shown.map((bar, index) => {
        const y = top + index * rowHeight
        let at = left
        const rects = (chart.series.length === 0 ? [{ ...bar, tone: 'r4' as Tone, label: '' }] : bar.parts).map(
          (part, place) => {
            const width = length(part)
            const [x, partY, height] = chart.overlapping ? [left, y + place * 8, 6] : [at, y, 18]
            at += width
            return html`<rect x="${round(x)}" y="${round(partY)}" width="${round(width)}" height="${height}" fill="${paint(part.tone)}" stroke="#fff" stroke-width=".5"><title>${titled(speech, `${clip(bar.label, 80)} – ${part.label}`, valueText(speech, part))}</title></rect>`
          }
        )
        const value =
          chart.series.length === 0 && chart.measure === 'share' ? valueText(speech, bar) : speech.number(bar.count)
        return html`<text x="${left - 10}" y="${y + 14}" font-size="13" text-anchor="end">${clip(bar.label, 34)}</text>${rects}<text x="${WIDTH - MARGIN}" y="${y + 14}" font-size="13" text-anchor="end">${value}</text>`
      })}`
  })
}
