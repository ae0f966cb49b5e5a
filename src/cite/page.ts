/** A query for people: no script, so the code is there to be selected. */

import { DOCS_PATH, inLanguage, QUERY_PAGE } from '../engine/links.ts'
import { escapeHtml, page } from '../html/page.ts'
import { type Fault, PROBLEMS, type Problem } from '../http/errors/problems.ts'
import { writeParameters } from '../http/query-string.ts'
import { LANGS, LANGUAGE_NAMES, type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'
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
  docs: ['Documentation', 'Documentation'],
  none: ['no source says', 'aucune source ne le dit']
} as const satisfies Record<string, Words>

const CELL = 120
const ALLOWED = 40

const say = (lang: Lang, name: keyof typeof WORDS) => escapeHtml(typeset(wordsIn(WORDS[name], lang), lang))

const link = (href: string, text: string) => `<a href="${escapeHtml(href)}">${text}</a>`

const form = (lang: Lang, url: string) => `<form action="${QUERY_PAGE}" method="get">
<label for="url">${say(lang, 'address')}</label>
<input id="url" name="url" size="80" required value="${escapeHtml(url)}">
<input type="hidden" name="lang" value="${lang}">
<button>${say(lang, 'show')}</button>
</form>`

const otherLanguage = (lang: Lang, url: string) =>
  LANGS.filter(other => other !== lang)
    .map(other => {
      const href = `${QUERY_PAGE}${writeParameters([...(url ? [['url', url] as const] : []), ['lang', other]])}`
      return `<a href="${escapeHtml(href)}" hreflang="${other}" lang="${other}">${LANGUAGE_NAMES[other]}</a>`
    })
    .join(' · ')

const framed = (lang: Lang, title: string, url: string, body: string) =>
  page({
    title: `${title} – OGP Open Data`,
    lang,
    body: `<p class="soft"><a href="/">OGP Open Data</a> · <a href="${inLanguage(DOCS_PATH, lang)}">${say(lang, 'docs')}</a> · ${otherLanguage(lang, url)}</p>
${body}`
  })

/** The page before anything was asked. */
export const startPage = (lang: Lang, example: string): string =>
  framed(
    lang,
    wordsIn(WORDS.title, lang),
    '',
    `<h1>${say(lang, 'title')}</h1>
<p class="lead">${say(lang, 'lead')}</p>
${form(lang, example)}`
  )

const faultItem = (lang: Lang, { parameter, detail, allowed = [], nearest = [] }: Fault) => {
  const codes = (values: readonly string[]) => values.map(value => `<code>${escapeHtml(value)}</code>`).join(' ')
  const more = allowed.length > ALLOWED ? ' …' : ''
  return `<li>${parameter ? `<code>${escapeHtml(parameter)}</code>: ` : ''}<span lang="en">${escapeHtml(detail)}</span>
${nearest.length > 0 ? `<br>${say(lang, 'nearest')} ${codes(nearest)}` : ''}
${allowed.length > 0 ? `<br>${say(lang, 'allowed')} ${codes(allowed.slice(0, ALLOWED))}${more}` : ''}</li>`
}

/** Everything that is wrong, with the address to mend. */
export const faultyPage = (lang: Lang, problem: Problem, url: string): string =>
  framed(
    lang,
    wordsIn(WORDS.wrong, lang),
    url,
    `<h1>${say(lang, 'wrong')}</h1>
<p lang="en">${escapeHtml(problem.message)} <a href="/docs/problems/${problem.code}">${escapeHtml(PROBLEMS[problem.code].title)}</a></p>
<ul>
${problem.errors.map(fault => faultItem(lang, fault)).join('\n')}
</ul>
${lang === 'en' ? '' : `<p class="soft">${say(lang, 'english')}</p>`}
${form(lang, url)}`
  )

const cell = (lang: Lang, value: unknown) => {
  if (value === null) return `<td class="soft" title="${say(lang, 'none')}">–</td>`
  const text = Array.isArray(value) ? value.join(' | ') : String(value)
  return `<td>${escapeHtml(text.length > CELL ? `${text.slice(0, CELL - 1)}…` : text)}</td>`
}

function table(lang: Lang, rows: readonly Record<string, unknown>[]): string {
  const [first] = rows
  if (!first) return ''
  const heads = Object.keys(first).map(name => `<th scope="col">${escapeHtml(name)}</th>`)
  const lines = rows.map(
    row =>
      `<tr>${Object.values(row)
        .map(value => cell(lang, value))
        .join('')}</tr>`
  )
  return `<h2>${say(lang, 'first')}</h2>
<div class="wide" tabindex="0"><table><thead><tr>${heads.join('')}</tr></thead><tbody>
${lines.join('\n')}
</tbody></table></div>`
}

/** In French nought is singular too. */
const isOne = (count: number, lang: Lang) => count === 1 || (count === 0 && lang === 'fr')

/** The whole page of a query. */
export function queryPage(lang: Lang, { data, meta, links }: Described): string {
  const { asked = '', permalink = '', cite = '' } = links
  const count = data.rows.toLocaleString(lang)
  const known = new Set(['self', 'asked', 'permalink', 'query', 'cite'])
  const formats = Object.entries(links).filter(([name]) => !known.has(name))
  const snippets = SNIPPETS.map(
    ({ name, title }) =>
      `<h3 id="${name}">${escapeHtml(title)}</h3>\n<pre tabindex="0"><code>${escapeHtml(data.snippets[name] ?? '')}</code></pre>`
  )
  const citations = STYLES.map(({ name, title }) => {
    const file = link(`${cite}&style=${name}&lang=${lang}`, say(lang, 'file'))
    return `<h3 id="${name}">${title} <small>(${file})</small></h3>\n<pre tabindex="0"><code>${escapeHtml(data.citations[name] ?? '')}</code></pre>`
  })
  const body = `<h1>${escapeHtml(data.sentence)}</h1>
<p class="lead"><strong>${count}</strong> ${say(lang, isOne(data.rows, lang) ? 'row' : 'rows')} · ${say(lang, 'release')} ${escapeHtml(String(meta.release))}</p>
${((meta.notes ?? []) as string[]).map(note => `<p class="soft">${escapeHtml(note)}</p>`).join('\n')}
${form(lang, asked)}
<h2>${say(lang, 'formats')}</h2>
<p>${formats.map(([name, href]) => link(href, escapeHtml(name.toUpperCase()))).join(' · ')}</p>
<p>${link(permalink, escapeHtml(permalink))} <span class="soft">(${say(lang, 'permalink')})</span></p>
${table(lang, data.first_rows)}
<h2>${say(lang, 'code')}</h2>
${snippets.join('\n')}
<h2>${say(lang, 'cite')}</h2>
<p class="soft">${say(lang, 'citeNote')}</p>
${citations.join('\n')}`
  return framed(lang, data.sentence, asked, body)
}
