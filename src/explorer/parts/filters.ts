/** The form of filters: each value with the number of rows it would leave. Works as it is; script sends it sooner. */

import { type Html, html } from '../../html/html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Bucket } from '../api.ts'
import type { Choice } from '../charts/choice.ts'
import { ratesOf } from '../charts/rates.ts'
import { type PageContext, pathOf } from '../page-context.ts'
import { atomsOf } from '../query-string.ts'
import { clip } from '../text.ts'
import type { View } from '../views.ts'
import { hidden } from './layout.ts'

/** Of more values than these the reader wants a few by name. */
const LONG = 20

const textOf = (value: Bucket['value']) => (value === null ? 'null' : String(value))

function boxes(
  visit: PageContext,
  name: string,
  legend: string,
  buckets: readonly Bucket[],
  extra: Html | false
): Html {
  const { say, number, asked } = visit
  const chosen = atomsOf(asked.get(name))
  if (chosen === undefined) return html`${hidden([[name, asked.get(name) ?? '']])}`
  const listed = buckets.filter(({ value, count }) => count > 0 || chosen.includes(textOf(value)))
  if (listed.length === 0) return html``
  const isLong = listed.length > LONG
  const isChosen = ({ value }: Bucket) => Number(chosen.includes(textOf(value)))
  // Many are looked through by name; what is chosen stands where it is seen.
  const ordered = isLong
    ? listed.toSorted((a, b) => isChosen(b) - isChosen(a) || visit.compare(a.label, b.label))
    : listed
  const narrow =
    isLong &&
    html`<label class="narrow" hidden><span class="hidden">${say(['Narrow the list', 'Réduire la liste'])}</span><input type="search" data-narrow autocomplete="off"></label>`
  const items = ordered.map(({ value, label, count }) => {
    const text = textOf(value)
    return html`<li><label><input type="checkbox" name="${name}" value="${text}"${chosen.includes(text) && html` checked`}> <span>${clip(label, 60)}</span> <span class="count">${number(count)}</span></label></li>`
  })
  const mark =
    chosen.length > 0 &&
    html` <span class="chosen">${say(['{count} chosen', 'choix : {count}'], { count: chosen.length })}</span>`
  return html`<details${chosen.length > 0 && html` open`} data-keep="${name}"><summary>${legend}${mark}</summary><fieldset><legend class="hidden">${legend}</legend>${extra}${narrow}<ul class="boxes">${items}</ul></fieldset></details>`
}

const matchThemes = ({ say, asked }: PageContext) => {
  const all = /[+ ]/.test(asked.get('theme') ?? '')
  const choice = (value: string, words: Words, checked: boolean) =>
    html`<label><input type="radio" name="match" value="${value}"${checked && html` checked`}> ${say(words)}</label> `
  return html`<div class="match">${choice('any', ['any of these', 'l’un de ceux-ci'], !all)}${choice('all', ['all of these', 'tous ceux-ci'], all)}</div>`
}

function years({ say, asked }: PageContext): Html {
  const text = asked.get('year')
  const simple = text === undefined || /^(\d{4})?(\.\.)?(\d{4})?$/.test(text)
  if (!simple) return hidden([['year', text]])
  const [from = '', to = from] = text === undefined ? [] : text.split('..')
  const field = (name: string, words: Words, value: string) =>
    html`<label>${say(words)} <input type="number" name="${name}" min="2010" max="2099" value="${value}"></label> `
  return html`<fieldset class="years"><legend>${say(['Year of the plan', 'Année du plan'])}</legend>${field('from', ['from', 'de'], from)}${field('to', ['to', 'à'], to)}</fieldset>`
}

/** The filters of a view, with the parameters of its chart going along. */
export function filterForm(visit: PageContext, view: View, facets: Record<string, Bucket[]>): Html {
  const { say, asked, lang, path } = visit
  const known = new Set([
    ...view.filters,
    'q',
    'year',
    'by',
    'in',
    'over',
    'show',
    'of',
    'order',
    'bars',
    'cursor',
    'embed'
  ])
  const rest = [...asked].filter(([name]) => !known.has(name))
  return html`<form id="ask" class="filters" method="get" action="${pathOf(lang, path)}" role="search" aria-label="${say(['Filters', 'Filtres'])}">${hidden(rest)}
${
  view.search &&
  html`<p class="words"><label for="q">${say(['Words in title and text', 'Mots de l’intitulé et du texte'])}</label><input id="q" type="search" name="q" value="${asked.get('q') ?? ''}" maxlength="200" autocomplete="off"></p>`
}
${view.filters.map(name =>
  boxes(
    visit,
    name,
    say(view.dimensions[name]?.label ?? [name, name]),
    facets[name] ?? [],
    name === 'theme' && matchThemes(visit)
  )
)}
${years(visit)}
<p class="submit"><button type="submit" class="main">${say(['Apply', 'Appliquer'])}</button> <a href="${visit.to(view.path)}">${say(['Reset all', 'Tout effacer'])}</a></p></form>`
}

/** What the reader has asked for, each with a way to take it back. */
export function chips(visit: PageContext, view: View, facets: Record<string, Bucket[]>): Html | false {
  const { say, asked, to } = visit
  const names = [...view.filters, 'year', ...(view.search ? ['q'] : [])].filter(name => asked.has(name))
  if (names.length === 0) return false
  const items = names.map(name => {
    const text = asked.get(name) ?? ''
    const label = name === 'q' ? say(['Words', 'Mots']) : say(view.dimensions[name]?.label ?? [name, name])
    const values = atomsOf(text)?.map(atom => facets[name]?.find(({ value }) => textOf(value) === atom)?.label ?? atom)
    const joined = values && name !== 'q' ? values.join(/[+ ]/.test(text) ? ' + ' : ', ') : text
    const rest = [...asked].filter(([other]) => other !== name && other !== 'cursor')
    return html`<li><a href="${to(view.path, rest)}"><span class="hidden">${say(['Remove', 'Retirer'])} </span><b>${label}${say([':', ' :'])}</b> <bdi>${clip(joined, 80)}</bdi> <span aria-hidden="true">×</span></a></li>`
  })
  return html`<ul class="chips">${items}</ul>`
}

/** How the chart is drawn: two dimensions, what is measured, of what, in which order. */
export function chartForm(visit: PageContext, view: View, choice: Choice): Html {
  const { say } = visit
  const dimensions = Object.entries(view.dimensions)
  const select = (
    name: string,
    words: Words,
    options: readonly (readonly [value: string, words: Words])[],
    chosen: string
  ) =>
    html`<label>${say(words)} <select name="${name}" form="ask">${options.map(
      ([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${say(label)}</option>`
    )}</select></label> `
  return html`<div class="choice" role="group" aria-label="${say(['Chart', 'Graphique'])}">
${select(
  'by',
  ['Bars', 'Barres'],
  dimensions.map(([name, { label }]) => [name, label] as const),
  choice.by
)}
${select('in', ['Parts', 'Parties'], [['none', ['None', 'Aucune']] as const, ...dimensions.filter(([, { series }]) => series).map(([name, { label }]) => [name, label] as const)], choice.in ?? 'none')}
${select(
  'over',
  ['Over time', 'Dans le temps'],
  [
    ['none', ['as a whole', 'dans l’ensemble']] as const,
    ...dimensions.filter(([, { time }]) => time).map(([name, { label }]) => [name, label] as const)
  ],
  choice.over ?? 'none'
)}
${select(
  'show',
  ['Measure', 'Mesure'],
  [
    ['count', ['Number', 'Nombre']],
    ['share', ['Share', 'Part']],
    ...Object.entries(ratesOf(view)).map(([name, { label }]) => [name, label] as const)
  ],
  choice.show
)}
${select(
  'of',
  ['Of', 'Sur'],
  [
    ['all', ['all', 'l’ensemble']],
    ['read', ['those that were rated', 'ceux qui ont été évalués']]
  ],
  choice.of
)}
${select(
  'order',
  ['Order', 'Ordre'],
  [
    ['usual', ['usual', 'habituel']],
    ['name', ['name, A–Z', 'nom, A–Z']],
    ['name-desc', ['name, Z–A', 'nom, Z–A']],
    ['most', ['highest first', 'du plus haut']],
    ['least', ['lowest first', 'du plus bas']]
  ],
  choice.order
)}
<button type="submit" form="ask">${say(['Draw', 'Afficher'])}</button></div>`
}
