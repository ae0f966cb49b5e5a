/** An indicator: one figure under one name, with what it is of and when it may be compared. */
import type { Rate } from '../glossary/rates.ts'
import type { Parameter } from '../http/query-string.ts'
import type { Words } from '../i18n/words.ts'

export type Unit = 'share' | 'points' | 'percent' | 'steps' | 'commitments'

/** What may be told apart: the names of filters that its dataset groups by. */
export const DIMENSIONS = ['country', 'region', 'theme', 'year', 'plan'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export type Indicator = {
  /** Its name in addresses, in kebab-case. */
  name: string
  label: Words
  /** What is counted, of what. */
  meaning: Words
  /** When and where two of its values may be compared, and what has changed. */
  comparable: Words
  unit: Unit
  dataset: string
  /** The rows that it is of: those with a reading at all. */
  of: readonly Parameter[]
  /** A share: which of these rows count. */
  where?: readonly Parameter[]
  /** An average: of which numeric column. */
  average?: string
  /** Where the rule stands: an id of the sources. */
  source: string
}

/** A share of the glossary under its name. */
export const shareOf = <Name extends string>(rates: Readonly<Record<Name, Rate>>, name: Name) => {
  const { filter, of, counts, meaning } = rates[name]
  return {
    name,
    meaning,
    unit: 'share' as const,
    of: [[filter, of.join(',')]] as const,
    where: [[filter, counts.join(',')]] as const
  }
}

/** The filters that the indicator itself sets; a question cannot set them as well. */
export const ownFilters = ({ of, where = [] }: Indicator): string[] => [
  ...new Set([...of, ...where].map(([name]) => name))
]
