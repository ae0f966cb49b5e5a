/** Requests that the service makes of itself to answer one of a client: a page asks the API several times. */
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const NAME = 'x-inner-request'
/** New in every process, and said to nobody: no client can claim to be the service. */
const SECRET = randomUUID()

/** Marks a request as part of another, which was counted, admitted and will be logged. */
export const INNER = { [NAME]: SECRET }

/** Is the request part of another? */
export const isInner = ({ headers }: { headers: IncomingHttpHeaders }): boolean => headers[NAME] === SECRET

export type InnerAnswer = { status: number; body: string; retryAfter: string | undefined }

/** Asks an address of this service for JSON on behalf of a client; another spelling of it is followed to its own. */
export async function askInner(
  app: FastifyInstance,
  { headers: { host = 'localhost' }, ip }: FastifyRequest,
  url: string,
  accept = 'application/json'
): Promise<InnerAnswer> {
  const get = (address: string) => app.inject({ url: address, headers: { ...INNER, host, accept }, remoteAddress: ip })
  const first = await get(url)
  const answer = first.statusCode === 301 ? await get(String(first.headers.location)) : first
  const wait = answer.headers['retry-after']
  return { status: answer.statusCode, body: answer.body, retryAfter: wait === undefined ? undefined : String(wait) }
}
