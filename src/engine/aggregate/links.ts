/** Where to go from an aggregate: the same in other formats, the rows it counts, the rows of one group. */
import type { Parameter } from '../../http/query-string.ts'
import { writeParameters } from '../../http/query-string.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Condition, Filter } from '../definition/filter.ts'
import { AGGREGATE_FORMATS, type Format } from '../format/formats.ts'
import { addressOf, commonLinks, formatLink, type Links, queryPage } from '../links.ts'
import { formatParameters } from '../request/format.ts'
import type { Service } from '../service.ts'
import { isByPlace } from './cube.ts'
import type { AggregateQuery } from './query.ts'

export const AGGREGATE = 'aggregate'

/**
 * How the value of a group goes into its filter. A value of a list must hold beside what the filter asks already; that
 * cannot be written where it asks for none of some values, or for rows without any.
 */
function slot(name: string, filter: Filter, condition: Condition | undefined): string | undefined {
  if (filter.comparison !== 'list' || !condition) return `{${name}}`
  if (condition.negated)
    return condition.alternatives.every(alternative => alternative === null) ? `{${name}}` : undefined
  const parts = condition.alternatives.map(alternative =>
    alternative && 'all' in alternative ? [...alternative.all, `{${name}}`].join('%2B') : undefined
  )
  return parts.includes(undefined) ? undefined : parts.join(',')
}

/** The address of the rows of one group, as a template (RFC 6570) of its values; null where there is none. */
function rowsOfGroup(base: string, dataset: Dataset, { groups, conditions }: AggregateQuery): string | null {
  if (groups.length === 0) return base
  const slots = groups.map(name => {
    const value = slot(name, dataset.filters[name] as Filter, conditions.get(name))
    return value && `${name}=${value}`
  })
  if (slots.includes(undefined)) return null
  return `${base}${base.includes('?') ? '&' : '?'}${slots.join('&')}`
}

/** The same groups as a cube and on a map, which have an order of their own and leave nothing out; null where there is no map. */
export function cubeLinks(
  service: Service,
  dataset: Dataset,
  query: AggregateQuery,
  write: (suffix: string, parameters: Parameter[]) => string
): Links {
  const formats = AGGREGATE_FORMATS.flatMap(({ name, copy }) => (copy?.layout ? [{ name, layout: copy.layout }] : []))
  return Object.fromEntries(
    formats.map(({ name, layout }) => {
      const asked = query.asked.filter(
        ([parameter]) => parameter !== 'sort' && parameter !== 'limit' && (layout === 'map' || parameter !== 'shape')
      )
      const isNowhere = layout === 'map' && !isByPlace({ service, dataset, query })
      return [formatLink(name), isNowhere ? null : write(`.${name}`, asked)]
    })
  )
}

export function aggregateLinks(
  service: Service,
  origin: string,
  dataset: Dataset,
  query: AggregateQuery,
  format: Format
): Links {
  const { asked, filters, release, pinned, groups } = query
  const path = `${dataset.name}/${AGGREGATE}`
  const pin: Parameter[] = pinned ? [['release', release.id]] : []
  const rows = addressOf(service, origin, dataset.name)
  const others = filters.filter(([name]) => !groups.includes(name))
  const split: Parameter[] = query.split === undefined ? [] : [['split', query.split]]
  // The row of one value stands in a group by that value once, as it is.
  const inGroup = groups.some(name => dataset.filters[name]?.grouped) ? [] : split
  const self = addressOf(service, origin, path, [...asked, ...pin])
  return {
    self,
    permalink: addressOf(service, origin, path, [...asked, ...formatParameters(format), ['release', release.id]]),
    query: queryPage(origin, self),
    rows: `${rows}${writeParameters([...filters, ...split, ...pin])}`,
    rows_of_group: rowsOfGroup(`${rows}${writeParameters([...others, ...inGroup, ...pin])}`, dataset, query),
    ...commonLinks(service, origin, dataset, format, [...asked, ...pin], path),
    ...cubeLinks(service, dataset, query, (suffix, parameters) =>
      addressOf(service, origin, `${path}${suffix}`, [...parameters, ...pin])
    )
  }
}
