/** The words of a search: what is looked for, what is left out, and how PostgreSQL is asked for both. */
import { type SQL, sql } from 'drizzle-orm'

/** The longest search in characters, and the most words and phrases in one. */
export const MAX_SEARCH_LENGTH = 200
const MAX_TERMS = 20

/** One thing that must occur, or must not. Several words are a phrase. */
export type Term = {
  words: readonly string[]
  negated: boolean
  /** Whether the last word may go on, since it is perhaps still being typed. */
  open: boolean
}

export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** A phrase in quotes, its end perhaps still missing, or what stands between blanks; a minus in front of either. */
const TERM = /(?<!\S)(-?)"([^"]*)("?)|(?<!\S)(-?)([^\s"]+)|[^\s"]+/gu

/** Words as they are compared: composed, in lower case; accents are the database's matter. */
export const splitWords = (text: string): string[] => text.normalize('NFC').toLowerCase().match(WORD) ?? []

/** The same search, always written the same way. */
export const canonicalWords = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')

/** Reads a search: words and "phrases", those behind a minus left out; the last word may be the beginning of one. */
function readTerms(text: string): Term[] {
  const quoted = canonicalWords(text).replace(/[“”„«»]/g, '"')
  const terms = [...quoted.matchAll(TERM)].flatMap(([whole, minus, phrase, closed, sign, word]) => {
    const words = splitWords(phrase ?? word ?? whole)
    const negated = (minus ?? sign) === '-'
    return words.length > 0 ? [{ words, negated, open: !negated && closed !== '"' }] : []
  })
  return terms.map((term, index) => ({ ...term, open: term.open && index === terms.length - 1 }))
}

/** What keeps a text from being a search; undefined where it is one. */
export function faultOfWords(text: string): string | undefined {
  const terms = readTerms(text)
  if ([...text].length > MAX_SEARCH_LENGTH) return `is longer than ${MAX_SEARCH_LENGTH} characters`
  if (terms.length === 0) return 'holds no word: letters or digits'
  if (terms.length > MAX_TERMS) return `holds more than ${MAX_TERMS} words and phrases`
  if (terms.every(({ negated }) => negated)) return 'only leaves words out; name one to look for as well'
  return undefined
}

/** A term in the syntax of to_tsquery. Words hold letters, digits and marks alone, so that none can end its quotes. */
const quote = (words: readonly string[], end = '') => `${words.map(word => `'${word}'`).join(' <-> ')}${end}`

const queryOf = ({ words, open }: Term): SQL => {
  const whole = sql`search_query(${quote(words)})`
  return open ? sql`(${whole} || to_tsquery('search_simple', ${quote(words, ':*')}))` : whole
}

const positive = (text: string) => readTerms(text).filter(({ negated }) => !negated)

/** Each thing that must occur, or must not, as a tsquery of its own. */
export const searchTerms = (text: string): { query: SQL; negated: boolean }[] =>
  readTerms(text).map(term => ({ query: queryOf(term), negated: term.negated }))

/** All that must occur, and nothing of what must not. */
export const wholeQuery = (text: string): SQL =>
  sql`(${sql.join(
    readTerms(text).map(term => (term.negated ? sql`(!! ${queryOf(term)})` : queryOf(term))),
    sql` && `
  )})`

/** Any single word that must occur, whether in a phrase or not: what a reader wants to see marked. */
export const anyWord = (text: string): SQL =>
  sql`(${sql.join(
    positive(text).flatMap(({ words, open }) =>
      words.map((word, index) => queryOf({ words: [word], negated: false, open: open && index === words.length - 1 }))
    ),
    sql` || `
  )})`
