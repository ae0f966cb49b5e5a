import { setTimeout as sleep } from 'node:timers/promises'
import { getTableConfig } from 'drizzle-orm/pg-core'
import t from 'tap'
import { connect } from '../src/db/client.ts'
import { DatabaseError, prepareDatabase } from '../src/db/migrate.ts'
import { tables } from '../src/db/tables.ts'
import { writableColumns } from '../src/import/publish/publish.ts'
import { connection, database, withDatabase } from './helper.ts'

t.test('every versioned table has its guards', async t => {
  const sql = connection(t, await database(t))
  for (const [name, table] of Object.entries(tables)) {
    const triggers =
      await sql`select tgname from pg_trigger where tgrelid = ${name}::regclass and tgname like 'one_version_%'`
    t.equal(triggers.length, 2, `${name} refuses overlapping versions`)
    t.ok(getTableConfig(table).primaryKeys.length === 1)
  }
})

t.test('the database refuses what the contract denies', async t => {
  const sql = connection(t, await database(t))
  const refuses = (text: string, code: string) => t.rejects(sql.unsafe(text), { code }, text)
  const copy = (table: keyof typeof tables, set: string, id = 'x') => {
    const columns = [...writableColumns(tables[table]), 'valid_from', 'valid_to']
      .map(column => `"${column}"`)
      .join(', ')
    return `insert into ${table} (${columns}) select ${columns} from
      (select (jsonb_populate_record(r, '${JSON.stringify({ id })}'::jsonb || '${set}'::jsonb)).* from ${table} r limit 1) x`
  }
  await refuses(copy('members', '{"kind":"planet"}'), '23514')
  await refuses(copy('members', '{"note":""}'), '23514')
  await refuses(copy('members', '{"joined":"2012-13"}'), '23514')
  await refuses(copy('members', '{"country":"XX"}'), '23503')
  await refuses(copy('eligibility_scores', '{"total":17}'), '23514')
  await refuses(copy('eligibility_scores', '{"year":1066}'), '23514')
  await refuses(copy('members', '{"valid_from":2,"valid_to":1}'), '23514')
  await refuses(copy('members', '{"valid_from":99}'), '23503')
  await refuses(copy('peer_exchanges', '{"countries":["XX"]}'), '23503')
  await refuses(copy('commitments', '{"themes":["no-such-theme"]}'), '23503')
  await refuses(
    `insert into contacts (id, value, source_id, valid_from) values ('organisation', 'twice', 'brochure-2016-fr', 2)`,
    '23505'
  )
  await refuses(
    `insert into contacts (id, value, source_id, valid_from, valid_to) values ('organisation', 'overlaps', 'brochure-2016-fr', 2, 3)`,
    '23503'
  )
  await sql`insert into releases (seq, id, title, date) values (3, 'x', 'x', '2027-01-01')`
  await refuses(
    `insert into contacts (id, value, source_id, valid_from, valid_to) values ('organisation', 'overlaps', 'brochure-2016-fr', 2, 3)`,
    '23P01'
  )
})

t.test('the connection of readers cannot write', async t => {
  const sql = connect(await database(t), { name: 'test', readOnly: true })
  await t.rejects(sql`delete from members`, { code: '25006' })
  await sql.end()
})

t.test('migrating again does nothing, and needs no right to create', async t => {
  const url = await database(t)
  const sql = connection(t, url)
  const role = `r_${new URL(url).pathname.slice(3)}`
  await sql.unsafe(
    `create role ${role} login password 'x'; grant usage on schema public, drizzle to ${role}; grant select on all tables in schema public, drizzle to ${role}`
  )
  t.teardown(async () => {
    const admin = connect(url, { name: 'test' })
    await admin.unsafe(`drop owned by ${role}; drop role ${role}`)
    await admin.end()
  })
  const asRole = new URL(url)
  asRole.username = role
  asRole.password = 'x'
  const said: string[] = []
  await prepareDatabase(asRole.href, line => said.push(line))
  t.same(said, [])
  const empty = new URL(withDatabase(asRole.href, new URL(await database(t, { seeded: false })).pathname.slice(1)))
  await t.rejects(
    prepareDatabase(empty.href, () => {}),
    /may not create tables: run `npm run migrate`/
  )
})

t.test('a server that cannot be used is told apart in one line', async t => {
  const fails = async (url: string, message: RegExp) => {
    const error = await prepareDatabase(url, () => {}).catch((thrown: unknown) => thrown)
    t.ok(error instanceof DatabaseError)
    t.match((error as Error).message, message)
    t.notMatch((error as Error).message, /\n|:[^/@]+@/)
  }
  await fails('postgres://a:b@127.0.0.1:1/x', /cannot connect to the database: .*ECONNREFUSED/)
  await fails(withDatabase(await database(t), 'no_such_database'), /cannot connect to the database: .*does not exist/)
  const url = new URL(await database(t))
  url.password = 'wrong'
  url.username = 'nobody'
  await fails(url.href, /cannot connect to the database/)
})

t.test('a schema and its migrations say the same', async t => {
  const url = await database(t)
  const sql = connection(t, url)
  for (const table of Object.values(tables)) {
    const { name, columns } = getTableConfig(table)
    const found = await sql<{ column: string; nullable: boolean }[]>`
      select attname as column, not attnotnull as nullable from pg_attribute where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`
    // In any order: a later migration can only append.
    t.same(
      Object.fromEntries(found.map(({ column, nullable }) => [column, nullable])),
      Object.fromEntries(columns.map(column => [column.name, !column.notNull])),
      name
    )
  }
})

t.test('a connection that is ended while it opens leaves no rejected promise that nobody holds', async t => {
  const url = await database(t)
  const unheld: unknown[] = []
  const hear = (error: unknown) => unheld.push(error)
  process.on('unhandledRejection', hear)
  t.teardown(() => process.off('unhandledRejection', hear))
  for (let milliseconds = 0; milliseconds < 20; milliseconds += 0.5) {
    const sql = connect(url, { name: 'test' })
    const question = sql`select 1`.catch(() => {})
    await sleep(milliseconds)
    await sql.end({ timeout: 0 })
    await question
  }
  t.strictSame(unheld, [])
})

t.test('arrays are read and written as they are', async t => {
  const sql = connection(t, await database(t))
  const texts = ['a', '', 'NULL', 'null', 'a,b', '{}', '"', '\\', ' ', 'é\n', null]
  const [row] = await sql`select ${texts}::text[] as texts, ${[]}::text[] as none, ${[-1, 2]}::int[] as numbers,
    ${[0.5]}::float8[] as parts, array[true, false] as truths, array['a'::name] as names,
    ${'{a,b}'}::text[] as literal`
  t.strictSame(row, {
    texts,
    none: [],
    numbers: [-1, 2],
    parts: [0.5],
    truths: [true, false],
    names: ['a'],
    literal: ['a', 'b']
  })
})
