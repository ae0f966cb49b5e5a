/** Parameters as the OpenAPI document shows them; the same definitions that `query.ts` reads requests with. */
import { type Dataset, SEARCH } from './dataset.ts'
import type { Field } from './field.ts'
import { type Filter, parameterPattern } from './filter.ts'
import { DIALECTS, FORMAT_NAMES } from './formats.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from './given.ts'
import { groupNames } from './groups.ts'
import { LANGS } from './language.ts'
import type { LIST_PARAMETERS } from './query.ts'
import type { Schema } from './schemas.ts'
import { isSortable } from './sort.ts'
import { LONGEST_SEARCH } from './words.ts'

const filterHint: Record<Filter['comparison'], string> = {
  value: 'Several joined by commas: any of them. `!` in front: none of them. `null`: no source says.',
  range:
    'A range with both ends included, `2012..2014`, `2014..`, `..2014`, or one value; several joined by commas. `!` in front: outside. `null`: no source says.',
  words:
    'All words must occur, in any order, with or without accents; English, French and Spanish words in any of their forms. `"words in quotes"` stand side by side, `-word` must not occur, the last word may be the beginning of one. Rows come by relevance unless `sort` is given.',
  list: 'Several joined by commas: any of them; by plus signs: all of them. `!` in front: none of them. `null`: no value at all.'
}

export const filterParameter = (filter: Filter): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: filter.comparison === 'words' ? LONGEST_SEARCH : 4000,
  pattern: parameterPattern(filter),
  description: `${filter.meaning[0]} ${filterHint[filter.comparison]}`
})

export const columnList = (names: readonly string[], sign: string, most = names.length) => {
  const name = `${sign}(${names.join('|')})`
  return `^${name}(,${name}){0,${most - 1}}$`
}

export const langParameter: Schema = {
  type: 'string',
  enum: [...LANGS],
  description:
    'The language of labels and explanations; else what `Accept-Language` likes best, else English. Data stay in the language of their source.'
}

const facetParameter = (groups: readonly string[]): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 4000,
  pattern: columnList(groups, ''),
  description:
    'Filters, joined by commas, whose values are counted beside the rows, in `facets`: for each value the rows that match every other filter, its own left out. Values that match nothing are shown as zero, missing ones as null. JSON only; `aggregate` counts in every format.'
})

const highlightParameter: Schema = {
  type: 'boolean',
  description:
    'Whether every row shows, in `highlight`, where the words of `q` occur in the columns asked for. JSON only, and only with `q`.'
}

/** What a dataset without anything to count by, or without texts, does not have. */
type Optional = 'facet' | 'highlight'
type Common = Record<Exclude<(typeof LIST_PARAMETERS)[number], Optional>, Schema> & Partial<Record<Optional, Schema>>

export const commonParameters = (dataset: Dataset): Common => {
  const groups = groupNames(dataset)
  const columns = Object.keys(dataset.fields)
  const sortable = columns.filter(name => isSortable(dataset.fields[name] as Field))
  return {
    fields: {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      pattern: columnList(columns, ''),
      description: 'Only these columns, in this order; joined by commas.'
    },
    sort: {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      pattern: columnList(sortable, '-?'),
      description:
        'Columns to sort by, joined by commas; `-` in front: descending. Missing values come last, coded values go from weakest to strongest, the id is always the last key.'
    },
    limit: {
      type: 'integer',
      format: 'int32',
      minimum: 1,
      maximum: MAX_LIMIT,
      description: `Rows in a page; ${DEFAULT_LIMIT} unless given. An export is whole unless it is given.`
    },
    cursor: {
      type: 'string',
      minLength: 1,
      maxLength: 8000,
      pattern: '^[A-Za-z0-9_-]+$',
      description:
        'A place in the list, from `links.next` or `links.prev` only. It carries the release and belongs to one query.'
    },
    ...(groups.length > 0 ? { facet: facetParameter(groups) } : {}),
    ...(SEARCH in dataset.filters ? { highlight: highlightParameter } : {}),
    labels: {
      type: 'boolean',
      description:
        'Whether `<column>_label` stands behind every coded column: what the value is called, in the language of the answer.'
    },
    lang: langParameter,
    release: {
      type: 'string',
      minLength: 1,
      maxLength: 60,
      pattern: '^[A-Za-z0-9_-]+$',
      description: 'Answer from this release instead of the newest; an id of /releases.'
    },
    format: {
      type: 'string',
      enum: [...FORMAT_NAMES],
      description: 'The format; it wins over the Accept header, and a suffix wins over it.'
    },
    dialect: {
      type: 'string',
      enum: [...DIALECTS],
      description:
        'How CSV is written; with other formats a 400. `rfc4180`, meant where none is named: commas, CRLF, UTF-8 without a byte-order mark. `excel`: the same with a byte-order mark, by which Excel knows UTF-8. `excel-eu`: with a byte-order mark and semicolons, for Excel where a comma is the decimal sign; numbers keep their decimal point.'
    }
  }
}

export const query = (properties: Schema): Schema => ({ type: 'object', additionalProperties: false, properties })
