/** The content coding of an answer, chosen once and used for the body and for its tag. */

import zlib from 'node:zlib'
import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyReply, FastifyRequest } from 'fastify'

const hasZstd = 'createZstdCompress' in zlib
/** In order of our preference; zstd where this Node has it. */
export const ENCODINGS = ['br', ...(hasZstd ? ['zstd' as const] : []), 'gzip', 'identity'] as const

/** Media types that compression makes smaller; a workbook is compressed already. */
export const COMPRESSIBLE = /^text\/|json|javascript|[+/]xml|yaml|bibtex|research-info/

/** What the client accepts and we like best; identity when it says nothing, or when it would be of no use. */
export const encodingOf = (request: FastifyRequest, reply: FastifyReply): string => {
  const header = request.headers['accept-encoding']
  if (!header || !COMPRESSIBLE.test(String(reply.getHeader('content-type')))) return 'identity'
  return negotiate(header.toLowerCase().replace('x-gzip', 'gzip'), [...ENCODINGS]) ?? 'identity'
}
