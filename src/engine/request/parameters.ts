/** Parameters that several addresses share, read from a request; what is wrong with them is gathered. */

import { type Fault, Problem } from '../../http/errors/problems.ts'
import { nearest } from '../../http/errors/suggestions.ts'
import { type Parameter, readParameters } from '../../http/query-string.ts'
import { LANGS, type Lang } from '../../i18n/words.ts'
import type { Release } from '../definition/release.ts'
import { DIALECTS, FORMATS, type Format } from '../format/formats.ts'
import type { Releases } from '../releases/registry.ts'

export const MAX_LIMIT = 1000
export const DEFAULT_LIMIT = 100

export const quote = (text: string) => `"${text.length > 100 ? `${text.slice(0, 99)}…` : text}"`

/** Something that is not among what there is. */
export const unknown = (
  parameter: string,
  written: string,
  problem: string,
  allowed: Iterable<string>,
  where?: string
): Fault => {
  const all = [...allowed]
  const near = nearest(written, all)
  return {
    parameter: parameter.slice(0, 100) || '(empty)',
    detail: `${quote(written)} ${problem}${where ? `; see ${where}` : ''}.`,
    ...(where || all.length === 0 ? {} : { allowed: all }),
    ...(near.length > 0 ? { nearest: near } : {})
  }
}

/** The parameters by name; each may be given once. */
export function readGiven(
  parameters: readonly Parameter[],
  allowed: readonly string[],
  faults: Fault[]
): Map<string, string> {
  const given = new Map<string, string>()
  for (const [name, value] of parameters) {
    if (!allowed.includes(name)) faults.push(unknown(name, name, 'is not a parameter of this address', allowed))
    else if (given.has(name))
      faults.push({
        parameter: name,
        detail: 'The parameter is given more than once; join several values with commas.'
      })
    else given.set(name, value)
  }
  return given
}

/** For an address that takes none: refuses every parameter, as every address refuses those it does not know. */
export function refuseParameters(url: string | undefined): void {
  const unexpected = readParameters(url ?? '')
  refuse(
    unexpected.map(([name]) => ({
      parameter: name.slice(0, 100) || '(empty)',
      detail: 'This address takes no parameters.'
    }))
  )
}

/** Ends the reading: one Problem that holds every fault, where there is one. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const detail =
    faults.length === 1 ? 'One thing is wrong with the request.' : `${faults.length} things are wrong with the request.`
  throw new Problem('invalid-request', detail, { errors: [...faults] })
}

export function readRelease(
  id: string | undefined,
  releases: Releases,
  faults: Fault[],
  parameter = 'release'
): Release | undefined {
  if (id === undefined) return undefined
  const found = releases.find(id)
  if ('seq' in found) return found
  faults.push({ ...found, parameter })
  return undefined
}

export function readFormat(
  text: string | undefined,
  faults: Fault[],
  formats: readonly Format[] = FORMATS
): Format | undefined {
  const format = formats.find(({ name }) => name === text)
  const names = formats.map(({ name }) => name)
  if (text !== undefined && !format) faults.push(unknown('format', text, 'is not a format', names))
  return format
}

/** Reads the way a format is to be written; whether the answer's format knows it is told when that is chosen. */
export function readDialect(text: string | undefined, faults: Fault[]): string | undefined {
  if (text !== undefined && !DIALECTS.includes(text))
    faults.push(unknown('dialect', text, 'is not a dialect', DIALECTS))
  return text
}

/** Reads a parameter that is true or false, and false unless given. */
export function readFlag(name: string, text: string | undefined, faults: Fault[]): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false')
    faults.push(unknown(name, text, 'is neither true nor false', ['true', 'false']))
  return text === 'true'
}

export function readLimit(text: string | undefined, faults: Fault[], most = MAX_LIMIT): number | undefined {
  if (text === undefined) return undefined
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (limit < 1 || limit > most) {
    faults.push({
      parameter: 'limit',
      detail: `${quote(text)} is not a whole number from 1 to ${most}. For all rows at once use .csv, .ndjson or .xlsx.`
    })
  }
  return limit
}

/** Reads names joined by commas, in the order in which there are such; all of them unless given. */
export function readSome<T extends string>(
  name: string,
  text: string | undefined,
  all: readonly T[],
  faults: Fault[]
): T[] {
  if (text === undefined) return [...all]
  const values = text.split(',')
  for (const value of values) {
    if (!all.includes(value as T)) faults.push(unknown(name, value, `is not a ${name}`, all))
  }
  return all.filter(value => values.includes(value))
}

/** Reads the parameter `lang`. */
export function readLang(text: string | undefined, faults: Fault[]): Lang | undefined {
  if (text === undefined) return undefined
  const lang = LANGS.find(name => name === text)
  if (!lang) faults.push(unknown('lang', text, 'is not a language of this service', LANGS))
  return lang
}
