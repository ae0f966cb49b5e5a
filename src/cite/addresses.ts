/** The addresses of a query: as asked, in every format, pinned. */

import { AGGREGATE, cubeLinks } from '../engine/aggregate/links.ts'
import { FORMATS } from '../engine/format/formats.ts'
import { addressOf } from '../engine/links.ts'
import type { Service } from '../engine/service.ts'
import type { Parameter } from '../http/query-string.ts'
import { type DataTarget, isAggregate } from './parsed-url.ts'

export type Addresses = {
  self: string
  /** The same bytes for ever. */
  permalink: string
  /** By the names of the links to formats, with all that was asked. */
  formats: Record<string, string>
  /** The same, pinned to the release that answers. */
  pinnedFormats: Record<string, string>
}

export function addressesOf(service: Service, origin: string, { dataset, query, id, place }: DataTarget): Addresses {
  const { asked, release, pinned } = query
  const below = isAggregate(query) ? AGGREGATE : id
  const path = below ? `${dataset.name}/${below}` : dataset.name
  const pin: Parameter[] = pinned ? [['release', release.id]] : []
  const at = (suffix: string, parameters: readonly Parameter[]) =>
    addressOf(service, origin, `${path}${suffix}`, parameters)
  // These stand beside the rows in JSON alone.
  const rows = asked.filter(([name]) => name !== 'facet' && name !== 'highlight')
  const inFormats = (named: readonly Parameter[]): Record<string, string> => {
    const plain = FORMATS.map(({ name, copy }): [string, string] => [
      name,
      at(`.${name}`, [...(copy ? rows : asked), ...place, ...named])
    ])
    if (!isAggregate(query)) return Object.fromEntries(plain)
    const cubes = cubeLinks(service, dataset, query, (suffix, parameters) => at(suffix, [...parameters, ...named]))
    const written = Object.entries(cubes).filter((link): link is [string, string] => typeof link[1] === 'string')
    return Object.fromEntries([...plain, ...written])
  }
  return {
    self: at('', [...asked, ...place, ...pin]),
    permalink: at('', [...asked, ['release', release.id]]),
    formats: inFormats(pin),
    pinnedFormats: inFormats([['release', release.id]])
  }
}
