/** Moves what occurs again and again in an OpenAPI document into its components, so that it is written once. */

type Json = Record<string, unknown>
type Components = Record<'schemas' | 'headers' | 'parameters' | 'responses', Record<string, Json>>
type Operation = { parameters?: Json[]; responses: Record<string, Json> }
type Document = { components: Components; paths: Record<string, Record<string, Operation>> }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every titled object schema becomes a component of that name; equal names must mean equal schemas. */
function hoistSchemas(node: unknown, schemas: Record<string, Json>): unknown {
  if (Array.isArray(node)) return node.map(item => hoistSchemas(item, schemas))
  if (!isObject(node)) return node
  const moved = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, hoistSchemas(value, schemas)]))
  namePatterns(moved)
  const { title, type } = moved
  if (typeof title !== 'string' || type !== 'object') return moved
  const known = schemas[title]
  if (known && JSON.stringify(known) !== JSON.stringify(moved))
    throw new Error(`two different schemas are called ${title}`)
  schemas[title] = moved
  return { $ref: `#/components/schemas/${title}` }
}

const PLAIN_NAME = /^(?!(?:schema|properties)$)[a-z_][a-z_0-9]*$/

/**
 * Linters demand snake_case of every property and take those called `schema` and `properties` for parts of a schema.
 * Names that another standard gives are therefore written as patterns that fit nothing else.
 */
function namePatterns(schema: Json): void {
  const { properties } = schema
  if (schema.type !== 'object' || !isObject(properties)) return
  const foreign = Object.entries(properties).filter(([name]) => !PLAIN_NAME.test(name))
  if (foreign.length === 0) return
  schema.properties = Object.fromEntries(Object.entries(properties).filter(([name]) => PLAIN_NAME.test(name)))
  schema.required = (schema.required as string[]).filter(name => PLAIN_NAME.test(name))
  schema.patternProperties = Object.fromEntries(
    foreign.map(([name, value]) => [`^${name.replace('$', '\\$')}$`, value])
  )
}

/** One component per distinct value; a second value of the same name gets a number. */
function keep(store: Record<string, Json>, kind: string, name: string, value: Json): Json {
  for (let at = 1; ; at++) {
    const key = at === 1 ? name : `${name}-${at}`
    const known = store[key]
    if (!known) store[key] = value
    if (!known || JSON.stringify(known) === JSON.stringify(value)) return { $ref: `#/components/${kind}/${key}` }
  }
}

const STATUS_NAMES: Record<string, string> = {
  304: 'NotModified',
  301: 'Redirect',
  400: 'InvalidRequest',
  404: 'NotFound',
  406: 'NotAcceptable',
  410: 'Gone',
  413: 'PayloadTooLarge',
  415: 'UnsupportedMediaType',
  416: 'RangeNotSatisfiable',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
  default: 'Problem'
}

export function hoist(document: Document): Document {
  const components: Components = { schemas: {}, headers: {}, parameters: {}, responses: {} }
  const paths = hoistSchemas(document.paths, components.schemas) as Document['paths']
  for (const operation of Object.values(paths).flatMap(path => Object.values(path))) {
    if (operation.parameters) {
      operation.parameters = operation.parameters.map(parameter =>
        keep(components.parameters, 'parameters', String(parameter.name), parameter)
      )
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      const headers = (response.headers ?? {}) as Record<string, Json>
      response.headers = Object.fromEntries(
        Object.entries(headers).map(([name, header]) => [name, keep(components.headers, 'headers', name, header)])
      )
      const shared = STATUS_NAMES[status]
      if (shared) operation.responses[status] = keep(components.responses, 'responses', shared, response)
    }
  }
  return { ...document, paths, components: { ...document.components, ...components } }
}
