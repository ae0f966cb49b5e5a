/** An entry of a feed in words. */
import { type Dataset, datasetAt } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import type { LabelBook } from '../engine/labels.ts'
import { type Html, html } from '../html/html.ts'
import { SPEECH, titled } from '../i18n/speech.ts'
import { type Lang, midSentence, typeset, type Words, wordsIn } from '../i18n/words.ts'
import type { Change, Entry, Event } from './entries.ts'

const EVENTS: Record<Event, Words> = {
  new: ['new in release {release}', 'apparition dans la version {release}'],
  enters: ['now among these rows', 'désormais parmi ces lignes'],
  changes: ['changed', 'modification'],
  leaves: ['no longer among these rows', 'n’est plus parmi ces lignes'],
  ends: ['no longer there in release {release}', 'disparition dans la version {release}']
}
const WORDS = {
  none: ['no source says', 'aucune source ne le dit'],
  change: ['{column}: {old} → {new}', '{column} : {old} → {new}'],
  more: ['{column} and {count} more', '{column} et {count} de plus'],
  others: ['{count} more {count|change|changes}', '{count} {count|autre changement|autres changements}'],
  release: ['Release {release} ({date}), after {since}.', 'Version {release} ({date}), après {since}.'],
  record: ['The record in this release', 'La fiche dans cette version'],
  history: ['Its history', 'Son historique'],
  column: ['Column', 'Colonne'],
  old: ['Before', 'Avant'],
  new: ['Now', 'Maintenant']
} as const satisfies Record<string, Words>

/** Changes that a summary tells of; the content has all. */
const TOLD = 8
const LONG_TITLE = 80
const LONG_VALUE = 600

const cut = (text: string, most: number) => {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}

export type Told = { dataset: Dataset; book: LabelBook; lang: Lang }

/** What the record is called: its name or title, behind its country where it has one. */
export function nameOf({ id, row }: Pick<Entry, 'id' | 'row'>, lang: Lang): string {
  const name = row[`name_${lang}`] ?? row.name_en ?? row.title ?? id
  const place = row[`country_name_${lang}`]
  const text = cut(String(name), LONG_TITLE)
  return place && place !== name ? titled(SPEECH[lang], String(place), text) : text
}

/** A value as people read it: its label, where it has one. */
function valueIn({ dataset, book, lang }: Told, column: string, value: unknown): string {
  if (value === null || value === undefined) return wordsIn(WORDS.none, lang)
  const field = dataset.fields[column] ?? {}
  const one = (atom: unknown) => book.label(field, String(atom), lang) ?? String(atom)
  if (Array.isArray(value)) return value.map(one).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : one(value)
}

const columnIn = ({ dataset, lang }: Told, column: string): string => {
  const field = dataset.fields[column]
  return field ? wordsIn(field.label, lang) : column
}

const told = (teller: Told, { field, old, new: value }: Change, most: number): string =>
  SPEECH[teller.lang].say(WORDS.change, {
    column: columnIn(teller, field ?? ''),
    old: cut(valueIn(teller, field ?? '', old), most),
    new: cut(valueIn(teller, field ?? '', value), most)
  })

/** What was assessed or counted first, then texts and identifiers: of many changes a headline tells one. */
const weightiestFirst = ({ dataset }: Told, changes: readonly Change[]): Change[] => {
  const weight = ({ field }: Change) => {
    const { kind = 'text', codeList } = dataset.fields[field ?? ''] ?? {}
    return codeList || kind === 'boolean' ? 0 : kind === 'integer' || kind === 'number' ? 1 : 2
  }
  return [...changes].sort((a, b) => weight(a) - weight(b))
}

/** A line that says what happened, for a list of headlines. */
export function headline(teller: Told, entry: Entry): string {
  const { lang } = teller
  const { event, changes, release } = entry
  const { say } = SPEECH[lang]
  const [first, ...others] = weightiestFirst(teller, changes)
  const column = midSentence(columnIn(teller, first?.field ?? ''))
  const what =
    event !== 'changes'
      ? say(EVENTS[event], { release: release.id })
      : others.length > 0
        ? say(WORDS.more, { column, count: others.length })
        : told(teller, first as Change, LONG_TITLE / 2)
  return typeset(titled(SPEECH[lang], nameOf(entry, lang), what), lang)
}

/** The sentence below the headline, without markup. */
export function summary(teller: Told, entry: Entry): string {
  const { lang } = teller
  const { say, date } = SPEECH[lang]
  const { release, since, differing } = entry
  const shown = weightiestFirst(teller, differing).slice(0, TOLD)
  const more = differing.length - shown.length
  const changes = [
    ...shown.map(change => told(teller, change, LONG_TITLE)),
    ...(more > 0 ? [say(WORDS.others, { count: more })] : [])
  ]
  const when = say(WORDS.release, { release: release.id, date: date(release.date), since: since.id })
  return typeset([`${headline(teller, entry)}.`, ...changes.map(text => `${text}.`), when].join(' '), lang)
}

export type Addresses = { record: string | undefined; history: string }

/** What changed as a table, and where to read on. */
export function content(teller: Told, entry: Entry, { record, history }: Addresses): Html {
  const { lang } = teller
  const { say, date } = SPEECH[lang]
  const { release, since, differing } = entry
  const words = (text: Words, values = {}) => typeset(say(text, values), lang)
  const row = ({ field, old, new: value }: Change) => {
    const cell = (side: unknown) => cut(valueIn(teller, field ?? '', side), LONG_VALUE)
    return html`<tr><th scope="row">${columnIn(teller, field ?? '')}</th><td>${cell(old)}</td><td>${cell(value)}</td></tr>`
  }
  const head = [WORDS.column, WORDS.old, WORDS.new].map(text => html`<th scope="col">${words(text)}</th>`)
  const event = words(EVENTS[entry.event], { release: release.id })
  return html`<p>${typeset(titled(SPEECH[lang], nameOf(entry, lang), event), lang)}.</p>${
    differing.length > 0 && html`<table><thead><tr>${head}</tr></thead><tbody>${differing.map(row)}</tbody></table>`
  }<p>${words(WORDS.release, { release: release.id, date: date(release.date), since: since.id })}</p><p>${
    record && html`<a href="${record}">${words(WORDS.record)}</a> · `
  }<a href="${history}">${words(WORDS.history)}</a></p>`
}

/** The dataset as a release shows it, with the words for its values. */
export const teller = (dataset: Dataset, release: Release, book: LabelBook, lang: Lang): Told => ({
  dataset: datasetAt(dataset, release),
  book,
  lang
})
