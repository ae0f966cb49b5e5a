/** The addresses of indicators: their list, and each by its name. */
import type { FastifyInstance } from 'fastify'
import { readName } from '../engine/item.ts'
import { answer } from '../engine/respond.ts'
import { serveAnswer } from '../engine/routes.ts'
import type { Service } from '../engine/service.ts'
import { Problem } from '../http/errors/problems.ts'
import { nearest } from '../http/errors/suggestions.ts'
import { documented } from '../http/operation.ts'
import { INDICATORS_PATH, indicatorOf } from './answer.ts'
import { INDICATORS } from './catalogue/indicators.ts'
import type { Indicator } from './definition.ts'
import { listingOf } from './listing.ts'

/** The indicator of this name; a 404 Problem with the nearest names. */
export function indicatorNamed(name: string): Indicator {
  const found = INDICATORS.find(indicator => indicator.name === name)
  if (found) return found
  const names = INDICATORS.map(indicator => indicator.name)
  const near = nearest(name, names)
  throw new Problem('not-found', `There is no indicator "${name.slice(0, 100)}"; /v1/indicators lists all.`, {
    errors: near.length > 0 ? [{ detail: 'The nearest names that exist.', nearest: near }] : []
  })
}

export function serveIndicators(app: FastifyInstance, service: Service): void {
  const path = `${service.prefix}/${INDICATORS_PATH}`
  const listing = listingOf(service)
  const operations = { plain: documented('listIndicators'), suffixed: documented('exportIndicators') }
  serveAnswer(app, service, path, operations, () => listing)
  app.get(`${path}/:name`, documented('getIndicator', service.datasets), (request, reply) => {
    const { id, suffix } = readName((request.params as { name: string }).name)
    return answer(service, indicatorOf(service, indicatorNamed(id)), suffix, request, reply)
  })
}
