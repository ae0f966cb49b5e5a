/**
 * Answers kept as bytes while the releases stay as they are. The cache stands in front of the routes and, as a shared
 * one does (RFC 9111, 4.1), tells answers apart by their address and by the headers that they say they vary with. What
 * every request needs for itself (its id, its place in the rate limit, its line in the log) is left to the hooks around.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import { pipeline, Readable, Transform } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { acceptedLanguage } from '../../i18n/negotiation.ts'
import { type Answer, alone, openAnswers, type Representation } from './answers.ts'
import { describe, headersOf, replay, representationFor } from './replay.ts'

/** A longer answer is not kept: it is a file on its way. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024
/** Characters of the addresses whose `Vary` is known. */
const MAX_CHARACTERS = 8 * 1024 * 1024
const CHARACTERS_OF_NAMES = 100
/** Longer ones are rare, and whoever sends them can spell them in any number of ways. */
const MAX_ADDRESS_CHARACTERS = 4096
const MAX_ACCEPT_CHARACTERS = 300

/** An answer in the making, for which others wait that ask the same. */
type Flight = {
  key: string
  address: string
  generation: number
  given: OutgoingHttpHeaders
  waiting: ((isAnswered: boolean) => void)[]
}

/** What of a request chooses its answer. */
export type Asked = { method: string; url: string; headers: IncomingHttpHeaders }

/** What answers of an address differ by, in forms of which there are few. */
const CHOOSERS: Partial<Record<string, (request: Asked) => string>> = {
  Accept: ({ headers }) => headers.accept ?? '',
  'Accept-Language': ({ headers }) => acceptedLanguage(headers['accept-language'])
}
const variantOf = (address: string, names: readonly string[], request: Asked) =>
  names.reduce((key, name) => `${key}\n${CHOOSERS[name]?.(request) ?? ''}`, address)

const mayBeKept = ({ method, url, headers: { accept = '' } }: Asked) =>
  (method === 'GET' || method === 'HEAD') &&
  url.length <= MAX_ADDRESS_CHARACTERS &&
  accept.length <= MAX_ACCEPT_CHARACTERS

/** Passes bytes on, and tells them all when they have ended and are not too many. */
function collector(onEnd: (whole: Buffer) => void): Transform {
  let chunks: Buffer[] | undefined = []
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > MAX_ANSWER_BYTES) chunks = undefined
      chunks?.push(chunk)
      done(null, chunk)
    },
    flush(done) {
      if (chunks) onEnd(Buffer.concat(chunks))
      done()
    }
  })
}

function send(answer: Answer, request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void {
  const found = representationFor(answer, request)
  const finish = (representation: Representation) => void (replay(answer, representation, request, reply) || done())
  if (found instanceof Promise) found.then(finish).catch(done)
  else finish(found)
}

export type AnswerCacheOptions = {
  /** Rises whenever a release is published or dropped; nothing is kept beyond that. */
  generation: () => number
  /** Scheme and host that the links of an answer start with. */
  origin: (request: Asked) => string
  maxBytes?: number
}

export type AnswerCache = {
  /** What was answered to such a request. */
  find(request: Asked): Answer | undefined
  /** Begins to keep, behind the hooks that every request must pass and before those that code answers. */
  register(app: FastifyInstance): void
}

export function openAnswerCache({ generation, origin, maxBytes }: AnswerCacheOptions): AnswerCache {
  const answers = openAnswers(maxBytes)
  const varies = new LRUCache<string, readonly string[]>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_names, address) => address.length + CHARACTERS_OF_NAMES
  })
  const flights = new Map<string, Flight>()
  const led = new WeakMap<FastifyRequest, Flight>()
  let kept = generation()

  const lookUp = (address: string, request: Asked) => {
    if (kept !== generation()) {
      kept = generation()
      answers.clear()
    }
    const names = varies.get(address)
    return names && answers.get(variantOf(address, names, request))
  }

  const keep = (flight: Flight, request: FastifyRequest, answer: Answer) => {
    if (flight.generation !== generation() || answer.body.length > MAX_ANSWER_BYTES) return
    const names = String(answer.headers.vary ?? '')
      .split(', ')
      .filter(name => name in CHOOSERS)
    varies.set(flight.address, names)
    answers.set(variantOf(flight.address, names, request), answer)
  }

  /** Whoever waits finds the answer kept, or asks for itself; where the reader of the first left, one is first again. */
  const land = (flight: Flight, isAnswered: boolean) => {
    if (flights.get(flight.key) === flight) flights.delete(flight.key)
    for (const proceed of flight.waiting.splice(0)) proceed(isAnswered)
  }

  const register = (app: FastifyInstance) => {
    app.addHook('onRequest', (request, reply, done) => {
      if (!mayBeKept(request)) return done()
      const address = `${origin(request)}${request.url}`
      const ask = (mayLead: boolean) => {
        const answer = lookUp(address, request)
        if (answer) return send(answer, request, reply, done)
        if (!mayLead || request.method === 'HEAD') return done()
        const key = variantOf(address, Object.keys(CHOOSERS), request)
        const flight = flights.get(key)
        if (flight) return void flight.waiting.push(isAnswered => ask(!isAnswered))
        const own: Flight = { key, address, generation: generation(), given: headersOf(reply), waiting: [] }
        flights.set(key, own)
        led.set(request, own)
        reply.raw.once('close', () => land(own, false))
        done()
      }
      ask(true)
    })

    app.addHook('onSend', async (request, reply, payload) => {
      const flight = led.get(request)
      if (!flight) return payload
      const described = describe(request, reply, flight.given)
      const write = (body: Buffer, isStreamed: boolean) => {
        if (described)
          keep(flight, request, { ...described, body: alone(body), isStreamed, representations: new Map() })
      }
      const body = typeof payload === 'string' ? Buffer.from(payload) : payload
      if (Buffer.isBuffer(body)) write(body, false)
      land(flight, true)
      if (!(body instanceof Readable) || !described) return body
      return pipeline(
        body,
        collector(whole => write(whole, true)),
        () => {}
      )
    })
  }

  return {
    find: request => (mayBeKept(request) ? lookUp(`${origin(request)}${request.url}`, request) : undefined),
    register
  }
}
