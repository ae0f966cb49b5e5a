import { sql } from 'drizzle-orm'
import { SCORE_BASIS, VALUES_CHECK } from '../db/codes.ts'
import { eligibility_scores as table } from '../db/schema/membership.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { boolean, code, date, id, integer, nullable, number, year } from '../engine/definition/field.ts'
import { between, equals } from '../engine/definition/filter.ts'
import type { Words } from '../i18n/words.ts'
import {
  byCountry,
  byRegion,
  byYear,
  countryColumns,
  originColumns,
  otherSourceUrls,
  withCountry
} from './vocabulary.ts'

const points = (column: Parameters<typeof nullable<number>>[0], label: Words, of: Words) =>
  integer(
    nullable(column),
    label,
    [
      `Points for ${of[0]}, 0 to 4; null where no source tells.`,
      `Points pour ${of[1]}, de 0 à 4 ; vide (null) si aucune source ne le dit.`
    ],
    [0, 4]
  )

const fields = {
  id: id(table.id, ['Score', 'Score'], ['Country code and year.', 'Code du pays et année.']),
  ...countryColumns(table.country),
  year: year(table.year, ['Year', 'Année'], ['Year of the score.', 'Année du score.']),
  as_of: date(
    nullable(table.as_of),
    ['As of', 'État au'],
    [
      'Date of the statement the score was read from, where it has one.',
      'Date du texte d’où vient le score, s’il en porte une.'
    ]
  ),
  fiscal_transparency: points(
    table.fiscal_transparency,
    ['Fiscal transparency', 'Transparence budgétaire'],
    ['fiscal transparency', 'la transparence budgétaire']
  ),
  access_to_information: points(
    table.access_to_information,
    ['Access to information', 'Accès à l’information'],
    ['access to information', 'l’accès à l’information']
  ),
  asset_disclosure: points(
    table.asset_disclosure,
    ['Asset disclosure', 'Déclaration de patrimoine'],
    ['the disclosure of officials’ assets', 'la déclaration de patrimoine des agents publics']
  ),
  citizen_engagement: points(
    table.citizen_engagement,
    ['Citizen engagement', 'Engagement citoyen'],
    ['citizen engagement', 'l’engagement citoyen']
  ),
  total: integer(
    nullable(table.total),
    ['Points', 'Points'],
    [
      'Sum of the points; null where only the outcome is known.',
      'Somme des points ; vide (null) si seul le résultat est connu.'
    ],
    [0, 16]
  ),
  maximum: integer(
    nullable(table.maximum),
    ['Points possible', 'Points possibles'],
    ['16, or 12 where one criterion does not cover the country.', '16, ou 12 quand un critère ne couvre pas le pays.'],
    [12, 16]
  ),
  percent: number(
    nullable(table.percent),
    ['Percent', 'Pourcentage'],
    [
      'Points as a percentage of the points possible, as the source prints it.',
      'Points en pourcentage du maximum, tel que la source le donne.'
    ],
    [0, 100]
  ),
  threshold: integer(
    nullable(sql<number>`(${table.maximum} * 3 / 4)`),
    ['Threshold', 'Seuil'],
    ['Points needed to be eligible: 75 % of the points possible.', 'Points nécessaires : 75 % du maximum.'],
    [9, 12]
  ),
  eligible: boolean(
    nullable(table.eligible),
    ['Eligible', 'Admissible'],
    [
      'Whether the country reaches the threshold of the core criteria.',
      'Si le pays atteint le seuil des critères de base.'
    ]
  ),
  values_check: code(
    nullable(table.values_check),
    VALUES_CHECK,
    ['Values check', 'Examen des valeurs'],
    [
      'Outcome of the second test that countries wishing to join must pass since September 2017.',
      'Résultat du second examen que passent depuis septembre 2017 les pays qui veulent adhérer.'
    ],
    'values_check'
  ),
  basis: code(
    table.basis,
    SCORE_BASIS,
    ['Basis', 'Base'],
    ['How the points are known.', 'Comment les points sont connus.'],
    'basis'
  ),
  other_source_urls: otherSourceUrls(table.other_source_urls),
  ...originColumns(table)
}

export default dataset({
  name: 'eligibility-scores',
  title: ['Eligibility scores', 'Scores d’admissibilité'],
  typeName: 'EligibilityScore',
  row: ['an eligibility score', 'un score d’admissibilité'],
  description: [
    'Who may join: points for four criteria, 0 to 4 each, by country and year. Three quarters of the points possible are needed. Many rows know only the outcome; OGP’s own database of scores is in none of our sources.',
    'Qui peut adhérer : points de quatre critères, de 0 à 4 chacun, par pays et année. Il faut les trois quarts du maximum. Pour beaucoup de pays, seul le résultat est connu ; la base de scores du PGO n’est dans aucune de nos sources.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    year: byYear(fields.year, ['Year of the score.', 'Année du score.']),
    eligible: equals(fields.eligible, ['Whether the country reaches the threshold.', 'Si le pays atteint le seuil.'], {
      phrase: {
        true: ['that reach the threshold', 'qui atteignent le seuil'],
        false: ['below the threshold', 'au-dessous du seuil']
      }
    }),
    total: between(fields.total, ['Sum of the points.', 'Somme des points.'])
  },
  related: { members: { dataset: 'members', parameter: 'country', field: 'country' } }
})
