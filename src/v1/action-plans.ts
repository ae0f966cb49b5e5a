import { EXTENT } from '../db/codes.ts'
import { action_plans as table } from '../db/schema/commitments.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, date, id, integer, nullable, text, year } from '../engine/definition/field.ts'
import { between, equals } from '../engine/definition/filter.ts'
import { wholePlans } from './plan-extent.ts'
import {
  byCountry,
  byRegion,
  byYear,
  countryColumns,
  originColumns,
  otherSourceUrls,
  withCountry
} from './vocabulary.ts'

const fields = {
  id: id(table.id, ['Action plan', 'Plan d’action'], ['Member and number of the plan.', 'Membre et numéro du plan.']),
  member: id(
    nullable(table.member),
    ['Member', 'Membre'],
    [
      'The member whose plan it is: an id of /members; null where it was no member in 2016.',
      'Le membre dont c’est le plan : un identifiant de /members ; vide (null) s’il n’était pas membre en 2016.'
    ]
  ),
  ...countryColumns(table.country),
  locality: text(
    nullable(table.locality),
    ['Locality', 'Collectivité'],
    ['The local government, where the plan is not national.', 'La collectivité, si le plan n’est pas national.']
  ),
  number: integer(
    table.number,
    ['Number', 'Numéro'],
    ['1 for the first plan of the member.', '1 pour le premier plan du membre.'],
    [1, 99]
  ),
  ogp_id: text(
    nullable(table.ogp_id),
    ['OGP identifier', 'Identifiant du PGO'],
    ['Identifier in OGP’s database, such as AP_CHL02.', 'Identifiant dans la base du PGO, tel que AP_CHL02.'],
    { maxLength: 20 }
  ),
  year: year(
    nullable(table.year),
    ['Year', 'Année'],
    [
      'Year the plan was submitted; where no source says, the year it starts.',
      'Année de remise du plan ; si aucune source ne le dit, année où il commence.'
    ]
  ),
  submission_year: year(
    nullable(table.submission_year),
    ['Year of submission', 'Année de remise'],
    ['Year the plan was submitted.', 'Année de remise du plan.']
  ),
  start_year: year(
    nullable(table.start_year),
    ['First year', 'Première année'],
    ['Year the plan starts.', 'Année où le plan commence.']
  ),
  end_year: year(
    nullable(table.end_year),
    ['Last year', 'Dernière année'],
    ['Year the plan ends.', 'Année où le plan se termine.']
  ),
  start_date: date(
    nullable(table.start_date),
    ['Start', 'Début'],
    [
      'Date the plan starts, where a source tells more than the year.',
      'Date de début, si une source dit plus que l’année.'
    ]
  ),
  end_date: date(
    nullable(table.end_date),
    ['End', 'Fin'],
    ['Date the plan ends, where a source tells more than the year.', 'Date de fin, si une source dit plus que l’année.']
  ),
  duration_years: integer(
    nullable(table.duration_years),
    ['Duration', 'Durée'],
    ['Years the plan runs, as the source states them.', 'Nombre d’années du plan, tel que la source l’indique.'],
    [1, 9]
  ),
  commitments_stated: integer(
    nullable(table.commitments_stated),
    ['Commitments stated', 'Engagements annoncés'],
    [
      'Number of commitments that a source states; not the number of rows here.',
      'Nombre d’engagements qu’une source annonce ; ce n’est pas le nombre de lignes ici.'
    ]
  ),
  commitments_coded: integer(
    nullable(table.commitments_coded),
    ['Commitments coded in 2016', 'Engagements codés en 2016'],
    [
      'Number of commitments of the plan in the Explorer’s edition of 2016.',
      'Nombre d’engagements du plan dans l’édition 2016 de l’Explorateur.'
    ]
  ),
  progress_report_year: year(
    nullable(table.progress_report_year),
    ['Year of the progress report', 'Année du rapport d’étape'],
    ['Year the IRM’s progress report was published.', 'Année de publication du rapport d’étape du MEI.']
  ),
  end_of_term_report_year: year(
    nullable(table.end_of_term_report_year),
    ['Year of the end-of-term report', 'Année du rapport de fin de plan'],
    ['Year the IRM’s end-of-term report was published.', 'Année de publication du rapport de fin de plan du MEI.']
  ),
  other_source_urls: otherSourceUrls(table.other_source_urls),
  ...originColumns(table),
  extent: code(
    nullable(table.extent),
    EXTENT,
    ['Extent', 'Étendue'],
    [
      'Whether all its commitments are here or a selection, and by what; null where none is.',
      'Si tous ses engagements figurent ici ou une sélection, et selon quoi ; vide (null) s’il n’y en a aucun.'
    ],
    'extent'
  ),
  extent_edition: id(
    nullable(table.extent_edition),
    ['Edition of the extent', 'Édition de l’étendue'],
    [
      'The edition that brought its commitments to this extent: an id of /editions.',
      'L’édition qui a apporté ses engagements dans cette étendue : un identifiant de /editions.'
    ]
  )
}

export default dataset({
  name: 'action-plans',
  title: ['Action plans', 'Plans d’action'],
  typeName: 'ActionPlan',
  row: ['an action plan', 'un plan d’action'],
  description: [
    'National and local action plans, in which members make their commitments for about two years. Only plans that our sources name are listed; a member may have more.',
    'Plans d’action nationaux et locaux, où les membres prennent leurs engagements pour environ deux ans. Seuls figurent les plans que nos sources citent ; un membre peut en avoir d’autres.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    member: equals(fields.member, ['Members, by id.', 'Membres, par identifiant.']),
    number: between(fields.number, ['Number of the plan.', 'Numéro du plan.']),
    year: byYear(fields.year, ['Year of the plan.', 'Année du plan.']),
    extent: equals(fields.extent, [
      'Whether all commitments of the plan are here or a selection.',
      'Si tous les engagements du plan figurent ici ou une sélection.'
    ])
  },
  wholes: wholePlans({ country: 'country', region: 'region', member: 'member', number: 'plannumber', year: 'year' }),
  related: {
    commitments: { dataset: 'commitments', parameter: 'plan', field: 'id' },
    process_assessments: { dataset: 'process-assessments', parameter: 'plan', field: 'id' },
    plan_summaries: { dataset: 'plan-summaries', parameter: 'plan', field: 'id' }
  }
})
