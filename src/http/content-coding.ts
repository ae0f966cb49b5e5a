/** The content coding of an answer: chosen in one place, for its tag as for its bytes. */
import { pipeline, Readable } from 'node:stream'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { addVary } from './vary.ts'

type Coder = { whole: (bytes: Buffer) => Promise<Buffer>; stream: () => zlib.BrotliCompress | zlib.Gzip }

/** Half of what the slowest setting would spare, at a twentieth of its time. */
const BROTLI = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }

const [brotli, gzip] = [promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliCompress), promisify(zlib.gzip)]
const zstd = 'createZstdCompress' in zlib && 'zstdCompress' in zlib ? (zlib as unknown as Zstd) : undefined
type Zstd = { createZstdCompress: () => zlib.Gzip; zstdCompress: typeof zlib.deflate }

/** In order of our preference; zstd where this Node has it. */
const CODERS: Record<string, Coder> = {
  br: { whole: bytes => brotli(bytes, BROTLI), stream: () => zlib.createBrotliCompress(BROTLI) },
  ...(zstd ? { zstd: { whole: promisify(zstd.zstdCompress), stream: zstd.createZstdCompress } } : {}),
  gzip: { whole: bytes => gzip(bytes) as Promise<Buffer>, stream: () => zlib.createGzip() }
}

export const IDENTITY = 'identity'
const CODINGS = [...Object.keys(CODERS), IDENTITY]

/** Media types that compression makes smaller; a workbook is compressed already. */
const COMPRESSIBLE = /^text\/|json|javascript|[+/]xml|yaml|bibtex|research-info/

export const isCompressible = (type: string): boolean => COMPRESSIBLE.test(type)

/** Its published types lack the options. */
type Encodings = { encodings(available: readonly string[], options: { preferred: readonly string[] }): string[] }

const chosen = new LRUCache<string, string>({ max: 1000 })

/** What an Accept-Encoding header likes best, and of what it likes alike what we prefer (RFC 9110, 12.5.3). */
function preferredCoding(header: string | undefined): string {
  // RFC 9110, 12.5.3: without the field anything will do; what every client reads is the text itself.
  if (header === undefined) return IDENTITY
  const known = chosen.get(header)
  if (known) return known
  const normal = header.toLowerCase().replaceAll('x-gzip', 'gzip')
  const negotiator = new Negotiator({ headers: { 'accept-encoding': normal } }) as unknown as Encodings
  const [best] = negotiator.encodings(CODINGS, { preferred: CODINGS })
  const coding = best ?? IDENTITY
  if (header.length < 200) chosen.set(header, coding)
  return coding
}

/** The coding of an answer of this media type. */
export const codingOf = ({ headers }: Pick<FastifyRequest, 'headers'>, type: string): string =>
  isCompressible(type) ? preferredCoding(headers['accept-encoding'] as string | undefined) : IDENTITY

/** The bytes in a coding that `codingOf` chose. */
export const encode = async (coding: string, bytes: Buffer): Promise<Buffer> => CODERS[coding]?.whole(bytes) ?? bytes

/** A range counts the bytes of the file itself. */
const isFile = (reply: FastifyReply) => reply.hasHeader('accept-ranges')

const isStream = (payload: unknown): payload is Readable => payload instanceof Readable

/** Registers the coding of every answer. HEAD is coded as its GET, so that both tell the same length, or none. */
export function codeAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '')
    if (!isCompressible(type) || isFile(reply)) return payload
    addVary(reply, 'Accept-Encoding')
    if (payload === null || payload === undefined || reply.hasHeader('content-encoding')) return payload
    const coding = codingOf(request, type)
    const coder = CODERS[coding]
    if (!coder) return payload
    reply.header('content-encoding', coding).removeHeader('content-length')
    // Whatever breaks the rows breaks what is read of them, and who leaves ends them.
    if (isStream(payload)) return pipeline(payload, coder.stream(), () => {})
    return encode(coding, Buffer.isBuffer(payload) ? payload : Buffer.from(String(payload)))
  })
}
