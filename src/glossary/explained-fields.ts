/** The coded fields whose values the Explorer explains on a page, to which hits of the search lead. */
import type { Words } from '../i18n/words.ts'

/** By the name of their code list, in the order of the page. */
export const EXPLAINED_FIELDS: readonly (readonly [list: string, label: Words])[] = [
  ['completion', ['Completion', 'Achèvement']],
  ['specificity', ['Specificity', 'Spécificité']],
  ['potential_impact', ['Potential impact', 'Impact potentiel']],
  ['did_it_open_government', ['Did it open government', 'Ouverture de l’administration']],
  ['stars', ['Star, by formula', 'Étoile, par formule']],
  ['values', ['OGP values', 'Valeurs du PGO']],
  ['relevant', ['Relevant to OGP values', 'Pertinence']],
  ['grand_challenges', ['Grand challenges', 'Grands défis']],
  ['online_consultation', ['Online consultation', 'Consultation en ligne']],
  ['development_influence', ['Public influence', 'Influence du public']]
]
