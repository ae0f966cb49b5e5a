/** The addresses of a dataset: list, one export per format, the same for aggregates, dictionary, item. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { documented } from '../http/operation.ts'
import { answerAggregate } from './aggregate/aggregate.ts'
import { AGGREGATE } from './aggregate/links.ts'
import type { Dataset } from './definition/dataset.ts'
import { FORMATS } from './format/formats.ts'
import { answerItem } from './item.ts'
import { answerList } from './list/list.ts'
import type { Service } from './service.ts'
import { describe } from './table-schema.ts'

/** The format that the suffix of the path names. */
const formatOf = ({ params }: FastifyRequest) =>
  FORMATS.find(({ name }) => (params as { suffix: string }).suffix === `.${name}`)

export function serve(app: FastifyInstance, service: Service, dataset: Dataset): void {
  const path = `${service.prefix}/${dataset.name}`
  const suffixes = FORMATS.map(({ name }) => `\\.${name}`).join('|')
  app.get(path, documented('list', dataset), (request, reply) =>
    answerList(service, dataset, undefined, request, reply)
  )
  app.get(`${path}:suffix(^(${suffixes})$)`, documented('export', dataset), (request, reply) =>
    answerList(service, dataset, formatOf(request), request, reply)
  )
  app.get(`${path}/${AGGREGATE}`, documented('aggregate', dataset), (request, reply) =>
    answerAggregate(service, dataset, undefined, request, reply)
  )
  app.get(`${path}/${AGGREGATE}:suffix(^(${suffixes})$)`, documented('exportAggregate', dataset), (request, reply) =>
    answerAggregate(service, dataset, formatOf(request), request, reply)
  )
  app.get(`${path}/schema`, documented('describe', dataset), (request, reply) =>
    describe(service, dataset, request, reply)
  )
  app.get(`${path}/:id`, documented('item', dataset), (request, reply) => answerItem(service, dataset, request, reply))
}
