/** The parameters of an operation: its reference and, at the same time, the form that tries it. */
import { type Html, html } from '../html/html.ts'
import { type Document, type Parameter, type Place, resolve, type Schema } from './document.ts'
import { inline, prose } from './prose.ts'
import { allowedValues, rulesOf, typeOf, valuesOf } from './schema.ts'
import type { Say } from './words.ts'

const PLACES = ['path', 'header', 'cookie'] as const

/** Longer texts get a field of several lines. */
const LONG_TEXT = 20_000

type Field = Pick<Parameter, 'name' | 'required' | 'description' | 'example'> & {
  /** Where it is sent, unless in the query. */
  where: string | false
  schema: Schema
}

const exampleOf = ({ example, examples }: Pick<Parameter, 'example' | 'examples'>): unknown =>
  example ?? Object.values(examples ?? {})[0]?.value

function control(id: string, { name, required, schema, example }: Field): Html {
  const told = html`id="${id}" name="${name}" aria-describedby="${id}-text"${required && html` required`}`
  const value = required && example !== undefined ? String(example) : ''
  if (schema.enum)
    return html`<select ${told}>${!required && html`<option value=""></option>`}${schema.enum.map(
      option => html`<option${String(option) === value && html` selected`}>${String(option)}</option>`
    )}</select>`
  if (schema.contentMediaType || (schema.maxLength ?? 0) > LONG_TEXT)
    return html`<textarea ${told} rows="3" spellcheck="false">${value}</textarea>`
  const numeric = schema.type === 'integer' && html` inputmode="numeric"`
  return html`<input type="text" ${told} value="${value}" autocomplete="off" autocapitalize="none" spellcheck="false"${numeric}>`
}

const row = (field: Field, say: Say): Html => {
  const { name, required, description, example, schema, where } = field
  const id = `parameter-${name}`
  const facts = [...(where ? [where] : []), typeOf(schema, say), ...rulesOf(schema, say)]
  const named = html`<code>${name}</code>${required && html` <span class="soft">${say('required')}</span>`}`
  // The members of an object are parameters of names that only the reader knows: there is no one field to fill.
  const asked =
    schema.type === 'object'
      ? html`${named}<input type="hidden" name="${name}" value="">`
      : html`<label for="${id}">${named}</label>
${control(id, field)}`
  return html`<div class="field"><div>${asked}</div>
<div id="${id}-text">${prose(description)}${allowedValues(valuesOf(schema), say)}<p class="soft">${facts.map((fact, index) => html`${index > 0 && ' · '}${fact}`)}${
    example !== undefined &&
    html` · ${say('example')} <code>${typeof example === 'object' ? JSON.stringify(example) : String(example)}</code>`
  }</p></div></div>
`
}

function fieldsOf(document: Document, { parameters, requestBody }: Place, say: Say): Field[] {
  const asked = parameters.map(({ schema = {}, in: place, ...parameter }) => {
    const where = PLACES.find(known => known === place)
    const told = where ? say(`${where}_in`) : false
    return { ...parameter, example: exampleOf(parameter), schema: resolve(document, schema), where: told }
  })
  const [content] = requestBody ? Object.values(resolve(document, requestBody).content ?? {}) : []
  const { properties = {}, required = [] } = resolve(document, content?.schema ?? {})
  const sent = Object.entries(properties).map(([name, schema]) => ({
    name,
    schema,
    required: required.includes(name),
    where: say('body_in'),
    ...(schema.description ? { description: schema.description } : {})
  }))
  return [...asked, ...sent] as Field[]
}

export type Target = { action: string; prefix: string }

/**
 * The form, with its first `most` fields. Without script it leads to `action`, which leaves out what is empty; what is
 * sent as a body needs script, since a browser sends empty fields too.
 */
export function form(document: Document, place: Place, { action, prefix }: Target, say: Say, most = Infinity): Html {
  const fields = fieldsOf(document, place, say)
    .slice(0, most)
    .map(field => row(field, say))
  const { method, path, requestBody } = place
  const body = requestBody && resolve(document, requestBody).description
  const isAsked = method === 'get'
  const address = `${prefix}${path}`
  return html`${body && html`<p>${inline(body)}</p>`}<form class="try" method="${isAsked ? 'get' : 'post'}" action="${isAsked ? action : address}" data-path="${address}">
${fields.length > 0 ? fields : html`<p class="soft">${say('noParameters')}</p>`}
<p class="buttons"><button type="submit"${!isAsked && html` hidden`}>${say('try')}</button>${fields.length > 0 && html` <button type="reset"${!isAsked && html` hidden`}>${say('clear')}</button>`}</p>
</form>
`
}
