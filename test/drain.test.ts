import t from 'tap'
import { start } from './helper.ts'

t.test('while the service stops, a request under way is finished and a new one gets a 503', async t => {
  const { app } = await start(t, { own: 'service' })
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.server.address() as { port: number }
  const address = `http://127.0.0.1:${port}`
  const { rows } = app.service.reader
  let goOn = () => {}
  const allowed = new Promise<void>(resolve => (goOn = resolve))
  const arrived = new Promise<void>(resolve => {
    app.service.reader.rows = async (statement, seq) => {
      resolve()
      await allowed
      return rows(statement, seq)
    }
  })
  const underWay = fetch(`${address}/v1/members`)
  await arrived
  const drained = app.drain.start()
  const late = await fetch(`${address}/v1/themes`)
  t.equal(late.status, 503)
  t.equal(late.headers.get('connection'), 'close')
  t.ok(Number(late.headers.get('retry-after')) > 0)
  t.match(await late.json(), { code: 'service-unavailable', detail: 'The service is stopping.' })
  t.equal((await fetch(`${address}/readyz`)).status, 503)
  goOn()
  const finished = await underWay
  t.equal(finished.status, 200)
  t.match(await finished.json(), { meta: { total: 91 } })
  await drained
})
