/** One PostgreSQL cluster on disk: made, started, found again and stopped. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, mkdtemp, open, readFile, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect } from '../client.ts'
import { type Account, canReach, makeShelter, type Runtime } from './runtime.ts'

const OWNER = 'ogp'
const DATABASE = 'ogp'
const LOG_BYTES = 5_000_000
const START_SECONDS = 60
const STOP_SECONDS = 30
const PORT_ATTEMPTS = 5
const LEFT_BEHIND_SECONDS = 20
const LEFT_BEHIND_PAUSE_MILLISECONDS = 100
const REFUSALS = 100

/** The cluster cannot be used as it is; the message says why in one line. */
export class ClusterError extends Error {}

export type Cluster = { dir: string; log: string; password: string; runtime: Runtime; account: Account | undefined }
export type Running = { pid: number; port: number }

const own = async (path: string, account: Account | undefined) => {
  if (account) await chown(path, account.uid, account.gid)
}

/** What initdb says last, before it tells that it tidies up. */
const reasonIn = (output: string) =>
  output
    .split('\n')
    .findLast(line => /error|fatal|could not/i.test(line))
    ?.replace(/^.*?(?=(FATAL|ERROR|error):)/, '')

const run = (command: string, args: string[], runtime: Runtime, account: Account | undefined) =>
  new Promise<void>((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: { ...runtime.env, PATH: '', LC_ALL: 'C', TZ: 'UTC' }
    })
    child.stdout.on('data', data => (output += data))
    child.stderr.on('data', data => (output += data))
    child.on('error', reject)
    child.on('exit', code =>
      code === 0
        ? resolve()
        : reject(new ClusterError(`PostgreSQL cannot be set up: ${reasonIn(output) ?? `initdb ended with ${code}`}`))
    )
  })

/** The cluster under this folder; made when there is none. `say` hears what takes time. */
export async function openCluster(
  dataDir: string,
  runtime: Runtime,
  account: Account | undefined,
  say: (line: string) => void
): Promise<Cluster> {
  let dir = join(dataDir, 'postgres')
  const passwordFile = join(dataDir, 'postgres.password')
  if (account && !(await canReach(dataDir, account))) {
    const link = dir
    dir = existsSync(link) ? await realpath(link) : join(await makeShelter(), 'postgres')
    if (!existsSync(link)) {
      await own(dirname(dir), account)
      await rm(link, { force: true })
      await symlink(dir, link)
    }
    say(`the database account cannot enter ${dataDir}; its files are in ${dir}`)
  }
  const made = Number.parseInt(await readFile(join(dir, 'PG_VERSION'), 'utf8').catch(() => ''), 10)
  if (made && made !== runtime.major)
    throw new ClusterError(
      `PostgreSQL ${made} made ${dir}, and this version comes with ${runtime.major}: save it with \`POSTGRES_BIN=<the programs of PostgreSQL ${made}> npm run backup -- FOLDER\`, then \`DATA_DIR=<a new folder> npm run restore -- FOLDER\``
    )
  const password = existsSync(passwordFile)
    ? (await readFile(passwordFile, 'utf8')).trim()
    : randomBytes(24).toString('hex')
  const cluster = { dir, log: join(dataDir, 'postgres.log'), password, runtime, account }
  if (!existsSync(join(dir, 'PG_VERSION'))) {
    say('making a PostgreSQL cluster (first start)')
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
    await initialise(cluster)
  }
  return cluster
}

/** Makes the cluster beside its place and moves it there whole, so that an interrupted start leaves nothing half made. */
async function initialise({ dir, password, runtime, account }: Cluster): Promise<void> {
  const fresh = `${dir}.${process.pid}`
  const secrets = await mkdtemp(join(tmpdir(), 'ogp-'))
  const pwfile = join(secrets, 'password')
  try {
    await writeFile(pwfile, password, { mode: 0o600 })
    await mkdir(fresh, { recursive: true, mode: 0o700 })
    for (const path of [secrets, pwfile, fresh]) await own(path, account)
    const args = ['-D', fresh, '-U', OWNER, `--pwfile=${pwfile}`, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C']
    await run(
      runtime.initdb,
      [...args, ...(runtime.share ? ['-L', runtime.share] : []), '--no-instructions'],
      runtime,
      account
    )
    await rename(fresh, dir)
  } finally {
    await rm(secrets, { recursive: true, force: true })
    await rm(fresh, { recursive: true, force: true })
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Is this process a PostgreSQL server? Process numbers are used again, above all in containers. */
const isPostgres = async (pid: number) => {
  if (!isAlive(pid)) return false
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres')
  return name.trim().startsWith('postgres')
}

/** The server that runs on this cluster, whoever started it. */
export async function findRunning(cluster: Cluster): Promise<Running | undefined> {
  const file = join(cluster.dir, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!pid) return undefined
  if (await isPostgres(pid)) return { pid, port: Number(lines[3]) }
  await rm(file, { force: true })
  return undefined
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export const urlOf = (cluster: Cluster, port: number, database = DATABASE): string =>
  `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${database}`

/** Starts a server, at this port or at a free one; where another program was faster to take that, at the next. */
export async function startServer(
  cluster: Cluster,
  port?: number,
  choosePort: () => Promise<number> = freePort
): Promise<Running> {
  const deadline = Date.now() + LEFT_BEHIND_SECONDS * 1000
  for (let attempts = 1; ; ) {
    try {
      return await startAt(cluster, port ?? (await choosePort()))
    } catch (error) {
      if (isLeftBehind(error) && Date.now() < deadline) await sleep(LEFT_BEHIND_PAUSE_MILLISECONDS)
      else if (port !== undefined || attempts++ === PORT_ATTEMPTS || !isPortTaken(error)) throw error
    }
  }
}

/** A server that was killed leaves processes behind, which take a moment to notice it and end. */
const isLeftBehind = (error: unknown) => /shared memory block .* is still in use/.test((error as Error).message)

const isPortTaken = (error: unknown) => /could not create any TCP\/IP sockets/.test((error as Error).message)

/** In a session of its own: a Ctrl-C in our terminal must not reach it before our last answer. */
async function startAt(cluster: Cluster, chosen: number): Promise<Running> {
  if (((await stat(cluster.log).catch(() => undefined))?.size ?? 0) > LOG_BYTES) await rm(cluster.log)
  const log = await open(cluster.log, 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    port: chosen,
    unix_socket_directories: '',
    jit: 'off',
    max_connections: 100
  }
  const child = spawn(
    cluster.runtime.postgres,
    ['-D', cluster.dir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...cluster.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { ...cluster.runtime.env, PATH: '', LC_ALL: 'C', TZ: 'UTC' }
    }
  )
  child.unref()
  try {
    await waitUntilReady(cluster, chosen, child)
  } finally {
    await log.close()
  }
  return { pid: child.pid ?? 0, port: chosen }
}

/** Waits for the first answer; a child that ends before it has failed. */
export async function waitUntilReady(cluster: Cluster, port: number, child?: ChildProcess): Promise<void> {
  let ended: string | undefined
  let refusals = 0
  child?.on('error', error => (ended = error.message))
  child?.on('exit', code => (ended = `it ended with ${code}`))
  const sql = connect(urlOf(cluster, port, 'postgres'), { name: 'ogp-open-data start' })
  try {
    for (const deadline = Date.now() + START_SECONDS * 1000; Date.now() < deadline && !ended; await sleep(40)) {
      try {
        const [found] = await sql`select from pg_database where datname = ${DATABASE}`
        if (!found) await sql`create database ${sql(DATABASE)} template template0`
        return
      } catch (error) {
        const code = (error as { code?: string }).code ?? ''
        // Whoever has the port may be another server, while ours has yet to say that it could not take it.
        if (code === '28P01' && (!child || ++refusals > REFUSALS))
          throw new ClusterError(`${cluster.dir} does not accept the password kept beside it`)
      }
    }
  } finally {
    await sql.end({ timeout: 0 })
  }
  const lines = (await readFile(cluster.log, 'utf8').catch(() => '')).trim().split('\n').slice(-3).join(' / ')
  throw new ClusterError(
    `PostgreSQL does not start: ${ended ?? 'no answer'}; its log (${cluster.log}) ends with: ${lines}`
  )
}

/** Ends the server in order (a fast shutdown) and waits until it is gone. */
export async function stopServer({ pid }: Running): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (const deadline = Date.now() + STOP_SECONDS * 1000; Date.now() < deadline; await sleep(20)) {
      if (!isAlive(pid)) return
    }
  }
}
