/** The OpenAPI documents: of the whole API and of one group of addresses, in each language, as JSON and as YAML. */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { stringify } from 'yaml'
import type { Service } from '../engine/service.ts'
import { Problem } from '../http/errors/problems.ts'
import { nearest } from '../http/errors/suggestions.ts'
import { documented } from '../http/operation.ts'
import { originOf } from '../http/origin.ts'
import { respond } from '../http/respond.ts'
import type { Lang } from '../i18n/words.ts'
import { type Document, excerptOf } from './excerpt.ts'
import { documentationLanguage } from './language.ts'

/** Where the service seems to be in the committed documents; an answer names the origin it was asked at instead. */
export const EXAMPLE_ORIGIN = 'http://localhost:3000'

const FORMATS = {
  '.json': { type: 'application/json; charset=utf-8', write: (document: Document) => JSON.stringify(document) },
  '.yaml': {
    type: 'application/yaml; charset=utf-8',
    // Every text on one line, and nothing by reference but what the document itself refers to.
    write: (document: Document) => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })
  }
} as const
type Suffix = keyof typeof FORMATS

/** A document as it was written, cut where the origin stands, and what its tag is made of. */
type Text = { parts: readonly string[]; digest: string }

async function read(lang: Lang): Promise<Document> {
  const name = lang === 'en' ? 'v1.json' : `v1.${lang}.json`
  const document = JSON.parse(await readFile(new URL(`../../openapi/${name}`, import.meta.url), 'utf8')) as Document
  const servers = document.servers.map(server => ({ ...server, url: `${EXAMPLE_ORIGIN}${server.url}` }))
  return { ...document, servers }
}

/** Makes each value once, when it is first asked for; a failure is not kept. */
function kept<V>(make: (key: string) => Promise<V>): (key: string) => Promise<V> {
  const values = new Map<string, Promise<V>>()
  return key => {
    const value = values.get(key) ?? make(key)
    values.set(key, value)
    value.catch(() => values.delete(key))
    return value
  }
}

const whole = kept(lang => read(lang as Lang))

const unknownGroup = (group: string, { tags }: Document): Problem => {
  const names = tags.map(({ name }) => name)
  const near = nearest(group, names)
  return new Problem('not-found', 'There is no group of addresses of this name.', {
    errors: [{ detail: 'The groups there are.', allowed: names, ...(near.length > 0 ? { nearest: near } : {}) }]
  })
}

/** The text of a document by language, suffix and group, if it is of one; throws a Problem where there is no such group. */
const textOf = kept(async (key): Promise<Text> => {
  const [lang = '', suffix = '', group] = key.split(' ')
  const all = await whole(lang)
  const document = group === undefined ? all : excerptOf(all, group)
  if (!document) throw unknownGroup(group ?? '', all)
  const text = FORMATS[suffix as Suffix].write(document)
  return { parts: text.split(EXAMPLE_ORIGIN), digest: createHash('sha256').update(text).digest('hex') }
})

/** Serves the document of the API, and below it that of each group. */
export function serveDocuments(app: FastifyInstance, { prefix, publicUrl }: Service): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const { suffix, group } = request.params as { suffix: Suffix; group?: string }
    const language = documentationLanguage(request)
    const { parts, digest } = await textOf([language.lang, suffix, ...(group === undefined ? [] : [group])].join(' '))
    const origin = originOf(request, publicUrl)
    const representation = { ...language, type: FORMATS[suffix].type, key: [digest, origin] }
    return respond(request, reply, representation, () => parts.join(origin))
  }
  const path = `${prefix}/openapi`
  app.get(`${path}:suffix(^\\.(json|yaml)$)`, documented('openapi'), answer)
  app.get(`${path}/:group(^[a-z-]+):suffix(^\\.json$)`, documented('openapiGroup'), answer)
}
