/** Suggestions while somebody types: entities, types and properties whose names begin so. */

import { quote, readGiven, refuse, unknown } from '../engine/request/parameters.ts'
import type { Fault } from '../http/errors/problems.ts'
import type { Parameter } from '../http/query-string.ts'
import type { Entities } from './entities.ts'
import { summaryOf } from './match.ts'
import { nameKey } from './names.ts'
import { type Property, propertiesOf } from './properties.ts'
import { type EntityType, shown, typeIds } from './types.ts'

const SUGGESTIONS = 20
export const MAX_PREFIX = 200
export const MAX_CURSOR = 100_000

/** OpenRefine's widget always sends these; they say what a suggestion is here anyway. */
export const WIDGET: Readonly<Record<string, string>> = { spell: 'always', exact: 'false', prefixed: 'true' }

export type Typed = { prefix: string; cursor: number; types: readonly EntityType[] }

/** Types by id; all where none is named. */
export function readType(id: string | undefined, types: readonly EntityType[], faults: Fault[]): readonly EntityType[] {
  if (!id) return types
  const type = types.find(({ dataset }) => dataset.name === id)
  if (!type) faults.push(unknown('type', id, 'is not a type', typeIds))
  return type ? [type] : types
}

/** A whole number from `least` to `most`. */
export function readCount(
  parameter: string,
  text: string | undefined,
  [least, most]: readonly [number, number],
  faults: Fault[]
): number | undefined {
  if (text === undefined) return undefined
  const count = /^\d{1,6}$/.test(text) ? Number(text) : -1
  if (count < least || count > most)
    faults.push({ parameter, detail: `${quote(text)} is not a whole number from ${least} to ${most}.` })
  return count
}

/** Reads the parameters of a suggestion. Throws one Problem that holds every fault. */
export function readTyped(parameters: readonly Parameter[], types: readonly EntityType[]): Typed {
  const faults: Fault[] = []
  const given = readGiven(parameters, ['prefix', 'cursor', 'type', ...Object.keys(WIDGET)], faults)
  for (const [name, value] of Object.entries(WIDGET)) {
    const written = given.get(name)
    if (written !== undefined && written !== value) faults.push(unknown(name, written, 'is not understood', [value]))
  }
  const prefix = given.get('prefix') ?? ''
  if (prefix.length > MAX_PREFIX)
    faults.push({ parameter: 'prefix', detail: `The text is longer than ${MAX_PREFIX} characters.` })
  const cursor = readCount('cursor', given.get('cursor'), [0, MAX_CURSOR], faults) ?? 0
  const chosen = readType(given.get('type'), types, faults)
  refuse(faults)
  return { prefix, cursor, types: chosen }
}

const part = <T>(all: readonly T[], { cursor }: Typed): T[] => all.slice(cursor, cursor + SUGGESTIONS)

const begins = (typed: Typed) => {
  const key = nameKey(typed.prefix)
  return ({ id, name }: { id: string; name: string }) =>
    [id, name].some(text => nameKey(text).startsWith(key) || nameKey(text).includes(` ${key}`))
}

export const suggestEntities = (entities: Entities, typed: Typed): unknown[] => {
  const found = entities.names.starting(nameKey(typed.prefix))
  const wanted = found.filter(({ rows }) => typed.types.some(type => rows.has(type)))
  return part(wanted, typed).map(entity => ({ ...summaryOf(entity), notable: [...entity.rows.keys()].map(shown) }))
}

export const suggestTypes = (typed: Typed): unknown[] =>
  part(
    typed.types.map(type => ({ ...shown(type), description: type.dataset.description[0] })).filter(begins(typed)),
    typed
  )

export const suggestProperties = (typed: Typed): Property[] =>
  part(propertiesOf(typed.types).filter(begins(typed)), typed)
