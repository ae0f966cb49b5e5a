/** What the OpenAPI document says of the addresses that are no dataset. */
import { problemResponses, responseHeaders } from '../responses.ts'
import { line, moment, object, type Schema } from '../schema.ts'

const statusSchema = object('Status', 'How the service is.', {
  status: { type: 'string', enum: ['ok', 'unavailable'], description: 'Whether data can be read.' },
  version: { ...line('Version of the API.', 20), pattern: '^\\d+\\.\\d+\\.\\d+$' },
  release: { ...line('The newest release.', 60), pattern: '^[A-Za-z0-9_-]+$' },
  release_date: { ...line('The day it speaks of.', 10), format: 'date' },
  published_at: moment('When it was published here.'),
  started_at: moment('When this process started.')
})

const operation = (operationId: string, summary: string, description: string, schema: Schema): Schema => ({
  operationId,
  summary,
  description,
  tags: ['service'],
  querystring: { type: 'object', additionalProperties: false, properties: {} },
  response: {
    200: { description: `${summary}.`, headers: responseHeaders([]), content: { 'application/json': { schema } } },
    ...problemResponses('document')
  }
})

/** By the names that routes give. */
export const serviceOperations: Record<string, () => Schema> = {
  serviceStatus: () =>
    operation(
      'serviceStatus',
      'State of the service',
      'Which release answers, and whether the database can be read.',
      statusSchema
    )
}
