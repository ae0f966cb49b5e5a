/** An OpenAPI document as its readers need it: groups of operations, with every reference followed. */

import { readFile } from 'node:fs/promises'
import type { Lang } from '../i18n/words.ts'

type Reference = { $ref?: string }

/** A schema of JSON Schema 2020-12, as far as the document uses it. */
export type Schema = Reference & {
  type?: string | string[]
  title?: string
  description?: string
  enum?: (string | number | boolean | null)[]
  const?: string | number | boolean | null
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  contentMediaType?: string
  items?: Schema
  required?: string[]
  properties?: Record<string, Schema>
  patternProperties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
}

type Shown = { example?: unknown; examples?: Record<string, Reference & { summary?: string; value?: unknown }> }

export type Parameter = Reference &
  Shown & { name: string; in: string; required?: boolean; description?: string; schema?: Schema }

export type Content = Record<string, Shown & { schema?: Schema }>

export type Header = Reference & { description?: string; schema?: Schema }

export type Response = Reference & { description?: string; headers?: Record<string, Header>; content?: Content }

export type Operation = {
  operationId: string
  tags?: string[]
  summary?: string
  description?: string
  parameters?: Parameter[]
  requestBody?: Reference & { description?: string; content?: Content }
  responses: Record<string, Response>
}

type Path = Reference & { parameters?: Parameter[] } & Record<string, unknown>

export type Document = {
  info: {
    title: string
    version: string
    summary?: string
    description?: string
    license?: { name: string; url?: string }
    contact?: { name: string; url?: string }
  }
  servers?: { url: string; description?: string }[]
  tags?: { name: string; description?: string; 'x-displayName'?: string }[]
  paths: Record<string, Path>
  components?: { schemas?: Record<string, Schema>; headers?: Record<string, Header> }
}

/** An operation with where it is. */
export type Place = Operation & { method: string; path: string; parameters: Parameter[] }

export type Group = { name: string; title: string; description: string; operations: Place[] }

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** What a reference leads to, and anything else itself (RFC 6901). */
export function resolve<T extends Reference>(document: Document, node: T): T {
  if (node.$ref === undefined) return node
  const keys = node.$ref
    .slice(2)
    .split('/')
    .map(key => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
  let found: unknown = document
  for (const key of keys) found = (found as Record<string, unknown> | undefined)?.[key]
  if (found === undefined) throw new Error(`the OpenAPI document has no ${node.$ref}`)
  return resolve(document, found as T)
}

function operationsOf(document: Document): Place[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const found = resolve(document, item)
    return METHODS.flatMap(method => {
      const operation = found[method] as Operation | undefined
      if (!operation) return []
      const parameters = [...(found.parameters ?? []), ...(operation.parameters ?? [])]
      return [{ ...operation, method, path, parameters: parameters.map(one => resolve(document, one)) }]
    })
  })
}

/** The groups in the order of the document. */
function groupsOf(document: Document): Group[] {
  const operations = operationsOf(document)
  return (document.tags ?? []).map(({ name, description = '', 'x-displayName': title }) => ({
    name,
    title: title ?? name.charAt(0).toUpperCase() + name.slice(1),
    description,
    operations: operations.filter(({ tags }) => tags?.includes(name))
  }))
}

/** The names of all components of a kind that a part of the document leads to, directly or through others. */
export function reachable(document: Document, kind: 'schemas', part: unknown): string[] {
  const names = new Set<string>()
  const followed = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key !== '$ref' || typeof value !== 'string') {
        visit(value)
      } else if (!followed.has(value)) {
        followed.add(value)
        const [, name] = new RegExp(`^#/components/${kind}/(.+)$`).exec(value) ?? []
        if (name) names.add(name)
        visit(resolve(document, { $ref: value }))
      }
    }
  }
  visit(part)
  return [...names]
}

/** A document with its groups. */
export type Book = { document: Document; groups: Group[] }

/** The document of a language as it is published. */
export async function readBook(lang: Lang): Promise<Book> {
  const name = lang === 'en' ? 'v1.json' : `v1.${lang}.json`
  const text = await readFile(new URL(`../../openapi/${name}`, import.meta.url), 'utf8')
  const document = JSON.parse(text) as Document
  return { document, groups: groupsOf(document) }
}
