/** The columns of hits in formats of rows. */
import type { Column } from '../engine/export/workbook-texts.ts'
import type { Words } from '../i18n/words.ts'

const text = (label: Words, meaning: Words): Column => ({
  kind: 'text',
  schema: { type: 'string', maxLength: 2000 },
  label,
  meaning
})

/** What each hit says, in the order of columns; JSON has `highlight` as well. */
export const HIT_COLUMNS: readonly (readonly [name: string, column: Column])[] = [
  [
    'type',
    text(
      ['Type', 'Type'],
      [
        'The dataset it is a row of, or `indicators` or `datasets`.',
        'Le jeu de données dont c’est une ligne, ou `indicators` ou `datasets`.'
      ]
    )
  ],
  [
    'id',
    text(['Id', 'Identifiant'], ['Its id or name in addresses.', 'Son identifiant ou son nom dans les adresses.'])
  ],
  [
    'title',
    text(
      ['Title', 'Intitulé'],
      [
        'Its name, in the language of the answer where it has one in it.',
        'Son nom, dans la langue de la réponse s’il en a un dans cette langue.'
      ]
    )
  ],
  [
    'description',
    text(
      ['Description', 'Description'],
      ['What it is; null where no source says.', 'Ce que c’est ; vide (null) si aucune source ne le dit.']
    )
  ],
  [
    'score',
    {
      kind: 'integer',
      schema: { type: 'integer', minimum: 0, maximum: 100 },
      label: ['Score', 'Score'],
      meaning: [
        '100: a name that is the text; 90: one that begins so; 80: one with a word that begins so; at most 75: how relevant its texts are.',
        '100 : un nom qui est le texte ; 90 : qui commence ainsi ; 80 : dont un mot commence ainsi ; 75 au plus : la pertinence de ses textes.'
      ]
    }
  ],
  [
    'matched',
    {
      kind: 'list',
      schema: { type: 'array', items: { type: 'string', maxLength: 60 }, minItems: 1, maxItems: 200 },
      label: ['Matched', 'Trouvé dans'],
      meaning: [
        'Why it is here: the columns that have the words; `known_as` where it is another name of it, which stands in none.',
        'Pourquoi il figure ici : les colonnes qui contiennent les mots ; `known_as` si c’est un autre de ses noms, qui ne figure dans aucune.'
      ]
    }
  ],
  ['url', text(['Address', 'Adresse'], ['Where programs find it.', 'Où les programmes le trouvent.'])],
  ['page', text(['Page', 'Page'], ['Where people find it.', 'Où les personnes le trouvent.'])]
]
