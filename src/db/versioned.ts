/** Tables whose rows are versions, the releases they belong to, and the ids they ever had. */
import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import {
  check,
  customType,
  index,
  integer,
  type PgColumn,
  type PgColumnBuilderBase,
  type PgTable,
  pgTable,
  primaryKey,
  timestamp,
  uniqueIndex
} from 'drizzle-orm/pg-core'
import {
  beginningOf,
  code,
  type Derivation,
  derivations,
  iso2,
  type Rule,
  rules,
  slug,
  text,
  texts
} from './columns.ts'

/**
 * The newest generation of public columns: raised when a dataset gets a column, which says `since` it exists. A release
 * keeps the columns of the generation it was published under, so that its bytes stay what they were.
 */
export const CONTRACT = 1

/** The data releases; a row of a versioned table is valid from one of them until another. */
export const releases = pgTable(
  'releases',
  {
    seq: integer().primaryKey(),
    id: slug().notNull().unique(),
    title: text().notNull(),
    note: text(),
    date: text().notNull(),
    status: code(['published', 'dropped']).notNull().default('published'),
    published_at: timestamp({ withTimezone: true, mode: 'string' }).notNull().defaultNow(),
    dropped_at: timestamp({ withTimezone: true, mode: 'string' }),
    sources: texts(),
    contract: integer().notNull().default(1)
  },
  table => [
    check('releases_date_check', sql`${table.date} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`),
    check('releases_status_check', sql`(${table.status} = 'dropped') = (${table.dropped_at} is not null)`)
  ]
)

/** Every id a dataset ever had: what foreign keys point to, since one id has many versions. */
const identity = <N extends string>(name: N) =>
  pgTable(`${name}_ids`, {
    id: slug().primaryKey(),
    since: integer()
      .notNull()
      .references(() => releases.seq)
  })

export const source_ids = identity('sources')
export const country_ids = identity('countries')
export const edition_ids = identity('editions')
export const theme_ids = identity('themes')
export const member_ids = identity('members')
export const action_plan_ids = identity('action_plans')
export const commitment_ids = identity('commitments')
export const working_group_ids = identity('working_groups')
export const body_ids = identity('bodies')

export const country = () => iso2().references(() => country_ids.id)
export const source = () => slug().references(() => source_ids.id)

/** Where a row's facts come from: a document, and the place in it (a heading, or the full address). */
export const origin = () => ({
  note: text(),
  source_id: source().notNull(),
  source_locator: text(),
  note_fr: text()
})

const vector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** How much a word found in a column counts: A most, D least. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** The words of the columns. A column whose name ends in its language is stemmed in it, any other in all we know. */
const wordsOf = (searched: Readonly<Record<string, Weight>>): SQL =>
  sql.raw(
    Object.entries(searched)
      .map(
        ([column, weight]) => `setweight(search_${/_(en|fr)$/.exec(column)?.[1] ?? 'any'}("${column}"), '${weight}')`
      )
      .join(' || ')
  )

/** The words of a table's searched columns; undefined where none is searched. */
export const searchVector = (table: PgTable): PgColumn | undefined =>
  (getTableColumns(table) as Record<string, PgColumn>).search

/** A column, or the beginning of one whose texts are of any length. */
type IndexedBy<Name extends string> = Name | { beginningOf: Name }

/**
 * A table whose rows are versions: `id` is public and permanent, `valid_from` the release a version came in with,
 * `valid_to` the release that ended it (null: still true). `searched` names the columns that full-text search looks in,
 * `key` those that the id is made of, joined by a hyphen, where it follows from them, `indexed` those by which
 * rows are found or ordered where there are many.
 */
export function versioned<N extends string, C extends Record<string, PgColumnBuilderBase>>(
  name: N,
  columns: C,
  searched?: { readonly [K in keyof C & string]?: Weight },
  key: readonly (keyof C & string)[] = [],
  indexed: readonly IndexedBy<keyof C & string>[] = []
) {
  const words = searched && { search: vector().generatedAlwaysAs(wordsOf(searched as Record<string, Weight>)) }
  const all = {
    id: slug().notNull(),
    ...columns,
    valid_from: integer()
      .notNull()
      .references(() => releases.seq),
    valid_to: integer().references(() => releases.seq),
    // Hidden from the type, since no code but the search engine may ask for it.
    ...(words as object)
  }
  const built = pgTable(name, all, table => [
    primaryKey({ columns: [table.id, table.valid_from] }),
    uniqueIndex(`${name}_open`).on(table.id).where(sql`valid_to is null`),
    // Lets readers pass by the rows of a release that is still being written.
    index(`${name}_from`).on(table.valid_from),
    ...indexed.map(by => {
      const isBeginning = typeof by === 'object'
      const column = table[(isBeginning ? by.beginningOf : by) as keyof typeof table] as PgColumn
      return index(`${name}_${column.name}`).on(isBeginning ? beginningOf(column) : column, table.id)
    }),
    check(`${name}_span_check`, sql`valid_to > valid_from`),
    ...(words ? [index(`${name}_search`).using('gin', (table as unknown as { search: PgColumn }).search)] : []),
    ...Object.entries(all).flatMap(([key, builder]) => {
      const constraint = rules.get(builder)?.check
      return constraint ? [check(`${name}_${key}_check`, constraint(sql`${sql.identifier(key)}`))] : []
    })
  ])
  columnRules.set(built, Object.fromEntries(Object.entries(all).map(([key, builder]) => [key, rules.get(builder)])))
  columnDerivations.set(
    built,
    Object.entries(all).flatMap(([name, builder]) => {
      const derivation = derivations.get(builder)
      return derivation ? [{ name, ...derivation }] : []
    })
  )
  keys.set(built, key)
  return built
}

const columnDerivations = new WeakMap<object, ({ name: string } & Derivation)[]>()
const keys = new WeakMap<object, readonly string[]>()

/** The columns of a versioned table that follow from others. */
export const derivationsOf = (table: PgTable): readonly ({ name: string } & Derivation)[] =>
  columnDerivations.get(table) ?? []

/** The columns that the ids of a table are made of; none where they are names of their own. */
export const keyOf = (table: PgTable): readonly string[] => keys.get(table) ?? []

const columnRules = new WeakMap<object, Record<string, Rule | undefined>>()

/** The rule of every column of a versioned table. */
export const rulesOf = (table: PgTable): Record<string, Rule | undefined> => columnRules.get(table) ?? {}
