/**
 * `npm run migration -- --name NAME`: writes the migration from the last snapshot of the schema to the schema as it is.
 * New tables with versions get their guard, and the snapshot replaces the one before: a comparison needs no other.
 */
import { spawnSync } from 'node:child_process'
import { appendFile, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

const FOLDER = import.meta.dirname
const META = join(FOLDER, 'meta')

const named = process.argv.slice(2)
if (named[0] !== '--name' || !/^[a-z0-9_]+$/.test(named[1] ?? '')) {
  console.error('npm run migration -- --name NAME, in small letters, digits and _')
  process.exit(2)
}

const listed = async (folder: string, ending: string) =>
  (await readdir(folder)).filter(name => name.endsWith(ending)).sort()

const before = new Set(await listed(FOLDER, '.sql'))
const { status } = spawnSync(
  'drizzle-kit',
  ['generate', '--config', join('migrations', 'drizzle.config.ts'), ...named],
  {
    stdio: 'inherit'
  }
)
if (status !== 0) process.exit(status ?? 1)
for (const name of await listed(FOLDER, '.sql')) {
  if (before.has(name)) continue
  const path = join(FOLDER, name)
  const isVersioned = /CREATE TABLE[^;]*"valid_from"/.test(await readFile(path, 'utf8'))
  if (isVersioned) await appendFile(path, '--> statement-breakpoint\nCALL guard_versions();\n')
}
for (const name of (await listed(META, '_snapshot.json')).slice(0, -1)) await rm(join(META, name))
