/** Which years the rows of a dataset speak of. */
import { sql } from 'drizzle-orm'
import type { Release } from '../engine/definition/release.ts'
import { oncePerRelease } from '../engine/releases/per-release-cache.ts'
import type { Service } from '../engine/service.ts'
import { fromWhere } from '../engine/sql/select.ts'

export type Period = { first: number; last: number }
/** By the names of datasets; those that tell no year are left out. */
export type Periods = ReadonlyMap<string, Period>

/** Reads the years between which the datasets' own filter `year` finds rows. */
export const openPeriods = ({ reader, datasets }: Service): ((release: Release) => Promise<Periods>) =>
  oncePerRelease(async ({ seq }) => {
    const found = await Promise.all(
      datasets.map(async dataset => {
        const { year } = dataset.filters
        if (!year) return []
        const from = fromWhere({ dataset, seq, conditions: new Map() })
        const [row] = await reader.rows<{ first: number | null; last: number | null }>(
          sql`select min(${year.value})::int as first, max(${year.value})::int as last ${from}`,
          seq
        )
        if (!row || row.first === null || row.last === null) return []
        return [[dataset.name, { first: row.first, last: row.last }] as const]
      })
    )
    return new Map(found.flat())
  })
