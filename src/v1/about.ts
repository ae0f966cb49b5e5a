/** What the service says of itself: its index, its releases, its state. */
import type { FastifyInstance } from 'fastify'
import { ENDPOINT_PROBLEMS, problemResponses, responseHeaders } from '../http/documented.ts'
import { originOf } from '../http/origin.ts'
import { Problem } from '../http/problems.ts'
import { readParameters } from '../http/url.ts'
import { FORMATS } from '../resource/formats.ts'
import type { Release } from '../resource/release.ts'
import type { Service } from '../resource/service.ts'
import { API_VERSION } from './index.ts'

type Schema = Record<string, unknown>

const object = (title: string, description: string, properties: Schema, optional: readonly string[] = []): Schema => ({
  type: 'object',
  title,
  description,
  additionalProperties: false,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  properties
})
const line = (description: string, maxLength = 2000): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  description
})
const address = (description: string): Schema => ({ ...line(description), format: 'uri' })
const moment = (description: string): Schema => ({ ...line(description, 40), format: 'date-time' })

const releaseSchema = object(
  'Release',
  'A state of all data that never changes.',
  {
    id: { ...line('Name of the release, for `release=`.', 60), pattern: '^[A-Za-z0-9_-]+$' },
    title: line('What it holds.'),
    note: line('What else has to be known; absent when nothing has.'),
    date: { ...line('The day it speaks of.', 10), format: 'date' },
    status: {
      type: 'string',
      enum: ['published', 'dropped'],
      description: 'A dropped release answers 410 and stays listed.'
    },
    published_at: moment('When it was published here.'),
    dropped_at: moment('When it was dropped; absent while it is published.'),
    sources: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: line('An id of /sources, or a file name.', 500),
      description: 'What it was made from.'
    },
    current: { type: 'boolean', description: 'Whether it answers where no release is named.' },
    url: address('This release.')
  },
  ['note', 'dropped_at', 'sources']
)

const statusSchema = object('Status', 'How the service is.', {
  status: { type: 'string', enum: ['ok', 'unavailable'], description: 'Whether data can be read.' },
  version: { ...line('Version of the API.', 20), pattern: '^\\d+\\.\\d+\\.\\d+$' },
  release: { ...line('The newest release.', 60), pattern: '^[A-Za-z0-9_-]+$' },
  release_date: { ...line('The day it speaks of.', 10), format: 'date' },
  published_at: moment('When it was published here.'),
  started_at: moment('When this process started.')
})

const operation = (
  operationId: string,
  summary: string,
  description: string,
  schema: Schema,
  problems: readonly Parameters<typeof problemResponses>[0][number][]
): Schema => ({
  operationId,
  summary,
  description,
  tags: ['service'],
  querystring: { type: 'object', additionalProperties: false, properties: {} },
  response: {
    200: { description: `${summary}.`, headers: responseHeaders([]), content: { 'application/json': { schema } } },
    ...problemResponses(problems)
  }
})

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
    app.get(path, { schema: { hide: true } }, (request, reply) => {
      refuseParameters(request.raw.url)
      const origin = originOf(request, publicUrl)
      return reply
        .header('cache-control', fresh)
        .type(json)
        .send(JSON.stringify(indexOf(service, origin)))
    })
  }

  app.get(
    `${prefix}/releases`,
    {
      schema: operation(
        'listReleases',
        'Releases of the data',
        'All releases, the newest first; each can be asked for with `release=` for ever, unless it was dropped.',
        object('ReleaseList', 'All releases.', {
          data: {
            type: 'array',
            minItems: 0,
            maxItems: 10_000,
            items: releaseSchema,
            description: 'The releases, the newest first.'
          }
        }),
        ENDPOINT_PROBLEMS.document
      )
    },
    (request, reply) => {
      refuseParameters(request.raw.url)
      const origin = originOf(request, publicUrl)
      const data = releases
        .all()
        .toReversed()
        .map(release => present(release, origin))
      return reply.header('cache-control', fresh).type(json).send(JSON.stringify({ data }))
    }
  )

  app.get(
    `${prefix}/releases/:id`,
    {
      schema: {
        ...operation(
          'getRelease',
          'Get a release',
          'One release.',
          object('ReleaseItem', 'One release.', { data: releaseSchema }),
          [...ENDPOINT_PROBLEMS.document, 'not-found']
        ),
        params: {
          type: 'object',
          properties: { id: { ...line('Name of the release.', 60), pattern: '^[A-Za-z0-9_-]+$' } }
        }
      }
    },
    (request, reply) => {
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
    }
  )

  app.get(
    `${prefix}/status`,
    {
      schema: operation(
        'serviceStatus',
        'State of the service',
        'Which release answers, and whether the database can be read.',
        statusSchema,
        ENDPOINT_PROBLEMS.document
      )
    },
    async (request, reply) => {
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
    }
  )
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
      openapi: at('/openapi.json'),
      docs: `${origin}/docs`,
      status: at('/status')
    }
  }
}
