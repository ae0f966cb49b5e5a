/** The entities of a release with their names, kept in memory: a few thousand rows that never change. */
import { sql } from 'drizzle-orm'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Field } from '../engine/definition/field.ts'
import type { Release } from '../engine/definition/release.ts'
import type { LabelBook } from '../engine/labels.ts'
import { oncePerRelease } from '../engine/releases/per-release-cache.ts'
import type { Service } from '../engine/service.ts'
import { completeOrder } from '../engine/sql/order-by.ts'
import { asJson, selectRows } from '../engine/sql/select.ts'
import { createNameIndex, type NameIndex } from './names.ts'
import { type EntityType, TYPES } from './types.ts'

export type Row = Readonly<Record<string, unknown>>

/** Something that can be matched; of several types where rows of several datasets share its id. */
export type Entity = { id: string; name: string; description: string; rows: Map<EntityType, Row> }

export type Entities = {
  byId: ReadonlyMap<string, Entity>
  names: Pick<NameIndex<Entity>, 'exact' | 'near' | 'placed' | 'starting'>
  book: LabelBook
}

const RELEASES_KEPT = 2
const SHORT = 500

/** Columns that a query may narrow by: all but long texts. */
export const narrowing = ({ fields }: Dataset): string[] =>
  Object.keys(fields).filter(column => {
    const { kind, schema } = fields[column] as Field
    return kind !== 'text' || (schema.maxLength ?? 0) <= SHORT
  })

/** What a value is called in English, where it is coded or names a row; else the value. */
const named = (book: LabelBook, field: Field | undefined, value: unknown): string =>
  (field?.codeList ? book.label(field, String(value), 'en') : undefined) ?? String(value)

const textsOf = (row: Row, columns: readonly string[]): string[] =>
  columns.map(column => row[column]).filter(value => typeof value === 'string')

async function readRows(service: Service, release: Release, dataset: Dataset, columns: string[]): Promise<Row[]> {
  const listing = { dataset, seq: release.seq, conditions: new Map(), columns, order: completeOrder(dataset, []) }
  const found = await service.reader.rows<{ row: string }>(
    selectRows(listing, picked => sql`${asJson(picked)} as row`),
    release.seq
  )
  return found.map(({ row }) => JSON.parse(row))
}

async function read(service: Service, release: Release, types: readonly EntityType[]): Promise<Entities> {
  const book = await service.labels.of(release)
  const byId = new Map<string, Entity>()
  const index = createNameIndex<Entity>()
  for (const type of types) {
    const { dataset, names, codes = [], furtherNames, knownAs = {} } = type
    const columns = [...new Set([...narrowing(dataset), ...names, ...codes, ...type.description])]
    for (const row of await readRows(service, release, dataset, columns)) {
      const id = String(row.id)
      const [name = id] = textsOf(row, names)
      const description = type.description
        .filter(column => row[column] != null)
        .map(column => named(book, dataset.fields[column], row[column]))
        .join(', ')
      const entity = byId.get(id) ?? { id, name, description, rows: new Map() }
      byId.set(id, entity)
      entity.rows.set(type, row)
      for (const text of textsOf(row, names)) index.add(text, entity)
      for (const code of [id, ...textsOf(row, codes)]) index.addCode(code, entity)
    }
    const further: (readonly [name: string, id: string])[] = Object.entries(knownAs)
    if (furtherNames) {
      const { dataset: other, name, of } = furtherNames
      const rows = await readRows(service, release, other, [name, of])
      further.push(...rows.map(row => [String(row[name]), String(row[of])] as const))
    }
    for (const [name, id] of further) {
      const entity = byId.get(id)
      if (entity) index.add(name, entity)
    }
  }
  return { byId, names: index, book }
}

export type EntityStore = { of: (release: Release) => Promise<Entities> }

/** Reads the entities of a release when they are first asked for. */
export const openEntities = (service: Service, types: readonly EntityType[]): EntityStore => ({
  of: oncePerRelease(release => read(service, release, types), RELEASES_KEPT)
})

/** All values of a column, over every row of the entity that has it. */
export const valuesOf = ({ rows }: Entity, column: string): { type: EntityType; field: Field; value: unknown }[] =>
  [...rows].flatMap(([type, row]) => {
    const field = type.dataset.fields[column]
    const value = row[column]
    return field && value != null ? [value].flat().map(one => ({ type, field, value: one })) : []
  })

const stores = new WeakMap<Service, EntityStore>()

/** What a spreadsheet is matched with is what a search finds by name: a service keeps it once. */
export function entitiesOf(service: Service): EntityStore {
  const store = stores.get(service) ?? openEntities(service, TYPES)
  stores.set(service, store)
  return store
}
