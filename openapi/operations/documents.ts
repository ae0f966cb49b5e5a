/** What the OpenAPI document says of itself. */
import { DATASETS } from '../../src/v1/index.ts'
import { langParameter, query } from '../datasets/parameters.ts'
import { problemResponses, responseHeaders } from '../responses.ts'
import { line, type Schema } from '../schema.ts'

const document: Schema = {
  type: 'object',
  description: 'An OpenAPI 3.1 document; its server is the address it was asked at.',
  maxProperties: 100
}

const operation = (operationId: string, summary: string, description: string, params: Schema, content: Schema) => ({
  operationId,
  summary,
  description,
  tags: ['service'],
  params: { type: 'object', properties: params },
  querystring: query({ lang: langParameter }),
  response: {
    200: { description: 'The document.', headers: responseHeaders(['document', 'language']), content },
    ...problemResponses(operationId === 'openapi' ? 'document' : 'named')
  }
})

const json = { 'application/json': { schema: document } }
const suffix = (...values: string[]): Schema => ({ type: 'string', enum: values, description: 'The format.' })

/** Groups that are no dataset. */
export const OTHER_GROUPS = ['reconcile', 'service']

/** By the names that routes give. */
export const documentOperations: Record<string, () => Schema> = {
  openapi: () =>
    operation(
      'openapi',
      'This document',
      'Every address, parameter and property of the API.',
      { suffix: suffix('.json', '.yaml') },
      {
        ...json,
        'application/yaml': { schema: { ...line('The same as YAML.', 10_000_000), pattern: '^openapi: 3' } }
      }
    ),
  openapiGroup: () =>
    operation(
      'openapiGroup',
      'This document for one dataset',
      'The addresses of one dataset with all that they refer to: a document by itself, small enough to be read whole.',
      {
        group: {
          type: 'string',
          enum: [...DATASETS.map(({ name }) => name), ...OTHER_GROUPS],
          description: 'The dataset, or another group of addresses.'
        },
        suffix: suffix('.json')
      },
      json
    )
}
