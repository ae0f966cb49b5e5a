/** The frame of every page: head, navigation, languages, release, foot. */

import { Html, html } from '../../html/html.ts'
import { ICON } from '../../html/page.ts'
import type { Parameter } from '../../http/query-string.ts'
import { LANGS, LANGUAGE_NAMES, typeset, type Words } from '../../i18n/words.ts'
import { patterns } from '../charts/patterns.ts'
import { type PageContext, pathOf, without } from '../page-context.ts'
import type { Drawing } from '../pictures/card.ts'
import { breadcrumbs, type Crumb } from '../sharing/breadcrumbs.ts'
import { socialTags } from '../sharing/social.ts'
import { breadcrumbList, type Described, dataset, webSite } from '../sharing/structured.ts'
import { clip } from '../text.ts'
import { permalinkOf } from './downloads.ts'
import { extentNotes } from './extent.ts'

export type Page = {
  title: string
  description: string
  body: Html
  /** The part that stands alone in a frame of another site. */
  frame?: Html
  /** What the picture that goes with its link shows beside its title; its description where there is none. */
  card?: () => Drawing | Promise<Drawing>
  status?: number
  /** The pages above, where the address does not tell them. */
  above?: readonly Crumb[]
  /** The rows it shows, for search engines. */
  files?: Described['files']
}

export const SITE: Words = ['OGP Explorer', 'Explorateur du PGO']
const NAVIGATION: readonly (readonly [path: string, words: Words])[] = [
  ['', ['Overview', 'Vue d’ensemble']],
  ['commitments', ['Commitments', 'Engagements']],
  ['countries', ['Countries', 'Pays']],
  ['themes', ['Themes', 'Thèmes']],
  ['consultation', ['Consultation', 'Consultation']],
  ['eligibility', ['Eligibility', 'Admissibilité']],
  ['compare', ['Compare', 'Comparer']],
  ['definitions', ['Definitions', 'Définitions']]
]

export type Assets = { script: string; style: string }

export const hidden = (parameters: Iterable<Parameter>): Html =>
  html`${[...parameters].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

function releaseSwitch(visit: PageContext): Html {
  const { say, date, asked, releases, release, path, lang, pin } = visit
  const kept = without(asked, 'release', 'cursor', 'embed', 'scheme')
  return html`<form class="release" method="get" action="${pathOf(lang, path)}">${hidden(kept)}<label for="release">${say(['Data as of', 'Version des données'])}</label> <select id="release" name="release"><option value=""${pin.length === 0 && html` selected`}>${say(['newest release', 'version la plus récente'])}</option>${releases.map(
    ({ id, date: day }) =>
      html`<option value="${id}"${pin.length > 0 && id === release.id && html` selected`}>${id} (${date(day)})</option>`
  )}</select> <button type="submit">${say(['Show', 'Afficher'])}</button></form>`
}

const top = ({ say, path, to, lang, asked, pin }: PageContext) => {
  const here = path.split('/')[0]
  return html`<a class="skip" href="#main">${say(['Skip to content', 'Aller au contenu'])}</a>
<header class="top"><a class="brand" href="${to('')}"><svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false"><rect x="2" y="12" width="5" height="12"/><rect x="10" y="7" width="5" height="17"/><rect x="18" y="2" width="5" height="22"/></svg> ${say(SITE)}</a>
<nav aria-label="${say(['Main', 'Principale'])}"><ul>${NAVIGATION.map(
    ([target, words]) =>
      html`<li><a href="${to(target)}"${target === here && html` aria-current="page"`}>${say(words)}</a></li>`
  )}</ul></nav>
<form class="search" method="get" action="${pathOf(lang, 'search')}" role="search" aria-label="${say(['All pages', 'Toutes les pages'])}">${hidden(pin)}<label class="hidden" for="find">${say(['Search countries, themes, plans, commitments, indicators, definitions', 'Rechercher pays, thèmes, plans, engagements, indicateurs, définitions'])}</label><input id="find" type="search" name="q" required maxlength="200" value="${path === 'search' ? (asked.get('q') ?? '') : ''}"> <button type="submit">${say(['Search', 'Rechercher'])}</button></form>
<p class="languages">${LANGS.map(other =>
    other === lang
      ? html`<span aria-current="true">${LANGUAGE_NAMES[other]}</span> `
      : html`<a href="${pathOf(other, path, asked)}" lang="${other}" hreflang="${other}" rel="alternate">${LANGUAGE_NAMES[other]}</a> `
  )}</p></header>`
}

const SOURCE: Words = [
  'Source: Open Government Partnership and its Independent Reporting Mechanism; compiled by OGP Open Data. Licence:',
  'Source : Partenariat pour un gouvernement ouvert et son Mécanisme d’évaluation indépendant ; compilation OGP Open Data. Licence :'
]
const BORDERS: Words = [
  'Borders on maps are those of Natural Earth; they express no opinion on the status of any territory.',
  'Les frontières des cartes sont celles de Natural Earth ; elles n’expriment aucune opinion sur le statut d’un territoire.'
]

const foot = (visit: PageContext) => {
  const { say, release, releases, date } = visit
  const held =
    releases.length > 0 &&
    html`${releaseSwitch(visit)}<p>${say(['Release {id} of {day}.', 'Version {id} du {day}.'], { id: release.id, day: date(release.date) })}</p>`
  return html`<footer class="foot">${held}
<p>${say(SOURCE)} <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>.</p>
<p>${say(BORDERS)}</p>
<p><a href="/">${say(['All datasets', 'Tous les jeux de données'])}</a> · <a href="/docs?lang=${visit.lang}">${say(['API documentation', 'Documentation de l’API'])}</a> · <a href="${visit.to('changes')}">${say(['What changed', 'Ce qui a changé'])}</a> · <a href="${visit.to('methodology')}">${say(['Methodology and contact', 'Méthodologie et contact'])}</a> · <a href="/v1/releases">${say(['Releases', 'Versions'])}</a></p></footer>`
}

/** Below a view in a frame: whose it is, of which day, and the way to all of it. */
const credit = (visit: PageContext) => {
  const { say, release, to, path, asked, date } = visit
  const whole = without(asked, 'embed', 'scheme')
  const permalink = permalinkOf(visit, path, whole)
  return html`<div class="credit"><p>${say(SOURCE)} <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. ${say(['Release {id} of {day}.', 'Version {id} du {day}.'], { id: release.id, day: date(release.date) })}</p>
<p><a href="${to(path, whole)}">${say(['Open in the Explorer', 'Ouvrir dans l’Explorateur'])}</a> · ${say(['Permanent link:', 'Lien permanent\u00a0:'])} <a href="${permalink}">${permalink}</a></p></div>`
}

/**
 * Whatever is followed in a frame opens beside the page around it, which lets no other page in: also without script, and
 * in drawings, of which \`base\` knows nothing.
 */
const opening = ({ text }: Html): Html =>
  new Html(text.replace(/<(a|form) (?![^>]*\starget=)/g, '<$1 target="_blank" '))

const WORDS_FOR_SCRIPT: Record<string, Words> = {
  loading: ['Loading…', 'Chargement…'],
  slow: ['Still loading; the service is slow just now.', 'Chargement en cours ; le service est lent en ce moment.'],
  down: [
    'The service does not answer. Trying again in {seconds} s.',
    'Le service ne répond pas. Nouvel essai dans {seconds} s.'
  ],
  busy: [
    'Too many requests came from here. Trying again in {seconds} s.',
    'Trop de requêtes viennent d’ici. Nouvel essai dans {seconds} s.'
  ],
  again: ['Try now', 'Réessayer'],
  back: ['The service answers again.', 'Le service répond de nouveau.'],
  copied: ['Copied', 'Copié'],
  rows: ['Show the rows', 'Afficher les lignes'],
  suggestions: ['Suggestions', 'Suggestions'],
  suggested: ['Suggestions: {n}. Arrow keys choose one.', 'Suggestions : {n}. Les flèches permettent d’en choisir une.']
}

/** The pages above one, by its address, from the overview on. */
function aboveOf({ say, path, to }: PageContext, { above = [] }: Page): Crumb[] {
  const [section = '', id] = path.split('/')
  const name = NAVIGATION.find(([target]) => target === section)?.[1]
  const overview = { label: say(SITE), href: to('') }
  return [overview, ...(name && id !== undefined ? [{ label: say(name), href: to(section) }] : []), ...above]
}

/** What search engines read: the way to the page, the site where it begins, the rows where there are some. */
function structured(visit: PageContext, page: Page, above: readonly Crumb[], url: string): Html {
  const { title: name, description, files } = page
  return html`${visit.path === '' ? webSite(visit, visit.say(SITE)) : breadcrumbList(visit, above, name)}${files && dataset(visit, { name, description, url, files })}`
}

/** The whole document. */
export function layout(visit: PageContext, page: Page, assets: Assets): string {
  const { lang, say, path, asked, origin, embed, scheme } = visit
  const title = `${clip(page.title, 100)} – ${say(SITE)}`
  const self = (other: (typeof LANGS)[number]) =>
    `${origin}${pathOf(other, path, without(asked, 'embed', 'scheme', 'cursor'))}`
  const description = clip(page.description, 200)
  const isFault = page.status !== undefined && page.status !== 200
  const words = Object.entries(WORDS_FOR_SCRIPT).map(
    ([name, pair]) => html` data-${name}="${typeset(say(pair), lang)}"`
  )
  const above = aboveOf(visit, page)
  const isIndexed = !embed && !isFault
  const content = embed
    ? opening(html`${page.frame ? html`${page.frame}${extentNotes(visit)}` : page.body}${credit(visit)}`)
    : html`${path !== '' && !isFault && breadcrumbs(visit, above, page.title)}${page.body}`
  return html`<!doctype html>
<html lang="${lang}"${scheme !== 'auto' && html` data-scheme="${scheme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="${scheme === 'auto' ? 'light dark' : scheme}">
${
  isIndexed
    ? html`${socialTags(visit, { title, description, site: say(SITE), url: self(lang) })}
${structured(visit, page, above, self(lang))}`
    : html`<meta name="robots" content="noindex">`
}
<link rel="canonical" href="${self(lang)}">
${LANGS.map(other => html`<link rel="alternate" hreflang="${other}" href="${self(other)}">`)}
${ICON}
<link rel="stylesheet" href="${assets.style}">
<script type="module" src="${assets.script}"></script>
</head>
<body${embed && html` class="embed"`}${words}${(page.status ?? 200) >= 429 && html` data-failed="${page.status ?? 0}"`}>
${patterns}${!embed && top(visit)}
<main id="main" tabindex="-1">
${content}
</main>
${!embed && foot(visit)}
<p id="news" role="status" aria-live="polite"></p>
</body>
</html>
`.text
}
