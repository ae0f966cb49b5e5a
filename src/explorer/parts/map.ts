/** The world coloured by one number per country. */

import { type Html, html } from '../../html/html.ts'
import { FEW, titled } from '../../i18n/speech.ts'
import { RAMP, type Tone } from '../charts/colours.ts'
import { fillOf, swatch } from '../charts/patterns.ts'
import { paint as fillIn, framed, type Picture, WIDTH } from '../charts/picture.ts'
import { TOO_FEW } from '../charts/rates.ts'
import { MAP, worldOf } from '../charts/world.ts'
import { grid } from '../grid.ts'
import { type PageContext, pathOf } from '../page-context.ts'
import type { Drawing } from '../pictures/card.ts'
import { COMMITMENTS } from '../views.ts'
import { sourceLines, take } from './downloads.ts'
import { hidden } from './layout.ts'
import { type MapMeasure, MEASURES, mapParameters, measureOf } from './map-measures.ts'

type Value = { code: string; name: string; value: number; detail: string; few: boolean }

async function valuesOf(visit: PageContext, { question, counts, unit }: MapMeasure): Promise<Value[]> {
  const found = new Map<string, { name: string; count: number; all: number }>()
  for (const row of await visit.aggregate('commitments', question)) {
    if (row.country === null) continue
    const code = String(row.country)
    const known = found.get(code) ?? { name: String(row.country_label ?? code), count: 0, all: 0 }
    if (counts(row)) known.count += Number(row.count)
    known.all = unit === 'share' ? Number(row.denominator) : 0
    found.set(code, known)
  }
  return [...found].map(([code, { name, count, all }]) => ({
    code,
    name,
    value: unit === 'share' ? count / all : count,
    few: unit === 'share' && all < TOO_FEW,
    detail: unit === 'share' ? detailOf(visit, count, all) : visit.number(count)
  }))
}

const detailOf = (visit: PageContext, count: number, all: number): string =>
  all < FEW
    ? visit.share(count, all)
    : visit.say(['{share} ({count} of {all})', '{share} ({count} sur {all})'], {
        share: visit.share(count, all),
        count,
        all
      })

type Step = { low: number; label: string; tone: Tone }

/** Steps that readers can say: fifths of a share, round numbers of a count. */
function stepsOf(visit: PageContext, unit: MapMeasure['unit'], values: readonly Value[]): Step[] {
  const tones = RAMP.slice(0, 5) as readonly Tone[]
  const most = Math.max(1, ...values.map(({ value }) => value))
  const round = (value: number) => {
    const size = 10 ** Math.floor(Math.log10(value))
    return Math.max(1, Math.ceil(value / size) * size)
  }
  const width = unit === 'share' ? 0.2 : round(most / 5)
  const text = (value: number) => (unit === 'share' ? visit.percent(value) : visit.number(value))
  return tones.map((tone, index) => {
    const low = index * width
    const high = (index + 1) * width
    const label = unit === 'share' ? `${text(low)}–${text(high)}` : `${text(index === 0 ? 0 : low)}–${text(high - 1)}`
    return { low, label: index === 4 && unit === 'count' ? `≥ ${text(low)}` : label, tone }
  })
}

const FEW_TONE: Tone = 'a1'

const toneOf = (steps: readonly Step[], { value, few }: Value): Tone =>
  few ? FEW_TONE : (steps.findLast(({ low }) => value >= low - 1e-9) ?? (steps[0] as Step)).tone

/** The steps, and what is coloured by none of them. */
const legendOf = (visit: PageContext, { steps, values }: Map_): { label: string; tone: Tone }[] => [
  ...steps,
  ...(values.some(({ few }) => few)
    ? [{ label: visit.say(['fewer than {few} rated', 'moins de {few} évalués'], { few: TOO_FEW }), tone: FEW_TONE }]
    : []),
  { label: visit.say(['none rated, or none here', 'sans évaluation, ou sans engagement ici']), tone: UNRATED },
  { label: elsewhere(visit), tone: LAND }
]

type Map_ = {
  measure: MapMeasure
  values: Value[]
  steps: Step[]
  named: ReadonlyMap<string, string>
  names: ReadonlyMap<string, string>
  /** Commitments here, by country. */
  promised: ReadonlyMap<string, number>
  members: ReadonlySet<string>
}

const UNRATED: Tone = 'm1'
const LAND: Tone = 'land'
/** What is no country of this map: neither a member nor the author of a commitment. */
const elsewhere = ({ say }: PageContext): string =>
  say(['not a member in December 2016', 'non membre en décembre 2016'])

/** Why a country has no value, where it belongs to the map all the same. */
function unratedText({ say }: PageContext, { promised, members }: Map_, code: string): string | undefined {
  const n = promised.get(code) ?? 0
  if (n > 0)
    return say(
      ['{n} {n|commitment|commitments} here, none rated', '{n} {n|engagement|engagements} ici, sans évaluation'],
      { n }
    )
  return members.has(code) ? say(['a member, no commitment here', 'membre, aucun engagement ici']) : undefined
}

async function mapOf(visit: PageContext): Promise<Map_> {
  const measure = MEASURES[measureOf(visit)] as MapMeasure
  const [values, { facets = {} }, { data: members }, { data: countries }] = await Promise.all([
    valuesOf(visit, measure),
    visit.list(COMMITMENTS.dataset, [
      ['fields', 'id'],
      ['limit', '1'],
      ['facet', 'country']
    ]),
    visit.list('members', [
      ['kind', 'country'],
      ['status', 'active,inactive'],
      ['fields', 'id,country'],
      ['limit', '1000']
    ]),
    visit.list('countries', [
      ['fields', 'id,name_en,name_fr'],
      ['limit', '1000']
    ])
  ])
  const named = new Map(countries.map(row => [String(row.name_en), String(row.id)]))
  const names = new Map(countries.map(row => [String(row.id), String(row[`name_${visit.lang}`])]))
  const promised = new Map((facets.country ?? []).map(({ value, count }) => [String(value), count]))
  return {
    measure,
    values,
    steps: stepsOf(visit, measure.unit, values),
    named,
    names,
    promised,
    members: new Set(members.map(({ country }) => String(country)))
  }
}

function shapes(visit: PageContext, map: Map_, paint: (tone: Tone | undefined) => Html, linked: boolean): Html {
  const { values, steps, named, names } = map
  const world = worldOf(named)
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
  return html`${world.places.map(({ code, name, outline }) => shape(code, name, (fill, title) => html`<path d="${outline}" ${fill}>${title}</path>`))}${world.points
    .filter(({ code }) => said(code).tone)
    .map(({ code, x, y }) =>
      shape(code, code, (fill, title) => html`<circle cx="${x}" cy="${y}" r="5" ${fill}>${title}</circle>`)
    )}`
}

const onPage = (tone: Tone | undefined) => fillOf(tone ?? LAND)

/** The map with its choice of measure, legend and numbers. */
export async function worldMap(visit: PageContext, links: Record<string, string | null>): Promise<Html> {
  const { say, asked, lang, path } = visit
  const map = await mapOf(visit)
  const { measure, values } = map
  const chosen = measureOf(visit)
  const kept = [...asked].filter(([name]) => name !== 'map')
  const title = say(measure.title)
  const parameters = mapParameters(visit)
  return html`<figure class="chart map">${visit.embed ? html`<h1>${title}</h1>` : html`<h2>${title}</h2>`}<p class="note">${say(measure.note)}</p>
${
  !visit.embed &&
  html`<form method="get" action="${pathOf(lang, path)}" class="choice">${hidden(kept)}<label>${say(['Colour by', 'Colorer selon'])} <select name="map">${Object.entries(
    MEASURES
  ).map(
    ([name, { label }]) => html`<option value="${name}"${name === chosen && html` selected`}>${say(label)}</option>`
  )}</select></label> <button type="submit">${say(['Show', 'Afficher'])}</button></form>`
}
<ul class="legend">${legendOf(visit, map).map(({ label, tone }) => html`<li>${swatch(tone)} ${label}</li>`)}</ul>
<svg class="world" viewBox="0 0 ${MAP.width} ${MAP.height}" aria-hidden="true" focusable="false">${shapes(visit, map, onPage, true)}</svg>
<p class="note">${say(['Countries too small for the map are dots.', 'Les pays trop petits pour la carte sont des points.'])}</p>
<details><summary>${say(['The numbers', 'Les chiffres'])}</summary>${grid(visit, {
    name: title,
    kind: 'numbers',
    head: [say(['Country', 'Pays']), say(['Value', 'Valeur'])],
    rows: values
      .toSorted((a, b) => Number(a.few) - Number(b.few) || b.value - a.value || visit.compare(a.name, b.name))
      .map(({ code, name, detail }) => [html`<a href="${visit.to(`countries/${code}`)}">${name}</a>`, detail])
  })}</details>
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

/** The map on the card of its page. */
export async function mapOnCard(visit: PageContext): Promise<Drawing> {
  const map = await mapOf(visit)
  return {
    title: visit.say(map.measure.title),
    legend: legendOf(visit, map),
    draw({ x, y, width, height }) {
      const scale = Math.min(width / MAP.width, height / MAP.height)
      const left = Math.round(x + (width - scale * MAP.width) / 2)
      return html`<g transform="translate(${left} ${y}) scale(${scale.toFixed(3)})">${shapes(visit, map, onPicture, false)}</g>`
    }
  }
}

/** The map as a picture. */
export async function mapDrawing(visit: PageContext): Promise<Picture> {
  const map = await mapOf(visit)
  const { say } = visit
  const title = say(map.measure.title)
  const [source, ...more] = sourceLines(visit, '', mapParameters(visit))
  const svg = framed({
    title,
    note: say(map.measure.note),
    extent: visit.extent,
    source: [`${source} ${say(['Borders: Natural Earth.', 'Frontières : Natural Earth.'])}`, ...more],
    legend: legendOf(visit, map),
    height: (MAP.height * (WIDTH - 48)) / MAP.width,
    body: top =>
      html`<g transform="translate(24 ${Math.round(top)}) scale(${(WIDTH - 48) / MAP.width})">${shapes(visit, map, onPicture, false)}</g>`
  })
  return { title, svg }
}
