/** Headers and problems as the OpenAPI document shows them. */
import { Type } from 'typebox'
import { PROBLEMS, type ProblemCode } from './problems.ts'

type Schema = Record<string, unknown>

const FaultSchema = Type.Object(
  {
    parameter: Type.Optional(
      Type.String({ description: 'The query parameter or header that is at fault.', minLength: 1, maxLength: 100 })
    ),
    detail: Type.String({ description: 'What is wrong with it.', minLength: 1, maxLength: 1000 }),
    allowed: Type.Optional(
      Type.Array(Type.String({ maxLength: 200 }), {
        description: 'What is allowed instead.',
        minItems: 1,
        maxItems: 400
      })
    ),
    nearest: Type.Optional(
      Type.Array(Type.String({ maxLength: 500 }), {
        description: 'What was perhaps meant, the nearest first.',
        minItems: 1,
        maxItems: 5
      })
    )
  },
  { title: 'Fault', additionalProperties: false, description: 'One fault of the request.' }
)

const ProblemSchema = Type.Object(
  {
    type: Type.String({
      format: 'uri',
      description: 'A page that explains this kind of problem.',
      minLength: 1,
      maxLength: 500
    }),
    title: Type.String({ description: 'The kind of problem in a few words.', minLength: 1, maxLength: 200 }),
    status: Type.Integer({ description: 'The HTTP status.', minimum: 400, maximum: 599, format: 'int32' }),
    detail: Type.String({ description: 'What happened to this request.', minLength: 1, maxLength: 2000 }),
    instance: Type.String({
      format: 'uri-reference',
      description: 'This occurrence: the id of the request, as in Request-Id and in the log.',
      minLength: 1,
      maxLength: 200
    }),
    code: Type.Enum(Object.keys(PROBLEMS), { description: 'The kind of problem for programs; it never changes.' }),
    errors: Type.Optional(
      Type.Array(FaultSchema, { description: 'Every fault that was found, all at once.', minItems: 1, maxItems: 100 })
    )
  },
  { title: 'Problem', additionalProperties: false, description: 'Why a request failed (RFC 9457).' }
)

const text = (description: string, example: string, maxLength = 500): Schema => ({
  type: 'string',
  description,
  minLength: 1,
  maxLength,
  pattern: '^[ -~]+$',
  examples: [example]
})

const always = {
  'API-Version': { ...text('Version of the API (semantic versioning).', '1.0.0', 20), pattern: '^\\d+\\.\\d+\\.\\d+$' },
  'Access-Control-Allow-Origin': {
    type: 'string',
    description: 'Every origin may read.',
    enum: ['*'],
    examples: ['*']
  },
  'Cache-Control': text('How long the answer may be kept.', 'public, max-age=300'),
  'Request-Id': text('Names this request in the log.', 'req-1', 100),
  RateLimit: text('Requests left, and seconds until all are there again.', '"default";r=1199;t=60'),
  'RateLimit-Policy': text('Requests a client may make, and in how many seconds.', '"default";q=1200;w=60')
}

const sets = {
  list: {
    ETag: text('Changes whenever the bytes change.', '"q1w2e3r4t5y6u7i8o9p0a1-br"'),
    'Last-Modified': text('When the release was published.', 'Tue, 24 Nov 2026 00:00:00 GMT', 40),
    Link: {
      ...text(
        'Neighbouring pages, other formats, dictionary, licence (RFC 8288).',
        '</v1/members>; rel="first"',
        40_000
      )
    },
    'Data-Release': { ...text('The release that answers.', '2016-12', 60) }
  },
  export: {
    'Row-Count': {
      type: 'integer',
      format: 'int32',
      minimum: 0,
      maximum: 2147483647,
      description: 'Rows in an export, known before its first byte.',
      examples: [91]
    },
    'Content-Disposition': text('A speaking file name for an export.', 'attachment; filename="ogp-members-2016-12.csv"')
  },
  citation: {
    'Content-Disposition': text(
      'The name of a file for a reference manager.',
      'attachment; filename="ogp-open-data-members-2016-12.bib"'
    )
  },
  file: {
    ETag: text('Names the bytes.', '"q1w2e3r4t5y6u7i8o9p0a1"'),
    'Last-Modified': text('When the release was published.', 'Tue, 24 Nov 2026 00:00:00 GMT', 40),
    'Data-Release': { ...text('The release the file belongs to.', '2016-12', 60) },
    'Repr-Digest': text(
      'SHA-256 of the whole file (RFC 9530).',
      'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
      100
    ),
    'Accept-Ranges': { ...text('Parts of the file can be asked for.', 'bytes', 20), enum: ['bytes'] },
    'Content-Disposition': text('The name of the file.', 'attachment; filename="commitments.csv"')
  },
  language: {
    'Content-Language': {
      ...text('The language of labels and explanations, where the answer holds any.', 'en', 10),
      pattern: '^[a-z]{2}$'
    }
  },
  range: { 'Content-Range': text('Which bytes these are.', 'bytes 0-99/12345', 100) },
  redirect: { Location: { ...text('The address with the id as we spell it.', '/v1/members/CL', 8000), pattern: '^/' } },
  retry: {
    'Retry-After': {
      type: 'integer',
      format: 'int32',
      minimum: 0,
      maximum: 3600,
      description: 'Seconds to wait.',
      examples: [5]
    }
  },
  allow: { Allow: text('The methods there are.', 'GET, HEAD, OPTIONS') }
}

/** The headers of a response: those of every answer, and the named sets. */
export const responseHeaders = (names: readonly (keyof typeof sets)[]): Schema =>
  Object.assign({}, always, ...names.map(name => sets[name]))

/** What an address may fail with, beside what is the same for all. */
export const ENDPOINT_PROBLEMS = {
  list: ['invalid-request', 'not-acceptable', 'gone', 'service-unavailable'],
  item: ['invalid-request', 'not-found', 'not-acceptable', 'gone', 'service-unavailable'],
  document: ['invalid-request', 'service-unavailable']
} as const satisfies Record<string, readonly ProblemCode[]>

const content = { 'application/problem+json': { schema: ProblemSchema } }

/** The problem responses of an operation, by status; `default` stands for every other. */
export function problemResponses(codes: readonly ProblemCode[]): Schema {
  const all: ProblemCode[] = [...codes, 'too-many-requests', 'internal-error']
  const responses = all.map(code => {
    const { status, title } = PROBLEMS[code]
    const extra = status === 429 || status === 503 ? (['retry'] as const) : []
    return [status, { description: `${title}.`, headers: responseHeaders(extra), content }]
  })
  return {
    ...Object.fromEntries(responses),
    304: {
      description: 'Nothing changed since the ETag that was sent.',
      headers: responseHeaders(['list']),
      type: 'null'
    },
    default: { description: 'Any other problem.', headers: responseHeaders([]), content }
  }
}
