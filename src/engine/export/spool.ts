/**
 * Exports on their way to readers. Each is written once, as fast as the database writes it, into a file that all
 * readers of the same bytes share: a slow reader holds no connection of the database, and a second reader costs no query.
 */
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fairQueue, type QueueLimits } from './fair-queue.ts'
import { type RingFile, type RingReader, ringFile } from './ring-file.ts'

export type SpoolLimits = QueueLimits & {
  /** Bytes of one export on the disk; a longer one goes on as its slowest reader does. */
  fileBytes: number
  /** Bytes of all exports on the disk beyond which none begins; half of it for one client. */
  totalBytes: number
  /** Finished exports without a reader that are kept for the next one. */
  kept: number
  /** Bytes a second below which a reader gives way while others wait. */
  leastRate: number
  /** For how long a reader must have been that slow. */
  leastRateMilliseconds: number
}

const MIB = 1024 * 1024
export const SPOOL_LIMITS: SpoolLimits = {
  places: 8,
  placesOfOne: 4,
  waiting: 500,
  patienceMilliseconds: 20_000,
  fileBytes: 128 * MIB,
  totalBytes: 1024 * MIB,
  kept: 64,
  leastRate: 4096,
  leastRateMilliseconds: 60_000
}

export type ExportRequest = {
  /** The same for the same bytes, and only for them. */
  key: string
  /** Address of whoever asks. */
  client: string
  /** Aborted when the reader is gone. */
  signal: AbortSignal
  /** Makes the bytes; called when nobody is making them yet. Its signal is aborted when no reader is left. */
  write(signal: AbortSignal): AsyncIterable<Uint8Array>
}

export type Spool = {
  /** A stream of the export, its first bytes at hand. Throws what `write` throws before them, and a Problem when too many exports run. */
  read(request: ExportRequest): Promise<Readable>
  /** Are exports being refused? */
  isExhausted(): boolean
  /** Ends every export; readers see theirs break. */
  close(): Promise<void>
}

type Entry = { key: string; client: string; file: RingFile; abort: AbortController }
type Pace = { since: number; position: number; isSlow: boolean }

/** Files are made in the directory, which is made when it is needed. */
export function openSpool(directory: string, limits: SpoolLimits = SPOOL_LIMITS): Spool {
  const entries = new Set<Entry>()
  const byKey = new Map<string, Entry>()
  const paces = new WeakMap<RingReader, Pace>()

  const isIdle = ({ file }: Entry) => file.readers.size === 0
  const bytesOf = (some: Iterable<Entry>) => [...some].reduce((sum, { file }) => sum + file.bytes(), 0)

  const forget = (entry: Entry) => {
    if (byKey.get(entry.key) === entry) byKey.delete(entry.key)
    if (!entries.delete(entry)) return
    entry.abort.abort(new Error('no reader is left'))
    entry.file.close().catch(() => {})
  }

  /** Those without a reader make room, the oldest first. */
  const tidy = () => {
    for (const entry of entries) {
      if (isIdle(entry) && !(entry.file.hasEnded() && entry.file.isWhole())) forget(entry)
    }
    const idle = [...entries].filter(isIdle)
    while (idle.length > 0 && (idle.length > limits.kept || bytesOf(entries) >= limits.totalBytes)) {
      forget(idle.shift() as Entry)
    }
  }

  const hasRoom = (client: string) => {
    const own = [...entries].filter(entry => entry.client === client)
    return bytesOf(entries) < limits.totalBytes && bytesOf(own) < limits.totalBytes / 2
  }
  const queue = fairQueue(limits, hasRoom)

  /** Readers that have been too slow for long give way, where somebody waits for what they hold. */
  const measure = () => {
    const now = Date.now()
    const lacksRoom = queue.waiting() > 0
    for (const { file } of entries) {
      const isWaited = lacksRoom || (file.isFull() && file.readers.size > 1)
      for (const reader of file.readers) {
        const pace = paces.get(reader) as Pace
        if (reader.position === file.written()) Object.assign(pace, { since: now, position: reader.position })
        const seconds = (now - pace.since) / 1000
        if (seconds * 1000 >= limits.leastRateMilliseconds) {
          const isSlow = (reader.position - pace.position) / seconds < limits.leastRate
          Object.assign(pace, { since: now, position: reader.position, isSlow })
        }
        if (isWaited && pace.isSlow) {
          reader.stream.destroy(
            new Error(`a reader took less than ${limits.leastRate} bytes a second while others wait`)
          )
        }
      }
    }
  }
  const timer = setInterval(measure, limits.leastRateMilliseconds / 10).unref()

  const write = async (entry: Entry, request: ExportRequest) => {
    async function* chunks() {
      const giveBack = await queue.take(request.client, entry.abort.signal)
      try {
        yield* request.write(entry.abort.signal)
      } finally {
        giveBack()
      }
    }
    await mkdir(directory, { recursive: true }).catch(() => {})
    await entry.file.write(chunks())
    if (!entry.file.hasEnded() && byKey.get(entry.key) === entry) byKey.delete(entry.key)
    if (isIdle(entry)) tidy()
  }

  const begin = (request: ExportRequest): Entry => {
    const { key, client } = request
    const left = () => {
      tidy()
      queue.advance()
    }
    const file = ringFile(join(directory, randomUUID()), limits.fileBytes, left)
    const entry = { key, client, file, abort: new AbortController() }
    entries.add(entry)
    byKey.set(key, entry)
    return entry
  }

  return {
    async read(request) {
      const { key, signal } = request
      signal.throwIfAborted()
      const known = byKey.get(key)
      const entry = known?.file.isWhole() ? known : begin(request)
      const reader = entry.file.join()
      paces.set(reader, { since: Date.now(), position: 0, isSlow: false })
      const { stream } = reader
      signal.addEventListener('abort', () => stream.destroy())
      if (entry !== known) write(entry, request)
      try {
        await entry.file.started(signal)
        return stream
      } catch (error) {
        stream.destroy()
        throw error
      }
    },
    isExhausted: queue.isExhausted,
    async close() {
      clearInterval(timer)
      for (const entry of entries) forget(entry)
    }
  }
}
