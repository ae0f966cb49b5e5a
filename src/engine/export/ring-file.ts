/**
 * Bytes that one writer makes and many read, each at a speed of its own. They are kept in a file of bounded size that
 * has no name: nothing is left of it when the process ends, however it ends.
 */
import { EventEmitter, once } from 'node:events'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { exportProblem } from './export-problem.ts'

const CHUNK_BYTES = 64 * 1024

/** A reader, and how far it has come. */
export type RingReader = { stream: Readable; position: number }

export type RingFile = {
  /** Writes all there is, never more than the capacity ahead of the slowest reader. Does not throw: readers see it fail. */
  write(chunks: AsyncIterable<Uint8Array>): Promise<void>
  /** Another reader, from the first byte on; only while the file is whole. */
  join(): RingReader
  /** Does it still hold its first byte? */
  isWhole(): boolean
  hasEnded(): boolean
  /** Is the writer waiting for a reader? */
  isFull(): boolean
  readers: ReadonlySet<RingReader>
  /** Bytes written so far. */
  written(): number
  /** Bytes on the disk. */
  bytes(): number
  /** Resolves with the first byte, or the end; rejects where the writer failed before, or the signal is aborted. */
  started(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** `path` is only used until the file is open; `onLeave` is called whenever a reader is gone. */
export function ringFile(path: string, capacity: number, onLeave: () => void): RingFile {
  const changes = new EventEmitter().setMaxListeners(0)
  const changed = () => changes.emit('changed')
  const readers = new Set<RingReader>()
  let file: FileHandle | undefined
  let written = 0
  let ended = false
  let failure: Error | undefined

  const room = () => capacity - written + Math.min(written, ...[...readers].map(({ position }) => position))

  const create = async () => {
    const created = await open(path, 'wx+', 0o600)
    await unlink(path)
    return created
  }

  const append = async (chunk: Uint8Array) => {
    file ??= await create()
    for (let from = 0; from < chunk.length; ) {
      const free = room()
      if (free === 0) {
        await once(changes, 'changed')
        if (failure) throw failure
        continue
      }
      const at = written % capacity
      const length = Math.min(chunk.length - from, free, capacity - at)
      const { bytesWritten } = await file.write(chunk, from, length, at)
      from += bytesWritten
      written += bytesWritten
      changed()
    }
  }

  const pull = async (reader: RingReader) => {
    const { stream } = reader
    while (!stream.destroyed) {
      if (failure) throw failure
      const at = reader.position % capacity
      const length = Math.min(CHUNK_BYTES, written - reader.position, capacity - at)
      if (length > 0) {
        const { bytesRead, buffer } = await (file as FileHandle).read(Buffer.allocUnsafe(length), 0, length, at)
        reader.position += bytesRead
        changed()
        stream.push(buffer.subarray(0, bytesRead))
        return
      }
      if (ended) {
        stream.push(null)
        return
      }
      await once(changes, 'changed')
    }
  }

  return {
    async write(chunks) {
      try {
        for await (const chunk of chunks) await append(chunk)
        ended = true
      } catch (error) {
        failure ??= exportProblem(error as Error)
      }
      changed()
    },
    join() {
      const reader: RingReader = {
        position: 0,
        stream: new Readable({
          highWaterMark: CHUNK_BYTES,
          read: () => void pull(reader).catch(error => reader.stream.destroy(error)),
          destroy(error, done) {
            readers.delete(reader)
            changed()
            onLeave()
            done(error)
          }
        })
      }
      // Whoever sends it may not have begun, or may have left.
      reader.stream.on('error', () => {})
      readers.add(reader)
      return reader
    },
    isWhole: () => written <= capacity && !failure,
    hasEnded: () => ended,
    isFull: () => !ended && !failure && written > 0 && room() === 0,
    readers,
    written: () => written,
    bytes: () => Math.min(written, capacity),
    async started(signal) {
      while (written === 0 && !ended) {
        if (failure) throw failure
        await once(changes, 'changed', { signal })
      }
    },
    async close() {
      failure ??= new Error('the export was ended')
      changed()
      for (const { stream } of readers) stream.destroy(failure)
      await file?.close()
    }
  }
}
