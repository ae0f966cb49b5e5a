/** Citations, descriptions of queries, and the page that shows both to people. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { oneRow } from '../engine/item.ts'
import { addressOf, linkHeader, QUERY_PAGE } from '../engine/links.ts'
import type { Service } from '../engine/service.ts'
import { PAGE_POLICY } from '../html/page.ts'
import { PROBLEMS, Problem } from '../http/errors/problems.ts'
import { negotiate } from '../http/negotiate.ts'
import { documented } from '../http/operation.ts'
import { type Representation, respond } from '../http/respond.ts'
import { languageVary, type Varying } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { citedWork } from './citation.ts'
import { describeQuery } from './description.ts'
import { faultyPage, queryPage, startPage } from './page.ts'
import { type DataTarget, isAggregate, type Target } from './parsed-url.ts'
import { type Asked, CITE_PARAMETERS, DESCRIBE_PARAMETERS, readAsked, targetOf } from './request.ts'
import { STYLES } from './styles/styles.ts'

const releaseOf = (target: Target) => ('dataset' in target ? target.query.release : target.release)

/** What is known of an answer about a target. The data may be pinned, but words and code are ours and may get better: nothing is for ever. */
function representationOf(service: Service, { asked, target, kind, type, vary = [] }: About): Representation {
  const release = releaseOf(target)
  return {
    type,
    key: [service.build, asked.origin, release.id, kind, asked.url ?? ''],
    lifetime: 'moving',
    modified: release.published_at,
    release: release.id,
    lang: asked.lang,
    vary: [...vary, ...languageVary(asked.named)]
  }
}
type About = { asked: Asked; target: Target; kind: string; type: string; vary?: readonly Varying[] }

/** With the id of a row as we spell it, and its name; throws the Problem of an unknown one. */
async function settled(service: Service, target: Target, { lang }: Asked): Promise<Target> {
  if (!('dataset' in target) || target.id === undefined || isAggregate(target.query)) return target
  const { id, called } = await oneRow(service, target.dataset, target.query, target.id, lang)
  return { ...target, id, called }
}

function answerCitation(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const asked = readAsked(service, request, CITE_PARAMETERS)
  const target = targetOf(service, asked)
  const style = negotiate({ asked: asked.style, accept: request.headers.accept }, STYLES)
  const vary = asked.style ? [] : (['Accept'] as const)
  const about = { asked, target, kind: style.name, type: style.contentType, vary }
  return respond(request, reply, representationOf(service, about), async () => {
    const work = await citedWork(service, asked.origin, await settled(service, target, asked), asked.lang)
    if ('extension' in style) {
      reply.header('content-disposition', `attachment; filename="${work.key}.${style.extension}"`)
    }
    reply.header('link', linkHeader(service, asked.origin, { permalink: work.url ?? null }))
    return style.write(work)
  })
}

const queryIn = (service: Service, target: Target): DataTarget => {
  if ('dataset' in target) return target
  throw new Problem('invalid-request', 'The address in `url` cannot be explained.', {
    errors: [{ parameter: 'url', detail: `A release is cited, not explained: ${service.prefix}/cite?url=… takes it.` }]
  })
}

function answerDescription(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const asked = readAsked(service, request, DESCRIBE_PARAMETERS)
  const target = queryIn(service, targetOf(service, asked))
  const about = { asked, target, kind: 'describe', type: 'application/json; charset=utf-8' }
  return respond(request, reply, representationOf(service, about), async () => {
    const described = await describeQuery(service, asked.origin, target, asked.lang)
    reply.header('link', linkHeader(service, asked.origin, described.links))
    return JSON.stringify(described)
  })
}

async function answerPage(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const type = 'text/html; charset=utf-8'
  reply.type(type).header('content-security-policy', PAGE_POLICY)
  let asked: Asked | undefined
  try {
    asked = readAsked(service, request, DESCRIBE_PARAMETERS)
    const example = addressOf(service, asked.origin, service.datasets[0]?.name ?? '')
    if (!asked.url) {
      const { lang, named, origin } = asked
      const start = {
        type,
        key: [service.build, origin, 'start'],
        lifetime: 'moving' as const,
        lang,
        vary: languageVary(named)
      }
      return await respond(request, reply, start, () => startPage(lang, example))
    }
    const { lang, origin } = asked
    const target = queryIn(service, targetOf(service, asked))
    return await respond(request, reply, representationOf(service, { asked, target, kind: 'page', type }), async () => {
      const described = await describeQuery(service, origin, target, lang)
      reply.header('link', linkHeader(service, origin, described.links))
      return queryPage(lang, described)
    })
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
