/** Refuses what comes anew while the process is behind with what it has, so that those it has admitted get an answer. */

import { getHeapStatistics } from 'node:v8'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { unavailable } from '../errors/problems.ts'
import { isInner } from '../inner-request.ts'

/** So long that a start, or one answer that is hard to make, is no pressure: it is the mean that counts. */
const SAMPLE_MILLISECONDS = 5000
/** Beyond it V8 does little but collect garbage, and ends the process soon. */
const FULL_SHARE = 0.9
/** Whoever watches the process must hear of it above all when it is busy. */
const ALWAYS = new Set(['/livez', '/metrics'])

/** Sheds load while events wait longer than this on average, or memory is nearly full; 0 sheds none. */
export async function shedLoad(
  app: FastifyInstance,
  busyMilliseconds: number,
  sampleInterval = SAMPLE_MILLISECONDS
): Promise<void> {
  if (busyMilliseconds === 0) return
  // What is measured until then is the start.
  let from = Number.POSITIVE_INFINITY
  app.addHook('onReady', async () => {
    from = performance.now() + 2 * sampleInterval
  })
  await app.register(underPressure, {
    maxEventLoopDelay: busyMilliseconds,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * FULL_SHARE,
    sampleInterval,
    pressureHandler: async request => {
      if (performance.now() > from && !isInner(request) && !ALWAYS.has(request.routeOptions.url ?? ''))
        throw unavailable('The service has more to do than it can; what is under way is answered first.')
    }
  })
}
