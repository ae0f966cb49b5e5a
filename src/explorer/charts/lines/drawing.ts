/** Lines as a picture of its own, and on a card: small charts beside and below each other. */

import { type Html, html } from '../../../html/html.ts'
import type { Speech } from '../../../i18n/speech.ts'
import { clip } from '../../text.ts'
import { type Axis, axisOf } from '../axis.ts'
import { COLOURS } from '../colours.ts'
import type { Bar, Chart } from '../model.ts'
import { framed, MARGIN, paint, WIDTH } from '../picture.ts'
import { endOf, partTitle } from '../values.ts'
import { across, placed, segments } from './geometry.ts'
import { asideOf, FEW_TONE, hasRoom, legendOf, shortValue, ticksOf } from './words.ts'

type Box = { x: number; y: number; width: number; height: number }
/** Small charts in a row, and how large letters are. */
type Style = { inRow: number; letter: number }

const SOFT = '#4a5563'
const round = (value: number) => Math.round(value * 10) / 10
/** How much wider than high letters are, on average. */
const LETTER = 0.56

function panel(speech: Speech, chart: Chart, axis: Axis, bar: Bar, box: Box, letter: number): Html {
  const isShare = chart.measure !== 'count'
  const line = Math.round(letter * 1.35)
  const rows = !hasRoom(chart) ? 1 : isShare ? 3 : 2
  const gutter = Math.round(letter * 2.9)
  const plot = { x: box.x + gutter, y: box.y + 2 * line, width: box.width - gutter, height: 0 }
  plot.height = box.height - 2 * line - rows * line - 10
  const floor = plot.y + plot.height
  const x = (of: number) => round(plot.x + of * plot.width)
  const y = (of: number) => round(plot.y + of * plot.height)
  const text = (at: number, base: number, words: string, side: string, more: Html | false = false) =>
    html`<text x="${at}" y="${base}" font-size="${round(letter * 0.88)}" text-anchor="${side}"${more}>${words}</text>`
  const soft = html` fill="${SOFT}"`
  const [value, of = ''] = endOf(speech, chart, bar)
  const room = Math.max(6, Math.floor(box.width / (letter * LETTER)) - `${value} ${of}`.length - 2)
  const head = html`<text x="${box.x}" y="${box.y + line}" font-size="${letter}"><tspan font-weight="bold">${clip(bar.label, room)}</tspan><tspan dx="${letter * 0.6}">${value}</tspan><tspan dx="${letter * 0.5}"${soft}>${of}</tspan></text>`
  const scale = Array.from({ length: axis.steps + 1 }, (_, step) => {
    const at = y(1 - step / axis.steps)
    const isNamed = axis.steps < 3 || step % 2 === 0 || step === axis.steps
    return html`<line x1="${plot.x}" x2="${round(plot.x + plot.width)}" y1="${at}" y2="${at}" stroke="#d5dbe2"/>${isNamed && text(round(plot.x - 5), round(at + letter * 0.3), axis.label(step), 'end', soft)}`
  })
  const points = placed(chart, axis, bar)
  const lines = segments(points).map(
    ([from, to]) =>
      html`<line x1="${x(from.x)}" y1="${y(from.y)}" x2="${x(to.x)}" y2="${y(to.y)}" stroke="${COLOURS.r4[0]}" stroke-width="2"/>`
  )
  const marks = points.map(({ part, x: at, y: high }) => {
    const fill = part.isPartial && part.tone !== FEW_TONE ? '#fff' : paint(part.tone)
    const edge = part.isPartial ? COLOURS.r4[0] : '#fff'
    return html`<circle cx="${x(at)}" cy="${y(high)}" r="${round(letter * 0.36)}" fill="${fill}" stroke="${edge}" stroke-width="${part.isPartial ? 2 : 1}"><title>${partTitle(speech, bar, part)}${asideOf(speech, part)}</title></circle>`
  })
  const ticks = ticksOf(chart).map(({ label, at }) => text(x(across(chart, at)), floor + line, label, 'middle', soft))
  const told = hasRoom(chart)
    ? chart.series.map(({ value: step }, index) => {
        const part = bar.parts.find(other => other.value === step)
        const at = x(across(chart, index))
        return html`${text(at, floor + 2 * line, part ? shortValue(speech, part) : '–', 'middle')}${isShare && part && text(at, floor + 3 * line, speech.number(part.of ?? 0), 'middle', soft)}`
      })
    : []
  const n = rows === 3 && text(round(plot.x - 5), floor + 3 * line, 'n', 'end', soft)
  return html`${head}${scale}${lines}${marks}${ticks}${told}${n}`
}

/** So many of the small charts as a box has room for. */
export function panelsIn(speech: Speech, chart: Chart, box: Box, { inRow, letter }: Style, most: number): Html {
  const axis = axisOf(speech, chart)
  const shown = chart.bars.slice(0, most)
  const rows = Math.ceil(shown.length / inRow)
  const gap = letter * 2
  const width = (box.width - gap * (inRow - 1)) / inRow
  const height = box.height / Math.max(1, rows)
  return html`${shown.map((bar, index) =>
    panel(
      speech,
      chart,
      axis,
      bar,
      {
        x: Math.round(box.x + (index % inRow) * (width + gap)),
        y: Math.round(box.y + Math.floor(index / inRow) * height),
        width,
        height: height - gap / 2
      },
      letter
    )
  )}`
}

const HEIGHT = 190
const ALONE = 300

export function linesDrawing(
  speech: Speech & { extent: Iterable<string> },
  chart: Chart,
  source: readonly string[],
  most: number
): string {
  const shown = Math.min(chart.bars.length, most)
  const inRow = Math.max(1, Math.min(shown, hasRoom(chart) ? 3 : 4))
  const height = shown === 1 ? ALONE : Math.ceil(shown / inRow) * HEIGHT
  const box = { x: MARGIN, width: WIDTH - 2 * MARGIN, height }
  return framed({
    title: chart.title,
    note: chart.note,
    extent: speech.extent,
    source,
    legend: legendOf(speech, chart),
    height,
    body: top => panelsIn(speech, chart, { ...box, y: top }, { inRow, letter: 13 }, most)
  })
}
