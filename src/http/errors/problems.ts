/** Every way to fail, in one list, and what a failure says (RFC 9457). */

/** Stable codes. Their explanations are the pages that `type` leads to. */
export const PROBLEMS = {
  'invalid-request': {
    status: 400,
    title: 'The request cannot be understood',
    explanation:
      'One or more parameters are unknown or hold a value that is not allowed. Nothing is ever ignored or guessed. `errors` lists every fault at once, with the values that are allowed and the names that come nearest to what was sent.'
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    explanation:
      'The path names no dataset, or the id no row of this release. `errors` names the nearest that exist. A row that ended is still found in the release it belonged to: add `release=`.'
  },
  'method-not-allowed': {
    status: 405,
    title: 'This service is read-only',
    explanation:
      'Only GET, HEAD and OPTIONS are understood; POST at /v1/reconcile and /mcp alone, where it asks and writes nothing. `Allow` lists them.'
  },
  'not-acceptable': {
    status: 406,
    title: 'None of the accepted formats is available',
    explanation:
      'The `Accept` header fits no format of this address. `errors` lists the media types there are. Without the header you get JSON; a suffix (`.csv`) or `format=csv` works as well.'
  },
  'request-timeout': {
    status: 408,
    title: 'The request did not arrive in time',
    explanation:
      'Address and headers must be there within 15 seconds, a body within 30. The connection was closed; nothing was done.'
  },
  gone: {
    status: 410,
    title: 'This release was withdrawn',
    explanation:
      'The release existed and was withdrawn by its publisher. It stays listed in /v1/releases, with the date it was withdrawn. A cursor that was made in it ends too: start again from the first page.'
  },
  'precondition-failed': {
    status: 412,
    title: 'The data are not those that were named',
    explanation:
      '`If-Match` names other bytes than there are now, or they changed after the date of `If-Unmodified-Since`. Ask again without the condition, or name the release you mean: `release=` in the address always gives the same rows.'
  },
  'payload-too-large': {
    status: 413,
    title: 'The request body is too large',
    explanation:
      'This service is read-only. Only /v1/reconcile and /mcp take a body: a form of at most 256 kB with at most 50 queries or 500 ids, and a message of at most 32 kB.'
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The request body is of another type',
    explanation:
      'Only /v1/reconcile and /mcp take a body: `application/x-www-form-urlencoded` the first, `application/json` the second.'
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    explanation:
      'Addresses may be 16 kB long together with the headers. Ask for a range, or for all and filter afterwards.'
  },
  'range-not-satisfiable': {
    status: 416,
    title: 'The file does not hold these bytes',
    explanation:
      'The `Range` header asks for bytes beyond the end of the file. `Content-Range` tells how many there are.'
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    explanation:
      '`RateLimit-Policy` tells how many requests a client may make in a minute, `RateLimit` how many are left, `Retry-After` how many seconds to wait. 32 requests of one client are answered at once. A client of IPv6 is its network (/64). An export (`.csv`, `.xlsx`, `.ndjson`) holds a whole dataset in one request.'
  },
  'headers-too-large': {
    status: 431,
    title: 'The request headers are too large',
    explanation: 'Headers and address together may be 16 kB long.'
  },
  'internal-error': {
    status: 500,
    title: 'The service failed',
    explanation: 'This is a fault of ours. It was logged under the `instance` of this answer; please report it.'
  },
  'service-unavailable': {
    status: 503,
    title: 'The service cannot answer just now',
    explanation:
      'The database cannot be reached, too much is under way already, or the service is stopping. `Retry-After` tells when to try again.'
  },
  'query-timeout': {
    status: 503,
    title: 'The query took too long',
    explanation:
      'The query was stopped at its time limit. Narrow it with a filter, or download an export and work on it.'
  }
} as const

export type ProblemCode = keyof typeof PROBLEMS

/** One fault of a request. */
export type Fault = {
  /** The query parameter or header that is at fault. */
  parameter?: string
  detail: string
  /** What is allowed instead. */
  allowed?: string[]
  /** What was perhaps meant, the nearest first. */
  nearest?: string[]
}

/** The body of a failed request. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: ProblemCode
  errors?: Fault[]
}

/** A way on, for people. */
export type Way = { href: string; text: string }

type Details = { errors?: Fault[]; ways?: readonly Way[]; headers?: Record<string, string>; cause?: unknown }

/** A failure with a public face. Everything else that is thrown is a bare 500. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly errors: readonly Fault[]
  readonly ways: readonly Way[]
  readonly headers: Record<string, string>
  constructor(code: ProblemCode, detail: string, { errors = [], ways = [], headers = {}, cause }: Details = {}) {
    super(detail, { cause })
    this.code = code
    this.errors = errors
    this.ways = ways
    this.headers = headers
  }
}

const RETRY_SECONDS = '5'
export const unavailable = (detail: string, cause?: unknown): Problem =>
  new Problem('service-unavailable', detail, { headers: { 'retry-after': RETRY_SECONDS }, cause })

/** The body of a problem; `origin` is where its explanation can be read. */
export const problemBody = (problem: Problem, origin: string, instance: string): ProblemBody => {
  const { status, title } = PROBLEMS[problem.code]
  return {
    type: `${origin}/docs/problems/${problem.code}`,
    title,
    status,
    detail: problem.message.slice(0, 2000),
    instance,
    code: problem.code,
    ...(problem.errors.length > 0 ? { errors: problem.errors.slice(0, 100) } : {})
  }
}
