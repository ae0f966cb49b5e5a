import { eq } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { NO_NUMBER, PARTICIPATION, PROCESS_ANSWER, PUBLIC_INFLUENCE } from '../db/codes.ts'
import { action_plans, process_assessments as table } from '../db/schema/commitments.ts'
import { dataset } from '../engine/definition/dataset.ts'
import { code, id, integer, longText, nullable, year } from '../engine/definition/field.ts'
import { between, equals } from '../engine/definition/filter.ts'
import type { Words } from '../i18n/words.ts'
import { byCountry, byRegion, byYear, countryColumns, originColumns, withCountry } from './vocabulary.ts'

type Coded<V extends readonly string[]> = PgColumn & { _: { data: V[number]; notNull: boolean } }

const answer = (column: Coded<typeof PROCESS_ANSWER>, label: Words, meaning: Words) =>
  code(nullable(column), PROCESS_ANSWER, label, meaning, column.name)

const participation = (column: Coded<typeof PARTICIPATION>, label: Words, meaning: Words) =>
  code(nullable(column), PARTICIPATION, label, meaning, column.name)

const influence = (column: Coded<typeof PUBLIC_INFLUENCE>, label: Words, meaning: Words) =>
  code(nullable(column), PUBLIC_INFLUENCE, label, meaning, column.name)

const noNumber = (column: Coded<typeof NO_NUMBER>, of: Words) =>
  code(
    nullable(column),
    NO_NUMBER,
    [`No number: ${of[0]}`, `Sans nombre : ${of[1]}`],
    [
      'Why the column before holds no number; null where it does.',
      'Pourquoi la colonne précédente ne contient pas de nombre ; vide (null) si elle en contient un.'
    ],
    column.name
  )

const fields = {
  id: id(table.id, ['Process assessment', 'Évaluation de la procédure'], ['Id of the plan.', 'Identifiant du plan.']),
  plan: id(
    table.plan,
    ['Action plan', 'Plan d’action'],
    ['The plan assessed: an id of /action-plans.', 'Le plan évalué : un identifiant de /action-plans.']
  ),
  plan_number: integer(
    nullable(action_plans.number),
    ['Number of the plan', 'Numéro du plan'],
    ['1 for the first plan of the member.', '1 pour le premier plan du membre.'],
    [1, 99]
  ),
  ...countryColumns(table.country),
  year: year(
    nullable(table.year),
    ['Year', 'Année'],
    ['Year in which the plan was submitted.', 'Année où le plan a été soumis.']
  ),
  timeline_available: answer(
    table.timeline_available,
    ['1: timeline available', '1 : calendrier disponible'],
    [
      'First of six consultation steps: were timeline and process available beforehand?',
      'Première de six étapes de consultation : calendrier et procédure étaient-ils disponibles à l’avance ?'
    ]
  ),
  timeline_online: answer(
    table.timeline_online,
    ['Timeline online', 'Calendrier en ligne'],
    ['Was the timeline published online?', 'Le calendrier a-t-il été publié en ligne ?']
  ),
  timeline_other_channels: answer(
    table.timeline_other_channels,
    ['Timeline in other channels', 'Calendrier par d’autres canaux'],
    ['Was the timeline made known through other channels?', 'Le calendrier a-t-il été diffusé par d’autres canaux ?']
  ),
  advance_notice: answer(
    table.advance_notice,
    ['2: advance notice', '2 : préavis'],
    [
      'Second step: was the consultation announced in advance?',
      'Deuxième étape : la consultation a-t-elle été annoncée à l’avance ?'
    ]
  ),
  days_in_advance: integer(
    nullable(table.days_in_advance),
    ['Days in advance', 'Jours de préavis'],
    [
      'How many days before the consultation it was announced; null where `days_in_advance_missing` says why.',
      'Nombre de jours entre l’annonce et la consultation ; vide (null) quand `days_in_advance_missing` dit pourquoi.'
    ]
  ),
  days_in_advance_missing: noNumber(table.days_in_advance_missing, ['days in advance', 'jours de préavis']),
  advance_notice_adequate: answer(
    table.advance_notice_adequate,
    ['Notice adequate', 'Préavis suffisant'],
    ['Was the advance notice adequate?', 'Le préavis était-il suffisant ?']
  ),
  awareness_raising: answer(
    table.awareness_raising,
    ['3: awareness raising', '3 : sensibilisation'],
    [
      'Third step: were there awareness-raising activities?',
      'Troisième étape : des actions de sensibilisation ont-elles été menées ?'
    ]
  ),
  online_consultation: answer(
    table.online_consultation,
    ['4: online consultation', '4 : consultation en ligne'],
    ['Fourth step: was there an online consultation?', 'Quatrième étape : une consultation en ligne a-t-elle eu lieu ?']
  ),
  in_person_consultation: answer(
    table.in_person_consultation,
    ['5: in-person consultation', '5 : consultation en présentiel'],
    [
      'Fifth step: was there an in-person consultation?',
      'Cinquième étape : une consultation en présentiel a-t-elle eu lieu ?'
    ]
  ),
  summary_of_comments: answer(
    table.summary_of_comments,
    ['6: summary of comments', '6 : synthèse des observations'],
    [
      'Sixth step: was a summary of comments published?',
      'Sixième étape : une synthèse des observations a-t-elle été publiée ?'
    ]
  ),
  steps_followed: integer(
    nullable(table.steps_followed),
    ['Steps followed', 'Étapes suivies'],
    [
      'How many of the six steps were followed, 0 to 6; 0 says that the IRM found none. Null where `steps_followed_missing` says why: also where the file states 0 though not one of the six was reviewed, which `source_conflict` notes.',
      'Combien des six étapes ont été suivies, de 0 à 6 ; 0 dit que le MEI n’en a constaté aucune. Vide (null) quand `steps_followed_missing` dit pourquoi : aussi lorsque le fichier énonce 0 sans qu’une seule des six ait été évaluée, ce que signale `source_conflict`.'
    ],
    [0, 6]
  ),
  steps_followed_missing: noNumber(table.steps_followed_missing, ['steps followed', 'étapes suivies']),
  development_participation: participation(
    table.development_participation,
    ['Participation, development', 'Participation, élaboration'],
    [
      'Whether the consultation on the making of the plan was open or by invitation.',
      'Si la consultation sur l’élaboration du plan était ouverte ou sur invitation.'
    ]
  ),
  development_influence: influence(
    table.development_influence,
    ['Public influence, development', 'Influence du public, élaboration'],
    [
      'How far the public could influence the making of the plan, on the IAP2 scale.',
      'Jusqu’où le public a pu influer sur l’élaboration du plan, sur l’échelle IAP2.'
    ]
  ),
  regular_forum: answer(
    table.regular_forum,
    ['Regular forum', 'Concertation régulière'],
    [
      'Was there a regular forum for consultation during implementation?',
      'Une enceinte régulière de concertation a-t-elle existé pendant la mise en œuvre ?'
    ]
  ),
  implementation_participation: participation(
    table.implementation_participation,
    ['Participation, implementation', 'Participation, mise en œuvre'],
    [
      'Whether the consultation during implementation was open or by invitation.',
      'Si la consultation pendant la mise en œuvre était ouverte ou sur invitation.'
    ]
  ),
  implementation_influence: influence(
    table.implementation_influence,
    ['Public influence, implementation', 'Influence du public, mise en œuvre'],
    [
      'How far the public could influence the implementation of the plan, on the IAP2 scale.',
      'Jusqu’où le public a pu influer sur la mise en œuvre du plan, sur l’échelle IAP2.'
    ]
  ),
  self_assessment_published: answer(
    table.self_assessment_published,
    ['Self-assessment published', 'Auto-évaluation publiée'],
    [
      'Was the government’s self-assessment report published?',
      'Le rapport d’auto-évaluation du gouvernement a-t-il été publié ?'
    ]
  ),
  self_assessment_on_schedule: answer(
    table.self_assessment_on_schedule,
    ['Self-assessment on schedule', 'Auto-évaluation dans les délais'],
    ['Was the self-assessment published on schedule?', 'L’auto-évaluation a-t-elle été publiée dans les délais ?']
  ),
  self_assessment_local_language: answer(
    table.self_assessment_local_language,
    ['Self-assessment in local language', 'Auto-évaluation en langue locale'],
    [
      'Is the self-assessment available in the local language?',
      'L’auto-évaluation est-elle disponible dans la langue du pays ?'
    ]
  ),
  self_assessment_english: answer(
    table.self_assessment_english,
    ['Self-assessment in English', 'Auto-évaluation en anglais'],
    ['Is the self-assessment available in English?', 'L’auto-évaluation est-elle disponible en anglais ?']
  ),
  self_assessment_two_week_comment: answer(
    table.self_assessment_two_week_comment,
    ['Two-week comment period', 'Deux semaines d’observations'],
    [
      'Could the public comment on the draft self-assessment for two weeks?',
      'Le public a-t-il pu commenter le projet d’auto-évaluation pendant deux semaines ?'
    ]
  ),
  self_assessment_reviews_comment_period: answer(
    table.self_assessment_reviews_comment_period,
    ['Reviews its comment period', 'Rend compte des observations'],
    [
      'Does the self-assessment review its own comment period?',
      'L’auto-évaluation rend-elle compte de sa période d’observations ?'
    ]
  ),
  public_comments_received: answer(
    table.public_comments_received,
    ['Public comments received', 'Observations reçues'],
    [
      'Were public comments on the draft self-assessment received?',
      'Des observations du public sur le projet d’auto-évaluation ont-elles été reçues ?'
    ]
  ),
  self_assessment_in_portal: answer(
    table.self_assessment_in_portal,
    ['Self-assessment in the portal', 'Auto-évaluation sur le portail'],
    [
      'Is the self-assessment deposited in the OGP portal?',
      'L’auto-évaluation est-elle déposée sur le portail du PGO ?'
    ]
  ),
  self_assessment_reviews_consultation: answer(
    table.self_assessment_reviews_consultation,
    ['Reviews the consultation', 'Rend compte de la consultation'],
    [
      'Does the self-assessment review the consultation on the plan?',
      'L’auto-évaluation rend-elle compte de la consultation sur le plan ?'
    ]
  ),
  self_assessment_covers_all_commitments: answer(
    table.self_assessment_covers_all_commitments,
    ['Covers all commitments', 'Couvre tous les engagements'],
    [
      'Does the self-assessment cover all commitments of the plan?',
      'L’auto-évaluation porte-t-elle sur tous les engagements du plan ?'
    ]
  ),
  self_assessment_against_schedule: answer(
    table.self_assessment_against_schedule,
    ['Completion against schedule', 'Achèvement selon le calendrier'],
    [
      'Does the self-assessment measure completion against the schedule?',
      'L’auto-évaluation mesure-t-elle l’achèvement par rapport au calendrier ?'
    ]
  ),
  self_assessment_reviews_draft_consultation: answer(
    table.self_assessment_reviews_draft_consultation,
    ['Reviews the consultation on its draft', 'Rend compte de la consultation sur son projet'],
    [
      'Does the self-assessment review the consultation on its own draft?',
      'L’auto-évaluation rend-elle compte de la consultation sur son propre projet ?'
    ]
  ),
  only_one_branch: answer(
    table.only_one_branch,
    ['Only one branch', 'Un seul pouvoir'],
    ['Is only one branch of power involved in the plan?', 'Un seul des pouvoirs publics est-il associé au plan ?']
  ),
  executive: answer(
    table.executive,
    ['Executive', 'Exécutif'],
    ['Is the executive involved?', 'L’exécutif est-il associé ?']
  ),
  multi_agency: answer(
    table.multi_agency,
    ['Several agencies', 'Plusieurs administrations'],
    [
      'Are several agencies in charge, rather than a single one?',
      'Plusieurs administrations sont-elles chargées du plan, plutôt qu’une seule ?'
    ]
  ),
  single_lead: answer(
    table.single_lead,
    ['Single lead', 'Chef de file unique'],
    ['Is there a single lead agency?', 'Y a-t-il une administration chef de file unique ?']
  ),
  president_or_prime_minister_office: answer(
    table.president_or_prime_minister_office,
    ['President’s or prime minister’s office', 'Services du président ou du Premier ministre'],
    [
      'Is the office of the president or prime minister involved?',
      'Les services du président ou du Premier ministre sont-ils associés ?'
    ]
  ),
  executive_lead_agency: answer(
    table.executive_lead_agency,
    ['That office leads', 'Ces services sont chefs de file'],
    [
      'Does the office of the president or prime minister lead?',
      'Les services du président ou du Premier ministre sont-ils chefs de file ?'
    ]
  ),
  foreign_ministry: answer(
    table.foreign_ministry,
    ['Foreign ministry', 'Affaires étrangères'],
    ['Is the ministry of foreign affairs involved?', 'Le ministère des Affaires étrangères est-il associé ?']
  ),
  foreign_ministry_lead: answer(
    table.foreign_ministry_lead,
    ['Foreign ministry leads', 'Affaires étrangères chef de file'],
    ['Does the ministry of foreign affairs lead?', 'Le ministère des Affaires étrangères est-il chef de file ?']
  ),
  officially_mandated: answer(
    table.officially_mandated,
    ['Official mandate', 'Mandat officiel'],
    ['Is there an official mandate for OGP?', 'Existe-t-il un mandat officiel pour le PGO ?']
  ),
  legally_mandated: answer(
    table.legally_mandated,
    ['Legal mandate', 'Mandat légal'],
    ['Is that mandate laid down in law?', 'Ce mandat est-il prévu par la loi ?']
  ),
  multiple_arrangements: answer(
    table.multiple_arrangements,
    ['Several arrangements', 'Plusieurs dispositifs'],
    ['Were there several institutional arrangements?', 'Y a-t-il eu plusieurs dispositifs institutionnels ?']
  ),
  implementing_same_as_developing: answer(
    table.implementing_same_as_developing,
    ['Same agency implements', 'Même administration pour l’exécution'],
    [
      'Does the agency that developed the plan also implement it?',
      'L’administration qui a élaboré le plan est-elle aussi celle qui l’exécute ?'
    ]
  ),
  change_of_executive: answer(
    table.change_of_executive,
    ['Change of executive', 'Changement d’exécutif'],
    ['Was there a change of executive?', 'Y a-t-il eu un changement d’exécutif ?']
  ),
  source_conflict: longText(
    nullable(table.source_conflict),
    ['Conflict in the source', 'Contradiction dans la source'],
    [
      'Where the word and the number of one cell pair of the file disagree, and what each says; null where none do.',
      'Où le mot et le nombre d’une même réponse du fichier se contredisent, et ce que dit chacun ; vide (null) sans contradiction.'
    ]
  ),
  ...originColumns(table)
}

/** The six steps of consultation. */
const steps = {
  timeline: equals(fields.timeline_available, [
    'Whether the timeline was available beforehand.',
    'Si le calendrier était disponible à l’avance.'
  ]),
  notice: equals(fields.advance_notice, [
    'Whether the consultation was announced in advance.',
    'Si la consultation a été annoncée à l’avance.'
  ]),
  awareness: equals(fields.awareness_raising, [
    'Whether there were awareness-raising activities.',
    'Si des actions de sensibilisation ont été menées.'
  ]),
  online: equals(fields.online_consultation, [
    'Whether there was an online consultation.',
    'Si une consultation en ligne a eu lieu.'
  ]),
  inperson: equals(fields.in_person_consultation, [
    'Whether there was an in-person consultation.',
    'Si une consultation en présentiel a eu lieu.'
  ]),
  summary: equals(fields.summary_of_comments, [
    'Whether a summary of comments was published.',
    'Si une synthèse des observations a été publiée.'
  ])
}

export default dataset({
  name: 'process-assessments',
  title: ['Process assessments', 'Évaluations de la procédure'],
  typeName: 'ProcessAssessment',
  row: ['a process assessment', 'une évaluation de la procédure'],
  description: [
    'How one action plan was consulted on, reported on and organised, from OGP’s process database of July 2016. A country or plan without a row was not judged at all; where none of the six steps was reviewed, the number of steps is null, though OGP’s file has 0 there.',
    'Comment un plan d’action a été soumis à consultation, suivi et organisé, d’après la base du PGO sur la procédure de juillet 2016. Un pays ou un plan sans ligne n’a pas été jugé ; là où aucune des six étapes n’a été évaluée, le nombre d’étapes est vide (null), alors que le fichier du PGO y porte 0.'
  ],
  table,
  joins: [withCountry(table.country), { table: action_plans, on: eq(action_plans.id, table.plan) }],
  fields,
  filters: {
    country: byCountry(table.country),
    region: byRegion,
    plan: equals(fields.plan, ['Action plans, by id.', 'Plans d’action, par identifiant.']),
    plannumber: between(fields.plan_number, ['Number of the plan.', 'Numéro du plan.']),
    year: byYear(fields.year, ['Year in which the plan was submitted.', 'Année où le plan a été soumis.']),
    steps: between(fields.steps_followed, [
      'How many of the six steps were followed.',
      'Nombre d’étapes suivies sur six.'
    ]),
    ...steps,
    devparticipation: equals(fields.development_participation, [
      'Whether the consultation on the making of the plan was open.',
      'Si la consultation sur l’élaboration du plan était ouverte.'
    ]),
    devinfluence: equals(fields.development_influence, [
      'How far the public could influence the making of the plan.',
      'Influence du public sur l’élaboration du plan.'
    ]),
    forum: equals(fields.regular_forum, [
      'Whether there was a regular forum during implementation.',
      'Si une concertation régulière a existé pendant la mise en œuvre.'
    ]),
    impparticipation: equals(fields.implementation_participation, [
      'Whether the consultation during implementation was open.',
      'Si la consultation pendant la mise en œuvre était ouverte.'
    ]),
    impinfluence: equals(fields.implementation_influence, [
      'How far the public could influence the implementation of the plan.',
      'Influence du public sur la mise en œuvre du plan.'
    ]),
    selfassessment: equals(fields.self_assessment_published, [
      'Whether the self-assessment was published.',
      'Si l’auto-évaluation a été publiée.'
    ]),
    onschedule: equals(fields.self_assessment_on_schedule, [
      'Whether the self-assessment was on schedule.',
      'Si l’auto-évaluation a été remise à temps.'
    ]),
    commentperiod: equals(fields.self_assessment_two_week_comment, [
      'Whether the public had two weeks to comment on the self-assessment.',
      'Si deux semaines ont été laissées pour commenter l’auto-évaluation.'
    ]),
    reviewed: equals(fields.self_assessment_reviews_consultation, [
      'Whether the self-assessment reviews the consultation.',
      'Si l’auto-évaluation rend compte de la consultation.'
    ])
  },
  related: { commitments: { dataset: 'commitments', parameter: 'plan', field: 'plan' } }
})
