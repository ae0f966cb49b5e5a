/** Stopping in order: what is under way is finished, what comes anew is refused with a 503 until the socket closes. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { unavailable } from './errors/problems.ts'

const STEP_MILLISECONDS = 25

export type Drain = {
  isStopping(): boolean
  /** Waits for this request, until its answer has left or broke. */
  enter(request: IncomingMessage, response: ServerResponse): void
  /** Refuses new requests and waits, within the time there is, for those under way; then the app may be closed. */
  start(): Promise<void>
}

/** Gives requests under way so many seconds. */
export function openDrain(seconds: number): Drain {
  let stopping = false
  const open = new Set<object>()
  return {
    isStopping: () => stopping,
    enter(request, response) {
      open.add(request)
      response.once('close', () => open.delete(request))
    },
    async start() {
      stopping = true
      for (const deadline = Date.now() + seconds * 1000; open.size > 0 && Date.now() < deadline; ) {
        await sleep(STEP_MILLISECONDS)
      }
    }
  }
}

/** Does so for whatever Fastify answers. */
export function drainRequests(app: FastifyInstance, { isStopping, enter }: Drain): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isStopping()) {
      reply.header('connection', 'close')
      return done(unavailable('The service is stopping.'))
    }
    enter(request.raw, reply.raw)
    done()
  })
}
