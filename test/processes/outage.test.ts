import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { loadSeeds } from '../../seeds/load.ts'
import { openCluster, startServer, stopServer, urlOf } from '../../src/db/embedded/cluster.ts'
import { databaseAccount, prepareRuntime } from '../../src/db/embedded/runtime.ts'
import { prepareDatabase } from '../../src/db/migrate.ts'
import { start } from '../helper.ts'
import { COMMAND, run } from '../process.ts'
import { row2016, writeFile } from '../synthetic.ts'

const ROWS = 1500

/** A seeded server of the test's own. */
async function server(t: Test) {
  const dir = await mkdtemp(join(tmpdir(), 'ogp-outage-'))
  await chmod(dir, 0o755)
  t.teardown(() => rm(dir, { recursive: true, force: true }))
  const account = databaseAccount({})
  const cluster = await openCluster(dir, await prepareRuntime(dir, account), account, () => {})
  const running = await startServer(cluster)
  const url = urlOf(cluster, running.port)
  await prepareDatabase(url, () => {})
  await loadSeeds(url, () => {})
  return { cluster, running, url }
}

t.test('the database goes away', async t => {
  const { cluster, url, ...first } = await server(t)
  let { running } = first
  t.teardown(() => stopServer(running))

  await t.test('while it is down the service says so, and when it is back so is the service', async t => {
    const { get, app } = await start(t, { url })
    const known = await get('/v1/members')
    t.equal((await get('/readyz')).statusCode, 200)

    await stopServer(running)
    t.equal((await get('/readyz')).statusCode, 503)
    t.equal((await get('/livez')).statusCode, 200)
    t.equal((await get('/v1/status')).json().status, 'unavailable')
    for (const path of ['/v1/themes', '/v1/themes.csv', '/v1/themes/aid', '/v1/members.ndjson']) {
      const refused = await get(path)
      t.equal(refused.statusCode, 503, path)
      t.equal(refused.json().code, 'service-unavailable')
      t.ok(Number(refused.headers['retry-after']) > 0)
    }
    for (const [language, words] of [
      ['en', 'cannot be read just now'],
      ['fr', 'réessayez']
    ] as const) {
      const page = await app.server.inject({ url: `/explorer/${language}/countries`, headers: { accept: 'text/html' } })
      t.equal(page.statusCode, 503)
      t.ok(Number(page.headers['retry-after']) > 0)
      t.equal(page.headers['cache-control'], 'no-store')
      t.match(page.body, `<html lang="${language}"`)
      t.match(page.body, new RegExp(words, 'i'))
    }
    t.equal(
      (await get('/v1/members', { headers: { 'if-none-match': String(known.headers.etag) } })).statusCode,
      304,
      'what a client has is still confirmed'
    )

    running = await startServer(cluster, running.port)
    for (let tries = 0; tries < 6000 && (await get('/readyz')).statusCode !== 200; tries++) await sleep(100)
    t.equal((await get('/readyz')).statusCode, 200)
    t.equal((await get('/v1/themes')).statusCode, 200)
    t.equal((await get('/v1/themes.csv')).statusCode, 200)
    t.equal((await get('/v1/status')).json().status, 'ok')
  })

  await t.test('killed during an import it is one clear line, and nothing is published', async t => {
    const rows = Array.from({ length: ROWS }, (_, at) => row2016(at))
    const file = writeFile(t, 'commitments-2016', rows)
    const { child, ended, output } = run(t, [COMMAND, 'import', file, '--release', 'new'], { DATABASE_URL: url })
    await new Promise<void>(resolve => child.stderr?.on('data', data => /^reading/.test(String(data)) && resolve()))
    process.kill(running.pid, 'SIGKILL')
    t.equal(await ended, 1, output())
    t.match(output(), /^reading commitments-2016\.csv\nthe connection to the database was lost; .*\n$/)
    running = await startServer(cluster, running.port)
    const { json } = await start(t, { url })
    t.equal((await json('/v1/commitments?limit=1')).meta.release, '2026-11')
  })
})
