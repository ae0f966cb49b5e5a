// @ts-check
// Makes zips beside the service, so that no reader waits for their compression. In JavaScript, as the makers of files are.
import { parentPort } from 'node:worker_threads'
import { Zip, ZipDeflate } from 'fflate'
import { giveWay } from '../threads/priority.js'

giveWay()

// Compression in JavaScript: what zlib makes of the same bytes differs between versions of Node and kinds of processors.
const LEVEL = 6

/** @typedef {{ zip: Zip, entry: ZipDeflate | undefined, made: Uint8Array[], failed: Error | undefined }} Making */

/** @type {Map<number, Making>} */
const zips = new Map()

/** @returns {Making} */
function begin() {
  /** @type {Making} */
  const making = {
    zip: new Zip((error, chunk) => {
      if (error) making.failed = error
      else making.made.push(chunk)
    }),
    entry: undefined,
    made: [],
    failed: undefined
  }
  return making
}

/** What the zip has become since the last question. */
const take = (/** @type {Making} */ making) => {
  if (making.failed) throw making.failed
  const bytes = Uint8Array.from(Buffer.concat(making.made))
  making.made = []
  return bytes
}

/**
 * @param {number} zip
 * @param {import('./zip.ts').Step} step
 */
function follow(zip, step) {
  if (step.what === 'begin') zips.set(zip, begin())
  const making = zips.get(zip)
  if (!making) throw new Error('a zip that nobody began')
  if (step.what === 'entry') {
    making.entry = new ZipDeflate(step.name, { level: LEVEL })
    making.entry.mtime = step.mtime
    making.zip.add(making.entry)
  }
  if (step.what === 'bytes') making.entry?.push(step.bytes)
  if (step.what === 'entry ends') making.entry?.push(new Uint8Array(), true)
  if (step.what === 'directory') making.zip.end()
  if (step.what === 'forget') zips.delete(zip)
  return take(making)
}

parentPort?.on('message', (/** @type {{ id: number, question: import('./zip.ts').Question }} */ { id, question }) => {
  try {
    const answer = follow(question.zip, question.step)
    parentPort?.postMessage({ id, answer }, [answer.buffer])
  } catch (error) {
    parentPort?.postMessage({ id, fault: String(error) })
  }
})
