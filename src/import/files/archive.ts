/** The tables in a zip file, written beside each other. */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { Unzip, UnzipInflate } from 'fflate'
import { FileError } from './file.ts'

const MAX_BYTES = 2_000_000_000

/** The first bytes of every zip file, a workbook's among them. */
export const isZip = (first: Uint8Array): boolean => first[0] === 0x50 && first[1] === 0x4b

/** Unpacks what has one of the extensions; returns the paths, in the order of their names. */
export async function unpack(path: string, folder: string, extensions: readonly string[]): Promise<string[]> {
  const written = new Map<string, string>()
  const name = basename(path)
  let bytes = 0
  let failure: Error | undefined
  const unzip = new Unzip(entry => {
    const isHidden = entry.name.split('/').some(part => part.startsWith('.') || part === '__MACOSX')
    if (isHidden || !extensions.includes(extname(entry.name).toLowerCase())) return
    // A folder of its own for each: two entries may have one name in different folders.
    const target = join(folder, `${written.size}-${basename(entry.name)}`)
    const file = openSync(target, 'w')
    written.set(entry.name, target)
    entry.ondata = (error, chunk, final) => {
      bytes += chunk?.length ?? 0
      if (bytes > MAX_BYTES) failure ??= new FileError(`${name}: the archive holds more than ${MAX_BYTES / 1e9} GB`)
      if (error) failure ??= new FileError(`${name}, ${entry.name}: the archive is damaged: ${error.message}`)
      if (chunk && !failure) writeSync(file, chunk)
      if (final || error) closeSync(file)
      if (failure) throw failure
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) unzip.push(chunk)
    unzip.push(new Uint8Array(0), true)
  } catch (error) {
    throw failure ?? new FileError(`${name}: the archive cannot be read: ${(error as Error).message}`)
  }
  return [...written].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, target]) => target)
}
