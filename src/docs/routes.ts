/** The documentation for people: made from the OpenAPI document of a language, each page when it is asked for. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { DOCS_PATH } from '../engine/links.ts'
import { assetFile, serveAssets } from '../http/assets.ts'
import { etagOf, matchesTag } from '../http/caching.ts'
import { encodingOf } from '../http/compression.ts'
import { Problem } from '../http/errors/problems.ts'
import { LANGS, type Lang } from '../i18n/words.ts'
import { type Book, readBook } from './document.ts'
import { POLICY } from './frame.ts'
import { documentationLanguage } from './language.ts'
import { type Found, groupPage, operationPage, overviewPage, type Site } from './pages.ts'
import { filled } from './try.ts'

const ASSETS = `${DOCS_PATH}/assets`

/** A parsed document takes several MB, and is let go when nobody reads on. */
const MINUTE = 60_000
const KEPT_PAGES = 60

type Page = { body: Buffer; digest: string }

const pageOf = (text: string): Page => {
  const body = Buffer.from(text)
  return { body, digest: createHash('sha256').update(body).digest('hex') }
}

const notFound = (allowed: string[]) =>
  new Problem('not-found', 'The documentation has no page of this name.', {
    errors: [{ detail: 'The names there are.', allowed }]
  })

function send(request: FastifyRequest, reply: FastifyReply, { body, digest }: Page): FastifyReply {
  reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8')
  const etag = etagOf([digest], encodingOf(request, reply))
  reply.header('etag', etag)
  const known = request.headers['if-none-match']
  return known !== undefined && matchesTag(known, etag) ? reply.code(304).send() : reply.send(body)
}

/** Serves the pages and what they are made of; `prefix` is where the API is. */
export function serveDocumentation(app: FastifyInstance, prefix: string): void {
  const script = assetFile(ASSETS, 'docs', 'js', readFileSync(new URL('./assets/docs.js', import.meta.url)))
  serveAssets(app, [script])
  const books = new LRUCache<Lang, Promise<Book>>({ max: LANGS.length, ttl: MINUTE, ttlAutopurge: true })
  const pages = new LRUCache<string, Page>({ max: KEPT_PAGES })

  const bookIn = (lang: Lang): Promise<Book> => {
    const reading = books.get(lang) ?? readBook(lang)
    books.set(lang, reading)
    reading.catch(() => books.delete(lang))
    return reading
  }

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    make: (site: Site) => Found
  ): Promise<FastifyReply> => {
    const lang = documentationLanguage(request, reply)
    const key = `${lang} ${name}`
    const known = pages.get(key)
    if (known) return send(request, reply, known)
    const found = make({ ...(await bookIn(lang)), lang, prefix, assets: { script } })
    if ('names' in found) throw notFound(found.names)
    const page = pageOf(found.text)
    pages.set(key, page)
    return send(request, reply, page)
  }

  for (const path of [DOCS_PATH, `${DOCS_PATH}/`]) {
    app.get(path, (request, reply) => answer(request, reply, '', overviewPage))
  }
  app.get<{ Params: { group: string } }>(`${DOCS_PATH}/:group`, (request, reply) => {
    const { group } = request.params
    return answer(request, reply, group, site => groupPage(site, group))
  })
  type Named = { Params: { group: string; operation: string } }
  app.get<Named>(`${DOCS_PATH}/:group/:operation`, (request, reply) => {
    const { group, operation } = request.params
    return answer(request, reply, `${group}/${operation}`, site => operationPage(site, group, operation))
  })
  app.get<Named>(`${DOCS_PATH}/:group/:operation/try`, async (request, reply) => {
    const { group, operation } = request.params
    const { groups } = await bookIn('en')
    const operations = groups.find(({ name }) => name === group)?.operations ?? []
    const found = operations.find(({ operationId, method }) => operationId === operation && method === 'get')
    if (!found) throw notFound(operations.map(({ operationId }) => operationId))
    const address = `${prefix}${filled(found.path, request.raw.url ?? '')}`
    return reply.header('cache-control', 'no-store').redirect(address, 303)
  })
}
