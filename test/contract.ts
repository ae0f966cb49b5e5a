/** Holds an answer against openapi/v1.json: status, headers, media type and body must be as published. */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Response } from 'light-my-request'

type Json = Record<string, unknown>
type Operation = { responses: Record<string, Json> }
type Document = Json & { paths: Record<string, { get: Operation }> }

export const DOCUMENT = JSON.parse(readFileSync(new URL('../openapi/v1.json', import.meta.url), 'utf8')) as Document

// Each component is compiled once, and as it is: what the code for an answer gains by more would never be earned back.
const ajv = new Ajv2020({ strict: false, allErrors: true, inlineRefs: false, code: { optimize: false } })
addFormats.default(ajv)
ajv.addFormat('int32', true)
ajv.addFormat('double', true)
ajv.addSchema({ $id: 'openapi', ...DOCUMENT })

const escapePointer = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
const validators = new Map<string, ReturnType<typeof ajv.compile>>()

function validator(pointer: string) {
  const known = validators.get(pointer)
  if (known) return known
  const made = ajv.compile({ $ref: `openapi#${pointer}` })
  validators.set(pointer, made)
  return made
}

const resolve = (node: Json): { node: Json; pointer?: string } => {
  const reference = node.$ref
  if (typeof reference !== 'string') return { node }
  const pointer = reference.slice(1)
  const target = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, part) => (at as Json)[part], DOCUMENT)
  return { node: target as Json, pointer }
}

/** The suffixes that a path names; an address with another is not of that path. */
const suffixesOf = (path: string): string => {
  const parameters = (DOCUMENT.paths[path]?.get as unknown as { parameters?: Json[] } | undefined)?.parameters ?? []
  const suffix = parameters.map(one => resolve(one).node).find(({ name }) => name === 'suffix')
  const { enum: values = [] } = (suffix?.schema ?? {}) as { enum?: string[] }
  return `(${values.map(value => value.replaceAll('.', '\\.')).join('|')})`
}

const templates = Object.keys(DOCUMENT.paths).map(path => ({
  path,
  pattern: new RegExp(
    `^/v1${path
      .replace('{suffix}', suffixesOf(path))
      .replace(/\{(id|name)\}/, '[^/]+')
      .replace('{group}', '[a-z-]+')
      .replace('{file}', '[^/]+')}$`
  )
}))

/** The published path an address belongs to; static ones win over templates. */
export const templateOf = (url: string): string | undefined => {
  // As a client sends it: dot segments are gone.
  const path = URL.canParse(url, 'http://x') ? new URL(url, 'http://x').pathname : (url.split('?')[0] ?? '')
  const found = templates.filter(({ pattern }) => pattern.test(path)).map(template => template.path)
  return found.find(template => !template.includes('{')) ?? found[0]
}

const DECODERS: Record<string, (bytes: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }

/** The body as text, whatever its content coding. */
const textOf = ({ headers, rawPayload }: Response): string => {
  const decode = DECODERS[String(headers['content-encoding'])]
  return (decode && rawPayload.length > 0 ? decode(rawPayload) : rawPayload).toString()
}

/** All that is not as published; empty for addresses outside the document. */
export function contractFaults(method: string, url: string, response: Response): string[] {
  const faults: string[] = []
  const body = textOf(response)
  const type = String(response.headers['content-type'] ?? '').split(';')[0] ?? ''
  const path = templateOf(url)
  if (type === 'application/problem+json') {
    const validate = validator('/components/schemas/Problem')
    if (!validate(JSON.parse(body || '{}')) && method !== 'HEAD') faults.push(ajv.errorsText(validate.errors))
  } else if (response.statusCode >= 400 && type !== 'text/html')
    faults.push(`a ${response.statusCode} of type ${type || 'none'}`)
  if (!path || method !== 'GET') return faults

  const { responses } = DOCUMENT.paths[path]?.get ?? { responses: {} }
  const status = String(response.statusCode)
  const key = status in responses ? status : 'default'
  const declared = responses[key]
  if (!declared) return [...faults, `status ${status} is not published`]
  const { node, pointer = `/paths/${escapePointer(path)}/get/responses/${key}` } = resolve(declared)
  for (const name of ['API-Version', 'Access-Control-Allow-Origin', 'Request-Id']) {
    if (!response.headers[name.toLowerCase()]) faults.push(`header ${name} is missing`)
  }
  const content = (node.content ?? {}) as Json
  if (Object.keys(content).length === 0) return body === '' ? faults : [...faults, 'a body where none is published']
  if (!(type in content)) return [...faults, `type ${type} is not published for ${status}`]
  if (type === 'application/json' || type === 'application/problem+json') {
    const validate = validator(`${pointer}/content/${escapePointer(type)}/schema`)
    if (!validate(JSON.parse(body))) faults.push(ajv.errorsText(validate.errors, { separator: '\n' }).slice(0, 2000))
  }
  return faults
}
