/** Filters as something to count by: what values a group may take, and in which order. */
import { type SQL, sql } from 'drizzle-orm'
import type { Fault } from '../../http/errors/problems.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Filter } from '../definition/filter.ts'
import { unknown } from './parameters.ts'

/** Groups one aggregate may be counted by. */
export const MAX_GROUPS = 3

/** Everything but dates and decimal numbers, which hardly ever occur twice, and words, which are no value. */
const isGroupable = ({ kind, comparison }: Filter): boolean =>
  kind !== 'date' && kind !== 'number' && comparison !== 'words'

/** The filters a dataset can be counted by. */
export const groupNames = (dataset: Dataset): string[] =>
  Object.entries(dataset.filters).flatMap(([name, filter]) => (isGroupable(filter) ? [name] : []))

export type GroupValue = string | number | boolean | null

/** Reads names of groups joined by commas: each known, each once, at most so many. */
export function readGroups(
  parameter: string,
  text: string | undefined,
  allowed: readonly string[],
  most: number,
  faults: Fault[],
  problem = 'cannot be used for grouping'
): string[] {
  if (text === undefined) return []
  const names = text.split(',')
  for (const name of new Set(names)) {
    if (!allowed.includes(name)) faults.push(unknown(parameter, name, problem, allowed))
    else if (names.indexOf(name) !== names.lastIndexOf(name))
      faults.push({ parameter, detail: `"${name}" is named twice.` })
  }
  if (names.length > most) faults.push({ parameter, detail: `${names.length} are named; at most ${most} are allowed.` })
  return names
}

/** The values every release has in their order, where they are a closed list. */
export const closedValues = ({ kind, allowed }: Filter): readonly GroupValue[] | undefined =>
  kind === 'boolean' ? [true, false] : allowed

/** What a row is grouped by: a value, or a list of them. */
export const groupedBy = ({ grouped, value }: Filter): SQL => grouped ?? value

/** Joins the values of a list as rows, each once; a row without any stays. `value` is what `column` held. */
export const eachOf = (filter: Filter, column: SQL, alias: string): { join: SQL; value: SQL } =>
  filter.comparison === 'list' && !filter.grouped
    ? {
        join: sql` left join lateral (select distinct item from unnest(${column}) as listed(item)) ${sql.identifier(alias)} on true`,
        value: sql`${sql.identifier(alias)}.item`
      }
    : { join: sql``, value: column }
