/** Aggregates as the OpenAPI document shows them. */
import { groupField, hasLabel } from './aggregate-columns.ts'
import { type AggregateParameter, aggregateParameters, MOST_ROWS } from './aggregate-question.ts'
import type { Dataset } from './dataset.ts'
import type { Filter } from './filter.ts'
import { groupNames, MOST_GROUPS } from './groups.ts'
import { labelColumn, labelField } from './labels.ts'
import { FUNCTIONS, measureNames } from './measures.ts'
import { columnList, commonParameters } from './parameters.ts'
import {
  ANY_TEXT,
  address,
  exportLinks,
  linksSchema,
  metaSchema,
  QUERY_LINK,
  type Schema,
  typeName,
  valueSchema
} from './schemas.ts'

export const AGGREGATE_WORDS =
  'Counts the rows that match in groups. Missing values are a group of their own and never drop out; a row counts in every group of a list it belongs to. `of` names the groups whose rows a share is of: `group=country,star&measure=share&of=country` tells which share of each country’s rows has a star of each formula. `shape=wide` makes columns of the last group: `count_complete`, `share_complete` …, and `count_null` for missing values. JSON holds the first 10000 groups, exports all.'

const parameter = (pattern: string, description: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 4000,
  pattern,
  description
})

/** The parameters of an aggregate beside its filters. */
export function aggregateParameterSchemas(dataset: Dataset): Schema {
  const groups = groupNames(dataset)
  const { labels, lang, release, format, dialect } = commonParameters(dataset)
  const all: Record<AggregateParameter, Schema | undefined> = {
    group: parameter(
      columnList(groups, '', MOST_GROUPS),
      `Filters to group by, joined by commas; at most ${MOST_GROUPS}. Without any, all rows are one group.`
    ),
    measure: parameter(
      columnList(
        measureNames(dataset).map(name => name.replace('.', '\\.')),
        ''
      ),
      'What to tell of each group, joined by commas; `count` unless given. `share` comes with its `denominator`; `sum.`, `avg.`, `min.`, `max.` and `median.` take a numeric column and come with `n_<column>`, the rows that have a value.'
    ),
    of: parameter(
      columnList(groups, '', MOST_GROUPS),
      'Those of the groups whose rows a share is of, joined by commas; all rows that match unless given.'
    ),
    shape: {
      type: 'string',
      enum: ['long', 'wide'],
      description: '`wide` makes one column per measure and value of the last group; `long` unless given.'
    },
    sort: parameter(
      '^-?[A-Za-z][A-Za-z0-9_-]*(,-?[A-Za-z][A-Za-z0-9_-]*){0,19}$',
      'Columns of the answer to sort by, joined by commas; `-` in front: descending. Missing values come last; the groups are the last keys.'
    ),
    limit: {
      type: 'integer',
      format: 'int32',
      minimum: 1,
      maximum: MOST_ROWS,
      description: `Groups in the answer; ${MOST_ROWS} in JSON unless given, all in exports.`
    },
    labels,
    lang,
    release,
    format,
    dialect
  }
  return Object.fromEntries(aggregateParameters(dataset).map(name => [name, all[name]]))
}

const count = (description: string): Schema => ({
  type: 'integer',
  format: 'int32',
  minimum: 0,
  maximum: 2147483647,
  description
})

const MEASURED = `^(count|share|denominator|n|${FUNCTIONS.join('|')})_[A-Za-z0-9_-]+$`

/** The rows of an answer, whatever was asked: no column is in all of them. */
function groupSchema(dataset: Dataset): Schema {
  const groups = groupNames(dataset).flatMap(name => {
    const field = groupField(name, dataset.filters[name] as Filter)
    const label = valueSchema(labelField(field, field.value))
    return [[name, valueSchema(field)], ...(hasLabel(field) ? [[labelColumn(name), label]] : [])]
  })
  return {
    type: 'object',
    title: `${typeName(dataset)}AggregateRow`,
    description: 'One group: its values, then what was measured.',
    additionalProperties: false,
    required: [],
    properties: {
      ...Object.fromEntries(groups),
      count: count('Rows of the group.'),
      share: {
        type: ['number', 'null'],
        format: 'double',
        minimum: 0,
        maximum: 1,
        description: 'Rows of the group over the denominator.'
      },
      denominator: { ...count('Rows the share is of.'), type: ['integer', 'null'] }
    },
    patternProperties: {
      [MEASURED]: {
        type: ['number', 'null'],
        format: 'double',
        description: 'A measure of a column, the number of rows it is of, or a measure of one value of the last group.'
      }
    }
  }
}

const names = (description: string): Schema => ({
  type: 'array',
  minItems: 0,
  maxItems: MOST_GROUPS,
  description,
  items: { type: 'string', maxLength: 60, pattern: '^[a-z]+[0-9]*$' }
})

const text = (description: string): Schema => ({
  type: ['string', 'null'],
  minLength: 1,
  maxLength: 500,
  pattern: ANY_TEXT,
  description
})

const described = {
  total: count('Exact number of groups.'),
  returned: count('Number of groups in this answer.'),
  rows: count('Rows that match, each counted once.'),
  group: names('The groups asked for.'),
  notes: {
    type: 'array',
    minItems: 0,
    maxItems: 40,
    description: 'What has to be known to read the numbers, in the language of the answer.',
    items: { type: 'string', minLength: 1, maxLength: 1000, pattern: ANY_TEXT }
  }
}

const optional = {
  share_of: names('The groups whose rows the shares are of; all rows that match where it is empty.'),
  pivot: {
    type: 'object',
    title: 'Pivot',
    description: 'In a wide answer: the group that became columns.',
    additionalProperties: false,
    required: ['group', 'values'],
    properties: {
      group: { type: 'string', maxLength: 60, pattern: '^[a-z]+[0-9]*$', description: 'The group.' },
      values: {
        type: 'array',
        minItems: 0,
        maxItems: 1000,
        description: 'Its values in the order of their columns, `<measure>_<value>`.',
        items: {
          type: 'object',
          title: 'PivotValue',
          description: 'One value, and what it is called.',
          additionalProperties: false,
          required: ['value', 'label'],
          properties: {
            value: text('The value as text; null for the missing one.'),
            label: text('Its label; null for the missing one.')
          }
        }
      }
    }
  }
}

export const aggregateSchema = (dataset: Dataset): Schema => ({
  type: 'object',
  title: `${typeName(dataset)}Aggregate`,
  description: `${dataset.title[0]} in groups.`,
  additionalProperties: false,
  required: ['data', 'meta', 'links'],
  properties: {
    data: {
      type: 'array',
      minItems: 0,
      maxItems: MOST_ROWS,
      description: 'The groups, in the order asked for or in that of their values.',
      items: groupSchema(dataset)
    },
    meta: metaSchema('AggregateMeta', described, optional),
    links: linksSchema('AggregateLinks', {
      self: address('This answer.'),
      permalink: address('The same question pinned to this release: the same bytes for ever.'),
      query: address(QUERY_LINK),
      rows: address('The rows that were counted.'),
      rows_of_group: {
        ...address(
          'The rows of one group, as a template (RFC 6570) to fill with its values; `null` for a missing one. Null where no address gives just them, which is so when a filter on a list that is grouped by rules values out.',
          true
        ),
        format: 'uri-template'
      },
      ...exportLinks(),
      schema: address('Columns, types and meanings (Table Schema).'),
      docs: address('Documentation for people.')
    })
  }
})
