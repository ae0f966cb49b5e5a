import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { loadSeeds } from '../../seeds/load.ts'
import type { Sql } from '../../src/db/client.ts'
import {
  type Cluster,
  openCluster,
  type Running,
  startServer,
  stopServer,
  urlOf
} from '../../src/db/embedded/cluster.ts'
import { databaseAccount, prepareRuntime } from '../../src/db/embedded/runtime.ts'
import { prepareDatabase } from '../../src/db/migrate.ts'
import { importFiles } from '../../src/import/import.ts'
import { connection, notRun, start } from '../helper.ts'
import { row2016, writeFile as writeRows } from '../synthetic.ts'

type Server = { cluster: Cluster; running: Running; url: string }

/** A server and everything it has started. */
async function processesOf({ running: { pid } }: Server): Promise<number[]> {
  const numbers = (await readdir('/proc')).filter(name => /^\d+$/.test(name)).map(Number)
  const parents = await Promise.all(
    numbers.map(async number => {
      const text = await readFile(`/proc/${number}/stat`, 'utf8').catch(() => '')
      return { number, parent: Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) }
    })
  )
  return [pid, ...parents.filter(({ parent }) => parent === pid).map(({ number }) => number)]
}

/** The server itself first, so that nothing new is started. */
async function signal(server: Server, name: NodeJS.Signals): Promise<void> {
  for (const pid of await processesOf(server)) {
    try {
      process.kill(pid, name)
    } catch {
      // It has ended by itself.
    }
  }
}

/** A seeded server, and copies of it that follow what it writes. */
async function replicated(
  t: Test,
  count: number
): Promise<{ primary: Server; replicas: Server[]; restart(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'ogp-replicas-'))
  await chmod(dir, 0o755)
  t.teardown(() => rm(dir, { recursive: true, force: true }))
  const account = databaseAccount({})
  const runtime = await prepareRuntime(dir, account)
  const open = async (name: string) => {
    await mkdir(join(dir, name), { recursive: true })
    return openCluster(join(dir, name), runtime, account, () => {})
  }
  const run = async (cluster: Cluster, port?: number): Promise<Server> => {
    const running = await startServer(cluster, port)
    const server = { cluster, running, url: urlOf(cluster, running.port) }
    t.teardown(async () => {
      await signal(server, 'SIGCONT')
      await stopServer(server.running).catch(() => {})
    })
    return server
  }
  const cluster = await open('primary')
  const first = await startServer(cluster)
  await prepareDatabase(urlOf(cluster, first.port), () => {})
  await loadSeeds(urlOf(cluster, first.port), () => {})
  await stopServer(first)
  const followers: Cluster[] = []
  for (let number = 1; number <= count; number++) {
    const name = `replica${number}`
    await mkdir(join(dir, name))
    // Files of another owner keep it.
    spawnSync('cp', ['-a', cluster.dir, join(dir, name, 'postgres')])
    await cp(join(dir, 'primary', 'postgres.password'), join(dir, name, 'postgres.password'))
    const copy = join(dir, name, 'postgres')
    const { uid, gid } = await stat(cluster.dir)
    await writeFile(join(copy, 'standby.signal'), '')
    await chown(join(copy, 'standby.signal'), uid, gid)
    const address = `host=127.0.0.1 port=${first.port} user=ogp password=${cluster.password}`
    await appendFile(join(copy, 'postgresql.auto.conf'), `primary_conninfo = '${address}'\n`)
    followers.push(await open(name))
  }
  const primary = await run(cluster, first.port)
  const replicas: Server[] = []
  for (const follower of followers) replicas.push(await run(follower))
  const restart = async () => {
    primary.running = await startServer(cluster, first.port)
  }
  return { primary, replicas, restart }
}

t.test('replicas that freeze, lag and die, and one that is promoted', async t => {
  if (!existsSync('/proc/self/stat')) return notRun('replicas (their processes are found in /proc)')
  const { primary, replicas, restart } = await replicated(t, 2)
  const [one, two] = replicas as [Server, Server]
  const client = await start(t, { url: primary.url, replicas: replicas.map(({ url }) => url) })
  const { releases } = client.app.service
  let number = 0
  /** A question that nobody has asked yet, so that a server must answer it. */
  const ask = () => client.get(`/v1/commitments?limit=1&year=..${3000 + ++number}`)
  const current = async () => (await client.get('/v1/status')).json().release
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await sleep(50)
  }
  /** Asks without a pause; nothing but an answer or a 503 may come. Ends when so many in a row were answered. */
  const answers = async (inARow: number) => {
    for (let answered = 0; answered < inARow; ) {
      const all = await Promise.all(Array.from({ length: 8 }, ask))
      for (const { statusCode, body } of all) {
        if (statusCode !== 200) t.match(JSON.parse(body), { status: 503, code: 'service-unavailable' })
        answered = statusCode === 200 ? answered + 1 : 0
      }
    }
  }
  const paused = async (sql: Sql, how: 'pause' | 'resume') => void (await sql.unsafe(`select pg_wal_replay_${how}()`))

  await t.test('a frozen one is left, and taken back when it answers again', async t => {
    await answers(16)
    await signal(one, 'SIGSTOP')
    await answers(200)
    t.equal(await current(), '2026-11')
    await signal(one, 'SIGCONT')
    await signal(two, 'SIGSTOP')
    await answers(100)
    await signal(two, 'SIGCONT')
  })

  const [sqlOne, sqlTwo] = [connection(t, one.url), connection(t, two.url)]
  await t.test('the word of the primary on releases stands, however far replicas lag', async t => {
    for (const sql of [sqlOne, sqlTwo]) await paused(sql, 'pause')
    const sql = connection(t, primary.url)
    await sql`update releases set status = 'dropped', dropped_at = now() where id = '2026-11'`
    await releases.refresh()
    t.equal(await current(), '2016-12')
    t.equal((await client.get('/v1/members?release=2026-11&limit=1')).statusCode, 410)
    await sql.end()
    await signal(primary, 'SIGKILL')
    await answers(50)
    t.equal(await current(), '2016-12', 'those that lag bring nothing back while it is away')
    await restart()
    for (const follower of [sqlOne, sqlTwo]) await paused(follower, 'resume')
    await until(async () => (await sqlTwo`select from releases where status = 'dropped'`).length === 1)
    await answers(50)
  })

  await t.test('one that is promoted has the word from then on, without a restart', async t => {
    await signal(primary, 'SIGKILL')
    await sqlTwo`select pg_promote()`
    await answers(50)
    await importFiles(two.url, {
      files: [writeRows(t, 'commitments-2016', [row2016(1)])],
      release: { id: 'elsewhere', title: 'A test', date: '2026-11-24' }
    })
    await until(async () => (await current()) === 'elsewhere')
    await answers(50)
    t.equal((await client.json('/v1/commitments?plan=CL-9&limit=1')).meta.total, 1)

    // The old primary comes back and goes on writing, further than the new one has written.
    await restart()
    const sql = connection(t, primary.url)
    await sql`select pg_switch_wal()`
    await importFiles(primary.url, {
      files: [writeRows(t, 'commitments-2016', [row2016(2), row2016(3)])],
      release: { id: 'too-late', title: 'A test', date: '2026-11-24' }
    })
    await until(async () => (await sqlOne`select from releases where id = 'too-late'`).length === 1)
    await releases.refresh()
    await answers(50)
    t.equal(await current(), 'elsewhere')
    t.equal((await client.json('/v1/commitments?plan=CL-9&limit=2')).meta.total, 1)
    await signal(two, 'SIGKILL')
    await releases.refresh()
    for (let asked = 0; asked < 20; asked++)
      t.equal(
        (await client.get(`/v1/commitments?plan=CL-9&limit=${3 + asked}`)).statusCode,
        503,
        'nor those that follow it, though nobody else is left'
      )
  })
})
