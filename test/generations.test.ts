import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import t, { type Test } from 'tap'
import { brokenPromises, columnsOf, committedColumns, isNumbered } from '../openapi/columns.ts'
import { brokenIn, committedPromises, promisesOf } from '../openapi/promises.ts'
import { written } from '../openapi/written.ts'
import { CONTRACT } from '../src/db/versioned.ts'
import { type Dataset, dataset } from '../src/engine/definition/dataset.ts'
import { type Field, id, nullable, since, text } from '../src/engine/definition/field.ts'
import { publish } from '../src/import/publish/publish.ts'
import { makeFiles } from '../src/releases/make/make.ts'
import { DATASETS } from '../src/v1/index.ts'
import members from '../src/v1/members.ts'
import { DOCUMENT } from './contract.ts'
import { type Client, connection, start } from './helper.ts'

const WEBSITE = since(
  CONTRACT + 1,
  text(nullable(sql<string>`members.later_column`), ['Website', 'Site'], ['Where it is.', 'Où il se trouve.'])
)

/** Gives members a column, as a later version of the program would. */
function addColumn(t: Test): void {
  const fields = members.fields as Record<string, Field>
  fields.later_column = WEBSITE
  t.teardown(() => {
    delete fields.later_column
  })
}

const PINNED = [
  '/v1/members.csv?release=2016-12',
  '/v1/members.csv?release=2016-12&dialect=excel-eu',
  '/v1/members.ndjson?release=2016-12&sort=-name_en',
  '/v1/members.xlsx?release=2016-12&lang=fr',
  '/v1/members?release=2016-12&labels=true&limit=20',
  '/v1/members/CL?release=2016-12',
  '/v1/members/CL.csv?release=2016-12&labels=true',
  '/v1/members/aggregate.csv?release=2016-12&group=region',
  '/v1/changes.csv?since=2016-12&release=2026-11&dataset=members',
  '/v1/changes?since=2016-12&release=2026-11&dataset=members',
  '/v1/coverage.csv?release=2016-12&dataset=members',
  '/v1/members.csv-metadata.json?release=2016-12'
]

const answers = ({ app }: Client) =>
  Promise.all(
    PINNED.map(async url => {
      const { statusCode, headers, rawPayload } = await app.server.inject({ url })
      return { url, statusCode, etag: headers.etag, body: rawPayload.toString('base64') }
    })
  )

async function digests(t: Test, { app, url }: Client, name: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'ogp-generations-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const found = app.service.releases.all().find(release => release.id === name)
  if (!found) throw new Error(`there is no release ${name}`)
  const { published_at, ...release } = found
  const described = { ...release, published_at: published_at.toISOString() }
  const { files } = await makeFiles({ databaseUrl: url, release: described, folder })
  return { files, package: await readFile(join(folder, 'datapackage.json'), 'utf8') }
}

t.test('a column that is added later leaves every pinned address and file as it was, byte for byte', async t => {
  const client = await start(t, { own: 'sample' })
  const { url, app } = client
  const [before, filesBefore] = [await answers(client), await digests(t, client, '2016-12')]
  for (const { url: address, statusCode } of before) t.equal(statusCode, 200, address)

  await connection(t, url).unsafe('alter table members add column later_column text')
  addColumn(t)
  const later = await start(t, { url })
  t.same(await answers(later), before)
  t.same(await digests(t, later, '2016-12'), filesBefore)
  const unknown = await app.server.inject({ url: '/v1/members?release=2016-12&fields=id,later_column' })
  t.equal(unknown.statusCode, 400, 'the release never had it')

  const release = { id: 'later', title: 'With a column more', date: '2027-01-31', contract: CONTRACT + 1 }
  const [row] = await connection(t, url)`select * from contacts where valid_to is null order by id limit 1`
  const { valid_from, valid_to, search, ...kept } = row as Record<string, never>
  await publish(url, release, [{ table: 'contacts', rows: [{ ...kept, note: 'Another note.' }], complete: false }])
  await later.app.service.releases.refresh()
  const header = async (address: string) => (await later.app.server.inject({ url: address })).body.split('\r\n')[0]
  t.match(await header('/v1/members.csv'), /,later_column$/, 'a new column stands last')
  t.notMatch(await header('/v1/members.csv?release=2026-11'), /later_column/)
  t.same(await answers(later), before)
})

t.test('a younger column stands behind all others, wherever its definition stands', t => {
  const { name, title, typeName, row, description, table } = members
  const first = id(sql`members.id` as never, ['Id', 'Id'], ['The id.', 'L’identifiant.'])
  const name_en = members.fields.name_en as Field
  const defined = dataset({
    ...{ name, title, typeName, row, description, table, filters: {} },
    fields: { id: first, later_column: WEBSITE, name_en }
  } as Dataset)
  t.same(Object.keys(defined.fields), ['id', 'name_en', 'later_column'])
  t.end()
})

t.test('the columns of every generation are those that were published', t => {
  const columns = columnsOf(DATASETS)
  t.same(brokenPromises(committedColumns(), columns), [])
  t.same(columns, committedColumns(), 'npm run openapi keeps openapi/columns.json up to date')
  t.ok(isNumbered(columns), `CONTRACT is the newest generation`)
  t.end()
})

t.test('no published client breaks by a new document', t => {
  const promises = promisesOf(DOCUMENT)
  t.same(brokenIn(committedPromises(), promises), [])
  t.equal(written(promises), written(committedPromises()), 'npm run openapi keeps openapi/promises.json up to date')
  t.end()
})

t.test('whoever takes from the published document what programs rely on is told, and who adds is not', t => {
  const older = promisesOf(DOCUMENT)
  type Operation = { parameters: object[] }
  type Properties = { properties: Record<string, object> }
  type Copy = {
    paths: Record<string, { get: Operation }>
    components: { schemas: Record<'Member', Properties> }
  }
  const told = (change: (copy: Copy) => void) => {
    const copy = structuredClone(DOCUMENT)
    change(copy as never)
    return brokenIn(older, promisesOf(copy))
  }
  const membersOf = ({ paths }: Copy) => paths['/members']?.get.parameters ?? []
  const propertiesOf = ({ components }: Copy) => components.schemas.Member.properties
  const extra = { name: 'extra', in: 'query', schema: { type: 'string' } }
  t.same(
    told(copy => void membersOf(copy).push(extra)),
    [],
    'a parameter more breaks nobody'
  )
  t.match(
    told(copy => void membersOf(copy).push({ ...extra, required: true })),
    [/without extra!/]
  )
  t.match(
    told(copy => void delete copy.paths['/members']),
    [/GET \/members is gone/]
  )
  t.match(
    told(copy => void membersOf(copy).splice(0, 1)),
    [/GET \/members no longer has \w+/]
  )
  t.match(
    told(copy => void delete propertiesOf(copy).status),
    [/Member no longer has status: string/]
  )
  t.match(
    told(copy => void Object.assign(propertiesOf(copy).joined ?? {}, { type: 'integer' })),
    [/Member no longer has joined/]
  )
  t.end()
})

t.test('whoever moves, drops or adds a column of a published generation is told', t => {
  const older = { things: { 1: ['id', 'name', 'year'] }, others: { 1: ['id'] } }
  const told = (things: Record<string, string[]>) => brokenPromises(older, { ...older, things })
  t.same(told({ 1: ['id', 'name', 'year'], 2: ['colour'] }), [])
  t.match(told({ 1: ['id', 'name', 'year', 'colour'] }), [/things: colour must say since\(2, …\), and CONTRACT be 2/])
  t.match(told({ 1: ['id', 'year', 'name'] }), [/the columns of generation 1 are id, name, year, in this order/])
  t.match(told({ 1: ['id', 'name'] }), [/the columns of generation 1 are id, name, year/])
  t.match(brokenPromises(older, { things: older.things }), [/others is gone/])
  t.match(
    brokenPromises(
      { things: { 1: ['id'], 2: ['a'] }, others: { 1: ['id'] } },
      {
        things: { 1: ['id'], 2: ['a'] },
        others: { 1: ['id'], 2: ['late'] }
      }
    ),
    [/others: generation 2 is closed; use since\(3, …\)/]
  )
  t.end()
})
