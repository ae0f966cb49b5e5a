/** `npm run check:readers`: programs that nobody here wrote read a running service. Exit code 1 when one reads wrongly. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { folder } from '../process.ts'
import { FEED_READER, ZIP_TOOL } from './followed-and-bundled.ts'
import { OPENREFINE } from './openrefine.ts'
import { execute, must, READERS, type Reader, type Run, type Sample, type Setting } from './reading-programs.ts'
import { check, install, serve } from './scratch.ts'

/** Installed by npm for this run: Debian has none. */
const DUCKDB = `import { DuckDBInstance } from '@duckdb/node-api'
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const counts = []
for (const file of process.argv.slice(2)) {
  const read = file.endsWith('.parquet') ? 'read_parquet' : 'read_csv'
  const more = read === 'read_csv' ? ', header = true, delim = \\',\\', quote = \\'"\\'' : ''
  const { [0]: [count] } = await (await connection.runAndReadAll(\`select count(*) from \${read}('\${file}'\${more})\`)).getRows()
  counts.push(Number(count))
}
const [whole, bridge] = process.argv.slice(-2)
const { [0]: [apart] } = await (await connection.runAndReadAll(\`select count(*) from (
  (select id, unnest(list_distinct(themes)) from '\${whole}') except all (select id, themes_value from '\${bridge}'))\`)).getRows()
const { [0]: [filled, weighed] } = await (await connection.runAndReadAll(\`select
  (select count(themes) from '\${whole}'), (select round(sum(themes_weight), 6) from '\${bridge}')\`)).getRows()
counts.push(Number(apart), Number(filled) - Number(weighed))
console.log(JSON.stringify(counts))
`

type Manifest = {
  data: { rows: Record<string, number>; files: { name: string; url: string; sha256: string; bytes: number }[] }
}

/** The files of the newest release, when they are made. */
async function filesOf(origin: string): Promise<Manifest['data']> {
  const [newest] = ((await (await fetch(`${origin}/v1/releases`)).json()) as { data: { url: string }[] }).data
  for (;;) {
    const answer = await fetch(newest?.url ?? '')
    if (answer.ok) return ((await answer.json()) as Manifest).data
    await sleep(500)
  }
}

type Line = { name: string; verdict: 'ok' | 'WRONG' | 'MISSING'; what: string }

async function readWith({ name, probe: [program, ...args], read }: Reader, setting: Setting): Promise<Line> {
  const run: Run = (...more) => execute(program, more, { maxBuffer: 1e9 }).then(({ stdout }) => stdout)
  try {
    await run(...args)
  } catch {
    return { name, verdict: 'MISSING', what: `${name} is not installed here` }
  }
  return read(run, setting).then(
    what => ({ name, verdict: 'ok', what }),
    error => ({ name, verdict: 'WRONG', what: String(error.message ?? error).slice(0, 500) })
  )
}

await check(async scope => {
  const origin = await serve(scope)
  const dir = await folder(scope)
  const samples: Sample[] = []
  for (const [name, path] of Object.entries({
    commitments: '/v1/commitments.csv',
    'a lone column': '/v1/action-plans.csv?fields=locality',
    countries: '/v1/countries.csv'
  })) {
    const answer = await fetch(origin + path)
    const file = join(dir, `sample-${samples.length}.csv`)
    await writeFile(file, Buffer.from(await answer.arrayBuffer()))
    samples.push({ name, file, rows: Number(answer.headers.get('row-count')) })
  }
  const { files, rows } = await filesOf(origin)
  const held = files.find(({ name }) => name.endsWith('.zip'))
  must(held !== undefined, 'the release has no zip')
  const setting = { origin, dir, samples, held }
  const lines: Line[] = []
  for (const reader of [...READERS, FEED_READER, ZIP_TOOL, OPENREFINE]) lines.push(await readWith(reader, setting))

  const listed = files.find(({ name }) => name === 'commitments-themes.parquet')
  must(listed !== undefined, 'the release has no Parquet of a list')
  const duckdb = await install(scope, ['@duckdb/node-api'])
  const parquet = files.find(({ name }) => name === 'commitments.parquet')
  must(parquet !== undefined, 'the release has no Parquet')
  for (const { name, url } of [parquet, listed])
    await writeFile(join(dir, name), Buffer.from(await (await fetch(url)).arrayBuffer()))
  await writeFile(join(duckdb.dir, 'count.js'), DUCKDB)
  const { stdout } = await execute(process.execPath, [
    join(duckdb.dir, 'count.js'),
    ...samples.map(({ file }) => file),
    join(dir, parquet.name),
    join(dir, listed.name)
  ])
  const expected = JSON.stringify([
    ...samples.map(sample => sample.rows),
    rows.commitments,
    rows[listed.name.replace('.parquet', '')],
    0,
    0
  ])
  lines.push({
    name: 'DuckDB',
    verdict: stdout.trim() === expected ? 'ok' : 'WRONG',
    what: `read_csv, read_parquet, a list and its table: ${stdout.trim()}, expected ${expected}`
  })

  const proxies = await execute('npm', ['test', '--', 'test/processes/proxies.test.ts'], { maxBuffer: 1e9 }).then(
    ({ stdout: said }) => said,
    error => String(error.stdout)
  )
  const absent = [...proxies.matchAll(/configuration of (\w+) in the README \(not installed\)/g)].map(
    ([, name]) => name
  )
  const passed = /\b0 failed\s*$/.test(
    proxies
      .trim()
      .split('\n')
      .findLast(line => / failed/.test(line)) ?? ''
  )
  for (const name of ['nginx', 'Varnish', 'Caddy'])
    lines.push(
      absent.includes(name)
        ? { name, verdict: 'MISSING', what: 'not installed here' }
        : { name, verdict: passed ? 'ok' : 'WRONG', what: 'as we hand it on (test/processes/proxies.test.ts)' }
    )

  for (const { name, verdict, what } of lines) console.log(`${name.padEnd(14)} ${verdict.padEnd(8)} ${what}`)
  const missing = lines.filter(({ verdict }) => verdict === 'MISSING').map(({ name }) => name)
  if (missing.length > 0) console.log(`\n!!! NOT RUN: ${missing.join(', ')}`)
  const wrong = lines.filter(({ verdict }) => verdict === 'WRONG')
  must(wrong.length === 0, `${wrong.length} of ${lines.length} read wrongly`)
})
