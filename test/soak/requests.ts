/** Random requests from the published document over a socket: no server error, all as published, memory flat. */
import { Agent, request } from 'node:http'
import fc from 'fast-check'
import type { Response } from 'light-my-request'
import { contractFaults, DOCUMENT } from '../contract.ts'
import { requests as arbitraryRequests } from '../fuzz.ts'
import type { Part } from './run.ts'
import { residentMegabytes, serve, warmAndLast } from './service.ts'

const CONNECTIONS = 4
const BLOCK = 1000
/** Growth that is no leak: V8 gives memory back late. */
const GROWTH = 1.25

export const requests: Part = {
  title: 'random requests from the OpenAPI document',
  number: 100_000,
  async work(soak) {
    const { port, process } = await serve(soak)
    const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
    soak.teardown(() => agent.destroy())
    const statuses: Record<number, number> = {}
    const memory: number[] = []
    let done = 0
    for (let block = 0; done < soak.number && !soak.isOver(); block++) {
      const queue = fc.sample(arbitraryRequests(DOCUMENT), { numRuns: BLOCK, seed: soak.seed + block })
      const work = async () => {
        for (let next = queue.pop(); next && done < soak.number; next = queue.pop()) {
          const { url, accept } = next
          done++
          const answer = await ask(agent, port, url, accept)
          statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1
          const faults = answer.statusCode >= 500 ? [answer.rawPayload.toString()] : contractFaults('GET', url, answer)
          if (faults.length > 0) soak.violation(`${url} (${accept}): ${answer.statusCode} ${faults.join('; ')}`)
        }
      }
      await Promise.all(Array.from({ length: CONNECTIONS }, work))
      memory.push(await residentMegabytes(process.child.pid))
      if (block % 10 === 9) soak.say(`${done} requests: ${JSON.stringify(statuses)}, ${memory.at(-1)} MB`)
    }
    const { warm, last } = warmAndLast(memory)
    soak.say(`${done} requests: ${JSON.stringify(statuses)}`)
    soak.say(`memory: ${warm} MB after warming up, ${last} MB at the end, ${Math.max(...memory)} MB at most`)
    if (last > warm * GROWTH) soak.violation(`memory grew from ${warm} to ${last} MB`)
  }
}

/** Asks as a client does, dot segments resolved; the answer in the shape of the tests' own client. */
const ask = (agent: Agent, port: number, url: string, accept: string | undefined) =>
  new Promise<Response>((resolve, reject) => {
    const { pathname, search } = new URL(url, 'http://localhost')
    const headers = accept === undefined ? {} : { accept }
    request({ agent, host: 'localhost', port, path: pathname + search, headers }, async message => {
      const chunks: Buffer[] = []
      for await (const chunk of message) chunks.push(chunk)
      resolve({
        statusCode: message.statusCode,
        headers: message.headers,
        rawPayload: Buffer.concat(chunks)
      } as unknown as Response)
    })
      .on('error', reject)
      .end()
  })
