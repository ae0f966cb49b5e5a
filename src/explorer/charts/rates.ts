/** Shares that people ask for by name, in the words of the Explorer. */

import { COMMITMENT_RATES, CONSULTATION_RATES, type Rate } from '../../glossary/rates.ts'
import type { Words } from '../../i18n/words.ts'
import type { View } from '../views.ts'

export type NamedRate = Rate & {
  /** What the API calls it as an indicator. */
  indicator: string
  /** Among the measures to choose from. */
  label: Words
  /** In a title. */
  measure: Words
}

/** Of fewer than these, one more would move a share by a tenth or further: neither bars nor maps colour it as others. */
export const TOO_FEW = 10

export const DELIVERED: NamedRate = {
  ...COMMITMENT_RATES.delivered,
  indicator: 'delivered',
  label: ['Share delivered', 'Part réalisée'],
  measure: ['share delivered', 'part réalisée']
}

export const OPENED: NamedRate = {
  ...COMMITMENT_RATES['opened-government'],
  indicator: 'opened-government',
  label: ['Share that opened government', 'Part ayant ouvert l’administration'],
  measure: ['share that opened government', 'part ayant ouvert l’administration']
}

const CONSULTED_ONLINE: NamedRate = {
  ...CONSULTATION_RATES['online-consultation'],
  indicator: 'online-consultation',
  label: ['Share with online consultation', 'Part avec consultation en ligne'],
  measure: ['share with online consultation', 'part avec consultation en ligne']
}

/** By the path of a view, and by the value of `show`. */
const RATES: Record<string, Record<string, NamedRate>> = {
  commitments: { delivered: DELIVERED, opened: OPENED },
  consultation: { online: CONSULTED_ONLINE }
}

/** The shares that a view has by name. */
export const ratesOf = ({ path }: View): Readonly<Record<string, NamedRate>> => RATES[path] ?? {}
