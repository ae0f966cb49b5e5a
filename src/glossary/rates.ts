/**
 * The shares that have a name: which ratings count, and of which. Indicators, charts, maps and tables take them from here,
 * so that a figure is the same wherever it stands.
 */
import { COMPLETION, OPENING, POTENTIAL_IMPACT, PROCESS_ANSWER, SPECIFICITY, YES_NO } from '../db/codes.ts'
import type { Words } from '../i18n/words.ts'
import { isRating } from './ratings.ts'

export type Rate = {
  /** The filter whose values are the ratings. */
  filter: string
  /** All ratings, from weakest to strongest; rows with any other value are left out. */
  of: readonly string[]
  /** The ratings that count. */
  counts: readonly string[]
  /** What is counted, of what. */
  meaning: Words
}

const rate = (filter: string, codes: readonly string[], counts: readonly string[], meaning: Words): Rate => ({
  filter,
  of: codes.filter(code => isRating(filter, code)),
  counts,
  meaning
})

const delivered = (filter: string, meaning: Words) => rate(filter, COMPLETION, ['substantial', 'complete'], meaning)

const consulted = (filter: string, what: Words) =>
  rate(
    filter,
    PROCESS_ANSWER,
    ['yes'],
    [
      `Plans ${what[0]}, of those for which the IRM looked at it.`,
      `Plans ${what[1]}, parmi ceux où le MEI l’a vérifié.`
    ]
  )

const starred = (filter: string, rule: Words) =>
  rate(
    filter,
    YES_NO,
    ['yes'],
    [
      `Commitments with a star (${rule[0]}), of those that this formula was applied to.`,
      `Engagements phares (${rule[1]}), parmi ceux auxquels cette formule a été appliquée.`
    ]
  )

export const COMMITMENT_RATES = {
  delivered: delivered('completion', [
    'Commitments whose newest rating of completion is substantial or complete, of those with a rating.',
    'Engagements dont le dernier état d’achèvement connu est substantiel ou complet, parmi ceux qui en ont un.'
  ]),
  'delivered-midterm': delivered('midterm', [
    'Commitments that were substantially or completely fulfilled after the first year, of those with a rating at midterm.',
    'Engagements substantiellement ou entièrement tenus après la première année, parmi ceux qui ont été évalués à mi-parcours.'
  ]),
  'delivered-end-of-term': delivered('endofterm', [
    'Commitments that were substantially or completely fulfilled when the plan ended, of those with a rating then.',
    'Engagements substantiellement ou entièrement tenus à la fin du plan, parmi ceux qui ont été évalués alors.'
  ]),
  'opened-government': rate(
    'opening',
    OPENING,
    ['major', 'outstanding'],
    [
      'Commitments that opened government to a major or outstanding degree, of those that the IRM rated for it at the end of term. “No early results yet” is no rating.',
      'Engagements qui ont ouvert l’administration de façon majeure ou exceptionnelle, parmi ceux que le MEI a évalués à cet égard en fin de plan. « Pas encore de résultats » n’est pas une évaluation.'
    ]
  ),
  ambitious: rate(
    'impact',
    POTENTIAL_IMPACT,
    ['moderate', 'transformative'],
    [
      'Commitments of moderate or transformative potential impact, of those whose potential impact was judged.',
      'Engagements d’impact potentiel modéré ou transformateur, parmi ceux dont l’impact potentiel a été jugé.'
    ]
  ),
  transformative: rate(
    'impact',
    POTENTIAL_IMPACT,
    ['transformative'],
    [
      'Commitments of transformative potential impact, of those whose potential impact was judged.',
      'Engagements d’impact potentiel transformateur, parmi ceux dont l’impact potentiel a été jugé.'
    ]
  ),
  specific: rate(
    'specificity',
    SPECIFICITY,
    ['medium', 'high'],
    [
      'Commitments of medium or high specificity, of those whose specificity was judged.',
      'Engagements de spécificité moyenne ou élevée, parmi ceux dont la spécificité a été jugée.'
    ]
  ),
  relevant: rate(
    'relevant',
    YES_NO,
    ['yes'],
    [
      'Commitments that serve access to information, civic participation or public accountability, of those of which it was judged. Technology alone is not enough.',
      'Engagements qui servent l’accès à l’information, la participation citoyenne ou la redevabilité publique, parmi ceux dont cela a été jugé. La technologie seule ne suffit pas.'
    ]
  )
} satisfies Record<string, Rate>

/** By formula: stars of different ones cannot be added. */
export const STAR_RATES = {
  'starred-before-june-2014': starred('star2014', [
    'relevant, of moderate or transformative impact, and substantially or completely fulfilled',
    'pertinents, d’impact modéré ou transformateur, et substantiellement ou entièrement tenus'
  ]),
  'starred-2015': starred('star2015', [
    'as before June 2014, and of medium or high specificity',
    'comme avant juin 2014, et de spécificité moyenne ou élevée'
  ]),
  'starred-midterm': starred('starmidterm', [
    'relevant, specific, of transformative impact, and substantially or completely fulfilled at midterm',
    'pertinents, précis, d’impact transformateur, et substantiellement ou entièrement tenus à mi-parcours'
  ]),
  'starred-end-of-term': starred('starendofterm', [
    'relevant, specific, of transformative impact, and substantially or completely fulfilled at the end of term',
    'pertinents, précis, d’impact transformateur, et substantiellement ou entièrement tenus en fin de plan'
  ])
} satisfies Record<string, Rate>

export const CONSULTATION_RATES = {
  'timeline-published': consulted('timeline', [
    'whose timeline was published beforehand',
    'dont le calendrier a été publié à l’avance'
  ]),
  'online-consultation': consulted('online', ['that were consulted on online', 'soumis à une consultation en ligne']),
  'in-person-consultation': consulted('inperson', [
    'that were consulted on in person',
    'soumis à une consultation en présentiel'
  ]),
  'regular-forum': consulted('forum', [
    'with a regular forum while they were carried out',
    'dotés d’un forum régulier pendant leur mise en œuvre'
  ]),
  'self-assessment-published': consulted('selfassessment', [
    'whose government published a self-assessment',
    'dont le gouvernement a publié une autoévaluation'
  ])
} satisfies Record<string, Rate>
