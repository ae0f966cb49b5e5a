import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { unzipSync, Zip, ZipDeflate } from 'fflate'
import t from 'tap'
import { openThread } from '../src/threads/thread.ts'
import { type Entry, zipped } from '../src/zip/zip.ts'
import { cases } from './cases.ts'

const DAY = '2026-11-01'

const wholeOf = async (chunks: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

/** The same zip in one go, by the library that the thread uses. */
function madeHere(entries: readonly { name: string; chunks: readonly Uint8Array[] }[]): Buffer {
  const made: Uint8Array[] = []
  const zip = new Zip((_error, chunk) => made.push(chunk))
  for (const { name, chunks } of entries) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = new Date(2026, 10, 1, 12)
    zip.add(entry)
    for (const chunk of chunks) entry.push(Uint8Array.from(chunk))
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return Buffer.concat(made)
}

const chunk = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.nat(9000)).map(([bytes, times]) => {
    const whole = Buffer.alloc(bytes.length * times)
    for (let at = 0; at < whole.length; at += bytes.length) whole.set(bytes, at)
    // The middle of a larger piece of memory, as parts of what a socket brings are.
    return whole.subarray(Math.floor(whole.length / 3))
  })
)
const files = fc
  .array(fc.array(chunk, { maxLength: 9 }), { minLength: 1, maxLength: 5 })
  .map(all => all.map((chunks, at) => ({ name: `file ${at}.csv`, chunks })))

t.test('zips that are made at once are each the bytes of the library, and hold their files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(files, { minLength: 1, maxLength: 4 }), async several => {
      const made = await Promise.all(several.map(entries => wholeOf(zipped(entries, DAY))))
      several.forEach((entries, at) => {
        const bytes = made[at] as Buffer
        if (!bytes.equals(madeHere(entries))) throw new Error('other bytes than those of the library')
        const found = unzipSync(bytes)
        for (const { name, chunks } of entries) {
          if (!Buffer.concat(chunks).equals(found[name] as Uint8Array)) throw new Error(`${name} is another`)
        }
      })
    }),
    { numRuns: cases(160) }
  )
})

t.test('a zip breaks where one of its files does, and those beside it are whole', async t => {
  const entries: Entry[] = [
    {
      name: 'broken.csv',
      chunks: (async function* () {
        yield Buffer.from('id\r\n')
        throw new Error('the database was lost')
      })()
    }
  ]
  const whole = [{ name: 'whole.csv', chunks: [Buffer.alloc(1e6, 'text ')] }]
  const [broken, other] = await Promise.allSettled([wholeOf(zipped(entries, DAY)), wholeOf(zipped(whole, DAY))])
  t.match(broken, { status: 'rejected', reason: { message: 'the database was lost' } })
  t.ok(other.status === 'fulfilled' && other.value.equals(madeHere(whole)))
})

t.test('a zip that is left in its middle asks for no more of its files', async t => {
  let isLeft = false
  const endless: Entry = {
    name: 'endless.csv',
    chunks: (async function* () {
      try {
        for (;;) yield randomBytes(64 * 1024)
      } finally {
        isLeft = true
      }
    })()
  }
  for await (const bytes of zipped([endless], DAY)) if (bytes.length > 10_000) break
  t.ok(isLeft)
})

t.test('who waits for a thread that ends is told so, and the next question starts another', async t => {
  const code = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, question }) => {
      if (question === 'end') process.exit(3)
      if (question === 'never') return
      if (question === 'throw') throw new Error('thrown')
      parentPort.postMessage(question < 0 ? { id, fault: 'below zero' } : { id, answer: question + 1 })
    })`
  const thread = openThread<number | string, number>(new URL(`data:text/javascript,${encodeURIComponent(code)}`))
  t.same(await Promise.all([1, 2, 3].map(number => thread.ask(number))), [2, 3, 4])
  await t.rejects(thread.ask(-1), { message: 'below zero' })
  await t.rejects(thread.ask('end'), { message: 'the worker ended with code 3' })
  t.equal(await thread.ask(5), 6)
  await t.rejects(Promise.all([thread.ask('throw'), thread.ask(7)]), { message: 'thrown' })
  t.equal(await thread.ask(8), 9)
  t.equal(thread.waiting(), 0)
  const last = thread.ask('never')
  await Promise.all([t.rejects(last, { message: 'the service stops' }), thread.close()])
})
