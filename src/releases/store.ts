/** Files of releases on disk: made once, beside the service, and found again at the next start. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Release } from '../engine/definition/release.ts'
import type { Service } from '../engine/service.ts'
import { unavailable } from '../http/errors/problems.ts'
import { MANIFEST, type Manifest, type Order, type ReleaseFile } from './file.ts'

/** How long a request waits for files that are being made. */
const PATIENCE_MILLISECONDS = 20_000

/** When a folder in the making has been left by a process that died. */
const ABANDONED_MILLISECONDS = 3_600_000

/** When the files of another version of the program are no longer needed; a service of that version may still run. */
const OUTDATED_MILLISECONDS = 24 * 3_600_000

/** The first to ask after a start do not share the processor with the making of files. */
const FIRST_MILLISECONDS = 15_000
const TIDY_MILLISECONDS = 60_000

export type Store = {
  /** What files a release has; makes them if need be. Throws a Problem when that takes long or fails. */
  manifest(release: Release): Promise<Manifest>
  /** A file of a release, and where it is; undefined when there is none of this name. */
  find(release: Release, name: string): Promise<{ file: ReleaseFile; folder: string } | undefined>
  /** Looks on the disk again: the files are not where they were. */
  forget(release: Release): void
  /** Makes the files of the newest release if they are missing, and removes those of dropped ones. */
  tidy(): Promise<void>
  /** Tidies from time to time, starting soon. */
  keepTidy(): void
  close(): Promise<void>
}

type StoreOptions = {
  service: Pick<Service, 'reader' | 'releases' | 'build'>
  directory: string
  onError: (error: unknown) => void
}

/** Opens the store; nothing is made before it is asked for. */
export function openStore({ service, directory, onError }: StoreOptions): Store {
  const { reader, releases, build } = service
  const root = join(directory, build)
  const folderOf = ({ id }: Release) => join(root, id)
  const known = new Map<string, Manifest>()
  const making = new Map<string, Promise<Manifest>>()
  const workers = new Set<Worker>()
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const work = (order: Order, silent: AbortSignal) =>
    new Promise<Manifest>((resolve, reject) => {
      const worker = new Worker(new URL('./make/worker.js', import.meta.url), { workerData: order, execArgv: [] })
      workers.add(worker)
      const stop = () => worker.terminate()
      silent.addEventListener('abort', stop)
      worker.once('message', resolve).once('error', reject)
      worker.once('exit', code => {
        workers.delete(worker)
        silent.removeEventListener('abort', stop)
        reject(new Error(`the maker of files ended with code ${code}`))
      })
    })

  /** The files on the disk, if they are of this release and all there. */
  const readManifest = async (release: Release): Promise<Manifest | undefined> => {
    const text = await readFile(join(folderOf(release), MANIFEST), 'utf8').catch(() => undefined)
    const manifest = text === undefined ? undefined : (JSON.parse(text) as Manifest)
    if (manifest?.published_at !== release.published_at.toISOString()) return undefined
    const sizes = manifest.files.map(({ name }) => stat(join(folderOf(release), name)).catch(() => undefined))
    const all = (await Promise.all(sizes)).every((found, at) => found?.size === manifest.files[at]?.bytes)
    return all ? manifest : undefined
  }

  const make = async (release: Release): Promise<Manifest> => {
    const found = await readManifest(release)
    if (found) return found
    await mkdir(root, { recursive: true })
    const folder = await mkdtemp(join(root, '.making-'))
    try {
      const { seq, id, title, note, date, contract, published_at } = release
      const { url: databaseUrl, silent } = reader.serverWith(seq)
      const described = { seq, id, title, note, date, contract, published_at: published_at.toISOString() }
      const manifest = await work({ databaseUrl, release: described, folder }, silent)
      // Another process may have been faster: its files are the same, and somebody may be reading them.
      if (await readManifest(release)) return manifest
      await rm(folderOf(release), { recursive: true, force: true })
      await rename(folder, folderOf(release)).catch(async error => {
        if (!(await readManifest(release))) throw error
      })
      return manifest
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  const start = (release: Release): Promise<Manifest> => {
    const running = making.get(release.id)
    if (running) return running
    const started = make(release)
      .then(manifest => {
        known.set(release.id, manifest)
        return manifest
      })
      .finally(() => making.delete(release.id))
    making.set(release.id, started)
    started.catch(error => {
      if (!closed) onError(error)
    })
    return started
  }

  const manifest = async (release: Release): Promise<Manifest> => {
    const found = known.get(release.id)
    if (found?.published_at === release.published_at.toISOString()) return found
    const patience = new AbortController()
    const waiting = sleep(PATIENCE_MILLISECONDS, undefined, { signal: patience.signal, ref: false })
    try {
      const made = await Promise.race([start(release), waiting.catch(() => undefined)])
      if (made) return made
    } catch (error) {
      throw unavailable(`The files of release ${release.id} cannot be made just now.`, error)
    } finally {
      patience.abort()
    }
    throw unavailable(`The files of release ${release.id} are being made.`)
  }

  const tidy = async (): Promise<void> => {
    try {
      const published = releases.all().filter(({ status }) => status === 'published')
      const kept = new Set([...published.map(({ id }) => id), ...making.keys()])
      for (const name of await readdir(root).catch(() => [])) {
        const path = join(root, name)
        const isFresh = name.startsWith('.making-') && Date.now() - (await stat(path)).mtimeMs < ABANDONED_MILLISECONDS
        if (!kept.has(name) && !isFresh) await rm(path, { recursive: true, force: true })
      }
      for (const name of await readdir(directory).catch(() => [])) {
        const path = join(directory, name)
        const isOutdated = name !== build && Date.now() - (await stat(path)).mtimeMs > OUTDATED_MILLISECONDS
        if (isOutdated) await rm(path, { recursive: true, force: true })
      }
      const newest = published.at(-1)
      if (newest && !known.has(newest.id)) await start(newest)
    } catch {
      // Said by onError; a request for the files will try again.
    }
  }

  return {
    manifest,
    async find(release, name) {
      const file = (await manifest(release)).files.find(candidate => candidate.name === name)
      return file && { file, folder: folderOf(release) }
    },
    forget: ({ id }) => void known.delete(id),
    tidy,
    keepTidy() {
      const turn = () => {
        timer = setTimeout(() => tidy().then(turn), TIDY_MILLISECONDS).unref()
      }
      timer = setTimeout(() => tidy().then(turn), FIRST_MILLISECONDS).unref()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await Promise.all([...workers].map(worker => worker.terminate()))
    }
  }
}
