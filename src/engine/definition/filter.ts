/** Filters: one grammar for all of them, one line per kind of comparison. */

import { type SQL, sql } from 'drizzle-orm'
import { EXISTING_DATE, isNoDate } from '../../db/dates.ts'
import type { Words } from '../../i18n/words.ts'
import { type Field, ID_PATTERN, type Kind } from './field.ts'
import { canonicalWords, faultOfWords, wholeQuery } from './search-syntax.ts'

/** How the atoms of a filter are written and compared. */
export type Comparison = 'value' | 'range' | 'list' | 'words'

/**
 * How a sentence says that the condition holds: of any value, `{}` stands for it, `{of}` for it as a place behind
 * "of", `{in}` for it as a continent behind "in"; of a flag, one phrase each. Without one the sentence says "label: value".
 */
export type Phrase = Words | Readonly<Record<'true' | 'false', Words>>

export type Filter = {
  comparison: Comparison
  /** What one value is; of a list, what it holds. */
  kind: Exclude<Kind, 'list'>
  /** Whether the value may be missing. */
  nullable: boolean
  value: SQL
  /** What rows are grouped by, where it is another value: one of a list whose values have a row each. */
  grouped?: SQL
  /** What the values are called. */
  label: Words
  phrase?: Phrase
  meaning: Words
  /** The values are years of the calendar. */
  isYear?: true
  /** A closed list of what may be written. */
  allowed?: readonly string[]
  /** The dataset whose ids may be written. */
  references?: string
  /** What one atom looks like. */
  pattern: string
  /** How an atom is written in canonical form, such as country codes in capitals. */
  canonical?: (atom: string) => string
  /** How an atom enters SQL. */
  toSql: (atom: string) => SQL
  codeList?: string
}

const asText = (atom: string) => sql`${atom}`
const asNumber = (atom: string) => sql`${Number(atom)}`
const asBoolean = (atom: string) => sql.raw(atom)

/** Whether the values are compared as numbers. */
export const isNumeric = ({ toSql }: Pick<Filter, 'toSql'>): boolean => toSql === asNumber

/** What a filter has to know of its field. */
type Filtered = Pick<Field, 'value' | 'schema' | 'kind' | 'nullable' | 'label' | 'codeList' | 'references' | 'isYear'>

const filteredValue = ({ value, label, nullable, kind, schema, isYear }: Filtered) => ({
  ...(isYear ? { isYear } : {}),
  value,
  label,
  nullable,
  kind: kind !== 'list' ? kind : schema.items?.enum ? ('code' as const) : ('text' as const)
})

type Options = { references?: string; canonical?: (atom: string) => string; pattern?: string; phrase?: Phrase }

/** Any of, or none of, the values. */
export const equals = (field: Filtered, meaning: Words, options: Options = {}): Filter => {
  const { kind, schema } = field
  const allowed = kind === 'boolean' ? ['true', 'false'] : (schema.enum as readonly string[] | undefined)
  return {
    comparison: 'value',
    ...filteredValue(field),
    meaning,
    pattern: allowed
      ? `(${allowed.join('|')})`
      : (options.pattern ?? (kind === 'integer' ? '\\d{1,9}' : inner(schema.pattern ?? ID_PATTERN))),
    toSql: kind === 'boolean' ? asBoolean : kind === 'integer' ? asNumber : asText,
    ...(allowed ? { allowed } : {}),
    ...(field.codeList ? { codeList: field.codeList } : {}),
    ...options
  }
}

/** From … to, both ends included; of dates at any precision. */
export const between = (field: Filtered, meaning: Words, options: Pick<Options, 'phrase'> = {}): Filter => ({
  comparison: 'range',
  ...filteredValue(field),
  meaning,
  pattern: field.kind === 'date' ? EXISTING_DATE : field.kind === 'number' ? '-?\\d{1,9}(\\.\\d{1,6})?' : '-?\\d{1,9}',
  toSql: field.kind === 'date' ? asText : asNumber,
  ...options
})

/** Any of (a comma) or all of (a plus) the values of a list. */
export const contains = (field: Filtered, meaning: Words, options: Options = {}): Filter => {
  const allowed = field.schema.items?.enum as readonly string[] | undefined
  return {
    comparison: 'list',
    ...filteredValue(field),
    meaning,
    pattern: allowed ? `(${allowed.join('|')})` : (options.pattern ?? inner(field.schema.items?.pattern ?? ID_PATTERN)),
    toSql: asText,
    ...(allowed ? { allowed } : {}),
    ...(field.codeList ? { codeList: field.codeList } : {}),
    ...(field.references ? { references: field.references } : {}),
    ...options
  }
}

/** Words that occur in any of the vectors. Full-text search is a filter like others, called `q` wherever it is. */
export const search = (vectors: readonly SQL[]): Filter => ({
  comparison: 'words',
  kind: 'text',
  nullable: false,
  value: sql`(${sql.join(
    vectors.map(vector => sql`coalesce(${vector}, '')`),
    sql` || `
  )})`,
  label: ['Words', 'Mots'],
  phrase: ['with the words “{}”', 'avec les mots « {} »'],
  meaning: [
    'Full-text search in the texts and names of a row.',
    'Recherche plein texte dans les textes et noms d’une ligne.'
  ],
  pattern: '.*',
  toSql: wholeQuery
})

const inner = (pattern: string) => `(${pattern.replace(/^\^|\$$/g, '')})`

/** One alternative: no value at all, atoms that must all hold, or a range. */
export type Alternative = null | { all: string[] } | { low?: string; high?: string }
export type Condition = { negated: boolean; alternatives: Alternative[] }

/** Values that one parameter takes at once. */
const MAX_VALUES = 100

/**
 * A pattern of values joined by commas, of which each is written once: a word follows the comma, or the text ends.
 * `sign` may stand in front of a value; `value` must begin with a letter or a digit.
 */
export const joinedByCommas = (value: string, most: number, sign = ''): string =>
  `^${sign}(${value}(,${sign}\\b|$)){1,${most}}$`

/** A pattern for the whole parameter, for OpenAPI. */
export const parameterPattern = ({ comparison, pattern, allowed }: Filter): string => {
  if (comparison === 'words') return '^[^\\u0000]+$'
  const words = allowed && `(${[...allowed, 'null'].join('|')})`
  if (words && comparison === 'value') return joinedByCommas(words, MAX_VALUES, '!?')
  if (words && comparison === 'list') return `^!?(${words}((,!?|[+ ])\\b|$))+$`
  const atom = {
    value: pattern,
    range: `(${pattern}(\\.\\.(${pattern})?)?|\\.\\.${pattern})`,
    list: `${pattern}([+ ]${pattern})*`
  }[comparison]
  return `^!?(${atom}|null)(,!?(${atom}|null)){0,${MAX_VALUES - 1}}$`
}

export type Parsed = { condition: Condition } | { faults: { value: string; reason: string }[] }

/**
 * Reads a parameter: alternatives joined by commas, `null` for "no source says", a `!` in front for none of them.
 * `known` tells whether an atom is among the ids of the dataset that the filter references.
 */
export function parseCondition(filter: Filter, text: string, known: (atom: string) => boolean = () => true): Parsed {
  if (filter.comparison === 'words') {
    const reason = faultOfWords(text)
    if (reason) return { faults: [{ value: text, reason }] }
    return { condition: { negated: false, alternatives: [{ all: [canonicalWords(text)] }] } }
  }
  const terms = text.split(',')
  if (terms.length > MAX_VALUES)
    return {
      faults: [{ value: text, reason: `names ${terms.length} values; ${MAX_VALUES} at most are taken at once` }]
    }
  const marks = terms.map(term => term.startsWith('!'))
  const negated = marks[0] === true
  const faults: { value: string; reason: string }[] = []
  if (!negated && marks.includes(true))
    faults.push({ value: text, reason: 'puts ! inside a list; write it once, in front of all' })
  const whole = new RegExp(`^${filter.pattern}$`)
  const atom = (raw: string): string => {
    const value = filter.canonical?.(raw) ?? raw
    if (filter.kind === 'date' && isNoDate(value))
      faults.push({
        value: raw,
        reason: `is no date: no calendar has this ${value.length > 7 ? 'day' : value.length > 4 ? 'month' : 'year'}`
      })
    else if (!whole.test(value) || !known(value)) faults.push({ value: raw, reason: '' })
    return value
  }
  const alternatives = terms.map((term): Alternative => {
    const body = term.replace(/^!/, '')
    if (body === 'null') return null
    if (filter.comparison === 'list') return { all: [...new Set(body.split(/[+ ]/).map(atom))].sort() }
    if (filter.comparison === 'value') return { all: [atom(body)] }
    const [low = '', high = low] = body.includes('..') ? body.split('..') : [body]
    if (low === '' && high === '') faults.push({ value: body, reason: '' })
    const range = { ...(low ? { low: atom(low) } : {}), ...(high ? { high: atom(high) } : {}) }
    if (low && high && low !== high && isAfter(filter, low, high))
      faults.push({ value: body, reason: 'ends before it starts' })
    return range
  })
  return faults.length > 0 ? { faults } : { condition: { negated, alternatives } }
}

const isAfter = (filter: Filter, low: string, high: string) =>
  isNumeric(filter) ? Number(low) > Number(high) : low.slice(0, high.length) > high

/** The same condition, always written the same way. */
export const canonicalText = ({ negated, alternatives }: Condition): string => {
  const write = (alternative: Alternative) => {
    if (alternative === null) return 'null'
    if ('all' in alternative) return alternative.all.join('+')
    const { low = '', high = '' } = alternative
    return low === high ? low : `${low}..${high}`
  }
  return `${negated ? '!' : ''}${[...new Set(alternatives.map(write))].sort().join(',')}`
}

/** The condition in SQL. A missing value never matches, unless `null` asks for it; and it is none of any values. */
export function toWhere(filter: Filter, { negated, alternatives }: Condition): SQL {
  const matches = sql.join(
    alternatives.map(alternative => sql`(${matchOne(filter, alternative)})`),
    sql` or `
  )
  return negated ? sql`(${matches}) is not true` : sql`(${matches})`
}

function matchOne(filter: Filter, alternative: Alternative): SQL {
  const { comparison, value, toSql } = filter
  if (alternative === null) return sql`${value} is null`
  if ('all' in alternative) {
    const atoms = sql.join(alternative.all.map(toSql), sql`, `)
    return comparison === 'list' ? sql`${value} @> array[${atoms}]::text[]` : sql`${value} = ${atoms}`
  }
  const { low, high } = alternative
  const parts: SQL[] = []
  if (isNumeric(filter)) {
    if (low) parts.push(sql`${value} >= ${toSql(low)}`)
    if (high) parts.push(sql`${value} <= ${toSql(high)}`)
  } else {
    // A date known only to its year lies in a range of months only if the whole year does not start before it.
    if (low) parts.push(sql`${value} collate "C" >= ${toSql(low)}`)
    if (high) parts.push(sql`left(${value}, ${sql.raw(String(high.length))}) collate "C" <= ${toSql(high)}`)
  }
  return sql.join(parts, sql` and `)
}
