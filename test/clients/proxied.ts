/**
 * `npm run check:prism -- [TRAFFIC]`: what the test suite asks (`RECORD_TRAFFIC=TRAFFIC npm test -- --all`, which is run first
 * where no recording is given), every GET example of the published document and random requests go through Prism's
 * validating proxy to a running service. No answer may break the document, and what the document forbids in a request
 * the service must refuse too.
 */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { folder, freePort, run, type Scope } from '../process.ts'
import type { Recorded } from '../traffic.ts'
import { examples, operationsOf, random, recorded, sampled } from './asked.ts'
import { IMPOSSIBLE, routable } from './routable.ts'
import { check, install, serve } from './scratch.ts'

/** About a minute on two cores; of a longer recording as many of each operation. */
const RECORDED = 2500
const RANDOM = 400
const AT_ONCE = 4
const ANSWER_MILLISECONDS = 60_000
const ERRORS = 'https://stoplight.io/prism/errors#'

async function record(scope: Scope): Promise<string> {
  console.log('the test suite is run and recorded')
  const file = join(await folder(scope), 'traffic')
  const suite = run(scope, ['test/run.ts', '--all'], { RECORD_TRAFFIC: file })
  if ((await suite.ended) !== 0) throw new Error(`the suite failed:\n${suite.output().slice(-10_000)}`)
  return file
}

/** Prism between us and the service; its origin. */
async function proxyTo(scope: Scope, origin: string): Promise<string> {
  const { dir } = await install(scope, ['@stoplight/prism-cli@5.16.0', 'tslib@2'])
  const port = await freePort()
  const document = join(dir, 'routable.json')
  await writeFile(document, JSON.stringify(routable()))
  const program = join(dir, 'node_modules/@stoplight/prism-cli/dist/index.js')
  const args = ['proxy', document, `${origin}/v1`, '--errors', '-p', `${port}`, '--verboseLevel', 'silent']
  const prism = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  scope.teardown(() => prism.kill())
  const proxy = `http://127.0.0.1:${port}`
  for (let tries = 0; !(await fetch(`${proxy}/status`).catch(() => undefined))?.ok; tries++) {
    if (tries > 300 || prism.exitCode !== null) throw new Error('Prism did not start')
    await sleep(200)
  }
  return proxy
}

type Verdict = { status: number; refused?: boolean; violation?: string }

/** Prism ends over a path that is no text in UTF-8: it decodes it without guard (uri-template-lite). */
function isDecodable({ url }: Recorded): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** Prism ends kept connections after five seconds, perhaps just as the next request is sent over one. */
const again = <T>(work: () => Promise<T>, times = 3): Promise<T> =>
  work().catch(error => (times > 0 ? again(work, times - 1) : Promise.reject(error)))

/** What Prism says of a request and its answer. */
async function judge(proxy: string, origin: string, { method, url, headers, body }: Recorded): Promise<Verdict> {
  const ask = (address: string) =>
    again(() =>
      fetch(address, {
        method,
        headers: { accept: '*/*', ...headers },
        redirect: 'manual',
        signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
        ...(body === undefined ? {} : { body: Buffer.from(body, 'latin1') })
      })
    )
  const answer = await ask(proxy + url.slice('/v1'.length))
  const text = await answer.text()
  const { status } = answer
  const reported = answer.headers.get('sl-violations') ?? ''
  if (reported.includes('"response"')) return { status, violation: reported }
  if (!text.includes(ERRORS)) return { status }
  if (status >= 500) return { status, violation: text }
  const direct = await ask(origin + url)
  await direct.body?.cancel()
  if (direct.status >= 400 && direct.status < 500) return { status, refused: true }
  return { status, violation: `the service takes what the document forbids: ${text}` }
}

await check(async scope => {
  const all = await recorded(process.argv[2] ?? (await record(scope)))
  const traffic = sampled(all, RECORDED)
  const shown = examples()
  if (traffic.length === 0 || shown.length === 0) throw new Error('there is nothing to ask')
  const origin = await serve(scope)
  const proxy = await proxyTo(scope, origin)
  const canary = await judge(proxy, origin, { method: 'GET', url: `/v1${IMPOSSIBLE}`, headers: {} })
  if (!canary.violation) throw new Error('Prism finds nothing wrong where everything is')

  const waiting = [...traffic, ...shown, ...random(RANDOM)].filter(isDecodable)
  const statuses: Record<number, number> = {}
  const began = Date.now()
  let [violations, refused] = [0, 0]
  const worker = async () => {
    for (let asked = waiting.shift(); asked; asked = waiting.shift()) {
      const { method, url } = asked
      const verdict = await judge(proxy, origin, asked).catch(error => {
        throw new Error(`${method} ${url} gets no answer: ${error.message} ${error.cause ?? ''}`)
      })
      statuses[verdict.status] = (statuses[verdict.status] ?? 0) + 1
      if (verdict.refused) refused++
      if (!verdict.violation) continue
      violations++
      console.log(`${asked.method} ${asked.url} ${JSON.stringify(asked.headers)}\n  ${verdict.violation.slice(0, 600)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const seconds = Math.round((Date.now() - began) / 1000)
  console.log(
    `Prism: ${traffic.length} of ${all.length} requests of the test suite (${operationsOf(traffic)} operations), ` +
      `${shown.length} examples, ${RANDOM} random requests in ${seconds} s: ${violations} violations; ` +
      `${refused} refused by document and service alike; ` +
      `answers by status ${JSON.stringify(statuses)}`
  )
  if (violations > 0) throw new Error('answers are not as published')
})
