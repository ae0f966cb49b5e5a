/** Lists of a dataset as tables of their own: a row for each value, for whatever cannot look into a list. */
import type { Words } from '../../i18n/words.ts'
import type { Dataset } from './dataset.ts'
import type { Field } from './field.ts'
import { splitColumns, splittable, valueColumn } from './split.ts'

/** A column as files hold it, wherever its values were read. */
export type Column = Omit<Field, 'value'>

/** What files hold: a dataset, or one of its lists. */
export type Table = Pick<Dataset, 'name' | 'title' | 'row' | 'description'> & {
  fields: Readonly<Record<string, Column>>
  /** The columns that tell its rows apart, where it is not the id alone. */
  key?: readonly string[]
}

/** A list as a table: each row is one value of a row of the dataset. */
export type Bridge = Table & {
  /** The dataset whose rows have the list. */
  of: Table
  /** The list. */
  list: string
}

export const keyOf = ({ key = ['id'] }: Pick<Table, 'key'>): readonly string[] => key

const POSITION: Words = [
  'Place of the value in the list of its source, from 1.',
  'Place de la valeur dans la liste de sa source, à partir de 1.'
]
const VALUE: Words = ['One value of the list.', 'Une valeur de la liste.']
const COUNT: Words = ['How many values the list has.', 'Nombre de valeurs de la liste.']
const WEIGHT: Words = [
  'One divided by that number: the sum of the weights is the number of rows that have values.',
  'Un divisé par ce nombre : la somme des poids est le nombre de lignes qui ont des valeurs.'
]

const MOST = 200

function bridgeOf(dataset: Table, list: string): Bridge {
  const { schema, ...column } = dataset.fields[list] as Column
  const { value, count, weight } = splitColumns(list)
  const position = `${list}_position`
  const [en, fr] = column.label
  const whole = (ofEnglish: string, ofFrench: string, meaning: Words): Column => ({
    kind: 'integer',
    nullable: false,
    schema: { type: 'integer', minimum: 1, maximum: MOST },
    label: [`${en}: ${ofEnglish}`, `${fr} : ${ofFrench}`],
    meaning
  })
  return {
    name: `${dataset.name}-${list.replaceAll('_', '-')}`,
    title: [`${dataset.title[0]}: ${en}`, `${dataset.title[1]} : ${fr}`],
    row: [`one value of ${list}`, `une valeur de ${list}`],
    description: [
      `The values of the column ${list} of ${dataset.name}, each in a row of its own with the id of the row that has it; rows without any are left out.`,
      `Les valeurs de la colonne ${list} de ${dataset.name}, une par ligne, avec l’identifiant de la ligne qui l’a ; les lignes qui n’en ont aucune sont omises.`
    ],
    fields: {
      id: dataset.fields.id as Column,
      [position]: whole('position', 'position', POSITION),
      [value]: { ...valueColumn({ ...column, schema }), nullable: false, meaning: VALUE },
      [count]: whole('number', 'nombre', COUNT),
      [weight]: {
        kind: 'number',
        nullable: false,
        schema: { type: 'number', minimum: 0, maximum: 1 },
        label: [`${en}: weight`, `${fr} : poids`],
        meaning: WEIGHT
      }
    },
    key: ['id', value],
    of: dataset,
    list
  }
}

/** The lists of a dataset, as a release shows it, as tables; in the words of `split=`. */
export const bridgesOf = (dataset: Dataset): Bridge[] => splittable(dataset).map(list => bridgeOf(dataset, list))

/** The rows of a bridge that a row of its dataset becomes: each value once, as it stands in the list. */
export function bridged(id: string, values: readonly string[] | null): [string, number, string, number, number][] {
  const each = [...new Set(values)]
  return each.map((value, at) => [id, at + 1, value, each.length, 1 / each.length])
}
