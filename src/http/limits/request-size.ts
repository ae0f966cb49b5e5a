/** How large and how slow a request may be, before anything is made of it. */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { PROBLEMS, Problem } from '../errors/problems.ts'

/** Address and headers together. */
const MOST_BYTES = 16_384
/** Where Node gives up by itself: further on, so that it is us who tell a long address from large headers. */
const NODE_BYTES = 32_768
/** Within which a request must be there, body and all; its headers within half of it. */
const REQUEST_MILLISECONDS = 30_000

/** What the server is made with: whoever sends a request by drops loses the connection (408). */
export const requestLimits = (
  milliseconds = REQUEST_MILLISECONDS
): Pick<FastifyServerOptions, 'requestTimeout'> & {
  http: { maxHeaderSize: number; headersTimeout: number; connectionsCheckingInterval: number }
} => ({
  requestTimeout: milliseconds,
  http: {
    maxHeaderSize: NODE_BYTES,
    headersTimeout: milliseconds / 2,
    connectionsCheckingInterval: milliseconds / 10
  }
})

/** Which of the two is too long, where both together are. */
export const tooLarge = (addressBytes: number): Problem => {
  const code = addressBytes > MOST_BYTES / 2 ? 'uri-too-long' : 'headers-too-large'
  return new Problem(code, `${PROBLEMS[code].title}.`)
}

/** Whether address and headers are too large together. */
export function isTooLarge({ url = '', rawHeaders }: Pick<IncomingMessage, 'url' | 'rawHeaders'>): boolean {
  let bytes = url.length
  for (const text of rawHeaders) bytes += text.length
  return bytes > MOST_BYTES
}

/** Refuses those: 414 or 431. */
export function limitSize(app: FastifyInstance): void {
  app.addHook('onRequest', ({ raw }, _reply, done) =>
    done(isTooLarge(raw) ? tooLarge(raw.url?.length ?? 0) : undefined)
  )
}
