/** Indicators of eligibility: scores in points, by criterion. */
import type { Words } from '../../i18n/words.ts'
import type { Indicator } from '../definition.ts'

const base = { dataset: 'eligibility-scores', of: [], source: 'ogp-eligibility-criteria-2018' } as const

const POINTS: Words = [
  'All years of which a score is known. Where a criterion does not cover a country, nothing is counted for it.',
  'Toutes les années dont un score est connu. Quand un critère ne couvre pas un pays, rien n’est compté pour lui.'
]
const ASSETS: Words = [
  'From 2014 on, when the points were set anew; values of before are on another table.',
  'Depuis 2014, quand les points ont été fixés à nouveau ; les valeurs antérieures relèvent d’un autre barème.'
]

const criterion = (name: string, column: string, en: string, fr: string): Indicator => ({
  ...base,
  name,
  label: [`Eligibility: ${en}`, `Éligibilité : ${fr}`],
  meaning: [
    `Average points for ${en}, from 0 to 4, of the scores that have them.`,
    `Moyenne des points pour ${fr}, de 0 à 4, parmi les scores qui les donnent.`
  ],
  comparable: POINTS,
  unit: 'points',
  average: column
})

export const ELIGIBILITY_INDICATORS: readonly Indicator[] = [
  {
    ...base,
    name: 'eligible',
    label: ['Eligible countries', 'Pays éligibles'],
    meaning: [
      'Scores with which a country was eligible, of those of which it is known.',
      'Scores avec lesquels un pays était éligible, parmi ceux dont on le sait.'
    ],
    comparable: [
      'All years. What is here are the scores that sources tell, not those of all countries.',
      'Toutes les années. Ce qui figure ici sont les scores que des sources donnent, non ceux de tous les pays.'
    ],
    unit: 'share',
    of: [['eligible', 'true,false']],
    where: [['eligible', 'true']]
  },
  {
    ...base,
    name: 'eligibility-score',
    label: ['Eligibility score', 'Score d’éligibilité'],
    meaning: [
      'Average of the total score as a percentage of the points there were to get: 16, or 12 where a criterion does not cover the country. 75 are needed.',
      'Moyenne du score total en pourcentage des points possibles : 16, ou 12 quand un critère ne couvre pas le pays. Il en faut 75.'
    ],
    comparable: [
      'All years: as a percentage, scores of 12 and of 16 points can be compared.',
      'Toutes les années : en pourcentage, les scores sur 12 et sur 16 points peuvent être comparés.'
    ],
    unit: 'percent',
    average: 'percent'
  },
  criterion(
    'eligibility-fiscal-transparency',
    'fiscal_transparency',
    'fiscal transparency',
    'la transparence budgétaire'
  ),
  criterion(
    'eligibility-access-to-information',
    'access_to_information',
    'access to information',
    'l’accès à l’information'
  ),
  {
    ...criterion(
      'eligibility-asset-disclosure',
      'asset_disclosure',
      'asset disclosure',
      'la déclaration de patrimoine'
    ),
    comparable: ASSETS,
    of: [['year', '2014..']]
  },
  criterion('eligibility-citizen-engagement', 'citizen_engagement', 'citizen engagement', 'l’engagement citoyen')
]
