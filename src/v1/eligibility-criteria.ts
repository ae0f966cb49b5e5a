import { eligibility_criteria as table } from '../db/schema/membership.ts'
import { dataset } from '../resource/dataset.ts'
import { id, integer, text } from '../resource/field.ts'
import { originColumns, sourceOf } from './vocabulary.ts'

const fields = {
  id: id(
    table.id,
    ['Criterion', 'Critère'],
    [
      'Slug of the criterion; with underscores, the column of /eligibility-scores.',
      'Identifiant du critère ; avec des tirets bas, la colonne de /eligibility-scores.'
    ]
  ),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['Place in the brochure’s list.', 'Place dans la liste de la brochure.'],
    [1, 9]
  ),
  name_en: text(table.name_en, ['Name (English)', 'Nom (anglais)'], ['Name in English.', 'Nom en anglais.']),
  name_fr: text(
    table.name_fr,
    ['Name (French)', 'Nom (français)'],
    ['Name in French, after the brochure.', 'Nom en français, d’après la brochure.']
  ),
  max_points: integer(
    table.max_points,
    ['Points possible', 'Points possibles'],
    ['Highest number of points for the criterion.', 'Nombre maximal de points du critère.'],
    [0, 4]
  ),
  points_source_id: sourceOf(table.points_source_id, ['points', 'les points']),
  ...originColumns(table)
}

export default dataset({
  name: 'eligibility-criteria',
  title: ['Eligibility criteria', 'Critères d’admissibilité'],
  typeName: 'EligibilityCriterion',
  row: ['an eligibility criterion', 'un critère d’admissibilité'],
  description: [
    'The four areas in which a country must show openness before it may join, as the brochure lists them, with the points each can bring. The brochure prints no points and no threshold; what a country scored stands in /eligibility-scores.',
    'Les quatre domaines dans lesquels un pays doit faire preuve d’ouverture avant d’adhérer, tels que la brochure les énumère, avec les points que chacun peut rapporter. La brochure ne donne ni points ni seuil ; le score d’un pays se trouve dans /eligibility-scores.'
  ],
  table,
  fields,
  filters: {},
  sort: ['number']
})
