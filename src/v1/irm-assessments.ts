import { and, eq } from 'drizzle-orm'
import { commitments, irm_readings as table } from '../db/schema/commitments.ts'
import { dataset, type Join } from '../engine/definition/dataset.ts'
import { id, integer, list, longText, nullable, text, year } from '../engine/definition/field.ts'
import { between, contains, equals } from '../engine/definition/filter.ts'
import { acrossEditions } from './across-editions.ts'
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

/** Filters on the commitment of a reading, and on the coding, as these columns read it. */
export const readingFilters = (coding: typeof readingColumns) => ({
  country: byCountry(commitments.country),
  region: byRegion,
  plan: equals(commitmentColumns.plan, ['Action plans, by id.', 'Plans d’action, par identifiant.']),
  plannumber: between(commitmentColumns.plan_number, ['Number of the plan.', 'Numéro du plan.']),
  year: byYear(commitmentColumns.year, ['Year the plan was submitted.', 'Année de remise du plan.']),
  theme: contains(commitmentColumns.themes, ['Themes, by slug.', 'Thèmes, par identifiant.']),
  ...codedFilters(coding),
  change: equals(coding.change_in_completion, [
    'Change in completion from midterm to the end of term.',
    'Évolution de l’achèvement entre mi-parcours et fin de plan.'
  ]),
  star2014: equals(coding.starred_pre_june_2014, [
    'The reading under the formula of before June 2014.',
    'Le codage selon la formule d’avant juin 2014.'
  ]),
  star2015: equals(coding.starred_2015_only, [
    'The reading under the formula of 2015.',
    'Le codage selon la formule de 2015.'
  ]),
  starmidterm: equals(coding.starred_current_midterm, [
    'The reading under the current formula, at midterm.',
    'Le codage selon la formule actuelle, à mi-parcours.'
  ]),
  starendofterm: equals(coding.starred_current_end_of_term, [
    'The reading under the current formula, at the end of term.',
    'Le codage selon la formule actuelle, en fin de plan.'
  ])
})

/** The whole coding, across editions. */
export const assessmentColumns = acrossEditions(readingColumns)

const fields = {
  id: id(
    table.commitment,
    ['Commitment', 'Engagement'],
    ['The commitment assessed: an id of /commitments.', 'L’engagement évalué : un identifiant de /commitments.']
  ),
  ...commitmentColumns,
  ...assessmentColumns,
  ...originColumns(table)
}

export default dataset({
  name: 'irm-assessments',
  title: ['IRM assessments', 'Évaluations du MEI'],
  typeName: 'Assessment',
  row: ['an assessment', 'une évaluation'],
  description: [
    'The Independent Reporting Mechanism’s newest reading of each commitment, with the whole coding: of the newest edition of its data that knows the commitment, dated editions before undated web pages. What that edition does not cover, such as the stars of before June 2014 in OGP’s database of 2024, is kept from the newest one that does. Each reading by itself is in /irm-readings.',
    'Le relevé le plus récent de chaque engagement par le Mécanisme d’évaluation indépendant, avec tout le codage : celui de l’édition la plus récente où il figure, les éditions datées passant avant les pages web sans date. Ce que cette édition ne couvre pas, comme les étoiles d’avant juin 2014 dans la base du PGO de 2024, est repris de la plus récente qui le couvre. Chaque relevé figure à part dans /irm-readings.'
  ],
  table,
  joins: withCommitment,
  only: and(eq(table.newest, true)) as never,
  fields,
  filters: readingFilters(assessmentColumns),
  aliases: ['ogp_id'],
  wholes: PLANS_OF_COMMITMENTS,
  related: { readings: { dataset: 'irm-readings', parameter: 'commitment', field: 'id' } }
})
