import { PUBLIC_INFLUENCE, REPORT_TYPES, YES_NO } from '../db/codes.ts'
import { plan_summaries as table } from '../db/schema/commitments.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, nullable, text } from '../engine/definition/field.ts'
import { equals } from '../engine/definition/filter.ts'
import type { Words } from '../i18n/words.ts'
import { byCountry, byRegion, countryColumns, originColumns, withCountry } from './vocabulary.ts'

const commitments = (column: Parameters<typeof nullable<number>>[0], label: Words, that: Words) =>
  integer(nullable(column), label, [
    `Number of commitments ${that[0]}; null where the report does not give it.`,
    `Nombre d’engagements ${that[1]} ; vide (null) si le rapport ne le donne pas.`
  ])

const fields = {
  id: id(table.id, ['Summary', 'Synthèse'], ['Action plan and type of report.', 'Plan d’action et type de rapport.']),
  plan: id(
    table.plan,
    ['Action plan', 'Plan d’action'],
    ['The plan reported on: an id of /action-plans.', 'Le plan évalué : un identifiant de /action-plans.']
  ),
  ...countryColumns(table.country),
  period: text(
    nullable(table.period),
    ['Period', 'Période'],
    ['Years of the plan, such as 2016-2018.', 'Années du plan, par exemple 2016-2018.']
  ),
  report_type: code(
    table.report_type,
    REPORT_TYPES,
    ['Type of report', 'Type de rapport'],
    ['What kind of IRM report the figures come from.', 'Sorte de rapport du MEI d’où viennent les chiffres.'],
    'report_type'
  ),
  commitments: commitments(table.commitments, ['Commitments', 'Engagements'], ['in the plan', 'du plan']),
  multistakeholder_forum: code(
    nullable(table.multistakeholder_forum),
    YES_NO,
    ['Multistakeholder forum', 'Forum multipartite'],
    [
      'Whether government and civil society met in a multistakeholder forum; null where the report does not say.',
      'Si gouvernement et société civile se réunissaient dans un forum multipartite ; vide (null) si le rapport ne le dit pas.'
    ],
    'multistakeholder_forum'
  ),
  influence_development: code(
    nullable(table.influence_development),
    PUBLIC_INFLUENCE,
    ['Public influence, co-creation', 'Influence du public, co-création'],
    [
      'How far the public could influence the making of the plan, on the IAP2 scale; null where the report does not say.',
      'Jusqu’où le public a pu influer sur l’élaboration du plan, sur l’échelle IAP2 ; vide (null) si le rapport ne le dit pas.'
    ],
    'influence_development'
  ),
  influence_implementation: code(
    nullable(table.influence_implementation),
    PUBLIC_INFLUENCE,
    ['Public influence, implementation', 'Influence du public, mise en œuvre'],
    [
      'How far the public could influence the implementation of the plan, on the IAP2 scale; null where the report does not say.',
      'Jusqu’où le public a pu influer sur la mise en œuvre du plan, sur l’échelle IAP2 ; vide (null) si le rapport ne le dit pas.'
    ],
    'influence_implementation'
  ),
  contrary_to_process: code(
    nullable(table.contrary_to_process),
    YES_NO,
    ['Acted contrary to process', 'Contraire à la procédure'],
    [
      'Whether the government acted contrary to OGP process; null where the report does not say.',
      'Si le gouvernement a agi contrairement à la procédure du PGO ; vide (null) si le rapport ne le dit pas.'
    ],
    'contrary_to_process'
  ),
  relevant: commitments(
    table.relevant,
    ['Relevant', 'Pertinents'],
    ['that are relevant to OGP values', 'pertinents au regard des valeurs du PGO']
  ),
  transformative: commitments(
    table.transformative,
    ['Transformative', 'Transformateurs'],
    ['with a transformative potential impact', 'à l’impact potentiel transformateur']
  ),
  potentially_starred: commitments(
    table.potentially_starred,
    ['Potentially starred', 'Engagements phares potentiels'],
    [
      'that are verifiable, relevant and transformative and could become starred once completed',
      'vérifiables, pertinents et transformateurs, qui pourraient devenir phares une fois achevés'
    ]
  ),
  open_government_lens: commitments(
    table.open_government_lens,
    ['Open government lens', 'Prisme du gouvernement ouvert'],
    [
      'that have an open government lens, as the IRM puts it since 2021',
      'qui relèvent du gouvernement ouvert, selon le critère du MEI depuis 2021'
    ]
  ),
  substantial_potential: commitments(
    table.substantial_potential,
    ['Substantial potential', 'Potentiel substantiel'],
    ['with substantial potential for results', 'au potentiel de résultats substantiel']
  ),
  promising: commitments(
    table.promising,
    ['Promising', 'Prometteurs'],
    ['that the report singles out as promising', 'que le rapport distingue comme prometteurs']
  ),
  midterm_complete: commitments(
    table.midterm_complete,
    ['Complete at midterm', 'Achevés à mi-parcours'],
    ['complete at midterm', 'achevés à mi-parcours']
  ),
  midterm_substantial: commitments(
    table.midterm_substantial,
    ['Substantial at midterm', 'Substantiels à mi-parcours'],
    ['substantially completed at midterm', 'substantiellement réalisés à mi-parcours']
  ),
  midterm_limited: commitments(
    table.midterm_limited,
    ['Limited at midterm', 'Limités à mi-parcours'],
    ['with limited completion at midterm', 'à l’achèvement limité à mi-parcours']
  ),
  midterm_not_started: commitments(
    table.midterm_not_started,
    ['Not started at midterm', 'Non commencés à mi-parcours'],
    ['not started at midterm', 'non commencés à mi-parcours']
  ),
  midterm_not_reviewed: commitments(
    table.midterm_not_reviewed,
    ['Not reviewed at midterm', 'Non évalués à mi-parcours'],
    ['that the IRM did not review at midterm', 'que le MEI n’a pas évalués à mi-parcours']
  ),
  end_of_term_complete: commitments(
    table.end_of_term_complete,
    ['Complete at end of term', 'Achevés en fin de plan'],
    ['complete when the plan ended', 'achevés en fin de plan']
  ),
  end_of_term_substantial: commitments(
    table.end_of_term_substantial,
    ['Substantial at end of term', 'Substantiels en fin de plan'],
    ['substantially completed when the plan ended', 'substantiellement réalisés en fin de plan']
  ),
  end_of_term_limited: commitments(
    table.end_of_term_limited,
    ['Limited at end of term', 'Limités en fin de plan'],
    ['with limited completion when the plan ended', 'à l’achèvement limité en fin de plan']
  ),
  end_of_term_not_started: commitments(
    table.end_of_term_not_started,
    ['Not started at end of term', 'Non commencés en fin de plan'],
    ['not started when the plan ended', 'non commencés en fin de plan']
  ),
  end_of_term_withdrawn: commitments(
    table.end_of_term_withdrawn,
    ['Withdrawn', 'Retirés'],
    ['that the government withdrew during the plan', 'que le gouvernement a retirés en cours de plan']
  ),
  stars_midterm: commitments(
    table.stars_midterm,
    ['Starred at midterm', 'Phares à mi-parcours'],
    ['starred at midterm', 'phares à mi-parcours']
  ),
  stars_end_of_term: commitments(
    table.stars_end_of_term,
    ['Starred at end of term', 'Phares en fin de plan'],
    ['starred when the plan ended', 'phares en fin de plan']
  ),
  opening_major: commitments(
    table.opening_major,
    ['Major opening', 'Ouverture majeure'],
    ['that opened government to a major degree', 'qui ont ouvert le gouvernement de façon majeure']
  ),
  opening_outstanding: commitments(
    table.opening_outstanding,
    ['Outstanding opening', 'Ouverture exceptionnelle'],
    ['that opened government to an outstanding degree', 'qui ont ouvert le gouvernement de façon exceptionnelle']
  ),
  carried_over: commitments(
    table.carried_over,
    ['Carried over', 'Reconduits'],
    ['carried over into the next plan', 'reconduits dans le plan suivant']
  ),
  ...originColumns(table)
}

export default dataset({
  name: 'plan-summaries',
  title: ['IRM plan summaries', 'Synthèses des rapports du MEI'],
  typeName: 'PlanSummary',
  row: ['a plan summary', 'une synthèse de rapport'],
  description: [
    'The “at a glance” figures that one report of the Independent Reporting Mechanism prints about one action plan, quoted from the report’s page. They cover a few plans only, are not totals of /commitments, and two reports of one plan are two rows that must not be added up.',
    'Les chiffres « en bref » qu’un rapport du Mécanisme d’évaluation indépendant donne sur un plan d’action, cités d’après la page du rapport. Ils ne couvrent que quelques plans, ne sont pas des totaux de /commitments, et deux rapports sur un même plan font deux lignes qu’il ne faut pas additionner.'
  ],
  table,
  joins: [withCountry(table.country)],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    plan: equals(fields.plan, ['Action plans, by id.', 'Plans d’action, par identifiant.']),
    type: equals(fields.report_type, ['Types of report.', 'Types de rapport.'])
  },
  related: { commitments: { dataset: 'commitments', parameter: 'plan', field: 'plan' } }
})
