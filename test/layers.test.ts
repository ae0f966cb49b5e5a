import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import t from 'tap'
import { DATASETS } from '../src/v1/index.ts'

const ROOT = resolve(import.meta.dirname, '..')
const SOURCE = join(ROOT, 'src')

/** From the bottom to the top; a file may import from its own layer and from those its layer names. */
const LAYERS: Record<string, string[]> = {
  config: [],
  db: [],
  http: [],
  program: [],
  zip: [],
  xlsx: ['zip'],
  resource: ['db', 'http', 'xlsx'],
  changes: ['db', 'http', 'resource'],
  v1: ['db', 'http', 'resource'],
  cite: ['http', 'resource', 'v1'],
  reconcile: ['db', 'http', 'resource', 'v1'],
  releases: ['http', 'resource', 'v1', 'zip', 'cite'],
  metadata: ['db', 'http', 'resource', 'releases', 'v1'],
  docs: ['http', 'resource', 'v1'],
  import: ['db'],
  explorer: ['http'],
  health: ['http', 'resource'],
  home: ['http', 'resource', 'releases', 'v1'],
  app: [
    'config',
    'http',
    'resource',
    'changes',
    'reconcile',
    'releases',
    'docs',
    'metadata',
    'v1',
    'cite',
    'explorer',
    'health',
    'home',
    'program'
  ],
  database: ['config', 'db', 'seeds'],
  server: ['config', 'db', 'app', 'database'],
  commands: ['import'],
  cli: ['config', 'db', 'import', 'database', 'commands']
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
  for (const file of filesBelow(join(SOURCE, 'resource'))) {
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
