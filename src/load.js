// @ts-check
// Runs TypeScript of the project, compiled into a few files: so a program starts in a third of the time that its five
// hundred modules take one by one. In JavaScript, because Node runs TypeScript by itself only from 22.18 on, and never
// inside node_modules.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = join(import.meta.dirname, '..')
/** Below it the packages are found, which are not compiled. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'ogp-open-data')
const ENTRIES = ['src/server.ts', 'src/cli.ts', 'src/releases/make/make.ts']
const PARTS = ['src', 'seeds', 'migrations', 'openapi']

const sources = () =>
  PARTS.map(part => join(ROOT, part)).flatMap(folder =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
          .filter(name => /\.[jt]s$/.test(name))
          .sort()
          .map(name => join(folder, name))
      : []
  )

/** Differs whenever something else would come of the sources. */
function digest() {
  const hash = createHash('sha256').update(ROOT)
  for (const file of [...sources(), join(ROOT, 'package-lock.json')]) {
    if (existsSync(file)) hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

/** What stands beside a module is looked for where the module was written. */
const inPlace = {
  name: 'in-place',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8'))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
    }))
  }
}

/**
 * What was compiled of other sources goes: whoever runs it has read it whole.
 * @param {string} kept
 */
async function removeOthers(kept) {
  const others = readdirSync(FOLDER).filter(name => /^[0-9a-f]{16}$/.test(name) && name !== basename(kept))
  for (const name of others) await rm(join(FOLDER, name), { recursive: true, force: true })
}

/** @param {string} folder where the files are to be */
async function compile(folder) {
  const { build } = await import('esbuild')
  const draft = `${folder}.${randomUUID()}`
  try {
    await mkdir(draft, { recursive: true })
    await build({
      absWorkingDir: ROOT,
      entryPoints: ENTRIES,
      outdir: draft,
      outbase: '.',
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: 'linked',
      outExtension: { '.js': '.mjs' },
      plugins: [inPlace],
      logLevel: 'silent'
    })
    await rename(draft, folder)
    await removeOthers(folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another process was first.
    if (!existsSync(folder)) throw error
  }
}

/** Lets Node read the sources as they are, by itself where it can. */
async function readTypeScript() {
  const isInstalled = import.meta.dirname.split(sep).includes('node_modules')
  if (process.features.typescript && !isInstalled) return
  const { register } = await import('tsx/esm/api')
  register()
}

/**
 * Runs a module of the program: compiled or, where nothing can be kept beside the packages, from its source.
 * @param {string} entry one of the entries, from the root of the project
 */
export async function load(entry) {
  const folder = join(FOLDER, digest())
  try {
    if (!existsSync(folder)) await compile(folder)
  } catch {
    await readTypeScript()
    return import(pathToFileURL(join(ROOT, entry)).href)
  }
  process.setSourceMapsEnabled(true)
  return import(pathToFileURL(join(folder, entry.replace(/\.ts$/, '.mjs'))).href)
}
