import { irm_readings as table } from '../db/schema/commitments.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { boolean, id } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import { commitmentColumns, readingFilters, withCommitment } from './irm-assessments.ts'
import { wholePlans } from './plan-extent.ts'
import { readingColumns } from './reading.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Reading', 'Relevé'], ['Commitment and edition.', 'Engagement et édition.']),
  commitment: id(
    table.commitment,
    ['Commitment', 'Engagement'],
    ['The commitment read: an id of /commitments.', 'L’engagement lu : un identifiant de /commitments.']
  ),
  newest: boolean(
    table.newest,
    ['Newest', 'La plus récente'],
    [
      'Whether no newer edition reads the commitment; those are /irm-assessments.',
      'Si aucune édition plus récente ne lit l’engagement ; ce sont celles de /irm-assessments.'
    ]
  ),
  ...commitmentColumns,
  ...readingColumns,
  ...originColumns(table)
}

export default dataset({
  name: 'irm-readings',
  title: ['IRM readings by edition', 'Relevés du MEI par édition'],
  typeName: 'Reading',
  row: ['a reading', 'un relevé'],
  description: [
    'Every reading of every commitment in every edition of the IRM’s data that was imported: what 2016 knew beside what 2024 knows. Counting rows here counts a commitment once per edition; filter by `edition`.',
    'Chaque relevé de chaque engagement dans chaque édition importée des données du MEI : l’état de 2016 à côté de celui de 2024. Compter les lignes ici compte un engagement une fois par édition ; filtrer par `edition`.'
  ],
  table,
  joins: withCommitment,
  fields,
  filters: {
    ...readingFilters(readingColumns),
    commitment: equals(fields.commitment, ['Commitments, by id.', 'Engagements, par identifiant.']),
    newest: equals(fields.newest, [
      'The newest reading of each commitment.',
      'Le relevé le plus récent de chaque engagement.'
    ])
  },
  wholes: wholePlans({
    country: 'country',
    region: 'region',
    plan: 'plan',
    plannumber: 'plannumber',
    year: 'year',
    edition: 'edition'
  }),
  sort: ['commitment', 'edition']
})
