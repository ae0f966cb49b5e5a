/** What can be explored: for each dataset its dimensions, filters and columns, by the names the API gives them. */

import type { Words } from '../i18n/words.ts'
export type Dimension = {
  label: Words
  /** After "by". */
  by: Words
  /** Whether values run from weakest to strongest, or from early to late. */
  ranked?: boolean
  /** Whether a row may have several values. */
  many?: boolean
  /** How values are known: codes with the IRM's reasons for a missing one, yes and no, or anything else. */
  values?: 'coded' | 'truth'
  /** Whether it can be shown in parts of a bar; a dimension with many values cannot. */
  series?: boolean
  /** Whether time goes by in it, in whole numbers; a point of a line is called by it and {value}. */
  time?: Words
}

export type Column = {
  name: string
  label: Words
  /** The filter that asks for its values, so that a cell leads to all rows like it. */
  filter?: string
  sort?: boolean
}

export type View = {
  dataset: string
  path: string
  title: Words
  lead: Words
  /** One row, and many, with {total}. */
  matching: Words
  /** What shares are of. */
  shares: Words
  dimensions: Record<string, Dimension>
  /** Filters with boxes, in their order; each is a facet. */
  filters: readonly string[]
  search: boolean
  columns: readonly Column[]
  usual: {
    by: string
    in: string | undefined
    over: 'none'
    show: 'count' | 'share'
    of: 'all' | 'read'
    order: 'usual'
  }
}

const PLACE = {
  country: { label: ['Country', 'Pays'], by: ['country', 'pays'] },
  region: { label: ['Region', 'Région'], by: ['region', 'région'], series: true },
  year: {
    label: ['Year of the plan', 'Année du plan'],
    by: ['year of the plan', 'année du plan'],
    ranked: true,
    time: ['{value}', '{value}']
  }
} as const satisfies Record<string, Dimension>

const PLAN_NUMBER: Dimension = {
  label: ['Number of the plan', 'Numéro du plan'],
  by: ['number of the plan', 'numéro du plan'],
  ranked: true,
  series: true,
  time: ['Plan {value}', 'Plan {value}']
}

const coded = (label: Words, by: Words): Dimension => ({ label, by, ranked: true, values: 'coded', series: true })
const truth = (label: Words, by: Words): Dimension => ({ label, by, values: 'truth', series: true })
const several = (label: Words, by: Words, series = false): Dimension => ({ label, by, many: true, series })

export const COMMITMENTS: View = {
  dataset: 'commitments',
  path: 'commitments',
  title: ['Commitments', 'Engagements'],
  lead: [
    'What governments promised in their action plans, and how the Independent Reporting Mechanism (IRM) judged it.',
    'Ce que les gouvernements ont promis dans leurs plans d’action, et comment le Mécanisme d’évaluation indépendant (MEI) l’a jugé.'
  ],
  matching: [
    '{total} {total|commitment matches|commitments match}',
    '{total} {total|engagement trouvé|engagements trouvés}'
  ],
  shares: [
    'Shares are of all commitments of a bar, with those that were not rated.',
    'Les parts portent sur tous les engagements d’une barre, y compris ceux non évalués.'
  ],
  dimensions: {
    ...PLACE,
    theme: several(['Theme', 'Thème'], ['theme', 'thème']),
    plannumber: PLAN_NUMBER,
    completion: coded(['Completion (latest rating)', 'Achèvement (dernière évaluation)'], ['completion', 'achèvement']),
    midterm: coded(
      ['Completion at midterm', 'Achèvement à mi-parcours'],
      ['completion at midterm', 'achèvement à mi-parcours']
    ),
    endofterm: coded(
      ['Completion at end of term', 'Achèvement en fin de plan'],
      ['completion at end of term', 'achèvement en fin de plan']
    ),
    opening: coded(
      ['Did it open government', 'Ouverture de l’administration'],
      ['opening of government', 'ouverture de l’administration']
    ),
    impact: coded(['Potential impact', 'Impact potentiel'], ['potential impact', 'impact potentiel']),
    specificity: coded(['Specificity', 'Spécificité'], ['specificity', 'spécificité']),
    star: several(['Star, by formula', 'Étoile, par formule'], ['formula of the star', 'formule de l’étoile'], true),
    starred: truth(['Starred under any formula', 'Étoile selon l’une des formules'], ['star', 'étoile']),
    value: several(['OGP value', 'Valeur du PGO'], ['OGP value', 'valeur du PGO'], true),
    relevant: {
      ...coded(['Relevant to OGP values', 'Pertinent pour les valeurs du PGO'], ['relevance', 'pertinence'])
    },
    challenge: several(['Grand challenge', 'Grand défi'], ['grand challenge', 'grand défi'], true),
    workinggroup: several(['Working group', 'Groupe de travail'], ['working group', 'groupe de travail'], true),
    assessed: truth(['Assessed by the IRM', 'Évalué par le MEI'], ['assessment', 'évaluation'])
  },
  filters: [
    'country',
    'region',
    'theme',
    'value',
    'completion',
    'star',
    'starred',
    'impact',
    'specificity',
    'opening',
    'midterm',
    'endofterm',
    'relevant',
    'plannumber',
    'challenge',
    'workinggroup',
    'assessed'
  ],
  search: true,
  columns: [
    { name: 'country', label: ['Country', 'Pays'], filter: 'country', sort: true },
    { name: 'year', label: ['Year', 'Année'], filter: 'year', sort: true },
    { name: 'themes', label: ['Themes', 'Thèmes'], filter: 'theme' },
    { name: 'specificity', label: ['Specificity', 'Spécificité'], filter: 'specificity', sort: true },
    { name: 'potential_impact', label: ['Potential impact', 'Impact potentiel'], filter: 'impact', sort: true },
    { name: 'completion', label: ['Completion', 'Achèvement'], filter: 'completion', sort: true },
    { name: 'did_it_open_government', label: ['Opened government', 'Ouverture'], filter: 'opening', sort: true },
    { name: 'stars', label: ['Stars', 'Étoiles'], filter: 'star' }
  ],
  usual: { by: 'country', in: 'completion', over: 'none', show: 'count', of: 'all', order: 'usual' }
}

/** The six steps of consultation, in the order of the guidance. */
export const STEPS = ['timeline', 'notice', 'awareness', 'online', 'inperson', 'summary'] as const

export const CONSULTATION: View = {
  dataset: 'process-assessments',
  path: 'consultation',
  title: ['Consultation', 'Consultation'],
  lead: [
    'How governments consulted the public while they wrote and carried out their plans: six steps, judged by the IRM plan by plan.',
    'Comment les gouvernements ont consulté le public en rédigeant et en exécutant leurs plans : six étapes, jugées par le MEI plan par plan.'
  ],
  matching: [
    '{total} {total|action plan matches|action plans match}',
    '{total} {total|plan d’action trouvé|plans d’action trouvés}'
  ],
  shares: [
    'Shares are of all plans of a bar, with those that were not rated.',
    'Les parts portent sur tous les plans d’une barre, y compris ceux non évalués.'
  ],
  dimensions: {
    ...PLACE,
    plannumber: PLAN_NUMBER,
    steps: {
      label: ['Steps followed, of six', 'Étapes suivies, sur six'],
      by: ['steps followed', 'étapes suivies'],
      ranked: true,
      series: true
    },
    timeline: coded(['Timeline published beforehand', 'Calendrier publié à l’avance'], ['timeline', 'calendrier']),
    notice: coded(['Advance notice', 'Annonce préalable'], ['advance notice', 'annonce préalable']),
    awareness: coded(['Awareness raising', 'Sensibilisation'], ['awareness raising', 'sensibilisation']),
    online: coded(['Online consultation', 'Consultation en ligne'], ['online consultation', 'consultation en ligne']),
    inperson: coded(
      ['In-person consultation', 'Consultation en présentiel'],
      ['in-person consultation', 'consultation en présentiel']
    ),
    summary: coded(
      ['Summary of comments', 'Synthèse des observations'],
      ['summary of comments', 'synthèse des observations']
    ),
    devparticipation: coded(
      ['Open or by invitation, plan', 'Ouverte ou sur invitation, plan'],
      ['openness of the consultation', 'ouverture de la consultation']
    ),
    devinfluence: coded(
      ['Public influence on the plan (IAP2)', 'Influence du public sur le plan (IAP2)'],
      ['public influence on the plan', 'influence du public sur le plan']
    ),
    forum: coded(['Regular forum', 'Concertation régulière'], ['regular forum', 'concertation régulière']),
    impparticipation: coded(
      ['Open or by invitation, implementation', 'Ouverte ou sur invitation, mise en œuvre'],
      ['openness during implementation', 'ouverture pendant la mise en œuvre']
    ),
    impinfluence: coded(
      ['Public influence, implementation (IAP2)', 'Influence du public, mise en œuvre (IAP2)'],
      ['public influence on implementation', 'influence du public sur la mise en œuvre']
    ),
    selfassessment: coded(
      ['Self-assessment published', 'Auto-évaluation publiée'],
      ['self-assessment', 'auto-évaluation']
    ),
    onschedule: coded(
      ['Self-assessment on schedule', 'Auto-évaluation dans les délais'],
      ['schedule of the self-assessment', 'délai de l’auto-évaluation']
    ),
    commentperiod: coded(
      ['Two-week comment period', 'Deux semaines d’observations'],
      ['comment period', 'période d’observations']
    ),
    reviewed: coded(
      ['Reviews the consultation', 'Rend compte de la consultation'],
      ['review of the consultation', 'compte rendu de la consultation']
    )
  },
  filters: [
    'country',
    'region',
    'plannumber',
    'steps',
    ...STEPS,
    'devparticipation',
    'devinfluence',
    'forum',
    'impparticipation',
    'impinfluence',
    'selfassessment',
    'onschedule',
    'commentperiod',
    'reviewed'
  ],
  search: false,
  columns: [
    { name: 'country', label: ['Country', 'Pays'], filter: 'country', sort: true },
    { name: 'year', label: ['Year', 'Année'], filter: 'year', sort: true },
    { name: 'steps_followed', label: ['Steps of 6', 'Étapes sur 6'], filter: 'steps', sort: true },
    { name: 'timeline_available', label: ['Timeline', 'Calendrier'], filter: 'timeline' },
    { name: 'advance_notice', label: ['Notice', 'Annonce'], filter: 'notice' },
    { name: 'awareness_raising', label: ['Awareness', 'Sensibilisation'], filter: 'awareness' },
    { name: 'online_consultation', label: ['Online', 'En ligne'], filter: 'online' },
    { name: 'in_person_consultation', label: ['In person', 'En présence'], filter: 'inperson' },
    { name: 'summary_of_comments', label: ['Summary', 'Synthèse'], filter: 'summary' },
    { name: 'development_influence', label: ['Influence', 'Influence'], filter: 'devinfluence' },
    { name: 'regular_forum', label: ['Forum', 'Concertation'], filter: 'forum' },
    { name: 'self_assessment_published', label: ['Self-assessment', 'Auto-évaluation'], filter: 'selfassessment' }
  ],
  usual: { by: 'country', in: 'online', over: 'none', show: 'count', of: 'all', order: 'usual' }
}

export const VIEWS: readonly View[] = [COMMITMENTS, CONSULTATION]
