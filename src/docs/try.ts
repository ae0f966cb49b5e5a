/** Where a filled form leads without script: a browser sends empty fields too, which the API does not take. */

import { refuse } from '../engine/request/parameters.ts'
import { readParameters, writeParameters } from '../http/query-string.ts'

const IN_PATH = /\{(\w+)\}/g

/**
 * The address that a form asks: parameters of the path in their places, the others behind, empty ones left out. Throws
 * a Problem that names what the path wants.
 */
export function filled(path: string, url: string): string {
  const given = readParameters(url).filter(([, value]) => value !== '')
  const values = new Map(given)
  const wanted = [...path.matchAll(IN_PATH)].map(([, name = '']) => name)
  const missing = wanted.filter(name => !values.has(name))
  refuse(missing.map(parameter => ({ parameter, detail: 'The address cannot do without it.' })))
  const address = path.replace(IN_PATH, (_, name: string) => encodeURIComponent(values.get(name) ?? ''))
  return `${address}${writeParameters(given.filter(([name]) => !wanted.includes(name)))}`
}
