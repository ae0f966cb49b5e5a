import { eligibility_criteria as table } from '../db/schema/membership.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { date, id, integer, nullable, text } from '../engine/definition/field.ts'
import { originColumns, sourceOf } from './vocabulary.ts'

const POINTS = [1, 2, 3, 4] as const

/** What earns so many points, in both languages. */
const steps = Object.fromEntries(
  POINTS.flatMap(points => [
    [
      `points_${points}_en`,
      text(
        nullable(table[`points_${points}_en`]),
        [`For ${points} (English)`, `Pour ${points} (anglais)`],
        [
          'What earns so many points, in English; null where no source tells.',
          'Ce qui rapporte autant de points, en anglais ; vide (null) si aucune source ne le dit.'
        ]
      )
    ],
    [
      `points_${points}_fr`,
      text(
        nullable(table[`points_${points}_fr`]),
        [`For ${points} (French)`, `Pour ${points} (français)`],
        [
          'What earns so many points, in French; null where no source tells.',
          'Ce qui rapporte autant de points, en français ; vide (null) si aucune source ne le dit.'
        ]
      )
    ]
  ])
)

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
  ...originColumns(table),
  ...steps,
  steps_since: date(
    nullable(table.steps_since),
    ['Steps since', 'Paliers depuis'],
    [
      'Earliest date for which a source tells these steps.',
      'Date la plus ancienne pour laquelle une source indique ces paliers.'
    ]
  ),
  steps_source_id: sourceOf(table.steps_source_id, ['steps', 'les paliers']),
  steps_source_locator: text(
    nullable(table.steps_source_locator),
    ['Place of the steps', 'Emplacement des paliers'],
    ['Where in that document.', 'Où dans ce document.'],
    { maxLength: 2000 }
  ),
  history_en: text(
    nullable(table.history_en),
    ['Measure and changes (English)', 'Mesure et changements (anglais)'],
    [
      'By what the points are measured, and what changed over the years, in English.',
      'À quoi se mesurent les points, et ce qui a changé au fil des ans, en anglais.'
    ]
  ),
  history_fr: text(
    nullable(table.history_fr),
    ['Measure and changes (French)', 'Mesure et changements (français)'],
    [
      'By what the points are measured, and what changed over the years, in French.',
      'À quoi se mesurent les points, et ce qui a changé au fil des ans, en français.'
    ]
  ),
  history_source_id: sourceOf(table.history_source_id, ['measure', 'la mesure']),
  history_source_locator: text(
    nullable(table.history_source_locator),
    ['Place of the measure', 'Emplacement de la mesure'],
    ['Where in that document.', 'Où dans ce document.'],
    { maxLength: 2000 }
  )
}

export default dataset({
  name: 'eligibility-criteria',
  title: ['Eligibility criteria', 'Critères d’admissibilité'],
  typeName: 'EligibilityCriterion',
  row: ['an eligibility criterion', 'un critère d’admissibilité'],
  description: [
    'The four areas in which a country must show openness before it may join, as the brochure lists them, with the points each can bring. The brochure gives no points and no threshold: what earns how many points comes from other documents. Three quarters of the points possible are needed, 12 of 16, or 9 of 12 where one criterion does not cover the country; what a country scored stands in /eligibility-scores.',
    'Les quatre domaines dans lesquels un pays doit faire preuve d’ouverture avant d’adhérer, tels que la brochure les énumère, avec les points que chacun peut rapporter. La brochure ne donne ni points ni seuil : ce qui rapporte combien de points vient d’autres documents. Il faut les trois quarts du maximum, 12 sur 16, ou 9 sur 12 si un critère ne couvre pas le pays ; le score d’un pays se trouve dans /eligibility-scores.'
  ],
  table,
  fields,
  filters: {},
  sort: ['number']
})
