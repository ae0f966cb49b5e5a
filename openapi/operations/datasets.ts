/** What the OpenAPI document says of a dataset's addresses; made from the definition alone. */

import type { Dataset } from '../../src/engine/definition/dataset.ts'
import { AGGREGATE_FORMATS, describedAt, FORMAT_NAMES, FORMATS, type Format } from '../../src/engine/format/formats.ts'
import { ITEM_PARAMETERS } from '../../src/engine/request/list-query.ts'
import { FEED_FORMATS } from '../../src/follow/feed.ts'
import { midSentence } from '../../src/i18n/words.ts'
import { RESPONSE } from '../components.ts'
import { aggregateParameterSchemas, aggregateSchema } from '../datasets/aggregates.ts'
import { dictionarySchema } from '../datasets/dictionary.ts'
import { commonParameters, filterParameters, langParameter, ownName, query } from '../datasets/parameters.ts'
import { ANY_TEXT, itemSchema, listSchema, pascal } from '../datasets/schemas.ts'
import { problemResponses, responseHeaders } from '../responses.ts'
import { component, type Schema } from '../schema.ts'

const exportText = component('ExportText', {
  type: 'string',
  maxLength: 2_000_000_000,
  pattern: ANY_TEXT,
  description: 'Text of the whole export.'
})
const exportBytes = component('ExportBytes', {
  type: 'string',
  maxLength: 2_000_000_000,
  pattern: '^[\\s\\S]*$',
  description: 'The bytes of the file.'
})

const exportDocument = component('ExportDocument', {
  type: 'object',
  maxProperties: 100,
  description: 'The whole export as one document.'
})

/** What each format holds; `json` is what its JSON does. */
export const contentOf = (json: Schema, formats: readonly Format[] = FORMATS): Schema =>
  Object.fromEntries(
    formats.map(({ mediaType, copy, binary }) => [
      mediaType,
      { schema: !copy ? json : binary ? exportBytes : mediaType.endsWith('+json') ? exportDocument : exportText }
    ])
  )

const SUFFIXES = FORMATS.map(({ name }) => `.${name}`)

const suffix = {
  type: 'string',
  enum: SUFFIXES,
  description: 'The format; it wins over `format` and the Accept header.'
}

export const suffixParameter: Schema = { suffix: component('suffix', suffix) }

/** Names joined by commas. */
export const anyOfNames = (names: readonly string[], description: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 4000,
  pattern: `^(${names.join('|')})(,(${names.join('|')}))*$`,
  description
})

const described = FORMATS.flatMap(format => {
  const { description, title } = format
  const suffix = describedAt(format)
  return description && suffix ? [{ suffix, title, mediaType: description.mediaType }] : []
})

const FOLLOWED =
  '`.atom` and `.feed.json`: what each release changed in these rows, as a feed to follow, with filters, `fields`, `lang`, `limit`, `cursor` and `release`.'

const descriptionContent: Schema = Object.fromEntries(
  described.map(({ mediaType, title, suffix }) => [
    mediaType,
    {
      schema: component('ExportDescription', {
        type: 'object',
        maxProperties: 100,
        description: `What the export holds, for programs: ${title}. Only at \`${suffix}\`.`
      })
    }
  ])
)

const feedContent: Schema = {
  'application/atom+xml': {
    schema: component('AtomFeed', {
      type: 'string',
      maxLength: 100_000_000,
      pattern: '^<\\?xml',
      description: 'What each release changed in the rows. Only at `.atom`.'
    })
  },
  'application/feed+json': {
    schema: component('JsonFeed', {
      type: 'object',
      maxProperties: 20,
      description: 'What each release changed in the rows (JSON Feed 1.1). Only at `.feed.json`.'
    })
  }
}

/** What a list answers, and what it may fail with. */
const listAnswer = (description: string, content: Schema): Schema => ({
  200: { description, headers: responseHeaders(['list', 'export', 'language']), content },
  ...problemResponses('data')
})

const listOperation = (dataset: Dataset): Schema => ({
  operationId: `list${pascal(dataset.name)}`,
  summary: `List ${midSentence(dataset.title[0])}`,
  description: 'The rows that match, in pages; in another format all of them.',
  tags: [dataset.name],
  querystring: query({ ...filterParameters(dataset), ...commonParameters(dataset) }),
  response: listAnswer(`${dataset.title[0]}.`, {
    ...contentOf(listSchema(dataset)),
    ...descriptionContent,
    ...feedContent
  }),
  [RESPONSE]: ownName(dataset, 'list')
})

/** The same list with its format in the address, so that a spreadsheet or a link can ask for it. */
const exportOperation = (dataset: Dataset): Schema => ({
  ...listOperation(dataset),
  operationId: `export${pascal(dataset.name)}`,
  summary: `Download ${midSentence(dataset.title[0])}`,
  description: 'Whole unless `limit` is given; `Row-Count` tells the rows before the first byte.',
  params: {
    type: 'object',
    properties: {
      suffix: component('export.suffix', {
        ...suffix,
        enum: [...SUFFIXES, ...described.map(({ suffix }) => suffix), ...FEED_FORMATS.map(({ suffix }) => suffix)],
        description: `${suffix.description} ${FORMATS.map(({ name, title }) => `\`.${name}\`: ${title}`).join('; ')}. ${described.map(({ suffix, mediaType }) => `\`${suffix}\` describes the export of the same parameters (${mediaType})`).join('; ')}. ${FOLLOWED}`
      })
    }
  }
})

const aggregateOperation = (dataset: Dataset): Schema => ({
  operationId: `aggregate${pascal(dataset.name)}`,
  summary: `Count ${midSentence(dataset.title[0])} in groups`,
  description: 'The rows that match, counted and measured in groups.',
  tags: [dataset.name],
  querystring: query({ ...filterParameters(dataset), ...aggregateParameterSchemas(dataset) }),
  response: listAnswer(`${dataset.title[0]}, in groups.`, contentOf(aggregateSchema(dataset), AGGREGATE_FORMATS)),
  [RESPONSE]: ownName(dataset, 'aggregate')
})

const exportAggregateOperation = (dataset: Dataset): Schema => ({
  ...aggregateOperation(dataset),
  operationId: `exportAggregate${pascal(dataset.name)}`,
  summary: `Download counts of ${midSentence(dataset.title[0])}`,
  description: 'All groups, with the format in the address.',
  params: {
    type: 'object',
    properties: {
      suffix: component('aggregate.suffix', { ...suffix, enum: AGGREGATE_FORMATS.map(({ name }) => `.${name}`) })
    }
  }
})

function itemOperation(dataset: Dataset): Schema {
  const common = commonParameters(dataset)
  return {
    operationId: `get${dataset.typeName}`,
    summary: `Get ${dataset.row[0]}`,
    description: 'One row, by its id.',
    tags: [dataset.name],
    params: {
      type: 'object',
      properties: {
        id: component('id', {
          type: 'string',
          minLength: 1,
          maxLength: 130,
          pattern: `^[A-Za-z0-9_-]+(\\.(${FORMAT_NAMES.join('|')}))?$`,
          description: `The \`id\` of the row; with a suffix, in that format.`
        })
      }
    },
    querystring: query(Object.fromEntries(ITEM_PARAMETERS.map(name => [name, common[name]]))),
    response: {
      200: {
        description: `The row.`,
        headers: responseHeaders(['list', 'export', 'language']),
        content: contentOf(itemSchema(dataset))
      },
      301: { description: 'The id is spelt otherwise.', headers: responseHeaders(['redirect']), type: 'null' },
      ...problemResponses('item')
    }
  }
}

function schemaOperation(dataset: Dataset): Schema {
  return {
    operationId: `describe${pascal(dataset.name)}`,
    summary: `Columns of ${midSentence(dataset.title[0])}`,
    description: 'Every column with its type, meaning and allowed values, as a Table Schema (Data Package 2.0).',
    tags: [dataset.name],
    querystring: query({ lang: langParameter }),
    response: {
      200: {
        description: 'The data dictionary.',
        headers: responseHeaders(['list', 'language']),
        content: { 'application/json': { schema: dictionarySchema } }
      },
      ...problemResponses('document')
    },
    [RESPONSE]: 'dictionary'
  }
}

/** By the names that routes give. */
export const datasetOperations: Record<string, (dataset: Dataset) => Schema> = {
  list: listOperation,
  export: exportOperation,
  aggregate: aggregateOperation,
  exportAggregate: exportAggregateOperation,
  item: itemOperation,
  describe: schemaOperation
}
