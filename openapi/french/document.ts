/** The OpenAPI document in French: the English one with its texts put through the definitions and the catalogue. */
import { CATALOGUE } from './catalogue.ts'
import { EXPLAINED, PAIRS } from './pairs.ts'
import { type Faults, translator } from './translate.ts'

type Json = Record<string, unknown>

/** Keys whose text people read. */
const TEXTS = new Set(['description', 'summary', 'title', 'x-displayName', 'x-summary'])
/** Answers that the service really gives, and values that programs read. */
const VERBATIM = new Set(['example', 'examples', 'default', 'const', 'enum'])
/** Below these, keys are names, whatever they spell. */
const NAMES = new Set(['properties', 'patternProperties'])

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The title of an object is the name of a type in generated programs. */
const isTypeName = (key: string, { type }: Json) => key === 'title' && type === 'object'

const beside = (key: string, { description }: Json) =>
  key === 'title' && typeof description === 'string' ? description : undefined

/** Translates a document, and tells what is wanting. */
export function inFrench(english: Json): { document: Json; faults: Faults } {
  const { translate, faults } = translator({
    pairs: PAIRS,
    explained: EXPLAINED,
    catalogue: CATALOGUE
  })
  const visit = (node: unknown, areNames: boolean): unknown => {
    if (Array.isArray(node)) return node.map(item => visit(item, false))
    if (!isObject(node)) return node
    const entries = Object.entries(node).map(([key, value]) => {
      if (areNames) return [key, visit(value, false)]
      if (VERBATIM.has(key)) return [key, value]
      if (typeof value !== 'string') return [key, visit(value, NAMES.has(key))]
      return [key, TEXTS.has(key) && !isTypeName(key, node) ? translate(value, beside(key, node)) : value]
    })
    return Object.fromEntries(entries)
  }
  const document = visit(english, false) as Json & { info: { contact: { name: string } } }
  document.info.contact.name = translate(document.info.contact.name)
  return { document, faults: faults() }
}
