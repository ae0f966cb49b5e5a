/** The addresses of changes: all of them, and those of one record. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { FORMATS, type Format } from '../engine/format/formats.ts'
import { type Answering, answer } from '../engine/respond.ts'
import { SUFFIX, serveAnswer, suffixOf } from '../engine/routes.ts'
import type { Service } from '../engine/service.ts'
import { PAGE_POLICY } from '../html/page.ts'
import { prefersHtml } from '../http/negotiate.ts'
import { documented } from '../http/operation.ts'
import { originOf } from '../http/origin.ts'
import { readParameters, writeParameters } from '../http/query-string.ts'
import { respond } from '../http/respond.ts'
import { languageVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { changesOf, NAME } from './changes.ts'
import { historyOf } from './history.ts'
import { type Changes, changesPage } from './page.ts'
import type { ChangesQuery } from './question.ts'

export function serveChanges(app: FastifyInstance, service: Service): void {
  const { prefix, datasets } = service
  const changes = changesOf(service)
  app.get(`${prefix}/${NAME}`, documented('changes', datasets), (request, reply) =>
    answerForPeople(service, changes, request, reply)
  )
  app.get(`${prefix}/${NAME}${SUFFIX}`, documented('exportChanges', datasets), (request, reply) =>
    answer(service, changes, suffixOf(request), request, reply)
  )
  for (const dataset of datasets) {
    const ofOne = { plain: documented('history', dataset), suffixed: documented('exportHistory', dataset) }
    serveAnswer(app, service, `${prefix}/${dataset.name}/:id/history`, ofOne, ({ params, raw }) =>
      historyOf(service, dataset, (params as { id: string }).id, raw.url ?? '')
    )
  }
}

/** A page, where the reader prefers one and names no format; else as every answer. */
async function answerForPeople(
  service: Service,
  changes: Answering<ChangesQuery>,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const parameters = readParameters(request.raw.url ?? '')
  if (!prefersHtml(request.headers.accept) || parameters.some(([name]) => name === 'format' || name === 'dialect'))
    return answer(service, changes, undefined, request, reply)
  const query = changes.read(parameters)
  const { release, pinned } = query
  const lang = languageOf(query.lang, request.headers['accept-language'])
  const origin = originOf(request, service.publicUrl)
  const representation = {
    type: 'text/html; charset=utf-8',
    key: [service.build, origin, release.id, 'page', ...changes.key(query), String(pinned)],
    lifetime: 'moving' as const,
    modified: release.published_at,
    release: release.id,
    lang,
    vary: ['Accept' as const, ...languageVary(query.lang)]
  }
  reply.header('content-security-policy', PAGE_POLICY)
  return respond(request, reply, representation, async () => {
    const written = await changes.json({ service, query, format: FORMATS[0] as Format, origin, lang, parameters })
    if (!('body' in written)) return reply.redirect(written.movedTo, 301)
    const address = (other: string) =>
      `${service.prefix}/${NAME}${writeParameters([...parameters.filter(([name]) => name !== 'lang'), ['lang', other]])}`
    return changesPage(lang, service.prefix, service.datasets, JSON.parse(written.body) as Changes, address)
  })
}
