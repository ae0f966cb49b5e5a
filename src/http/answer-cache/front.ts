/**
 * Kept answers in front of Fastify, whose own way through its hooks takes as long as Node takes for all the rest. What is
 * not kept, or is asked in a way that needs a word from us, goes on to Fastify as it came.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { FastifyServerOptions } from 'fastify'
import { evaluate } from '../conditions.ts'
import { isTooLarge } from '../limits/request-size.ts'
import { hasSeveralHosts } from '../origin.ts'
import type { AnswerCache } from './answer-cache.ts'
import type { Answer } from './answers.ts'
import { representationFor } from './replay.ts'

/** What every request needs for itself; undefined where it is for Fastify to refuse. Returns headers of its answer. */
export type Admit = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  id: string
) => Record<string, string> | undefined

/**
 * Ends the answers of one turn of the event loop together. Between answers that leave one by one a reader that is faster
 * than we are falls asleep, and waking it each time costs the kernel more than the whole answer costs us.
 */
function openSender(): (response: ServerResponse, body: Buffer | undefined) => void {
  let ready: (() => void)[] = []
  const endAll = () => {
    const ending = ready
    ready = []
    for (const end of ending) end()
  }
  return (response, body) => {
    if (ready.push(() => response.end(body)) === 1) setImmediate(endAll)
  }
}

const endTogether = openSender()

function answerKept({ find }: AnswerCache, admit: Admit, request: IncomingMessage, response: ServerResponse): boolean {
  const { method = '', url = '', headers } = request
  const answer = find({ method, url, headers })
  if (!answer || isTooLarge(request) || hasSeveralHosts(request)) return false
  const found = representationFor(answer, request)
  // The first time it is coded, which takes a while.
  if (found instanceof Promise) return false
  const verdict = evaluate(headers, { etag: found.etag, modified: answer.modified })
  if (verdict === 'failed') return false
  const id = randomUUID()
  const own = admit(request, response, answer, id)
  if (!own) return false
  const lines = (verdict === 'fresh' ? found.lines.fresh : found.lines.whole).concat('request-id', id)
  for (const name in own) lines.push(name, own[name] as string)
  response.writeHead(verdict === 'fresh' ? 304 : 200, lines)
  endTogether(response, verdict === 'fresh' || method === 'HEAD' ? undefined : found.bytes)
  return true
}

/** What Fastify would set of the server that it makes. */
type Settings = Pick<FastifyServerOptions, 'connectionTimeout' | 'keepAliveTimeout' | 'requestTimeout'> & {
  http?: object
}

/** Makes servers that answer what is kept, and leave all else to Fastify. */
export const serverOf =
  (cache: AnswerCache, admit: Admit) =>
  (handler: RequestListener, { http = {}, connectionTimeout, keepAliveTimeout, requestTimeout }: Settings): Server => {
    const server = createServer(http, (request, response) => {
      if (!answerKept(cache, admit, request, response)) handler(request, response)
    })
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout
    if (requestTimeout !== undefined) server.requestTimeout = requestTimeout
    return server.setTimeout(connectionTimeout)
  }
