/** Indicators of commitments, by the IRM's codes. What each formula and each report judged stays apart. */
import { COMMITMENT_RATES, STAR_RATES } from '../../glossary/rates.ts'
import type { Words } from '../../i18n/words.ts'
import { type Indicator, shareOf } from '../definition.ts'

const HELP = 'ogp-explorer-help'

const base = { unit: 'share', dataset: 'commitments', source: HELP } as const

const IMPACT_ERA: Words = [
  'Plans submitted up to about 2019; later ones are judged by their potential for results, which is another scale.',
  'Plans remis jusque vers 2019 ; les suivants sont jugés sur leur potentiel de résultats, qui est une autre échelle.'
]

const delivery: readonly Indicator[] = [
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'delivered'),
    label: ['Delivered commitments', 'Engagements tenus'],
    comparable: [
      'The newest rating is that of midterm for some plans and that of the end of term for others: to compare plans or years, take delivered-midterm or delivered-end-of-term.',
      'Le dernier état connu est celui de mi-parcours pour certains plans et celui de fin de plan pour d’autres : pour comparer des plans ou des années, prenez delivered-midterm ou delivered-end-of-term.'
    ]
  },
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'delivered-midterm'),
    label: ['Delivered at midterm', 'Tenus à mi-parcours'],
    comparable: [
      'All plans with a progress report; plans from 2021 on have none.',
      'Tous les plans qui ont un rapport d’étape ; les plans depuis 2021 n’en ont pas.'
    ]
  },
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'delivered-end-of-term'),
    label: ['Delivered at the end of term', 'Tenus en fin de plan'],
    comparable: [
      'Plans with an end-of-term or results report, which there is since 2015–2016.',
      'Plans qui ont un rapport de fin de plan ou de résultats, lequel existe depuis 2015-2016.'
    ]
  },
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'opened-government'),
    label: ['Opened government', 'Ont ouvert l’administration'],
    comparable: [
      'End-of-term reports from 2015–2016 on; earlier plans have no rating, and reports since 2021 speak of early results.',
      'Rapports de fin de plan depuis 2015-2016 ; les plans antérieurs n’ont pas été évalués, et les rapports depuis 2021 parlent de premiers résultats.'
    ]
  }
]

const design: readonly Indicator[] = [
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'ambitious'),
    label: ['Ambitious commitments', 'Engagements ambitieux'],
    comparable: IMPACT_ERA
  },
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'transformative'),
    label: ['Transformative commitments', 'Engagements transformateurs'],
    comparable: IMPACT_ERA
  },
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'specific'),
    label: ['Specific commitments', 'Engagements précis'],
    comparable: [
      'Plans from the second cohort on; the first was judged without it, and since 2018 reports say verifiable or not.',
      'Plans à partir de la deuxième cohorte ; la première a été jugée sans elle, et depuis 2018 les rapports disent vérifiable ou non.'
    ]
  },
  {
    ...base,
    ...shareOf(COMMITMENT_RATES, 'relevant'),
    label: ['Relevant commitments', 'Engagements pertinents'],
    comparable: ['All plans.', 'Tous les plans.']
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
  of: shareOf(COMMITMENT_RATES, 'relevant').of,
  where: [['value', value]]
}))

const FORMULAS: readonly (readonly [name: keyof typeof STAR_RATES, label: Words, era: Words])[] = [
  [
    'starred-before-june-2014',
    ['Starred before June 2014', 'Étoiles d’avant juin 2014'],
    ['Reports before June 2014.', 'Rapports d’avant juin 2014.']
  ],
  [
    'starred-2015',
    ['Starred by the formula of 2015', 'Étoiles selon la formule de 2015'],
    ['Reports from June 2014 to April 2015.', 'Rapports de juin 2014 à avril 2015.']
  ],
  [
    'starred-midterm',
    ['Starred by the current formula at midterm', 'Étoiles selon la formule actuelle, à mi-parcours'],
    [
      'Progress reports after April 2015, for plans submitted up to 2019.',
      'Rapports d’étape d’après avril 2015, pour les plans remis jusqu’en 2019.'
    ]
  ],
  [
    'starred-end-of-term',
    ['Starred by the current formula at the end of term', 'Étoiles selon la formule actuelle, en fin de plan'],
    [
      'End-of-term reports after April 2015, for plans submitted up to 2019.',
      'Rapports de fin de plan d’après avril 2015, pour les plans remis jusqu’en 2019.'
    ]
  ]
]

const stars: readonly Indicator[] = FORMULAS.map(([name, label, era]) => ({
  ...shareOf(STAR_RATES, name),
  label,
  comparable: [
    `${era[0]} Stars of different formulas cannot be added or compared.`,
    `${era[1]} Les étoiles de formules différentes ne peuvent être ni additionnées ni comparées.`
  ],
  dataset: 'irm-assessments',
  source: 'ogp-irm-raise-the-bar'
}))

export const COMMITMENT_INDICATORS: readonly Indicator[] = [...delivery, ...design, ...values, ...stars]
