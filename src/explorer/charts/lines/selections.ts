/** Of which plans only a selection is here. */

import type { Parameter } from '../../../http/query-string.ts'
import type { PageContext } from '../../page-context.ts'

/** Filters that plans have as well, by the names they have there. */
const OF_PLANS: Record<string, string> = {
  country: 'country',
  region: 'region',
  year: 'year',
  plannumber: 'number'
}
/** Plans of which commitments are here, but not all. */
const SELECTED = ['extent', '!whole,stated,null'] as const

/**
 * Tells of a point whether any plan it counts is here as a selection: of its bar, where plans are told apart by what bars
 * are, else of its step.
 */
export async function selectionsOf(
  visit: Pick<PageContext, 'aggregate' | 'extent'>,
  by: string,
  over: string,
  filters: readonly Parameter[]
): Promise<(bar: string, step: string) => boolean> {
  const step = OF_PLANS[over]
  // Whoever learnt nothing of how whole the rows are asks of rows that are.
  if (visit.extent.size === 0 || !step) return () => false
  const bar = OF_PLANS[by]
  const mine = filters.flatMap(([name, value]): Parameter[] => {
    const known = OF_PLANS[name]
    return known ? [[known, value]] : []
  })
  const plans = await visit.aggregate('action-plans', [...mine, SELECTED, ['group', bar ? `${bar},${step}` : step]])
  const selected = new Set(plans.map(row => `${bar ? row[bar] : ''} ${row[step]}`))
  return (value, at) => selected.has(`${bar ? value : ''} ${at}`)
}
