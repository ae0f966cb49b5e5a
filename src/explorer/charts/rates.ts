/** Shares that people ask for by name: of the rows that were rated, those with one of the values that count. */

import type { Words } from '../../i18n/words.ts'
import type { View } from '../views.ts'
import { isMissing, UNRATED } from './colours.ts'

/** What counts in a share, and of what. */
export type Counted = {
  /** The filter whose values are rated. */
  dimension: string
  values: readonly string[]
  /** Values that are no rating, beside the IRM's reasons for a missing one. */
  unrated?: readonly string[]
}

export type Rate = Counted & {
  /** Among the measures to choose from. */
  label: Words
  /** In a title. */
  measure: Words
  /** What counts, and of what. */
  note: Words
}

/** Of fewer than these, one more would move a share by a tenth or further: neither bars nor maps colour it as others. */
export const TOO_FEW = 10

export const COMMITMENT_RATES = {
  delivered: {
    label: ['Share delivered', 'Part réalisée'],
    measure: ['share delivered', 'part réalisée'],
    note: [
      'Substantially or completely carried out, of the commitments whose completion was rated.',
      'Engagements réalisés substantiellement ou entièrement, parmi ceux dont l’achèvement a été évalué.'
    ],
    dimension: 'completion',
    values: ['substantial', 'complete']
  },
  opened: {
    label: ['Share that opened government', 'Part ayant ouvert l’administration'],
    measure: ['share that opened government', 'part ayant ouvert l’administration'],
    note: [
      'Opened government to a major or outstanding degree, of the commitments rated for it at the end of the plan.',
      'Engagements ayant ouvert l’administration de façon majeure ou exceptionnelle, parmi ceux évalués en fin de plan.'
    ],
    dimension: 'opening',
    values: ['major', 'outstanding'],
    unrated: ['no_early_results_yet']
  }
} satisfies Record<string, Rate>

const RATES: Record<string, Record<string, Rate>> = {
  commitments: COMMITMENT_RATES,
  consultation: {
    online: {
      label: ['Share with online consultation', 'Part avec consultation en ligne'],
      measure: ['share with online consultation', 'part avec consultation en ligne'],
      note: [
        'Plans consulted on online, of those the IRM rated.',
        'Plans soumis à une consultation en ligne, parmi ceux que le MEI a évalués.'
      ],
      dimension: 'online',
      values: ['yes']
    }
  }
}

/** The shares that a view has by name. */
export const ratesOf = ({ path }: View): Readonly<Record<string, Rate>> => RATES[path] ?? {}

export const isRated = ({ unrated = [] }: Counted, value: string): boolean =>
  !isMissing(value) && !unrated.includes(value)

/** The condition of the API that leaves the rated rows. */
export const ratedOnly = ({ unrated = [] }: Counted): string => `!${[...UNRATED, ...unrated].join(',')}`
