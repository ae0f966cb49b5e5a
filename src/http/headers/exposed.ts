/** Headers of answers that scripts of other origins may read (Fetch standard, CORS protocol). */
export const EXPOSED_HEADERS = [
  'Accept-Ranges',
  'API-Version',
  'Content-Disposition',
  'Content-Language',
  'Content-Range',
  'Data-Release',
  'Deprecation',
  'ETag',
  'Last-Modified',
  'Link',
  'RateLimit',
  'RateLimit-Policy',
  'Repr-Digest',
  'Request-Id',
  'Retry-After',
  'Row-Count',
  'Sunset'
]
