/** The picture that goes with a shared link: what the page is called, and a drawing of it or what it says. */

import { type Html, html } from '../../html/html.ts'
import type { Speech } from '../../i18n/speech.ts'
import { axisOf, lengthOf } from '../charts/axis.ts'
import { legendOf, toneOf } from '../charts/bars.ts'
import type { Tone } from '../charts/colours.ts'
import { panelsIn } from '../charts/lines/drawing.ts'
import * as inLines from '../charts/lines/words.ts'
import type { Bar, Chart } from '../charts/model.ts'
import { definitions, type Picture, paint, wrapped } from '../charts/picture.ts'
import { endOf } from '../charts/values.ts'
import { clip } from '../text.ts'

/** What services that show links ask for. */
export const CARD = { width: 1200, height: 630 } as const
const MARGIN = 56
type Type = { size: number; letters: number; lines: number }
/** A title above a drawing, or where it and a sentence have the card to themselves. */
const TITLE: Type = { size: 46, letters: 46, lines: 3 }
const ALONE: Type = { size: 68, letters: 32, lines: 4 }
const TEXT: Type = { size: 36, letters: 62, lines: 4 }
const LEGEND = { size: 22, letter: 12, line: 34 } as const
const FOOT = 64

type Box = { x: number; y: number; width: number; height: number }
/** Something to see on a card, as large as there is room. */
export type Drawing = { title: string; legend: readonly { label: string; tone: Tone }[]; draw: (box: Box) => Html }

/** Lines of text below each other, and where they end; what does not fit is cut. */
function lines(text: string, top: number, { size, letters, lines: most }: Type, more: Html) {
  const all = wrapped(text, letters)
  const shown = all.slice(0, most).map(line => line.trim())
  if (all.length > most) shown[most - 1] = clip(`${shown[most - 1]} …`, letters)
  const step = Math.round(size * 1.2)
  return {
    markup: html`${shown.map((line, index) => html`<text x="${MARGIN}" y="${top + (index + 1) * step}" font-size="${size}"${more}>${line}</text>`)}`,
    end: top + shown.length * step
  }
}

function legend(entries: Drawing['legend'], top: number): { markup: Html; end: number } {
  let x = MARGIN
  let y = top + LEGEND.line
  const markup = entries.map(({ label, tone }) => {
    const width = 36 + label.length * LEGEND.letter + 20
    if (x > MARGIN && x + width > CARD.width - MARGIN) {
      x = MARGIN
      y += LEGEND.line
    }
    const entry = html`<rect x="${x}" y="${y - 19}" width="22" height="22" fill="${paint(tone)}"/><text x="${x + 30}" y="${y}" font-size="${LEGEND.size}">${label}</text>`
    x += width
    return entry
  })
  return { markup: html`${markup}`, end: entries.length > 0 ? y + 10 : top }
}

type About = { title: string; description: string; site: string; release: string }

export function card({ title, description, site, release }: About, drawing: Drawing | undefined): Picture {
  const head = lines(drawing?.title ?? title, 40, drawing ? TITLE : ALONE, html` font-weight="bold"`)
  const words = drawing ? undefined : lines(description, head.end + 24, TEXT, html` fill="#4a5563"`)
  const key = drawing && legend(drawing.legend, head.end + 10)
  const top = (key?.end ?? head.end) + 14
  const floor = CARD.height - FOOT
  const drawn = drawing?.draw({ x: MARGIN, y: top, width: CARD.width - 2 * MARGIN, height: floor - 14 - top })
  const svg =
    html`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="sans-serif" fill="#14202e">${definitions}<rect width="${CARD.width}" height="${CARD.height}" fill="#fff"/>${head.markup}${words?.markup}${key?.markup}${drawn}<rect y="${floor}" width="${CARD.width}" height="${FOOT}" fill="#0a4f5c"/><g fill="#fff" font-size="26"><text x="${MARGIN}" y="${floor + 41}" font-weight="bold">${site}</text><text x="${CARD.width - MARGIN}" y="${floor + 41}" text-anchor="end">${release}</text></g></svg>
`.text
  return { title, svg, width: CARD.width }
}

const ROW = 46
const NAMES = 330
const VALUES = 190

const PANELS = { inRow: 3, most: 3, letter: 22 } as const

/** As much of a chart as there is room for. */
export const chartOn = (speech: Speech, chart: Chart): Drawing =>
  chart.isOverTime ? linesOn(speech, chart) : barsOn(speech, chart)

const linesOn = (speech: Speech, chart: Chart): Drawing => ({
  title: chart.title,
  legend: inLines.legendOf(speech, chart),
  draw: box => {
    const inRow = Math.max(1, Math.min(PANELS.inRow, chart.bars.length))
    return panelsIn(speech, chart, box, { inRow, letter: PANELS.letter }, PANELS.most)
  }
})

const barsOn = (speech: Speech, chart: Chart): Drawing => ({
  title: chart.title,
  legend: legendOf(speech, chart),
  draw({ x, y, width, height }) {
    const axis = axisOf(speech, chart)
    const full = width - NAMES - VALUES
    const size = Math.min(ROW, height / Math.min(chart.bars.length || 1, Math.floor(height / 34)))
    const round = (value: number) => Math.round(value * 10) / 10
    const parts = (bar: Bar, top: number) => {
      let at = x + NAMES
      const alone = chart.series.length === 0 || chart.overlapping
      return (alone ? [{ ...bar, tone: toneOf(chart, bar) }] : bar.parts).map(part => {
        const wide = (full * lengthOf(chart, part)) / axis.end
        const rect = html`<rect x="${round(at)}" y="${round(top)}" width="${round(wide)}" height="${round(size * 0.72)}" fill="${paint(part.tone)}" stroke="#fff"/>`
        at += wide
        return rect
      })
    }
    return html`${chart.bars.slice(0, Math.max(1, Math.floor(height / size))).map((bar, index) => {
      const top = y + index * size
      const base = round(top + size * 0.56)
      return html`<text x="${x + NAMES - 14}" y="${base}" font-size="24" text-anchor="end">${clip(bar.label, 28)}</text>${parts(bar, top)}<text x="${x + width - VALUES + 14}" y="${base}" font-size="24">${endOf(speech, chart, bar).join('  ')}</text>`
    })}`
  }
})
