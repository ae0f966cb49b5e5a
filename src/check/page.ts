/** The check of a figure for people: a form, and what became of it. */
import { type Html, html } from '../html/html.ts'
import { page } from '../html/page.ts'
import { writeParameters } from '../http/query-string.ts'
import { SPEECH } from '../i18n/speech.ts'
import { type Lang, typeset, type Words } from '../i18n/words.ts'
import type { Checked } from './check.ts'
import { written } from './verdict.ts'

const WORDS = {
  title: ['Is my figure still right?', 'Mon chiffre est-il encore juste ?'],
  lead: [
    'Paste the address that a figure came from, and the figure as it was printed: here it is in the release of then and in the newest.',
    'Collez l’adresse d’où vient un chiffre, et le chiffre tel qu’il a été imprimé : le voici dans la version d’alors et dans la plus récente.'
  ],
  address: ['Address', 'Adresse'],
  value: ['Figure', 'Chiffre'],
  column: ['Column (of a row, or of a wide answer)', 'Colonne (d’une ligne ou d’une réponse large)'],
  release: ['Release of then', 'Version d’alors'],
  check: ['Check', 'Vérifier'],
  before: ['Then', 'Alors'],
  now: ['Now', 'Maintenant'],
  rows: [
    '{insert} {insert|record|records} came, {update} changed, {delete} went.',
    '{insert} {insert|fiche apparue|fiches apparues}, {update} {update|modifiée|modifiées}, {delete} {delete|disparue|disparues}.'
  ],
  changes: ['What changed', 'Ce qui a changé'],
  cite: ['To cite', 'Pour citer'],
  badge: ['A badge for your page', 'Un badge pour votre page']
} as const satisfies Record<string, Words>

export type Form = {
  path: string
  url: string
  value: string
  column: string
  release: string
  releases: readonly string[]
}

const say = (lang: Lang, words: Words, values?: Record<string, number>) =>
  typeset(SPEECH[lang].say(words, values), lang)

function form(lang: Lang, { path, url, value, column, release, releases }: Form): Html {
  const field = (name: string, label: Words, text: string, size: number, more: Html | false = false) =>
    html`<p><label for="${name}">${say(lang, label)}</label><br><input id="${name}" name="${name}" size="${size}" value="${text}"${more}></p>\n`
  const option = (id: string) => html`<option${id === release && html` selected`}>${id}</option>`
  return html`<form action="${path}" method="get">
${field('url', WORDS.address, url, 70, html` required`)}${field('value', WORDS.value, value, 12)}${field('column', WORDS.column, column, 24)}<p><label for="release">${say(lang, WORDS.release)}</label><br><select id="release" name="release">${releases.map(option)}</select></p>
<input type="hidden" name="lang" value="${lang}">
<button>${say(lang, WORDS.check)}</button>
</form>`
}

/** The page, with the answer where something was asked. */
export function checkPage(lang: Lang, asked: Form, checked: Checked | undefined, isShare = false): string {
  const title = say(lang, WORDS.title)
  const given = [
    ...(asked.url ? [['url', asked.url] as const] : []),
    ...(asked.value ? [['value', asked.value] as const] : []),
    ...(asked.column ? [['column', asked.column] as const] : []),
    ...(asked.url ? [['release', asked.release] as const] : [])
  ]
  const inLanguage = (other: Lang) => `${asked.path}${writeParameters([...given, ['lang', other]])}`
  const body = html`<h1>${title}</h1>
${checked ? result(lang, checked, isShare) : html`<p class="lead">${say(lang, WORDS.lead)}</p>`}
${form(lang, asked)}`
  return page({ title, lang, path: asked.path, inLanguage, body })
}

function result(lang: Lang, { data, links }: Checked, isShare: boolean): Html {
  const { before, now, rows } = data
  const moment = (words: Words, { release, value, url }: Checked['data']['now']) =>
    html`<tr><th scope="row">${say(lang, words)}</th><td><a href="${url}">${release}</a></td><td><strong>${written(value, isShare, lang)}</strong></td></tr>`
  return html`<p class="lead"><strong>${data.text}</strong></p>
<p>${data.sentence}</p>
<table><tbody>${moment(WORDS.before, before)}${moment(WORDS.now, now)}</tbody></table>
${rows && html`<p>${say(lang, WORDS.rows, rows)} ${links.changes && html`<a href="${links.changes}">${say(lang, WORDS.changes)}</a>`}</p>`}
<h2>${say(lang, WORDS.cite)}</h2>
<p><code>${data.citation}</code></p>
<h2>${say(lang, WORDS.badge)}</h2>
<p><img src="${new URL(links.svg ?? '').pathname + new URL(links.svg ?? '').search}" alt="${data.text}"></p>
`
}
