/** For whoever runs the service: is the process alive, and can it answer? */
import type { FastifyInstance } from 'fastify'
import type { Service } from './engine/service.ts'
import type { Drain } from './http/drain.ts'
import { unavailable } from './http/errors/problems.ts'

/** Why the service is not ready; undefined when it is. */
async function obstacle({ reader, exports, releases }: Service, drain: Drain): Promise<string | undefined> {
  if (drain.isStopping()) return 'The service is stopping.'
  if (exports.isExhausted()) return 'Exports are refused: as many as there may be are under way.'
  const [isReachable, canConnect] = await Promise.all([reader.isReachable(), reader.canConnect()])
  if (!isReachable) return 'The database cannot be reached.'
  if (!canConnect) return 'The database takes no further connection.'
  // Throws a Problem of its own while no release is published.
  releases.current()
  return undefined
}

export function serveHealth(app: FastifyInstance, service: Service, drain: Drain): void {
  const ok = JSON.stringify({ status: 'ok' })
  app.get('/livez', (_request, reply) => reply.header('cache-control', 'no-store').type('application/json').send(ok))
  app.get('/readyz', async (_request, reply) => {
    const found = await obstacle(service, drain)
    if (found) throw unavailable(found)
    return reply.header('cache-control', 'no-store').type('application/json').send(ok)
  })
}
