/** A dataset: one file says where its rows come from, what its columns mean and how it may be asked. */

import { type SQL, sql } from 'drizzle-orm'
import type { Geometry } from 'geojson'
import { constant } from '../../db/constant.ts'
import type { VersionedTable } from '../../db/tables.ts'
import { searchVector } from '../../db/versioned.ts'
import type { Words } from '../../i18n/words.ts'
import type { Field } from './field.ts'
import { type Filter, search } from './filter.ts'
import type { Release } from './release.ts'
import type { Wholes } from './wholes.ts'

export type Join = { table: VersionedTable; on: SQL }

/** What stands behind a list whose values have a row each: one of them, how many there are, what the row weighs. */
export type SplitColumns = Readonly<Record<'value' | 'count' | 'weight', string>>

export type Related = {
  /** The dataset that hangs on the row. */
  dataset: string
  /** Its filter, and the column of the row that goes into it. */
  parameter: string
  field: string
}

export type Dataset = {
  /** Path segment: a plural noun in kebab-case. */
  name: string
  title: Words
  /** The name of one row in generated programs, such as Member. */
  typeName: string
  /** What one row is, with its article: a member. */
  row: Words
  description: Words
  table: VersionedTable
  /** Tables whose columns the fields also use; joined from the left, in the same release. */
  joins?: readonly Join[]
  /** Which rows of the table belong to the dataset, where not all do. */
  only?: SQL
  /** The public columns in their order; `id` is the first. */
  fields: Readonly<Record<string, Field>>
  /** Where a table has texts to search, `q` is added to them. */
  filters: Readonly<Record<string, Filter>>
  /** Columns to sort by when nobody asks; the id is always the last key. */
  sort?: readonly string[]
  /** Other columns that name one row, so that an item is found by them too. */
  aliases?: readonly string[]
  /** The canonical form of an id that was written differently. */
  canonicalId?: (id: string) => string
  /** The wholes that rows belong to, where it is known of each how much of it is here. */
  wholes?: Wholes
  related?: Readonly<Record<string, Related>>
  /** The list whose values have a row each, where somebody asks for that (split.ts), and the columns behind it. */
  split?: { list: SQL; columns: SplitColumns }
  /** Where the place lies whose id this is, where rows are places; undefined for one without an outline. */
  outlineOf?: (id: string) => Geometry | undefined
}

const NAME = /^[a-z][a-z0-9-]*$/
const COLUMN = /^[a-z][a-z0-9_]*$/
const PARAMETER = /^[a-z]+[0-9]*$/
/** What every address understands beside filters, and columns of aggregates; a filter of that name could not be told apart. */
const RESERVED = new Set(
  'fields sort limit cursor facet labels lang release format dialect split q group measure of shape count share denominator rows since dataset operation'.split(
    ' '
  )
)

/** The name of full-text search among the filters. */
export const SEARCH = 'q'

/** The tables of a dataset whose words are searched, each with the joins that lead to it. */
export const searchedTables = ({
  table,
  joins = []
}: Pick<Dataset, 'table' | 'joins'>): { vector: SQL; path: readonly Join[] }[] =>
  [table, ...joins.map(join => join.table)].flatMap((searched, depth) => {
    const column = searchVector(searched)
    return column ? [{ vector: sql`${column}`, path: joins.slice(0, depth) }] : []
  })

const byGeneration = (fields: Dataset['fields']): Dataset['fields'] =>
  Object.fromEntries(Object.entries(fields).sort(([, a], [, b]) => (a.since ?? 1) - (b.since ?? 1)))

/** The dataset as a release shows it: without columns that are younger than the release. */
export function datasetAt(dataset: Dataset, { contract }: Pick<Release, 'contract'>): Dataset {
  const known = Object.entries(dataset.fields).filter(([, { since = 1 }]) => since <= contract)
  if (known.length === Object.keys(dataset.fields).length) return dataset
  const { sort = [], ...rest } = dataset
  const names = new Set(known.map(([name]) => name))
  return { ...rest, fields: Object.fromEntries(known), sort: sort.filter(name => names.has(name)) }
}

const withConstants = <T extends { value: SQL }>(parts: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, { ...part, value: constant(part.value) }]))

/** Checks what types cannot. Throws on a definition that breaks the conventions of the contract. */
export function dataset<const D extends Dataset>(definition: D): Dataset {
  const fault = (text: string): never => {
    throw new Error(`dataset ${definition.name}: ${text}`)
  }
  if (!NAME.test(definition.name)) fault('its name is not in kebab-case')
  const columns = Object.keys(definition.fields)
  if (columns[0] !== 'id') fault('its first column must be id')
  for (const column of columns) if (!COLUMN.test(column)) fault(`column ${column} is not in snake_case`)
  for (const name of Object.keys(definition.filters)) {
    if (!PARAMETER.test(name)) fault(`filter ${name} is not one lower-case word`)
    if (RESERVED.has(name)) fault(`filter ${name} has a name that every address uses for something else`)
  }
  for (const name of [...(definition.sort ?? []), ...(definition.aliases ?? [])]) {
    if (!columns.includes(name)) fault(`there is no column ${name}`)
  }
  const vectors = searchedTables(definition).map(({ vector }) => vector)
  const filters = vectors.length > 0 ? { ...definition.filters, [SEARCH]: search(vectors) } : definition.filters
  return { ...definition, fields: withConstants(byGeneration(definition.fields)), filters: withConstants(filters) }
}
