/** Indicators of commitments, by the IRM's codes. What each formula and each report judged stays apart. */
import type { Words } from '../../i18n/words.ts'
import type { Indicator } from '../definition.ts'

const JUDGED = 'withdrawn,unclear,not_started,limited,substantial,complete'
const DELIVERED = 'substantial,complete'
const IMPACTS = 'unclear,none,minor,moderate,transformative'

const HELP = 'ogp-explorer-help'

const base = { unit: 'share', dataset: 'commitments', source: HELP } as const

const IMPACT_ERA: Words = [
  'Plans submitted up to about 2019; later ones are judged by their potential for results, which is another scale.',
  'Plans remis jusque vers 2019 ; les suivants sont jugés sur leur potentiel de résultats, qui est une autre échelle.'
]

const delivery: readonly Indicator[] = [
  {
    ...base,
    name: 'delivered',
    label: ['Delivered commitments', 'Engagements tenus'],
    meaning: [
      'Commitments whose newest reading of completion is substantial or complete, of those with a reading.',
      'Engagements dont le dernier état d’achèvement connu est substantiel ou complet, parmi ceux qui en ont un.'
    ],
    comparable: [
      'The newest reading is that of midterm for some plans and that of the end of term for others: to compare plans or years, take delivered-midterm or delivered-end-of-term.',
      'Le dernier état connu est celui de mi-parcours pour certains plans et celui de fin de plan pour d’autres : pour comparer des plans ou des années, prenez delivered-midterm ou delivered-end-of-term.'
    ],
    of: [['completion', JUDGED]],
    where: [['completion', DELIVERED]]
  },
  {
    ...base,
    name: 'delivered-midterm',
    label: ['Delivered at midterm', 'Tenus à mi-parcours'],
    meaning: [
      'Commitments that were substantially or completely fulfilled after the first year, of those with a reading at midterm.',
      'Engagements substantiellement ou entièrement tenus après la première année, parmi ceux qui ont été évalués à mi-parcours.'
    ],
    comparable: [
      'All plans with a progress report; plans from 2021 on have none.',
      'Tous les plans qui ont un rapport d’étape ; les plans depuis 2021 n’en ont pas.'
    ],
    of: [['midterm', JUDGED]],
    where: [['midterm', DELIVERED]]
  },
  {
    ...base,
    name: 'delivered-end-of-term',
    label: ['Delivered at the end of term', 'Tenus en fin de plan'],
    meaning: [
      'Commitments that were substantially or completely fulfilled when the plan ended, of those with a reading then.',
      'Engagements substantiellement ou entièrement tenus à la fin du plan, parmi ceux qui ont été évalués alors.'
    ],
    comparable: [
      'Plans with an end-of-term or results report, which there is since 2015–2016.',
      'Plans qui ont un rapport de fin de plan ou de résultats, lequel existe depuis 2015-2016.'
    ],
    of: [['endofterm', JUDGED]],
    where: [['endofterm', DELIVERED]]
  },
  {
    ...base,
    name: 'opened-government',
    label: ['Opened government', 'Ont ouvert l’administration'],
    meaning: [
      'Commitments that opened government in a major or outstanding way, of those of which the IRM said so at the end of term. “No early results yet” is no reading.',
      'Engagements qui ont ouvert l’administration de façon majeure ou exceptionnelle, parmi ceux dont le MEI l’a dit en fin de plan. « Pas encore de premiers résultats » n’est pas une évaluation.'
    ],
    comparable: [
      'End-of-term reports from 2015–2016 on; earlier plans have no reading, and reports since 2021 speak of early results.',
      'Rapports de fin de plan depuis 2015-2016 ; les plans antérieurs n’ont pas été évalués, et les rapports depuis 2021 parlent de premiers résultats.'
    ],
    of: [['opening', 'worsens,did_not_change,marginal,major,outstanding']],
    where: [['opening', 'major,outstanding']]
  }
]

const design: readonly Indicator[] = [
  {
    ...base,
    name: 'ambitious',
    label: ['Ambitious commitments', 'Engagements ambitieux'],
    meaning: [
      'Commitments of moderate or transformative potential impact, of those whose potential impact was judged.',
      'Engagements d’impact potentiel modéré ou transformateur, parmi ceux dont l’impact potentiel a été jugé.'
    ],
    comparable: IMPACT_ERA,
    of: [['impact', IMPACTS]],
    where: [['impact', 'moderate,transformative']]
  },
  {
    ...base,
    name: 'transformative',
    label: ['Transformative commitments', 'Engagements transformateurs'],
    meaning: [
      'Commitments of transformative potential impact, of those whose potential impact was judged.',
      'Engagements d’impact potentiel transformateur, parmi ceux dont l’impact potentiel a été jugé.'
    ],
    comparable: IMPACT_ERA,
    of: [['impact', IMPACTS]],
    where: [['impact', 'transformative']]
  },
  {
    ...base,
    name: 'specific',
    label: ['Specific commitments', 'Engagements précis'],
    meaning: [
      'Commitments of medium or high specificity, of those whose specificity was judged.',
      'Engagements de spécificité moyenne ou élevée, parmi ceux dont la spécificité a été jugée.'
    ],
    comparable: [
      'Plans from the second cohort on; the first was judged without it, and since 2018 reports say verifiable or not.',
      'Plans à partir de la deuxième cohorte ; la première a été jugée sans elle, et depuis 2018 les rapports disent vérifiable ou non.'
    ],
    of: [['specificity', 'none,low,medium,high']],
    where: [['specificity', 'medium,high']]
  },
  {
    ...base,
    name: 'relevant',
    label: ['Relevant commitments', 'Engagements pertinents'],
    meaning: [
      'Commitments that serve access to information, civic participation or public accountability, of those of which it was judged. Technology alone is not enough.',
      'Engagements qui servent l’accès à l’information, la participation citoyenne ou la redevabilité publique, parmi ceux dont cela a été jugé. La technologie seule ne suffit pas.'
    ],
    comparable: ['All plans.', 'Tous les plans.'],
    of: [['relevant', 'no,yes']],
    where: [['relevant', 'yes']]
  }
]

const VALUES: readonly (readonly [value: string, ...label: Words])[] = [
  ['access-to-information', 'access to information', 'l’accès à l’information'],
  ['civic-participation', 'civic participation', 'la participation citoyenne'],
  ['public-accountability', 'public accountability', 'la redevabilité publique'],
  ['technology', 'technology and innovation', 'la technologie et l’innovation']
]

const values: readonly Indicator[] = VALUES.map(([value, en, fr]) => ({
  ...base,
  name: `relevant-to-${value}`,
  label: [`Relevant to ${en}`, `Pertinents pour ${fr}`],
  meaning: [
    `Commitments that serve ${en}, of those of which the IRM judged whether they are relevant to OGP values.`,
    `Engagements qui servent ${fr}, parmi ceux dont le MEI a jugé s’ils sont pertinents pour les valeurs du PGO.`
  ],
  comparable: [
    'All plans. A commitment may serve several values: the four shares do not add up to one.',
    'Tous les plans. Un engagement peut servir plusieurs valeurs : les quatre parts ne s’additionnent pas.'
  ],
  of: [['relevant', 'no,yes']],
  where: [['value', value]]
}))

const FORMULAS: readonly (readonly [name: string, filter: string, label: Words, rule: Words, era: Words])[] = [
  [
    'starred-before-june-2014',
    'star2014',
    ['Starred before June 2014', 'Étoiles d’avant juin 2014'],
    [
      'relevant, of moderate or transformative impact, and substantially or completely fulfilled',
      'pertinents, d’impact modéré ou transformateur, et substantiellement ou entièrement tenus'
    ],
    ['Reports before June 2014.', 'Rapports d’avant juin 2014.']
  ],
  [
    'starred-2015',
    'star2015',
    ['Starred by the formula of 2015', 'Étoiles selon la formule de 2015'],
    [
      'as before June 2014, and of medium or high specificity',
      'comme avant juin 2014, et de spécificité moyenne ou élevée'
    ],
    ['Reports from June 2014 to April 2015.', 'Rapports de juin 2014 à avril 2015.']
  ],
  [
    'starred-midterm',
    'starmidterm',
    ['Starred by the current formula at midterm', 'Étoiles selon la formule actuelle, à mi-parcours'],
    [
      'relevant, specific, of transformative impact, and substantially or completely fulfilled at midterm',
      'pertinents, précis, d’impact transformateur, et substantiellement ou entièrement tenus à mi-parcours'
    ],
    [
      'Progress reports after April 2015, for plans submitted up to 2019.',
      'Rapports d’étape d’après avril 2015, pour les plans remis jusqu’en 2019.'
    ]
  ],
  [
    'starred-end-of-term',
    'starendofterm',
    ['Starred by the current formula at the end of term', 'Étoiles selon la formule actuelle, en fin de plan'],
    [
      'relevant, specific, of transformative impact, and substantially or completely fulfilled at the end of term',
      'pertinents, précis, d’impact transformateur, et substantiellement ou entièrement tenus en fin de plan'
    ],
    [
      'End-of-term reports after April 2015, for plans submitted up to 2019.',
      'Rapports de fin de plan d’après avril 2015, pour les plans remis jusqu’en 2019.'
    ]
  ]
]

const stars: readonly Indicator[] = FORMULAS.map(([name, filter, label, rule, era]) => ({
  name,
  label,
  meaning: [
    `Commitments with a star (${rule[0]}), of those that this formula was applied to.`,
    `Engagements phares (${rule[1]}), parmi ceux auxquels cette formule a été appliquée.`
  ],
  comparable: [
    `${era[0]} Stars of different formulas cannot be added or compared.`,
    `${era[1]} Les étoiles de formules différentes ne peuvent être ni additionnées ni comparées.`
  ],
  unit: 'share',
  dataset: 'irm-assessments',
  of: [[filter, 'no,yes']],
  where: [[filter, 'yes']],
  source: 'ogp-irm-raise-the-bar'
}))

export const COMMITMENT_INDICATORS: readonly Indicator[] = [...delivery, ...design, ...values, ...stars]
