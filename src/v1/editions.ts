import { EXTENT } from '../db/codes.ts'
import { editions as table } from '../db/schema/reference.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, date, id, integer, nullable, text } from '../engine/definition/field.ts'
import { originColumns } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Edition', 'Édition'],
    ['Short name of the edition, such as explorer-2016.', 'Nom abrégé de l’édition, par exemple explorer-2016.']
  ),
  name_en: text(table.name_en, ['Name (English)', 'Nom (anglais)'], ['Name in English.', 'Nom en anglais.']),
  name_fr: text(table.name_fr, ['Name (French)', 'Nom (français)'], ['Name in French.', 'Nom en français.']),
  date: date(
    nullable(table.date),
    ['Date', 'Date'],
    [
      'Month of the edition; null for pages and reports that are read one by one, and for a file without a date.',
      'Mois de l’édition ; vide (null) pour les pages et rapports lus un à un et pour un fichier sans date.'
    ]
  ),
  rank: integer(
    table.rank,
    ['Rank', 'Rang'],
    [
      'The higher, the newer; among several readings of one commitment the highest rank is the newest.',
      'Plus il est élevé, plus l’édition est récente ; entre plusieurs relevés d’un engagement, le rang le plus élevé désigne la plus récente.'
    ]
  ),
  ...originColumns(table),
  extent: code(
    nullable(table.extent),
    EXTENT,
    ['Extent', 'Étendue'],
    [
      'How much of the commitments of each of its plans is here; null where it holds none.',
      'Combien des engagements de chacun de ses plans figurent ici ; vide (null) si elle n’en contient pas.'
    ],
    'extent'
  ),
  selection_en: text(
    nullable(table.selection_en),
    ['Selection (English)', 'Sélection (anglais)'],
    [
      'Which commitments are here, where not all are, in English.',
      'Quels engagements figurent ici, s’ils n’y sont pas tous, en anglais.'
    ]
  ),
  selection_fr: text(
    nullable(table.selection_fr),
    ['Selection (French)', 'Sélection (français)'],
    [
      'Which commitments are here, where not all are, in French.',
      'Quels engagements figurent ici, s’ils n’y sont pas tous, en français.'
    ]
  )
}

export default dataset({
  name: 'editions',
  title: ['Editions of the IRM data', 'Éditions des données du MEI'],
  typeName: 'Edition',
  row: ['an edition', 'une édition'],
  description: [
    'The editions in which OGP published the readings of the Independent Reporting Mechanism: files of several years, single reports and web pages. A newer edition is not always more complete: it may leave out what an older one tells.',
    'Les éditions dans lesquelles le PGO a publié les évaluations du Mécanisme d’évaluation indépendant : fichiers de plusieurs années, rapports isolés et pages web. Une édition plus récente n’est pas toujours plus complète : elle peut taire ce qu’une plus ancienne indique.'
  ],
  table,
  fields,
  filters: {},
  sort: ['rank']
})
