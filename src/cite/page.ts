/** A query for people: no script, so the code is there to be selected. */

import { QUERY_PAGE } from '../engine/links.ts'
import type { Hint } from '../engine/list/hints.ts'
import { type Html, html, joined } from '../html/html.ts'
import { page } from '../html/page.ts'
import { type Fault, PROBLEMS, type Problem } from '../http/errors/problems.ts'
import { writeParameters } from '../http/query-string.ts'
import { SPEECH } from '../i18n/speech.ts'
import { type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'
import type { Described } from './description.ts'
import { SNIPPETS } from './snippets.ts'
import { STYLES } from './styles/styles.ts'

const WORDS = {
  title: ['Explain a query', 'Expliquer une requête'],
  lead: [
    'Paste any address of this service: here it is in words, as code for your tools, and as a citation.',
    'Collez une adresse de ce service : la voici en mots, en code pour vos outils et en référence à citer.'
  ],
  address: ['Address', 'Adresse'],
  show: ['Show', 'Afficher'],
  rows: ['rows match', 'lignes trouvées'],
  row: ['row matches', 'ligne trouvée'],
  release: ['release', 'version'],
  formats: ['Get it', 'Obtenir les données'],
  permalink: ['pinned: the same bytes for ever', 'adresse figée : les mêmes octets pour toujours'],
  first: ['The first rows', 'Les premières lignes'],
  code: ['In your tools', 'Dans vos outils'],
  cite: ['To cite', 'Pour citer'],
  citeNote: [
    'The citation names this release and its address. What it leads to never changes, so it needs no day of access.',
    'La référence nomme cette version et son adresse. Ce à quoi elle mène ne change jamais : elle se passe de date de consultation.'
  ],
  file: ['file', 'fichier'],
  allowed: ['Allowed:', 'Valeurs admises :'],
  nearest: ['Perhaps:', 'Peut-être :'],
  wrong: ['This address cannot be explained', 'Cette adresse ne peut pas être expliquée'],
  english: ['The faults are told in English.', 'Les défauts sont décrits en anglais.'],
  none: ['no source says', 'aucune source ne le dit']
} as const satisfies Record<string, Words>

const CELL = 120
const ALLOWED = 40

const say = (lang: Lang, name: keyof typeof WORDS) => typeset(wordsIn(WORDS[name], lang), lang)

const link = (href: string, text: string) => html`<a href="${href}">${text}</a>`

const form = (lang: Lang, url: string) => html`<form action="${QUERY_PAGE}" method="get">
<label for="url">${say(lang, 'address')}</label>
<input id="url" name="url" size="80" required value="${url}">
<input type="hidden" name="lang" value="${lang}">
<button>${say(lang, 'show')}</button>
</form>`

const framed = (lang: Lang, title: string, url: string, body: Html) => {
  const asked = url ? [['url', url] as const] : []
  const inLanguage = (other: Lang) => `${QUERY_PAGE}${writeParameters([...asked, ['lang', other]])}`
  return page({ title, lang, path: QUERY_PAGE, inLanguage, body })
}

/** The page before anything was asked. */
export const startPage = (lang: Lang, example: string): string =>
  framed(
    lang,
    wordsIn(WORDS.title, lang),
    '',
    html`<h1>${say(lang, 'title')}</h1>
<p class="lead">${say(lang, 'lead')}</p>
${form(lang, example)}`
  )

const faultItem = (lang: Lang, { parameter, detail, allowed = [], nearest = [] }: Fault) => {
  const codes = (values: readonly string[]) =>
    joined(
      values.map(value => html`<code>${value}</code>`),
      ' '
    )
  const more = allowed.length > ALLOWED ? ' …' : ''
  return html`<li>${parameter && html`<code>${parameter}</code>: `}<span lang="en">${detail}</span>
${nearest.length > 0 && html`<br>${say(lang, 'nearest')} ${codes(nearest)}`}
${allowed.length > 0 && html`<br>${say(lang, 'allowed')} ${codes(allowed.slice(0, ALLOWED))}${more}`}</li>`
}

/** Everything that is wrong, with the address to mend. */
export const faultyPage = (lang: Lang, problem: Problem, url: string): string =>
  framed(
    lang,
    wordsIn(WORDS.wrong, lang),
    url,
    html`<h1>${say(lang, 'wrong')}</h1>
<p lang="en">${problem.message} <a href="/docs/problems/${problem.code}">${PROBLEMS[problem.code].title}</a></p>
<ul>
${problem.errors.map(fault => html`${faultItem(lang, fault)}\n`)}
</ul>
${lang !== 'en' && html`<p class="soft">${say(lang, 'english')}</p>`}
${form(lang, url)}`
  )

const cell = (lang: Lang, value: unknown) => {
  if (value === null) return html`<td class="soft" title="${say(lang, 'none')}">–</td>`
  const text = Array.isArray(value) ? value.join(' | ') : String(value)
  return html`<td>${text.length > CELL ? `${text.slice(0, CELL - 1)}…` : text}</td>`
}

function table(lang: Lang, rows: readonly Record<string, unknown>[]): Html | false {
  const [first] = rows
  if (!first) return false
  const heads = Object.keys(first).map(name => html`<th scope="col">${name}</th>`)
  const lines = rows.map(row => html`<tr>${Object.values(row).map(value => cell(lang, value))}</tr>\n`)
  return html`<h2>${say(lang, 'first')}</h2>
<div class="wide" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>
${lines}</tbody></table></div>`
}

/** Why there are so few rows, with the questions that have more; what is not here is said above. */
const hintList = (lang: Lang, hints: readonly Hint[]): Html | false => {
  const ways = hints.filter(({ url }) => url !== null)
  const page = (url: string) =>
    `${QUERY_PAGE}${writeParameters([
      ['url', url],
      ['lang', lang]
    ])}`
  return (
    ways.length > 0 && html`<ul>${ways.map(({ url, text }) => html`<li>${link(page(url ?? ''), text)}</li>`)}</ul>\n`
  )
}

/** In French nought is singular too. */
const isOne = (count: number, lang: Lang) => count === 1 || (count === 0 && lang === 'fr')

/** The whole page of a query. */
export function queryPage(lang: Lang, { data, meta, links }: Described): string {
  const { asked = '', permalink = '', cite = '' } = links
  const count = SPEECH[lang].number(data.rows)
  const known = new Set(['self', 'asked', 'permalink', 'query', 'cite'])
  const formats = Object.entries(links).filter(([name]) => !known.has(name))
  const snippets = SNIPPETS.map(
    ({ name, title }) =>
      html`<h3 id="${name}">${title}</h3>\n<pre tabindex="0"><code>${data.snippets[name] ?? ''}</code></pre>\n`
  )
  const citations = STYLES.map(({ name, title }) => {
    const file = link(`${cite}&style=${name}&lang=${lang}`, say(lang, 'file'))
    return html`<h3 id="${name}">${title} <small>(${file})</small></h3>\n<pre tabindex="0"><code>${data.citations[name] ?? ''}</code></pre>\n`
  })
  const body = html`<h1>${data.sentence}</h1>
<p class="lead"><strong>${count}</strong> ${say(lang, isOne(data.rows, lang) ? 'row' : 'rows')} · ${say(lang, 'release')} ${String(meta.release)}</p>
${((meta.notes ?? []) as string[]).map(note => html`<p class="soft">${note}</p>\n`)}${hintList(lang, (meta.hints ?? []) as Hint[])}
${form(lang, asked)}
<h2>${say(lang, 'formats')}</h2>
<p>${joined(
    formats.map(([name, href]) => link(href, name.replaceAll('_', '-').toUpperCase())),
    ' · '
  )}</p>
<p>${link(permalink, permalink)} <span class="soft">(${say(lang, 'permalink')})</span></p>
${table(lang, data.first_rows)}
<h2>${say(lang, 'code')}</h2>
${snippets}<h2>${say(lang, 'cite')}</h2>
<p class="soft">${say(lang, 'citeNote')}</p>
${citations}`
  return framed(lang, data.sentence, asked, body)
}
