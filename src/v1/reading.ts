/** The columns of the IRM's coding, as commitments, assessments and readings publish them. */

import { sql } from 'drizzle-orm'
import {
  AMBITION,
  BINDING_CONSTRAINT,
  CHANGE_IN_COMPLETION,
  COMPLETION,
  EARLY_RESULTS,
  NO_NUMBER,
  OGP_VALUES,
  OPENING,
  POTENTIAL_FOR_RESULTS,
  POTENTIAL_IMPACT,
  SPECIFICITY,
  STAR_FORMULAS,
  YES_NO
} from '../db/codes.ts'
import { irm_readings as table } from '../db/schema/commitments.ts'
import { boolean, code, codes, id, integer, longText, nullable, year } from '../engine/definition/field.ts'
import { contains, equals, type Filter } from '../engine/definition/filter.ts'
import type { Words } from '../i18n/words.ts'

const yesNo = (column: keyof typeof table & string, label: Words, meaning: Words) =>
  code(nullable(table[column] as typeof table.relevant), YES_NO, label, meaning, column)

const opening = (name: `opening_${string}` & keyof typeof table, value: Words) =>
  code(
    nullable(sql<(typeof OPENING)[number]>`${table[name]}`),
    OPENING,
    [`Opening: ${value[0]}`, `Ouverture : ${value[1]}`],
    [
      `Did it open government, with regard to ${value[0]}.`,
      `Effet sur l’ouverture de l’administration, quant à la valeur « ${value[1]} ».`
    ],
    name
  )

const reportYear = (name: 'progress_report_year' | 'end_of_term_report_year', report: Words) => ({
  [name]: year(
    nullable(table[name] as typeof table.progress_report_year),
    [`Year of the ${report[0]}`, `Année du ${report[1]}`],
    [`Year in which the IRM’s ${report[0]} was published.`, `Année de publication du ${report[1]} du MEI.`]
  ),
  [`${name}_missing`]: code(
    nullable(table[`${name}_missing`] as typeof table.progress_report_year_missing),
    NO_NUMBER,
    [`Why there is no year of the ${report[0]}`, `Pourquoi l’année du ${report[1]} manque`],
    ['The reason the source gives instead of a year.', 'La raison que la source donne à la place d’une année.'],
    `${name}_missing`
  )
})

/** Design: what the commitment was worth when it was made. */
const design = {
  assessed: boolean(
    nullable(table.assessed),
    ['Assessed', 'Évalué'],
    ['Whether the IRM has assessed the commitment.', 'Si le MEI a évalué l’engagement.']
  ),
  specificity: code(
    nullable(table.specificity),
    SPECIFICITY,
    ['Specificity', 'Spécificité'],
    [
      'How clear and verifiable the text of the commitment is.',
      'Clarté et caractère vérifiable du texte de l’engagement.'
    ],
    'specificity'
  ),
  verifiable: yesNo(
    'verifiable',
    ['Verifiable', 'Vérifiable'],
    [
      'Whether the text can be verified at all; asked since 2018.',
      'Si le texte est vérifiable ; question posée depuis 2018.'
    ]
  ),
  values: codes(
    nullable(table.values),
    OGP_VALUES,
    ['OGP values', 'Valeurs du PGO'],
    ['The OGP values the commitment is relevant to.', 'Les valeurs du PGO que l’engagement sert.'],
    'values'
  ),
  relevant: yesNo(
    'relevant',
    ['Relevant', 'Pertinent'],
    [
      'Whether it serves access to information, civic participation or public accountability; technology alone does not count.',
      'S’il sert l’accès à l’information, la participation citoyenne ou la redevabilité ; la technologie seule ne compte pas.'
    ]
  ),
  potential_impact: code(
    nullable(table.potential_impact),
    POTENTIAL_IMPACT,
    ['Potential impact', 'Impact potentiel'],
    [
      'How far it would change practice if it were kept; coded for plans up to about 2019.',
      'Ampleur du changement s’il était tenu ; codé pour les plans jusque vers 2019.'
    ],
    'potential_impact'
  ),
  potential_for_results: code(
    nullable(table.potential_for_results),
    POTENTIAL_FOR_RESULTS,
    ['Potential for results', 'Potentiel de résultats'],
    [
      'What took the place of potential impact from the plans of 2020 on.',
      'Ce qui a remplacé l’impact potentiel à partir des plans de 2020.'
    ],
    'potential_for_results'
  ),
  ambition: code(
    nullable(table.ambition),
    AMBITION,
    ['Ambition', 'Ambition'],
    [
      'Shorthand of OGP’s web pages for impact or potential.',
      'Notation abrégée, sur les pages du PGO, de l’impact ou du potentiel.'
    ],
    'ambition'
  )
}

/** Delivery: what came of it. */
const delivery = {
  completion: code(
    nullable(table.completion),
    COMPLETION,
    ['Completion', 'Achèvement'],
    [
      'Newest reading of how far the commitment was carried out: at the end of the plan where that was read, else after its first year.',
      'Dernier état d’achèvement connu : à la fin du plan s’il a été relevé, sinon après la première année.'
    ],
    'completion'
  ),
  completion_midterm: code(
    nullable(table.completion_midterm),
    COMPLETION,
    ['Completion at midterm', 'Achèvement à mi-parcours'],
    [
      'How far it was carried out after the first year (progress report).',
      'État d’achèvement après la première année (rapport d’étape).'
    ],
    'completion_midterm'
  ),
  completion_end_of_term: code(
    nullable(table.completion_end_of_term),
    COMPLETION,
    ['Completion at end of term', 'Achèvement en fin de plan'],
    ['How far it was carried out at the end of the plan.', 'État d’achèvement à la fin du plan.'],
    'completion_end_of_term'
  ),
  did_it_open_government: code(
    nullable(table.did_it_open_government),
    OPENING,
    ['Did it open government', 'Ouverture de l’administration'],
    [
      'How far government became more open through it, at the end of the plan.',
      'Dans quelle mesure l’administration s’est ouverte grâce à lui, à la fin du plan.'
    ],
    'did_it_open_government'
  ),
  stars: codes(
    nullable(table.stars),
    STAR_FORMULAS,
    ['Stars', 'Étoiles'],
    [
      'The formulas under which the IRM gave it a star; a question about stars must name one.',
      'Les formules selon lesquelles le MEI lui a donné une étoile ; toute question sur les étoiles doit en nommer une.'
    ],
    'stars'
  ),
  starred: boolean(
    nullable(table.starred),
    ['Starred', 'Engagement phare'],
    [
      'A star under any formula, or on its OGP page; null where no source says.',
      'Une étoile selon l’une des formules, ou sur sa page du PGO ; vide (null) si aucune source ne le dit.'
    ]
  )
}

const edition = id(
  nullable(table.edition),
  ['Edition', 'Édition'],
  [
    'The edition of the IRM’s data the coding comes from: an id of /editions.',
    'L’édition des données du MEI d’où vient le codage : un identifiant de /editions.'
  ]
)

/** The coded columns that /commitments carries. */
export const codedColumns = { edition, ...design, ...delivery }

/** The whole coding. */
export const readingColumns = {
  edition,
  assessed: design.assessed,
  specificity: design.specificity,
  verifiable: design.verifiable,
  relevance_access_to_information: yesNo(
    'relevance_access_to_information',
    ['Relevant to access to information', 'Pertinence : accès à l’information'],
    [
      'Whether it serves access to information held by government.',
      'S’il sert l’accès à l’information que détient l’administration.'
    ]
  ),
  relevance_civic_participation: yesNo(
    'relevance_civic_participation',
    ['Relevant to civic participation', 'Pertinence : participation citoyenne'],
    ['Whether it lets citizens take part.', 'S’il permet aux citoyens de participer.']
  ),
  relevance_public_accountability: yesNo(
    'relevance_public_accountability',
    ['Relevant to public accountability', 'Pertinence : redevabilité'],
    ['Whether it makes officials answer in public.', 'S’il oblige les responsables à rendre compte en public.']
  ),
  relevance_technology: yesNo(
    'relevance_technology',
    ['Relevant to technology and innovation', 'Pertinence : technologie et innovation'],
    [
      'Whether it uses technology for one of the other values.',
      'S’il met la technologie au service d’une des autres valeurs.'
    ]
  ),
  values: design.values,
  relevant: design.relevant,
  potential_impact: design.potential_impact,
  potential_for_results: design.potential_for_results,
  ambition: design.ambition,
  completion: delivery.completion,
  completion_midterm: delivery.completion_midterm,
  completion_end_of_term: delivery.completion_end_of_term,
  change_in_completion: code(
    nullable(table.change_in_completion),
    CHANGE_IN_COMPLETION,
    ['Change in completion', 'Évolution de l’achèvement'],
    ['End of term against midterm.', 'Fin de plan par rapport à la mi-parcours.'],
    'change_in_completion'
  ),
  did_it_open_government: delivery.did_it_open_government,
  opening_access_to_information: opening('opening_access_to_information', [
    'access to information',
    'accès à l’information'
  ]),
  opening_civic_participation: opening('opening_civic_participation', [
    'civic participation',
    'participation citoyenne'
  ]),
  opening_public_accountability: opening('opening_public_accountability', ['public accountability', 'redevabilité']),
  early_results: code(
    nullable(table.early_results),
    EARLY_RESULTS,
    ['Early results', 'Premiers résultats'],
    ['Newest scale of results, since 2021.', 'Échelle de résultats la plus récente, depuis 2021.'],
    'early_results'
  ),
  stars: delivery.stars,
  starred: delivery.starred,
  starred_pre_june_2014: yesNo(
    'starred_pre_june_2014',
    ['Star before June 2014', 'Étoile avant juin 2014'],
    [
      'Relevant, moderate or transformative, substantial or complete; reports before June 2014.',
      'Pertinent, impact modéré ou transformateur, achèvement substantiel ou total ; rapports d’avant juin 2014.'
    ]
  ),
  starred_2015_only: yesNo(
    'starred_2015_only',
    ['Star, 2015 only', 'Étoile, 2015 seulement'],
    [
      'As before, and of medium or high specificity; reports from June 2014 to April 2015.',
      'Comme ci-dessus, avec une spécificité moyenne ou élevée ; rapports de juin 2014 à avril 2015.'
    ]
  ),
  starred_current_midterm: yesNo(
    'starred_current_midterm',
    ['Star, current formula, midterm', 'Étoile, formule actuelle, mi-parcours'],
    [
      'Relevant, specific, transformative, substantial or complete at midterm; reports after April 2015.',
      'Pertinent, précis, transformateur, achèvement substantiel ou total à mi-parcours ; rapports d’après avril 2015.'
    ]
  ),
  starred_current_end_of_term: yesNo(
    'starred_current_end_of_term',
    ['Star, current formula, end of term', 'Étoile, formule actuelle, fin de plan'],
    ['The same rule on completion at the end of term.', 'La même règle appliquée à l’achèvement en fin de plan.']
  ),
  starred_on_page: yesNo(
    'starred_on_page',
    ['Star on the OGP page', 'Étoile sur la page du PGO'],
    ['Whether its page on OGP’s site shows a star.', 'Si sa page sur le site du PGO montre une étoile.']
  ),
  carried_forward: yesNo(
    'carried_forward',
    ['Carried forward', 'Reconduit'],
    ['Whether the next plan takes it up again.', 'Si le plan suivant le reprend.']
  ),
  irm_based_score: integer(
    nullable(table.irm_based_score),
    ['IRM-based score', 'Score fondé sur le MEI'],
    [
      'OGP’s summary score: 4 ambitious and complete, or strong results; 3 ambitious only; 2 complete only; 1 the rest. Read from the flags beside it; no guide is published.',
      'Score de synthèse du PGO : 4 ambitieux et réalisé, ou résultats forts ; 3 seulement ambitieux ; 2 seulement réalisé ; 1 le reste. Déduit des colonnes voisines ; aucun guide n’est publié.'
    ],
    [1, 4]
  ),
  irm_based_score_missing: code(
    nullable(table.irm_based_score_missing),
    NO_NUMBER,
    ['Why there is no score', 'Pourquoi le score manque'],
    ['The reason the source gives instead of a score.', 'La raison que la source donne à la place d’un score.'],
    'irm_based_score_missing'
  ),
  binding_constraint: code(
    nullable(table.binding_constraint),
    BINDING_CONSTRAINT,
    ['Binding constraint', 'Point faible'],
    [
      'The dimension that keeps it from a star, as OGP’s database of 2024 says.',
      'La dimension qui le prive d’une étoile, selon la base du PGO de 2024.'
    ],
    'binding_constraint'
  ),
  ...reportYear('progress_report_year', ['progress report', 'rapport d’étape']),
  ...reportYear('end_of_term_report_year', ['end-of-term report', 'rapport de fin de plan']),
  source_conflict: longText(
    nullable(table.source_conflict),
    ['Conflict in the source', 'Contradiction dans la source'],
    [
      'Where label and number of a coding disagree in the source: what each says. The label is kept.',
      'Quand le libellé et le numéro d’un codage se contredisent dans la source : ce que dit chacun. Le libellé est conservé.'
    ]
  )
}

/** Filters on the coding, as these columns read it. */
export const codedFilters = (columns: typeof codedColumns): Record<string, Filter> => ({
  starred: equals(columns.starred, ['A star under any formula.', 'Une étoile selon l’une des formules.'], {
    phrase: { true: ['with a star', 'avec une étoile'], false: ['without a star', 'sans étoile'] }
  }),
  star: contains(columns.stars, ['A star under this formula.', 'Une étoile selon cette formule.']),
  assessed: equals(columns.assessed, ['Whether the IRM has assessed it.', 'Si le MEI l’a évalué.'], {
    phrase: {
      true: ['assessed by the IRM', 'avec évaluation du MEI'],
      false: ['not assessed by the IRM', 'sans évaluation du MEI']
    }
  }),
  value: contains(columns.values, ['OGP values it is relevant to.', 'Valeurs du PGO qu’il sert.']),
  relevant: equals(columns.relevant, ['Whether it is relevant to OGP values.', 'S’il sert les valeurs du PGO.']),
  impact: equals(columns.potential_impact, ['Potential impact.', 'Impact potentiel.']),
  specificity: equals(columns.specificity, ['Specificity.', 'Spécificité.']),
  completion: equals(columns.completion, ['Newest reading of completion.', 'Dernier état d’achèvement connu.']),
  midterm: equals(columns.completion_midterm, ['Completion at midterm.', 'Achèvement à mi-parcours.']),
  endofterm: equals(columns.completion_end_of_term, ['Completion at the end of term.', 'Achèvement en fin de plan.']),
  opening: equals(columns.did_it_open_government, ['Did it open government.', 'Ouverture de l’administration.']),
  edition: equals(columns.edition, ['Edition of the IRM’s data.', 'Édition des données du MEI.'])
})
