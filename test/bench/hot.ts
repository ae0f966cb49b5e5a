/** Answers that were given before, beside `node:http` with the same bytes and headers: requests a second, by wrk. */
import { execFile, fork } from 'node:child_process'
import { get, type IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import type { Scope } from '../process.ts'
import type { Kept } from './bare-server.ts'

const execute = promisify(execFile)

const CLIENTS = 32
const ROUNDS = 3

/** What the service is asked. */
const QUESTIONS = [
  { what: 'list', url: '/v1/commitments?country=CL' },
  { what: 'item', url: '/v1/members/CL' },
  { what: 'facets', url: '/v1/commitments?facet=completion,region,theme&limit=10' },
  { what: 'aggregate', url: '/v1/commitments/aggregate?group=country,completion' },
  { what: 'indicator', url: '/v1/indicators/delivered?by=country' },
  { what: 'search', url: '/v1/search?q=budget' },
  { what: 'page', url: '/explorer/en' },
  { what: 'small export', url: '/v1/members.csv' },
  { what: 'OpenAPI document', url: '/v1/openapi.json' }
] as const
/** Seconds of each run of wrk, and the content codings that are asked for. */
const EXTENTS = {
  quick: { seconds: 1, codings: ['identity', 'br'] },
  whole: { seconds: 3, codings: ['identity', 'gzip', 'br'] }
} as const

export type Hot = { what: string; coding: string; ratio: number; refused: number; bytes: number; isHeld: boolean }

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

/** Over a connection that is kept, in the coding that the headers ask for. */
export const ask = (origin: string, url: string, headers: Record<string, string>) =>
  new Promise<Answer>((resolve, reject) => {
    get(`${origin}${url}`, { headers }, async response => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
    }).on('error', reject)
  })

/** Requests a second, and how many of them were not answered as wanted. */
export async function load(address: string, headers: Record<string, string>, seconds: number) {
  const given = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await execute('wrk', ['-t1', `-c${CLIENTS}`, `-d${seconds}s`, ...given, address])
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? []
  const [, refused = '0'] = /Non-2xx or 3xx responses: (\d+)/.exec(stdout) ?? []
  return { rate: Number(rate), refused: Number(refused) }
}

export const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Asks the service and the floor in turn, so that a slower minute slows both. */
export async function hotAnswers(scope: Scope, origin: string, isQuick: boolean): Promise<Hot[]> {
  const { seconds, codings } = EXTENTS[isQuick ? 'quick' : 'whole']
  const bare = fork(new URL('bare-server.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  scope.teardown(() => bare.kill('SIGKILL'))
  const heard = () => new Promise(resolve => bare.once('message', resolve))
  const floor = `http://127.0.0.1:${await heard()}`
  const keep = async (kept: Kept) => {
    const taken = heard()
    bare.send(kept)
    await taken
  }
  const compare = async (what: string, url: string, coding: string, held?: string): Promise<Hot> => {
    const headers = { 'accept-encoding': coding, ...(held ? { 'if-none-match': held } : {}) }
    const { status, headers: given, body } = await ask(origin, url, headers)
    await keep({ url, coding, status, headers: given, body: body.toString('base64') })
    const ours: number[] = []
    const theirs: number[] = []
    let refused = 0
    for (let round = 0; round < ROUNDS; round++) {
      const one = await load(`${origin}${url}`, headers, seconds)
      refused += one.refused
      ours.push(one.rate)
      theirs.push((await load(`${floor}${url}`, headers, seconds)).rate)
    }
    return {
      what,
      coding,
      ratio: median(ours) / median(theirs),
      refused,
      bytes: body.length,
      isHeld: held !== undefined
    }
  }
  const found: Hot[] = []
  for (const { what, url } of QUESTIONS) {
    for (const coding of codings) found.push(await compare(what, url, coding))
  }
  const { url } = QUESTIONS[0]
  const { etag } = (await ask(origin, url, { 'accept-encoding': 'identity' })).headers
  found.push(await compare('list, held by the client', url, 'identity', etag))
  return found
}

export const hasLoader = (): Promise<boolean> =>
  execute('wrk', ['-v']).then(
    () => true,
    ({ code }) => code !== 'ENOENT'
  )
