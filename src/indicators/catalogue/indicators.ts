/** All indicators, in the order in which they are listed. A new one is an entry in one of these tables. */

import type { Dataset } from '../../engine/definition/dataset.ts'
import { groupNames } from '../../engine/request/group-by.ts'
import { DATASETS } from '../../v1/index.ts'
import { DIMENSIONS, type Dimension, type Indicator } from '../definition.ts'
import { COMMITMENT_INDICATORS } from './commitments.ts'
import { ELIGIBILITY_INDICATORS } from './eligibility.ts'
import { PLAN_INDICATORS } from './plans.ts'

export const INDICATORS: readonly Indicator[] = [
  ...COMMITMENT_INDICATORS,
  ...PLAN_INDICATORS,
  ...ELIGIBILITY_INDICATORS
]

export const datasetOf = ({ name, dataset }: Indicator): Dataset => {
  const found = DATASETS.find(candidate => candidate.name === dataset)
  if (!found) throw new Error(`indicator ${name}: there is no dataset ${dataset}`)
  return found
}

/** What the values of an indicator can be told apart by. */
export const dimensionsOf = (indicator: Indicator): Dimension[] => {
  const groups = groupNames(datasetOf(indicator))
  return DIMENSIONS.filter(name => groups.includes(name))
}
