/** What the pages say themselves, in both languages; everything else is told by the OpenAPI document. */

const WORDS = {
  documentation: ['API documentation', 'Documentation de l’API'],
  download: ['The OpenAPI document', 'Le document OpenAPI'],
  version: ['Version', 'Version'],
  address: ['Address', 'Adresse'],
  licence: ['Licence', 'Licence'],
  source: ['Source', 'Source'],
  keyless: ['no key, no sign-up', 'ni clé ni inscription'],
  begin: ['Begin here', 'Pour commencer'],
  more: ['All parameters and answers', 'Tous les paramètres et les réponses'],
  groupsHow: [
    'Every operation has a page with a form to try it. What holds for all:',
    'Chaque opération a une page et un formulaire pour l’essayer. Ce qui vaut pour toutes :'
  ],
  general: ['Promises, formats, queries, errors', 'Promesses, formats, requêtes, erreurs'],
  groups: ['Groups of addresses', 'Groupes d’adresses'],
  allGroups: ['All groups', 'Tous les groupes'],
  operationCount: ['{n} operations', '{n} opérations'],
  parameters: ['Parameters', 'Paramètres'],
  noParameters: ['It takes none.', 'Il n’y en a aucun.'],
  body: ['Body', 'Corps'],
  required: ['required', 'obligatoire'],
  path_in: ['path', 'chemin'],
  header_in: ['header', 'en-tête'],
  cookie_in: ['cookie', 'cookie'],
  body_in: ['body', 'corps'],
  allowed: ['Allowed:', 'Valeurs admises :'],
  example: ['Example:', 'Exemple :'],
  pattern: ['pattern', 'motif'],
  characters: ['characters', 'caractères'],
  list: ['list of', 'liste de'],
  or: ['or', 'ou'],
  and: ['and', 'et'],
  any: ['any', 'quelconque'],
  others: ['any other name', 'tout autre nom'],
  try: ['Try it', 'Essayer'],
  clear: ['Clear', 'Effacer'],
  answers: ['Answers', 'Réponses'],
  other: ['other', 'autre'],
  shortened: ['… (shortened)', '… (abrégé)'],
  headers: ['Headers', 'En-têtes'],
  schemas: ['Schemas', 'Schémas'],
  explained: ['All problems explained', 'Tous les problèmes expliqués'],
  english: [
    'The API’s error messages are written in English.',
    'Les messages d’erreur de l’API sont rédigés en anglais.'
  ],
  loading: ['Loading…', 'Chargement…'],
  failed: ['The service does not answer. Please try again.', 'Le service ne répond pas. Veuillez réessayer.'],
  answer: ['Answer', 'Réponse'],
  file: ['A file: it is not shown here.', 'Un fichier : il n’est pas affiché ici.'],
  cut: ['Only the beginning is shown.', 'Seul le début est affiché.']
} as const satisfies Record<string, Words>

import { type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'
export type Word = keyof typeof WORDS

/** Says a word in the language of a page. */
export type Say = (word: Word) => string

export const sayIn =
  (lang: Lang): Say =>
  word =>
    typeset(wordsIn(WORDS[word], lang), lang)
