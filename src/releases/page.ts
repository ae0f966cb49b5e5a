/** Releases for people: the list, and one with its files. */
import { type Html, html } from '../html/html.ts'
import { page } from '../html/page.ts'
import { SPEECH } from '../i18n/speech.ts'
import type { Lang, Words } from '../i18n/words.ts'
import type { ReleaseFile } from './file.ts'

/** A release as programs read it. */
export type Shown = {
  id: string
  title: string
  note?: string
  date: string
  status: string
  current: boolean
  url: string
  changes?: string
  rows?: Readonly<Record<string, number>>
  files?: readonly (ReleaseFile & { url: string })[]
}

const WORDS = {
  releases: ['Releases', 'Versions'],
  release: ['Release {id}', 'Version {id}'],
  lead: [
    'Data change only by releases, and a release never changes: with release= in an address, the same rows come for ever.',
    'Les données ne changent que par versions, et une version ne change jamais : avec release= dans l’adresse, les mêmes lignes reviennent toujours.'
  ],
  day: ['The data speak of', 'Les données parlent du'],
  holds: ['What it holds', 'Contenu'],
  changes: ['Changes since the release before', 'Changements depuis la version précédente'],
  current: ['newest', 'la plus récente'],
  dropped: ['withdrawn', 'retirée'],
  files: ['Files', 'Fichiers'],
  size: ['Bytes', 'Octets'],
  feed: ['Feed', 'Fil']
} as const satisfies Record<string, Words>

function write(lang: Lang, title: string, prefix: string, content: Html): string {
  const { say } = SPEECH[lang]
  const ways = html`<p class="soft"><a href="${prefix}/releases">${say(WORDS.releases)}</a> · <a href="${prefix}/releases.atom">${say(WORDS.feed)}</a></p>`
  return page({ lang, title, path: `${prefix}/releases`, body: html`${ways}\n<h1>${title}</h1>\n${content}` })
}

/** All releases, the newest first. */
export function releasesPage(lang: Lang, prefix: string, releases: readonly Shown[]): string {
  const { say, date } = SPEECH[lang]
  const row = ({ id, title, note, date: day, status, current, url, changes }: Shown) =>
    html`<tr><th scope="row"><a href="${url}">${id}</a>${current && html`<br><span class="soft">${say(WORDS.current)}</span>`}${status === 'dropped' && html`<br><span class="soft">${say(WORDS.dropped)}</span>`}</th><td>${date(day)}</td><td><span lang="en">${title}${note && html`<br>${note}`}</span></td><td>${changes && html`<a href="${changes}">${say(WORDS.changes)}</a>`}</td></tr>\n`
  return write(
    lang,
    say(WORDS.releases),
    prefix,
    html`<p class="lead">${say(WORDS.lead)}</p>
<div class="wide"><table><thead><tr><th scope="col">${say(['Release', 'Version'])}</th><th scope="col">${say(WORDS.day)}</th><th scope="col">${say(WORDS.holds)}</th><td></td></tr></thead><tbody>
${releases.map(row)}</tbody></table></div>`
  )
}

/** One release with its files and their digests. */
export function releasePage(lang: Lang, prefix: string, release: Shown): string {
  const { say, date, number } = SPEECH[lang]
  const { id, title, note, date: day, changes, files = [], status } = release
  const file = ({ name, title: what, bytes, sha256, url }: ReleaseFile & { url: string }) =>
    html`<tr><th scope="row"><a href="${url}">${name}</a></th><td lang="en">${what}</td><td>${number(bytes)}</td><td><code>${sha256}</code></td></tr>\n`
  return write(
    lang,
    say(WORDS.release, { id }),
    prefix,
    html`<p class="lead" lang="en">${title}${note && html`<br>${note}`}</p>
<p>${say(WORDS.day)} ${date(day)}.${status === 'dropped' && html` <strong>${say(WORDS.dropped)}</strong>`}${changes && html` <a href="${changes}">${say(WORDS.changes)}</a>`}</p>
${
  files.length > 0 &&
  html`<h2>${say(WORDS.files)}</h2>
<div class="wide"><table><thead><tr><th scope="col">${say(['File', 'Fichier'])}</th><th scope="col">${say(WORDS.holds)}</th><th scope="col">${say(WORDS.size)}</th><th scope="col">SHA-256</th></tr></thead><tbody>
${files.map(file)}</tbody></table></div>`
}`
  )
}
