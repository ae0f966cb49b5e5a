/** Who is near enough to be told how the service is. */

import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** The names that settings have for networks. */
const NAMED: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']
}

/**
 * Tells whether a request comes from one of these networks. Where no proxy is trusted, one that names whom it speaks for
 * is a proxy all the same, and whoever stands behind it is not near.
 */
export function allowedFrom(networks: readonly string[] | false, isProxyTrusted: boolean) {
  const list = new BlockList()
  for (const network of (networks || []).flatMap(name => NAMED[name] ?? [name])) {
    const [address = '', bits] = network.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    list.addSubnet(address, bits ? Number(bits) : family === 'ipv4' ? 32 : 128, family)
  }
  return ({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): boolean => {
    if (!isProxyTrusted && (headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via) !== undefined) return false
    const address = ip.replace(/^::ffff:(?=\d+\.)/i, '').split('%')[0] ?? ''
    return isIPv4(address) ? list.check(address) : isIPv6(address) && list.check(address, 'ipv6')
  }
}
