/** The addresses of changes: all of them, and those of one record. */
import type { FastifyInstance } from 'fastify'
import { FORMATS } from '../engine/format/formats.ts'
import type { Service } from '../engine/service.ts'
import { documented } from '../http/operation.ts'
import { answerChanges, NAME } from './changes.ts'
import { answerHistory } from './history.ts'

const SUFFIXES = FORMATS.map(({ name }) => `\\.${name}`).join('|')

const formatOf = (params: unknown) => {
  const { suffix } = params as { suffix: string }
  return FORMATS.find(({ name }) => suffix === `.${name}`)
}

export function serveChanges(app: FastifyInstance, service: Service): void {
  const path = `${service.prefix}/${NAME}`
  app.get(path, documented('changes', service.datasets), (request, reply) =>
    answerChanges(service, undefined, request, reply)
  )
  app.get(`${path}:suffix(^(${SUFFIXES})$)`, documented('exportChanges', service.datasets), (request, reply) =>
    answerChanges(service, formatOf(request.params), request, reply)
  )
  for (const dataset of service.datasets) {
    const history = `${service.prefix}/${dataset.name}/:id/history`
    app.get(history, documented('history', dataset), (request, reply) =>
      answerHistory(service, dataset, undefined, request, reply)
    )
    app.get(`${history}:suffix(^(${SUFFIXES})$)`, documented('exportHistory', dataset), (request, reply) =>
      answerHistory(service, dataset, formatOf(request.params), request, reply)
    )
  }
}
