/** Questions at random, and rows counted by hand from exports. */
import fc from 'fast-check'
import type { Dataset } from '../src/engine/definition/dataset.ts'
import type { Filter } from '../src/engine/definition/filter.ts'
import { groupNames } from '../src/engine/request/group-by.ts'
import { DATASETS } from '../src/v1/index.ts'
import type { Client } from './helper.ts'

export type Row = Record<string, unknown>

/** The column a filter looks at. */
export const columnOf = (dataset: Dataset, name: string): string =>
  Object.entries(dataset.fields).find(([, { value }]) => value === dataset.filters[name]?.value)?.[0] ??
  (dataset.filters[name]?.comparison === 'list' ? 'countries' : name)

/** The rows of a dataset as its export gives them, with these columns. */
export const exported = async (
  { get }: Client,
  name: string,
  conditions: readonly (readonly [string, string])[],
  columns: readonly string[]
) => {
  const query = new URLSearchParams([...conditions, ['fields', [...new Set(columns)].join(',')]] as [string, string][])
  const { body } = await get(`/v1/${name}.ndjson?${query}`)
  return body
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Row)
}

/** What one row holds, each value once; null where it holds none. */
export const valuesOf = (row: Row, column: string): unknown[] => {
  const value = row[column] ?? null
  return Array.isArray(value) ? [...new Set(value)] : [value]
}

/** How many rows hold each value. */
export function countBy(rows: readonly Row[], column: string): Map<unknown, number> {
  const counts = new Map<unknown, number>()
  for (const row of rows) for (const value of valuesOf(row, column)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const conditionOn = (filter: Filter, values: readonly unknown[]): fc.Arbitrary<string> => {
  const atom = fc.constantFrom(...values.map(value => (value === null ? 'null' : String(value))), 'null')
  const terms = fc.uniqueArray(atom, { minLength: 1, maxLength: 3 }).map(atoms => atoms.join(','))
  const negated = fc.oneof(
    terms,
    terms,
    terms.map(text => `!${text}`)
  )
  return filter.comparison === 'range' && values.some(value => typeof value === 'number')
    ? fc.oneof(
        negated,
        fc.constantFrom(...values.filter(value => typeof value === 'number')).map(value => `..${value}`)
      )
    : negated
}

export type Asked = { dataset: Dataset; groups: string[]; conditions: [string, string][] }

/** Datasets that have rows and something to count by, with conditions that their rows could meet. */
export async function questions(client: Client, mostGroups: number): Promise<fc.Arbitrary<Asked>> {
  const countable = DATASETS.filter(dataset => groupNames(dataset).length > 0)
  const rows = new Map(
    await Promise.all(
      countable.map(async dataset => {
        const columns = groupNames(dataset).map(name => columnOf(dataset, name))
        return [dataset, await exported(client, dataset.name, [], columns)] as const
      })
    )
  )
  const filled = countable.filter(dataset => (rows.get(dataset)?.length ?? 0) > 0)
  return fc.constantFrom(...filled).chain(dataset => {
    const names = groupNames(dataset)
    const conditions = fc.uniqueArray(
      fc.constantFrom(...names).chain(name => {
        const filter = dataset.filters[name] as Filter
        const held = [...countBy(rows.get(dataset) ?? [], columnOf(dataset, name)).keys()]
        return conditionOn(filter, held).map((text): [string, string] => [name, text])
      }),
      { maxLength: 3, selector: ([name]) => name }
    )
    const groups = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: mostGroups })
    return fc.record({ dataset: fc.constant(dataset), groups, conditions })
  })
}
