/** What an aggregate says of itself, so that its numbers cannot be misread. */
import { type Lang, type Words, wordsIn } from '../../i18n/words.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Filter } from '../definition/filter.ts'
import type { Told } from '../extent.ts'
import type { Service } from '../service.ts'
import type { Pivot } from './columns.ts'
import type { AggregateQuery } from './query.ts'

const shareNote = (of: readonly string[]): Words =>
  of.length === 0
    ? ['share: rows of the group over all rows that match.', 'share : lignes du groupe sur toutes les lignes retenues.']
    : [
        `share: rows of the group over the matching rows with the same ${of.join(' and ')}.`,
        `share : lignes du groupe sur les lignes retenues de même ${of.join(' et ')}.`
      ]

const listNote = (name: string): Words => [
  `${name}: a row counts in every group it belongs to, so that groups may add up to more than the rows.`,
  `${name} : une ligne compte dans chacun de ses groupes, dont la somme peut donc dépasser le nombre de lignes.`
]

const valuesNote = (column: string): Words => [
  `${column}: calculated from the n_${column} rows that have a value; the others do not count as zero.`,
  `${column} : calculé sur les n_${column} lignes qui ont une valeur ; les autres ne comptent pas pour zéro.`
]

type Described = { service: Service; dataset: Dataset; query: AggregateQuery }

/** Groups, denominator, columns made from values, and what has to be known to read the numbers. */
export async function describeAggregate(
  { service, dataset, query }: Described,
  pivot: Pivot,
  told: Told | undefined,
  lang: Lang
): Promise<Record<string, unknown>> {
  const { groups, measures, of, wide, release } = query
  const share = measures.some(({ name }) => name === 'share')
  const lists = groups.filter(name => dataset.filters[name]?.comparison === 'list' && !dataset.filters[name]?.grouped)
  const columns = new Set(measures.flatMap(measure => ('column' in measure ? [measure.column] : [])))
  const notes = [...(share ? [shareNote(of)] : []), ...lists.map(listNote), ...[...columns].map(valuesNote)]
  const last = groups.at(-1) ?? ''
  const book = wide ? await service.labels.of(release) : undefined
  return {
    group: groups,
    ...(share ? { share_of: of } : {}),
    ...(book
      ? {
          pivot: {
            group: last,
            values: pivot.map(value => ({
              value,
              label: value === null ? null : (book.label(dataset.filters[last] as Filter, value, lang) ?? value)
            }))
          }
        }
      : {}),
    ...(told ? { extent: told.extent } : {}),
    notes: [...(told?.notes ?? []), ...notes.map(words => wordsIn(words, lang))]
  }
}
