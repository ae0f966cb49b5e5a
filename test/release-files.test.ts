import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { parquetReadObjects } from 'hyparquet'
import sqlite from 'node-sqlite3-wasm'
import t, { type Test } from 'tap'
import { bridgesOf } from '../src/engine/definition/bridge.ts'
import { splitColumns } from '../src/engine/definition/split.ts'
import { publish } from '../src/import/publish/publish.ts'
import { writeFeed } from '../src/releases/feed.ts'
import { DATASETS } from '../src/v1/index.ts'
import { type Client, made, ORIGIN, start } from './helper.ts'
import { bytesOf, releaseOf, scratch } from './release-files.ts'

const sha256 = (bytes: Buffer | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

t.test('a release lists its rows and files, and each file is what it says', async t => {
  const client = await start(t)
  const { rows, files } = await releaseOf(client, '2016-12')
  t.equal(rows.commitments, 1927)
  t.ok(files.length > 70)
  for (const { name, bytes, sha256: digest, url, media_type } of files) {
    const { rawPayload, headers } = await client.get(url)
    t.equal(rawPayload.length, bytes, name)
    t.equal(sha256(rawPayload), digest, name)
    t.equal(headers['repr-digest'], `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`)
    t.match(headers, {
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'content-disposition': `attachment; filename="${name}"`,
      'data-release': '2016-12'
    })
    t.equal(String(headers['content-type']).split(';')[0], media_type)
  }
})

t.test('byte ranges, conditions and HEAD', async t => {
  const client = await start(t)
  const { get } = client
  const path = '/v1/releases/2016-12/members.csv'
  const whole = await made(client, path)
  const etag = String(whole.headers.etag)
  const range = (value: string, more: Record<string, string> = {}) => get(path, { headers: { range: value, ...more } })
  const first = await range('bytes=0-9')
  t.equal(first.statusCode, 206)
  t.equal(first.headers['content-range'], `bytes 0-9/${whole.rawPayload.length}`)
  t.same(first.rawPayload, whole.rawPayload.subarray(0, 10))
  t.equal(first.headers['repr-digest'], whole.headers['repr-digest'], 'the digest is that of the whole')
  t.same((await range('bytes=-5')).rawPayload, whole.rawPayload.subarray(-5))
  t.same((await range('bytes=10-', { 'if-range': etag })).rawPayload, whole.rawPayload.subarray(10))
  t.equal((await range('bytes=10-', { 'if-range': '"other"' })).statusCode, 200)
  const beyond = await range('bytes=99999999-')
  t.equal(beyond.statusCode, 416)
  t.equal(beyond.headers['content-range'], `bytes */${whole.rawPayload.length}`)
  t.equal((await get(path, { headers: { 'if-none-match': etag } })).statusCode, 304)
  const head = await get(path, { method: 'HEAD' })
  t.equal(head.body, '')
  t.equal(Number(head.headers['content-length']), whole.rawPayload.length)
  t.equal((await get(path, { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding'], undefined)
})

t.test('the zip holds every dataset as the API exports it, described and with digests', async t => {
  const client = await start(t)
  const files = unzipSync(await bytesOf(client, 'ogp-open-data-2016-12.zip'))
  const text = (name: string) => Buffer.from(files[name] ?? []).toString()
  for (const line of text('SHA256SUMS').trim().split('\n')) {
    const [digest, name = ''] = line.split('  ')
    t.equal(sha256(files[name] ?? Buffer.of()), digest, name)
  }
  for (const name of ['members', 'commitments', 'code-lists', 'process-assessments']) {
    t.equal(text(`${name}.csv`), (await client.get(`/v1/${name}.csv?release=2016-12&sort=id`)).body)
  }
  const described = JSON.parse(text('datapackage.json'))
  t.match(described, { version: '2016-12', licenses: [{ name: 'CC-BY-4.0' }] })
  for (const { path, bytes, hash, schema } of described.resources) {
    t.equal(files[path]?.length, bytes)
    t.equal(`sha256:${sha256(files[path] ?? Buffer.of())}`, hash)
    const [header = ''] = text(path).split('\r\n')
    t.same(
      schema.fields.map((field: { name: string }) => field.name),
      header.split(',')
    )
  }
  t.equal(described.resources.length, Object.keys(files).length - 3)
  t.match(text('README.md'), /OGP Open Data \(Release 2016-12\) \[Data set\]/)
})

/** The SQLite database of the newest release, until the test ends. */
async function openSqlite(t: Test, client: Client) {
  const path = join(scratch(t), 'x.sqlite')
  writeFileSync(path, await bytesOf(client, 'ogp-open-data-2026-11.sqlite', '2026-11'))
  const database = new sqlite.Database(path, { readOnly: true })
  t.teardown(() => database.close())
  return database
}

t.test('SQLite and Parquet hold the rows of the API, with types', async t => {
  const client = await start(t)
  const database = await openSqlite(t, client)
  for (const name of ['members', 'commitments', 'eligibility-scores', 'plan-summaries', 'process-assessments']) {
    const { body } = await client.get(`/v1/${name}.ndjson?sort=id`)
    const rows = body
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
    const stored = database.all(`select * from "${name.replaceAll('-', '_')}" order by rowid`)
    const plain = rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          Array.isArray(value) ? JSON.stringify(value) : typeof value === 'boolean' ? Number(value) : value
        ])
      )
    )
    t.same(stored, plain, name)
    const bytes = await bytesOf(client, `${name}.parquet`, '2026-11')
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
    t.same(await parquetReadObjects({ file }), rows, name)
  }
})

t.test(
  'every list is a table whose weights add up to the rows that have values, and a view as split= gives it',
  async t => {
    const client = await start(t)
    const database = await openSqlite(t, client)
    const { rows: numbers } = await releaseOf(client, '2026-11')
    t.same(database.all('pragma foreign_key_check'), [], 'each value belongs to a row')
    for (const dataset of DATASETS) {
      const table = dataset.name.replaceAll('-', '_')
      for (const { name, list } of bridgesOf(dataset)) {
        const { value, count, weight } = splitColumns(list)
        const bridge = name.replaceAll('-', '_')
        const [{ filled }] = database.all(`select count("${list}") as filled from "${table}"`) as [{ filled: number }]
        const held = database.all(`select * from "${bridge}" order by rowid`) as Record<string, string | number>[]
        const sum = held.reduce((total, row) => total + Number(row[weight]), 0)
        t.ok(Math.abs(sum - filled) < 1e-6, `${name}: the weights add up to ${sum} of ${filled}`)
        t.equal(held.length, numbers[name], name)
        const lists = database.all(
          `select id, "${list}" as list from "${table}" where "${list}" is not null order by rowid`
        )
        t.same(
          held.map(row => [row.id, row[`${list}_position`], row[value]]),
          lists.flatMap(({ id, list }) => [...new Set(JSON.parse(String(list)))].map((one, at) => [id, at + 1, one])),
          `${name} has the values in their order`
        )
        const columns = `id,${value},${count},${weight}`
        const { body } = await client.get(`/v1/${dataset.name}.ndjson?split=${list}&fields=${columns}&sort=id,${value}`)
        const split = database.all(`select ${columns} from "${table}_split_${list}"`)
        const sorted = (rows: unknown[]) => rows.map(row => JSON.stringify(row)).sort()
        t.same(
          sorted(split),
          sorted(
            body
              .split('\n')
              .filter(Boolean)
              .map(line => JSON.parse(line))
          ),
          `${table} by ${list}`
        )

        const bytes = await bytesOf(client, `${name}.parquet`, '2026-11')
        const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
        t.same(await parquetReadObjects({ file }), held, `${name}.parquet`)
      }
    }
    const names = [...DATASETS, ...DATASETS.flatMap(bridgesOf)].map(({ name }) => name)
    t.equal(new Set(names).size, names.length, 'no table has the name of another')
  }
)

t.test('where files cannot be made, everything else goes on', async t => {
  const client = await start(t, { own: 'service' })
  const { get, app, dataDir } = client
  rmSync(dataDir, { recursive: true, force: true })
  writeFileSync(dataDir, 'in the way')
  const answer = await get('/v1/releases/2016-12')
  t.equal(answer.statusCode, 503)
  t.match(answer.headers, { 'retry-after': /\d+/ })
  t.equal((await get('/v1/members?release=2016-12')).statusCode, 200)
  await app.store.tidy()
})

t.test('the feed tells of every published release, the newest first', async t => {
  const { get, url, app } = await start(t, { own: 'database' })
  const publishOne = { id: 'later', title: 'A <test> & more', date: '2027-01-01' }
  await publish(url, publishOne, [
    {
      table: 'contacts',
      complete: true,
      rows: [{ id: 'one', value: 'x', note: null, source_id: 'brochure-2016-fr', source_locator: null }]
    }
  ])
  await app.service.releases.refresh()
  const { body, headers } = await get('/v1/releases.atom')
  t.equal(headers['content-type'], 'application/atom+xml; charset=utf-8')
  t.same(
    [...body.matchAll(/<id>http:\/\/data\.test\/v1\/releases\/(.*?)<\/id>/g)].map(([, id]) => id),
    ['later', '2026-11', '2016-12']
  )
  t.match(body, 'http://data.test/v1/changes?since=2026-11&amp;release=later'.replace('&amp;', '&'))
  t.match(body, 'A &#60;test&#62; &#38; more')
  const times = (element: string) =>
    [...body.matchAll(new RegExp(`<entry>.*?<${element}>(.*?)</${element}>`, 'gs'))].map(([, time]) => time)
  const published = app.service.releases
    .all()
    .toReversed()
    .map(release => release.published_at.toISOString())
  t.same(times('published'), published, 'published is when a release was published')
  t.same(times('updated'), published)
})

t.test('what an operator writes of a release is text in the feed, whatever it looks like', async t => {
  const { app } = await start(t)
  const { service } = app
  const [first] = service.releases.all()
  t.ok(first)
  const written = { ...first, title: '<img src=x onerror=alert(1)>', note: ']]><b>' } as never
  const feed = writeFeed({ ...service, releases: { ...service.releases, all: () => [written] } }, ORIGIN)
  t.notMatch(feed, /<img|<b>/)
  t.match(feed, /&#60;img src=x onerror=alert\(1\)&#62;/)
})
