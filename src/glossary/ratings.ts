/** Which values of a coded column are ratings, and which tell only that there is none. */
import { MISSING } from '../db/codes.ts'

/** The IRM's reasons for a missing rating, and null: no source says. As an address writes them. */
export const UNRATED = ['null', ...MISSING] as const

/** Values that are no rating either, by the filter that has them: a report that has nothing to tell yet judges nothing. */
const NOT_YET: Readonly<Record<string, readonly string[]>> = { opening: ['no_early_results_yet'] }

/** The values of a filter that are no rating. */
export const unratedOf = (filter: string): readonly string[] => [...UNRATED, ...(NOT_YET[filter] ?? [])]

export const isRating = (filter: string, value: string): boolean => !unratedOf(filter).includes(value)
