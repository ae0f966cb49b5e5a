/** The page about a dataset: what it holds, what its columns mean, how to get and cite it. */

import type { Dataset } from '../engine/definition/dataset.ts'
import type { Field } from '../engine/definition/field.ts'
import type { Release } from '../engine/definition/release.ts'
import { KINDS } from '../engine/export/workbook-texts.ts'
import { CSV, describedAt, FORMATS } from '../engine/format/formats.ts'
import { addressOf, alternates, DOCS_PATH, queryPage } from '../engine/links.ts'
import type { Service } from '../engine/service.ts'
import { Html, html, joined, type Piece, withCode } from '../html/html.ts'
import { page } from '../html/page.ts'
import { SPEECH } from '../i18n/speech.ts'
import { type Lang, type Words, wordsIn } from '../i18n/words.ts'
import { DATASETS_PATH, landingOf } from './addresses.ts'
import { datasetMarkup } from './catalogues/schema-org.ts'
import type { Period } from './period.ts'
import type { Place } from './places.ts'
import { PAGE, READING_CSV } from './words.ts'

export type Landing = {
  dataset: Dataset
  release: Release
  rows: number
  years: Period | undefined
  /** The countries that its rows speak of. */
  places: readonly Place[]
  lang: Lang
}

const link = (href: string, text: string, rel?: string) =>
  html`<a href="${href}"${rel && html` rel="${rel}"`}>${text}</a>`

/** JSON inside a page: nothing in it may end the element. */
const inScript = (value: unknown) => new Html(JSON.stringify(value).replaceAll('<', '\\u003c'))

/** The page as HTML. */
export function landingPage(
  service: Service,
  origin: string,
  { dataset, release, rows, years, places, lang }: Landing
): string {
  const { name, title, row, description, fields, filters } = dataset
  const { prefix } = service
  const say = (words: Words) => wordsIn(words, lang)
  const at = (path: string) => `${prefix}/${path}`
  const colon = lang === 'fr' ? '\u00a0: ' : ': '
  const citable = addressOf(service, origin, `${name}.${CSV.name}`, [['release', release.id]])
  const downloads = (query: string) =>
    joined(
      FORMATS.map(format => link(`${at(name)}.${format.name}${query}`, format.name.toUpperCase())),
      ' · '
    )
  const head = [
    ...alternates(landingOf(origin, name)).map(
      ({ hreflang, href }) => html`<link rel="alternate" hreflang="${hreflang}" href="${href}">`
    ),
    html`<link rel="canonical" href="${`${landingOf(origin, name)}?lang=${lang}`}">`,
    html`<meta name="description" content="${say(description)}">`,
    html`<script type="application/ld+json">${inScript(datasetMarkup(service, origin, { dataset, release, years, places, lang }))}</script>`
  ]
  const facts: [Words, Piece][] = [
    [PAGE.row, say(row)],
    [PAGE.rows, SPEECH[lang].number(rows)],
    ...(years ? [[PAGE.years, `${years.first}–${years.last}`] as [Words, Piece]] : []),
    [PAGE.release, html`${link(at(`releases/${release.id}`), release.id)} (${release.date})`],
    [PAGE.licence, html`${link(service.license.url, service.license.name, 'license')}. ${service.attribution}.`],
    [PAGE.source, html`${say(PAGE.everyRow)} ${link(`${DATASETS_PATH}/sources?lang=${lang}`, say(PAGE.sources))}`]
  ]
  const programs = [
    link(`${at(name)}/schema?lang=${lang}`, say(PAGE.schema)),
    link(`${at(name)}${describedAt(CSV)}`, say(PAGE.csvw)),
    link(at(`coverage?dataset=${name}`), say(PAGE.coverage)),
    link(`${DOCS_PATH}/${name}?lang=${lang}`, say(PAGE.documentation))
  ]
  const columnRow = ([column, field]: [string, Field]) => {
    const list = field.codeList && html` (${link(at(`code-lists?field=${field.codeList}`), say(PAGE.codes))})`
    const missing = field.nullable && html`<br><span class="soft">${say(PAGE.optional)}</span>`
    return html`<tr><th scope="row"><code>${column}</code></th><td>${say(KINDS[field.kind])}${list}${missing}</td><td><strong>${say(field.label)}</strong><br>${withCode(say(field.meaning))}</td></tr>`
  }
  const filterRows = Object.entries(filters).map(
    ([parameter, { meaning }]) =>
      html`<tr><th scope="row"><code>${parameter}=</code></th><td>${withCode(say(meaning))}</td></tr>`
  )
  const filterTable = html`<h2>${say(PAGE.filters)}</h2>
<div class="wide"><table><thead><tr><th scope="col">${say(PAGE.filter)}</th><th scope="col">${say(PAGE.meaning)}</th></tr></thead><tbody>
${joined(filterRows, '\n')}
</tbody></table></div>`
  return page({
    lang,
    title: say(title),
    path: landingOf('', name),
    inLanguage: other => `?lang=${other}`,
    head: joined(head, '\n'),
    body: html`<h1>${say(title)}</h1>
<p class="lead">${withCode(say(description))}</p>
<dl>${facts.map(([term, fact]) => html`<dt>${say(term)}</dt><dd>${fact}</dd>\n`)}</dl>
<h2>${say(PAGE.download)}</h2>
<p>${say(PAGE.newest)}${colon}${downloads('')}<br>
${say(PAGE.pinned)}${colon}${downloads(`?release=${release.id}`)}</p>
<p class="soft">CSV${colon}${withCode(say(READING_CSV))}</p>
<h2>${say(PAGE.cite)}</h2>
<p>${say(PAGE.citeHow)}<br>${link(citable, citable)}<br>
${link(queryPage('', `${prefix}/${name}.${CSV.name}?release=${release.id}`), say(PAGE.styles))}</p>
<h2 id="columns">${say(PAGE.columns)}</h2>
<div class="wide"><table><thead><tr><th scope="col">${say(PAGE.column)}</th><th scope="col">${say(PAGE.type)}</th><th scope="col">${say(PAGE.meaning)}</th></tr></thead><tbody>
${joined(Object.entries(fields).map(columnRow), '\n')}
</tbody></table></div>
${filterRows.length > 0 && filterTable}
<h2>${say(PAGE.programs)}</h2>
<p>${joined(programs, ' · ')}</p>`
  })
}
