/** The addresses of the Reconciliation Service API 0.2, by which a spreadsheet is joined to the data. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Release } from '../engine/definition/release.ts'
import { quote, readGiven, readLang, refuse } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { type Fault, Problem } from '../http/errors/problems.ts'
import { documented } from '../http/operation.ts'
import { originOf } from '../http/origin.ts'
import { type Parameter, readPairs, readParameters } from '../http/query-string.ts'
import { type Representation, respond } from '../http/respond.ts'
import { languageVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { type Entities, entitiesOf } from './entities.ts'
import { extend, readExtension } from './extend.ts'
import { manifestOf, PATH } from './manifest.ts'
import { match } from './match.ts'
import { PREVIEW_POLICY, previewOf } from './preview.ts'
import { MAX_PROPOSALS, propertiesOf } from './properties.ts'
import { MAX_BODY, readQueries, reasonOf } from './queries.ts'
import { readCount, readType, readTyped, suggestEntities, suggestProperties, suggestTypes } from './suggest.ts'
import { TYPES } from './types.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

export function serveReconciliation(app: FastifyInstance, service: Service): void {
  const path = `${service.prefix}/${PATH}`
  const store = entitiesOf(service)

  /** What is known of the answer to a GET. */
  const representationOf = (request: FastifyRequest, release: Release, type: string): Representation => ({
    type,
    key: [service.build, originOf(request, service.publicUrl), release.id, request.raw.url ?? ''],
    lifetime: 'moving',
    modified: release.published_at,
    release: release.id
  })

  /** Answers a GET from what the newest release holds; what is wrong with the parameters is found first. */
  const get = <T>(
    name: string,
    operation: string,
    read: (parameters: Parameter[]) => T,
    answer: (asked: T, entities: Entities, release: Release, request: FastifyRequest) => unknown
  ): void => {
    app.get(path + name, documented(operation, TYPES), async (request, reply) => {
      const asked = read(readParameters(request.raw.url ?? ''))
      const release = service.releases.current()
      return respond(request, reply, representationOf(request, release, JSON_TYPE), async () =>
        JSON.stringify(await answer(asked, await store.of(release), release, request))
      )
    })
  }

  const readBatch = (parameters: Parameter[], isForm: boolean) => {
    const faults: Fault[] = []
    const given = readGiven(parameters, ['queries', 'extend'], faults)
    const [queries, extension] = [given.get('queries'), given.get('extend')]
    if (queries !== undefined && extension !== undefined)
      faults.push({ parameter: 'extend', detail: 'Either `queries` or `extend` can be answered, not both at once.' })
    if (isForm && given.size === 0) faults.push({ parameter: 'queries', detail: 'The form holds no `queries`.' })
    refuse(faults)
    return {
      queries: queries === undefined ? undefined : readQueries(queries, TYPES),
      extension: extension === undefined ? undefined : readExtension(extension, TYPES)
    }
  }
  const answerBatch = async (
    { queries, extension }: ReturnType<typeof readBatch>,
    entities: Entities,
    release: Release,
    request: FastifyRequest
  ) => {
    if (extension) return extend(service, release, TYPES, entities, extension)
    if (!queries) return manifestOf(service, TYPES, originOf(request, service.publicUrl))
    return Object.fromEntries(
      [...queries].map(([key, read]) => [
        key,
        'query' in read ? { result: match(entities, read.query) } : { result: [], error: reasonOf(read.faults) }
      ])
    )
  }
  get('', 'reconcile', parameters => readBatch(parameters, false), answerBatch)

  app.register(async forms => {
    forms.removeAllContentTypeParsers()
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'buffer', bodyLimit: MAX_BODY },
      (_request, body, done) => done(null, body)
    )
    forms.post(path, documented('reconcileForm', TYPES), async (request, reply) => {
      const form = Buffer.isBuffer(request.body) ? request.body.toString('latin1') : ''
      const asked = readBatch([...readParameters(request.raw.url ?? ''), ...readPairs(form)], true)
      const release = service.releases.current()
      const body = JSON.stringify(await answerBatch(asked, await store.of(release), release, request))
      return reply.headers({ 'data-release': release.id, 'cache-control': 'no-store' }).type(JSON_TYPE).send(body)
    })
  })

  const typed = (parameters: Parameter[]) => readTyped(parameters, TYPES)
  get('/suggest/entity', 'suggestEntities', typed, (asked, entities) => ({ result: suggestEntities(entities, asked) }))
  get('/suggest/type', 'suggestTypes', typed, asked => ({ result: suggestTypes(asked) }))
  get('/suggest/property', 'suggestProperties', typed, asked => ({ result: suggestProperties(asked) }))

  const readProposal = (parameters: Parameter[]) => {
    const faults: Fault[] = []
    const given = readGiven(parameters, ['type', 'limit'], faults)
    const types = readType(given.get('type'), TYPES, faults)
    const limit = readCount('limit', given.get('limit'), [1, MAX_PROPOSALS], faults)
    refuse(faults)
    return { type: given.get('type') ?? '', types, limit }
  }
  get('/properties', 'proposeProperties', readProposal, ({ type, types, limit }) => ({
    type,
    ...(limit === undefined ? {} : { limit }),
    properties: propertiesOf(types)
      .slice(0, limit)
      .map(({ id, name }) => ({ id, name }))
  }))

  app.get(`${path}/preview`, documented('previewEntity', TYPES), async (request, reply) => {
    const faults: Fault[] = []
    const given = readGiven(readParameters(request.raw.url ?? ''), ['id', 'lang'], faults)
    const asked = readLang(given.get('lang'), faults)
    const id = given.get('id')
    if (id === undefined) faults.push({ parameter: 'id', detail: 'The id of an entity is needed.' })
    refuse(faults)
    const lang = languageOf(asked, request.headers['accept-language'])
    const release = service.releases.current()
    reply.header('content-security-policy', PREVIEW_POLICY)
    const page = { ...representationOf(request, release, 'text/html; charset=utf-8'), lang, vary: languageVary(asked) }
    return respond(request, reply, page, async () => {
      const entities = await store.of(release)
      const entity = entities.byId.get(id ?? '')
      if (!entity) throw new Problem('not-found', `${quote(id ?? '')} is no entity of release ${release.id}.`)
      return previewOf(service, entities, entity, lang)
    })
  })
}
