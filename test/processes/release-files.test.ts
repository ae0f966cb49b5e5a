import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { splittable } from '../../src/engine/definition/split.ts'
import { dropRelease } from '../../src/import/publish/rollback.ts'
import { DATASETS } from '../../src/v1/index.ts'
import { type Client, made, notRun, start } from '../helper.ts'
import { bytesOf, releaseOf, scratch } from '../release-files.ts'

t.test('the same files come out whenever they are made', async t => {
  const [one, other] = await Promise.all([start(t), start(t, { own: 'service', makesFiles: true })])
  const digests = async (client: Client) =>
    (await releaseOf(client, '2026-11')).files.map(file => [file.name, file.sha256])
  t.same(await digests(one), await digests(other))
})

t.test('another program opens the zip and the database', { skip: withoutPython() }, async t => {
  const client = await start(t)
  const folder = scratch(t)
  for (const name of ['ogp-open-data-2026-11.zip', 'ogp-open-data-2026-11.sqlite']) {
    writeFileSync(join(folder, name), await bytesOf(client, name, '2026-11'))
  }
  const program = `
import sqlite3, zipfile
z = zipfile.ZipFile('ogp-open-data-2026-11.zip'); assert z.testzip() is None; z.extractall('.')
d = sqlite3.connect('ogp-open-data-2026-11.sqlite')
assert d.execute('pragma integrity_check').fetchone() == ('ok',)
print(len(z.namelist()), d.execute('select count(*) from commitments where starred').fetchone()[0],
  d.execute("select count(*) from commitments, json_each(themes) where json_each.value = 'open-data'").fetchone()[0],
  d.execute("select value from about where key = 'release'").fetchone()[0])`
  const { stdout, stderr } = spawnSync('python3', ['-c', program], { cwd: folder, encoding: 'utf8' })
  const [starred, open] = await Promise.all(
    ['starred=true', 'theme=open-data'].map(
      async query => (await client.json(`/v1/commitments?${query}&limit=1`)).meta.total
    )
  )
  const tables = DATASETS.flatMap(dataset => [dataset, ...splittable(dataset)])
  t.equal(stdout, `${tables.length + 3} ${starred} ${open} 2026-11\n`, stderr)
  const sums = spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
  t.equal(sums.status, 0, sums.stdout)
})

function withoutPython(): string | false {
  if (spawnSync('python3', ['--version']).status === 0) return false
  const reason = 'python3 is not installed: the zip and the SQLite file were opened by our own libraries alone'
  notRun(reason)
  return reason
}

t.test('files that are lost are made again, those of a dropped release go', async t => {
  const client = await start(t, { own: 'sample' })
  const { url } = client
  const { app, get, dataDir } = client
  const [first] = (await releaseOf(client, '2016-12')).files
  const folder = join(dataDir, 'files', app.service.build)
  rmSync(join(folder, '2016-12', 'members.csv'))
  t.equal((await made(client, '/v1/releases/2016-12/members.csv')).statusCode, 200)
  t.equal((await releaseOf(client, '2016-12')).files[0]?.sha256, first?.sha256)
  t.equal((await get('/v1/releases/2016-12/membrs.csv')).statusCode, 404)
  t.match(JSON.parse((await get('/v1/releases/2016-12/membrs.csv')).body).errors, [{ nearest: ['members.csv'] }])
  for (const name of ['..%2f..%2fpackage.json', 'manifest.json', '%00']) {
    t.ok([400, 404].includes((await get(`/v1/releases/2016-12/${name}`)).statusCode), name)
  }
  await dropRelease(url, '2016-12')
  await app.service.releases.refresh()
  t.equal((await get('/v1/releases/2016-12/members.csv')).statusCode, 410)
  t.notOk('files' in JSON.parse((await get('/v1/releases/2016-12')).body).data)
  await app.store.tidy()
  t.same(readdirSync(folder), ['2026-11'])
})
