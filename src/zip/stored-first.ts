/** The zip whose first entry is stored as it is, as containers want it that tell their type by their first bytes. */
import { zipSync } from 'fflate'

/** Places in a record of the central directory and in the record at its end (APPNOTE.TXT 4.3.12, 4.3.16). */
const RECORD = { bytes: 46, name: 28, extra: 30, comment: 32, offset: 42 }
const END = { bytes: 22, entries: [8, 10], size: 12, start: 16 }

export type Stored = { name: string; bytes: Uint8Array; mtime: Date }

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * An entry in front of a zip: what stands there, and the zip's last chunk, its central directory, with that entry in it.
 * A zip that is streamed tells the size of an entry behind it, which readers of streams take of compressed ones alone
 * (java.util.zip); of this one it is told before.
 */
export function storedFirst({ name, bytes, mtime }: Stored): {
  entry: Uint8Array
  directory: (behind: Uint8Array) => Uint8Array
} {
  const alone = zipSync({ [name]: [bytes, { level: 0, mtime }] })
  const start = view(alone).getUint32(alone.length - END.bytes + END.start, true)
  const record = alone.subarray(start, alone.length - END.bytes)
  return {
    entry: alone.subarray(0, start),
    directory(behind) {
      const made = Uint8Array.from([...record, ...behind])
      const fields = view(made)
      const end = made.length - END.bytes
      for (let at = record.length; at < end; ) {
        fields.setUint32(at + RECORD.offset, fields.getUint32(at + RECORD.offset, true) + start, true)
        at += RECORD.bytes
        at += [RECORD.name, RECORD.extra, RECORD.comment].reduce(
          (sum, place) => sum + fields.getUint16(at - RECORD.bytes + place, true),
          0
        )
      }
      for (const place of END.entries) fields.setUint16(end + place, fields.getUint16(end + place, true) + 1, true)
      fields.setUint32(end + END.size, fields.getUint32(end + END.size, true) + record.length, true)
      fields.setUint32(end + END.start, fields.getUint32(end + END.start, true) + start, true)
      return made
    }
  }
}
