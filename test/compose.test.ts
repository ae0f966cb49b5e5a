import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { parse } from 'yaml'
import { readSeeds } from '../seeds/read.ts'
import { connect } from '../src/db/client.ts'
import { prepareDatabase } from '../src/db/migrate.ts'
import { publish } from '../src/import/publish/publish.ts'
import { connection, database, start } from './helper.ts'

const file = fileURLToPath(new URL('../docker-compose.yml', import.meta.url))
const roles = ['reader-role.sql', 'roles.sh'].map(name =>
  readFileSync(new URL(`../migrations/${name}`, import.meta.url), 'utf8')
)

type Service = {
  read_only?: boolean
  profiles?: string[]
  cap_drop?: string[]
  environment: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  healthcheck?: unknown
}

/** What a reader may not do, even where it has ended the mode that refuses writes. */
const BEYOND = [
  "insert into releases (seq, id, title, date) values (9, 'x', 'x', '2027-01-01')",
  'create temporary table filled as select * from members',
  'create table filled (id text)',
  'select lo_create(0)',
  "select lo_from_bytea(0, 'x')",
  'select pg_advisory_lock(20110921)',
  'select pg_try_advisory_xact_lock(20110921)',
  'lock table members in exclusive mode',
  "copy members to program 'cat'"
]

t.test('the compose file starts the database, then the tables, then a service that can only read', async t => {
  const { services } = parse(readFileSync(file, 'utf8')) as { services: Record<string, Service> }
  t.same(Object.keys(services), ['db', 'migrate', 'api', 'nginx', 'varnish'])
  for (const name of ['nginx', 'varnish']) t.same(services[name]?.profiles, [name], 'a cache is for who asks for it')
  t.ok(services.db?.healthcheck)
  t.equal(services.migrate?.depends_on?.db?.condition, 'service_healthy')
  t.equal(services.api?.depends_on?.migrate?.condition, 'service_completed_successfully')
  t.match(services.api?.environment.DATABASE_URL, '//ogp_reader:')
  for (const name of ['migrate', 'api']) {
    t.equal(services[name]?.read_only, true)
    t.same(services[name]?.cap_drop, ['ALL'])
  }
  t.match(readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8'), /^USER node$/m)
})

t.test('the roles it makes let the service read everything and write nothing', async t => {
  const url = await database(t, { seeded: false })
  const admin = connection(t, url)
  const reader = `reader_${randomBytes(4).toString('hex')}`
  // The script's own SQL, under a role name of this test's, since roles belong to the whole server.
  const [role = '', script = ''] = roles
  t.match(script, /--file \/reader-role\.sql/)
  const statements = `${role}${script.slice(script.indexOf("<<'SQL'") + 7, script.lastIndexOf('SQL'))}`
    .replaceAll('ogp_reader', reader)
    .replace(":'password'", "'secret'")
  await admin.unsafe(statements)
  t.teardown(async () => {
    const last = connect(url, { name: 'test' })
    await last.unsafe(`drop owned by ${reader}; drop role ${reader}`)
    await last.end()
  })
  await prepareDatabase(url, () => {})
  const [source] = (await readSeeds('sources')).at('2016-12')
  await publish(url, { id: 'first', title: 'A test', date: '2016-12-01' }, [
    { table: 'sources', rows: [source as never], complete: false }
  ])
  const asReader = new URL(url)
  asReader.username = reader
  asReader.password = 'secret'
  await prepareDatabase(asReader.href, () => t.fail('nothing is left to migrate'))
  const { json, get } = await start(t, { url: asReader.href })
  t.equal((await json('/v1/sources')).meta.total, 1)
  t.equal((await get('/v1/commitments.csv')).statusCode, 200)
  const sql = connect(asReader.href, { name: 'test' })
  t.teardown(() => sql.end())
  await t.rejects(sql`insert into releases (seq, id, title, date) values (9, 'x', 'x', '2027-01-01')`, {
    code: '25006'
  })
  for (const statement of BEYOND)
    await t.rejects(
      sql.begin('read write', tx => tx.unsafe(statement)),
      { code: '42501' },
      statement
    )
})
