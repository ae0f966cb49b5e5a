/** Other people's programs that our own installation stays free of, installed for one run. */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { folder, freePort, ready, runService, type Scope } from '../process.ts'

const execute = promisify(execFile)

export type Scratch = {
  dir: string
  /** Runs an installed command; what it printed, or an error with it. */
  run(command: string, ...args: string[]): Promise<string>
}

/** A folder with these packages in it, removed with the scope. Install scripts do not run. */
export async function install(scope: Scope, packages: readonly string[]): Promise<Scratch> {
  const dir = await folder(scope)
  await writeFile(join(dir, 'package.json'), '{"private":true,"type":"module"}')
  const run = async (file: string, args: readonly string[]) => {
    const { stdout } = await execute(file, args, { cwd: dir, maxBuffer: 1e9 }).catch(error => {
      throw new Error(`${file} ${args.join(' ')}\n${error.stdout}${error.stderr}`.slice(0, 10_000))
    })
    return stdout
  }
  await run('npm', ['install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ...packages])
  return { dir, run: (command, ...args) => run(join(dir, 'node_modules/.bin', command), args) }
}

/** The service as operators start it, with the seeds; its origin. */
export async function serve(scope: Scope): Promise<string> {
  const port = await freePort()
  const env = { DATA_DIR: join(await folder(scope), 'data'), PORT: String(port), RATE_LIMIT: '0', LOG_LEVEL: 'warn' }
  await ready(port, runService(scope, env))
  return `http://localhost:${port}`
}

/** Runs a check and cleans up behind it, last things first; exit code 1 when it throws. */
export async function check(work: (scope: Scope) => Promise<void>): Promise<void> {
  const ends: (() => unknown)[] = []
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => close().then(() => process.exit(1)))
  try {
    await work({ teardown: end => ends.push(end) })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    await close()
  }
}
