/** Charts on a page: names and numbers are text that flows, only the bars are drawn, and a table holds every number. */

import { type Html, html } from '../../html/html.ts'
import { FEW, type Speech, titled } from '../../i18n/speech.ts'
import { grid } from '../grid.ts'
import { clip, foreign } from '../text.ts'
import type { Bar, Chart, Part } from './chart.ts'
import { isMissing, type Tone } from './colours.ts'

const HATCHED: Partial<Record<Tone, string>> = { m0: 'dots', m2: 'hatch' }
const digits = (value: number) => String(Math.round(value * 100) / 100)

/** Patterns that tell kinds of missing readings apart without colour. */
export const patterns = html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="m2"/><rect width="1.5" height="5" class="mark"/></pattern>
<pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" class="m0"/><circle cx="2" cy="2" r="1" class="mark"/></pattern>
</defs></svg>`

const fillOf = (tone: Tone): Html => (HATCHED[tone] ? html`fill="url(#${HATCHED[tone]})"` : html`class="${tone}"`)

export const swatch = (tone: Tone): Html =>
  html`<svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false"><rect width="14" height="14" ${fillOf(tone)}/></svg>`

/** What a part is as long as: its share of the whole, or its count. */
const measured = (chart: Chart, { count, share }: { count: number; share: number | null }) =>
  chart.measure === 'share' ? (share ?? 0) : count

/** The longest bar there is, which fills the whole width. */
export function longest(chart: Chart): number {
  const ends = chart.bars.map(bar =>
    chart.series.length === 0 || !chart.overlapping
      ? barLength(chart, bar)
      : Math.max(0, ...bar.parts.map(part => measured(chart, part)))
  )
  return Math.max(chart.measure === 'share' && chart.series.length > 0 ? 1 : 0, ...ends) || 1
}

const barLength = (chart: Chart, bar: Bar) =>
  chart.series.length === 0 ? measured(chart, bar) : bar.parts.reduce((sum, part) => sum + measured(chart, part), 0)

/** A count with its share; of few, how many of how many. */
export const valueText = (speech: Speech, { count, share }: { count: number; share: number | null }): string => {
  if (share === null) return speech.number(count)
  const of = share > 0 ? Math.round(count / share) : undefined
  return of !== undefined && of < FEW ? speech.share(count, of) : `${speech.number(count)} (${speech.percent(share)})`
}

const partTitle = (speech: Speech, bar: Bar, part: Part) =>
  titled(speech, `${clip(bar.label, 80)} – ${part.label}`, valueText(speech, part))

function drawn(speech: Speech, chart: Chart, bar: Bar, scale: number): Html {
  if (chart.series.length === 0) {
    return html`<svg class="bar" height="18" aria-hidden="true" focusable="false"><rect width="${digits((100 * measured(chart, bar)) / scale)}%" height="18" class="r4"/></svg>`
  }
  if (chart.overlapping) {
    const height = bar.parts.length * 10
    return html`<svg class="bar" height="${height}" aria-hidden="true" focusable="false">${bar.parts.map(
      (part, index) =>
        html`<a href="${part.href}" tabindex="-1"><rect y="${index * 10}" width="${digits((100 * measured(chart, part)) / scale)}%" height="8" ${fillOf(part.tone)}><title>${partTitle(speech, bar, part)}</title></rect></a>`
    )}</svg>`
  }
  let at = 0
  return html`<svg class="bar" height="18" aria-hidden="true" focusable="false">${bar.parts.map(part => {
    const width = (100 * measured(chart, part)) / scale
    const rect = html`<a href="${part.href}" tabindex="-1"><rect x="${digits(at)}%" width="${digits(width)}%" height="18" ${fillOf(part.tone)}><title>${partTitle(speech, bar, part)}</title></rect></a>`
    at += width
    return rect
  })}</svg>`
}

const legend = (chart: Chart): Html | false =>
  chart.series.length > 0 &&
  html`<ul class="legend">${chart.series.map(({ label, tone }) => html`<li>${swatch(tone)} ${label}</li>`)}</ul>`

/** Bars below each other; the name of each leads to its rows. */
export function bars(speech: Speech, chart: Chart, most = chart.bars.length): Html {
  const scale = longest(chart)
  const shown = chart.bars.slice(0, most)
  return html`${legend(chart)}<ol class="bars">${shown.map(
    bar =>
      html`<li><a class="name" href="${bar.href}">${foreign(clip(bar.label, 60))}</a>${drawn(speech, chart, bar, scale)}<span class="value">${chart.series.length > 0 ? speech.number(bar.count) : chart.measure === 'share' ? valueText(speech, bar) : speech.number(bar.count)}</span></li>`
  )}</ol>`
}

/** Bars beside each other, for years. */
export function columns(speech: Speech, chart: Chart): Html {
  const scale = longest(chart)
  return html`${legend(chart)}<ol class="columns">${chart.bars.map(bar => {
    let at = 100
    const parts = bar.parts.map(part => {
      const height = (100 * measured(chart, part)) / scale
      at -= height
      return html`<a href="${part.href}" tabindex="-1"><rect y="${digits(at)}%" width="100%" height="${digits(height)}%" ${fillOf(part.tone)}><title>${partTitle(speech, bar, part)}</title></rect></a>`
    })
    return html`<li><span class="value">${speech.number(bar.count)}</span><svg width="100%" height="100%" aria-hidden="true" focusable="false">${parts}</svg><a class="name" href="${bar.href}">${foreign(bar.label)}</a></li>`
  })}</ol>`
}

/** Every number of the chart, each leading to the rows it counts. */
export function numbers(speech: Speech, chart: Chart): Html {
  const { say, number } = speech
  const cell = (bar: Bar, value: string) => {
    const part = bar.parts.find(other => other.value === value)
    return part ? html`<a href="${part.href}">${valueText(speech, part)}</a>` : '0'
  }
  const all = (bar: Bar) => (chart.series.length > 0 ? number(bar.count) : valueText(speech, bar))
  return grid(speech, {
    name: chart.title,
    kind: 'numbers',
    head: [
      chart.rowsTitle,
      ...chart.series.map(({ label, value }) =>
        isMissing(value) ? html`<th scope="col" class="missing">${label}</th>` : label
      ),
      say(['All', 'Total'])
    ],
    rows: chart.bars.map(bar => [
      foreign(clip(bar.label, 120)),
      ...chart.series.map(({ value }) => cell(bar, value)),
      html`<a href="${bar.href}">${all(bar)}</a>`
    ])
  })
}
