import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { SPOOL_LIMITS } from '../../src/engine/export/spool.ts'
import { ask, largeDatabase, listen, until, WHOLE_BYTES } from './large.ts'

const SLOW_READERS = 200

t.test('two hundred readers of a few bytes a second keep nobody from an export', async t => {
  const limits = {
    ...SPOOL_LIMITS,
    places: 3,
    placesOfOne: 2,
    fileBytes: 512 * 1024,
    leastRateMilliseconds: 1000
  }
  const service = await listen(t, await largeDatabase(t), { exportLimits: limits })
  const slow = Array.from({ length: SLOW_READERS }, (_, at) =>
    ask(service, `/v1/commitments.csv?sort=-title&year=..${2100 + (at % 20)}`)
  )
  t.teardown(() => slow.forEach(({ socket }) => void socket.destroy()))
  let isOver = false
  const trickle = (async () => {
    for (; !isOver; await sleep(200)) for (const { socket } of slow) if (!socket.destroyed) socket.read(100)
  })()
  await until(
    'the slow have all places they get',
    () => slow.filter(({ socket }) => socket.readableLength > 0).length > 1
  )
  for (const address of ['127.0.0.2', '127.0.0.1']) {
    // On a slow machine the place of the same client may come later than its patience: then it asks again, as it is told.
    await until(`a whole export for ${address}`, async () => {
      const other = ask(service, '/v1/commitments.ndjson', address)
      other.socket.resume()
      await other.closed
      const isGiven = /^HTTP\/1.1 200/.test(other.text())
      if (isGiven) t.ok(other.received() > WHOLE_BYTES, `it is whole for ${address}`)
      else t.match(other.text(), /^HTTP\/1.1 503.*^retry-after: \d+/ims, `it is told when to ask ${address} again`)
      return isGiven
    })
  }
  isOver = true
  await trickle
})

t.test('readers of the same export share what one of them asked for', async t => {
  const service = await listen(t, await largeDatabase(t))
  const { exports } = service.app.service
  const { read } = exports
  let written = 0
  exports.read = request => {
    const write: typeof request.write = signal => {
      written++
      return request.write(signal)
    }
    return read({ ...request, write })
  }
  const all = await Promise.all(
    Array.from({ length: 40 }, async () => (await fetch(`http://127.0.0.1:${service.port}/v1/members.csv`)).text())
  )
  t.equal(new Set(all).size, 1)
  t.equal(written, 1)
})
