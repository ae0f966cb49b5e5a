/** Who asks: the address at the other end, or what proxies that are trusted say of it. */
import type { IncomingMessage } from 'node:http'
import proxyAddr from '@fastify/proxy-addr'

/** Reads addresses as Fastify does with the same `trustProxy`. */
export function clientIp(trustProxy: false | readonly string[]): (request: IncomingMessage) => string {
  if (!trustProxy) return ({ socket }) => socket.remoteAddress ?? ''
  const isTrusted = proxyAddr.compile([...trustProxy])
  return request => proxyAddr(request, isTrusted)
}
