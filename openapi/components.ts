/** Moves what is written for many addresses into the components of the OpenAPI document, so that it stands there once. */
import { responseName } from './responses.ts'
import { COMPONENT, PATTERNS, type Schema } from './schema.ts'

type Kind = 'schemas' | 'headers' | 'parameters' | 'responses'
type Components = Record<Kind, Record<string, Schema>>
type Operation = { operationId: string; parameters?: Schema[]; responses: Record<string, Schema>; [RESPONSE]?: string }
type Document = { components: Partial<Components>; paths: Record<string, Record<string, Operation>> }

/** The key under which an operation tells the name of its answer, where it shares it with another address. */
export const RESPONSE = 'x-response'

const isObject = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keeps a value under its name; equal names must mean equal values. */
function move(components: Components, kind: Kind, name: string, value: Schema): Schema {
  const known = components[kind][name]
  if (known && JSON.stringify(known) !== JSON.stringify(value))
    throw new Error(`two different ${kind} are called ${name}`)
  components[kind][name] = value
  return { $ref: `#/components/${kind}/${name}` }
}

/** Moves every schema that names itself, and every object that has a title, which is the name of its type. */
function moveSchemas(node: unknown, components: Components): unknown {
  if (Array.isArray(node)) return node.map(item => moveSchemas(item, components))
  if (!isObject(node)) return node
  const moved = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, moveSchemas(value, components)]))
  const { [COMPONENT]: named, [PATTERNS]: patternProperties, ...rest } = moved
  const schema = patternProperties ? { ...rest, patternProperties } : rest
  const name = named ?? (schema.type === 'object' ? schema.title : undefined)
  if (typeof name !== 'string') return schema
  const { title, ...untitled } = schema
  return move(components, 'schemas', name, title === name ? untitled : schema)
}

/** A parameter that names itself is the same for many addresses; any other belongs to its operation. */
function moveParameter(parameter: Schema, operation: string, components: Components): Schema {
  const { [COMPONENT]: name = `${operation}.${parameter.name}`, ...schema } = parameter.schema as Schema
  const { required, ...rest } = parameter
  const moved = { ...rest, ...(required ? { required } : {}), schema: moveSchemas(schema, components) }
  return move(components, 'parameters', String(name), moved)
}

function moveResponse(response: Schema, name: string | undefined, components: Components): Schema {
  const headers = Object.entries((response.headers ?? {}) as Record<string, Schema>).map(([header, value]) => [
    header,
    move(components, 'headers', header, value)
  ])
  const moved = moveSchemas({ ...response, headers: Object.fromEntries(headers) }, components) as Schema
  return name ? move(components, 'responses', name, moved) : moved
}

/** The document with its parameters, headers, shared answers and named schemas among the components. */
export function withComponents(document: Document): Document {
  const components: Components = { schemas: {}, headers: {}, parameters: {}, responses: {} }
  for (const operation of Object.values(document.paths).flatMap(path => Object.values(path))) {
    const { operationId, [RESPONSE]: answer, parameters, responses } = operation
    delete operation[RESPONSE]
    if (parameters)
      operation.parameters = parameters.map(parameter => moveParameter(parameter, operationId, components))
    for (const [status, response] of Object.entries(responses)) {
      const name = status === '200' ? answer : responseName(status, String(response.description))
      responses[status] = moveResponse(response, name, components)
    }
    if ('requestBody' in operation) operation.requestBody = moveSchemas(operation.requestBody, components)
  }
  return { ...document, components: { ...document.components, ...components } }
}
