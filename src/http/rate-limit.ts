/** How much one client may ask, said in every answer (IETF draft "RateLimit header fields", revision 11). */
import type { FastifyInstance } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './errors/problems.ts'

const WINDOW_SECONDS = 60

/** Counts requests by client address, in memory; `perMinute` 0 sets no limit and no headers. */
export function limitRequests(app: FastifyInstance, perMinute: number): void {
  if (perMinute === 0) return
  const limiter = new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS })
  app.addHook('onRequest', async (request, reply) => {
    const state = await limiter.consume(request.ip).catch((refused: unknown) => refused)
    if (!(state instanceof RateLimiterRes)) throw state
    const wait = Math.ceil(state.msBeforeNext / 1000)
    reply.headers({
      'ratelimit-policy': `"default";q=${perMinute};w=${WINDOW_SECONDS}`,
      ratelimit: `"default";r=${state.remainingPoints};t=${wait}`
    })
    if (state.consumedPoints > perMinute) {
      throw new Problem(
        'too-many-requests',
        `More than ${perMinute} requests came from your address within a minute.`,
        {
          headers: { 'retry-after': String(wait) }
        }
      )
    }
  })
}
