/** A public column: where its value comes from, what it may hold, what it means. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Words } from '../../i18n/words.ts'

export type Kind = 'text' | 'code' | 'date' | 'integer' | 'number' | 'boolean' | 'list'

/** The JSON Schema of one value; what OpenAPI, Table Schema and the response checks are made of. */
export type ValueSchema = {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array'
  enum?: readonly string[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: ValueSchema
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
}

export type Field = {
  kind: Kind
  value: SQL
  nullable: boolean
  schema: ValueSchema
  label: Words
  meaning: Words
  /** Generation of public columns it came with (CONTRACT); the first where it does not say. */
  since?: number
  /** The field of /code-lists that explains the values, where they are coded. */
  codeList?: string
  /** The values are years of the calendar. */
  isYear?: true
  /** The dataset that the values are ids of, where its names stand nowhere else in the row. */
  references?: string
}

type Column<T, NotNull extends boolean = boolean> = PgColumn & { _: { data: T; notNull: NotNull } }

/** A value that may be missing: a nullable column, or any column of a table that is joined from the left. */
export type Nullable<T> = { readonly nullable: true; readonly value: SQL; readonly _?: T }

/**
 * What a field may be read from. A nullable column does not compile until `nullable` says so, since a serializer that
 * believes in a value would turn a missing score into zero.
 */
export type Source<T> = Column<T, true> | SQL<T> | Nullable<T>

export const nullable = <T>(column: Column<T> | SQL<T>): Nullable<T> => ({ nullable: true, value: sql`${column}` })

/** A column that was added to a published dataset: it stands last, and stays out of releases of older generations. */
export const since = (contract: number, field: Field): Field => ({ ...field, since: contract })

const read = (source: Source<unknown>) =>
  'nullable' in source && source.nullable === true
    ? { value: source.value as SQL, nullable: true }
    : { value: sql`${source as SQLWrapper}`, nullable: false }

type Limits = { maxLength?: number; pattern?: string; format?: string }

const TITLE = 500
/** Characters that a text may have whose source makes it as long as it is. */
export const LONG_TEXT = 20_000
export const ID_PATTERN = '^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$'
export const DATE_PATTERN = '^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$'

export const text = (source: Source<string>, label: Words, meaning: Words, limits: Limits = {}): Field => ({
  kind: 'text',
  ...read(source),
  schema: { type: 'string', minLength: 1, maxLength: TITLE, ...limits },
  label,
  meaning
})

/** Text as long as its source makes it. */
export const longText = (source: Source<string>, label: Words, meaning: Words): Field =>
  text(source, label, meaning, { maxLength: LONG_TEXT })

export const id = (source: Source<string>, label: Words, meaning: Words): Field =>
  text(source, label, meaning, { pattern: ID_PATTERN, maxLength: 120 })

export const url = (source: Source<string>, label: Words, meaning: Words): Field =>
  text(source, label, meaning, { maxLength: 2000, format: 'uri' })

/** ISO 8601 at the precision known. */
export const date = (source: Source<string>, label: Words, meaning: Words): Field => ({
  ...text(source, label, meaning, { pattern: DATE_PATTERN, maxLength: 10 }),
  kind: 'date'
})

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? unknown : never) : never

/** One value of a closed list. The list must be exactly the column's own. */
export const code = <C extends string, const V extends readonly string[]>(
  source: Source<C> & Same<C, V[number]>,
  values: V,
  label: Words,
  meaning: Words,
  codeList?: string
): Field => ({
  kind: 'code',
  ...read(source as Source<string>),
  schema: { type: 'string', enum: values },
  label,
  meaning,
  ...(codeList ? { codeList } : {})
})

export const integer = (
  source: Source<number>,
  label: Words,
  meaning: Words,
  [minimum, maximum]: readonly [number, number] = [0, 2147483647]
): Field => ({ kind: 'integer', ...read(source), schema: { type: 'integer', minimum, maximum }, label, meaning })

export const year = (source: Source<number>, label: Words, meaning: Words): Field => ({
  ...integer(source, label, meaning, [1900, 2100]),
  isYear: true
})

export const number = (
  source: Source<number>,
  label: Words,
  meaning: Words,
  [minimum, maximum]: readonly [number, number]
): Field => ({ kind: 'number', ...read(source), schema: { type: 'number', minimum, maximum }, label, meaning })

export const boolean = (source: Source<boolean>, label: Words, meaning: Words): Field => ({
  kind: 'boolean',
  ...read(source),
  schema: { type: 'boolean' },
  label,
  meaning
})

const LIST = { minItems: 1, maxItems: 200 } as const

/** Several values in the source's order; null when there is none, so that an empty CSV cell means one thing. */
export const list = (
  source: Nullable<string[]>,
  label: Words,
  meaning: Words,
  { references, ...items }: Limits & { references?: string } = {}
): Field => ({
  kind: 'list',
  ...read(source),
  schema: { type: 'array', items: { type: 'string', minLength: 1, maxLength: TITLE, ...items }, ...LIST },
  label,
  meaning,
  ...(references ? { references } : {})
})

/** Several values of a closed list. */
export const codes = <C extends string, const V extends readonly string[]>(
  source: Nullable<C[]> & Same<C, V[number]>,
  values: V,
  label: Words,
  meaning: Words,
  codeList?: string
): Field => ({
  kind: 'list',
  ...read(source as Nullable<string[]>),
  schema: { type: 'array', items: { type: 'string', enum: values }, uniqueItems: true, ...LIST },
  label,
  meaning,
  ...(codeList ? { codeList } : {})
})
