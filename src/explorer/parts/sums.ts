/** Sums over the values of a facet, and whether anybody looked. */

import type { Rate } from '../../glossary/rates.ts'
import type { Answer, Bucket } from '../api.ts'
import { isMissing } from '../charts/colours.ts'

type Buckets = readonly Bucket[] | undefined

export const sumOf = (buckets: Buckets, ...values: Bucket['value'][]): number =>
  (buckets ?? []).filter(({ value }) => values.includes(value)).reduce((sum, { count }) => sum + count, 0)

/** How many have a rating. */
export const ratedIn = (buckets: Buckets): number =>
  (buckets ?? []).filter(({ value }) => !isMissing(String(value))).reduce((sum, { count }) => sum + count, 0)

/** How many of a share's rated rows count, and of how many. */
export function rateIn(facets: Answer['facets'], rate: Omit<Rate, 'meaning'>): { count: number; of: number } {
  const rated = (facets?.[rate.filter] ?? []).filter(({ value }) => rate.of.includes(String(value)))
  const total = (buckets: readonly Bucket[]) => buckets.reduce((sum, { count }) => sum + count, 0)
  return { count: total(rated.filter(({ value }) => rate.counts.includes(String(value)))), of: total(rated) }
}
