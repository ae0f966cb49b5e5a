/** A question in words: "Commitments of Chile with a star, by year" or « Engagements du Chili avec une étoile ». */

import type { Measure } from '../engine/aggregate/measures.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Field } from '../engine/definition/field.ts'
import type { Alternative, Condition, Filter } from '../engine/definition/filter.ts'
import type { Release } from '../engine/definition/release.ts'
import type { LabelBook } from '../engine/labels.ts'
import type { ColumnOrder } from '../engine/sql/order-by.ts'
import { type Lang, midSentence, typeset, type Words, wordsIn } from '../i18n/words.ts'
import { inContinent, ofPlace, plain } from './country-prepositions.ts'

const NO_SOURCE: Words = ['no source says', 'aucune source ne le dit']
const ANY_VALUE: Words = ['any known value', 'toute valeur connue']
const ANYTHING_BUT: Words = ['anything but', 'tout sauf']
const OR: Words = ['or', 'ou']
const AND: Words = ['and', 'et']
const SORTED_BY: Words = ['sorted by', 'tri :']
const DESCENDING: Words = ['descending', 'décroissant']
const THEN: Words = ['then', 'puis']
const AS_OF: Words = ['as of release', 'selon la version']

const BY: Words = ['by', 'par']
const SPLIT: Words = ['one row for each value of “{}”', 'une ligne pour chaque valeur de « {} »']

const MEASURE_WORDS: Readonly<Record<string, Words>> = {
  count: ['number', 'nombre'],
  share: ['share', 'part'],
  sum: ['sum', 'somme'],
  avg: ['average', 'moyenne'],
  min: ['minimum', 'minimum'],
  max: ['maximum', 'maximum'],
  median: ['median', 'médiane']
}

/** What of a question a sentence tells. */
export type Told = {
  conditions: ReadonlyMap<string, Condition>
  /** The order, where the question names one. */
  order?: readonly ColumnOrder[]
  /** The filters that rows are grouped by, and what is told of each group. */
  groups?: readonly string[]
  measures?: readonly Measure[]
  /** The list whose values have a row each. */
  split?: string | undefined
  /** The release, where the question names one. */
  release?: Release
}

type Teller = { lang: Lang; book: LabelBook }

const joined = (parts: readonly string[], word: string) =>
  parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`

/** Alternatives; a comma keeps those apart that hold an "and" of their own. */
const either = (parts: readonly string[], alternatives: readonly Alternative[], lang: Lang) => {
  const or = wordsIn(OR, lang)
  return alternatives.some(one => atomsOf(one).length > 1) ? parts.join(`, ${or} `) : joined(parts, or)
}

const labelled = (label: string, value: string, lang: Lang) =>
  `${midSentence(label)}${lang === 'fr' ? ' ' : ''}: ${value}`

function range({ low, high }: { low?: string; high?: string }, lang: Lang): string {
  if (low && high) return lang === 'fr' ? `de ${low} à ${high}` : `from ${low} to ${high}`
  if (low) return lang === 'fr' ? `à partir de ${low}` : `from ${low} on`
  return lang === 'fr' ? `jusqu’à ${high}` : `up to ${high}`
}

const isSpan = (alternative: Alternative): alternative is { low?: string; high?: string } =>
  alternative !== null && !('all' in alternative) && alternative.low !== alternative.high

const atomsOf = (alternative: Alternative): string[] =>
  alternative === null ? [] : 'all' in alternative ? alternative.all : [alternative.low ?? '']

/** The phrase of a filter, where it has one for this condition. */
function phrased(filter: Filter, { negated, alternatives }: Condition, { lang, book }: Teller): string | undefined {
  const { phrase } = filter
  if (!phrase || negated || alternatives.includes(null)) return undefined
  if ('true' in phrase) {
    const [only, ...others] = alternatives.flatMap(atomsOf)
    return others.length === 0 ? wordsIn(phrase[only as 'true' | 'false'], lang) : undefined
  }
  const one = (atom: string) => {
    const name = book.label(filter, atom, lang) ?? atom
    return wordsIn(phrase, lang)
      .replace('{of}', () => ofPlace(name, lang))
      .replace('{in}', () => inContinent(name, lang))
      .replace('{}', () => name)
  }
  const parts = alternatives.map(alternative =>
    isSpan(alternative) ? range(alternative, lang) : joined(atomsOf(alternative).map(one), wordsIn(AND, lang))
  )
  return either(parts, alternatives, lang)
}

/** "label: value or value", which needs no grammar. */
function listed(filter: Filter, { negated, alternatives }: Condition, { lang, book }: Teller): string {
  const say = (words: Words) => wordsIn(words, lang)
  const one = (atom: string) => book.label(filter, atom, lang) ?? atom
  const parts = alternatives.map(alternative =>
    alternative === null
      ? say(NO_SOURCE)
      : isSpan(alternative)
        ? range(alternative, lang)
        : joined(atomsOf(alternative).map(one), say(AND))
  )
  const value =
    negated && parts.length === 1 && alternatives[0] === null
      ? say(ANY_VALUE)
      : `${negated ? `${say(ANYTHING_BUT)} ` : ''}${either(parts, alternatives, lang)}`
  return labelled(say(filter.label), value, lang)
}

function sorted({ fields, filters }: Dataset, order: readonly ColumnOrder[], lang: Lang): string {
  const keys = order.map(({ column, descending }) => {
    const words = MEASURE_WORDS[column] ?? fields[column]?.label ?? filters[column]?.label
    const label = words ? midSentence(wordsIn(words, lang)) : column
    return descending ? `${label} (${wordsIn(DESCENDING, lang)})` : label
  })
  return `${wordsIn(SORTED_BY, lang)} ${keys.join(`, ${wordsIn(THEN, lang)} `)}`
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "Number and share of commitments", « Nombre et part d’engagements ». */
function measured({ fields }: Dataset, measures: readonly Measure[], subject: string, lang: Lang): string {
  const of = (name: string) =>
    lang === 'en' ? `of ${name}` : /^[aeiouy]/i.test(plain(name)) ? `d’${name}` : `de ${name}`
  const names = measures.map(measure => {
    const word = wordsIn(MEASURE_WORDS[measure.name] as Words, lang)
    return 'column' in measure
      ? `${word} ${of(midSentence(wordsIn((fields[measure.column] as Field).label, lang)))}`
      : word
  })
  return `${upper(joined(names, wordsIn(AND, lang)))} ${of(midSentence(subject))}`
}

/** What the rows are that fit the conditions: phrases first, then what is only listed. */
export function describeQuestion(
  dataset: Dataset,
  { conditions, order = [], release, split, groups = [], measures = [] }: Told,
  book: LabelBook,
  lang: Lang
): string {
  const phrases: string[] = []
  const rest: string[] = []
  const isWords = ({ comparison }: Filter) => Number(comparison === 'words')
  const filters = Object.entries(dataset.filters).sort(([, a], [, b]) => isWords(a) - isWords(b))
  for (const [name, filter] of filters) {
    const condition = conditions.get(name)
    if (!condition) continue
    const phrase = phrased(filter, condition, { lang, book })
    if (phrase) phrases.push(phrase)
    else rest.push(listed(filter, condition, { lang, book }))
  }
  const names = groups.map(name => midSentence(wordsIn((dataset.filters[name] as Filter).label, lang)))
  if (names.length > 0) rest.unshift(`${wordsIn(BY, lang)} ${joined(names, wordsIn(AND, lang))}`)
  const list = split === undefined ? undefined : dataset.fields[split]
  if (list) rest.push(wordsIn(SPLIT, lang).replace('{}', () => wordsIn(list.label, lang)))
  if (order.length > 0) rest.push(sorted(dataset, order, lang))
  if (release) rest.push(`${wordsIn(AS_OF, lang)} ${release.id}`)
  const title = wordsIn(dataset.title, lang)
  const subject = [measures.length > 0 ? measured(dataset, measures, title, lang) : title, ...phrases].join(' ')
  return typeset(rest.length > 0 ? `${subject}, ${rest.join(lang === 'fr' ? ' ; ' : '; ')}` : subject, lang)
}
