/** One row for each value of a list, so that a spreadsheet can group by it. */
import { type SQL, sql } from 'drizzle-orm'
import { type Dataset, datasetAt, type SplitColumns } from './dataset.ts'
import { type Field, integer, number } from './field.ts'
import type { Release } from './release.ts'

/** What a list is called among the tables of a statement, once its values are rows. */
const HELD = sql.identifier('split')
const VALUE = sql`${HELD}.item`
const COUNT = sql<number>`coalesce(${HELD}.size, 1)::int`

/** The columns that stand behind a list that is split. */
export const splitColumns = (column: string): SplitColumns => ({
  value: `${column}_value`,
  count: `${column}_count`,
  weight: `${column}_weight`
})

/** The columns whose values can be rows. */
export const splittable = ({ fields }: Pick<Dataset, 'fields'>): string[] =>
  Object.entries(fields).flatMap(([name, { kind }]) => (kind === 'list' ? [name] : []))

/** The values of a list as rows, each once; a row without any stays. */
export const eachValue = (list: SQL): SQL => sql` left join lateral (select item, (count(*) over ())::int as size
  from (select distinct item from unnest(${list}) as listed(item)) held) ${HELD} on true`

/** One value of a list that stands before it, whatever it is read from. */
export function valueColumn({
  schema,
  label: [en, fr],
  codeList,
  references
}: Omit<Field, 'value'>): Omit<Field, 'value'> {
  const { items = { type: 'string' } } = schema
  return {
    kind: items.enum ? 'code' : 'text',
    nullable: true,
    schema: items,
    label: [`${en}: one value`, `${fr} : une valeur`],
    meaning: ['One value of the list before it.', 'Une valeur de la liste qui précède.'],
    ...(codeList ? { codeList } : {}),
    ...(references ? { references } : {})
  }
}

/** What stands behind the list in a row: one of its values, how many there are, and what the row weighs. */
function columnsOf(name: string, list: Field): [string, Field][] {
  const [en, fr] = list.label
  const { value, count, weight } = splitColumns(name)
  const size = integer(
    COUNT,
    [`${en}: number`, `${fr} : nombre`],
    [
      'How many rows this one has become, one for each value; 1 where it has none.',
      'En combien de lignes celle-ci a été divisée, une par valeur ; 1 si elle n’en a aucune.'
    ],
    [1, 200]
  )
  const weighed = number(
    sql<number>`1.0::float8 / ${COUNT}`,
    [`${en}: weight`, `${fr} : poids`],
    [
      'One divided by that number: the sum of the weights is the number of rows before they were split.',
      'Un divisé par ce nombre : la somme des poids est le nombre de lignes avant la division.'
    ],
    [0, 1]
  )
  return [
    [value, { ...valueColumn(list), value: VALUE }],
    [count, size],
    [weight, weighed]
  ]
}

/** The dataset with a row for each value of the column. Conditions still ask for what the whole row has. */
function splitBy(dataset: Dataset, column: string): Dataset {
  const list = dataset.fields[column] as Field
  const fields = Object.entries(dataset.fields).flatMap(([name, field]) => [
    [name, field] as const,
    ...(name === column ? columnsOf(name, field) : [])
  ])
  const filters = Object.entries(dataset.filters).map(([name, filter]) => {
    const isOfList = filter.comparison === 'list' && filter.value === list.value
    return [name, isOfList ? { ...filter, grouped: VALUE } : filter] as const
  })
  return {
    ...dataset,
    fields: Object.fromEntries(fields),
    filters: Object.fromEntries(filters),
    split: { list: list.value, columns: splitColumns(column) }
  }
}

/** The dataset as a release shows it and a question asks for it. */
export function datasetAs(dataset: Dataset, release: Pick<Release, 'contract'>, split: string | undefined): Dataset {
  const shown = datasetAt(dataset, release)
  return split === undefined ? shown : splitBy(shown, split)
}
