/** Who is one client, by the address that a request came from. */
import { isIPv6 } from 'node:net'

/** A name to count by, and how many times the limit of one client all that share it may ask. */
export type Counted = { readonly name: string; readonly times: number }

/** A site has 65,536 networks (RFC 6177), and tunnels give them away. */
const SITE_TIMES = 16

/** The first groups of an address, as numbers are written: enough for a prefix. */
const groupsOf = (address: string, count: number): string => {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const [left, right] = [head, tail].map(part => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...zeros, ...right]
    .slice(0, count)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/**
 * By what an address is counted, the narrowest first. A client of IPv6 has a network of 2^64 addresses (RFC 4291, 2.5.1)
 * and may use another for each request: it is counted by its /64, and by its /48 beside that. An address of IPv4 in the
 * clothes of IPv6 is one of IPv4.
 */
export function countedBy(address: string): readonly Counted[] {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? []
  if (mapped || !isIPv6(address)) return [{ name: mapped ?? address, times: 1 }]
  return [
    { name: `${groupsOf(address, 4)}::/64`, times: 1 },
    { name: `${groupsOf(address, 3)}::/48`, times: SITE_TIMES }
  ]
}
