/** The content coding of an answer, chosen once and used for the body and for its tag. */

import zlib from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyRequest } from 'fastify'

const hasZstd = 'createZstdCompress' in zlib
/** In order of our preference; zstd where this Node has it. */
export const ENCODINGS = ['br', ...(hasZstd ? ['zstd' as const] : []), 'gzip', 'identity'] as const

/** What the client accepts and we like best; identity when it says nothing. */
export const encodingOf = (request: FastifyRequest): string => {
  const header = request.headers['accept-encoding']
  if (!header) return 'identity'
  return negotiate(header.toLowerCase().replace('x-gzip', 'gzip'), [...ENCODINGS]) ?? 'identity'
}
