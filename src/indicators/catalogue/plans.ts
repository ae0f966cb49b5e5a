/** Indicators of action plans, and of how they were made. */
import { CONSULTATION_RATES } from '../../glossary/rates.ts'
import type { Words } from '../../i18n/words.ts'
import { type Indicator, shareOf } from '../definition.ts'

const PROCESS_ERA: Words = [
  'First and second plans, as OGP’s process database of July 2016 has them; later reports ask other questions.',
  'Premiers et deuxièmes plans, tels que la base des procédures du PGO de juillet 2016 les donne ; les rapports suivants posent d’autres questions.'
]

const process = {
  dataset: 'process-assessments',
  source: 'ogp-explorer-2016-process',
  comparable: PROCESS_ERA
} as const

const share = (name: keyof typeof CONSULTATION_RATES, label: Words): Indicator => ({
  ...process,
  ...shareOf(CONSULTATION_RATES, name),
  label
})

export const PLAN_INDICATORS: readonly Indicator[] = [
  {
    ...process,
    name: 'consultation-steps',
    label: ['Consultation steps', 'Étapes de consultation'],
    meaning: [
      'Average number of the six steps of consultation that were followed while the plan was made.',
      'Nombre moyen des six étapes de consultation suivies pendant l’élaboration du plan.'
    ],
    unit: 'steps',
    of: [],
    average: 'steps_followed'
  },
  share('timeline-published', ['Timeline published beforehand', 'Calendrier publié à l’avance']),
  share('online-consultation', ['Online consultation', 'Consultation en ligne']),
  share('in-person-consultation', ['In-person consultation', 'Consultation en présentiel']),
  share('regular-forum', ['Regular forum', 'Forum régulier']),
  share('self-assessment-published', ['Self-assessment published', 'Autoévaluation publiée']),
  {
    ...process,
    name: 'self-assessment-on-time',
    label: ['Self-assessment on time', 'Autoévaluation dans les délais'],
    meaning: [
      'Plans whose self-assessment was published on schedule, of all of which it is known whether there is one: a missing one is not on time.',
      'Plans dont l’autoévaluation a été publiée dans les délais, parmi tous ceux dont on sait s’il y en a une : une autoévaluation absente n’est pas dans les délais.'
    ],
    unit: 'share',
    of: [['selfassessment', 'no,yes']],
    where: [['onschedule', 'yes']]
  },
  {
    name: 'commitments-per-plan',
    label: ['Commitments per plan', 'Engagements par plan'],
    meaning: [
      'Average number of commitments of a plan in the Explorer’s edition of 2016, of plans all of whose commitments are here.',
      'Nombre moyen d’engagements d’un plan dans l’édition 2016 de l’Explorateur, pour les plans dont tous les engagements figurent ici.'
    ],
    comparable: [
      'Plans that are here as a whole. A compound commitment counts as the parts into which the IRM split it.',
      'Plans qui figurent ici en entier. Un engagement composé compte pour les parties que le MEI y a distinguées.'
    ],
    unit: 'commitments',
    dataset: 'action-plans',
    of: [['extent', 'whole']],
    average: 'commitments_coded',
    source: 'ogp-explorer-2016-commitments'
  }
]
