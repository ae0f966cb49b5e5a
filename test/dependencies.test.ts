import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { billOfMaterials } from './supply/bill-of-materials.ts'
import { newerMinor } from './supply/postgres-release.ts'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>

t.test('every dependency has its reason, and no other is named', async t => {
  const [, section = ''] = read('CONTRIBUTING.md').split('\n## Dependencies\n')
  const named = [...section.matchAll(/^\| `([^`]+)` \| (.{5,}) \|$/gm)].map(([, name]) => name)
  const used = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap(key =>
    Object.keys(manifest[key] ?? {})
  )
  t.same(named.sort(), used.sort())
})

t.test('the bill of materials names what runs, with versions and licences', async t => {
  const bill = JSON.parse(billOfMaterials()) as {
    bomFormat: string
    components: { name: string; version: string; licenses?: unknown[] }[]
  }
  t.equal(bill.bomFormat, 'CycloneDX')
  const names = bill.components.map(({ name }) => name)
  for (const name of Object.keys(manifest.dependencies ?? {})) t.ok(names.includes(name), name)
  t.notOk(names.includes('tap'))
  t.same(
    bill.components.filter(({ version, licenses = [] }) => !version || licenses.length === 0).map(({ name }) => name),
    []
  )
})

t.test('a PostgreSQL that falls behind its minor releases is told', async t => {
  const published = ['17.9.0', '18.3.0-beta.16', '18.4.0-beta.17', '18.10.0-beta.18', '19.0.0-beta.1']
  t.equal(newerMinor('18.4.0-beta.17', published), '18.10.0-beta.18')
  t.equal(newerMinor('18.10.0-beta.18', published), undefined)
  t.equal(newerMinor('17.8.0', published), '17.9.0')
})

t.test('every line of the threat model names a test that there is', async t => {
  const lines = read('SECURITY.md')
    .split('\n')
    .filter(line => line.startsWith('| ') && !/^\| (Threat|---) /.test(line))
  t.ok(lines.length > 25)
  for (const line of lines) {
    const [, file = '', name = ''] = /\| `(test\/[\w/.-]+\.test\.ts)`: (.+) \|$/.exec(line) ?? []
    const isThere = existsSync(new URL(`../${file}`, import.meta.url)) && file !== ''
    t.ok(isThere && read(file).includes(`t.test('${name}'`), line)
  }
})
