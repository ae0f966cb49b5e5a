import { array, assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import t from 'tap'
import { fairQueue } from '../../src/engine/export/fair-queue.ts'

t.test('a queue never gives more places than there are, nor all to one client, and serves everybody', async t => {
  const never = new AbortController().signal
  const limits = { places: 4, placesOfOne: 2, waiting: 1000, patienceMilliseconds: 60_000 }
  const work = record({ client: constantFrom('a', 'b', 'c'), turns: integer({ min: 0, max: 3 }) })
  await assert(
    asyncProperty(array(work, { maxLength: 30 }), async works => {
      const queue = fairQueue(limits, () => true)
      const running: string[] = []
      await Promise.all(
        works.map(async ({ client, turns }) => {
          const giveBack = await queue.take(client, never)
          running.push(client)
          t.ok(running.length <= limits.places)
          t.ok(running.filter(other => other === client).length <= limits.placesOfOne)
          for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
          running.splice(running.indexOf(client), 1)
          giveBack()
          giveBack()
        })
      )
      t.equal(queue.waiting(), 0)
      t.equal(queue.isExhausted(), false)
    }),
    { numRuns: 50 }
  )
})

t.test('whoever waits in vain, or leaves while waiting, gives up the place', async t => {
  const limits = { places: 1, placesOfOne: 1, waiting: 2, patienceMilliseconds: 30 }
  const queue = fairQueue(limits, () => true)
  const never = new AbortController().signal
  const giveBack = await queue.take('a', never)
  await t.rejects(queue.take('b', never), { code: 'service-unavailable' })
  t.equal(queue.isExhausted(), true)
  const leaving = new AbortController()
  const left = queue.take('b', leaving.signal)
  leaving.abort()
  await t.rejects(left)
  giveBack()
  t.equal(queue.isExhausted(), false)
  const other = await queue.take('c', never)
  other()
})
