/** A part of an OpenAPI document that is one by itself. */

type Json = Record<string, unknown>
export type Document = {
  info: { title: string; description: string }
  servers: { url: string }[]
  tags: { name: string; description: string; 'x-displayName'?: string }[]
  paths: Record<string, Record<string, { tags: string[] }>>
  components: Record<string, Record<string, Json>>
}

const REFERENCE = /^#\/components\/([^/]+)\/([^/]+)$/

/** The components that a part refers to, and those that these refer to, in the order of the whole document. */
function componentsOf(part: unknown, all: Document['components']): Document['components'] {
  const needed = new Set<unknown>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      const [, kind = '', name = ''] = (key === '$ref' && REFERENCE.exec(String(value))) || []
      const target = kind ? all[kind]?.[name] : value
      if (kind && needed.has(target)) continue
      if (kind) needed.add(target)
      visit(target)
    }
  }
  visit(part)
  return Object.fromEntries(
    Object.entries(all).map(([kind, values]) => [
      kind,
      Object.fromEntries(Object.entries(values).filter(([, value]) => needed.has(value)))
    ])
  )
}

/** How often each schema is referred to. */
function countReferences(node: unknown, counts = new Map<string, number>()): Map<string, number> {
  if (typeof node !== 'object' || node === null) return counts
  for (const [key, value] of Object.entries(node)) {
    if (key === '$ref') counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
    else countReferences(value, counts)
  }
  return counts
}

const SHARED_PART = /^#\/components\/schemas\/(\w+\.\w+)$/

/**
 * What the whole document says once for many types (`columns.country`) stands in its place where a part has one type
 * alone that says it, and examples of single values are left out. Types keep their names.
 */
function inlined(document: Document): Document {
  const counts = countReferences(document)
  const { schemas = {} } = document.components
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    const reference = String((node as Json).$ref)
    const name = SHARED_PART.exec(reference)?.[1]
    if (name && counts.get(reference) === 1) return visit(schemas[name])
    // A part is to be read whole: of examples it has those of its parameters and its answers.
    const entries = Object.entries(node).filter(([key, value]) => !(key === 'examples' && Array.isArray(value)))
    return Object.fromEntries(entries.map(([key, value]) => [key, visit(value)]))
  }
  const { paths, components } = visit(document) as Document
  const kept = Object.entries(components.schemas ?? {}).filter(
    ([name]) => !name.includes('.') || counts.get(`#/components/schemas/${name}`) !== 1
  )
  return { ...document, paths, components: { ...components, schemas: Object.fromEntries(kept) } }
}

type Answers = { responses: Record<string, Json> }

/** The headers that every answer has, by their references. */
function headersOfAll(paths: Document['paths'], components: Document['components']): Set<unknown> {
  const answers = Object.values(paths)
    .flatMap(path => Object.values(path) as unknown as Answers[])
    .flatMap(({ responses }) => Object.values(responses))
    .map(({ $ref, ...own }) => (components.responses?.[String($ref).slice(RESPONSES.length)] ?? own) as Json)
    .map(({ headers = {} }) => new Set(Object.values(headers as Json).map(header => (header as Json).$ref)))
  const [first = new Set(), ...others] = answers
  return new Set([...first].filter(header => others.every(other => other.has(header))))
}

const RESPONSES = '#/components/responses/'

/** The same without the headers of every answer, which only the whole repeats at each. */
function withoutSharedHeaders(document: Document): Document {
  const shared = headersOfAll(document.paths, document.components)
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit)
    if (typeof node !== 'object' || node === null) return node
    const kept = Object.entries(node).filter(([, value]) => !shared.has((value as Json | null)?.$ref))
    return Object.fromEntries(kept.map(([key, value]) => [key, visit(value)]))
  }
  const { paths, components } = visit(document) as Document
  const { headers = {}, ...rest } = components
  const named = Object.entries(headers).filter(([name]) => !shared.has(`#/components/headers/${name}`))
  return { ...document, paths, components: { ...rest, headers: Object.fromEntries(named) } }
}

/** What the whole is, promises and offers assistants is left to the whole; how to ask is told in each part. */
const PREAMBLE = 3

/**
 * The document with the addresses of one group, which is named by its tag, and with what these need; undefined where
 * there is no such group.
 */
export function excerptOf(whole: Document, group: string): Document | undefined {
  const tag = whole.tags.find(({ name }) => name === group)
  if (!tag) return undefined
  const paths = Object.fromEntries(
    Object.entries(whole.paths).filter(([, path]) => Object.values(path).some(({ tags }) => tags.includes(group)))
  )
  const info = {
    ...whole.info,
    title: `${whole.info.title}: ${tag['x-displayName'] ?? tag.name}`,
    description: [tag.description, ...whole.info.description.split('\n\n').slice(PREAMBLE)].join('\n\n')
  }
  const components = componentsOf(paths, whole.components)
  return inlined(withoutSharedHeaders({ ...whole, info, tags: [tag], paths, components }))
}
