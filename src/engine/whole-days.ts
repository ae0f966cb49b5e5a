/** Which columns of dates hold whole days alone: a spreadsheet may take them for dates, and nothing is made up. */
import { sql } from 'drizzle-orm'
import { type Dataset, datasetAt } from './definition/dataset.ts'
import type { Release } from './definition/release.ts'
import type { Service } from './service.ts'
import { fromWhere } from './sql/select.ts'

/** Letters of YYYY-MM-DD. */
const DAY_LENGTH = 10

/**
 * The columns whose values are all known to the day, in all rows of the release, so that a column is of one type
 * whatever was asked. A reader that finds dates beside the text `2016-12` makes a first of December of it.
 */
export async function wholeDays(
  { reader, days }: Pick<Service, 'reader' | 'days'>,
  dataset: Dataset,
  release: Release
): Promise<ReadonlySet<string>> {
  const key = `${release.seq} ${dataset.name}`
  const known = days.get(key)
  if (known) return known
  const dates = Object.entries(datasetAt(dataset, release).fields).filter(([, { kind }]) => kind === 'date')
  const selected = dates.map(
    ([name, { value }]) =>
      sql`coalesce(bool_and(length(${value}) = ${sql.raw(String(DAY_LENGTH))}), false) as ${sql.identifier(name)}`
  )
  const selection = { dataset, seq: release.seq, conditions: new Map() }
  const [row = {}] =
    dates.length > 0
      ? await reader.rows<Record<string, boolean>>(
          sql`select ${sql.join(selected, sql`, `)} ${fromWhere(selection, selected)}`,
          release.seq
        )
      : []
  const found = new Set(dates.flatMap(([name]) => (row[name] ? [name] : [])))
  days.set(key, found)
  return found
}
