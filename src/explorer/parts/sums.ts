/** Sums over the values of a facet, and whether anybody looked. */

import type { Bucket } from '../api.ts'
import { isMissing } from '../charts/colours.ts'

type Buckets = readonly Bucket[] | undefined

export const sumOf = (buckets: Buckets, ...values: Bucket['value'][]): number =>
  (buckets ?? []).filter(({ value }) => values.includes(value)).reduce((sum, { count }) => sum + count, 0)

/** How many have a rating; `unrated` names values that are none, beside the IRM's reasons for a missing one. */
export const ratedIn = (buckets: Buckets, ...unrated: readonly string[]): number =>
  (buckets ?? [])
    .filter(({ value }) => !isMissing(String(value)) && !unrated.includes(String(value)))
    .reduce((sum, { count }) => sum + count, 0)
