/**
 * What programs may rely on in the published document, kept in openapi/promises.json: addresses, parameters and their
 * values, media types of answers, names and types of properties. The file is only ever added to.
 */
import { readFileSync } from 'node:fs'

/** Names by what they belong to: parameters and media types by operation, values by parameter, properties by schema. */
const KINDS = ['parameters', 'values', 'answers', 'properties'] as const
export type Promises = Record<(typeof KINDS)[number], Record<string, string[]>>

type Node = Record<string, unknown>
type Operation = { parameters?: Node[]; responses?: Record<string, Node> }
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Node> } }

export const PROMISES_FILE = new URL('promises.json', import.meta.url)

export const committedPromises = (): Promises => JSON.parse(readFileSync(PROMISES_FILE, 'utf8'))

const METHODS = ['get', 'post']
/** Behind a parameter that has to be given. */
const REQUIRED = '!'

const lookUp = (document: Document, node: Node): Node => {
  const { $ref } = node
  if (typeof $ref !== 'string') return node
  const path = $ref.split('/').slice(1)
  return path.reduce<Node>((at, part) => at[part] as Node, document as unknown as Node)
}

/** A type in a word: of a schema that has a name, that. */
function typeOf(node: Node): string {
  const { $ref, type, items, allOf } = node
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? ''
  if (Array.isArray(allOf)) return allOf.map(part => typeOf(part as Node)).join(' & ')
  const types = [type ?? 'any'].flat().sort().join(' | ')
  return items ? `${types} of ${typeOf(items as Node)}` : types
}

const nameOf = ({ name, required }: Node) => `${name}${required ? REQUIRED : ''}`

/** The closed list that a parameter takes, under the name of its component, or of its own where it has none. */
function valuesOf(document: Document, owner: string, node: Node): [string, string[]][] {
  const { name, schema = {} } = lookUp(document, node)
  const { enum: values } = lookUp(document, schema as Node)
  const [component] = [node, schema as Node].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []))
  const known = component?.split('/').at(-1) ?? `${owner} ${name}`
  return values ? [[known, (values as unknown[]).map(String).sort()]] : []
}

/** The promises of a document, each list in the order of the alphabet. */
export function promisesOf(published: Node): Promises {
  const document = published as unknown as Document
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap(method => (item[method] ? [[`${method.toUpperCase()} ${path}`, item[method]] as const] : []))
  )
  const asked = operations.map(([name, { parameters = [] }]) => [name, parameters] as const)
  const answers = operations.map(([name, { responses = {} }]) => {
    const types = Object.entries(responses).flatMap(([status, node]) =>
      status.startsWith('2') ? Object.keys((lookUp(document, node).content ?? {}) as Node) : []
    )
    return [name, [...new Set(types)].sort()] as const
  })
  const properties = Object.entries(document.components.schemas).flatMap(([name, { properties: all }]) =>
    all ? [[name, Object.entries(all).map(([key, node]) => `${key}: ${typeOf(node as Node)}`)] as const] : []
  )
  return {
    parameters: Object.fromEntries(
      asked.map(([name, all]) => [name, all.map(node => nameOf(lookUp(document, node))).sort()])
    ),
    values: Object.fromEntries(asked.flatMap(([owner, all]) => all.flatMap(node => valuesOf(document, owner, node)))),
    answers: Object.fromEntries(answers),
    properties: Object.fromEntries(properties)
  }
}

/** What in the newer promises breaks one of the older. */
export function brokenIn(older: Promises, newer: Promises): string[] {
  const lost = KINDS.flatMap(kind =>
    Object.entries(older[kind]).flatMap(([owner, names]) => {
      const now = newer[kind][owner]
      // A parameter that takes anything now takes those values too.
      if (!now) return kind === 'parameters' || kind === 'properties' ? [`${owner} is gone`] : []
      const gone = names.filter(name => !now.includes(name))
      return gone.length > 0 ? [`${owner} no longer has ${gone.join(', ')} among its ${kind}`] : []
    })
  )
  const demanded = Object.entries(newer.parameters).flatMap(([owner, names]) => {
    const known = older.parameters[owner]
    const asked = known ? names.filter(name => name.endsWith(REQUIRED) && !known.includes(name)) : []
    return asked.length > 0 ? [`${owner} cannot be asked any more without ${asked.join(', ')}`] : []
  })
  return [...lost, ...demanded]
}
