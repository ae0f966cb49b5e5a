/** The OpenAPI documents as they are committed, byte for byte: in each language as JSON and as YAML. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { etagOf, matchesTag } from '../http/caching.ts'
import { encodingOf } from '../http/compression.ts'
import { LANGS, type Lang } from '../resource/language.ts'
import { documentationLanguage } from './language.ts'

const TYPES = { json: 'application/json; charset=utf-8', yaml: 'application/yaml; charset=utf-8' } as const

type Published = Record<Lang, { body: Buffer; digest: string }>

async function published(suffix: keyof typeof TYPES): Promise<Published> {
  const read = async (lang: Lang) => {
    const name = lang === 'en' ? `v1.${suffix}` : `v1.${lang}.${suffix}`
    const body = await readFile(new URL(`../../openapi/${name}`, import.meta.url))
    return [lang, { body, digest: createHash('sha256').update(body).digest('hex') }] as const
  }
  return Object.fromEntries(await Promise.all(LANGS.map(read))) as Published
}

/** Serves `openapi.json` and `openapi.yaml` below a prefix. */
export async function serveDocuments(app: FastifyInstance, prefix: string): Promise<void> {
  for (const suffix of ['json', 'yaml'] as const) {
    const documents = await published(suffix)
    app.get(`${prefix}/openapi.${suffix}`, (request, reply) => {
      const { body, digest } = documents[documentationLanguage(request, reply)]
      reply.type(TYPES[suffix])
      const etag = etagOf([digest], encodingOf(request, reply))
      reply.header('etag', etag)
      const known = request.headers['if-none-match']
      return known !== undefined && matchesTag(known, etag) ? reply.code(304).send() : reply.send(body)
    })
  }
}
