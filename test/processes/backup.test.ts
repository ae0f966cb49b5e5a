import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { Manifest } from '../../src/backup/manifest.ts'
import { openEmbedded } from '../../src/db/embedded/embedded.ts'
import { prepareDatabase } from '../../src/db/migrate.ts'
import { connection, database, notRun, start } from '../helper.ts'
import { command } from '../import/command.ts'
import { folder } from '../process.ts'

const OLDER_PROGRAMS = process.env.OLDER_POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin'

const pathIn = async (t: Test, name = 'backup') => join(await folder(t), name)
const manifestOf = async (path: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'))
const migrations = (
  JSON.parse(readFileSync(new URL('../../migrations/meta/_journal.json', import.meta.url), 'utf8')) as {
    entries: { when: number }[]
  }
).entries.map(({ when }) => when)

const addRelease = (sql: ReturnType<typeof connection>) =>
  sql`insert into releases (seq, id, title, date) values (1, 'old', E'two\nlines', '2016-12-31')`

t.test('a backup restored into an empty database is the same, row for row, and is served', async t => {
  const from = await pathIn(t)
  const made = await command({ url: await database(t) }, 'backup', from)
  t.equal(made.code, 0, made.output)
  t.match(made.output, /holds release 2026-11 and those before it: \d+ rows of \d+ tables\./)
  const url = await database(t, { seeded: false })
  const restored = await command({ url }, 'restore', from)
  t.equal(restored.code, 0, restored.output)
  const again = await pathIn(t)
  await command({ url }, 'backup', again)
  const [before, after] = [await manifestOf(from), await manifestOf(again)]
  t.same(after.tables, before.tables, 'the same bytes')
  t.equal(after.migration, before.migration)
  const { json, get } = await start(t, { url })
  t.equal((await json('/v1/members?limit=1')).meta.total, 91)
  t.equal((await json('/v1/commitments?q=open+data&limit=1')).meta.release, '2026-11', 'what is searched is made anew')
  t.equal((await get('/v1/commitments/IE0014/history')).statusCode, 200)
  t.match((await command({ url }, 'restore', from)).output, /holds releases already/)
  t.match((await command({ url }, 'backup', from)).output, /exists already/)
})

t.test('a backup that is damaged, newer or none is refused in one line, and nothing is restored', async t => {
  const url = await database(t, { seeded: false })
  t.match(await command({ url }, 'backup', await pathIn(t)), { code: 1, output: /there is nothing to back up/ })
  await prepareDatabase(url, () => {})
  await addRelease(connection(t, url))
  const path = await pathIn(t)
  t.equal((await command({ url }, 'backup', path)).code, 0)
  t.same(
    readdirSync(path).filter(name => !name.endsWith('.copy.gz')),
    ['manifest.json']
  )
  const target = await database(t, { seeded: false })
  const refused = async (folder: string, message: RegExp) => {
    const { code, output } = await command({ url: target }, 'restore', folder)
    t.equal(code, 1)
    t.match(output, message)
    t.equal(output.trim().split('\n').length, 1, output)
  }
  await refused(await folder(t), /holds no backup/)
  const manifest = await manifestOf(path)
  const change = (changed: object) =>
    writeFileSync(join(path, 'manifest.json'), JSON.stringify({ ...manifest, ...changed }))
  change({ migration: 9_999_999_999_999 })
  await refused(path, /made by a newer version/)
  change({ version: 2 })
  await refused(path, /format 2; this version reads format 1/)
  change({})
  writeFileSync(join(path, 'releases.copy.gz'), 'x')
  await refused(path, /releases\.copy\.gz is damaged/)
  const [found] = await connection(t, target)`select to_regclass('public.releases') as name`
  t.equal(found?.name, null)
})

t.test('a backup of older tables is brought to those of today by their own migrations', async t => {
  const url = await database(t, { seeded: false })
  await prepareDatabase(url, () => {}, migrations.at(-2))
  await addRelease(connection(t, url))
  const path = await pathIn(t)
  t.equal((await command({ url }, 'backup', path)).code, 0)
  t.equal((await manifestOf(path)).migration, migrations.at(-2))
  const target = await database(t, { seeded: false })
  const { code, output } = await command({ url: target }, 'restore', path)
  t.equal(code, 0, output)
  await prepareDatabase(target, line => t.fail(line))
  t.match(await connection(t, target)`select id, title from releases`, [{ id: 'old', title: 'two\nlines' }])
})

t.test('a database of a newer version of the program is refused in one line, and left as it is', async t => {
  const url = await database(t)
  const sql = connection(t, url)
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`
  await t.rejects(
    prepareDatabase(url, () => {}),
    /a newer version of the program has changed the tables/
  )
})

t.test('an embedded database that an older PostgreSQL made is saved with that and restored with this', async t => {
  if (!existsSync(join(OLDER_PROGRAMS, 'postgres')))
    return notRun('the restore of an embedded database of an older PostgreSQL (OLDER_POSTGRES_BIN)')
  const dir = await folder(t)
  const dataDir = join(dir, 'old')
  const old = await openEmbedded({ dataDir, env: {}, name: 'test', say: () => {}, postgresBin: OLDER_PROGRAMS })
  await prepareDatabase(old.url, () => {})
  const sql = connection(t, old.url)
  await addRelease(sql)
  await sql.end()
  await old.close()
  const refused = await command({ env: { DATA_DIR: dataDir } }, 'releases', 'list')
  t.equal(refused.code, 1)
  t.match(refused.output, /^PostgreSQL \d+ made .*and this version comes with \d+: save it with .*\n$/)
  const path = join(dir, 'backup')
  const saved = await command({ env: { DATA_DIR: dataDir, POSTGRES_BIN: OLDER_PROGRAMS } }, 'backup', path)
  t.equal(saved.code, 0, saved.output)
  const restored = await command({ env: { DATA_DIR: join(dir, 'new') } }, 'restore', path)
  t.equal(restored.code, 0, restored.output)
  t.match(restored.output, /holds release old/)
})
