/** One line for each request, and how long it took as the reader's own browser shows it. */
import type { FastifyInstance } from 'fastify'
import { isInner } from '../http/inner-request.ts'
import { formatOf, type Metrics, routeOf } from './metrics.ts'

/** Logs and counts every request once, when its answer has left or broke; no line holds an address of a client. */
export function logRequests(app: FastifyInstance, { begin, end }: Pick<Metrics, 'begin' | 'end'>): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isInner(request)) return done()
    begin()
    const { socket } = request.raw
    const before = socket?.bytesWritten ?? 0
    // Neither a hook nor an event of Fastify tells of a reader who left.
    reply.raw.once('close', () => {
      end(request, reply)
      const { method, url } = request
      request.log.info(
        {
          method,
          url,
          route: routeOf(request),
          status: reply.statusCode,
          format: formatOf(reply),
          bytes: (socket?.bytesWritten ?? 0) - before,
          ms: Math.round(reply.elapsedTime)
        },
        reply.raw.writableFinished ? 'answered' : 'broken off'
      )
    })
    done()
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('server-timing', `total;dur=${reply.elapsedTime.toFixed(1)}`)
  })
}
