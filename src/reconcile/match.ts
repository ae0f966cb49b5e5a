/** From a query to its candidates, the best first. */
import { LANGS } from '../i18n/words.ts'
import { type Entities, type Entity, valuesOf } from './entities.ts'
import { EXACT, nameKey } from './names.ts'
import type { Query } from './queries.ts'
import { type EntityType, shown } from './types.ts'

/** A possible match, as the Reconciliation Service API 0.2 writes it. */
export type Candidate = {
  id: string
  name: string
  description?: string
  type: { id: string; name: string }[]
  /** 0 to 100; 100 where a name is the same but for letter case, accents, punctuation and articles. */
  score: number
  /** Whether it is the only one with this very name. */
  match: boolean
  features: { id: string; value: number | boolean }[]
}

const LEAST_SCORE = 35
/** Where no name was given to compare. */
const UNNAMED = 50

/** The dataset that the values of a column are ids of. */
export const referenceOf = ({ dataset }: EntityType, column: string): string | undefined =>
  dataset.fields[column]?.references ?? dataset.filters[column]?.references

/** Tells whether an entity has one of the values; undefined where no source says. */
function comparison(entities: Entities, { column, values }: Query['properties'][number]) {
  const keys = new Set(values.map(nameKey))
  const meant = new Set([...keys].flatMap(key => [...entities.names.exact(key)]))
  return (entity: Entity): boolean | undefined => {
    const held = valuesOf(entity, column)
    if (held.length === 0) return undefined
    return held.some(({ type, field, value }) => {
      if (keys.has(nameKey(String(value)))) return true
      const named = referenceOf(type, column) ? entities.byId.get(String(value)) : undefined
      if (named && meant.has(named)) return true
      return LANGS.some(lang => keys.has(nameKey(entities.book.label(field, String(value), lang) ?? '')))
    })
  }
}

/** Candidates for a query; `match` is true for a single exact name whose properties all agree. */
export function match(entities: Entities, { text, types, all, limit, properties }: Query): Candidate[] {
  const isOfType = ({ rows }: Entity) =>
    all ? types.every(type => rows.has(type)) : types.some(type => rows.has(type))
  const comparisons = properties.map(property => comparison(entities, property))
  const agreements = new Map<Entity, (boolean | undefined)[]>()
  const isWanted = (entity: Entity) => {
    if (!isOfType(entity)) return false
    const known = agreements.get(entity) ?? comparisons.map(compare => compare(entity))
    agreements.set(entity, known)
    return !known.includes(false)
  }
  const scored =
    text === undefined
      ? [...entities.byId.values()].filter(isWanted).map((entity): [Entity, number] => [entity, UNNAMED])
      : [...entities.names.near(nameKey(text), isWanted)].filter(([, score]) => score >= LEAST_SCORE)
  const isAlone = scored.filter(([, score]) => score === EXACT).length === 1
  return scored
    .sort(([a, left], [b, right]) => right - left || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(([entity, score]) => {
      const agreed = agreements.get(entity) ?? []
      return {
        ...summaryOf(entity),
        type: [...entity.rows.keys()].map(shown),
        score,
        match: score === EXACT && isAlone && !agreed.includes(undefined),
        features: [
          ...(text === undefined ? [] : [{ id: 'name', value: score }]),
          ...properties.map(({ column }, at) => ({ id: column, value: agreed[at] === true }))
        ]
      }
    })
}

/** What every answer says of an entity. */
export const summaryOf = ({ id, name, description }: Entity): { id: string; name: string; description?: string } => ({
  id,
  name: name.slice(0, 500),
  ...(description === '' ? {} : { description: description.slice(0, 500) })
})
