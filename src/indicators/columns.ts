/** The columns of indicators, and of their list. */
import { groupField, hasLabel } from '../engine/aggregate/columns.ts'
import type { Filter } from '../engine/definition/filter.ts'
import type { Column } from '../engine/export/workbook-texts.ts'
import { labelColumn, labelField } from '../engine/labels.ts'
import type { Words } from '../i18n/words.ts'
import { datasetOf } from './catalogue/indicators.ts'
import { DIMENSIONS, type Indicator } from './definition.ts'

type Named = readonly [name: string, column: Column]

const number = (label: Words, meaning: Words): Column => ({
  kind: 'number',
  schema: { type: 'number' },
  label,
  meaning
})
const whole = (label: Words, meaning: Words): Column => ({
  kind: 'integer',
  schema: { type: 'integer', minimum: 0 },
  label,
  meaning
})
const text = (label: Words, meaning: Words): Column => ({
  kind: 'text',
  schema: { type: 'string', maxLength: 4000 },
  label,
  meaning
})

/** What each value comes with, in the order of MEASURED. */
export const VALUE_COLUMNS: readonly Named[] = [
  [
    'value',
    number(
      ['Value', 'Valeur'],
      [
        'The indicator, in its unit; a share is from 0 to 1. Null where nothing is known to make it of.',
        'L’indicateur, dans son unité ; une part va de 0 à 1. Nul quand rien ne permet de l’établir.'
      ]
    )
  ],
  [
    'n',
    whole(
      ['n', 'n'],
      [
        'Rows that count in a share; of an average the rows it is of.',
        'Lignes qui comptent dans une part ; d’une moyenne, celles dont elle est faite.'
      ]
    )
  ],
  [
    'denominator',
    whole(
      ['Denominator', 'Dénominateur'],
      ['Rows with a reading: what the value is of.', 'Lignes évaluées : ce à quoi la valeur se rapporte.']
    )
  ],
  [
    'rows',
    whole(['Rows', 'Lignes'], ['Rows of the group, with a reading or without.', 'Lignes du groupe, évaluées ou non.'])
  ],
  [
    'coverage',
    number(
      ['Coverage', 'Couverture'],
      ['The denominator over the rows, from 0 to 1.', 'Le dénominateur rapporté aux lignes, de 0 à 1.']
    )
  ],
  [
    'small',
    {
      kind: 'boolean',
      schema: { type: 'boolean' },
      label: ['Small', 'Petit'],
      meaning: [
        'Whether fewer than 30 rows make the value: print the numbers, not a percentage.',
        'Si moins de 30 lignes font la valeur : donnez les nombres, non un pourcentage.'
      ]
    }
  ]
]

/** The columns of an answer: what its values are told apart by, with labels where they are asked for, then the value. */
export function columnsOf(indicator: Indicator, by: readonly string[], labels: boolean): Named[] {
  const dataset = datasetOf(indicator)
  const groups = by.flatMap((name): Named[] => {
    const field = groupField(name, dataset.filters[name] as Filter)
    const label = labels && hasLabel(field) ? ([[labelColumn(name), labelField(field, field.value)]] as const) : []
    return [[name, field], ...label]
  })
  return [...groups, ...VALUE_COLUMNS]
}

export const LISTED_COLUMNS: readonly Named[] = [
  ['name', text(['Name', 'Nom'], ['Its name in addresses.', 'Son nom dans les adresses.'])],
  ['label', text(['Label', 'Libellé'], ['Its name for people.', 'Son nom pour les lecteurs.'])],
  ['meaning', text(['Meaning', 'Signification'], ['What is counted, of what.', 'Ce qui est compté, et parmi quoi.'])],
  [
    'comparable',
    text(
      ['Comparable', 'Comparable'],
      ['When and where values may be compared.', 'Quand et où des valeurs peuvent être comparées.']
    )
  ],
  [
    'unit',
    {
      kind: 'code',
      schema: { type: 'string', enum: ['share', 'points', 'percent', 'steps', 'commitments'] },
      label: ['Unit', 'Unité'],
      meaning: ['A share is from 0 to 1.', 'Une part va de 0 à 1.']
    }
  ],
  [
    'dataset',
    text(
      ['Dataset', 'Jeu de données'],
      ['The dataset whose rows it counts.', 'Le jeu de données dont il compte les lignes.']
    )
  ],
  [
    'denominator',
    text(
      ['Denominator', 'Dénominateur'],
      ['The filters of the rows that it is of.', 'Les filtres des lignes auxquelles il se rapporte.']
    )
  ],
  [
    'numerator',
    text(
      ['Numerator', 'Numérateur'],
      [
        'The filters of the rows that count; null for an average.',
        'Les filtres des lignes qui comptent ; vide (null) pour une moyenne.'
      ]
    )
  ],
  [
    'average',
    text(
      ['Average of', 'Moyenne de'],
      ['The column of an average; null for a share.', 'La colonne d’une moyenne ; vide (null) pour une part.']
    )
  ],
  [
    'by',
    {
      kind: 'list',
      schema: { type: 'array', items: { type: 'string', enum: DIMENSIONS }, minItems: 0, maxItems: DIMENSIONS.length },
      label: ['By', 'Par'],
      meaning: ['What its values can be told apart by.', 'Ce par quoi ses valeurs peuvent être distinguées.']
    }
  ],
  [
    'source_id',
    text(
      ['Source', 'Source'],
      ['Where the rule stands: an id of /sources.', 'Où figure la règle : un identifiant de /sources.']
    )
  ]
]
