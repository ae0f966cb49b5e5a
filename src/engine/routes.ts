/** The addresses of a dataset: list, one export per format, the same for aggregates, dictionary, item. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { documented } from '../http/operation.ts'
import { aggregateOf } from './aggregate/aggregate.ts'
import { AGGREGATE } from './aggregate/links.ts'
import type { Dataset } from './definition/dataset.ts'
import { AGGREGATE_FORMATS, FORMATS, type Format } from './format/formats.ts'
import { itemOf, readName } from './item.ts'
import { listOf } from './list/list.ts'
import { type Answering, answer, type Query } from './respond.ts'
import type { Service } from './service.ts'
import { answerTableSchema } from './table-schema.ts'

/** What a path ends in to name a format. */
const suffixOfPath = (formats: readonly Format[]) => `:suffix(^(${formats.map(({ name }) => `\\.${name}`).join('|')})$)`

export const SUFFIX = suffixOfPath(FORMATS)

/** The format that the suffix of the path names. */
export const suffixOf = ({ params }: FastifyRequest): Format | undefined =>
  AGGREGATE_FORMATS.find(({ name }) => (params as { suffix?: string }).suffix === `.${name}`)

type Operations = { plain: ReturnType<typeof documented>; suffixed: ReturnType<typeof documented> }

/** Registers an address without a suffix and with each: the same answer, whose format the suffix names. */
export function serveAnswer<Q extends Query>(
  app: FastifyInstance,
  service: Service,
  path: string,
  { plain, suffixed }: Operations,
  answering: (request: FastifyRequest) => Answering<Q>,
  formats: readonly Format[] = FORMATS
): void {
  app.get(path, plain, (request, reply) => answer(service, answering(request), undefined, request, reply))
  app.get(`${path}${suffixOfPath(formats)}`, suffixed, (request, reply) =>
    answer(service, answering(request), suffixOf(request), request, reply)
  )
}

export function serve(app: FastifyInstance, service: Service, dataset: Dataset): void {
  const path = `${service.prefix}/${dataset.name}`
  const list = listOf(service, dataset)
  const aggregate = aggregateOf(service, dataset)
  const operations = (plain: string, suffixed: string): Operations => ({
    plain: documented(plain, dataset),
    suffixed: documented(suffixed, dataset)
  })
  serveAnswer(app, service, path, operations('list', 'export'), () => list)
  const counted = operations('aggregate', 'exportAggregate')
  serveAnswer(app, service, `${path}/${AGGREGATE}`, counted, () => aggregate, aggregate.formats)
  app.get(`${path}/schema`, documented('describe', dataset), (request, reply) =>
    answerTableSchema(service, dataset, request, reply)
  )
  app.get(`${path}/:id`, documented('item', dataset), (request, reply) => {
    const { id, suffix } = readName((request.params as { id: string }).id)
    return answer(service, itemOf(service, dataset, id, request.raw.url ?? ''), suffix, request, reply)
  })
}
