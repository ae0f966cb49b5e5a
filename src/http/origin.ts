/** Under which address the service is reached. */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from './errors/problems.ts'

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i

/** Whether this can be the value of a Host header. */
export const isHost = (text: string): boolean => HOST.test(text)

/**
 * Scheme and host under which the caller reached us; links in an answer start with it. Without a public address it is
 * the Host header, by which every cache tells answers apart, and nothing that a cache may not look at: X-Forwarded-Host
 * and its like could put the host of one visitor into the answer of another.
 */
export const originOf = (
  { headers: { host = '' } }: Pick<FastifyRequest, 'headers'>,
  publicUrl: string | undefined
): string => publicUrl ?? (isHost(host) ? `http://${host.toLowerCase()}` : 'http://localhost')

/** Whether a proxy may have looked at another host than we would (RFC 9112, 3.2). */
export function hasSeveralHosts({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  return hosts > 1
}

/** Refuses requests with several hosts. */
export function refuseSeveralHosts(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw }, _reply, done) =>
    done(
      hasSeveralHosts(raw) ? new Problem('invalid-request', 'The request has more than one Host header.') : undefined
    )
  )
}
