/** A zip as a stream, the same bytes whenever and wherever it is made. */
import { Zip, ZipDeflate } from 'fflate'
import { storedFirst } from './stored-first.ts'

// Compression in JavaScript: what zlib makes of the same bytes differs between versions of Node and kinds of processors.
const LEVEL = 6
/** A zip without its 64-bit extension counts the bytes of a file in 32 bits. */
const MAX_BYTES = 2 ** 32 - 1

/** A file in the zip. What it becomes depends on where its chunks end. */
export type Entry = { name: string; chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }

/** A zip stores the hour of a wall clock, without saying of which zone: noon on the day, on any clock. */
const noonOf = (day: string) => {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

/**
 * The zip of the entries in their order, each dated to the day (YYYY-MM-DD), behind the one that is stored without
 * compression, where there is such. Throws where an entry passes 4 GiB.
 */
export async function* zipped(
  entries: Iterable<Entry>,
  day: string,
  stored?: { name: string; bytes: Uint8Array }
): AsyncGenerator<Uint8Array> {
  const first = stored && storedFirst({ ...stored, mtime: noonOf(day) })
  if (first) yield first.entry
  let made: Uint8Array[] = []
  let failed: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) failed = error
    else made.push(chunk)
  })
  const take = function* () {
    if (failed) throw failed
    yield* made
    made = []
  }
  for (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: LEVEL })
    entry.mtime = noonOf(day)
    zip.add(entry)
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > MAX_BYTES) throw new Error(`${name} is larger than a zip can hold`)
      entry.push(chunk)
      yield* take()
    }
    entry.push(new Uint8Array(), true)
    yield* take()
  }
  zip.end()
  for (const directory of take()) yield first ? first.directory(directory) : directory
}
