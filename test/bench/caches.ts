/** How much of what readers ask is answered by the caches that are ready, and never reaches the service. */
import { readFileSync } from 'node:fs'
import { chance } from '../hardship.ts'
import { freePort, type Scope } from '../process.ts'
import { answering, GROUPS, isHere, proxyFolder, runNginx, runVarnish } from '../proxies.ts'
import { ask } from './hot.ts'

const VISITORS = 1000
/** Visitors that are there at the same time. */
const AT_ONCE = 8
const SEED = 1

/** What a browser asked in one visit, its own cache before it: `RECORD_VISITS=FILE npm test -- test/browser/tasks.test.ts`. */
type Visit = readonly { path: string; accept: string }[]
const RECORDED = new URL('visits.ndjson', import.meta.url)
/** A file of the pages, whose name follows from what is in it. */
const ASSET = /\/explorer\/assets\/(\w+)-\w+(\.\w+)/g

/** The visits, with the files that pages ask for today. */
async function visits(origin: string): Promise<Visit[]> {
  const page = await (await fetch(`${origin}/explorer/en`)).text()
  const today = new Map([...page.matchAll(ASSET)].map(([path, name, ending]) => [`${name}${ending}`, path]))
  return readFileSync(RECORDED, 'utf8')
    .replace(ASSET, (path, name, ending) => today.get(`${name}${ending}`) ?? path)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Visit)
}

/** How browsers spell codings and languages; what they accept is recorded, since it differs by what is asked. */
const BROWSERS = Object.entries(GROUPS)
  .filter(([name]) => name.startsWith('pages'))
  .flatMap(([, clients]) => clients)

type Counts = Record<string, number>

async function visited(origin: string, recorded: readonly Visit[]): Promise<Counts> {
  const random = chance(SEED)
  const one = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T
  const counts: Counts = {}
  let left = VISITORS
  const visit = async () => {
    while (left-- > 0) {
      const browser = one(BROWSERS)
      for (const { path, accept } of one(recorded)) {
        const { status, headers } = await ask(origin, path, { ...browser, accept })
        const outcome = String(status < 400 ? headers['x-cache'] : status)
        counts[outcome] = (counts[outcome] ?? 0) + 1
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, visit))
  return counts
}

const CACHES = [
  { name: 'nginx', program: 'nginx', flag: '-v', begin: runNginx },
  {
    name: 'Varnish',
    program: 'varnishd',
    flag: '-V',
    begin: (scope: Scope, [upstream = '']: readonly string[], port: number, folder: string) =>
      runVarnish(scope, upstream, port, folder)
  }
] as const

export type CacheHits = { name: string; share: number; counts: Counts }

/** For each cache that is installed: the share of answers that it gave by itself, from empty. */
export async function cacheHits(scope: Scope, upstream: number): Promise<CacheHits[]> {
  const found: CacheHits[] = []
  const recorded = await visits(`http://127.0.0.1:${upstream}`)
  for (const { name, program, flag, begin } of CACHES) {
    if (!isHere(program, flag)) {
      console.log(`!!! NOT RUN: ${name} is not installed`)
      continue
    }
    const port = await freePort()
    const origin = `http://127.0.0.1:${port}`
    const child = begin(scope, [String(upstream)], port, proxyFolder(scope))
    await answering(`${origin}/livez`, child)
    const counts = await visited(origin, recorded)
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
    found.push({ name, share: (counts.HIT ?? 0) / all, counts })
  }
  return found
}
