/** One line for each request, and how long it took as the reader's own browser shows it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { isInner } from '../http/inner-request.ts'
import { formatOf, type Metrics, routeOf } from './metrics.ts'

type Logger = Pick<FastifyBaseLogger, 'info'>
type Counting = Pick<Metrics, 'begin' | 'end'>

/** A request, and where its answer goes. */
export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  /** Names the request, in its answer as well. */
  id: string
  /** The pattern of the route that answers, and the media type: asked when the answer has left. */
  route: () => string | undefined
  type: () => unknown
}

/**
 * Counts a request that begins. What it returns is to be called once, when the answer has left or broke: it logs and counts
 * the outcome; no line holds an address of a client.
 */
export function logRequest(logger: Logger, { begin, end }: Counting, exchange: Exchange): () => void {
  const { request, response, id, route: pattern, type } = exchange
  const { method = '', url = '', socket } = request
  begin()
  const began = performance.now()
  const before = socket?.bytesWritten ?? 0
  return () => {
    const milliseconds = performance.now() - began
    const [route, format, status] = [routeOf(pattern()), formatOf(type()), response.statusCode]
    const isBroken = !response.writableFinished
    end({ method, route, format, status, seconds: milliseconds / 1000, isBroken })
    const bytes = (socket?.bytesWritten ?? 0) - before
    const ms = Math.round(milliseconds)
    logger.info({ request: id, method, url, route, status, format, bytes, ms }, isBroken ? 'broken off' : 'answered')
  }
}

/** Does so for whatever Fastify answers, but for requests that are part of another. */
export function logRequests(app: FastifyInstance, logger: Logger, counting: Counting): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isInner(request)) return done()
    const finish = logRequest(logger, counting, {
      request: request.raw,
      response: reply.raw,
      id: request.id,
      route: () => request.routeOptions.url,
      type: () => reply.getHeader('content-type')
    })
    // Neither a hook nor an event of Fastify tells of a reader who left.
    reply.raw.once('close', finish)
    done()
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header('server-timing', `total;dur=${reply.elapsedTime.toFixed(1)}`)
  })
}
