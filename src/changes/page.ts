/** Changes from one release to another, in words. */
import type { Dataset } from '../engine/definition/dataset.ts'
import { type Html, html } from '../html/html.ts'
import { page } from '../html/page.ts'
import { SPEECH, type Speech } from '../i18n/speech.ts'
import type { Lang, Words } from '../i18n/words.ts'

type Change = { dataset: string; id: string; operation: string; field: string | null; old: unknown; new: unknown }
export type Changes = {
  data: readonly Change[]
  meta: { since: string; release: string; total: number; returned: number }
  links: Readonly<Record<string, string | null>>
}

const MAX_CHARACTERS = 300
const WORDS = {
  title: ['Changes from {since} to {release}', 'Changements de {since} à {release}'],
  count: [
    '{total} {total|change|changes} in all, {returned} on this page.',
    '{total} {total|changement|changements} en tout, {returned} sur cette page.'
  ],
  none: ['Nothing differs between these releases.', 'Rien ne diffère entre ces versions.'],
  insert: ['is new', 'est nouveau'],
  delete: ['has ended', 'a pris fin'],
  dataset: ['Dataset', 'Jeu de données'],
  record: ['Record', 'Fiche'],
  what: ['What', 'Quoi'],
  old: ['Before', 'Avant'],
  new: ['Now', 'Maintenant'],
  next: ['Next page', 'Page suivante'],
  first: ['First page', 'Première page'],
  all: ['All of it as', 'Le tout en'],
  releases: ['Releases', 'Versions']
} as const satisfies Record<string, Words>

const shown = (value: unknown): Html => {
  if (value === null || value === undefined) return html`–`
  const text = Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)
  return html`<bdi>${text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS - 1)}…` : text}</bdi>`
}

function row({ say, lang }: Speech, prefix: string, datasets: ReadonlyMap<string, Dataset>, change: Change): Html {
  const { dataset: name, id, operation, field } = change
  const dataset = datasets.get(name)
  const label = field === null ? undefined : dataset?.fields[field]?.label
  const what = field === null ? say(operation === 'delete' ? WORDS.delete : WORDS.insert) : label ? say(label) : field
  // A whole record is read at its own address.
  const values =
    field === null ? html`<td></td><td></td>` : html`<td>${shown(change.old)}</td><td>${shown(change.new)}</td>`
  const record = `${prefix}/${name}/${encodeURIComponent(id)}${operation === 'delete' ? '/history' : ''}`
  return html`<tr><td><a href="/datasets/${name}?lang=${lang}">${dataset ? say(dataset.title) : name}</a></td><th scope="row"><a href="${record}">${id}</a></th><td>${what}</td>${values}</tr>\n`
}

/** The page; `address` is that of the page without a language. */
export function changesPage(
  lang: Lang,
  prefix: string,
  all: readonly Dataset[],
  changes: Changes,
  address: (lang: Lang) => string
): string {
  const speech = SPEECH[lang]
  const { say } = speech
  const { data, meta, links } = changes
  const datasets = new Map(all.map(dataset => [dataset.name, dataset]))
  const title = say(WORDS.title, { since: meta.since, release: meta.release })
  const to = (href: string | null | undefined, words: Words) => href && html` · <a href="${href}">${say(words)}</a>`
  const body = html`<p class="soft"><a href="${prefix}/releases">${say(WORDS.releases)}</a></p>
<h1>${title}</h1>
<p>${data.length === 0 ? say(WORDS.none) : say(WORDS.count, { total: meta.total, returned: meta.returned })}</p>
<p>${say(WORDS.all)} ${['csv', 'xlsx', 'ods', 'ndjson'].map((name, index) => html`${index > 0 && ' · '}<a href="${links[name] ?? ''}">${name.toUpperCase()}</a>`)}${to(links.first, WORDS.first)}${to(links.next, WORDS.next)}</p>
${
  data.length > 0 &&
  html`<div class="wide"><table><thead><tr>${[WORDS.dataset, WORDS.record, WORDS.what, WORDS.old, WORDS.new].map(words => html`<th scope="col">${say(words)}</th>`)}</tr></thead><tbody>
${data.map(change => row(speech, prefix, datasets, change))}</tbody></table></div>`
}
${links.next && html`<p><a href="${links.next}">${say(WORDS.next)}</a></p>`}`
  return page({ lang, title, path: `${prefix}/changes`, inLanguage: address, body })
}
