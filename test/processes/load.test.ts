/** How the program is started: from a compiled copy of its sources, or from the sources. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { COMMAND, folder, type Scope } from '../process.ts'

const execute = promisify(execFile)

/** A copy of the program, with the packages that are installed. */
async function copy(scope: Scope): Promise<string> {
  const root = await folder(scope)
  for (const part of ['src', 'seeds', 'migrations']) {
    await cp(part, join(root, part), { recursive: true, filter: path => !path.endsWith('.csv') })
  }
  await cp('package.json', join(root, 'package.json'))
  await mkdir(join(root, 'node_modules'))
  const packages = (await readdir('node_modules')).filter(name => !name.startsWith('.'))
  for (const name of packages) {
    await symlink(join(process.cwd(), 'node_modules', name), join(root, 'node_modules', name))
  }
  return root
}

t.test('the program is compiled when its sources have changed, and runs from them where it cannot be', async t => {
  const root = await copy(t)
  const cache = join(root, 'node_modules', '.cache')
  const help = async () => (await execute(process.execPath, [COMMAND, '--help'], { cwd: root })).stdout
  const compiled = () => readdir(join(cache, 'ogp-open-data'))

  await writeFile(cache, 'in the way')
  const usage = await help()
  t.match(usage, /npm run migrate/, 'nothing could be kept')
  t.equal(await readFile(cache, 'utf8'), 'in the way')

  await rm(cache)
  t.equal(await help(), usage)
  const [first] = await compiled()
  t.equal(await help(), usage)
  t.strictSame(await compiled(), [first], 'compiled once')

  const file = join(root, 'src', 'command.ts')
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('npm run migrate', 'npm run settle'))
  t.match(await help(), /npm run settle/)
  const [second, ...more] = await compiled()
  t.not(second, first)
  t.strictSame(more, [], 'what was compiled before is gone')
})
