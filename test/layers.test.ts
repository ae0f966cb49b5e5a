import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import t from 'tap'
import { DATASETS } from '../src/v1/index.ts'

const ROOT = resolve(import.meta.dirname, '..')
const SOURCE = join(ROOT, 'src')

/** From the bottom to the top; a file may import from its own layer and from those its layer names. */
const LAYERS: Record<string, string[]> = {
  config: [],
  i18n: [],
  html: ['i18n'],
  db: [],
  http: ['html', 'i18n'],
  program: [],
  threads: [],
  zip: ['threads'],
  geometry: [],
  glossary: ['db', 'i18n'],
  spreadsheet: ['zip'],
  engine: ['db', 'html', 'http', 'i18n', 'spreadsheet', 'zip'],
  changes: ['db', 'html', 'http', 'i18n', 'engine'],
  v1: ['db', 'http', 'i18n', 'geometry', 'engine'],
  cite: ['html', 'http', 'i18n', 'engine', 'v1'],
  follow: ['html', 'http', 'i18n', 'engine', 'changes', 'v1', 'cite'],
  check: ['html', 'http', 'i18n', 'engine', 'changes', 'v1', 'cite', 'indicators'],
  indicators: ['glossary', 'http', 'i18n', 'engine', 'v1'],
  reconcile: ['db', 'html', 'http', 'i18n', 'engine', 'v1'],
  search: ['glossary', 'http', 'i18n', 'engine', 'v1', 'indicators', 'reconcile'],
  mcp: ['http', 'i18n', 'engine', 'v1', 'cite', 'check', 'indicators', 'search'],
  releases: ['html', 'http', 'i18n', 'engine', 'v1', 'zip', 'cite'],
  metadata: ['db', 'html', 'http', 'i18n', 'engine', 'releases', 'v1'],
  docs: ['html', 'http', 'i18n', 'engine', 'v1'],
  import: ['db', 'i18n'],
  explorer: ['glossary', 'html', 'http', 'i18n', 'threads'],
  health: ['http', 'engine'],
  monitoring: ['http', 'engine'],
  home: ['html', 'http', 'i18n', 'engine', 'releases', 'v1'],
  app: [
    ...['config', 'http', 'program', 'engine', 'changes', 'reconcile', 'releases', 'docs', 'metadata', 'v1', 'cite'],
    ...['check', 'explorer', 'follow', 'health', 'home', 'indicators', 'mcp', 'monitoring', 'search']
  ],
  database: ['config', 'db', 'seeds'],
  server: ['config', 'db', 'app', 'database'],
  backup: ['db'],
  commands: ['backup', 'import'],
  command: ['backup', 'config', 'db', 'import', 'database', 'commands'],
  cli: ['command']
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.ts') ? [path] : []
  })

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\s[^'"]*?from '(\.[^']+)'/gm)].map(([, path]) =>
    resolve(dirname(file), path ?? '')
  )

const layerOf = (file: string) => {
  const path = relative(SOURCE, file)
  return path.startsWith('..') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? '').replace(/\.ts$/, '')
}

const files = filesBelow(SOURCE)

t.test('imports point one way', async t => {
  for (const file of files) {
    const layer = layerOf(file)
    t.ok(layer in LAYERS, `${relative(ROOT, file)} belongs to a known layer`)
    for (const target of importsOf(file)) {
      const other = layerOf(target)
      if (other !== layer && !LAYERS[layer]?.includes(other))
        t.fail(`${relative(ROOT, file)} imports ${relative(ROOT, target)}`)
    }
  }
})

t.test('the rooms of a layer know each other one way', async t => {
  const roomOf = (file: string) => relative(SOURCE, dirname(file))
  const known = new Set<string>()
  for (const file of files) for (const target of importsOf(file)) known.add(`${roomOf(file)} ${roomOf(target)}`)
  for (const pair of known) {
    const [room = '', other = ''] = pair.split(' ')
    // What stands in front of the rooms serves them and is served by them.
    const isInside = room.startsWith(`${other}/`) || other.startsWith(`${room}/`)
    if (room < other && !isInside && known.has(`${other} ${room}`)) t.fail(`${room} and ${other} import each other`)
  }
})

t.test('no folder is so full that one must read it all to find a room', async t => {
  const sizes = new Map<string, number>()
  for (const file of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1)
  // A dataset is a file, however many there are.
  sizes.delete(join(SOURCE, 'v1'))
  const full = [...sizes].filter(([, size]) => size > 15).map(([folder, size]) => `${relative(ROOT, folder)}: ${size}`)
  t.same(full, [])
})

t.test('no import leads back to where it came from', async t => {
  const done = new Set<string>()
  const visit = (file: string, trail: string[]): void => {
    if (trail.includes(file)) {
      t.fail(`cycle: ${[...trail.slice(trail.indexOf(file)), file].map(path => relative(ROOT, path)).join(' → ')}`)
      return
    }
    if (done.has(file)) return
    for (const target of importsOf(file)) visit(target, [...trail, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  t.same(
    files.filter(file => !done.has(file)),
    [],
    'every file was looked at'
  )
})

t.test('the engine names no dataset, and only the configuration reads the environment', async t => {
  for (const file of filesBelow(join(SOURCE, 'engine'))) {
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    for (const { name } of DATASETS) {
      // The data dictionary of every dataset leads to the code lists.
      if (name !== 'code-lists' && new RegExp(`['"\`/]${name}['"\`/?]`).test(text))
        t.fail(`${relative(ROOT, file)} names ${name}`)
    }
  }
  const readers = files
    .filter(file => /process\.env\b/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')))
    .map(file => relative(SOURCE, file))
  t.same(readers.sort(), ['cli.ts', 'server.ts'], 'the two entry points hand the environment over')
})
