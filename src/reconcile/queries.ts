/** From the JSON of a query batch to queries, or to a list of everything that is wrong with it. */

import { quote, refuse, unknown } from '../engine/request/parameters.ts'
import { type Fault, Problem } from '../http/errors/problems.ts'
import { narrowing } from './entities.ts'
import { type EntityType, typeIds } from './types.ts'

/** One name to match; `types` are those it may be of, `all` when it must be of each. */
export type Query = {
  text: string | undefined
  types: readonly EntityType[]
  all: boolean
  limit: number
  properties: { column: string; values: string[] }[]
}

type Json = Record<string, unknown>

/** Of a form, in bytes; no parameter can be longer. */
export const MAX_BODY = 256 * 1024
export const MAX_QUERIES = 50
const MAX_TEXT = 2000
export const MAX_CANDIDATES = 100
export const DEFAULT_CANDIDATES = 10
const MAX_KEY = 100
const MAX_PROPERTIES = 10
const MAX_VALUES = 20
const KEYS = ['query', 'type', 'limit', 'properties', 'type_strict']
const STRICTNESS = ['any', 'should', 'all']

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads JSON that must be an object. Throws a Problem when it is not. */
export function readObject(parameter: string, text: string): Json {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (!isObject(value)) refuse([{ parameter, detail: 'This is not a JSON object.' }])
  return value as Json
}

/** An id or an atom of a property: text, a number, a truth value, or an entity that was matched before. */
const atomOf = (value: unknown): string | undefined => {
  if (isObject(value)) return typeof value.id === 'string' ? value.id : undefined
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined
}

type Reading = { parameter: string; types: readonly EntityType[]; faults: Fault[] }

function readTypes(value: unknown, { parameter, types, faults }: Reading): readonly EntityType[] {
  if (value === undefined) return types
  const ids = [value].flat()
  const found = ids.map(id => {
    const type = types.find(({ dataset }) => dataset.name === id)
    if (!type)
      faults.push(unknown(parameter, typeof id === 'string' ? id : JSON.stringify(id), 'is not a type', typeIds))
    return type
  })
  const known = found.filter(type => type !== undefined)
  return known.length > 0 ? known : types
}

function readProperties(value: unknown, { parameter, types, faults }: Reading): Query['properties'] {
  if (value === undefined) return []
  if (!Array.isArray(value) || value.length > MAX_PROPERTIES) {
    faults.push({ parameter, detail: `This is not an array of at most ${MAX_PROPERTIES}.` })
    return []
  }
  const columns = [...new Set(types.flatMap(({ dataset }) => narrowing(dataset)))]
  const chosen = new Set<string>()
  return value.map(entry => {
    const { pid, v } = isObject(entry) ? entry : {}
    const column = columns.find(name => name === pid)
    const values = [v].flat().map(atomOf)
    if (!column) faults.push(unknown(parameter, String(pid), 'is not a property of these types', columns))
    if (values.length > MAX_VALUES || values.some(one => one === undefined || one.length > MAX_TEXT))
      faults.push({
        parameter,
        detail: `\`v\` of ${quote(String(pid))} is not a text, number, boolean or entity, nor an array of at most ${MAX_VALUES} of these.`
      })
    else if (chosen.has(String(pid))) faults.push({ parameter, detail: `${quote(String(pid))} is given twice.` })
    chosen.add(String(pid))
    return { column: column ?? '', values: values.filter(one => one !== undefined) }
  })
}

function readLimit(value: unknown, { parameter, faults }: Reading): number {
  if (value === undefined) return DEFAULT_CANDIDATES
  const limit = Number.isInteger(value) ? (value as number) : 0
  if (limit < 1 || limit > MAX_CANDIDATES)
    faults.push({ parameter, detail: `This is not a whole number from 1 to ${MAX_CANDIDATES}.` })
  return limit
}

function readQuery(key: string, value: unknown, types: readonly EntityType[], faults: Fault[]): Query {
  const at = (name: string, of = types): Reading => ({
    parameter: `queries.${key}.${name}`.slice(0, 100),
    types: of,
    faults
  })
  const fault = (name: string, detail: string) => faults.push({ parameter: at(name).parameter, detail })
  const given = isObject(value) ? value : {}
  if (key.length > MAX_KEY) fault('', `The name of a query is longer than ${MAX_KEY} characters.`)
  for (const name of Object.keys(given)) {
    if (!KEYS.includes(name)) faults.push(unknown(at(name).parameter, name, 'is not part of a query', KEYS))
  }
  const { query, type_strict } = given
  if (query !== undefined && (typeof query !== 'string' || query.length > MAX_TEXT))
    fault('query', `This is not a text of at most ${MAX_TEXT} characters.`)
  if (type_strict !== undefined && !STRICTNESS.includes(String(type_strict)))
    faults.push(unknown(at('type_strict').parameter, String(type_strict), 'is not known', STRICTNESS))
  const of = readTypes(given.type, at('type'))
  const properties = readProperties(given.properties, at('properties', of))
  if (query === undefined && properties.length === 0)
    fault('query', 'A query needs a text in `query`, or `properties`, or both.')
  return {
    text: typeof query === 'string' ? query : undefined,
    types: of,
    all: type_strict === 'all',
    limit: readLimit(given.limit, at('limit')),
    properties
  }
}

/** A query of a batch, or why it cannot be answered. */
export type Read = { query: Query } | { faults: readonly Fault[] }

/**
 * Reads a query batch; one query that is wrong leaves the others as they are. Throws one Problem that holds every fault
 * where none can be answered.
 */
export function readQueries(text: string, types: readonly EntityType[]): Map<string, Read> {
  const batch = Object.entries(readObject('queries', text))
  if (batch.length > MAX_QUERIES)
    throw new Problem('payload-too-large', `${batch.length} queries came at once; at most ${MAX_QUERIES} may.`)
  const read = batch.map(([key, value]): [string, Read] => {
    const faults: Fault[] = []
    const query = readQuery(key, value, types, faults)
    return [key, faults.length > 0 ? { faults } : { query }]
  })
  const all = read.flatMap(([, one]) => ('faults' in one ? one.faults : []))
  if (read.every(([, one]) => 'faults' in one)) refuse(all)
  return new Map(read)
}

const MAX_TOLD = 1000

/** Why a query has no result, in one text. */
export const reasonOf = (faults: readonly Fault[]): string =>
  faults
    .map(
      ({ parameter, detail, nearest }) => `${parameter}: ${detail}${nearest ? ` Nearest: ${nearest.join(', ')}.` : ''}`
    )
    .join(' ')
    .slice(0, MAX_TOLD)
