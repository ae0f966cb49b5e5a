/** Bars in rows, as a picture of its own. */

import { html } from '../../html/html.ts'
import type { Speech } from '../../i18n/speech.ts'
import { clip } from '../text.ts'
import { axisOf, lengthOf } from './axis.ts'
import { legendOf, toneOf } from './bars.ts'
import { COLOURS, inkOn, type Tone } from './colours.ts'
import type { Bar, Chart, Part } from './model.ts'
import { framed, MARGIN, paint, WIDTH } from './picture.ts'
import { barTitle, endOf, labelOn, partTitle } from './values.ts'

const NAMES = 250
const VALUES = 110
const ROW = 26
const SCALE = 22
const LETTER = 7.5

/** The chart with its scale; `most` is how many of its bars are drawn. */
export function barsDrawing(
  speech: Speech & { extent: Iterable<string> },
  chart: Chart,
  source: readonly string[],
  most: number
): string {
  const shown = chart.bars.slice(0, most)
  const axis = axisOf(speech, chart)
  const full = WIDTH - 2 * MARGIN - NAMES - VALUES
  const left = MARGIN + NAMES
  const rowHeight = chart.overlapping ? Math.max(ROW, chart.series.length * 8 + 8) : ROW
  const height = SCALE + shown.length * rowHeight
  const width = (item: { count: number; share: number | null }) => (full * lengthOf(chart, item)) / axis.end
  const round = (value: number) => Math.round(value * 10) / 10
  const place = (step: number) => round(left + (full * step) / axis.steps)

  const rects = (bar: Bar, y: number) => {
    const alone: Part = { ...bar, tone: toneOf(chart, bar) }
    let at = left
    return (chart.series.length === 0 ? [alone] : bar.parts).map((part, index) => {
      const [x, top, high] = chart.overlapping ? [left, y + index * 8, 6] : [at, y, 18]
      const wide = width(part)
      at += wide
      const title = part === alone ? barTitle(speech, bar) : partTitle(speech, bar, part)
      const label = part === alone || chart.overlapping ? '' : labelOn(speech, chart, bar, part, wide / LETTER)
      return html`<rect x="${round(x)}" y="${round(top)}" width="${round(wide)}" height="${high}" fill="${paint(part.tone)}" stroke="#fff" stroke-width=".5"><title>${title}</title></rect>${label && html`<text x="${round(x + wide / 2)}" y="${y + 13}" font-size="11" text-anchor="middle" fill="${inkOn(COLOURS[part.tone as Tone][0])}">${label}</text>`}`
    })
  }
  return framed({
    title: chart.title,
    note: chart.note,
    extent: speech.extent,
    source,
    legend: legendOf(speech, chart),
    height,
    body: top => {
      const lines = Array.from({ length: axis.steps + 1 }, (_, step) => {
        const side = step === 0 ? 'start' : step === axis.steps ? 'end' : 'middle'
        return html`<line x1="${place(step)}" x2="${place(step)}" y1="${top + SCALE - 6}" y2="${top + height - 6}" stroke="#d5dbe2"/><text x="${place(step)}" y="${top + 8}" font-size="12" text-anchor="${side}" fill="#4a5563">${axis.label(step)}</text>`
      })
      return html`${lines}${shown.map((bar, index) => {
        const y = top + SCALE + index * rowHeight
        return html`<text x="${left - 10}" y="${y + 14}" font-size="13" text-anchor="end">${clip(bar.label, 34)}</text>${rects(bar, y)}<text x="${left + full + 10}" y="${y + 14}" font-size="13">${endOf(speech, chart, bar).join('  ')}</text>`
      })}`
    }
  })
}
