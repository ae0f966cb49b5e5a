/** What the OpenAPI document says of the addresses that are no dataset. */
import { ENDPOINT_PROBLEMS, problemResponses, responseHeaders } from '../http/documented.ts'

type Schema = Record<string, unknown>

const object = (title: string, description: string, properties: Schema, optional: readonly string[] = []): Schema => ({
  type: 'object',
  title,
  description,
  additionalProperties: false,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  properties
})
const line = (description: string, maxLength = 2000): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  description
})
const address = (description: string): Schema => ({ ...line(description), format: 'uri' })
const moment = (description: string): Schema => ({ ...line(description, 40), format: 'date-time' })

const releaseSchema = object(
  'Release',
  'A state of all data that never changes.',
  {
    id: { ...line('Name of the release, for `release=`.', 60), pattern: '^[A-Za-z0-9_-]+$' },
    title: line('What it holds.'),
    note: line('What else has to be known; absent when nothing has.'),
    date: { ...line('The day it speaks of.', 10), format: 'date' },
    status: {
      type: 'string',
      enum: ['published', 'dropped'],
      description: 'A dropped release answers 410 and stays listed.'
    },
    published_at: moment('When it was published here.'),
    dropped_at: moment('When it was dropped; absent while it is published.'),
    sources: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: line('An id of /sources, or a file name.', 500),
      description: 'What it was made from.'
    },
    current: { type: 'boolean', description: 'Whether it answers where no release is named.' },
    url: address('This release.')
  },
  ['note', 'dropped_at', 'sources']
)

const statusSchema = object('Status', 'How the service is.', {
  status: { type: 'string', enum: ['ok', 'unavailable'], description: 'Whether data can be read.' },
  version: { ...line('Version of the API.', 20), pattern: '^\\d+\\.\\d+\\.\\d+$' },
  release: { ...line('The newest release.', 60), pattern: '^[A-Za-z0-9_-]+$' },
  release_date: { ...line('The day it speaks of.', 10), format: 'date' },
  published_at: moment('When it was published here.'),
  started_at: moment('When this process started.')
})

const operation = (
  operationId: string,
  summary: string,
  description: string,
  schema: Schema,
  problems: readonly Parameters<typeof problemResponses>[0][number][]
): Schema => ({
  operationId,
  summary,
  description,
  tags: ['service'],
  querystring: { type: 'object', additionalProperties: false, properties: {} },
  response: {
    200: { description: `${summary}.`, headers: responseHeaders([]), content: { 'application/json': { schema } } },
    ...problemResponses(problems)
  }
})

const releaseList = object('ReleaseList', 'All releases.', {
  data: {
    type: 'array',
    minItems: 0,
    maxItems: 10_000,
    items: releaseSchema,
    description: 'The releases, the newest first.'
  }
})

/** By the names that routes give. */
export const serviceOperations: Record<string, () => Schema> = {
  listReleases: () =>
    operation(
      'listReleases',
      'Releases of the data',
      'All releases, the newest first; each can be asked for with `release=` for ever, unless it was dropped.',
      releaseList,
      ENDPOINT_PROBLEMS.document
    ),
  getRelease: () => ({
    ...operation(
      'getRelease',
      'Get a release',
      'One release.',
      object('ReleaseItem', 'One release.', { data: releaseSchema }),
      [...ENDPOINT_PROBLEMS.document, 'not-found']
    ),
    params: { type: 'object', properties: { id: { ...line('Name of the release.', 60), pattern: '^[A-Za-z0-9_-]+$' } } }
  }),
  serviceStatus: () =>
    operation(
      'serviceStatus',
      'State of the service',
      'Which release answers, and whether the database can be read.',
      statusSchema,
      ENDPOINT_PROBLEMS.document
    )
}
