/** The query of a view in the one way it is written, whichever way a form without script sends it. */
import type { Parameter } from '../http/query-string.ts'

const JOINED = /[\s+]/

/**
 * A form repeats a name for each box that is ticked, sends empty fields, and a range as two fields. One parameter per
 * name is left: values joined by commas, by plus signs where `match` asks for all of them, and a range with two dots.
 * Parameters that equal their default are left out.
 */
export function canonical(
  parameters: readonly Parameter[],
  usual: Readonly<Record<string, string>> = {}
): Map<string, string> {
  const given = new Map<string, string[]>()
  for (const [name, value] of parameters) {
    const text = value.trim()
    if (text !== '') given.set(name, [...(given.get(name) ?? []), text])
  }
  const take = (name: string) => {
    const values = given.get(name)
    given.delete(name)
    return values?.[0]
  }
  const [from, to, match] = [take('from'), take('to'), take('match')]
  const asked = new Map([...given].map(([name, values]) => [name, [...new Set(values)].join(',')]))
  if (from !== undefined || to !== undefined) asked.set('year', from === to ? `${from}` : `${from ?? ''}..${to ?? ''}`)
  const theme = asked.get('theme')
  if (theme && match === 'all') asked.set('theme', theme.replaceAll(',', '+'))
  if (theme && match === 'any') asked.set('theme', theme.split(JOINED).join(','))
  for (const [name, value] of Object.entries(usual)) if (asked.get(name) === value) asked.delete(name)
  return asked
}

/** The atoms of a filter that boxes can show; undefined for what only an address can say, such as "none of". */
export const atomsOf = (text: string | undefined): string[] | undefined =>
  text === undefined ? [] : text.startsWith('!') ? undefined : text.split(/[,+ ]/)

/** The filter with one atom more, or less where it is there. */
export function toggled(text: string | undefined, atom: string): string | undefined {
  const atoms = atomsOf(text) ?? []
  const separator = text && JOINED.test(text) ? '+' : ','
  const rest = atoms.includes(atom) ? atoms.filter(other => other !== atom) : [...atoms, atom]
  return rest.length > 0 ? rest.join(separator) : undefined
}
