/** How much one client may ask, said in every answer (IETF draft "RateLimit header fields", revision 11). */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { Problem } from '../errors/problems.ts'
import { isInner } from '../inner-request.ts'
import { countedBy } from './client-address.ts'

const WINDOW_SECONDS = 60
/** As many as are remembered at once, in 10 MB: whoever asks from more addresses pushes out those that ask least. */
export const REMEMBERED_CLIENTS = 50_000
/** Four times what the database works on at once: nobody but one client would wait for more of them. */
export const REQUESTS_AT_ONCE = 32
const SOON_SECONDS = '1'

export type Allowance = {
  /** Requests that are left until the window ends; negative for one that is too much. */
  readonly left: number
  /** Seconds until the window ends. */
  readonly seconds: number
}

/** Counts requests in windows that begin with the first. The clock is monotonic: one set back frees or locks nobody. */
export function openCounter(perMinute: number, clients = REMEMBERED_CLIENTS) {
  const windows = new LRUCache<string, { count: number }>({
    max: clients,
    ttl: WINDOW_SECONDS * 1000,
    noUpdateTTL: true
  })
  const count = (name: string): number => {
    const window = windows.get(name) ?? { count: 0 }
    if (window.count++ === 0) windows.set(name, window)
    return window.count
  }
  return {
    /** Counts a request from this address. */
    take(address: string): Allowance {
      const all = countedBy(address).map(({ name, times }) => ({ name, left: times * perMinute - count(name) }))
      const { name, left } = all.reduce((least, one) => (one.left < least.left ? one : least))
      return { left, seconds: Math.max(1, Math.ceil(windows.getRemainingTTL(name) / 1000)) }
    },
    /** How many are remembered. */
    size: () => windows.size
  }
}

/** What became of a request when it was counted. */
export type Admission = {
  headers: Record<string, string>
  /** Why it is not to be answered. */
  refusal?: Problem
  /** To be called when its answer has left or broke. */
  leave?: () => void
}

export type RateLimit = {
  /** Counts a request from this address: once, also where it is asked again because it was refused. */
  admit(request: IncomingMessage, address: string): Admission
}

const UNLIMITED: RateLimit = { admit: () => ({ headers: {} }) }

/** Counts requests by client, in memory; `perMinute` 0 sets no limit and no headers. */
export function openRateLimit(perMinute: number): RateLimit {
  if (perMinute === 0) return UNLIMITED
  const counter = openCounter(perMinute)
  const underWay = new Map<string, number>()
  const refused = new WeakMap<IncomingMessage, Admission>()
  const count = (address: string): Admission => {
    const { left, seconds } = counter.take(address)
    const headers = {
      'ratelimit-policy': `"default";q=${perMinute};w=${WINDOW_SECONDS}`,
      ratelimit: `"default";r=${Math.max(0, left)};t=${seconds}`
    }
    const refuse = (detail: string, wait: string) => ({
      headers,
      refusal: new Problem('too-many-requests', detail, { headers: { 'retry-after': wait } })
    })
    if (left < 0)
      return refuse(`More than ${perMinute} requests came from your address within a minute.`, String(seconds))
    const name = countedBy(address)[0]?.name ?? ''
    const others = underWay.get(name) ?? 0
    if (others >= REQUESTS_AT_ONCE)
      return refuse(`${REQUESTS_AT_ONCE} requests from your address are being answered already.`, SOON_SECONDS)
    underWay.set(name, others + 1)
    const leave = () => {
      const rest = (underWay.get(name) ?? 1) - 1
      if (rest > 0) underWay.set(name, rest)
      else underWay.delete(name)
    }
    return { headers, leave }
  }
  return {
    admit(request, address) {
      const admission = refused.get(request) ?? count(address)
      if (admission.refusal) refused.set(request, admission)
      return admission
    }
  }
}

/** Does so for whatever Fastify answers, but for requests that are part of another. */
export function limitRequests(app: FastifyInstance, { admit }: RateLimit): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (isInner(request)) return done()
    const { headers, refusal, leave } = admit(request.raw, request.ip)
    reply.headers(headers)
    if (refusal) return done(refusal)
    if (leave) reply.raw.once('close', leave)
    done()
  })
}
