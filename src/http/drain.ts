/** Stopping in order: what is under way is finished, what comes anew is refused with a 503 until the socket closes. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { unavailable } from './errors/problems.ts'

const STEP_MILLISECONDS = 25

export type Drain = {
  isStopping(): boolean
  /** Waits for a request, until what this returns is called: when its answer has left or broke. */
  enter(): () => void
  /** Refuses new requests and waits, within the time there is, for those under way; then the app may be closed. */
  start(): Promise<void>
}

/** Gives requests under way so many seconds. */
export function openDrain(seconds: number): Drain {
  let stopping = false
  let open = 0
  return {
    isStopping: () => stopping,
    enter() {
      open++
      return () => {
        open--
      }
    },
    async start() {
      stopping = true
      for (const deadline = Date.now() + seconds * 1000; open > 0 && Date.now() < deadline; ) {
        await sleep(STEP_MILLISECONDS)
      }
    }
  }
}

/** Does so for whatever Fastify answers. */
export function drainRequests(app: FastifyInstance, { isStopping, enter }: Drain): void {
  app.addHook('onRequest', (_request, reply, done) => {
    if (isStopping()) {
      reply.header('connection', 'close')
      return done(unavailable('The service is stopping.'))
    }
    reply.raw.once('close', enter())
    done()
  })
}
