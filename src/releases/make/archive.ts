/** A zip of files, the same bytes whenever and wherever it is made. */
import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Zip, ZipDeflate } from 'fflate'

// Compression in JavaScript: what zlib makes of the same bytes differs between versions of Node and kinds of processors.
const LEVEL = 6

/** A zip stores the hour of a wall clock, without saying of which zone: noon on the day, on any clock. */
const noonOf = (day: string) => {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

/** Writes the files into a zip, each dated to the day. */
export async function writeArchive(path: string, files: readonly string[], day: string): Promise<void> {
  async function* bytes() {
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
    for (const file of files) {
      const entry = new ZipDeflate(basename(file), { level: LEVEL })
      entry.mtime = noonOf(day)
      zip.add(entry)
      for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
        entry.push(chunk)
        yield* take()
      }
      entry.push(new Uint8Array(), true)
      yield* take()
    }
    zip.end()
    yield* take()
  }
  await pipeline(Readable.from(bytes()), createWriteStream(path))
}
