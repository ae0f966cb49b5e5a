/** What the OpenAPI document says of a dataset's addresses; made from the definition alone. */
import { ENDPOINT_PROBLEMS, problemResponses, responseHeaders } from '../http/documented.ts'
import { AGGREGATE_WORDS, aggregateParameterSchemas, aggregateSchema } from './aggregate-schema.ts'
import type { Dataset } from './dataset.ts'
import { dictionarySchema } from './dictionary.ts'
import { describedAt, FORMAT_NAMES, FORMATS } from './formats.ts'
import { midSentence } from './language.ts'
import { commonParameters, filterParameter, langParameter, query } from './parameters.ts'
import { ITEM_PARAMETERS } from './query.ts'
import { ANY_TEXT, itemSchema, listSchema, pascal, type Schema, typeName } from './schemas.ts'

const lineText = {
  type: 'string',
  maxLength: 2_000_000_000,
  pattern: ANY_TEXT,
  description: 'Text of the whole export.'
}
const bytes = { ...lineText, pattern: '^[\\s\\S]*$', description: 'The bytes of the file.' }

/** What each format holds; `json` is what its JSON does. */
export const contentOf = (json: Schema): Schema =>
  Object.fromEntries(
    FORMATS.map(({ mediaType, copy, binary }) => [mediaType, { schema: binary ? bytes : copy ? lineText : json }])
  )

export const suffixParameter: Schema = {
  suffix: {
    type: 'string',
    enum: FORMATS.map(({ name }) => `.${name}`),
    description: 'The format; it wins over `format` and the Accept header.'
  }
}

/** Names joined by commas. */
export const anyOfNames = (names: readonly string[], description: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 4000,
  pattern: `^(${names.join('|')})(,(${names.join('|')}))*$`,
  description
})

const filterParameters = (dataset: Dataset): Schema =>
  Object.fromEntries(Object.entries(dataset.filters).map(([name, filter]) => [name, filterParameter(filter)]))

const listResponses = (dataset: Dataset, more: Schema = {}): Schema => ({
  200: {
    description: `${dataset.title[0]}.`,
    headers: responseHeaders(['list', 'export', 'language']),
    content: { ...contentOf(listSchema(dataset)), ...more }
  },
  ...problemResponses(ENDPOINT_PROBLEMS.list)
})

const listOperation = (dataset: Dataset): Schema => ({
  operationId: `list${pascal(dataset.name)}`,
  summary: `List ${midSentence(dataset.title[0])}`,
  description: dataset.description[0],
  tags: [dataset.name],
  querystring: query({ ...filterParameters(dataset), ...commonParameters(dataset) }),
  response: listResponses(dataset)
})

const described = FORMATS.flatMap(format => {
  const { description, title } = format
  const suffix = describedAt(format)
  return description && suffix ? [{ suffix, title, mediaType: description.mediaType }] : []
})

const descriptionContent: Schema = Object.fromEntries(
  described.map(({ mediaType, title }) => [
    mediaType,
    { schema: { type: 'object', maxProperties: 100, description: `What the export holds, for programs: ${title}.` } }
  ])
)

const exportSuffix: Schema = {
  suffix: {
    ...(suffixParameter.suffix as Schema),
    enum: [...FORMATS.map(({ name }) => `.${name}`), ...described.map(({ suffix }) => suffix)]
  }
}

/** The same list with its format in the address, so that a spreadsheet or a link can ask for it. */
const exportOperation = (dataset: Dataset): Schema => ({
  operationId: `export${pascal(dataset.name)}`,
  summary: `Download ${midSentence(dataset.title[0])}`,
  description: `${FORMATS.map(({ name, title }) => `\`.${name}\`: ${title}`).join('; ')}. An export is whole unless \`limit\` is given; \`Row-Count\` tells its rows before the first byte. ${described.map(({ suffix, mediaType }) => `\`${suffix}\` describes the export of the same parameters (${mediaType})`).join('; ')}. ${dataset.description[0]}`,
  tags: [dataset.name],
  params: {
    type: 'object',
    properties: exportSuffix
  },
  querystring: query({ ...filterParameters(dataset), ...commonParameters(dataset) }),
  response: listResponses(dataset, descriptionContent)
})

const aggregateOperation = (dataset: Dataset): Schema => ({
  operationId: `aggregate${pascal(dataset.name)}`,
  summary: `Count ${midSentence(dataset.title[0])} in groups`,
  description: AGGREGATE_WORDS,
  tags: [dataset.name],
  querystring: query({ ...filterParameters(dataset), ...aggregateParameterSchemas(dataset) }),
  response: {
    200: {
      description: `${dataset.title[0]}, in groups.`,
      headers: responseHeaders(['list', 'export', 'language']),
      content: contentOf(aggregateSchema(dataset))
    },
    ...problemResponses(ENDPOINT_PROBLEMS.list)
  }
})

const exportAggregateOperation = (dataset: Dataset): Schema => ({
  ...aggregateOperation(dataset),
  operationId: `exportAggregate${pascal(dataset.name)}`,
  summary: `Download counts of ${midSentence(dataset.title[0])}`,
  params: { type: 'object', properties: suffixParameter }
})

function itemOperation(dataset: Dataset): Schema {
  const common = commonParameters(dataset)
  return {
    operationId: `get${typeName(dataset)}`,
    summary: `Get ${dataset.row[0]}`,
    description: dataset.description[0],
    tags: [dataset.name],
    params: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
          minLength: 1,
          maxLength: 130,
          pattern: `^[A-Za-z0-9_-]+(\\.(${FORMAT_NAMES.join('|')}))?$`,
          description: `The \`id\` of the row; with a suffix, in that format.`
        }
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
      ...problemResponses(ENDPOINT_PROBLEMS.item)
    }
  }
}

function schemaOperation(dataset: Dataset): Schema {
  return {
    operationId: `describe${pascal(dataset.name)}`,
    summary: `Columns of ${midSentence(dataset.title[0])}`,
    description:
      'The data dictionary: every column with its type, meaning and allowed values, as a Table Schema (Data Package 2.0).',
    tags: [dataset.name],
    querystring: query({ lang: langParameter }),
    response: {
      200: {
        description: 'The data dictionary.',
        headers: responseHeaders(['list', 'language']),
        content: { 'application/json': { schema: dictionarySchema } }
      },
      ...problemResponses(ENDPOINT_PROBLEMS.document)
    }
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
