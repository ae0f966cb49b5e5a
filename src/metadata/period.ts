/** Which years the rows of a dataset speak of. */
import { sql } from 'drizzle-orm'
import type { Release } from '../engine/definition/release.ts'
import { oncePerRelease } from '../engine/releases/per-release-cache.ts'
import type { Service } from '../engine/service.ts'
import { fromWhere } from '../engine/sql/select.ts'

export type Period = { first: number; last: number }
/** By the names of datasets; those that tell no year are left out. */
export type Periods = ReadonlyMap<string, Period>

/** Reads the years between which the datasets' own filter `year`, or else one of dates, finds rows. */
export const openPeriods = ({ reader, datasets }: Service): ((release: Release) => Promise<Periods>) =>
  oncePerRelease(async ({ seq }) => {
    const found = await Promise.all(
      datasets.map(async dataset => {
        const filter = dataset.filters.year ?? Object.values(dataset.filters).find(({ kind }) => kind === 'date')
        if (!filter) return []
        const year = filter.kind === 'date' ? sql`left(${filter.value}, 4)` : filter.value
        const from = fromWhere({ dataset, seq, conditions: new Map() }, [year])
        const [row] = await reader.rows<{ first: number | null; last: number | null }>(
          sql`select min(${year})::int as first, max(${year})::int as last ${from}`,
          seq
        )
        if (!row || row.first === null || row.last === null) return []
        return [[dataset.name, { first: row.first, last: row.last }] as const]
      })
    )
    return new Map(found.flat())
  })
