/** The addresses of the Explorer: pages, pictures, stylesheet, script. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Negotiator from 'negotiator'
import { type AssetFile, serveAssets } from '../http/assets.ts'
import { Problem } from '../http/errors/problems.ts'
import { originOf } from '../http/origin.ts'
import { readParameters, writeParameters } from '../http/query-string.ts'
import { LIFETIMES } from '../http/respond.ts'
import { SPEECH } from '../i18n/speech.ts'
import { LANGS, type Lang } from '../i18n/words.ts'
import { ApiProblem, askFor } from './api.ts'
import { readAssets } from './assets.ts'
import { openPage, type PageContext, pathOf, ROOT, schemeOf } from './page-context.ts'
import { pageOf, pictureOf, usualOf } from './pages/index.ts'
import { problemPage } from './pages/problem.ts'
import { layout, type Page } from './parts/layout.ts'
import { openRenderer } from './pictures/renderer.ts'
import { sendPicture } from './pictures/send.ts'
import { canonical } from './query-string.ts'

const policy = (framed: boolean) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${framed ? '*' : "'none'"}`

type Options = { publicUrl: string | undefined }

/** Serves the Explorer. It knows the data by the public API alone, which it asks through `app`. */
export function serveExplorer(app: FastifyInstance, { publicUrl }: Options): void {
  const assets = readAssets(`${ROOT}/assets`)
  serveAssets(app, assets.files)
  const renderer = openRenderer()
  app.addHook('onClose', () => renderer.close())
  app.get(ROOT, (request, reply) => {
    const accept = request.headers['accept-language'] ?? ''
    const lang = new Negotiator({ headers: { 'accept-language': accept } }).language([...LANGS]) ?? 'en'
    const query = (request.raw.url ?? '').split('?')[1]
    return reply
      .header('vary', 'Accept-Language')
      .header('cache-control', LIFETIMES.short)
      .redirect(`${ROOT}/${lang}${query ? `?${query}` : ''}`, 302)
  })
  for (const lang of LANGS) {
    app.get(`${ROOT}/${lang}`, (request, reply) => answer(lang, '', request, reply))
    app.get(`${ROOT}/${lang}/*`, (request, reply) => {
      const { '*': path } = request.params as { '*': string }
      return answer(lang, path, request, reply)
    })
  }

  async function answer(lang: Lang, path: string, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    let visit: PageContext | undefined
    let asked = new Map<string, string>()
    try {
      const given = readParameters(request.raw.url ?? '')
      asked = canonical(given, usualOf(path))
      if (writeParameters(asked) !== writeParameters(given)) {
        reply.header('cache-control', LIFETIMES.short)
        return reply.redirect(pathOf(lang, path, asked), 302)
      }
      const origin = originOf(request, publicUrl)
      visit = await openPage({ ask: askFor(app, request), lang, path, asked, origin })
      const picture = await pictureOf(visit)
      if (picture !== undefined) return await sendPicture(visit, picture, renderer, reply)
      return sendPage(visit, await pageOf(visit), assets, reply)
    } catch (error) {
      const problem = problemOf(error)
      if (!problem) throw error
      if (problem.wait) reply.header('retry-after', String(problem.wait))
      const reader = { ...SPEECH[lang], path, asked }
      const page = problemPage(reader, problem)
      return sendPage(visit ?? strayed(lang, path, asked, originOf(request, publicUrl)), page, assets, reply)
    }
  }
}

/** What the page can say something about; anything else is a fault of ours. */
function problemOf(error: unknown): ApiProblem | undefined {
  if (error instanceof ApiProblem) return error
  if (error instanceof Problem && error.code === 'invalid-request') {
    return new ApiProblem(400, { detail: error.message, errors: error.errors as ApiProblem['faults'] }, undefined)
  }
  return undefined
}

/** A visitor whose visit could not begin: links work, but there is nothing to show. */
const strayed = (lang: Lang, path: string, asked: Map<string, string>, origin: string): PageContext => {
  const nothing = () => Promise.reject(new Error('the visit did not begin'))
  const release = { id: '–', title: '', date: '', status: 'published', current: true }
  return {
    ...SPEECH[lang],
    path,
    asked,
    origin,
    releases: [],
    release,
    pin: [],
    embed: asked.get('embed') === '1',
    scheme: schemeOf(asked),
    extent: new Set(),
    partialYears: new Set(),
    to: (target, parameters = []) => pathOf(lang, target, parameters),
    at: (id, target) => pathOf(lang, target, [['release', id]]),
    api: target => `${origin}/v1/${target}`,
    list: nothing,
    aggregate: nothing,
    service: nothing,
    document: nothing,
    history: nothing,
    sentence: nothing,
    search: nothing,
    item: nothing
  }
}

function sendPage(
  visit: PageContext,
  page: Page,
  assets: { script: AssetFile; style: AssetFile },
  reply: FastifyReply
): FastifyReply {
  const document = layout(visit, page, { script: assets.script.path, style: assets.style.path })
  const status = page.status ?? 200
  return reply
    .code(status)
    .headers({
      'content-security-policy': policy(visit.embed),
      'content-language': visit.lang,
      'cache-control': status === 200 ? LIFETIMES.short : 'no-store',
      ...(visit.release.id === '–' ? {} : { 'data-release': visit.release.id })
    })
    .type('text/html; charset=utf-8')
    .send(document)
}
