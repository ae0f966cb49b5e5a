/** The page about a dataset: what it holds, what its columns mean, how to get and cite it. */

import type { Dataset } from '../engine/definition/dataset.ts'
import type { Field } from '../engine/definition/field.ts'
import type { Release } from '../engine/definition/release.ts'
import { KINDS } from '../engine/export/workbook-texts.ts'
import { CSV, describedAt, FORMATS } from '../engine/format/formats.ts'
import { addressOf, alternates, DOCS_PATH, queryPage } from '../engine/links.ts'
import type { Service } from '../engine/service.ts'
import { escapeHtml, page } from '../html/page.ts'
import { LANGS, type Lang, type Words, wordsIn } from '../i18n/words.ts'
import { DATASETS_PATH, landingOf } from './addresses.ts'
import { datasetMarkup } from './catalogues/schema-org.ts'
import type { Period } from './period.ts'
import { NAME, PAGE } from './words.ts'

export type Landing = {
  dataset: Dataset
  release: Release
  rows: number
  years: Period | undefined
  lang: Lang
}

const link = (href: string, text: string, more = '') => `<a href="${escapeHtml(href)}"${more}>${escapeHtml(text)}</a>`
const withCode = (text: string) => escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>')

/** JSON inside a page: nothing in it may end the element. */
const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

/** The page as HTML. */
export function landingPage(
  service: Service,
  origin: string,
  { dataset, release, rows, years, lang }: Landing
): string {
  const { name, title, row, description, fields, filters } = dataset
  const { prefix } = service
  const say = (words: Words) => wordsIn(words, lang)
  const at = (path: string) => `${prefix}/${path}`
  const colon = lang === 'fr' ? '\u00a0: ' : ': '
  const [other] = LANGS.filter(candidate => candidate !== lang)
  const citable = addressOf(service, origin, `${name}.${CSV.name}`, [['release', release.id]])
  const downloads = (query: string) =>
    FORMATS.map(format => link(`${at(name)}.${format.name}${query}`, format.name.toUpperCase())).join(' · ')
  const head = [
    ...alternates(landingOf(origin, name)).map(
      ({ hreflang, href }) => `<link rel="alternate" hreflang="${hreflang}" href="${escapeHtml(href)}">`
    ),
    `<link rel="canonical" href="${escapeHtml(`${landingOf(origin, name)}?lang=${lang}`)}">`,
    `<meta name="description" content="${escapeHtml(say(description))}">`,
    `<script type="application/ld+json">${inScript(datasetMarkup(service, origin, { dataset, release, years, lang }))}</script>`
  ]
  const facts: [Words, string][] = [
    [PAGE.row, escapeHtml(say(row))],
    [PAGE.rows, rows.toLocaleString(lang === 'fr' ? 'fr-FR' : 'en-GB')],
    ...(years ? [[PAGE.years, `${years.first}–${years.last}`] as [Words, string]] : []),
    [PAGE.release, `${link(at(`releases/${release.id}`), release.id)} (${escapeHtml(release.date)})`],
    [
      PAGE.licence,
      `${link(service.license.url, service.license.name, ' rel="license"')}. ${escapeHtml(service.attribution)}.`
    ],
    [
      PAGE.source,
      `${escapeHtml(say(PAGE.everyRow))} ${link(`${DATASETS_PATH}/sources?lang=${lang}`, say(PAGE.sources))}`
    ]
  ]
  const programs = [
    link(`${at(name)}/schema?lang=${lang}`, say(PAGE.schema)),
    link(`${at(name)}${describedAt(CSV)}`, say(PAGE.csvw)),
    link(at(`coverage?dataset=${name}`), say(PAGE.coverage)),
    link(`${DOCS_PATH}/${name}?lang=${lang}`, say(PAGE.documentation))
  ]
  const columnRow = ([column, field]: [string, Field]) => {
    const list = field.codeList ? ` (${link(at(`code-lists?field=${field.codeList}`), say(PAGE.codes))})` : ''
    const missing = field.nullable ? `<br><span class="soft">${escapeHtml(say(PAGE.optional))}</span>` : ''
    return `<tr><th scope="row"><code>${column}</code></th><td>${escapeHtml(say(KINDS[field.kind]))}${list}${missing}</td><td><strong>${escapeHtml(say(field.label))}</strong><br>${withCode(say(field.meaning))}</td></tr>`
  }
  const filterRows = Object.entries(filters).map(
    ([parameter, { meaning }]) =>
      `<tr><th scope="row"><code>${parameter}=</code></th><td>${withCode(say(meaning))}</td></tr>`
  )
  const filterTable = `<h2>${escapeHtml(say(PAGE.filters))}</h2>
<div class="wide"><table><thead><tr><th>${escapeHtml(say(PAGE.filter))}</th><th>${escapeHtml(say(PAGE.meaning))}</th></tr></thead><tbody>
${filterRows.join('\n')}
</tbody></table></div>`
  return page({
    lang,
    title: `${say(title)} – ${NAME}`,
    head: head.join('\n'),
    body: `<nav>${link('/', say(PAGE.home))} · ${link(`?lang=${other}`, say(PAGE.other), ` hreflang="${other}" lang="${other}"`)}</nav>
<main>
<h1>${escapeHtml(say(title))}</h1>
<p class="lead">${withCode(say(description))}</p>
<dl>${facts.map(([term, html]) => `<dt>${escapeHtml(say(term))}</dt><dd>${html}</dd>`).join('\n')}</dl>
<h2>${escapeHtml(say(PAGE.download))}</h2>
<p>${escapeHtml(say(PAGE.newest))}${colon}${downloads('')}<br>
${escapeHtml(say(PAGE.pinned))}${colon}${downloads(`?release=${release.id}`)}</p>
<h2>${escapeHtml(say(PAGE.cite))}</h2>
<p>${escapeHtml(say(PAGE.citeHow))}<br>${link(citable, citable)}<br>
${link(queryPage('', `${prefix}/${name}.${CSV.name}?release=${release.id}`), say(PAGE.styles))}</p>
<h2>${escapeHtml(say(PAGE.columns))}</h2>
<div class="wide"><table><thead><tr><th>${escapeHtml(say(PAGE.column))}</th><th>${escapeHtml(say(PAGE.type))}</th><th>${escapeHtml(say(PAGE.meaning))}</th></tr></thead><tbody>
${Object.entries(fields).map(columnRow).join('\n')}
</tbody></table></div>
${filterRows.length > 0 ? filterTable : ''}
<h2>${escapeHtml(say(PAGE.programs))}</h2>
<p>${programs.join(' · ')}</p>
</main>`
  })
}
