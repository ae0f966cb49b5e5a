/** A zip as a stream, the same bytes whenever and wherever it is made. It is compressed in a thread of its own. */
import { openThread } from '../threads/thread.ts'
import { storedFirst } from './stored-first.ts'

/** A zip without its 64-bit extension counts the bytes of a file in 32 bits. */
const MAX_BYTES = 2 ** 32 - 1
/** Steps that the thread has before it while the next ones are made, so that neither waits for the other. */
const AHEAD = 4

/** A file in the zip. What it becomes depends on where its chunks end. */
export type Entry = { name: string; chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }

/** What the thread is to do next with a zip; it answers with the bytes that have come of it. */
export type Step =
  | { what: 'begin' | 'entry ends' | 'directory' | 'forget' }
  | { what: 'entry'; name: string; mtime: Date }
  | { what: 'bytes'; bytes: Uint8Array }
export type Question = { zip: number; step: Step }

/** One for all zips: however many are asked for, they take one core. */
const thread = openThread<Question, Uint8Array>(new URL('./worker.js', import.meta.url))
let begun = 0

/** A zip stores the hour of a wall clock, without saying of which zone: noon on the day, on any clock. */
const noonOf = (day: string) => {
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

async function* stepsOf(entries: Iterable<Entry>, day: string): AsyncGenerator<Step> {
  yield { what: 'begin' }
  for (const { name, chunks } of entries) {
    yield { what: 'entry', name, mtime: noonOf(day) }
    let count = 0
    for await (const chunk of chunks) {
      count += chunk.length
      if (count > MAX_BYTES) throw new Error(`${name} is larger than a zip can hold`)
      yield { what: 'bytes', bytes: new Uint8Array(chunk) }
    }
    yield { what: 'entry ends' }
  }
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
  const release = thread.hold()
  const zip = ++begun
  const follow = (step: Step) => {
    const answer = thread.ask({ zip, step }, step.what === 'bytes' ? [step.bytes.buffer as ArrayBuffer] : [])
    // It is heard of where it is awaited, if that ever happens.
    answer.catch(() => {})
    return answer
  }
  const onTheirWay: Promise<Uint8Array>[] = []
  try {
    for await (const step of stepsOf(entries, day)) {
      onTheirWay.push(follow(step))
      const made = onTheirWay.length > AHEAD ? await onTheirWay.shift() : undefined
      if (made?.length) yield made
    }
    for (const answer of onTheirWay) {
      const made = await answer
      if (made.length > 0) yield made
    }
    const directory = await follow({ what: 'directory' })
    yield first ? first.directory(directory) : directory
  } finally {
    follow({ what: 'forget' })
    release()
  }
}
