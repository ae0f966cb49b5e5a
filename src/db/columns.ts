/**
 * Column types that bring their own rule. From one rule follow the CHECK constraint in the database and the message an
 * importer gives for a value that breaks it, so that no code, year or empty text can enter that the contract denies.
 */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { boolean, customType, integer, numeric, text as rawText } from 'drizzle-orm/pg-core'
import { isDate } from './dates.ts'

export type Rule = {
  /** The constraint, on this column; none where the type says it all. */
  check?: (column: SQL) => SQL
  /** Does one cell's text (of a list: one element) keep the rule? */
  accepts: (value: string) => boolean
  /** What is accepted, to complete "must be …". */
  expected: string
  /** The values of a closed vocabulary. */
  allowed?: readonly string[]
}

export const rules = new WeakMap<object, Rule>()
const ruled = <B extends object>(builder: B, rule: Rule): B => {
  rules.set(builder, rule)
  return builder
}

/** A column that follows from others, and so is never filled by hand. */
export type Derivation =
  | { /** Made of the row's own columns. */ make: (row: Readonly<Record<string, unknown>>) => string | null }
  | {
      /** Marks, among rows that agree in the first column, the one whose second names the edition of the highest rank. */
      newest: readonly [among: string, edition: string]
    }
  | {
      /** Of that one: the values of those of `told` that it leaves empty, each from the newest of the others that has it. */
      earlier: readonly [among: string, edition: string]
      told: readonly string[]
    }

export const derivations = new WeakMap<object, Derivation>()
export const derived = <B extends object>(builder: B, derivation: Derivation): B => {
  derivations.set(builder, derivation)
  return builder
}

const literal = (value: string) => `'${value.replaceAll("'", "''")}'`
const literals = (values: readonly string[]) => sql.raw(values.map(literal).join(', '))

/** One ICU collation for all text, so that ORDER BY and the keyset of a cursor agree on every server. */
export const TEXT = 'text COLLATE "und-x-icu"'
const icuText = <T extends string>() => customType<{ data: T; driverData: string }>({ dataType: () => TEXT })()

const BEGINNING = 200

/** As much of a text as rows are ordered by; an index takes no entry of more than a third of a page. */
export const beginningOf = (text: SQL | SQLWrapper): SQL => sql`left(${text}, ${sql.raw(String(BEGINNING))})`

const matching = (pattern: string, expected: string): Rule => {
  const compiled = new RegExp(pattern)
  return {
    check: column => sql`${column} ~ ${literals([pattern])}`,
    accepts: value => compiled.test(value),
    expected
  }
}

const within = (low: number, high: number): Rule => ({
  check: column => sql`${column} between ${sql.raw(`${low} and ${high}`)}`,
  accepts: value => /^-?\d+$/.test(value) && Number(value) >= low && Number(value) <= high,
  expected: `a whole number from ${low} to ${high}`
})

/** Text that is never empty: in CSV an empty cell means null and nothing else. */
export const text = () =>
  ruled(icuText<string>(), {
    check: column => sql`${column} <> ''`,
    accepts: value => value !== '' && !value.includes('\0'),
    expected: 'text'
  })

/** One value of a closed vocabulary. */
export const code = <const V extends readonly string[]>(values: V) =>
  ruled(icuText<V[number]>(), {
    check: column => sql`${column} in (${literals(values)})`,
    accepts: value => values.includes(value),
    expected: `one of ${values.join(', ')}`,
    allowed: values
  })

/** A list of free texts in their source's order; null when there is none. `|` joins them in CSV, so none holds one. */
export const texts = () =>
  ruled(rawText().array(), {
    check: column => sql`cardinality(${column}) > 0 and array_position(${column}, null) is null`,
    accepts: value => value !== '' && !value.includes('\0'),
    expected: 'texts joined by |'
  })

/** A set of values of a closed vocabulary; null when there is none. */
export const codes = <const V extends readonly string[]>(values: V) =>
  ruled(rawText().array().$type<V[number][]>(), {
    check: column => sql`cardinality(${column}) > 0 and ${column} <@ array[${literals(values)}]`,
    accepts: value => values.includes(value),
    expected: `some of ${values.join(', ')}, joined by |`,
    allowed: values
  })

/** An identifier: ISO codes in capitals, everything else in lower case, parts joined by hyphens. */
export const slug = () =>
  ruled(
    icuText<string>(),
    matching('^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$', 'letters and digits, in parts joined by hyphens')
  )

/** ISO 3166-1 alpha-2, with XK for Kosovo. */
export const iso2 = () => ruled(icuText<string>(), matching('^[A-Z]{2}$', 'an ISO 3166-1 alpha-2 code in capitals'))

/** ISO 8601 at the precision known: 2012, 2012-04 or 2012-04-17. The database looks at the form, the rule at the calendar. */
export const partialDate = () =>
  ruled(icuText<string>(), {
    ...matching(
      '^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$',
      'a date as 2012, 2012-04 or 2012-04-17'
    ),
    accepts: isDate,
    expected: 'a date that there is, as 2012, 2012-04 or 2012-04-17'
  })

export const year = () => ruled(integer(), within(1900, 2100))
export const count = () => ruled(integer(), within(0, 2147483647))
export const between = (low: number, high: number) => ruled(integer(), within(low, high))
export const percent = () =>
  ruled(numeric({ mode: 'number' }), {
    check: column => sql`${column} between 0 and 100`,
    accepts: value => /^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100,
    expected: 'a number from 0 to 100'
  })
export const flag = () =>
  ruled(boolean(), {
    accepts: value => value === 'true' || value === 'false',
    expected: 'true or false',
    allowed: ['true', 'false']
  })
