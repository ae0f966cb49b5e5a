/** The addresses of releases: list, feed, one release, its files. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Release } from '../engine/definition/release.ts'
import { refuseParameters } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { PAGE_POLICY } from '../html/page.ts'
import { Problem } from '../http/errors/problems.ts'
import { nearest } from '../http/errors/suggestions.ts'
import { prefersHtml } from '../http/negotiate.ts'
import { documented } from '../http/operation.ts'
import { originOf } from '../http/origin.ts'
import { LIFETIMES } from '../http/respond.ts'
import { addVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'
import { writeFeed } from './feed.ts'
import { releasePage, releasesPage, type Shown } from './page.ts'
import { sendFile } from './send.ts'
import type { Store } from './store.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

export function serveReleases(app: FastifyInstance, service: Service, store: Store): void {
  const { prefix, releases, publicUrl } = service
  const path = `${prefix}/releases`

  const present = (release: Release, origin: string): Shown => {
    const { seq, contract, ...rest } = release
    const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
    const published = releases.all().filter(({ status }) => status === 'published')
    const before = release.status === 'published' ? published.findLast(other => other.seq < seq) : undefined
    return {
      ...(known as unknown as Omit<Shown, 'current' | 'url'>),
      current: release === releases.current(),
      url: `${origin}${path}/${release.id}`,
      ...(before ? { changes: `${origin}${prefix}/changes?since=${before.id}&release=${release.id}` } : {})
    }
  }

  /** A release of this name, a dropped one too; a 404 Problem that names those there are. */
  const named = (id: string): Release => {
    const release = releases.all().find(candidate => candidate.id === id)
    if (release) return release
    const allowed = releases.all().map(candidate => candidate.id)
    throw new Problem('not-found', 'There is no release of this name.', {
      errors: [{ detail: 'The releases there are.', allowed }]
    })
  }

  /** For programs as JSON, for people as a page in their language. */
  const send = <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    data: T,
    write: (lang: Lang, prefix: string, data: T) => string
  ) => {
    reply.header('cache-control', LIFETIMES.short)
    addVary(reply, 'Accept')
    if (!prefersHtml(request.headers.accept)) return reply.type(JSON_TYPE).send(JSON.stringify({ data }))
    const lang = languageOf(undefined, request.headers['accept-language'])
    addVary(reply, 'Accept-Language')
    reply.headers({ 'content-language': lang, 'content-security-policy': PAGE_POLICY })
    return reply.type('text/html; charset=utf-8').send(write(lang, prefix, data))
  }

  app.get(path, documented('listReleases'), (request, reply) => {
    refuseParameters(request.raw.url)
    const origin = originOf(request, publicUrl)
    const data = releases
      .all()
      .toReversed()
      .map(release => present(release, origin))
    return send(request, reply, data, releasesPage)
  })

  app.get(`${path}:suffix(^\\.atom$)`, documented('releaseFeed'), (request, reply) => {
    refuseParameters(request.raw.url)
    const feed = writeFeed(service, originOf(request, publicUrl))
    return reply.header('cache-control', LIFETIMES.short).type('application/atom+xml; charset=utf-8').send(feed)
  })

  app.get(`${path}/:id`, documented('getRelease'), async (request, reply) => {
    refuseParameters(request.raw.url)
    const release = named((request.params as { id: string }).id)
    const origin = originOf(request, publicUrl)
    const shown = present(release, origin)
    const manifest = release.status === 'published' ? await store.manifest(release) : undefined
    const held = manifest && {
      rows: manifest.rows,
      files: manifest.files.map(file => ({ ...file, url: `${shown.url}/${file.name}` }))
    }
    return send(request, reply, { ...shown, ...held }, releasePage)
  })

  app.get(`${path}/:id/:file`, documented('getReleaseFile'), async (request, reply) => {
    refuseParameters(request.raw.url)
    const { id, file: name } = request.params as { id: string; file: string }
    const release = named(id)
    // A dropped one answers 410, by throwing.
    releases.find(release.id)
    for (const attempt of ['as known', 'made again']) {
      const found = await store.find(release, name)
      if (!found) throw await unknownFile(release, name)
      if (await sendFile({ ...found, release }, request, reply)) return reply
      if (attempt === 'as known') store.forget(release)
    }
    throw await unknownFile(release, name)
  })

  const unknownFile = async (release: Release, name: string) => {
    const names = (await store.manifest(release)).files.map(file => file.name)
    return new Problem('not-found', `Release ${release.id} has no file of this name.`, {
      errors: [{ detail: 'The nearest there are; the release lists all.', nearest: nearest(name, names) }].filter(
        fault => fault.nearest.length > 0
      )
    })
  }
}
