/** What the service says of itself: its index, its releases, its state. */
import type { FastifyInstance } from 'fastify'
import { documented } from '../http/operation.ts'
import { originOf } from '../http/origin.ts'
import { Problem } from '../http/problems.ts'
import { readParameters } from '../http/url.ts'
import { FORMATS } from '../resource/formats.ts'
import type { Release } from '../resource/release.ts'
import type { Service } from '../resource/service.ts'
import { API_VERSION } from './index.ts'

/** Refuses every parameter, as every address refuses those it does not know. */
const refuseParameters = (url: string | undefined): void => {
  const unexpected = readParameters(url ?? '')
  if (unexpected.length === 0) return
  throw new Problem('invalid-request', 'This address takes no parameters.', {
    errors: unexpected.map(([name]) => ({
      parameter: name.slice(0, 100) || '(empty)',
      detail: 'This address takes no parameters.'
    }))
  })
}

export function serveAbout(app: FastifyInstance, service: Service): void {
  const { prefix, releases, publicUrl } = service
  const started = new Date().toISOString()
  const json = 'application/json; charset=utf-8'
  const fresh = 'public, max-age=60'

  const present = (release: Release, origin: string) => {
    const { seq: _, ...rest } = release
    const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))
    return { ...known, current: release === releases.current(), url: `${origin}${prefix}/releases/${release.id}` }
  }

  for (const path of [prefix, `${prefix}/`]) {
    app.get(path, (request, reply) => {
      refuseParameters(request.raw.url)
      const origin = originOf(request, publicUrl)
      return reply
        .header('cache-control', fresh)
        .type(json)
        .send(JSON.stringify(indexOf(service, origin)))
    })
  }

  app.get(`${prefix}/releases`, documented('listReleases'), (request, reply) => {
    refuseParameters(request.raw.url)
    const origin = originOf(request, publicUrl)
    const data = releases
      .all()
      .toReversed()
      .map(release => present(release, origin))
    return reply.header('cache-control', fresh).type(json).send(JSON.stringify({ data }))
  })

  app.get(`${prefix}/releases/:id`, documented('getRelease'), (request, reply) => {
    refuseParameters(request.raw.url)
    const { id } = request.params as { id: string }
    const release = releases.all().find(candidate => candidate.id === id)
    if (!release) {
      const allowed = releases.all().map(candidate => candidate.id)
      throw new Problem('not-found', 'There is no release of this name.', {
        errors: [{ detail: 'The releases there are.', allowed }]
      })
    }
    const origin = originOf(request, publicUrl)
    return reply
      .header('cache-control', fresh)
      .type(json)
      .send(JSON.stringify({ data: present(release, origin) }))
  })

  app.get(`${prefix}/status`, documented('serviceStatus'), async (request, reply) => {
    refuseParameters(request.raw.url)
    const release = releases.current()
    const status = (await service.reader.isReachable()) ? 'ok' : 'unavailable'
    const body = {
      status,
      version: API_VERSION,
      release: release.id,
      release_date: release.date,
      published_at: release.published_at,
      started_at: started
    }
    return reply.header('cache-control', 'no-store').type(json).send(JSON.stringify(body))
  })
}

export const indexOf = (service: Service, origin: string) => {
  const at = (path: string) => `${origin}${service.prefix}${path}`
  const [, csv] = FORMATS
  return {
    title: 'OGP Open Data',
    version: API_VERSION,
    release: service.releases.current().id,
    license: service.license.url,
    datasets: service.datasets.map(({ name, title, description }) => ({
      name,
      title: title[0],
      description: description[0],
      url: at(`/${name}`),
      csv: at(`/${name}.${csv?.name}`),
      schema: at(`/${name}/schema`)
    })),
    links: {
      self: at(''),
      releases: at('/releases'),
      changes: `${at('/changes')}?since=${service.releases.all().find(({ status }) => status === 'published')?.id ?? ''}`,
      openapi: at('/openapi.json'),
      docs: `${origin}/docs`,
      status: at('/status')
    }
  }
}
