/** The columns of changes and of histories. */

import { DATE_PATTERN } from '../engine/definition/field.ts'
import type { Column } from '../engine/export/workbook-texts.ts'
import type { Words } from '../i18n/words.ts'
import { OPERATIONS } from './compare.ts'

const text = (label: Words, meaning: Words, maxLength: number): Column => ({
  kind: 'text',
  schema: { type: 'string', maxLength },
  label,
  meaning
})

const LONGEST = 1_000_000

export const CHANGE_COLUMNS: readonly (readonly [string, Column])[] = [
  [
    'dataset',
    text(['Dataset', 'Jeu de données'], ['The dataset of the record.', 'Le jeu de données de la fiche.'], 60)
  ],
  ['id', text(['Record', 'Fiche'], ['The id of the record.', 'L’identifiant de la fiche.'], 200)],
  [
    'operation',
    {
      kind: 'code',
      schema: { type: 'string', enum: OPERATIONS },
      label: ['Operation', 'Opération'],
      meaning: [
        '`insert`: `new` is the record; `update`: one row per changed column; `delete`: `old` is the record.',
        '`insert` : `new` est la fiche ; `update` : une ligne par colonne modifiée ; `delete` : `old` est la fiche.'
      ]
    }
  ],
  [
    'field',
    text(
      ['Column', 'Colonne'],
      [
        'The column of an update; empty where the whole record came or went.',
        'La colonne modifiée ; vide quand toute la fiche est apparue ou a disparu.'
      ],
      60
    )
  ],
  [
    'old',
    text(
      ['Old', 'Ancien'],
      ['What was; whole records as JSON.', 'Ce qui était ; les fiches entières en JSON.'],
      LONGEST
    )
  ],
  [
    'new',
    text(['New', 'Nouveau'], ['What is; whole records as JSON.', 'Ce qui est ; les fiches entières en JSON.'], LONGEST)
  ]
]

export const HISTORY_COLUMNS: readonly (readonly [string, Column])[] = [
  [
    'release',
    text(
      ['Release', 'Version'],
      ['The release that brought the change.', 'La version qui a apporté le changement.'],
      60
    )
  ],
  [
    'date',
    {
      kind: 'date',
      schema: { type: 'string', pattern: DATE_PATTERN, maxLength: 10 },
      label: ['Date', 'Date'],
      meaning: ['The day that release speaks of.', 'Le jour dont parle cette version.']
    }
  ],
  ...CHANGE_COLUMNS
]
