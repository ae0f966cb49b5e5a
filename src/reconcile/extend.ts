/** Data extension: values of columns for entities that were matched before. */
import { sql } from 'drizzle-orm'
import type { Field } from '../engine/definition/field.ts'
import type { Release } from '../engine/definition/release.ts'
import { refuse, unknown } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { completeOrder } from '../engine/sql/order-by.ts'
import { asJson, selectRows } from '../engine/sql/select.ts'
import type { Fault } from '../http/errors/problems.ts'
import type { Entities, Row } from './entities.ts'
import { referenceOf } from './match.ts'
import { propertiesOf } from './properties.ts'
import { isObject, readObject } from './queries.ts'
import { type EntityType, shown } from './types.ts'

export const MAX_IDS = 500
const MAX_COLUMNS = 100

export type Extension = { ids: string[]; columns: string[] }

/** A cell as the Reconciliation Service API 0.2 writes it; dates at their own precision are texts. */
export type Cell = { str: string } | { int: number } | { float: number } | { id: string; name: string }

/** Reads a data extension query. Throws one Problem that holds every fault. */
export function readExtension(text: string, types: readonly EntityType[]): Extension {
  const { ids, properties, ...more } = readObject('extend', text)
  const faults: Fault[] = []
  for (const name of Object.keys(more))
    faults.push(unknown('extend', name, 'is not part of a data extension', ['ids', 'properties']))
  if (!Array.isArray(ids) || ids.length > MAX_IDS || ids.some(id => typeof id !== 'string' || id.length > 200))
    faults.push({ parameter: 'extend.ids', detail: `This is not an array of at most ${MAX_IDS} ids.` })
  if (!Array.isArray(properties) || properties.length > MAX_COLUMNS || !properties.every(isObject)) {
    faults.push({
      parameter: 'extend.properties',
      detail: `This is not an array of at most ${MAX_COLUMNS} properties.`
    })
  } else {
    const known = propertiesOf(types).map(({ id }) => id)
    for (const { id, settings } of properties) {
      if (!known.includes(String(id))) faults.push(unknown('extend.properties', String(id), 'is not a property', known))
      // The protocol lets a service have settings of properties; a client may send them to one that has none.
      if (settings != null && !isObject(settings))
        faults.push({ parameter: 'extend.properties', detail: '`settings` is not an object.' })
    }
  }
  refuse(faults)
  const columns = (properties as { id: string }[]).map(({ id }) => id)
  return { ids: [...new Set(ids as string[])], columns: [...new Set(columns)] }
}

async function rowsOf(service: Service, release: Release, type: EntityType, ids: string[], columns: string[]) {
  const own = columns.filter(column => column in type.dataset.fields)
  if (ids.length === 0 || own.length === 0) return new Map<string, Row>()
  const { dataset } = type
  const order = completeOrder(dataset, [])
  const listing = {
    dataset,
    seq: release.seq,
    conditions: new Map(),
    columns: [...new Set(['id', ...own])],
    order,
    ids
  }
  const shape = (picked: readonly (readonly [string, Field])[]) => sql`${asJson(picked)} as row`
  const found = await service.reader.rows<{ row: string }>(selectRows(listing, shape), release.seq)
  return new Map(found.map(({ row }) => JSON.parse(row) as Row).map(row => [String(row.id), row]))
}

function cellsOf(entities: Entities, type: EntityType, column: string, value: unknown): Cell[] {
  const field = type.dataset.fields[column]
  return [value].flat().map((one): Cell => {
    const entity = referenceOf(type, column) ? entities.byId.get(String(one)) : undefined
    if (entity) return { id: entity.id, name: entity.name.slice(0, 500) }
    if (typeof one !== 'number') return { str: String(one) }
    return field?.kind === 'integer' ? { int: one } : { float: one }
  })
}

/** Answers a data extension query; an id that is no entity of the release has no values. */
export async function extend(
  service: Service,
  release: Release,
  types: readonly EntityType[],
  entities: Entities,
  { ids, columns }: Extension
): Promise<{ meta: unknown[]; rows: Record<string, Record<string, Cell[]>> }> {
  const known = ids.filter(id => entities.byId.has(id))
  const tables = await Promise.all(
    types.map(async type => {
      const own = known.filter(id => entities.byId.get(id)?.rows.has(type))
      return [type, await rowsOf(service, release, type, own, columns)] as const
    })
  )
  const cells = (id: string, column: string): Cell[] => {
    for (const [type, rows] of tables) {
      const value = rows.get(id)?.[column]
      if (value != null) return cellsOf(entities, type, column, value)
    }
    return []
  }
  const properties = propertiesOf(types)
  const meta = columns.map(column => {
    const target = types.map(type => column in type.dataset.fields && referenceOf(type, column)).find(Boolean)
    const type = types.find(({ dataset }) => dataset.name === target)
    return {
      id: column,
      name: properties.find(({ id }) => id === column)?.name ?? column,
      ...(type ? { type: shown(type) } : {})
    }
  })
  const rows = ids.map(id => [id, Object.fromEntries(columns.map(column => [column, cells(id, column)]))] as const)
  return { meta, rows: Object.fromEntries(rows) }
}
