import type { FastifyRequest } from 'fastify'

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i

/** Whether this can be the value of a Host header. */
export const isHost = (text: string): boolean => HOST.test(text)

/** Scheme and host under which the caller reached us; links in an answer start with it. */
export const originOf = (request: FastifyRequest, publicUrl: string | undefined): string =>
  publicUrl ?? (isHost(request.host) ? `${request.protocol}://${request.host.toLowerCase()}` : 'http://localhost')
