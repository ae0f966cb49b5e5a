/** The addresses of changes: all of them, and those of one record. */
import type { FastifyInstance } from 'fastify'
import { serveAnswer } from '../engine/routes.ts'
import type { Service } from '../engine/service.ts'
import { documented } from '../http/operation.ts'
import { changesOf, NAME } from './changes.ts'
import { historyOf } from './history.ts'

export function serveChanges(app: FastifyInstance, service: Service): void {
  const { prefix, datasets } = service
  const changes = changesOf(service)
  const operations = { plain: documented('changes', datasets), suffixed: documented('exportChanges', datasets) }
  serveAnswer(app, service, `${prefix}/${NAME}`, operations, () => changes)
  for (const dataset of datasets) {
    const ofOne = { plain: documented('history', dataset), suffixed: documented('exportHistory', dataset) }
    serveAnswer(app, service, `${prefix}/${dataset.name}/:id/history`, ofOne, ({ params, raw }) =>
      historyOf(service, dataset, (params as { id: string }).id, raw.url ?? '')
    )
  }
}
