/** The documentation for people: made from the OpenAPI document of a language, each page when it is asked for. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { DOCS_PATH } from '../engine/links.ts'
import { assetFile, serveAssets } from '../http/assets.ts'
import { Problem } from '../http/errors/problems.ts'
import { originOf } from '../http/origin.ts'
import { respond } from '../http/respond.ts'
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

type Service = { prefix: string; publicUrl: string | undefined }

/** Serves the pages and what they are made of; `prefix` is where the API is. */
export function serveDocumentation(app: FastifyInstance, { prefix, publicUrl }: Service): void {
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

  const kept = async (key: string, make: () => Promise<Page>): Promise<Page> => {
    const page = pages.get(key) ?? (await make())
    pages.set(key, page)
    return page
  }

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    make: (site: Site) => Found
  ): Promise<FastifyReply> => {
    const language = documentationLanguage(request)
    const { lang } = language
    const origin = originOf(request, publicUrl)
    const { body, digest } = await kept(`${origin} ${lang} ${name}`, async () => {
      const found = make({ ...(await bookIn(lang)), lang, prefix, origin, assets: { script } })
      if ('names' in found) throw notFound(found.names)
      return pageOf(found.text)
    })
    reply.header('content-security-policy', POLICY)
    const representation = { ...language, type: 'text/html; charset=utf-8', key: [digest] }
    return respond(request, reply, representation, () => body)
  }

  app.get(DOCS_PATH, (request, reply) => answer(request, reply, '', overviewPage))
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
