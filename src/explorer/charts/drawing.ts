/** A chart as a picture of its own: everything that a page says around it is written into it. */

import { type Html, html } from '../../html/html.ts'
import { type Speech, titled } from '../../i18n/speech.ts'
import { clip } from '../text.ts'
import { longest, valueText } from './bars.ts'
import type { Chart } from './chart.ts'
import { COLOURS, type Tone } from './colours.ts'

export const WIDTH = 960
const MARGIN = 24
const NAMES = 250
const VALUES = 70
const ROW = 26
const LETTER = 7.2
/** Letters of small print in a line of the whole width, and how far its lines are apart. */
const LINE = 145
const LINE_HEIGHT = 16

const HATCH: Partial<Record<Tone, string>> = { m0: 'dots', m2: 'hatch' }
const paint = (tone: Tone): string => (HATCH[tone] ? `url(#${HATCH[tone]})` : COLOURS[tone][0])

const definitions = html`<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="${COLOURS.m2[0]}"/><rect width="1.5" height="5" fill="#7d8794"/></pattern><pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="${COLOURS.m0[0]}"/><circle cx="2" cy="2" r="1" fill="#7d8794"/></pattern></defs>`

export type Framed = {
  title: string
  note: string
  /** Whether what it counts is all there is, a sentence each. */
  extent: Iterable<string>
  /** Who made it, which release, where it stands. */
  source: string
  legend: readonly { label: string; tone: Tone }[]
  height: number
  body: (top: number) => Html
}

/** A text as lines of about so many letters at most. */
const wrapped = (text: string, most: number): string[] =>
  text.match(new RegExp(`.{1,${most}}(?:\\s|$)|.{${most}}`, 'gu')) ?? []

/** A picture with title, legend, note and source; `body` is drawn below them. */
export function framed({ title, note, extent, source, legend, height, body }: Framed): string {
  let x = MARGIN
  let y = 76
  const entries = legend.map(({ label, tone }) => {
    const width = 24 + label.length * LETTER + 14
    if (x + width > WIDTH - MARGIN) {
      x = MARGIN
      y += 22
    }
    const entry = html`<rect x="${x}" y="${y - 11}" width="13" height="13" fill="${paint(tone)}"/><text x="${x + 19}" y="${y}" font-size="13">${label}</text>`
    x += width
    return entry
  })
  const top = y + (legend.length > 0 ? 20 : 0)
  const told = [...extent].flatMap(sentence => wrapped(sentence, LINE))
  const whole = Math.ceil(top + height + 40 + told.length * LINE_HEIGHT)
  const text = (at: number, size: number, words: string, more = '') =>
    html`<text x="${MARGIN}" y="${at}" font-size="${size}"${more === 'bold' && html` font-weight="bold"`}${more === 'soft' && html` fill="#4a5563"`}>${words}</text>`
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" font-family="Helvetica, Arial, sans-serif" fill="#14202e" role="img"><title>${title}</title>${definitions}<rect width="${WIDTH}" height="${whole}" fill="#fff"/>${text(32, 20, clip(title, 85), 'bold')}${text(54, 13, clip(note, 140), 'soft')}${entries}${body(top)}${told.map((line, index) => text(whole - 14 - (told.length - index) * LINE_HEIGHT, 12, line))}${text(whole - 14, 12, clip(source, 150), 'soft')}</svg>
`.text
}

/** Bars in rows. */
export function barsDrawing(
  speech: Speech & { extent: Iterable<string> },
  chart: Chart,
  source: string,
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
