/** What the OpenAPI document says of releases. */
import { type Endpoint, PAGE, problemResponses, responseHeaders } from '../responses.ts'
import { address, amount, array, component, line, moment, object, type Schema } from '../schema.ts'

const NAME = '^[A-Za-z0-9_-]+$'
const FILE_NAME = '^[A-Za-z0-9_-]+(\\.[a-z0-9]+)?$'
const releaseId = (description: string): Schema => ({ ...line(description, 60), pattern: NAME })

const releaseProperties: Schema = {
  id: releaseId('Name of the release, for `release=`.'),
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
  sources: array('What it was made from.', line('An id of /sources, or a file name.', 500), 1),
  current: { type: 'boolean', description: 'Whether it answers where no release is named.' },
  url: address('This release.'),
  changes: address('What changed since the release before; absent for the first.')
}
const sometimes = ['note', 'dropped_at', 'sources', 'changes']

const fileSchema = object('ReleaseFile', 'A file that holds a release or a part of it.', {
  name: { ...line('File name.', 100), pattern: FILE_NAME },
  title: line('What it is.'),
  media_type: { ...line('Media type.', 100), pattern: '^[a-z]+/[a-z0-9.+-]+$' },
  bytes: amount('Size.', 'int64'),
  sha256: { ...line('SHA-256 of the bytes, in hexadecimal.', 64), pattern: '^[0-9a-f]{64}$', minLength: 64 },
  url: address('Where it is.')
})

const release = object('Release', 'A state of all data that never changes.', releaseProperties, sometimes)

const wholeRelease = object(
  'WholeRelease',
  'A release with what it holds.',
  {
    ...releaseProperties,
    rows: {
      type: 'object',
      description:
        'Rows by dataset, and by list of a dataset, whose values have a file of their own; absent in a dropped release.',
      minProperties: 1,
      maxProperties: 1000,
      patternProperties: { '^[a-z][a-z0-9-]*$': amount('Rows.') },
      additionalProperties: false
    },
    files: array('Files with all of it; absent in a dropped release.', fileSchema)
  },
  [...sometimes, 'rows', 'files']
)

const MEDIA_TYPES = [
  'application/zip',
  'application/vnd.sqlite3',
  'application/vnd.apache.parquet',
  'application/json',
  'text/csv',
  'text/markdown',
  'text/plain'
]

const bytes = {
  type: 'string',
  maxLength: 2_000_000_000,
  pattern: '^[\\s\\S]*$',
  description: 'The bytes of the file.'
}
const fileContent = Object.fromEntries(
  MEDIA_TYPES.map(type => [
    type,
    { schema: type === 'application/json' ? { type: 'object', maxProperties: 100, description: 'The file.' } : bytes }
  ])
)

const operation = (operationId: string, summary: string, description: string, content: Schema, endpoint: Endpoint) => ({
  operationId,
  summary,
  description,
  tags: ['service'],
  querystring: { type: 'object', additionalProperties: false, properties: {} },
  response: {
    200: { description: `${summary}.`, headers: responseHeaders([]), content },
    ...problemResponses(endpoint)
  }
})

const json = (schema: Schema): Schema => ({ 'application/json': { schema }, 'text/html': { schema: PAGE } })
const id = component('releases.id', releaseId('Name of the release.'))

/** By the names that routes give. */
export const releaseOperations: Record<string, () => Schema> = {
  listReleases: () =>
    operation(
      'listReleases',
      'Releases of the data',
      'All releases, the newest first; each can be asked for with `release=` for ever, unless it was dropped.',
      json(object('ReleaseList', 'All releases.', { data: array('The releases, the newest first.', release) })),
      'document'
    ),
  releaseFeed: () => ({
    ...operation(
      'releaseFeed',
      'Feed of releases',
      'The published releases as an Atom feed (RFC 4287), the newest first.',
      {
        'application/atom+xml': {
          schema: { type: 'string', maxLength: 10_000_000, pattern: '^<\\?xml', description: 'The feed.' }
        }
      },
      'document'
    ),
    params: { type: 'object', properties: { suffix: { type: 'string', enum: ['.atom'], description: 'The format.' } } }
  }),
  getRelease: () => ({
    ...operation(
      'getRelease',
      'Get a release',
      'One release, with its rows by dataset and the files that hold all of it. Files are made on the first request for them; 503 with `Retry-After` while that takes long.',
      json(object('ReleaseItem', 'One release.', { data: wholeRelease })),
      'named'
    ),
    params: { type: 'object', properties: { id } }
  }),
  getReleaseFile: () => {
    const whole = operation(
      'getReleaseFile',
      'Download a file of a release',
      'All datasets as one zip of CSV files or as one SQLite database; each dataset as CSV and as Parquet, and each list of a dataset as one more table with a row for each value; the description of all columns (Data Package 2.0). The bytes never change; ranges of them can be asked for, and `Repr-Digest` is that of the whole file.',
      fileContent,
      'file'
    )
    const headers = responseHeaders(['file'])
    return {
      ...whole,
      params: {
        type: 'object',
        properties: {
          id,
          file: { ...line('Name of the file, as the release lists it.', 200), pattern: FILE_NAME }
        }
      },
      response: {
        ...whole.response,
        200: { description: 'The file.', headers, content: fileContent },
        206: {
          description: 'A part of the file.',
          headers: responseHeaders(['file', 'range']),
          content: Object.fromEntries(
            MEDIA_TYPES.filter(type => type !== 'application/json').map(type => [type, { schema: bytes }])
          )
        }
      }
    }
  }
}
