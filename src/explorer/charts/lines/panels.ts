/** Lines on a page: a small chart for each, all on the same scale; a table below holds every number. */

import { type Html, html } from '../../../html/html.ts'
import type { Speech } from '../../../i18n/speech.ts'
import { clip, foreign } from '../../text.ts'
import { type Axis, axisOf } from '../axis.ts'
import type { Bar, Chart } from '../model.ts'
import { fillOf, swatch } from '../patterns.ts'
import { endOf, partTitle } from '../values.ts'
import { across, placed, segments } from './geometry.ts'
import { asideOf, FEW_TONE, gapText, hasRoom, legendOf, shortValue, ticksOf } from './words.ts'

const HEIGHT = 104
/** Baselines below a plot: its steps, numbers, and what shares are of. */
const BASES = { tick: 12, value: 26, of: 39 } as const
const RADIUS = 4.5

const part = (of: number) => `${Math.round(10_000 * of) / 100}%`

function plot(speech: Speech, chart: Chart, axis: Axis, bar: Bar): Html {
  const points = placed(chart, axis, bar)
  const width = part(1 / chart.series.length)
  // A point is small; what is pointed at is the whole height of its step.
  const steps = chart.series.map(({ value, label, tone }, step) => {
    const point = bar.parts.find(other => other.value === value)
    const title = point
      ? `${partTitle(speech, bar, point)}${asideOf(speech, point)}`
      : partTitle(speech, bar, { value, label, tone, count: 0, share: null, href: '' }, gapText(speech, chart))
    const rect = html`<rect x="${part(step / chart.series.length)}" width="${width}" height="${HEIGHT}"><title>${title}</title></rect>`
    return point ? html`<a href="${point.href}" tabindex="-1">${rect}</a>` : rect
  })
  const lines = segments(points).map(
    ([from, to]) => html`<line x1="${part(from.x)}" y1="${part(from.y)}" x2="${part(to.x)}" y2="${part(to.y)}"/>`
  )
  const marks = points.map(
    ({ part: { tone, isPartial }, x, y }) =>
      html`<circle cx="${part(x)}" cy="${part(y)}" r="${RADIUS}" ${isPartial && html`data-part `}${isPartial && tone !== FEW_TONE ? html`class="ring"` : fillOf(tone)}/>`
  )
  return html`<svg class="plot g${axis.steps}" width="100%" height="${HEIGHT}" aria-hidden="true" focusable="false">${steps}${lines}${marks}</svg>`
}

/** The names of the steps, and the numbers of the points where there is room. */
function below(speech: Speech, chart: Chart, bar: Bar): Html {
  const ticks = ticksOf(chart).map(
    ({ label, at }) => html`<text x="${part(across(chart, at))}" y="${BASES.tick}">${label}</text>`
  )
  const isShare = chart.measure !== 'count'
  const values = hasRoom(chart)
    ? chart.series.map(({ value }, step) => {
        const point = bar.parts.find(other => other.value === value)
        const x = part(across(chart, step))
        return html`<text class="told" x="${x}" y="${BASES.value}">${point ? shortValue(speech, point) : '–'}</text>${isShare && point && html`<text x="${x}" y="${BASES.of}">${speech.number(point.of ?? 0)}</text>`}`
      })
    : []
  return html`<svg class="ticks" width="100%" height="${heightBelow(chart)}" aria-hidden="true" focusable="false">${ticks}${values}</svg>`
}

const heightBelow = (chart: Chart) =>
  6 + (!hasRoom(chart) ? BASES.tick : chart.measure === 'count' ? BASES.value : BASES.of)

function scale(chart: Chart, { steps, label }: Axis): Html {
  const texts = Array.from(
    { length: steps + 1 },
    (_, step) => html`<text y="${part(1 - step / steps)}" dy="4">${label(step)}</text>`
  )
  const n = hasRoom(chart) && chart.measure !== 'count' && html`<text y="${HEIGHT + BASES.of}">n</text>`
  return html`<svg class="gutter" height="${HEIGHT}" aria-hidden="true" focusable="false">${texts}${n}</svg>`
}

/** A small chart for each bar; its name leads to its rows. */
export function panels(speech: Speech, chart: Chart, most = chart.bars.length): Html {
  const axis = axisOf(speech, chart)
  const legend = legendOf(speech, chart)
  return html`${legend.length > 0 && html`<ul class="legend">${legend.map(({ label, tone }) => html`<li>${swatch(tone)} ${label}</li>`)}</ul>`}<ol class="panels">${chart.bars
    .slice(0, most)
    .map(bar => {
      const [value, of] = endOf(speech, chart, bar)
      return html`<li><a class="name" href="${bar.href}">${foreign(clip(bar.label, 60))}</a> <span class="value">${value}${of && html` <small>${of}</small>`}</span><div class="panel">${scale(chart, axis)}<div>${plot(speech, chart, axis, bar)}${below(speech, chart, bar)}</div></div></li>`
    })}</ol>`
}
