/**
 * `RECORD_TRAFFIC=FILE npm test`: each request that a test, a page of the Explorer or a client of a started process
 * makes of the API becomes a line of FILE, from whichever process. Off by default.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'

/** A request as it was made; `body` holds its bytes as latin1. */
export type Recorded = { method: string; url: string; headers: Record<string, string>; body?: string }

/** What an answer depends on; the others tell who asks, or, as Accept-Encoding, how it travels. */
const HEADERS = ['accept', 'accept-language', 'content-type', 'if-modified-since', 'if-none-match', 'if-range', 'range']

const file = process.env.RECORD_TRAFFIC
const seen = new Set<string>()

const record = (message: unknown): void => {
  const { method, raw, body } = (message as { request: FastifyRequest }).request
  if (!file || !raw.url?.startsWith('/v1/')) return
  const headers = Object.fromEntries(HEADERS.flatMap(name => (raw.headers[name] ? [[name, raw.headers[name]]] : [])))
  const bytes = Buffer.isBuffer(body) ? { body: body.toString('latin1') } : {}
  const line = JSON.stringify({ method, url: raw.url, headers, ...bytes })
  // One write of a whole line: test files run beside each other.
  if (!seen.has(line)) appendFileSync(file, `${line}\n`)
  seen.add(line)
}
const HANDLED = 'tracing:fastify.request.handler:start'
if (file) subscribe(HANDLED, record)

/** Until the test ends: for random requests in great number, which would crowd out those that somebody thought of. */
export function withoutRecording(t: { teardown(work: () => void): unknown }): void {
  unsubscribe(HANDLED, record)
  t.teardown(() => {
    if (file) subscribe(HANDLED, record)
  })
}
