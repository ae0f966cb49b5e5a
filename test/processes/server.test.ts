import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, connect as openSocket } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { connect } from '../../src/db/client.ts'
import { readOnlyUrl } from '../helper.ts'
import { folder, run, runService, SERVICE, served } from '../process.ts'
import { largeDatabase, until } from './large.ts'

const total = async (origin: string) => {
  const answer = (await (await fetch(`${origin}/v1/members`)).json()) as { meta: { total: number } }
  return answer.meta.total
}

/** Who the connections that read belong to. */
async function readersOf(dataDir: string): Promise<string> {
  const [, , , port] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  const password = (await readFile(join(dataDir, 'postgres.password'), 'utf8')).trim()
  const sql = connect(`postgres://ogp:${password}@127.0.0.1:${port}/ogp`, { name: 'test' })
  const found = await sql<{ name: string }[]>`
    select usename as name from pg_stat_activity where application_name = 'ogp-open-data read'`.finally(() => sql.end())
  return found.map(({ name }) => name).join()
}

t.test('it starts from nothing, serves, refuses a second start, survives a kill and stops in order', async t => {
  const DATA_DIR = join(await folder(t), 'data')
  const env = { DATA_DIR, PORT: '0' }
  const first = runService(t, env)
  const origin = await served(first)
  t.equal((await fetch(`${origin.replace('127.0.0.1', 'localhost')}/readyz`)).status, 200)
  for (const step of [
    'making a PostgreSQL cluster',
    'starting PostgreSQL',
    'applying',
    'publishing release 2016-12',
    'publishing release 2026-11',
    'is served'
  ]) {
    t.match(first.output(), step, 'each step has a line')
  }
  t.equal(await total(origin), 91)
  t.match(await readersOf(DATA_DIR), /^(ogp_reader)(,ogp_reader)*$/, 'it reads with a role that cannot write')
  t.notMatch(
    first
      .output()
      .split('\n')
      .filter(line => line.includes('answered'))
      .join(),
    /127\.0\.0\.1|::1/,
    'no client address is logged'
  )

  const second = runService(t, env)
  t.equal(await second.ended, 1)
  t.match(second.output().trim().split('\n').at(-1), /is in use by ogp-open-data service, process \d+/)
  t.notMatch(second.output(), / at .*\.ts/, 'no stack')

  first.child.kill('SIGKILL')
  await first.ended
  const third = runService(t, env)
  t.equal(await total(await served(third)), 91)
  t.notMatch(third.output(), /starting PostgreSQL|publishing/, 'the orphaned server is taken over')
  third.child.kill('SIGTERM')
  t.equal(await third.ended, 0)
  t.match(third.output(), /stopping \(SIGTERM\).*[\s\S]*stopped/)
  await t.rejects(readFile(join(DATA_DIR, 'postgres', 'postmaster.pid')), 'the database has ended')
})

t.test('a download under way is finished when the service stops', async t => {
  const service = runService(t, { DATABASE_URL: readOnlyUrl(), DATA_DIR: await folder(t), PORT: '0' })
  const origin = await served(service)
  // A download whose reader waits: it is under way until the reader goes on.
  const download = await fetch(`${origin}/v1/sources.csv`)
  const idle = await fetch(`${origin}/livez`)
  await idle.text()
  service.child.kill('SIGINT')
  await until('it stops', () => service.output().includes('stopping (SIGINT)'))
  const body = await download.text()
  t.equal(body.split('\r\n').length > 190, true, 'the download is whole')
  t.equal(await service.ended, 0)
})

t.test('a download that nobody reads does not hold up the stop for longer than STOP_SECONDS', async t => {
  const url = await largeDatabase(t)
  const service = runService(t, { DATABASE_URL: url, DATA_DIR: await folder(t), PORT: '0', STOP_SECONDS: '1' })
  const stalled = openSocket({ port: Number(new URL(await served(service)).port), host: '127.0.0.1' })
  stalled.on('error', () => {})
  stalled.write('GET /v1/commitments.csv HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(stalled, 'data')
  stalled.pause()
  service.child.kill('SIGTERM')
  t.equal(await service.ended, 0)
  t.match(service.output(), /stopped/)
  let last = Buffer.alloc(0)
  stalled.on('data', chunk => (last = Buffer.concat([last, chunk]).subarray(-5))).resume()
  await once(stalled, 'close')
  t.not(last.toString(), '0\r\n\r\n', 'it was broken off, not ended')
})

t.test('an error that nobody caught is logged, and the service stops in order with a code of its own', async t => {
  const provoke = "process.once('SIGUSR2', () => setImmediate(() => { throw new Error('provoked') }))"
  const preload = `data:text/javascript,${encodeURIComponent(provoke)}`
  const service = run(t, ['--import', preload, SERVICE], {
    DATABASE_URL: readOnlyUrl(),
    DATA_DIR: await folder(t),
    PORT: '0'
  })
  const underWay = fetch(`${await served(service)}/v1/commitments.csv`)
  await underWay
  service.child.kill('SIGUSR2')
  t.match(await (await underWay).text(), /^id,/, 'what is under way is finished')
  t.equal(await service.ended, 70)
  t.match(service.output(), /provoked[\s\S]*stopped/)
})

t.test('a wrong setting is one clear line and exit code 2', async t => {
  const { ended, output } = runService(t, { PORT: 'eighty', LOG_LEVEL: 'loud' })
  t.equal(await ended, 2)
  t.equal(output().trim().split('\n').length, 1)
  t.match(output(), /PORT must be a port number from 0 to 65535, not "eighty"; LOG_LEVEL must be one of/)
})

t.test('an address that is taken, or a database that is not there, is one clear line', async t => {
  const blocker = createServer()
  const port = await new Promise<number>(resolve =>
    blocker.listen(0, () => resolve((blocker.address() as { port: number }).port))
  )
  t.teardown(() => blocker.close())
  const taken = runService(t, {
    DATABASE_URL: readOnlyUrl(),
    DATA_DIR: await folder(t),
    PORT: String(port),
    HOST: '0.0.0.0'
  })
  t.equal(await taken.ended, 1)
  t.match(taken.output(), `cannot listen on 0.0.0.0:${port} (EADDRINUSE); set HOST or PORT`)
  const missing = runService(t, { DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x' })
  t.equal(await missing.ended, 1)
  t.match(missing.output(), /cannot connect to the database/)
  t.notMatch(missing.output(), /secret|\.ts:/)
})
