/**
 * `/mcp`, where assistants ask: the Streamable HTTP of the Model Context Protocol, without sessions and without streams.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Service } from '../engine/service.ts'
import { PROBLEMS, Problem } from '../http/errors/problems.ts'
import { originOf } from '../http/origin.ts'
import { API_VERSION } from '../v1/index.ts'
import { openAsker } from './asker.ts'
import { openProtocol } from './protocol.ts'

export const MCP_PATH = '/mcp'
/** The longest message: a question is an address and some words. */
const MOST_BYTES = 32 * 1024

/** Codes of JSON-RPC 2.0 (section 5.1). */
const CODES = { parse: -32700, invalid: -32600, internal: -32603, server: -32000 } as const

const LOOPBACK = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

const faulty = (reply: FastifyReply, status: number, code: number, message: string): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null }))

/**
 * A page of another site may not speak through its reader's browser, however names are resolved to this host (Model
 * Context Protocol, Transports, security warning); a program sends no Origin.
 */
const isWelcome = (origin: string | undefined, publicUrl: string | undefined): boolean =>
  origin === undefined || (publicUrl ? origin === new URL(publicUrl).origin : LOOPBACK.test(origin))

export function serveAssistants(app: FastifyInstance, service: Service): void {
  let protocol: ReturnType<typeof openProtocol> | undefined
  app.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: MOST_BYTES },
      (_request, body, done) => done(null, body)
    )
    scope.setErrorHandler((error: FastifyError | Problem, request, reply) => {
      const status = error instanceof Problem ? PROBLEMS[error.code].status : (error.statusCode ?? 500)
      if (status >= 500) request.log.error({ err: error }, error.message)
      if (error instanceof Problem && error.headers) reply.headers(error.headers)
      if (status === 405) reply.header('allow', 'POST')
      const isOurs = status >= 500 && !(error instanceof Problem)
      return faulty(reply, status, isOurs ? CODES.internal : CODES.server, isOurs ? 'Internal error' : error.message)
    })
    scope.route({
      method: ['GET', 'DELETE'],
      url: MCP_PATH,
      handler: (_request, reply) =>
        faulty(reply.header('allow', 'POST'), 405, CODES.server, 'There is no stream and no session here: use POST.')
    })
    scope.post(MCP_PATH, async (request, reply) => {
      if (!isWelcome(request.headers.origin, service.publicUrl))
        return faulty(reply, 403, CODES.server, 'Pages of this origin may not ask here.')
      const message = read(request)
      if (message === undefined) return faulty(reply, 400, CODES.parse, 'Parse error: the body is not JSON.')
      // One message may cost many rows: each is counted by itself (revision 2025-06-18 has no batches any more).
      if (Array.isArray(message))
        return faulty(reply, 400, CODES.invalid, 'Batches are not answered: send one message.')
      protocol ??= openProtocol(API_VERSION)
      protocol.catch(() => {
        protocol = undefined
      })
      const answer = await protocol
      const response = await answer(webRequest(request, service.publicUrl), message, asked =>
        openAsker(app, request, service, asked)
      )
      const type = response.headers.get('content-type')
      reply.code(response.status).header('cache-control', 'no-store')
      return type ? reply.type(type).send(await response.text()) : reply.send()
    })
  })
}

function read({ body }: FastifyRequest): unknown {
  try {
    return JSON.parse(String(body))
  } catch {
    return undefined
  }
}

/** The request as the SDK reads it; its body was read before. */
function webRequest(request: FastifyRequest, publicUrl: string | undefined): Request {
  const headers = new Headers()
  for (const name of ['accept', 'content-type', 'mcp-protocol-version', 'mcp-session-id']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return new Request(`${originOf(request, publicUrl)}${MCP_PATH}`, { method: 'POST', headers, body: '{}' })
}
