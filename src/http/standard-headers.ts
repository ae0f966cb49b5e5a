/** Headers of every answer, also of those that Fastify gives before any hook has run. */
import type { FastifyRequest } from 'fastify'

export const standardHeaders = (request: FastifyRequest, version: string): Record<string, string> => ({
  'api-version': version,
  'request-id': request.id,
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'cross-origin'
})
