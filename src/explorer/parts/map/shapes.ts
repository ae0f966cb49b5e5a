/** The countries as shapes of one drawing. */

import { type Html, html } from '../../../html/html.ts'
import { titled } from '../../../i18n/speech.ts'
import type { Tone } from '../../charts/colours.ts'
import type { PageContext } from '../../page-context.ts'
import { elsewhere, type Map_, toneOf, UNRATED, unratedText } from './values.ts'
import { MAP, worldOf } from './world.ts'
import { isSeen, type Window } from './zoom.ts'

/** The countries, or those in a window alone. */
export function shapes(
  visit: PageContext,
  map: Map_,
  paint: (tone: Tone | undefined) => Html,
  linked: boolean,
  window?: Window
): Html {
  const { values, steps, named, names } = map
  const world = worldOf(named)
  const radius = window ? Math.max(1, Math.round((50 * window.width) / MAP.width) / 10) : 5
  const places = window ? world.places.filter(({ bounds }) => isSeen(window, bounds)) : world.places
  const points = window
    ? world.points.filter(({ x, y }) =>
        isSeen(window, [
          [x, y],
          [x, y]
        ])
      )
    : world.points
  const known = new Map(values.map(value => [value.code, value]))
  const said = (code: string | undefined): { tone: Tone | undefined; text: string } => {
    const value = code ? known.get(code) : undefined
    if (value) return { tone: toneOf(steps, value), text: value.detail }
    const text = code && unratedText(visit, map, code)
    return text ? { tone: UNRATED, text } : { tone: undefined, text: elsewhere(visit) }
  }
  const shape = (code: string | undefined, name: string, drawn: (fill: Html, title: Html) => Html) => {
    const { tone, text } = said(code)
    const title = html`<title>${titled(visit, (code && names.get(code)) || name, text)}</title>`
    const inner = drawn(paint(tone), title)
    return tone && linked ? html`<a href="${visit.to(`countries/${code}`)}" tabindex="-1">${inner}</a>` : inner
  }
  return html`${places.map(({ code, name, outline }) => shape(code, name, (fill, title) => html`<path d="${outline}" ${fill}>${title}</path>`))}${points
    .filter(({ code }) => said(code).tone)
    .map(({ code, x, y }) =>
      shape(code, code, (fill, title) => html`<circle cx="${x}" cy="${y}" r="${radius}" ${fill}>${title}</circle>`)
    )}`
}
