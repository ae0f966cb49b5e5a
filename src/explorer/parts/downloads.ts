/** What a reader can take away from a view: rows, numbers, pictures, frames, words to cite it. */

import { createHash } from 'node:crypto'
import { type Html, html } from '../../html/html.ts'
import { type Parameter, writeParameters } from '../../http/query-string.ts'
import type { Words } from '../../i18n/words.ts'
import { type PageContext, pathOf, without } from '../page-context.ts'
import { embedding } from './embed.ts'

const FORMATS: Record<string, Words> = {
  csv: ['CSV', 'CSV'],
  xlsx: ['Excel (XLSX)', 'Excel (XLSX)'],
  ods: ['OpenDocument (ODS)', 'OpenDocument (ODS)'],
  ndjson: ['NDJSON', 'NDJSON'],
  zip: ['Bundle (ZIP)', 'Paquet (ZIP)']
}

export type Downloads = {
  title: string
  /** What is listed, and the question for it, as a path of the API without suffix. */
  data: readonly {
    label: string
    path: string
    parameters: readonly Parameter[]
    /** The columns on the page, where it shows some of them. */
    shown?: readonly string[]
    /** Whether its files have no words beside codes to ask for. */
    isWordless?: boolean
  }[]
  /** The address of the view, and of its picture without suffix. */
  view: { path: string; parameters: readonly Parameter[] }
  picture?: { path: string; parameters: readonly Parameter[] }
  /** `links` of an answer of the API: the formats it offers. */
  links: Record<string, string | null>
}

/** Tells the parts of a page apart, alike each time it is made, in whatever order its answers come. */
const keyOf = (...parts: string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8)

export function take(visit: PageContext, { title, data, view, picture, links }: Downloads): Html {
  const { say, api, to, release, date } = visit
  const formats = Object.keys(FORMATS).filter(name => name in links)
  const permalink = permalinkOf(visit, view.path, view.parameters)
  const citation = say(
    [
      'Open Government Partnership and its Independent Reporting Mechanism; compiled by OGP Open Data. {title}. Release {id} ({day}). {permalink}',
      'Partenariat pour un gouvernement ouvert et son Mécanisme d’évaluation indépendant ; compilation OGP Open Data. {title}. Version {id} ({day}). {permalink}'
    ],
    { title, id: release.id, day: date(release.date), permalink }
  )
  const key = keyOf(title, permalink, ...data.map(({ path, parameters }) => `${path}${writeParameters(parameters)}`))
  const area = (name: string, label: Words, text: string) =>
    html`<p><label for="${name}-${key}">${say(label)}</label><textarea id="${name}-${key}" readonly rows="3" spellcheck="false">${text}</textarea><button type="button" data-copy="${name}-${key}" hidden>${say(['Copy', 'Copier'])}</button></p>`
  const file = (label: string, path: string, parameters: readonly Parameter[], download = true) =>
    html`<a href="${api(path, parameters)}"${download && html` download`}>${label}</a> `
  const files = (path: string, parameters: readonly Parameter[], words = inWords(visit)) =>
    formats.map(name => file(say(FORMATS[name] as Words), `${path}.${name}`, [...parameters, ...words]))
  const listed = ({ label, path, parameters, shown, isWordless }: Downloads['data'][number]) => {
    const some =
      shown &&
      html`${say(['columns shown', 'colonnes affichées'])} ${files(path, [...parameters, ['fields', shown.join(',')]])}· ${say(['all columns', 'toutes les colonnes'])} `
    const grouped = groupFormats(path, parameters).map(({ name, label, more }) =>
      file(label, `${path}.${name}`, [...parameters, ...more, ['lang', visit.lang]])
    )
    return html`<p class="links"><b>${label}</b> ${some}${files(path, parameters, isWordless ? [['lang', visit.lang]] : undefined)}${grouped}${file('JSON (API)', path, parameters, false)}</p>`
  }
  // A frame of another site has no room for it: its links lead here.
  if (visit.embed) return html``
  const heading = (words: Words) => html`<p class="kind">${say(words)}</p>`
  return html`<details class="take"><summary>${say(picture ? ['Download, share, embed, cite', 'Télécharger, partager, intégrer, citer'] : ['Download, share, cite', 'Télécharger, partager, citer'])}</summary><div>
${heading(['Download', 'Télécharger'])}
${data.map(listed)}
${links.follow && html`<p class="links"><b>${say(['Follow', 'Suivre'])}</b> <a href="${localOf(links.follow)}" type="application/atom+xml">${say(['What changes, in a feed reader (Atom)', 'Ce qui change, dans un lecteur de flux (Atom)'])}</a></p>`}
${
  picture &&
  html`<p class="links"><b>${say(['Picture', 'Image'])}</b> <a href="${to(`${picture.path}.svg`, picture.parameters)}" download>SVG</a> <a href="${to(`${picture.path}.png`, picture.parameters)}" download>PNG</a> <a href="${to(`${picture.path}.png`, [...picture.parameters, ['width', '2400']])}" download>${say(['PNG, large', 'PNG, grand'])}</a></p>`
}
${heading(['Share', 'Partager'])}
${area('link', ['Permanent link', 'Lien permanent'], permalink)}
${picture && html`${heading(['Embed', 'Intégrer'])}${embedding(visit, { title, path: view.path, parameters: view.parameters, key })}`}
${heading(['Cite', 'Citer'])}
${citations(visit, data[0])}
${area('cite', ['Citation', 'Citation'], citation)}
</div></details>`
}

/** What numbers in groups come in as well: a cube, and an outline for each country where they are grouped by country. */
function groupFormats(
  path: string,
  parameters: readonly Parameter[]
): { name: string; label: string; more: readonly Parameter[] }[] {
  if (!path.endsWith('/aggregate')) return []
  const [first, ...others] = parameters.find(([name]) => name === 'group')?.[1].split(',') ?? []
  const shape: Parameter[] = others.length > 0 ? [['shape', 'wide']] : []
  return [
    { name: 'json-stat', label: 'JSON-stat', more: [] },
    ...(first === 'country' && others.length < 2 ? [{ name: 'geojson', label: 'GeoJSON', more: shape }] : [])
  ]
}

/** A file for people has words beside codes, in the language of the page that it is taken from. */
const inWords = ({ lang }: PageContext): Parameter[] => [
  ['labels', 'true'],
  ['lang', lang]
]

/** An address of the API on this host. */
const localOf = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '')

/** Every style of citation, and the same question in other programs: the page that the API has for its queries. */
const citations = ({ say, api, lang }: PageContext, first: Downloads['data'][number] | undefined): Html | false => {
  if (!first) return false
  const question = writeParameters([
    ['url', api(first.path, first.parameters)],
    ['lang', lang]
  ])
  return html`<p class="links"><a href="/docs/query${question}">${say([
    'Cite it in any style (APA, BibTeX, RIS, CSL), or load it into R, Python, Excel',
    'Citer dans tout style (APA, BibTeX, RIS, CSL), ou charger dans R, Python, Excel'
  ])}</a></p>`
}

/** The address of a view that shows the same for ever. */
export const permalinkOf = ({ origin, lang, release }: PageContext, path: string, parameters: readonly Parameter[]) =>
  `${origin}${pathOf(lang, path, [...without(parameters, 'release', 'cursor'), ['release', release.id]])}`

/** Who made a picture, of which release, and where it stands: a line each. */
export const sourceLines = (visit: PageContext, path: string, parameters: readonly Parameter[]): string[] => {
  const { say, release, date } = visit
  return [
    say(
      [
        'Source: OGP and its IRM; compiled by OGP Open Data, release {id} ({day}). CC BY 4.0.',
        'Source : PGO et son MEI ; compilation OGP Open Data, version {id} ({day}). CC BY 4.0.'
      ],
      { id: release.id, day: date(release.date) }
    ),
    permalinkOf(visit, path, parameters)
  ]
}
