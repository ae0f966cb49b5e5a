/** A zip of files. */
import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, zipped } from '../../zip/zip.ts'

function* entriesOf(files: readonly string[]): Generator<Entry> {
  for (const file of files) yield { name: basename(file), chunks: createReadStream(file) }
}

/** Writes the files into a zip, each dated to the day. */
export async function writeArchive(path: string, files: readonly string[], day: string): Promise<void> {
  await pipeline(Readable.from(zipped(entriesOf(files), day)), createWriteStream(path))
}
