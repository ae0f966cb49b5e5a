/** Query strings and forms read strictly: what cannot be decoded without loss is refused instead of repaired. */
import { Problem } from './errors/problems.ts'

export type Parameter = readonly [name: string, value: string]

const broken = (detail: string) =>
  new Problem('invalid-request', 'The parameters are not well-formed.', { errors: [{ detail }] })

/** curl and others send non-ASCII letters as bare UTF-8 bytes; Node hands them over as Latin-1. */
const bytesToText = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a whole
  if (/^[\x00-\x7f]*$/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    throw broken('It holds bytes that are not UTF-8.')
  }
}

const decode = (text: string): string => {
  let decoded: string
  try {
    decoded = decodeURIComponent(bytesToText(text).replaceAll('+', ' '))
  } catch {
    throw broken('It holds a % that does not start a valid percent-encoding of UTF-8.')
  }
  if (decoded.includes('\0')) throw broken('It holds a NUL byte.')
  return decoded
}

/** Pairs of `application/x-www-form-urlencoded` text, one character per byte, in their order. Throws as below. */
export const readPairs = (text: string): Parameter[] =>
  text
    .split('&')
    .filter(part => part !== '')
    .map(part => {
      const at = part.indexOf('=')
      return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]
    })

/** The parameters in their order. Throws a Problem on broken percent-encoding, bytes that are no UTF-8, and NUL. */
export function readParameters(url: string): Parameter[] {
  const start = url.indexOf('?')
  return start < 0 ? [] : readPairs(url.slice(start + 1).split('#')[0] ?? '')
}

/**
 * Our own query strings stay readable: commas, colons and dots need no escaping in a query (RFC 3986, 3.4). An apostrophe
 * would need none either, but no URI template may hold one (RFC 6570, 2.1).
 */
export const writeParameters = (parameters: Iterable<Parameter>): string => {
  const encode = (text: string) =>
    encodeURIComponent(text).replaceAll("'", '%27').replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
  const text = [...parameters].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
  return text === '' ? '' : `?${text}`
}
