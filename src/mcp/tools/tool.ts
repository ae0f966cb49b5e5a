/** A tool: what it is called, what it takes, and how it asks the service. */
import type { Parameter } from '../../http/query-string.ts'
import { LANGS } from '../../i18n/words.ts'
import type { Answer } from '../answer.ts'
import type { Asker, Json } from '../asker.ts'

export type Arguments = Readonly<Record<string, unknown>>

export type Tool = {
  name: string
  title: string
  description: string
  /** Properties of its arguments (JSON Schema); `lang` and `release` are added. */
  properties: Record<string, object>
  required?: readonly string[]
  /** What one row of its data is. */
  row: string
  /** Whether it may answer from another release than the newest. */
  isPinned?: boolean
  run(given: Arguments, asker: Asker): Promise<Answer>
}

export const text = (description: string, maxLength = 500) => ({ type: 'string', description, minLength: 1, maxLength })

export const count = (description: string, maximum: number) => ({ type: 'integer', description, minimum: 1, maximum })

export const FILTERS = {
  type: 'object',
  description:
    'Filters of the dataset by name, as describe_dataset lists them: {"country":"CL,IT"} any of; "!CL" none of; "2012..2014" a range; "null" no source says; "open-data+education" all of a list; {"q":"words"} full text.',
  maxProperties: 20,
  // One type each: some models take no list of types.
  additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] }
}

const LANG = { type: 'string', enum: [...LANGS], description: 'Language of labels and explanations; en unless given.' }
const RELEASE = text('Answer from this release instead of the newest, such as 2016-12.', 60)

/** The JSON Schema of its arguments. */
export const inputOf = ({ properties, required = [], isPinned = true }: Tool) => ({
  type: 'object' as const,
  additionalProperties: false,
  properties: { ...properties, lang: LANG, ...(isPinned ? { release: RELEASE } : {}) },
  required: [...required]
})

/** The arguments of these names that were given, as parameters. */
export const given = (all: Arguments, ...names: readonly string[]): Parameter[] =>
  names.flatMap(name => (all[name] === undefined ? [] : [[name, String(all[name])] as const]))

/** Whether numbers are OGP's, and why there are few. */
export const notesOf = ({ meta: { notes = [], hints = [] } }: Json): string[] => [
  ...new Set([...notes, ...hints.map(hint => hint.text)])
]

export const linkOf = ({ links }: Json, name: string): string => String(links[name] ?? links.self)
