/** Parameters as the OpenAPI document shows them; the same definitions that `query.ts` reads requests with. */

import { type Dataset, SEARCH } from '../../src/engine/definition/dataset.ts'
import type { Field } from '../../src/engine/definition/field.ts'
import { type Filter, joinedByCommas, parameterPattern } from '../../src/engine/definition/filter.ts'
import { MAX_SEARCH_LENGTH } from '../../src/engine/definition/search-syntax.ts'
import { splitColumns, splittable } from '../../src/engine/definition/split.ts'
import { DIALECTS, FORMAT_NAMES } from '../../src/engine/format/formats.ts'
import { groupNames } from '../../src/engine/request/group-by.ts'
import type { LIST_PARAMETERS } from '../../src/engine/request/list-query.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from '../../src/engine/request/parameters.ts'
import { isSortable } from '../../src/engine/sql/order-by.ts'
import { LANGS } from '../../src/i18n/words.ts'
import { component, type Schema } from '../schema.ts'
import { sharedFilter } from './vocabulary.ts'

const filterHint: Record<Filter['comparison'], string> = {
  value: 'Joined by commas: any of them; `!` in front: none; `null`: no source says.',
  range:
    'A range with both ends included, `2012..2014`, `2014..`, `..2014`, or one value; several joined by commas; `!` in front: outside; `null`: no source says.',
  words:
    'All words must occur, in any order, with or without accents; English, French and Spanish words in any of their forms. `"words in quotes"` stand side by side, `-word` must not occur, the last word may be the beginning of one. Rows come by relevance unless `sort` is given.',
  list: 'Joined by commas: any of them; by plus signs: all; `!` in front: none; `null`: no value at all.'
}

const filterParameter = (filter: Filter): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: filter.comparison === 'words' ? MAX_SEARCH_LENGTH : 4000,
  pattern: parameterPattern(filter),
  description: `${filter.meaning[0]} ${filterHint[filter.comparison]}`
})

/** The name of a parameter that each dataset has its own of. */
export const ownName = ({ name }: Dataset, parameter: string): string => `${name}.${parameter}`

/** The filters of a dataset. */
export const filterParameters = (dataset: Dataset): Schema =>
  Object.fromEntries(
    Object.entries(dataset.filters).map(([name, filter]) => [
      name,
      sharedFilter(name, filter, filterParameter) ?? component(ownName(dataset, name), filterParameter(filter))
    ])
  )

export const columnList = (names: readonly string[], sign = '', most = names.length): string =>
  joinedByCommas(`(${names.join('|')})`, most, sign)

export const langParameter: Schema = component('lang', {
  type: 'string',
  enum: [...LANGS],
  description:
    'The language of labels and explanations; else what `Accept-Language` likes best, else English. Data stay in the language of their source.'
})

export const releaseParameter: Schema = component('release', {
  type: 'string',
  minLength: 1,
  maxLength: 60,
  pattern: '^[A-Za-z0-9_-]+$',
  description: 'Answer from this release instead of the newest; an id of /releases.'
})

const facetParameter = (groups: readonly string[]): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 4000,
  pattern: columnList(groups),
  description: 'Filters whose values are counted beside the rows, in `facets`; joined by commas. JSON only.'
})

const highlightParameter: Schema = component('highlight', {
  type: 'boolean',
  description:
    'Whether every row shows, in `highlight`, where the words of `q` occur in the columns asked for. JSON only, and only with `q`.'
})

const splitParameter = (lists: readonly string[]): Schema => ({
  type: 'string',
  enum: [...lists],
  description:
    'A list of which each value is to have a row of its own: in `<list>_value`, with `<list>_count`, how many rows the row has become, and `<list>_weight`, one divided by that, so that the sum of the weights is the number of rows. Filters still ask for what the whole row has.'
})

/** What a dataset without anything to count by, without texts or without lists does not have. */
type Optional = 'facet' | 'highlight' | 'split'
type Common = Record<Exclude<(typeof LIST_PARAMETERS)[number], Optional>, Schema> & Partial<Record<Optional, Schema>>

export const commonParameters = (dataset: Dataset): Common => {
  const groups = groupNames(dataset)
  const columns = Object.keys(dataset.fields)
  const lists = splittable(dataset)
  const splits = lists.flatMap(name => Object.values(splitColumns(name)))
  const sortable = [...columns.filter(name => isSortable(dataset.fields[name] as Field)), ...splits]
  return {
    fields: component(ownName(dataset, 'fields'), {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      pattern: columnList([...columns, ...splits]),
      description: 'Only these columns, in this order; joined by commas.'
    }),
    sort: component(ownName(dataset, 'sort'), {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      pattern: columnList(sortable, '-?'),
      description: 'Columns to sort by, joined by commas; `-` in front: descending.'
    }),
    limit: component('limit', {
      type: 'integer',
      format: 'int32',
      minimum: 1,
      maximum: MAX_LIMIT,
      description: `Rows in a page; ${DEFAULT_LIMIT} unless given. An export is whole unless it is given.`
    }),
    cursor: component('cursor', {
      type: 'string',
      minLength: 1,
      maxLength: 8000,
      pattern: '^[A-Za-z0-9_-]+$',
      description:
        'A place in the list, from `links.next` or `links.prev` only. It carries the release and belongs to one query.'
    }),
    ...(groups.length > 0 ? { facet: component(ownName(dataset, 'facet'), facetParameter(groups)) } : {}),
    ...(SEARCH in dataset.filters ? { highlight: highlightParameter } : {}),
    ...(lists.length > 0 ? { split: component(ownName(dataset, 'split'), splitParameter(lists)) } : {}),
    labels: component('labels', {
      type: 'boolean',
      description:
        'Whether `<column>_label` stands behind every coded column: the label of the value, in the language of the answer.'
    }),
    lang: langParameter,
    release: releaseParameter,
    format: component('format', {
      type: 'string',
      enum: [...FORMAT_NAMES],
      description: 'The format; it wins over the Accept header, and a suffix wins over it.'
    }),
    dialect: component('dialect', {
      type: 'string',
      enum: [...DIALECTS],
      description:
        'How CSV is written; with other formats a 400. `rfc4180`, meant where none is named: commas, CRLF, UTF-8 without a byte-order mark. `excel`: the same with a byte-order mark, by which Excel knows UTF-8. `excel-eu`: with a byte-order mark and semicolons, for Excel where a comma is the decimal sign; numbers keep their decimal point.'
    })
  }
}

export const query = (properties: Schema): Schema => ({ type: 'object', additionalProperties: false, properties })
