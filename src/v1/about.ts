/** What the service says of itself: its index and its state. */
import type { FastifyInstance } from 'fastify'
import { FORMATS } from '../engine/format/formats.ts'
import { refuseParameters } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { documented } from '../http/operation.ts'
import { API_VERSION } from './index.ts'

/** Registers the state of the service; its index is served with its home page. */
export function serveAbout(app: FastifyInstance, service: Service): void {
  const { prefix, releases } = service
  const started = new Date().toISOString()

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
    return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(JSON.stringify(body))
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
      schema: at(`/${name}/schema`),
      openapi: at(`/openapi/${name}.json`)
    })),
    links: {
      self: at(''),
      search: `${at('/search')}?q=open%20data`,
      indicators: at('/indicators'),
      releases: at('/releases'),
      feed: at('/releases.atom'),
      changes: `${at('/changes')}?since=${service.releases.all().find(({ status }) => status === 'published')?.id ?? ''}`,
      openapi: at('/openapi.json'),
      docs: `${origin}/docs`,
      status: at('/status'),
      mcp: `${origin}/mcp`
    }
  }
}
