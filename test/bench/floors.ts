/**
 * What others make of the same on this machine in the same minutes: the statements of a question alone, a route of a
 * dozen lines, nginx with the same file, DuckDB with the Parquet of the release.
 */
import { execFile, fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { install } from '../clients/scratch.ts'
import { freePort, type Scope } from '../process.ts'
import { answering, isHere, proxyFolder, runProxy } from '../proxies.ts'
import { hasLoader, load, median } from './hot.ts'

const execute = promisify(execFile)

/** The rows of a question, and how many there are. */
const STATEMENTS = [
  `select s.*, c.name_en, c.name_fr, c.region from eligibility_scores s
    left join countries c on c.id = s.country and c.valid_to is null
    where s.valid_to is null and s.country = $1 and s.year <> $2 order by s.id limit 100`,
  `select count(*)::int as total from eligibility_scores where valid_to is null and country = $1 and year <> $2`
]
const CONNECTIONS = 8
const SAMPLES = 200
const COUNTRIES = ['CL', 'MX', 'GB', 'FR', 'KE', 'PH']
/** No row is of these years, so that to leave one out is a question that nobody asked. */
const FIRST_UNUSED_YEAR = 5000
const HOT = '/v1/commitments?country=CL'

export type Floor = { what: string; value: number }

let asked = 0
const next = () => {
  asked++
  return { country: COUNTRIES[asked % COUNTRIES.length] as string, not: FIRST_UNUSED_YEAR + asked }
}
type Question = ReturnType<typeof next>

const read = async (address: string) => {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** How long each of them takes, asked in turn, so that a slower minute slows all. */
async function alone<Name extends string>(ways: Record<Name, (question: Question) => Promise<unknown>>) {
  const taken = Object.fromEntries(Object.keys(ways).map(name => [name, [] as number[]])) as Record<Name, number[]>
  for (let at = 0; at < SAMPLES; at++) {
    for (const name in ways) taken[name].push(await milliseconds(() => ways[name](next())))
  }
  return (name: Name) => median(taken[name])
}

/** Questions a second, of as many clients as the pool has connections. */
async function together(ask: (question: Question) => Promise<unknown>): Promise<number> {
  const client = async () => {
    for (let at = 0; at < SAMPLES / 2; at++) await ask(next())
  }
  const taken = await milliseconds(() => Promise.all(Array.from({ length: CONNECTIONS }, client)))
  return (CONNECTIONS * SAMPLES * 500) / taken
}

/** A list that nobody asked before, beside its statements alone and beside the least route that answers with them. */
async function newLists(scope: Scope, origin: string, url: string): Promise<Floor[]> {
  const server = fork(new URL('minimal-server.ts', import.meta.url), [url, String(CONNECTIONS), ...STATEMENTS], {
    execArgv: ['--import', 'tsx']
  })
  scope.teardown(() => server.kill('SIGKILL'))
  const route = await new Promise<string>(resolve => server.once('message', address => resolve(String(address))))
  const sql = postgres(url, { max: CONNECTIONS })
  const ways = {
    service: ({ country, not }: Question) => read(`${origin}/v1/eligibility-scores?country=${country}&year=!${not}`),
    route: ({ country, not }: Question) => read(`${route}/?country=${country}&not=${not}`),
    statements: ({ country, not }: Question) =>
      Promise.all(STATEMENTS.map(text => sql.unsafe(text, [country, not], { prepare: true })))
  }
  await alone(ways)
  const taken = await alone(ways)
  const [service, minimal] = [await together(ways.service), await together(ways.route)]
  await sql.end()
  return [
    { what: 'a new list ÷ its statements alone, milliseconds', value: taken('service') / taken('statements') },
    { what: 'a new list ÷ a route of Fastify and postgres, milliseconds', value: taken('service') / taken('route') },
    { what: 'new lists a second, 8 clients ÷ that route', value: service / minimal }
  ]
}

/** A list that was asked before, beside nginx with the same bytes in a file. */
async function besideNginx(scope: Scope, origin: string): Promise<Floor[]> {
  if (!isHere('nginx', '-v') || !(await hasLoader())) {
    console.log('!!! NOT RUN: beside nginx with the same file (nginx or wrk is not installed)')
    return []
  }
  const folder = proxyFolder(scope)
  const port = await freePort()
  mkdirSync(join(folder, 'files'))
  writeFileSync(join(folder, 'files', 'list'), Buffer.from(await (await fetch(`${origin}${HOT}`)).arrayBuffer()))
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/log; events {} http { access_log off;
     sendfile on; default_type application/json; open_file_cache max=10;
     server { listen 127.0.0.1:${port}; keepalive_requests 1000000000; location / { root ${folder}/files; } } }`
  )
  const program = runProxy(scope, 'nginx', ['-c', join(folder, 'nginx.conf')])
  const file = `http://127.0.0.1:${port}/list`
  await answering(file, program)
  const identity = { 'accept-encoding': 'identity' }
  const [ours, theirs] = [await load(`${origin}${HOT}`, identity, 3), await load(file, identity, 3)]
  return [{ what: 'a list asked before ÷ nginx with the same file, a second', value: ours.rate / theirs.rate }]
}

type Manifest = { data: { files: { name: string; url: string }[] } }

/** Prints the median of new groups in milliseconds. */
const DUCKDB = `import { DuckDBInstance } from '@duckdb/node-api'
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const taken = []
for (let at = 0; at < ${SAMPLES}; at++) {
  const began = performance.now()
  const found = await connection.runAndReadAll(\`select country, specificity, completion, count(*) from
    read_parquet('\${process.argv[2]}') where plan_number <= \${60 + at} group by all\`)
  found.getRows()
  taken.push(performance.now() - began)
}
console.log(taken.sort((a, b) => a - b)[${SAMPLES / 2}])
`

/** Groups that nobody asked for before, beside DuckDB with the file of the release. */
async function besideDuckDB(scope: Scope, origin: string): Promise<Floor[]> {
  const duckdb = await install(scope, ['@duckdb/node-api']).catch(() => undefined)
  if (!duckdb) {
    console.log('!!! NOT RUN: beside DuckDB (npm cannot install it)')
    return []
  }
  const { release } = (await (await fetch(`${origin}/v1/status`)).json()) as { release: string }
  const parquet = join(duckdb.dir, 'commitments.parquet')
  const { data } = (await (await fetch(`${origin}/v1/releases/${release}`)).json()) as Manifest
  const file = await fetch(data.files.find(({ name }) => name === 'commitments.parquet')?.url ?? '')
  writeFileSync(parquet, Buffer.from(await file.arrayBuffer()))
  writeFileSync(join(duckdb.dir, 'groups.js'), DUCKDB)
  const { stdout } = await execute(process.execPath, [join(duckdb.dir, 'groups.js'), parquet])
  const groups = `${origin}/v1/commitments/aggregate?group=country,specificity,completion&plannumber=..`
  const ours: number[] = []
  for (let at = 0; at < SAMPLES; at++) ours.push(await milliseconds(() => read(`${groups}${1000 + at}`)))
  return [{ what: 'new groups by three ÷ DuckDB with the Parquet, milliseconds', value: median(ours) / Number(stdout) }]
}

export async function besideFloors(scope: Scope, origin: string, url: string): Promise<Floor[]> {
  return [
    ...(await newLists(scope, origin, url)),
    ...(await besideNginx(scope, origin)),
    ...(await besideDuckDB(scope, origin))
  ]
}
