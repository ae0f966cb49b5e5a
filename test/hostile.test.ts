import t from 'tap'
import { cases } from './cases.ts'
import { contractFaults } from './contract.ts'
import { chance } from './hardship.ts'
import { start } from './helper.ts'
import { hostileRequest, leakIn, leave, RAW, sendRaw } from './hostile.ts'
import { withoutRecording } from './traffic.ts'

const RUNS = cases(600)
const LEAVERS = 40

t.test('hostile requests cause no server error, reach no SQL and leave nothing behind', async t => {
  withoutRecording(t)
  const { app } = await start(t, { own: 'service' })
  const { port } = new URL(await app.server.listen({ port: 0, host: '127.0.0.1' }))
  const random = chance(14)
  const statuses = new Map<number, number>()
  for (let run = 0; run < RUNS; run++) {
    const { url, headers } = hostileRequest(random)
    const answer = await app.server.inject({ url, headers })
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
    const leak = /text|json/.test(String(answer.headers['content-type'])) ? leakIn(answer.body) : undefined
    if (answer.statusCode >= 500 || leak) t.fail(`${url.slice(0, 300)}: ${answer.statusCode} ${leak ?? ''}`)
    const faults = contractFaults('GET', url, answer)
    if (faults.length > 0) t.fail(url.slice(0, 300), { faults })
  }
  t.comment([...statuses].map(([status, count]) => `${status}: ${count}`).join(', '))
  for (const bytes of RAW) t.equal(await sendRaw(Number(port), bytes), undefined, JSON.stringify(bytes.slice(0, 60)))
  await Promise.all(Array.from({ length: LEAVERS }, () => leave(Number(port), random)))
  const connections = () => new Promise(resolve => app.server.server.getConnections((_error, count) => resolve(count)))
  while ((await connections()) !== 0) await new Promise(setImmediate)
  t.equal((await app.server.inject('/readyz')).statusCode, 200)
})
