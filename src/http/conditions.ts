/** Conditional requests: which answer a client needs, in the order of RFC 9110, 13.2.2. */
import type { IncomingHttpHeaders } from 'node:http'

export type Validators = {
  /** A strong entity tag, in its quotes. */
  etag: string
  /** When the representation last changed; whole seconds, as HTTP tells it. */
  modified?: Date | undefined
}

/** `fresh`: the client holds these bytes (304); `failed`: it wants others than these (412); else it gets them. */
export type Verdict = 'send' | 'fresh' | 'failed'

const TAG = /(W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g

const IMF = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const RFC850 = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/
const ASCTIME = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/

/** Milliseconds of an HTTP-date in any of its three forms (RFC 9110, 5.6.7); undefined where it is none. */
export const readHttpDate = (text: string): number | undefined => {
  const written = ASCTIME.test(text) ? `${text} GMT` : IMF.test(text) || RFC850.test(text) ? text : undefined
  const time = written === undefined ? Number.NaN : Date.parse(written)
  return Number.isNaN(time) ? undefined : time
}

export const inSeconds = (date: Date): number => Math.floor(date.getTime() / 1000) * 1000

/** Whether a list of tags names this one; weak tags count for reading, and never where bytes must be the same. */
function names(header: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  // What nearly every client sends; the rest is a list to be taken apart.
  if (header === etag || header.trim() === '*') return true
  return [...header.matchAll(TAG)].some(([, weak, tag]) => tag === etag && (comparison === 'weak' || !weak))
}

/** What the conditions of a GET or HEAD ask for, where there is a representation with these validators. */
export function evaluate(headers: IncomingHttpHeaders, { etag, modified }: Validators): Verdict {
  const seconds = modified && inSeconds(modified)
  const changedSince = (text: string): boolean | undefined => {
    const date = readHttpDate(text)
    return date === undefined || seconds === undefined ? undefined : seconds > date
  }
  const match = headers['if-match']
  const unmodified = headers['if-unmodified-since']
  if (match !== undefined) {
    if (!names(match, etag, 'strong')) return 'failed'
  } else if (unmodified !== undefined && changedSince(unmodified) === true) return 'failed'
  const noneMatch = headers['if-none-match']
  const modifiedSince = headers['if-modified-since']
  if (noneMatch !== undefined) return names(noneMatch, etag, 'weak') ? 'fresh' : 'send'
  return modifiedSince !== undefined && changedSince(modifiedSince) === false ? 'fresh' : 'send'
}

/** Whether a Range is to be read: If-Range names the very bytes that there are (RFC 9110, 13.1.5). */
export function holdsRange(headers: IncomingHttpHeaders, { etag, modified }: Validators): boolean {
  const condition = headers['if-range']
  if (typeof condition !== 'string') return true
  if (/^(W\/)?"/.test(condition)) return condition === etag
  return modified !== undefined && readHttpDate(condition) === inSeconds(modified)
}
