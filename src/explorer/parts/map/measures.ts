/** What the map can be coloured by. */

import type { Parameter } from '../../../http/query-string.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Row } from '../../api.ts'
import { DELIVERED, type NamedRate, OPENED } from '../../charts/rates.ts'
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
/** In the words, and by the rule, that charts and figures have for this share. */
const ofRated = (rate: NamedRate): MapMeasure => ({
  label: rate.label,
  title: [`Commitments by country: ${rate.measure[0]}`, `Engagements par pays\u00a0: ${rate.measure[1]}`],
  note: rate.meaning,
  unit: 'share',
  question: share(rate.filter, rate.of.join(',')),
  counts: row => rate.counts.includes(String(row[rate.filter]))
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
  delivered: ofRated(DELIVERED),
  starred: {
    label: ['Starred commitments', 'Engagements phares'],
    title: ['Number of starred commitments by country', 'Nombre d’engagements phares par pays'],
    note: ['Commitments with a star under any formula.', 'Engagements avec une étoile selon l’une des formules.'],
    unit: 'count',
    question: share('starred', '!null'),
    counts: row => row.starred === true
  },
  opened: ofRated(OPENED)
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
