/** A file at an address, fetched to the disk, within bounds. */
import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { FileError } from './file.ts'

export type Bounds = { bytes: number; milliseconds: number; redirects: number }
const BOUNDS: Bounds = { bytes: 1_000_000_000, milliseconds: 600_000, redirects: 5 }
const SECRET = /token|key|sig|secret|pass|auth|cred/i

export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text)

/** An address without what only its owner should know: names, passwords, keys. */
export function publicAddress(text: string): string {
  const url = new URL(text)
  url.username = ''
  url.password = ''
  for (const name of [...url.searchParams.keys()]) if (SECRET.test(name)) url.searchParams.delete(name)
  return url.href
}

/** What a file at this address is called. */
export const nameOf = (text: string): string => {
  const { pathname, hostname } = new URL(text)
  return basename(decodeURIComponent(pathname)) || hostname
}

/** A Google Sheet is a page; its table is at another address. */
function tableAddress(url: URL): URL {
  const [, id] = /^\/spreadsheets\/d\/([\w-]+)\/(?:edit|view)?$/.exec(url.pathname) ?? []
  if (url.hostname !== 'docs.google.com' || !id) return url
  const sheet = /gid=(\d+)/.exec(url.hash)?.[1] ?? url.searchParams.get('gid') ?? '0'
  return new URL(`https://docs.google.com/spreadsheets/d/${id}/export?format=csv&gid=${sheet}`)
}

/** Follows redirects, never from https to http, and hands credentials to nobody but the host they were given for. */
async function open(text: string, { milliseconds, redirects }: Bounds): Promise<Response> {
  const first = new URL(text)
  const { username, password } = first
  const authorization = username
    ? {
        authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`
      }
    : undefined
  const signal = AbortSignal.timeout(milliseconds)
  let url = tableAddress(first)
  for (let count = 0; count <= redirects; count++) {
    const isHome = url.origin === first.origin
    url.username = ''
    url.password = ''
    const response = await fetch(url, { redirect: 'manual', signal, headers: isHome ? (authorization ?? {}) : {} })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || !location) return response
    await response.body?.cancel()
    const next = new URL(location, url)
    if (!isAddress(next.href) || (url.protocol === 'https:' && next.protocol === 'http:'))
      throw new FileError(
        `leads to ${next.protocol}//${next.host}, which is not fetched from ${url.protocol}//${url.host}`
      )
    url = next
  }
  throw new FileError(`leads on more than ${redirects} times`)
}

/** Fetches into the folder and returns the path. Throws a FileError that names the address without credentials. */
export async function download(text: string, folder: string, bounds: Partial<Bounds> = {}): Promise<string> {
  const within = { ...BOUNDS, ...bounds }
  const shown = publicAddress(text)
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      done(bytes > within.bytes ? new FileError(`is larger than ${within.bytes} bytes`) : null, chunk)
    }
  })
  try {
    const response = await open(text, within)
    if (!response.ok || !response.body) throw new FileError(`answers with status ${response.status}`)
    if (response.headers.get('content-type')?.startsWith('text/html'))
      throw new FileError('answers with a web page; give the address of the file itself')
    const path = join(folder, nameOf(text))
    await pipeline(Readable.fromWeb(response.body as ReadableStream), counted, createWriteStream(path))
    return path
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string } }
    if (error instanceof FileError) throw new FileError(`${shown} ${message}`)
    const why =
      name === 'TimeoutError'
        ? `did not answer within ${within.milliseconds / 1000} seconds`
        : `cannot be fetched: ${cause?.code ?? message}`
    throw new FileError(`${shown} ${why}`)
  }
}
