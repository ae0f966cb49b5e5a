/** Stopping in order: what is under way is finished, what comes anew is refused with a 503 until the socket closes. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { unavailable } from './errors/problems.ts'

const STEP_MILLISECONDS = 25

export type Drain = {
  isStopping(): boolean
  /** Refuses new requests and waits, within the time there is, for those under way; then the app may be closed. */
  start(): Promise<void>
}

export function drainRequests(app: FastifyInstance, seconds: number): Drain {
  let stopping = false
  const open = new Set<object>()
  app.addHook('onRequest', (request, reply, done) => {
    if (stopping) {
      reply.header('connection', 'close')
      return done(unavailable('The service is stopping.'))
    }
    open.add(request.raw)
    reply.raw.once('close', () => open.delete(request.raw))
    done()
  })
  return {
    isStopping: () => stopping,
    async start() {
      stopping = true
      for (const deadline = Date.now() + seconds * 1000; open.size > 0 && Date.now() < deadline; ) {
        await sleep(STEP_MILLISECONDS)
      }
    }
  }
}
