/** Whole answers in memory, the least recently used ones first to go. */
import type { OutgoingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'

const MIB = 1024 * 1024
/** Bytes of all answers together, their compressed copies included. */
const MAX_BYTES = 96 * MIB
/** What was asked for once has this share, so that it cannot push out what is asked for again and again. */
const PROBATION = 0.25
/** Bytes that an answer takes beside its body and its texts, about. */
const OVERHEAD = 2048
/** With its compressed copies an answer is about so much larger than its text. */
const CODINGS_SHARE = 1.5

/** An answer in one content coding, with all that the route added to the headers that every answer has. */
export type Representation = {
  bytes: Buffer
  etag: string
  headers: OutgoingHttpHeaders
  /** All headers but those that tell of the request: names and values in turn, of the answer and of its 304. */
  lines: { whole: readonly string[]; fresh: readonly string[] }
}

export type Answer = {
  /** The pattern of the route that it came from. */
  route: string | undefined
  /** What every answer has, but for what tells of the request. */
  common: OutgoingHttpHeaders
  /** What the route added, but for what depends on the coding. */
  headers: OutgoingHttpHeaders
  type: string
  /** Before any coding. */
  body: Buffer
  /** Names the bytes, whatever their coding. */
  digest: string
  modified: Date | undefined
  /** Whether the route sent it before it knew its length, which GET and HEAD then never tell. */
  isStreamed: boolean
  /** By content coding, each made when it is asked for first. */
  representations: Map<string, Representation | Promise<Representation>>
}

export type Answers = {
  get(key: string): Answer | undefined
  set(key: string, answer: Answer): void
  clear(): void
}

/** The same bytes in memory of their own: a part of a larger piece, as Node hands out small ones, keeps all of that. */
export function alone(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes
  const own = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(own)
  return own
}

/** The address is in two keys, and a client can make it and what is said of it long. */
const bytesOf = ({ body, common, headers }: Answer, key: string): number =>
  Math.ceil(body.length * CODINGS_SHARE) +
  OVERHEAD +
  2 * key.length +
  [...Object.values(common), ...Object.values(headers)].join().length

/** In two parts: an answer moves to the second when it is asked for again. */
export function openAnswers(maxBytes: number = MAX_BYTES): Answers {
  const open = (share: number) =>
    new LRUCache<string, Answer>({
      maxSize: Math.floor(maxBytes * share),
      sizeCalculation: bytesOf
    })
  const [once, again] = [open(PROBATION), open(1 - PROBATION)]
  return {
    get(key) {
      const known = again.get(key)
      if (known) return known
      const answer = once.get(key)
      if (!answer) return undefined
      once.delete(key)
      again.set(key, answer)
      return answer
    },
    set: (key, answer) => void once.set(key, answer),
    clear() {
      once.clear()
      again.clear()
    }
  }
}
