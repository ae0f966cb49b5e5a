/** The addresses of a dataset: list, one export per format, dictionary, item. */
import type { FastifyInstance } from 'fastify'
import { documented } from '../http/operation.ts'
import type { Dataset } from './dataset.ts'
import { describe } from './describe.ts'
import { FORMATS } from './formats.ts'
import { answerItem } from './item.ts'
import { answerList } from './list.ts'
import type { Service } from './service.ts'

export function serve(app: FastifyInstance, service: Service, dataset: Dataset): void {
  const path = `${service.prefix}/${dataset.name}`
  const suffixes = FORMATS.map(({ name }) => `\\.${name}`).join('|')
  app.get(path, documented('list', dataset), (request, reply) =>
    answerList(service, dataset, undefined, request, reply)
  )
  app.get(`${path}:suffix(^(${suffixes})$)`, documented('export', dataset), (request, reply) => {
    const { suffix } = request.params as { suffix: string }
    const format = FORMATS.find(({ name }) => suffix === `.${name}`)
    return answerList(service, dataset, format, request, reply)
  })
  app.get(`${path}/schema`, documented('describe', dataset), (request, reply) =>
    describe(service, dataset, request, reply)
  )
  app.get(`${path}/:id`, documented('item', dataset), (request, reply) => answerItem(service, dataset, request, reply))
}
