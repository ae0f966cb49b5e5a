/** What the map can be coloured by. */

import type { Parameter } from '../../../http/query-string.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Row } from '../../api.ts'
import { COMMITMENT_RATES, type Rate, ratedOnly } from '../../charts/rates.ts'
import type { PageContext } from '../../page-context.ts'
import { ZOOMS, zoomOf } from './zoom.ts'

export type MapMeasure = {
  label: Words
  title: Words
  note: Words
  unit: 'count' | 'share'
  /** The question, and which of its rows the number of a country is made of. */
  question: readonly Parameter[]
  counts: (row: Row) => boolean
}

const share = (name: string, condition: string): Parameter[] => [
  [name, condition],
  ['group', `country,${name}`],
  ['measure', 'count,share'],
  ['of', 'country']
]
/** By the rule that charts and figures have for this share. */
const ofRated = (rate: Rate): Pick<MapMeasure, 'unit' | 'question' | 'counts'> => ({
  unit: 'share',
  question: share(rate.dimension, ratedOnly(rate)),
  counts: row => rate.values.includes(String(row[rate.dimension]))
})

export const MEASURES: Record<string, MapMeasure> = {
  commitments: {
    label: ['Number of commitments', 'Nombre d’engagements'],
    title: ['Number of commitments by country', 'Nombre d’engagements par pays'],
    note: ['Commitments in the data, by country.', 'Engagements dans les données, par pays.'],
    unit: 'count',
    question: [
      ['group', 'country'],
      ['measure', 'count,share']
    ],
    counts: () => true
  },
  delivered: {
    label: ['Share carried out', 'Part réalisée'],
    title: ['Commitments by country: share carried out', 'Engagements par pays\u00a0: part réalisée'],
    note: [
      'Commitments substantially or fully carried out, of those whose completion the IRM rated.',
      'Engagements substantiellement ou entièrement réalisés, sur ceux dont le MEI a évalué l’achèvement.'
    ],
    ...ofRated(COMMITMENT_RATES.delivered)
  },
  starred: {
    label: ['Starred commitments', 'Engagements phares'],
    title: ['Number of starred commitments by country', 'Nombre d’engagements phares par pays'],
    note: ['Commitments with a star under any formula.', 'Engagements avec une étoile selon l’une des formules.'],
    unit: 'count',
    question: share('starred', '!null'),
    counts: row => row.starred === true
  },
  opened: {
    label: ['Share that opened government', 'Part ayant ouvert l’administration'],
    title: [
      'Commitments by country: share that opened government',
      'Engagements par pays\u00a0: part ayant ouvert l’administration'
    ],
    note: [
      'Commitments that opened government to a major or outstanding degree, of those the IRM judged at the end of the plan.',
      'Engagements ayant ouvert l’administration de façon majeure ou exceptionnelle, sur ceux que le MEI a jugés en fin de plan.'
    ],
    ...ofRated(COMMITMENT_RATES.opened)
  }
}
const FIRST = 'delivered'

export const measureOf = (visit: PageContext): string => {
  const asked = visit.asked.get('map')
  return asked && asked in MEASURES ? asked : FIRST
}

/** What an address must say for this map. */
export const mapParameters = (visit: PageContext): Parameter[] => {
  const chosen = measureOf(visit)
  const zoom = zoomOf(visit)
  return [...(chosen === FIRST ? [] : [['map', chosen] as const]), ...(zoom ? [['zoom', zoom] as const] : [])]
}

export function mapTitle(visit: PageContext): string {
  const title = visit.say((MEASURES[measureOf(visit)] as MapMeasure).title)
  const zoom = ZOOMS[zoomOf(visit) ?? '']
  return zoom ? `${title} (${visit.say(zoom.label)})` : title
}
