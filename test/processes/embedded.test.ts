import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { connect } from '../../src/db/client.ts'
import { ClusterError, openCluster, startServer, stopServer, urlOf } from '../../src/db/embedded/cluster.ts'
import { InUseError, openEmbedded } from '../../src/db/embedded/embedded.ts'
import { canReach, databaseAccount, prepareRuntime } from '../../src/db/embedded/runtime.ts'
import { notRun } from '../helper.ts'
import { freePort } from '../process.ts'

const folder = async (t: Test, mode = 0o755) => {
  const dir = await mkdtemp(join(tmpdir(), 'ogp-embedded-'))
  await chmod(dir, mode)
  t.teardown(() => rm(dir, { recursive: true, force: true }))
  return dir
}

const open = (dataDir: string, more = {}) => openEmbedded({ dataDir, env: {}, name: 'test', say: () => {}, ...more })

const answers = async (url: string) => {
  const sql = connect(url, { name: 'test' })
  const [row] = await sql`select current_user as name`.finally(() => sql.end())
  return row?.name
}

t.test('one process owns the database, guests share it, and it ends with its owner', async t => {
  const dir = await folder(t)
  const owner = await open(dir)
  t.equal(await answers(owner.url), 'ogp')
  t.ok((await open(dir).catch((error: unknown) => error)) instanceof InUseError)
  const guest = await open(dir, { guest: true })
  t.equal(guest.owner, false)
  await guest.close()
  t.equal(await answers(owner.url), 'ogp', 'a guest that leaves ends nothing')
  await owner.close()
  await t.rejects(answers(owner.url))
  const again = await open(dir)
  t.equal(await answers(again.url), 'ogp')
  await again.close()
})

t.test('a server that dies is started again at the same address', async t => {
  const dir = await folder(t)
  const { url, close } = await open(dir)
  const [pid] = (await readFile(join(dir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  let back = false
  for (let tries = 0; tries < 6000 && !back; tries++) {
    await sleep(100)
    back = await answers(url).then(
      () => true,
      () => false
    )
  }
  t.ok(back)
  const sql = connect(url, { name: 'test' })
  for (let owned = 0; owned === 0; await sleep(50)) {
    owned = (await sql`select from pg_locks where locktype = 'advisory' and granted`).length
  }
  await sql.end()
  await t.rejects(open(dir), /is in use/, 'and is still owned')
  await close()
})

t.test('whoever owns the database owns it still after PostgreSQL ended all connections', async t => {
  const dir = await folder(t)
  const { url, close } = await open(dir)
  const sql = connect(url, { name: 'test' })
  const [postmaster] = (await readFile(join(dir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  const holder = async () => {
    const [found] = await sql<
      { pid: number }[]
    >`select pid from pg_locks where locktype = 'advisory' and granted`.catch(() => [])
    return found?.pid
  }
  const first = await holder()
  const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  // As a system short of memory does.
  process.kill(backend?.pid ?? 0, 'SIGKILL')
  for (let now = first; now === undefined || now === first; now = await holder()) await sleep(50)
  await sql.end()
  const guest = await open(dir, { guest: true })
  t.equal(guest.owner, false, 'a command is a guest, and does not stop the server as it leaves')
  await guest.close()
  t.match(await readFile(join(dir, 'postgres', 'postmaster.pid'), 'utf8'), `${postmaster}\n`)
  await close()
})

t.test('a server that was killed starts again when the processes that it left behind have ended', async t => {
  if (!existsSync('/proc/self/stat')) return notRun('processes that PostgreSQL leaves behind (they are stopped)')
  const dir = await folder(t)
  const account = databaseAccount({})
  const cluster = await openCluster(dir, await prepareRuntime(dir, account), account, () => {})
  const { pid, port } = await startServer(cluster)
  const sql = connect(urlOf(cluster, port), { name: 'test' })
  const [left] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  const backend = left?.pid ?? 0
  process.kill(backend, 'SIGSTOP')
  process.kill(pid, 'SIGKILL')
  await sql.end({ timeout: 0 })
  while (existsSync(`/proc/${pid}`)) await sleep(20)
  const starting = startServer(cluster, port)
  // Longer than PostgreSQL takes to find that the memory is still in use.
  const early = await Promise.race([starting, sleep(2000)])
  t.equal(early, undefined)
  process.kill(backend, 'SIGKILL')
  const running = await starting
  t.equal(await answers(urlOf(cluster, running.port)), 'ogp')
  await stopServer(running)
})

t.test('a port that another program took first is given up for another', async t => {
  const dir = await folder(t)
  const account = databaseAccount({})
  const cluster = await openCluster(dir, await prepareRuntime(dir, account), account, () => {})
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.teardown(() => taken.close())
  const ports = [(taken.address() as AddressInfo).port, await freePort()]
  const running = await startServer(cluster, undefined, async () => ports.shift() ?? 0)
  t.same(ports, [])
  t.equal(await answers(urlOf(cluster, running.port)), 'ogp')
  await stopServer(running)
})

t.test('a folder that cannot be used is one line that says why', async t => {
  const dir = await folder(t)
  await writeFile(join(dir, 'file'), '')
  const error = await open(join(dir, 'file', 'data')).catch((thrown: unknown) => thrown)
  t.ok(error instanceof ClusterError)
  t.match((error as Error).message, /cannot be used: a part of the path is no folder \(ENOTDIR\)$/)
})

t.test('a disk that is full at the first start is one line, and with room the next start succeeds', async t => {
  const dir = await folder(t)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'tmpfs', dir])
  if (mounted.status !== 0) return notRun('the first start on a full disk (needs to mount a file system)')
  t.teardown(() => spawnSync('umount', [dir]))
  const error = await open(dir).catch((thrown: unknown) => thrown)
  t.ok(error instanceof ClusterError, `${error}`)
  t.match((error as Error).message, /No space left on device|the disk is full/)
  t.notMatch((error as Error).message, /\n/)
  t.equal(spawnSync('mount', ['-o', 'remount,size=400m', dir]).status, 0)
  const { url, close } = await open(dir)
  t.equal(await answers(url), 'ogp')
  await close()
})

t.test('a stale lock file with the number of another process does not stop it', async t => {
  const dir = await folder(t)
  await (await open(dir)).close()
  await writeFile(join(dir, 'postgres', 'postmaster.pid'), `${process.pid}\n${dir}\n0\n5432\n`)
  const { url, close } = await open(dir)
  t.equal(await answers(url), 'ogp')
  await close()
})

t.test('a folder that other users cannot enter', async t => {
  if (process.getuid?.() !== 0) {
    notRun('the database of root under a folder that others cannot enter (needs root)')
    return
  }
  const dir = join(await folder(t, 0o700), 'data')
  await mkdir(dir)
  t.equal(await canReach(dir, { uid: 65534, gid: 65534 }), false)
  const said: string[] = []
  const first = await open(dir, { say: (line: string) => said.push(line) })
  const shelter = await realpath(join(dir, 'postgres'))
  t.teardown(() => rm(dirname(shelter), { recursive: true, force: true }))
  t.match(said[0], 'cannot enter')
  t.ok((await lstat(join(dir, 'postgres'))).isSymbolicLink())
  t.equal(await answers(first.url), 'ogp')
  await first.close()
  const second = await open(dir)
  t.equal(await realpath(join(dir, 'postgres')), shelter, 'the data stay where they are')
  await second.close()
})

t.test('root hands the database to whoever used sudo, else to nobody', async t => {
  if (process.getuid?.() !== 0) {
    t.equal(databaseAccount({}), undefined)
    return
  }
  t.same(databaseAccount({}), { uid: 65534, gid: 65534 })
  t.same(databaseAccount({ SUDO_UID: '1000', SUDO_GID: '1001' }), { uid: 1000, gid: 1001 })
})
