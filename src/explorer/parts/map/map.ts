/** The world coloured by one number per country. */

import { type Html, html } from '../../../html/html.ts'
import type { Tone } from '../../charts/colours.ts'
import { fillOf, swatch } from '../../charts/patterns.ts'
import { paint as fillIn, framed, type Picture, WIDTH } from '../../charts/picture.ts'
import { grid } from '../../grid.ts'
import { type PageContext, pathOf } from '../../page-context.ts'
import type { Drawing } from '../../pictures/card.ts'
import { COMMITMENTS } from '../../views.ts'
import { sourceLines, take } from '../downloads.ts'
import { hidden } from '../layout.ts'
import { MEASURES, mapParameters, mapTitle, measureOf } from './measures.ts'
import { shapes } from './shapes.ts'
import { LAND, legendOf, mapOf } from './values.ts'
import { worldOf } from './world.ts'
import { windowOf, ZOOMS, zoomOf } from './zoom.ts'

const onPage = (tone: Tone | undefined) => fillOf(tone ?? LAND)

/** The map with its choice of measure, legend and numbers. */
export async function worldMap(visit: PageContext, links: Record<string, string | null>): Promise<Html> {
  const { say, asked, lang, path } = visit
  const map = await mapOf(visit)
  const { measure, values } = map
  const chosen = measureOf(visit)
  const zoom = zoomOf(visit)
  const window = windowOf(worldOf(map.named), zoom)
  const kept = [...asked].filter(([name]) => name !== 'map' && name !== 'zoom')
  const title = mapTitle(visit)
  const parameters = mapParameters(visit)
  return html`<figure class="chart map">${visit.embed ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}<p class="note">${say(measure.note)}</p>
${
  !visit.embed &&
  html`<form method="get" action="${pathOf(lang, path)}" class="choice">${hidden(kept)}<label>${say(['Colour by', 'Colorer selon'])} <select name="map">${Object.entries(
    MEASURES
  ).map(
    ([name, { label }]) => html`<option value="${name}"${name === chosen && html` selected`}>${say(label)}</option>`
  )}</select></label> <label>${say(['Part of the world', 'Partie du monde'])} <select name="zoom"><option value="">${say(['all', 'tout'])}</option>${Object.entries(ZOOMS).map(([name, { label }]) => html`<option value="${name}"${name === zoom && html` selected`}>${say(label)}</option>`)}</select></label> <button type="submit">${say(['Show', 'Afficher'])}</button></form>`
}
<div class="mapped"${zoom && html` data-zoomed`}><div><svg class="world" viewBox="${window.x} ${window.y} ${window.width} ${window.height}" aria-hidden="true" focusable="false">${shapes(visit, map, onPage, true, zoom ? window : undefined)}</svg>
<ul class="legend">${legendOf(visit, map).map(({ label, tone }) => html`<li>${swatch(tone)} ${label}</li>`)}</ul>
<p class="note">${say(['Countries too small for the map are dots.', 'Les pays trop petits pour la carte sont des points.'])}</p></div>
<details${zoom && html` open`}><summary>${say(['The numbers', 'Les chiffres'])}</summary>${grid(visit, {
    name: title,
    kind: 'numbers',
    head: [say(['Country', 'Pays']), say(['Value', 'Valeur'])],
    rows: values
      .filter(({ code }) => zoom === undefined || map.regions.get(code) === zoom)
      .toSorted((a, b) => Number(a.few) - Number(b.few) || b.value - a.value || visit.compare(a.name, b.name))
      .map(({ code, name, detail }) => [html`<a href="${visit.to(`countries/${code}`)}">${name}</a>`, detail])
  })}</details></div>
${take(visit, {
  title,
  links,
  view: { path: '', parameters },
  picture: { path: 'map', parameters },
  data: [
    { label: say(['Numbers', 'Chiffres']), path: `${COMMITMENTS.dataset}/aggregate`, parameters: measure.question }
  ]
})}</figure>`
}

const onPicture = (tone: Tone | undefined) => html`fill="${fillIn(tone ?? LAND)}" stroke="#fff" stroke-width=".5"`

type Map_ = Awaited<ReturnType<typeof mapOf>>

/** What is seen of the map, as large as a box has room for, in its middle. */
function fitted(visit: PageContext, map: Map_, box: { x: number; y: number; width: number; height: number }): Html {
  const zoom = zoomOf(visit)
  const seen = windowOf(worldOf(map.named), zoom)
  const scale = Math.min(box.width / seen.width, box.height / seen.height)
  const [width, height] = [scale * seen.width, scale * seen.height].map(Math.round)
  const left = Math.round(box.x + (box.width - (width ?? 0)) / 2)
  return html`<svg x="${left}" y="${Math.round(box.y)}" width="${width}" height="${height}" viewBox="${seen.x} ${seen.y} ${seen.width} ${seen.height}">${shapes(visit, map, onPicture, false, zoom ? seen : undefined)}</svg>`
}

/** The map on the card of its page. */
export async function mapOnCard(visit: PageContext): Promise<Drawing> {
  const map = await mapOf(visit)
  return {
    title: mapTitle(visit),
    legend: legendOf(visit, map),
    draw({ x, y, width, height }) {
      return fitted(visit, map, { x, y, width, height })
    }
  }
}

/** The map as a picture. */
export async function mapDrawing(visit: PageContext): Promise<Picture> {
  const map = await mapOf(visit)
  const { say } = visit
  const title = mapTitle(visit)
  const seen = windowOf(worldOf(map.named), zoomOf(visit))
  const width = WIDTH - 48
  const height = Math.min(700, (seen.height * width) / seen.width)
  const [source, ...more] = sourceLines(visit, '', mapParameters(visit))
  const svg = framed({
    title,
    note: say(map.measure.note),
    extent: visit.extent,
    source: [`${source} ${say(['Borders: Natural Earth.', 'Frontières : Natural Earth.'])}`, ...more],
    legend: legendOf(visit, map),
    height,
    body: top => fitted(visit, map, { x: 24, y: top, width, height })
  })
  return { title, svg }
}
