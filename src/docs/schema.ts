/** Schemas in words: what type a value has, which rules it keeps, which properties an object has. */
import { type Html, html } from '../html/html.ts'
import type { Document, Schema } from './document.ts'
import { resolve } from './document.ts'
import { inline } from './prose.ts'
import type { Say } from './words.ts'

const nameOf = (reference: string) => reference.split('/').at(-1) ?? ''

export const schemaId = (name: string): string => `schema-${name.replaceAll('.', '-')}`

const joined = (pieces: readonly Html[], between: string) =>
  html`${pieces.map((piece, index) => html`${index > 0 && ` ${between} `}${piece}`)}`

/** The type, with a link where the schema has a name of its own. */
export function typeOf(schema: Schema | undefined, say: Say): Html {
  if (!schema) return html`${say('any')}`
  if (schema.$ref) return html`<a href="#${schemaId(nameOf(schema.$ref))}">${nameOf(schema.$ref)}</a>`
  const one = schema.oneOf ?? schema.anyOf
  if (one)
    return joined(
      one.map(option => typeOf(option, say)),
      say('or')
    )
  if (schema.allOf)
    return joined(
      schema.allOf.map(part => typeOf(part, say)),
      say('and')
    )
  const types = [schema.type ?? []].flat().map(type => {
    if (type === 'array') return html`${say('list')} ${typeOf(schema.items, say)}`
    return html`${type}${schema.format && type !== 'null' && ` (${schema.format})`}`
  })
  return types.length > 0 ? joined(types, say('or')) : html`${say('any')}`
}

/** Patterns that only say that a text is text. */
const ANY_TEXT = /^\^\[(?:\^\\u0000|\\s\\S| -~)\][*+]\$$/

/** Words of a pattern: groups of nothing but plain names, unless they are endings. */
const NAMES = /(?<!\\\.)\((?:\?:)?((?:[\w-]|\\\.)+(?:\|(?:[\w-]|\\\.)+)+)\)/g

/** The values that a schema lists, or that its pattern names. */
export function valuesOf({ enum: values, const: only, pattern = '' }: Schema): string[] {
  if (values) return values.map(String)
  if (only !== undefined) return [String(only)]
  const named = [...pattern.matchAll(NAMES)].flatMap(([, names = '']) => names.replaceAll('\\.', '.').split('|'))
  return [...new Set(named)]
}

const INT32 = 2 ** 31
/** What is longer tells people nothing; programs read it in the document. */
const MAX_PATTERN_LENGTH = 40
const MAX_TEXT_LENGTH = 1000

/** Rules beside the type: length, range, pattern. */
export function rulesOf(schema: Schema, say: Say): Html[] {
  const { minLength = 0, maxLength, minimum, maximum, pattern } = schema
  const rules: Html[] = []
  if (maxLength !== undefined && maxLength <= MAX_TEXT_LENGTH && !schema.enum)
    rules.push(html`${minLength}–${maxLength} ${say('characters')}`)
  if (maximum !== undefined && maximum !== INT32 - 1) rules.push(html`${minimum ?? '…'}–${maximum}`)
  else if (minimum !== undefined && minimum !== -INT32) rules.push(html`≥ ${minimum}`)
  if (pattern && pattern.length <= MAX_PATTERN_LENGTH && !ANY_TEXT.test(pattern) && valuesOf({ pattern }).length === 0)
    rules.push(html`${say('pattern')} <code>${pattern}</code>`)
  return rules
}

export const allowedValues = (values: readonly string[], say: Say): Html | false =>
  values.length > 0 &&
  html`<p class="soft">${say('allowed')} ${values.map((value, index) => html`${index > 0 && ', '}<code>${value}</code>`)}</p>\n`

const isNested = ({ properties, patternProperties }: Schema) => Boolean(properties ?? patternProperties)

/** What stands inside a value: an object written in place, or the objects of a list. */
const inside = (schema: Schema): Schema | undefined => [schema, schema.items ?? {}].find(isNested)

const property = (name: string, schema: Schema, required: boolean, say: Say): Html => {
  const { title, description } = schema
  const about = [title === description ? undefined : title, description].filter(Boolean)
  const rules = rulesOf(schema, say)
  const nested = inside(schema)
  return html`<dt><code>${name}</code> <span class="soft">${typeOf(schema, say)}${required && ` · ${say('required')}`}${rules.map(rule => html` · ${rule}`)}</span></dt>
<dd>${about.map((text, index) => html`${index > 0 && html`<br>`}${inline(text ?? '')}`)}
${allowedValues(valuesOf(schema), say)}${nested && properties(nested, say)}</dd>
`
}

/** The properties of an object, those of objects in it below them. */
function properties(schema: Schema, say: Say): Html {
  const { required = [], additionalProperties: others } = schema
  const named = Object.entries(schema.properties ?? {}).map(([name, value]) =>
    property(name, value, required.includes(name), say)
  )
  // Names that another standard gives, written as patterns that fit nothing else.
  const matched = Object.entries(schema.patternProperties ?? {}).map(([pattern, value]) =>
    property(pattern.replace(/^\^|\$$|\\/g, ''), value, false, say)
  )
  const rest =
    typeof others === 'object' &&
    html`<dt>${say('others')} <span class="soft">${typeOf(others, say)}</span></dt>
<dd>${inline(others.description ?? '')}</dd>`
  return html`<dl class="properties">${named}${matched}${rest}</dl>`
}

/** A named schema, to be opened. */
export function schemaSection(document: Document, name: string, say: Say): Html {
  const schema = resolve(document, { $ref: `#/components/schemas/${name}` } as Schema)
  const nested = inside(schema)
  return html`<details><summary><h3>${name}</h3></summary><div id="${schemaId(name)}">
<p>${inline(schema.description ?? '')}</p>
<p class="soft">${typeOf(schema, say)}</p>
${allowedValues(valuesOf(schema), say)}${
  nested
    ? properties(nested, say)
    : typeof schema.additionalProperties === 'object' && properties({ ...schema, properties: {} }, say)
}</div></details>
`
}
