/** One operation: what it asks, as a form, and what it answers. */
import { type Html, html } from '../html/html.ts'
import { type Content, type Document, type Header, type Place, type Response, reachable, resolve } from './document.ts'
import { form, type Target } from './parameters.ts'
import { inline, prose } from './prose.ts'
import { schemaSection, typeOf } from './schema.ts'
import type { Say } from './words.ts'

const headerId = (name: string) => `header-${name}`

/** Longer examples are cut: they are there to show what an answer looks like. */
const LINES = 60
const LETTERS = 3000

function shortened(text: string, say: Say): string {
  const lines = text.split('\n').slice(0, LINES).join('\n').slice(0, LETTERS)
  return lines.length < text.trimEnd().length ? `${lines}\n${say('shortened')}` : lines
}

function example(document: Document, content: Content[string], type: string, say: Say): Html | false {
  const [first] = Object.values(content.examples ?? {}).map(one => resolve(document, one))
  const value = content.example ?? first?.value
  if (value === undefined) return false
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return html`<details><summary>${say('example')} <code>${first?.summary ?? type}</code></summary>
<pre tabindex="0" role="region" aria-label="${say('example')} ${type}"><code>${shortened(text, say)}</code></pre></details>
`
}

const contents = (document: Document, content: Content, say: Say): Html =>
  html`${Object.entries(content).map(
    ([type, one]) =>
      html`<div class="content"><p><code>${type}</code> <span class="soft">${typeOf(one.schema, say)}</span></p>
${example(document, one, type, say)}</div>
`
  )}`

const headers = ({ headers: named = {} }: Response, say: Say): Html | false =>
  Object.keys(named).length > 0 &&
  html`<p class="soft">${say('headers')}: ${Object.keys(named).map(
    (name, index) => html`${index > 0 && ', '}<a href="#${headerId(name)}">${name}</a>`
  )}</p>`

/** Answers that hold what was asked for in full, the others in a line each. */
function answers(document: Document, { responses }: Place, say: Say): Html {
  const all = Object.entries(responses).map(([status, response]) => [status, resolve(document, response)] as const)
  const whole = all.filter(([status]) => status.startsWith('2'))
  const others = all.filter(([status]) => !status.startsWith('2'))
  const types = ({ content = {} }: Response) =>
    Object.entries(content).map(
      ([type, { schema }]) => html` <span class="soft"><code>${type}</code> ${typeOf(schema, say)}</span>`
    )
  return html`${whole.map(
    ([status, response]) => html`<h3>${status}</h3>
<p>${inline(response.description ?? '')}</p>
${contents(document, response.content ?? {}, say)}${headers(response, say)}
`
  )}<dl class="statuses">${others.map(
    ([status, response]) =>
      html`<dt>${status === 'default' ? say('other') : status}</dt><dd>${inline(response.description ?? '')}${types(response)}</dd>
`
  )}</dl>
<p><a href="/docs/problems">${say('explained')}</a></p>
`
}

const headerEntry = (document: Document, name: string, header: Header, say: Say): Html => {
  const { description, schema } = resolve(document, header)
  return html`<dt id="${headerId(name)}"><code>${name}</code> <span class="soft">${typeOf(schema, say)}</span></dt>
<dd>${inline(description ?? '')}</dd>
`
}

/** Every header of any answer, once. */
const headersOf = (document: Document, { responses }: Place): [string, Header][] => [
  ...new Map(Object.values(responses).flatMap(response => Object.entries(resolve(document, response).headers ?? {})))
]

/** Everything about an operation. */
export function operationBody(document: Document, place: Place, target: Target, say: Say): Html {
  const schemas = reachable(document, 'schemas', [place.requestBody, place.responses])
  const named = headersOf(document, place)
  return html`${prose(place.description)}
<h2>${say(place.requestBody ? 'body' : 'parameters')}</h2>
${form(document, place, target, say)}
<h2>${say('answers')}</h2>
${answers(document, place, say)}
${
  schemas.length > 0 &&
  html`<h2>${say('schemas')}</h2>
${schemas.map(schema => schemaSection(document, schema, say))}`
}
${
  named.length > 0 &&
  html`<h2>${say('headers')}</h2>
<dl>${named.map(([name, header]) => headerEntry(document, name, header, say))}</dl>`
}`
}
