/** Charts on a page: names and numbers are text that flows, only the bars are drawn, and a table holds every number. */

import { type Html, html } from '../../html/html.ts'
import type { Speech } from '../../i18n/speech.ts'
import { grid } from '../grid.ts'
import { clip, foreign } from '../text.ts'
import { type Axis, axisOf, lengthOf } from './axis.ts'
import { isMissing, type Tone } from './colours.ts'
import type { Bar, Chart } from './model.ts'
import { PARTIAL } from './note.ts'
import { fillOf, swatch } from './patterns.ts'
import { TOO_FEW } from './rates.ts'
import { barTitle, endOf, fullText, labelOn, partTitle, valueText } from './values.ts'

const digits = (value: number) => String(Math.round(value * 100) / 100)
/** Letters that a hundredth of a bar has room for on a narrow screen. */
const LETTERS = 0.33
const HEIGHT = 20

/** A bar of few is another fill: one more would make it another bar. */
export const toneOf = ({ measure }: Chart, { of = 0 }: Bar): Tone => (measure === 'rate' && of < TOO_FEW ? 'a1' : 'r4')

/** Fills and what they mean. */
export const legendOf = ({ say }: Speech, chart: Chart): { label: string; tone: Tone }[] =>
  chart.series.length > 0
    ? chart.series
    : chart.bars.some(bar => toneOf(chart, bar) === 'a1')
      ? [{ label: say(['fewer than {few} rated', 'moins de {few} évalués'], { few: TOO_FEW }), tone: 'a1' }]
      : []

const legend = (speech: Speech, chart: Chart): Html | false => {
  const entries = legendOf(speech, chart)
  return (
    entries.length > 0 &&
    html`<ul class="legend">${entries.map(({ label, tone }) => html`<li>${swatch(tone)} ${label}</li>`)}</ul>`
  )
}

const svg = (height: number, { steps }: Axis, content: Html | readonly Html[]) =>
  html`<svg class="bar g${steps}" height="${height}" aria-hidden="true" focusable="false">${content}</svg>`

function drawn(speech: Speech, chart: Chart, bar: Bar, axis: Axis): Html {
  const percentOf = (item: { count: number; share: number | null }) => (100 * lengthOf(chart, item)) / axis.end
  if (chart.series.length === 0) {
    const rect = html`<rect width="${digits(percentOf(bar))}%" height="${HEIGHT}" ${fillOf(toneOf(chart, bar))}><title>${barTitle(speech, bar)}</title></rect>`
    return svg(HEIGHT, axis, html`<a href="${bar.href}" tabindex="-1">${rect}</a>`)
  }
  if (chart.overlapping) {
    return svg(
      bar.parts.length * 10,
      axis,
      bar.parts.map(
        (part, index) =>
          html`<a href="${part.href}" tabindex="-1"><rect y="${index * 10}" width="${digits(percentOf(part))}%" height="8" ${fillOf(part.tone)}><title>${partTitle(speech, bar, part)}</title></rect></a>`
      )
    )
  }
  let at = 0
  return svg(
    HEIGHT,
    axis,
    bar.parts.map(part => {
      const width = percentOf(part)
      const label = labelOn(speech, chart, bar, part, width * LETTERS)
      const drawn = html`<a href="${part.href}" tabindex="-1"><rect x="${digits(at)}%" width="${digits(width)}%" height="${HEIGHT}" ${fillOf(part.tone)}><title>${partTitle(speech, bar, part)}</title></rect>${label && html`<text class="on-${part.tone}" x="${digits(at + width / 2)}%" y="14">${label}</text>`}</a>`
      at += width
      return drawn
    })
  )
}

/** The round numbers of the axis, above the bars. */
const scaleOf = (axis: Axis): Html => {
  const { steps, label } = axis
  const texts = Array.from({ length: steps + 1 }, (_, step) => {
    const side = step === 0 ? 'start' : step === steps ? 'end' : 'middle'
    return html`<text x="${digits((100 * step) / steps)}%" y="11" text-anchor="${side}">${label(step)}</text>`
  })
  return html`<div class="scale" aria-hidden="true"><svg height="14" width="100%" focusable="false">${texts}</svg></div>`
}

/** Bars below each other; the name of each leads to its rows. */
export function bars(speech: Speech, chart: Chart, most = chart.bars.length): Html {
  const axis = axisOf(speech, chart)
  const shown = chart.bars.slice(0, most)
  const end = (bar: Bar) => {
    const [value, of] = endOf(speech, chart, bar)
    return html`<span class="value">${value}${of && html` <small>${of}</small>`}</span>`
  }
  return html`${legend(speech, chart)}${scaleOf(axis)}<ol class="bars">${shown.map(
    bar =>
      html`<li><a class="name" href="${bar.href}">${foreign(clip(bar.label, 60))}</a>${drawn(speech, chart, bar, axis)}${end(bar)}</li>`
  )}</ol>`
}

/** Bars beside each other, for years. */
export function columns(speech: Speech, chart: Chart): Html {
  const axis = axisOf(speech, chart)
  const { steps, end, label } = axis
  const scale = Array.from(
    { length: steps + 1 },
    (_, step) =>
      html`<text y="${digits(100 - (100 * step) / steps)}%" dy="${step === steps ? 10 : -2}">${label(step)}</text>`
  )
  return html`${legend(speech, chart)}<div class="upright"><div class="heights" aria-hidden="true"><svg width="100%" height="100%" focusable="false">${scale}</svg></div><ol class="columns">${chart.bars.map(
    bar => {
      let at = 100
      const parts = bar.parts.map(part => {
        const height = (100 * lengthOf(chart, part)) / end
        at -= height
        return html`<a href="${part.href}" tabindex="-1"><rect y="${digits(at)}%" width="100%" height="${digits(height)}%" ${fillOf(part.tone)}><title>${partTitle(speech, bar, part)}</title></rect></a>`
      })
      return html`<li><span class="value">${speech.number(bar.count)}</span><svg class="g${steps}" width="100%" height="100%" aria-hidden="true" focusable="false">${parts}</svg><a class="name" href="${bar.href}">${foreign(bar.label)}</a></li>`
    }
  )}</ol></div>`
}

/** Every number of the chart, each leading to the rows it counts. */
export function numbers(speech: Speech, chart: Chart): Html {
  const { say, number } = speech
  const cell = (bar: Bar, value: string) => {
    const part = bar.parts.find(other => other.value === value)
    return part
      ? html`<a href="${part.href}">${valueText(speech, part)}${part.isPartial && PARTIAL}</a>`
      : chart.isOverTime
        ? '–'
        : '0'
  }
  const all = (bar: Bar) => {
    if (chart.measure === 'rate') return fullText(speech, bar)
    return chart.series.length > 0 ? number(bar.count) : valueText(speech, bar)
  }
  return grid(speech, {
    name: chart.title,
    kind: 'numbers',
    head: [
      chart.rowsTitle,
      ...chart.series.map(({ label, value }) =>
        isMissing(value) ? html`<th scope="col" class="missing">${label}</th>` : label
      ),
      chart.valueTitle ?? say(['All', 'Total'])
    ],
    rows: chart.bars.map(bar => [
      foreign(clip(bar.label, 120)),
      ...chart.series.map(({ value }) => cell(bar, value)),
      html`<a href="${bar.href}">${all(bar)}</a>`
    ])
  })
}
