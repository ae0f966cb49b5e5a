/** JSON Schemas of what a dataset answers; made from the definition alone. */
import { Type } from 'typebox'
import { type Dataset, SEARCH } from './dataset.ts'
import { facetSizes, facetsSchema } from './facet-schema.ts'
import type { Field, ValueSchema } from './field.ts'
import { FORMATS } from './formats.ts'
import { MAX_LIMIT } from './given.ts'
import { groupNames } from './groups.ts'
import { highlightSchema } from './highlight.ts'
import { isLabelled, labelColumn, labelField } from './labels.ts'
import { midSentence } from './language.ts'

export type Schema = Record<string, unknown>

/** Members → Member: the name of one row in generated clients. */
export const typeName = (dataset: Dataset): string =>
  dataset.row[0]
    .split(/[^A-Za-z0-9]+/)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

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
export const valueSchema = ({ schema, nullable, label, meaning }: Field): Schema => {
  const plain = plainSchema(schema)
  const words = { title: label[0], description: meaning[0] }
  if (!nullable) return { ...plain, ...words }
  // One union by type, never `anyOf`: client generators make one type of it, and readers see one line.
  const values = Array.isArray(plain.enum) ? { enum: [...plain.enum, null] } : {}
  return { ...plain, ...values, type: [plain.type, 'null'], ...words }
}

const rowSchema = (dataset: Dataset): Schema => ({
  type: 'object',
  title: typeName(dataset),
  description: `One row is ${dataset.row[0]}.`,
  additionalProperties: false,
  // With `fields=` a row holds only the columns asked for.
  required: [],
  properties: {
    ...Object.fromEntries(
      Object.entries(dataset.fields).flatMap(([name, field]) => [
        [name, valueSchema(field)],
        ...(isLabelled(field) ? [[labelColumn(name), valueSchema(labelField(field, field.value))]] : [])
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

export const QUERY_LINK = 'A page for people: the query in words, as code for their tools, and its citation.'

export const metaSchema = (title: string, more: Schema = {}, optional: Schema = {}): Schema => {
  const properties = {
    dataset: Type.String({ description: 'Name of the dataset.', pattern: '^[a-z0-9-]+$', maxLength: 60 }),
    release: Type.String({
      description: 'The release that answers; an id of /releases.',
      pattern: '^[A-Za-z0-9_-]+$',
      maxLength: 60
    }),
    ...more,
    license: address('Licence of this compilation; what a source says of itself stands in /sources.'),
    attribution: Type.String({ description: 'How to credit the data.', minLength: 1, maxLength: 500 }),
    updated: Type.String({ format: 'date', description: 'The day the release speaks of.', maxLength: 10 })
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

export const exportLinks = () =>
  Object.fromEntries(
    FORMATS.filter(({ copy }) => copy).map(({ name, title }) => [name, address(`The same rows as ${title}.`)])
  )

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
  title: `${typeName(dataset)}List`,
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
    ...(groups.length > 0 ? { facets: facetsSchema(dataset, groups) } : {}),
    meta: metaSchema('ListMeta', counted, { facets: facetSizes }),
    links: linksSchema('ListLinks', {
      self: address('This page.'),
      first: address('The first page.'),
      prev: address('The page before; null on the first.', true),
      next: address('The page behind; null on the last.', true),
      permalink: address('The same query pinned to this release: the same bytes for ever.'),
      query: address(QUERY_LINK),
      ...exportLinks(),
      schema: address('Columns, types and meanings (Table Schema).'),
      docs: address('Documentation for people.')
    })
  }
})

export const itemSchema = (dataset: Dataset): Schema => ({
  type: 'object',
  title: `${typeName(dataset)}Item`,
  description: `One row: ${dataset.row[0]}.`,
  additionalProperties: false,
  required: ['data', 'meta', 'links'],
  properties: {
    data: rowSchema(dataset),
    meta: metaSchema('ItemMeta'),
    links: linksSchema(`${typeName(dataset)}Links`, {
      self: address('This row.'),
      permalink: address('This row pinned to this release: the same bytes for ever.'),
      query: address(QUERY_LINK),
      list: address('All rows.'),
      history: address('What each release knew of this row.'),
      ...Object.fromEntries(
        Object.entries(dataset.related ?? {}).map(([name, { dataset: other }]) => [
          name,
          address(`What hangs on the row, in /${other}.`, true)
        ])
      ),
      schema: address('Columns, types and meanings (Table Schema).'),
      docs: address('Documentation for people.')
    })
  }
})
