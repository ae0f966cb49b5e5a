/** Real processes, as operators start them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** What is cleaned up at the end: a test, or a run of its own. */
export type Scope = { teardown(work: () => unknown): unknown }

export type Process = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

export const freePort = () =>
  new Promise<number>(resolve => {
    const probe = createServer()
    probe.listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** A folder that the database account may enter, so that nothing has to be kept elsewhere. */
export async function folder(scope: Scope): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'ogp-process-'))
  await chmod(dir, 0o755)
  scope.teardown(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** The service and the commands for operators, as `npm run` starts them. */
export const SERVICE = 'src/start.js'
export const COMMAND = 'src/ogp-open-data.js'

/** Starts Node with these arguments; what it prints is kept. */
export function run(scope: Scope, args: readonly string[], env: Record<string, string>): Process {
  const traffic = process.env.RECORD_TRAFFIC
    ? ['--import', 'tsx', '--import', new URL('traffic.ts', import.meta.url).href]
    : []
  const child = spawn(process.execPath, [...traffic, ...args], { env: { ...process.env, ...env } })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (text += data))
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  scope.teardown(async () => {
    child.kill('SIGTERM')
    await ended
  })
  return { child, output: () => text, ended }
}

/** Starts the service the way `npm start` does. */
export const runService = (scope: Scope, env: Record<string, string>): Process => run(scope, [SERVICE], env)

/** A start that hangs, on however slow a machine. */
const START_MILLISECONDS = 600_000

/**
 * Where a service listens that says so in its log, once it can answer. With PORT 0 the system chooses a free port, and no
 * other process can take it in between.
 */
export async function served({ output, child }: Process): Promise<string> {
  for (const deadline = Date.now() + START_MILLISECONDS; Date.now() < deadline; await sleep(50)) {
    const [, origin] = /listening at (http:\/\/127\.0\.0\.1:\d+)[\s\S]*is served/.exec(output()) ?? []
    if (origin) return origin
    if (child.exitCode !== null) break
  }
  throw new Error(`the service did not start:\n${output()}`)
}

/** Waits until the service at this port says that it can answer. */
export async function ready(
  port: number,
  { output, child }: Process,
  milliseconds = START_MILLISECONDS
): Promise<void> {
  for (const deadline = Date.now() + milliseconds; Date.now() < deadline; await sleep(50)) {
    const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    if (child.exitCode !== null) break
  }
  throw new Error(`the service did not start:\n${output()}`)
}
