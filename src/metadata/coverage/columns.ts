/** The columns of the coverage report. */

import type { Column } from '../../engine/export/workbook-texts.ts'
import type { Words } from '../../i18n/words.ts'

const text = (label: Words, meaning: Words): Column => ({
  kind: 'text',
  schema: { type: 'string', maxLength: 60 },
  label,
  meaning
})

const amount = (label: Words, meaning: Words): Column => ({
  kind: 'integer',
  schema: { type: 'integer', minimum: 0, maximum: 2147483647 },
  label,
  meaning
})

export const COVERAGE_COLUMNS: readonly (readonly [string, Column])[] = [
  ['dataset', text(['Dataset', 'Jeu de données'], ['The dataset.', 'Le jeu de données.'])],
  ['column', text(['Column', 'Colonne'], ['The column.', 'La colonne.'])],
  ['rows', amount(['Rows', 'Lignes'], ['All rows of the dataset.', 'Toutes les lignes du jeu de données.'])],
  [
    'present',
    amount(
      ['With a value', 'Avec une valeur'],
      [
        'Rows with a value; in all others no source says.',
        'Lignes qui ont une valeur ; dans toutes les autres, aucune source ne dit rien.'
      ]
    )
  ],
  [
    'unread',
    amount(
      ['Without a reading', 'Sans relevé'],
      [
        'Of these, rows whose value is the IRM’s own word for a reading that is missing: not_reviewed, no_data, not_applicable; null where the column has no such words.',
        'Parmi elles, lignes dont la valeur est le mot du MEI pour un relevé absent : not_reviewed, no_data, not_applicable ; vide (null) si la colonne n’a pas de tels mots.'
      ]
    )
  ],
  [
    'share',
    {
      kind: 'number',
      schema: { type: 'number', minimum: 0, maximum: 1 },
      label: ['Share', 'Part'],
      meaning: [
        '`present` of `rows`, to four decimals; null where there are no rows.',
        '`present` sur `rows`, à quatre décimales ; vide (null) s’il n’y a pas de lignes.'
      ]
    }
  ],
  [
    'different',
    amount(
      ['Different values', 'Valeurs différentes'],
      ['Different values; of a list, different lists.', 'Valeurs différentes ; pour une liste, listes différentes.']
    )
  ]
]
