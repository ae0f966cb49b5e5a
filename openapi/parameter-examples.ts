/** Examples of parameters: values that the seeds really hold. */
import { sql } from 'drizzle-orm'
import type { App } from '../src/app.ts'
import type { Dataset } from '../src/engine/definition/dataset.ts'
import type { Filter } from '../src/engine/definition/filter.ts'
import { groupNames } from '../src/engine/request/group-by.ts'
import { completeOrder } from '../src/engine/sql/order-by.ts'
import { selectRows } from '../src/engine/sql/select.ts'
import { EXAMPLE_QUERY } from './answer-examples.ts'
import { type Document, nameOf } from './generated.ts'

const COMMON: Record<string, string | number> = {
  limit: 10,
  release: '2016-12',
  format: 'csv',
  dialect: 'excel',
  suffix: '.csv',
  cursor: 'WyIyMDI2LTExIiwiYTFCMmMzRDRlNUY2IixbIkNMIl0sMF0',
  fields: 'id',
  sort: '-id',
  measure: 'count,share',
  shape: 'long',
  q: 'open data'
}

const OF_SERVICE: Record<string, string | number> = {
  id: '2016-12',
  file: 'commitments.csv',
  url: EXAMPLE_QUERY,
  style: 'bibtex',
  since: '2016-12',
  dataset: 'commitments',
  operation: 'update',
  queries: '{"q0":{"query":"Chili","type":"countries"}}',
  extend: '{"ids":["CL"],"properties":[{"id":"iso3"}]}',
  prefix: 'chil',
  type: 'countries,themes',
  q: 'chili',
  name: 'delivered',
  value: '34',
  column: 'value',
  by: 'country,year',
  latest: 1,
  group: 'members'
}

async function filterExample({ service }: App, dataset: Dataset, name: string, filter: Filter): Promise<string> {
  const { seq } = service.releases.current()
  const listing = {
    dataset,
    seq,
    conditions: new Map([[name, { negated: true, alternatives: [null] }]]),
    columns: ['id'],
    order: completeOrder(dataset, undefined),
    limit: 1
  }
  const value = filter.comparison === 'list' ? sql`${filter.value}[1]` : filter.value
  const [row] = await service.reader.rows<{ example: unknown }>(
    selectRows(listing, () => sql`${value} as example`),
    seq
  )
  return String(row?.example ?? filter.allowed?.[0] ?? 'null')
}

/** Adds an example to each parameter; `ids` names a row of each dataset. */
export async function addValues(app: App, document: Document, ids: Map<string, string>): Promise<void> {
  const { parameters } = document.components
  for (const dataset of app.service.datasets) {
    const [group = ''] = groupNames(dataset)
    const values: Record<string, unknown> = { facet: group, group, of: group, id: ids.get(dataset.name), ...COMMON }
    for (const [name, filter] of Object.entries(dataset.filters))
      values[name] ??= await filterExample(app, dataset, name, filter)
    for (const [path, { get }] of Object.entries(document.paths)) {
      if (get.tags[0] !== dataset.name) continue
      for (const { $ref } of get.parameters ?? []) {
        const parameter = parameters[nameOf($ref)]
        const isOfGroups = parameter?.name === 'sort' && path.includes('/aggregate')
        if (parameter) parameter.example ??= isOfGroups ? '-count' : values[String(parameter.name)]
      }
    }
  }
  for (const parameter of Object.values(parameters)) {
    const { enum: allowed } = parameter.schema as { enum?: string[] }
    parameter.example ??= allowed?.find(value => value !== '') ?? OF_SERVICE[String(parameter.name)]
    if (parameter.example === undefined) delete parameter.example
  }
}
