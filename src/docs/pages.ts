/** The pages: all groups with their operations, one group, one operation. */

import { DOCS_PATH, inLanguage } from '../engine/links.ts'
import { type Html, html } from '../html/html.ts'
import type { Lang } from '../i18n/words.ts'
import type { Book, Group, Place } from './document.ts'
import { type Assets, frame } from './frame.ts'
import { operationBody } from './operation.ts'
import { form } from './parameters.ts'
import { inline, prose } from './prose.ts'
import { type Say, sayIn } from './words.ts'

/** What all pages of a language are made with. */
export type Site = Book & { lang: Lang; prefix: string; origin: string; assets: Assets }

/** A page, or the names there are where none has the name asked for. */
export type Found = { text: string } | { names: string[] }

/** The address of a group, or of an operation in it. */
const pathOf = (...names: string[]): string => [DOCS_PATH, ...names].join('/')

const link = (path: string, lang: Lang, text: string, isHere = false): Html =>
  html`<a href="${inLanguage(path, lang)}"${isHere && html` aria-current="page"`}>${text}</a>`

const addressOf = ({ method, path }: Place, prefix: string): Html =>
  html`<code>${method.toUpperCase()} ${prefix}${path}</code>`

const operationLink = ({ name }: Group, { operationId, summary = operationId }: Place, lang: Lang, isHere = false) =>
  link(pathOf(name, operationId), lang, summary, isHere)

/** Where the form of an operation leads without script. */
const tryPath = ({ name }: Group, { operationId }: Place): string => pathOf(name, operationId, 'try')

const groupCard = (group: Group, site: Site, say: Say): Html =>
  html`<section><h3>${link(pathOf(group.name), site.lang, group.title)}</h3>
<p>${inline(group.description)}</p>
<details><summary>${say('operationCount').replace('{n}', String(group.operations.length))}<span class="unseen">: ${group.title}</span></summary>
<ul>${group.operations.map(
    place => html`<li>${operationLink(group, place, site.lang)}</li>
`
  )}</ul></details></section>
`

const FIRST_FIELDS = 3

/** The first operation, ready to be tried. */
const beginning = (group: Group, { document, lang, prefix }: Site, say: Say): Html =>
  html`${group.operations.slice(0, 1).map(
    place => html`<section class="begin"><h2>${say('begin')} – ${place.summary}</h2>
<p>${addressOf(place, prefix)}</p>
${form(document, place, { action: tryPath(group, place), prefix }, say, FIRST_FIELDS)}
<p>${link(pathOf(group.name, place.operationId), lang, say('more'))}</p></section>`
  )}`

/** The first level. */
export function overviewPage(site: Site): Found {
  const { document, groups, lang, prefix } = site
  const say = sayIn(lang)
  const { title, version, summary = '', description, license, contact } = document.info
  const download = (suffix: string) => inLanguage(`${prefix}/openapi.${suffix}`, lang)
  const colon = lang === 'fr' ? '\u00a0:' : ':'
  const main = html`<h1>${say('documentation')}</h1>
<p class="lead">${summary}</p>
<p>${say('version')} ${version} · ${say('address')}${colon} <code>${prefix}</code> · ${say('keyless')}${
    license && html` · ${say('licence')}${colon} <a href="${license.url}" rel="license">${license.name}</a>`
  }${contact && html` · ${say('source')}${colon} <a href="${contact.url}">${contact.name}</a>`}<br>
${say('download')}${colon} <a href="${download('json')}">JSON</a>, <a href="${download('yaml')}">YAML</a></p>
${groups.slice(0, 1).map(group => beginning(group, site, say))}
<h2 id="groups">${say('groups')}</h2>
<p>${say('groupsHow')} <a href="#general">${say('general')}</a></p>
<div class="groups">${groups.map(group => groupCard(group, site, say))}</div>
<h2 id="general">${say('general')}</h2>
${prose(description)}`
  return {
    text: frame({
      title: `${say('documentation')} – ${title}`,
      description: summary,
      path: DOCS_PATH,
      main,
      ...site
    })
  }
}

const nameOf = ({ name }: Group) => name
const idOf = ({ operationId }: Place) => operationId

/** One group: what its operations are for. */
export function groupPage(site: Site, name: string): Found {
  const { document, groups, lang, prefix } = site
  const say = sayIn(lang)
  const group = groups.find(one => one.name === name)
  if (!group) return { names: groups.map(nameOf) }
  const { title, description, operations } = group
  const main = html`<p class="soft">${link(DOCS_PATH, lang, say('documentation'))}</p>
<h1>${title}</h1>
<p class="lead">${inline(description)}</p>
${operations.map(
  place => html`<h2>${operationLink(group, place, lang)}</h2>
<p>${addressOf(place, prefix)}</p>
${place.description !== description && prose(place.description)}`
)}`
  const aside = html`<nav class="side" aria-label="${say('groups')}"><h2>${say('groups')}</h2><ul>${groups.map(
    other => html`<li>${link(pathOf(other.name), lang, other.title, other === group)}</li>
`
  )}</ul></nav>`
  return {
    text: frame({
      title: `${title} – ${say('documentation')} – ${document.info.title}`,
      description,
      path: pathOf(name),
      main,
      aside,
      ...site
    })
  }
}

/** One operation in full. */
export function operationPage(site: Site, name: string, operation: string): Found {
  const { document, groups, lang, prefix } = site
  const say = sayIn(lang)
  const group = groups.find(one => one.name === name)
  const place = group?.operations.find(one => idOf(one) === operation)
  if (!group || !place) return { names: group?.operations.map(idOf) ?? [] }
  const path = pathOf(name, operation)
  const summary = place.summary ?? operation
  const main = html`<p class="soft">${link(DOCS_PATH, lang, say('documentation'))} › ${link(pathOf(name), lang, group.title)}</p>
<h1>${summary}</h1>
<p class="lead">${addressOf(place, prefix)}</p>
${operationBody(document, place, { action: tryPath(group, place), prefix }, say)}`
  const aside = html`<nav class="side" aria-label="${group.title}"><h2>${group.title}</h2><ul>${group.operations.map(
    other => html`<li>${operationLink(group, other, lang, other === place)}</li>
`
  )}</ul><p>${link(DOCS_PATH, lang, say('allGroups'))}</p></nav>`
  return {
    text: frame({
      title: `${summary} – ${say('documentation')} – ${document.info.title}`,
      description: place.description ?? group.description,
      path,
      main,
      aside,
      ...site
    })
  }
}
