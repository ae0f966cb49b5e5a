/** Headers and problems as the OpenAPI document shows them. */
import { Type } from 'typebox'
import { PROBLEMS, type ProblemCode } from '../src/http/errors/problems.ts'
import { COMPONENT, type Schema } from './schema.ts'

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

const STATUS = 'The HTTP status.'
const CODE = 'The kind of problem for programs; it never changes.'

const ProblemSchema = Type.Object(
  {
    type: Type.String({
      format: 'uri',
      description: 'A page that explains this kind of problem.',
      minLength: 1,
      maxLength: 500
    }),
    title: Type.String({ description: 'The kind of problem in a few words.', minLength: 1, maxLength: 200 }),
    status: Type.Integer({ description: STATUS, minimum: 400, maximum: 599, format: 'int32' }),
    detail: Type.String({ description: 'What happened to this request.', minLength: 1, maxLength: 2000 }),
    instance: Type.String({
      format: 'uri-reference',
      description: 'This occurrence: the id of the request, as in Request-Id and in the log.',
      minLength: 1,
      maxLength: 200
    }),
    code: Type.Enum(Object.keys(PROBLEMS), { description: CODE }),
    errors: Type.Optional(
      Type.Array(FaultSchema, { description: 'Every fault that was found, all at once.', minItems: 1, maxItems: 100 })
    )
  },
  { title: 'Problem', additionalProperties: false, description: 'Why a request failed (RFC 9457).' }
)

/** For whoever prefers HTML to JSON. */
export const PAGE: Schema = {
  [COMPONENT]: 'Page',
  type: 'string',
  description: 'The same as a page.',
  pattern: '^<!doctype html>',
  maxLength: 1_000_000
}

const text = (description: string, example: string, maxLength = 500): Schema => ({
  type: 'string',
  description,
  maxLength,
  pattern: '^[ -~]+$',
  examples: [example]
})

/** Every header of an answer; one of a name means the same wherever it comes. */
const HEADERS = {
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
  'RateLimit-Policy': text('Requests a client may make, and in how many seconds.', '"default";q=1200;w=60'),
  ETag: text('Changes whenever the bytes change.', '"q1w2e3r4t5y6u7i8o9p0a1-br"'),
  'Last-Modified': text('When the release was published.', 'Tue, 24 Nov 2026 00:00:00 GMT', 40),
  Link: text(
    'Neighbouring pages, other formats, dictionary, licence (RFC 8288).',
    '</v1/members>; rel="first"',
    40_000
  ),
  'Data-Release': text('The release that answers, or that a file belongs to.', '2016-12', 60),
  'Row-Count': {
    type: 'integer',
    format: 'int32',
    minimum: 0,
    maximum: 2147483647,
    description: 'Rows in an export, known before its first byte.',
    examples: [91]
  },
  'Content-Disposition': text('A descriptive file name.', 'attachment; filename="ogp-members-2016-12.csv"'),
  'Content-Language': {
    ...text('The language of labels and explanations, where the answer holds any.', 'en', 10),
    pattern: '^[a-z]{2}$'
  },
  'Repr-Digest': text(
    'SHA-256 of the whole file (RFC 9530).',
    'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
    100
  ),
  'Accept-Ranges': { ...text('Parts of the file can be asked for.', 'bytes', 20), enum: ['bytes'] },
  'Content-Range': text('Which bytes these are.', 'bytes 0-99/12345', 100),
  Location: { ...text('The address with the id as we spell it.', '/v1/members/CL', 8000), pattern: '^/' },
  'Retry-After': {
    type: 'integer',
    format: 'int32',
    minimum: 0,
    maximum: 3600,
    description: 'Seconds to wait.',
    examples: [5]
  }
} as const satisfies Record<string, Schema>

const always = [
  'API-Version',
  'Access-Control-Allow-Origin',
  'Cache-Control',
  'Request-Id',
  'RateLimit',
  'RateLimit-Policy'
] as const

const sets = {
  list: ['ETag', 'Last-Modified', 'Link', 'Data-Release'],
  export: ['Row-Count', 'Content-Disposition'],
  citation: ['Content-Disposition'],
  document: ['ETag'],
  file: ['ETag', 'Last-Modified', 'Data-Release', 'Repr-Digest', 'Accept-Ranges', 'Content-Disposition'],
  language: ['Content-Language'],
  range: ['Content-Range'],
  redirect: ['Location'],
  retry: ['Retry-After']
} as const satisfies Record<string, readonly (keyof typeof HEADERS)[]>

/** The headers of a response: those of every answer, and the named sets. */
export const responseHeaders = (names: readonly (keyof typeof sets)[]): Schema =>
  Object.fromEntries([...always, ...names.flatMap(name => sets[name])].map(name => [name, HEADERS[name]]))

/** What an address may fail with, beside what is the same for all. Each kind has a response of its own for the rest. */
const ENDPOINTS = {
  /** Rows. */
  data: { own: [], rest: 'DataProblem', codes: ['not-acceptable', 'gone', 'precondition-failed'] },
  /** One row. */
  item: { own: ['not-found'], rest: 'DataProblem', codes: ['not-acceptable', 'gone', 'precondition-failed'] },
  /** Anything else. */
  document: { own: [], rest: 'OtherProblem', codes: ['precondition-failed'] },
  /** Anything else that has a name. */
  named: { own: ['not-found'], rest: 'OtherProblem', codes: ['precondition-failed'] },
  file: { own: ['not-found'], rest: 'FileProblem', codes: ['gone', 'precondition-failed', 'range-not-satisfiable'] },
  form: { own: [], rest: 'FormProblem', codes: ['payload-too-large', 'unsupported-media-type'] }
} as const satisfies Record<string, { own: readonly ProblemCode[]; rest: string; codes: readonly ProblemCode[] }>

export type Endpoint = keyof typeof ENDPOINTS

/** What every address may fail with. */
const EVERYWHERE = [
  'request-timeout',
  'uri-too-long',
  'too-many-requests',
  'headers-too-large',
  'internal-error',
  'service-unavailable',
  'query-timeout'
] as const satisfies readonly ProblemCode[]

const RESPONSE_NAMES: Record<string, string> = {
  301: 'Redirect',
  304: 'NotModified',
  400: 'InvalidRequest',
  404: 'NotFound'
}

/** The name that an answer to any operation of a kind has among the components; that to a success is the operation's. */
export const responseName = (status: string, description: string): string | undefined =>
  RESPONSE_NAMES[status] ??
  (status === 'default' ? Object.values(ENDPOINTS).find(({ codes }) => restOf(codes) === description)?.rest : undefined)

/** The problems that have no response of their own: which there are, by their statuses. */
const restOf = (codes: readonly ProblemCode[]): string => {
  const told = [...codes, ...EVERYWHERE].map(code => `\`${PROBLEMS[code].status}\` ${PROBLEMS[code].title}.`)
  return ['Any other problem.', ...told].join(' ')
}

/** The problem that a response is shown with: its own, or the first of those it stands for. */
export const problemOf = (name: string): ProblemCode | undefined => {
  const own = Object.values(ENDPOINTS).flatMap(({ own }) => own)
  const named = (['invalid-request', ...own] as const).find(code => RESPONSE_NAMES[PROBLEMS[code].status] === name)
  if (named) return named
  const endpoint = Object.values(ENDPOINTS).find(({ rest }) => rest === name)
  return endpoint && (endpoint.codes[0] ?? 'too-many-requests')
}

const problem = (codes: readonly ProblemCode[]): Schema => ({
  type: 'object',
  allOf: [ProblemSchema],
  properties: {
    status: { enum: [...new Set(codes.map(code => PROBLEMS[code].status))], description: STATUS },
    code: { enum: [...codes], description: 'Which problem it is.' }
  }
})

const failure = (description: string, codes: readonly ProblemCode[], headers: readonly (keyof typeof sets)[] = []) => ({
  description,
  headers: responseHeaders(headers),
  content: { 'application/problem+json': { schema: problem(codes) }, 'text/html': { schema: PAGE } }
})

/** Every answer of an address but success; `default` stands for the statuses that its description lists. */
export function problemResponses(kind: Endpoint): Schema {
  const { own, codes } = ENDPOINTS[kind]
  const named = (['invalid-request', ...own] as const).map(code => [
    PROBLEMS[code].status,
    failure(`${PROBLEMS[code].title}.`, [code])
  ])
  return {
    ...Object.fromEntries(named),
    304: {
      description: 'Nothing changed since the ETag that was sent.',
      headers: responseHeaders(['list']),
      type: 'null'
    },
    default: failure(restOf(codes), [...codes, ...EVERYWHERE], ['retry'])
  }
}
