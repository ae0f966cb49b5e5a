/** Which request headers an answer depends on (RFC 9110, 12.5.5); a cache keeps one answer for each of their values. */
import type { FastifyReply } from 'fastify'

export type Varying = 'Accept' | 'Accept-Encoding' | 'Accept-Language'

export function addVary(reply: FastifyReply, ...names: readonly Varying[]): void {
  const known = String(reply.getHeader('vary') ?? '')
    .split(', ')
    .filter(Boolean)
  const all = [...new Set([...known, ...names])].sort()
  if (all.length > 0) reply.header('vary', all.join(', '))
}

/** Where no language was named, the header chose it. */
export const languageVary = (named: string | undefined): Varying[] => (named === undefined ? ['Accept-Language'] : [])
