import { and, eq } from 'drizzle-orm'
import { commitments, irm_readings as table } from '../db/schema/commitments.ts'
import { dataset, type Join } from '../engine/definition/dataset.ts'
import { id, integer, list, longText, nullable, text, year } from '../engine/definition/field.ts'
import { between, contains, equals } from '../engine/definition/filter.ts'
import { PLANS_OF_COMMITMENTS } from './plan-extent.ts'
import { codedFilters, readingColumns } from './reading.ts'
import { byCountry, byRegion, byYear, countryColumns, originColumns, withCountry } from './vocabulary.ts'

/** The commitment a reading is about; every reading has one. */
export const withCommitment: readonly Join[] = [
  { table: commitments, on: eq(commitments.id, table.commitment) },
  withCountry(commitments.country)
]

/** What a reading says of its commitment. */
export const commitmentColumns = {
  ogp_id: text(
    nullable(commitments.ogp_id),
    ['OGP identifier', 'Identifiant du PGO'],
    ['Official identifier of the commitment.', 'Identifiant officiel de l’engagement.'],
    { pattern: '^[A-Z]{2,3}[0-9]{4}$', maxLength: 7 }
  ),
  title: longText(
    nullable(commitments.title),
    ['Title', 'Intitulé'],
    ['Title of the commitment.', 'Intitulé de l’engagement.']
  ),
  ...countryColumns(commitments.country as never),
  plan: id(
    nullable(commitments.plan),
    ['Action plan', 'Plan d’action'],
    [
      'The plan it belongs to: an id of /action-plans.',
      'Le plan dont il fait partie : un identifiant de /action-plans.'
    ]
  ),
  plan_number: integer(
    nullable(commitments.plan_number),
    ['Number of the plan', 'Numéro du plan'],
    ['1 for the first plan of the member.', '1 pour le premier plan du membre.'],
    [1, 99]
  ),
  year: year(
    nullable(commitments.year),
    ['Year', 'Année'],
    ['Year the plan was submitted.', 'Année de remise du plan.']
  ),
  themes: list(
    nullable(commitments.themes),
    ['Themes', 'Thèmes'],
    ['Themes of the commitment: ids of /themes.', 'Thèmes de l’engagement : identifiants de /themes.'],
    { pattern: '^[a-z0-9-]+$', maxLength: 60, references: 'themes' }
  )
}

/** Filters on the commitment of a reading, and on the coding. */
export const readingFilters = {
  country: byCountry(commitments.country),
  region: byRegion,
  plan: equals(commitmentColumns.plan, ['Action plans, by id.', 'Plans d’action, par identifiant.']),
  plannumber: between(commitmentColumns.plan_number, ['Number of the plan.', 'Numéro du plan.']),
  year: byYear(commitmentColumns.year, ['Year the plan was submitted.', 'Année de remise du plan.']),
  theme: contains(commitmentColumns.themes, ['Themes, by slug.', 'Thèmes, par identifiant.']),
  ...codedFilters,
  change: equals(readingColumns.change_in_completion, [
    'Change in completion from midterm to the end of term.',
    'Évolution de l’achèvement entre mi-parcours et fin de plan.'
  ]),
  star2014: equals(readingColumns.starred_pre_june_2014, [
    'The reading under the formula of before June 2014.',
    'Le codage selon la formule d’avant juin 2014.'
  ]),
  star2015: equals(readingColumns.starred_2015_only, [
    'The reading under the formula of 2015.',
    'Le codage selon la formule de 2015.'
  ]),
  starmidterm: equals(readingColumns.starred_current_midterm, [
    'The reading under the current formula, at midterm.',
    'Le codage selon la formule actuelle, à mi-parcours.'
  ]),
  starendofterm: equals(readingColumns.starred_current_end_of_term, [
    'The reading under the current formula, at the end of term.',
    'Le codage selon la formule actuelle, en fin de plan.'
  ])
}

const fields = {
  id: id(
    table.commitment,
    ['Commitment', 'Engagement'],
    ['The commitment assessed: an id of /commitments.', 'L’engagement évalué : un identifiant de /commitments.']
  ),
  ...commitmentColumns,
  ...readingColumns,
  ...originColumns(table)
}

export default dataset({
  name: 'irm-assessments',
  title: ['IRM assessments', 'Évaluations du MEI'],
  typeName: 'Assessment',
  row: ['an assessment', 'une évaluation'],
  description: [
    'The Independent Reporting Mechanism’s newest reading of each commitment, with the whole coding: of the newest edition of its data that knows the commitment, dated editions before undated web pages. Older readings are in /irm-readings.',
    'Le relevé le plus récent de chaque engagement par le Mécanisme d’évaluation indépendant, avec tout le codage : celui de l’édition la plus récente où il figure, les éditions datées passant avant les pages web sans date. Les relevés plus anciens sont dans /irm-readings.'
  ],
  table,
  joins: withCommitment,
  only: and(eq(table.newest, true)) as never,
  fields,
  filters: readingFilters,
  aliases: ['ogp_id'],
  wholes: PLANS_OF_COMMITMENTS,
  related: { readings: { dataset: 'irm-readings', parameter: 'commitment', field: 'id' } }
})
