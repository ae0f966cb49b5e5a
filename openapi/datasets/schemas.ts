/** JSON Schemas of what a dataset answers; made from the definition alone. */

import { Type } from 'typebox'
import { type Dataset, SEARCH } from '../../src/engine/definition/dataset.ts'
import type { Field, ValueSchema } from '../../src/engine/definition/field.ts'
import { splitColumns } from '../../src/engine/definition/split.ts'
import { FORMATS } from '../../src/engine/format/formats.ts'
import { isLabelled, labelColumn, labelField } from '../../src/engine/labels.ts'
import { groupNames } from '../../src/engine/request/group-by.ts'
import { MAX_LIMIT } from '../../src/engine/request/parameters.ts'
import { midSentence } from '../../src/i18n/words.ts'
import { component, type Schema } from '../schema.ts'
import { facetSizes, facetsSchema } from './facets.ts'
import { highlightSchema } from './highlight.ts'
import { sharedColumn } from './vocabulary.ts'

export const pascal = (name: string) =>
  name.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase())

/** PostgreSQL text holds no NUL; said where nothing narrower is. */
export const ANY_TEXT = '^[^\\u0000]*$'

const plainSchema = ({ type, items, ...rest }: ValueSchema): Schema => ({
  type,
  ...rest,
  ...(type === 'integer' ? { format: 'int32' } : {}),
  ...(type === 'number' ? { format: 'double' } : {}),
  ...(type === 'string' && !rest.enum && !rest.pattern && !rest.format ? { pattern: ANY_TEXT } : {}),
  ...(items ? { items: plainSchema(items) } : {})
})

/** The value of a column that only the request names. */
export const anyValue = (description: string): Schema => ({
  description,
  type: ['string', 'number', 'boolean', 'array', 'null'],
  maxLength: 1_000_000,
  pattern: ANY_TEXT,
  minItems: 0,
  maxItems: 1000,
  items: { type: 'string', maxLength: 1000, pattern: ANY_TEXT }
})

/** One value, and null where no source says. */
export const plainValueSchema = ({ schema, nullable }: Pick<Field, 'schema' | 'nullable'>): Schema => {
  const plain = plainSchema(schema)
  if (!nullable) return plain
  // One union by type, never `anyOf`: client generators make one type of it, and readers see one line.
  const values = Array.isArray(plain.enum) ? { enum: [...plain.enum, null] } : {}
  return { ...plain, ...values, type: [plain.type, 'null'] }
}

const ownColumn = (field: Field): Schema => ({
  ...plainValueSchema(field),
  title: field.label[0],
  description: field.meaning[0]
})

/** A column: of the vocabulary, or the dataset's own. */
export const columnSchema = (name: string, field: Field): Schema =>
  sharedColumn(name, field, ownColumn) ?? ownColumn(field)

/** What stands beside a coded column with `labels=true`. */
export const labelSchema = (field: Field): Schema =>
  component(field.kind === 'list' ? 'Labels' : 'Label', {
    ...plainValueSchema(labelField(field, field.value)),
    description: 'Label of the value in the column before it, in the language of the answer.'
  })

/** What stands behind a list with `split=`. */
function splitSchemas(name: string, field: Field): [string, Schema][] {
  const { value, count, weight } = splitColumns(name)
  const one = component('SplitValue', {
    type: ['string', 'null'],
    minLength: 1,
    maxLength: 500,
    pattern: ANY_TEXT,
    description: 'One value of the list before it; the row stands here once for each.'
  })
  return [
    [value, one],
    ...(isLabelled(field) ? [[labelColumn(value), labelSchema({ ...field, kind: 'text' })] as [string, Schema]] : []),
    [
      count,
      component('SplitCount', {
        type: 'integer',
        format: 'int32',
        minimum: 1,
        maximum: 200,
        description: 'How many rows this one has become; 1 where it has no value.'
      })
    ],
    [
      weight,
      component('SplitWeight', {
        type: 'number',
        format: 'double',
        minimum: 0,
        maximum: 1,
        description: 'One divided by that number: the sum of the weights is the number of rows before they were split.'
      })
    ]
  ]
}

const rowSchema = (dataset: Dataset): Schema => ({
  type: 'object',
  title: dataset.typeName,
  description: `One row is ${dataset.row[0]}.`,
  additionalProperties: false,
  // None is required: with `fields=` a row holds only the columns asked for.
  properties: {
    ...Object.fromEntries(
      Object.entries(dataset.fields).flatMap(([name, field]) => [
        [name, columnSchema(name, field)],
        ...(isLabelled(field) ? [[labelColumn(name), labelSchema(field)]] : []),
        ...(field.kind === 'list' ? splitSchemas(name, field) : [])
      ])
    ),
    ...(SEARCH in dataset.filters ? { highlight: highlightSchema } : {})
  }
})

export const address = (description: string, nullable = false): Schema => ({
  type: nullable ? ['string', 'null'] : 'string',
  format: 'uri',
  maxLength: 20_000,
  description
})

/** Parts of many schemas, each once. */
const named = (prefix: string, schemas: Schema): Schema =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, component(`${prefix}.${name}`, schema as Schema)])
  )

const QUERY_LINK = 'A page for people: the query in words, as code for their tools, and its citation.'

/** Links that mean the same wherever they come. */
export const LINKS = named('links', {
  query: address(QUERY_LINK),
  ...Object.fromEntries(
    FORMATS.filter(({ copy }) => copy).map(({ name, title }) => [name, address(`The same rows as ${title}.`)])
  ),
  schema: address('Columns, types and meanings (Table Schema).'),
  docs: address('Documentation for people.')
})

const ITEM_LINKS = named('item', {
  self: address('This row.'),
  permalink: address('This row pinned to this release: the same bytes for ever.'),
  list: address('All rows.'),
  history: address('What each release knew of this row.')
})

/** What every answer knows of itself. */
const meta = named('meta', {
  dataset: Type.String({ description: 'Name of the dataset.', pattern: '^[a-z0-9-]+$', maxLength: 60 }),
  release: Type.String({
    description: 'The release that answers; an id of /releases.',
    pattern: '^[A-Za-z0-9_-]+$',
    maxLength: 60
  }),
  license: address('Licence of this compilation; what a source says of itself stands in /sources.'),
  attribution: Type.String({ description: 'How to credit the data.', minLength: 1, maxLength: 500 }),
  updated: Type.String({ format: 'date', description: 'The day the release speaks of.', maxLength: 10 })
})

export const metaSchema = (title: string, more: Schema = {}, optional: Schema = {}): Schema => {
  const properties = {
    dataset: meta.dataset,
    release: meta.release,
    ...more,
    license: meta.license,
    attribution: meta.attribution,
    updated: meta.updated
  }
  return {
    type: 'object',
    title,
    description: 'What is known of the answer as a whole.',
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties, ...optional }
  }
}

const text = (description: string): Schema => ({
  type: 'array',
  description,
  minItems: 0,
  maxItems: 40,
  items: { type: 'string', minLength: 1, maxLength: 1000, pattern: ANY_TEXT }
})

/** What has to be known to read the numbers. */
export const notesSchema = component(
  'Notes',
  text('What has to be known to read the numbers, in the language of the answer.')
)

const plans = (description: string): Schema => ({
  type: 'integer',
  format: 'int32',
  minimum: 0,
  maximum: 2147483647,
  description
})
const years = (description: string): Schema => ({
  type: 'array',
  minItems: 0,
  maxItems: 200,
  description,
  items: { type: 'integer', format: 'int32', minimum: 1900, maximum: 2100 }
})
const countries = (description: string): Schema => ({
  type: 'array',
  minItems: 0,
  maxItems: 300,
  description,
  items: { type: 'string', pattern: '^[A-Z]{2}$', maxLength: 2 }
})

const EXTENT = {
  status: {
    type: 'string',
    enum: ['whole', 'partly_whole', 'selection', 'none'],
    description:
      '`whole`: all commitments of all these plans are here, so that totals are OGP’s; `selection`: of each only some; `partly_whole`: of some all, of others some; `none`: there is none of these plans, or no commitment of any.'
  },
  plans: plans(
    'Action plans that the question is about: those that its filters on country, region, year and plan leave.'
  ),
  whole_plans: plans('Plans all of whose commitments are here.'),
  empty_plans: plans('Plans without any commitment here.'),
  whole_years: years('Years all of whose plans are whole.'),
  partial_years: years('Years with a plan that is not.'),
  whole_countries: countries('Countries all of whose plans are whole.'),
  partial_countries: countries('Countries with a plan that is not.')
}

/** Whether the rows that a question is about are all there are. */
export const extentSchema: Schema = component('Extent', {
  type: 'object',
  title: 'Extent',
  description:
    'Whether the commitments that the question is about are all there are, by the action plans they belong to.',
  additionalProperties: false,
  required: Object.keys(EXTENT),
  properties: EXTENT
})

/** Why an answer has few rows. */
export const hintsSchema: Schema = component('Hints', {
  type: 'array',
  minItems: 1,
  maxItems: 20,
  description: 'Where fewer than five rows match: how many there would be otherwise, and why.',
  items: {
    type: 'object',
    title: 'Hint',
    description: 'One way to more rows, or one reason for few.',
    additionalProperties: false,
    required: ['kind', 'filter', 'rows', 'unknown', 'url', 'text'],
    properties: {
      kind: {
        type: 'string',
        enum: ['filter', 'coverage', 'release'],
        description:
          '`filter`: without that filter; `release`: in the newest release; `coverage`: what is not here may exist.'
      },
      filter: { type: ['string', 'null'], maxLength: 60, pattern: ANY_TEXT, description: 'The filter left out.' },
      rows: { ...plans('Rows there would be.'), type: ['integer', 'null'] },
      unknown: {
        ...plans('Those of them of which no source says what the filter asks.'),
        type: ['integer', 'null']
      },
      url: address('Their address.', true),
      text: { type: 'string', minLength: 1, maxLength: 4000, pattern: ANY_TEXT, description: 'The same in words.' }
    }
  }
})

const counted = {
  total: Type.Integer({
    description: 'Exact number of rows that match.',
    minimum: 0,
    maximum: 2147483647,
    format: 'int32'
  }),
  returned: Type.Integer({
    description: 'Number of rows in this page.',
    minimum: 0,
    maximum: MAX_LIMIT,
    format: 'int32'
  })
}

export const exportLinks = (): Schema =>
  Object.fromEntries(FORMATS.filter(({ copy }) => copy).map(({ name }) => [name, LINKS[name]]))

export const linksSchema = (title: string, properties: Schema): Schema => ({
  type: 'object',
  title,
  description: 'Where to go from here; absolute addresses.',
  additionalProperties: false,
  required: Object.keys(properties),
  properties
})

export const listSchema = (dataset: Dataset, groups: readonly string[] = groupNames(dataset)): Schema => ({
  type: 'object',
  title: `${dataset.typeName}List`,
  description: `A page of ${midSentence(dataset.title[0])}.`,
  additionalProperties: false,
  required: ['data', 'meta', 'links'],
  properties: {
    data: {
      type: 'array',
      description: 'The rows, in the order asked for.',
      minItems: 0,
      maxItems: MAX_LIMIT,
      items: rowSchema(dataset)
    },
    ...(groups.length > 0 ? { facets: facetsSchema(groups) } : {}),
    meta: metaSchema('ListMeta', counted, {
      facets: facetSizes,
      extent: extentSchema,
      notes: notesSchema,
      hints: hintsSchema
    }),
    links: linksSchema('ListLinks', {
      self: address('This page.'),
      first: address('The first page.'),
      prev: address('The page before; null on the first.', true),
      next: address('The page behind; null on the last.', true),
      permalink: address('The same query pinned to this release: the same bytes for ever.'),
      query: LINKS.query,
      follow: address('A feed (Atom) of what changes in these rows.'),
      ...exportLinks(),
      schema: LINKS.schema,
      docs: LINKS.docs
    })
  }
})

export const itemSchema = (dataset: Dataset): Schema => ({
  type: 'object',
  title: `${dataset.typeName}Item`,
  description: `One row: ${dataset.row[0]}.`,
  additionalProperties: false,
  required: ['data', 'meta', 'links'],
  properties: {
    data: rowSchema(dataset),
    meta: metaSchema('ItemMeta'),
    links: linksSchema(dataset.related ? `${dataset.typeName}Links` : 'ItemLinks', {
      self: ITEM_LINKS.self,
      permalink: ITEM_LINKS.permalink,
      query: LINKS.query,
      list: ITEM_LINKS.list,
      history: ITEM_LINKS.history,
      ...Object.fromEntries(
        Object.entries(dataset.related ?? {}).map(([name, { dataset: other }]) => [
          name,
          address(`What hangs on the row, in /${other}.`, true)
        ])
      ),
      schema: LINKS.schema,
      docs: LINKS.docs
    })
  }
})
