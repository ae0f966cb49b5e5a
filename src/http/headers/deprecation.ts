/** Tells programs in good time that an address, or a parameter, will go: RFC 9745 and RFC 8594. */
import type { FastifyInstance } from 'fastify'
import { readParameters } from '../query-string.ts'

/** Something published that will no longer be answered. */
export type Deprecated = {
  /** Its path; all that is below it goes too. */
  path: string
  /** The parameter alone, where the address stays. */
  parameter?: string
  /** The day from which nobody should begin to use it, as YYYY-MM-DD. */
  since: string
  /** The day on which it ends, as YYYY-MM-DD. */
  sunset: string
  /** Where to ask instead: a path of this service. */
  successor: string
}

const isBelow = (path: string, { path: deprecated }: Deprecated) =>
  path === deprecated || ['/', '.', '{'].some(next => path.startsWith(`${deprecated}${next}`))

/** What of an address is deprecated: all of it, or the parameters that it gives. */
export const deprecatedAt = (all: readonly Deprecated[], path: string, parameters: readonly string[]): Deprecated[] =>
  all.filter(one => isBelow(path, one) && (one.parameter === undefined || parameters.includes(one.parameter)))

const midnight = (day: string) => new Date(`${day}T00:00:00Z`)
const first = (days: readonly string[]) => midnight([...days].sort()[0] as string)

/** Registers the headers; where several things go, the earliest of their days are told. */
export function announceDeprecations(app: FastifyInstance, all: readonly Deprecated[]): void {
  if (all.length === 0) return
  app.addHook('onSend', async ({ raw: { url = '' } }, reply) => {
    const found = deprecatedAt(
      all,
      url.split('?')[0] ?? '',
      readParameters(url).map(([name]) => name)
    )
    if (found.length === 0) return
    const links = found.map(({ successor }) => `<${successor}>; rel="successor-version"`)
    reply.headers({
      deprecation: `@${first(found.map(({ since }) => since)).getTime() / 1000}`,
      sunset: first(found.map(({ sunset }) => sunset)).toUTCString(),
      link: [...new Set(links), ...[reply.getHeader('link') ?? []].flat()].join(', ')
    })
  })
}
