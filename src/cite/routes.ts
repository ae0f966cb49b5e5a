/** Citations, descriptions of queries, and the page that shows both to people. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { oneRow } from '../engine/item.ts'
import { addressOf, linkHeader, QUERY_PAGE } from '../engine/links.ts'
import type { Service } from '../engine/service.ts'
import { PAGE_POLICY } from '../html/page.ts'
import { isFresh } from '../http/caching.ts'
import { PROBLEMS, Problem } from '../http/errors/problems.ts'
import { negotiate } from '../http/negotiate.ts'
import { documented } from '../http/operation.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { citedWork } from './citation.ts'
import { describeQuery } from './description.ts'
import { faultyPage, queryPage, startPage } from './page.ts'
import { isAggregate, type Query, type Target } from './parsed-url.ts'
import { type Asked, CITE_PARAMETERS, DESCRIBE_PARAMETERS, readAsked, targetOf } from './request.ts'
import { STYLES } from './styles/styles.ts'

const releaseOf = (target: Target) => ('dataset' in target ? target.question.release : target.release)

/** Sets the validators. The data may be pinned, but words and code are ours and may get better: nothing is for ever. */
function isKnown(service: Service, request: FastifyRequest, reply: FastifyReply, { asked, target, kind }: Kept) {
  const release = releaseOf(target)
  const parts = [service.build, asked.origin, release.id, kind, asked.url ?? '']
  reply.header('data-release', release.id)
  return isFresh(request, reply, { parts, modified: release.published_at, pinned: false, lang: asked.lang })
}
type Kept = { asked: Asked; target: Target; kind: string }

/** With the id of a row as we spell it, and its name; throws the Problem of an unknown one. */
async function settled(service: Service, target: Target, { lang }: Asked): Promise<Target> {
  if (!('dataset' in target) || target.id === undefined || isAggregate(target.question)) return target
  const { id, called } = await oneRow(service, target.dataset, target.question, target.id, lang)
  return { ...target, id, called }
}

async function answerCitation(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const asked = readAsked(service, request, CITE_PARAMETERS)
  const target = targetOf(service, asked)
  const style = negotiate({ asked: asked.style, accept: request.headers.accept }, STYLES)
  reply.type(style.contentType)
  if (isKnown(service, request, reply, { asked, target, kind: style.name })) return reply.code(304).send()
  const work = await citedWork(service, asked.origin, await settled(service, target, asked), asked.lang)
  if ('extension' in style) {
    reply.header('content-disposition', `attachment; filename="${work.key}.${style.extension}"`)
  }
  return reply
    .header('link', linkHeader(service, asked.origin, { permalink: work.url ?? null }))
    .send(style.write(work))
}

const queryIn = (service: Service, target: Target): Query => {
  if ('dataset' in target) return target
  throw new Problem('invalid-request', 'The address in `url` is none that can be explained.', {
    errors: [{ parameter: 'url', detail: `A release is cited, not explained: ${service.prefix}/cite?url=… takes it.` }]
  })
}

async function answerDescription(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const asked = readAsked(service, request, DESCRIBE_PARAMETERS)
  const target = queryIn(service, targetOf(service, asked))
  reply.type('application/json; charset=utf-8')
  if (isKnown(service, request, reply, { asked, target, kind: 'describe' })) return reply.code(304).send()
  const described = await describeQuery(service, asked.origin, target, asked.lang)
  return reply.header('link', linkHeader(service, asked.origin, described.links)).send(JSON.stringify(described))
}

async function answerPage(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY)
  let asked: Asked | undefined
  try {
    asked = readAsked(service, request, DESCRIBE_PARAMETERS)
    const example = addressOf(service, asked.origin, service.datasets[0]?.name ?? '')
    if (!asked.url) {
      reply.headers({ 'cache-control': 'public, max-age=300', vary: 'Accept-Language', 'content-language': asked.lang })
      return reply.send(startPage(asked.lang, example))
    }
    const target = queryIn(service, targetOf(service, asked))
    if (isKnown(service, request, reply, { asked, target, kind: 'page' })) return reply.code(304).send()
    const described = await describeQuery(service, asked.origin, target, asked.lang)
    reply.header('link', linkHeader(service, asked.origin, described.links))
    return reply.send(queryPage(asked.lang, described))
  } catch (error) {
    // People read the faults on the page that they asked for; the service's own failures leave as everywhere.
    if (!(error instanceof Problem) || PROBLEMS[error.code].status >= 500) throw error
    for (const name of ['etag', 'last-modified', 'data-release']) reply.removeHeader(name)
    const lang = asked?.lang ?? languageOf(undefined, request.headers['accept-language'])
    reply.code(PROBLEMS[error.code].status).headers({ 'cache-control': 'no-store', 'content-language': lang })
    return reply.send(faultyPage(lang, error, asked?.url ?? ''))
  }
}

export function serveCitations(app: FastifyInstance, service: Service): void {
  app.get(`${service.prefix}/cite`, documented('cite'), (request, reply) => answerCitation(service, request, reply))
  app.get(`${service.prefix}/describe`, documented('describeQuery'), (request, reply) =>
    answerDescription(service, request, reply)
  )
  app.get(QUERY_PAGE, (request, reply) => answerPage(service, request, reply))
}
