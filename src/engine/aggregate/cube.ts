/** What an aggregate is as a cube, and which questions are none. */
import type { Fault } from '../../http/errors/problems.ts'
import { type Lang, type Words, wordsIn } from '../../i18n/words.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Filter } from '../definition/filter.ts'
import type { Cube, Dimension } from '../format/cube.ts'
import type { Format } from '../format/formats.ts'
import { closedValues } from '../request/group-by.ts'
import type { Service } from '../service.ts'
import { measuredColumns } from './measures.ts'
import type { AggregateQuery } from './query.ts'

const MEASURE: Words = ['What is told', 'Ce qui est indiqué']
const MISSING: Words = ['no source says', 'aucune source ne le dit']
const SPARSE: Words = [
  'Groups without rows are left out; their count is zero.',
  'Les groupes sans ligne sont omis ; leur nombre de lignes est zéro.'
]

type Grouped = { service: Service; dataset: Dataset; query: AggregateQuery }

/** The dataset of places that the values of a filter are ids of. */
const placesOf = ({ datasets }: Service, filter: Filter | undefined): Dataset | undefined =>
  datasets.find(({ name, outlineOf }) => outlineOf && name === filter?.references)

/** Whether there is one row for each place. */
export const isByPlace = ({ service, dataset, query }: Grouped): boolean => {
  const { groups, wide } = query
  return groups.length === (wide ? 2 : 1) && placesOf(service, dataset.filters[groups[0] ?? '']) !== undefined
}

/** What a cube, or a map, has no place for. */
export function cubeFaults(asked: Grouped & { format: Format }): Fault[] {
  const { query, format, service, dataset } = asked
  const { layout } = format.copy ?? {}
  if (!layout) return []
  const fault = (parameter: string, detail: string) => ({ parameter, detail })
  const places = Object.keys(dataset.filters).filter(name => placesOf(service, dataset.filters[name]))
  return [
    ...(query.sort.length > 0 ? [fault('sort', `${format.name} has an order of its own; leave sort out.`)] : []),
    ...(query.limit === undefined
      ? []
      : [fault('limit', `${format.name} holds all groups: what is left out would seem to have no rows.`)]),
    ...(layout === 'cube' && query.wide
      ? [fault('shape', `${format.name} makes a dimension of every group; leave shape out.`)]
      : []),
    ...(layout === 'map' && !isByPlace(asked)
      ? [
          {
            ...fault(
              'group',
              places.length > 0
                ? `${format.name} has one feature for each place: group by a place alone, or by a place and one more with shape=wide.`
                : `${format.name} has one feature for each place, and these rows cannot be grouped by any.`
            ),
            ...(places.length > 0 ? { allowed: places } : {})
          }
        ]
      : [])
  ]
}

/** The groups as dimensions, in the words of one language. */
export async function cubeOf(
  { service, dataset, query }: Grouped,
  lang: Lang,
  notes: readonly string[],
  permalink: string
): Promise<Cube> {
  const book = await service.labels.of(query.release)
  const dimensions = query.groups.map((name): Dimension => {
    const filter = dataset.filters[name] as Filter
    const places = placesOf(service, filter)
    const values = places ? [...book.labels(filter, lang).keys()] : closedValues(filter)?.map(String)
    return {
      name,
      label: wordsIn(filter.label, lang),
      labelOf: value => book.label(filter, value, lang) ?? value,
      ...(places?.outlineOf ? { role: 'geo' as const, outlineOf: places.outlineOf } : {}),
      ...(filter.isYear ? { role: 'time' as const } : {}),
      ...(values ? { values } : {})
    }
  })
  return {
    dimensions,
    metrics: measuredColumns(dataset, query.measures).map(({ name, field, zero }) => ({
      name,
      label: wordsIn(field.label, lang),
      zero
    })),
    of: query.of,
    measure: wordsIn(MEASURE, lang),
    missing: wordsIn(MISSING, lang),
    sparse: wordsIn(SPARSE, lang),
    notes,
    license: service.license.url,
    permalink
  }
}
