/** What an address of this service asks: read as strictly as if it were requested itself, and never fetched. */

import { AGGREGATE } from '../engine/aggregate/links.ts'
import { type AggregateQuery, readAggregateQuery } from '../engine/aggregate/query.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import { readName } from '../engine/item.ts'
import { ITEM_PARAMETERS, type ListQuery, readListQuery } from '../engine/request/list-query.ts'
import { readGiven, refuse } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { Problem } from '../http/errors/problems.ts'
import { type Parameter, readParameters } from '../http/query-string.ts'

/** A list of a dataset, groups of its rows, or with `id` one row. */
export type DataTarget = {
  dataset: Dataset
  query: ListQuery | AggregateQuery
  id?: string
  /** What that row is called, once it was read. */
  called?: string | undefined
  /** What the address says of its page, which the query keeps elsewhere. */
  place: Parameter[]
}

export type Target = DataTarget | { release: Release }

const wrong = (detail: string, allowed: string[] = []) =>
  new Problem('invalid-request', 'The address in `url` cannot be explained.', {
    errors: [{ parameter: 'url', detail, ...(allowed.length > 0 ? { allowed } : {}) }]
  })

const SHAPES = (prefix: string) =>
  ['{dataset}', `{dataset}/${AGGREGATE}`, '{dataset}/{id}', 'releases/{id}'].map(path => `${prefix}/${path}`)

/** The path and query of an address of ours; the address of any other host is refused. */
function ownAddress({ prefix }: Service, origin: string, text: string): string {
  const local = text.startsWith(`${origin}/`) ? text.slice(origin.length) : text
  if (!local.startsWith('/') || /^\/[/\\]/.test(local))
    throw wrong(`Only addresses of this service are explained: ${origin}${prefix}/…, or a path.`, SHAPES(prefix))
  return local.split('#')[0] ?? ''
}

const segmentsOf = (path: string): string[] => {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    throw wrong('It holds a % that does not start a valid percent-encoding of UTF-8.')
  }
}

/** Reads an address. Throws a Problem that holds every fault of it. */
export function readTarget(service: Service, origin: string, text: string): Target {
  const { prefix, datasets, releases } = service
  const local = ownAddress(service, origin, text)
  const [path = ''] = local.split('?')
  if (!path.startsWith(`${prefix}/`)) throw wrong(`It does not lead below ${prefix}.`, SHAPES(prefix))
  const [head = '', id, ...more] = segmentsOf(path.slice(prefix.length + 1))
  const { id: name, suffix } = id === undefined ? readName(head) : { id: head, suffix: undefined }
  const parameters = readParameters(local)
  if (head === 'releases' && id && more.length === 0) {
    const faults: Parameters<typeof readGiven>[2] = []
    readGiven(parameters, [], faults)
    const found = releases.find(id)
    if (!('seq' in found)) faults.push({ ...found, parameter: 'url' })
    refuse(faults)
    return { release: found as Release }
  }
  const dataset = datasets.find(candidate => candidate.name === name)
  if (!dataset || more.length > 0 || id === '' || id === 'schema')
    throw wrong('It is neither a list, an aggregate nor a row of a dataset, nor a release.', SHAPES(prefix))
  const given = suffix || (id && readName(id).suffix) ? parameters.filter(([key]) => key !== 'format') : parameters
  if (id !== undefined && readName(id).id === AGGREGATE)
    return { dataset, query: readAggregateQuery(dataset, given, releases), place: [] }
  const query = readListQuery(dataset, given, releases, ...(id ? [ITEM_PARAMETERS] : []))
  const place = parameters.filter(([key]) => key === 'limit' || key === 'cursor')
  return id ? { dataset, query, id: readName(id).id, place } : { dataset, query, place }
}

/** Whether the query counts groups of rows. */
export const isAggregate = (query: ListQuery | AggregateQuery): query is AggregateQuery => 'measures' in query
