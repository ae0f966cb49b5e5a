import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { SPOOL_LIMITS } from '../../src/engine/export/spool.ts'
import { ask, exportConnections, largeDatabase, listen, until, WHOLE_BYTES } from './large.ts'

/** So small that an export waits for its readers, as one does that is larger than the disk may hold. */
const NARROW = { ...SPOOL_LIMITS, fileBytes: 512 * 1024 }
const FORMATS = ['csv', 'ndjson', 'xlsx'] as const

t.test('whoever leaves an export takes its connection to the database along', async t => {
  const url = await largeDatabase(t)
  for (const limits of [SPOOL_LIMITS, NARROW]) {
    const service = await listen(t, url, { exportLimits: limits })
    const gone = () => until('no connection is left', async () => (await exportConnections(service.sql)) === 0)
    for (const [at, format] of FORMATS.entries()) {
      const path = `/v1/commitments.${format}?sort=-title&year=..${2100 + at}`

      const early = Array.from({ length: 10 }, () => ask(service, path))
      await Promise.all(early.map(({ socket }) => new Promise<void>(sent => void socket.write('', () => sent()))))
      for (const { socket } of early) socket.destroy()
      await gone()

      const midway = Array.from({ length: 10 }, () => ask(service, path))
      for (const { socket } of midway) socket.resume()
      await until('bytes', () => midway.every(({ received }) => received() > 0))
      for (const { socket } of midway) socket.destroy()
      await gone()

      const stalled = ask(service, path)
      stalled.socket.once('data', () => stalled.socket.pause()).resume()
      await until('bytes', () => stalled.received() > 0)
      await sleep(50)
      stalled.socket.destroy()
      await gone()
    }
    const whole = ask(service, '/v1/commitments.csv')
    whole.socket.resume()
    await whole.closed
    t.ok(whole.received() > WHOLE_BYTES, 'exports go on')
    await gone()
  }
})

t.test('a reader who leaves does not disturb another reader of the same bytes', async t => {
  const service = await listen(t, await largeDatabase(t), { exportLimits: NARROW })
  const alone = await (await fetch(`http://127.0.0.1:${service.port}/v1/commitments.csv`)).text()
  const leaver = ask(service, '/v1/commitments.csv')
  const stayer = fetch(`http://127.0.0.1:${service.port}/v1/commitments.csv`)
  leaver.socket.once('data', () => leaver.socket.destroy()).resume()
  t.equal(await (await stayer).text(), alone)
})

t.test('when the service stops, an export whose reader does not read is broken off, not ended', async t => {
  const service = await listen(t, await largeDatabase(t), { exportLimits: NARROW, stopSeconds: 1 })
  const stalled = ask(service, '/v1/commitments.csv')
  stalled.socket.once('data', () => stalled.socket.pause()).resume()
  await until('bytes', () => stalled.received() > 0)
  await service.app.drain.start()
  await service.app.server.close()
  let last = Buffer.alloc(0)
  stalled.socket.on('data', chunk => (last = Buffer.concat([last, chunk]).subarray(-5))).resume()
  await stalled.closed
  t.not(last.toString(), '0\r\n\r\n', 'no last chunk: the body is not whole')
  await until('no connection is left', async () => (await exportConnections(service.sql)) === 0)
})
