/** Aggregates as the OpenAPI document shows them. */
import { groupField, hasLabel } from '../../src/engine/aggregate/columns.ts'
import { FUNCTIONS, numericColumns } from '../../src/engine/aggregate/measures.ts'
import { type AggregateParameter, aggregateParameters, MAX_ROWS } from '../../src/engine/aggregate/query.ts'
import type { Dataset } from '../../src/engine/definition/dataset.ts'
import type { Field } from '../../src/engine/definition/field.ts'
import { type Filter, joinedByCommas } from '../../src/engine/definition/filter.ts'
import { splitColumns, splittable } from '../../src/engine/definition/split.ts'
import { AGGREGATE_FORMATS } from '../../src/engine/format/formats.ts'
import { labelColumn } from '../../src/engine/labels.ts'
import { groupNames, MAX_GROUPS } from '../../src/engine/request/group-by.ts'
import { COMPONENT, component, PATTERNS, type Schema } from '../schema.ts'
import { columnList, commonParameters, ownName } from './parameters.ts'
import {
  ANY_TEXT,
  address,
  columnSchema,
  exportLinks,
  extentSchema,
  hintsSchema,
  LINKS,
  labelSchema,
  linksSchema,
  metaSchema,
  notesSchema,
  pascal,
  plainValueSchema
} from './schemas.ts'

const text = (pattern: string, description: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 4000,
  pattern,
  description
})

const measurePattern = (dataset: Dataset): string => {
  const split = splittable(dataset).flatMap(name => [splitColumns(name).count, splitColumns(name).weight])
  const columns = [...numericColumns(dataset), ...split]
  const calculated = columns.length > 0 ? `|(${FUNCTIONS.join('|')})\\.(${columns.join('|')})` : ''
  return joinedByCommas(`(count|share${calculated})`, 2 + FUNCTIONS.length * columns.length)
}

/** The parameters of an aggregate beside its filters. */
export function aggregateParameterSchemas(dataset: Dataset): Schema {
  const groups = groupNames(dataset)
  const own = (name: string, pattern: string, description: string) =>
    component(ownName(dataset, name), text(pattern, description))
  const { split, labels, lang, release, dialect } = commonParameters(dataset)
  const all: Record<AggregateParameter, Schema | undefined> = {
    group: own(
      'group',
      columnList(groups, '', MAX_GROUPS),
      `Up to ${MAX_GROUPS} filters to group by, joined by commas; without any, all rows are one group.`
    ),
    measure: own(
      'measure',
      measurePattern(dataset),
      'What to tell of each group, joined by commas; `count` unless given.'
    ),
    of: own(
      'of',
      columnList(groups, '', MAX_GROUPS),
      'The groups whose rows a share is of, joined by commas; all rows unless given.'
    ),
    shape: component('shape', {
      type: 'string',
      enum: ['long', 'wide'],
      description:
        '`long` unless given; `wide` makes columns of the last group, one per measure and value: `count_complete`, `share_complete` …, and `count_null` for missing values.'
    }),
    sort: component(
      'aggregate.sort',
      text(
        '^-?[A-Za-z][A-Za-z0-9_-]*(,-?[A-Za-z][A-Za-z0-9_-]*){0,19}$',
        'Columns of the answer to sort by, joined by commas; `-` in front: descending. Missing values come last; the groups are the last keys.'
      )
    ),
    limit: component('aggregate.limit', {
      type: 'integer',
      format: 'int32',
      minimum: 1,
      maximum: MAX_ROWS,
      description: `Groups in the answer; ${MAX_ROWS} in JSON unless given, all in exports.`
    }),
    split,
    labels,
    lang,
    release,
    format: component('aggregate.format', {
      type: 'string',
      enum: AGGREGATE_FORMATS.map(({ name }) => name),
      description: 'The format; it wins over the Accept header, and a suffix wins over it.'
    }),
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

const share: Schema = {
  type: ['number', 'null'],
  format: 'double',
  minimum: 0,
  maximum: 1,
  description: 'Rows of the group over the denominator.'
}

const MEASURED = `^(count|share|denominator|n|${FUNCTIONS.join('|')})_[A-Za-z0-9_-]+$`

/** What only the request names: measures of columns, and of the values that became columns. */
const measured = component('Measured', {
  type: 'object',
  description: 'Other columns are measures.',
  unevaluatedProperties: true,
  [PATTERNS]: {
    [MEASURED]: {
      type: ['number', 'null'],
      format: 'double',
      description: 'A measure of a column, the number of rows it is of, or a measure of one value of the last group.'
    }
  }
})

const GROUP_VALUE = 'The value of the group; null where no source says.'

/** A column to group by: what it means is said of the filter. */
function groupValue({ fields }: Dataset, name: string, filter: Filter): Schema {
  const value: Schema = { ...plainValueSchema(groupField(name, filter)), description: GROUP_VALUE }
  if (!('enum' in value)) return component(`Group${pascal(String([value.type].flat()[0]))}`, value)
  const column = Object.entries(fields).find(([, field]) => field.value === filter.value && isSame(field, filter))
  const shown = column && columnSchema(...column)
  return shown && COMPONENT in shown ? shown : value
}

/** Whether a column takes exactly the values that its filter has as a group. */
const isSame = (field: Field, filter: Filter): boolean => field.nullable && field.kind === filter.kind

/** The rows of an answer, whatever was asked: no column is in all of them. */
function groupSchema(dataset: Dataset): Schema {
  const groups = groupNames(dataset).flatMap(name => {
    const filter = dataset.filters[name] as Filter
    const field = groupField(name, filter)
    return [
      [name, groupValue(dataset, name, filter)],
      ...(hasLabel(field) ? [[labelColumn(name), labelSchema(field)]] : [])
    ]
  })
  return {
    type: 'object',
    title: `${dataset.typeName}AggregateRow`,
    description: 'One group: its values, then what was measured.',
    properties: {
      ...Object.fromEntries(groups),
      count: component('Count', count('Rows of the group.')),
      share: component('Share', share),
      denominator: component('Denominator', { ...count('Rows the share is of.'), type: ['integer', 'null'] })
    },
    // A type of further properties would have to fit the named ones too, which languages with index signatures demand;
    // what they may hold is therefore said where only validators look.
    additionalProperties: true,
    if: {},
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: measured
  }
}

const names = (description: string): Schema => ({
  type: 'array',
  minItems: 0,
  maxItems: MAX_GROUPS,
  description,
  items: { type: 'string', maxLength: 60, pattern: '^[a-z]+[0-9]*$' }
})

const nullableText = (description: string): Schema => ({
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
  notes: notesSchema
}

const optional = {
  extent: extentSchema,
  hints: hintsSchema,
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
            value: nullableText('The value as text; null for the missing one.'),
            label: nullableText('Its label; null for the missing one.')
          }
        }
      }
    }
  }
}

export const aggregateSchema = (dataset: Dataset): Schema => ({
  type: 'object',
  title: `${dataset.typeName}Aggregate`,
  description: `${dataset.title[0]} in groups.`,
  additionalProperties: false,
  required: ['data', 'meta', 'links'],
  properties: {
    data: {
      type: 'array',
      minItems: 0,
      maxItems: MAX_ROWS,
      description: 'The groups, in the order asked for or in that of their values.',
      items: groupSchema(dataset)
    },
    meta: metaSchema('AggregateMeta', described, optional),
    links: linksSchema('AggregateLinks', {
      self: address('This answer.'),
      permalink: address('The same question pinned to this release: the same bytes for ever.'),
      query: LINKS.query,
      rows: address('The rows that were counted.'),
      rows_of_group: {
        ...address(
          'The rows of one group, as a template (RFC 6570) to fill with its values; `null` for a missing one. Null where no address gives just them, which is so when a filter on a list that is grouped by rules values out.',
          true
        ),
        format: 'uri-template'
      },
      ...exportLinks(),
      json_stat: address('All groups as JSON-stat 2.0.'),
      geojson: address('A feature for each country; null unless grouped by country.', true),
      schema: LINKS.schema,
      docs: LINKS.docs
    })
  }
})
