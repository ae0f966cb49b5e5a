import fc from 'fast-check'
import t from 'tap'
import { cases } from './cases.ts'
import { contractFaults, DOCUMENT } from './contract.ts'
import { requests } from './fuzz.ts'
import { start } from './helper.ts'
import { withoutRecording } from './traffic.ts'

/** CI asks for more. */
const RUNS = Number(process.env.RANDOM_REQUESTS ?? cases(4000))
/** Always the same requests; another seed makes others. */
const SEED = 20161207

t.test(`${RUNS} random requests cause no server error, and every answer is as published`, async t => {
  withoutRecording(t)
  const { app } = await start(t)
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requests(DOCUMENT), async ({ url, accept }) => {
      const response = await app.server.inject({ url, headers: accept === undefined ? {} : { accept } })
      statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1)
      if (response.statusCode >= 500) throw new Error(`${response.statusCode}: ${response.body}`)
      const faults = contractFaults('GET', url, response)
      if (faults.length > 0) throw new Error(faults.join('\n'))
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true }
  )
  t.comment([...statuses].map(([status, count]) => `${status}: ${count}`).join(', '))
  t.ok((statuses.get(200) ?? 0) > RUNS / 4, 'many requests are right')
  t.ok((statuses.get(400) ?? 0) > RUNS / 10, 'many requests are wrong')
})
