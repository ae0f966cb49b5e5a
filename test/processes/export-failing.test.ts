import t, { type Test } from 'tap'
import { SPOOL_LIMITS } from '../../src/engine/export/spool.ts'
import { connection, database } from '../helper.ts'
import { ask, exportConnections, type Large, largeDatabase, listen, until, WHOLE_BYTES } from './large.ts'

/** What PostgreSQL may throw in the middle of a statement, and what its reader is told. */
const ERRORS = {
  'disk full': ['53100', 503],
  'out of memory': ['53200', 503],
  'too many connections': ['53300', 503],
  'a limit of the configuration': ['53400', 503],
  'a conflict with recovery on a standby': ['40001', 500],
  'an administrator': ['57P01', 503],
  'the time limit of a statement': ['57014', 503],
  'a damaged table': ['XX001', 500]
} as const
const PATHS = ['csv', 'ndjson', 'xlsx'].flatMap(format => [
  `/v1/award-editions.${format}`,
  `/v1/award-editions.${format}?sort=-year`
])
const PLACES = [0, 1, 2]

/** Puts a view in the place of a table, which throws an SQLSTATE at its first, second or last row. */
async function breakable(t: Test) {
  const url = await database(t)
  const sql = connection(t, url)
  await sql.unsafe(`
    create table breaking (code text, at integer);
    insert into breaking values (null, 0);
    create function throws(year integer) returns boolean language plpgsql as $$
    declare wanted breaking;
    begin
      select * into wanted from breaking;
      if wanted.code is not null and year % 3 = wanted.at
        and current_setting('application_name') = 'ogp-open-data export' then
        raise exception 'provoked' using errcode = wanted.code;
      end if;
      return true;
    end $$;
    alter table award_editions rename to kept;
    create view award_editions as select * from kept where throws(year);`)
  return { url, sql }
}

const statusOf = async ({ port }: Large, path: string) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  const text = await response.text().catch(() => 'broken')
  return { status: response.status, text }
}

t.test('whatever PostgreSQL throws in an export, its reader is told or cut off, and the service goes on', async t => {
  const { url, sql } = await breakable(t)
  const service = await listen(t, url)
  for (const [name, [code, status]] of Object.entries(ERRORS)) {
    await sql`update breaking set code = ${code}`
    for (const at of PLACES) {
      await sql`update breaking set at = ${at}`
      for (const path of PATHS) {
        const answer = await statusOf(service, path)
        if (answer.status === 200) t.equal(answer.text, 'broken', `${name}: never ended in order`)
        else {
          t.equal(answer.status, status, name)
          t.notMatch(answer.text, /provoked|SQL|errcode/)
        }
      }
    }
  }
  await sql`update breaking set code = null`
  t.equal((await statusOf(service, '/v1/award-editions.csv')).status, 200)
  await until('no connection is left', async () => (await exportConnections(service.sql)) === 0)
})

t.test('an export that outgrows the temporary files it may have is refused, as often as it is asked for', async t => {
  const url = await largeDatabase(t)
  const sql = connection(t, url)
  const name = new URL(url).pathname.slice(1)
  await sql.unsafe(`alter database ${name} set temp_file_limit = '64kB'; alter database ${name} set work_mem = '64kB'`)
  const service = await listen(t, url)
  for (let time = 0; time < 12; time++) {
    const { status, text } = await statusOf(service, `/v1/commitments.csv?sort=-year&year=..${2100 + time}`)
    t.ok(status === 503 || text === 'broken', `${time}: ${status}`)
  }
  t.equal((await statusOf(service, '/v1/award-editions.csv')).status, 200)
})

t.test('a connection that is killed during an export breaks it off, and the next one is whole', async t => {
  const service = await listen(t, await largeDatabase(t), {
    exportLimits: { ...SPOOL_LIMITS, fileBytes: 512 * 1024 }
  })
  for (let time = 0; time < 10; time++) {
    const reader = ask(service, `/v1/commitments.${time % 2 ? 'csv' : 'ndjson'}`)
    reader.socket.once('data', () => reader.socket.pause()).resume()
    await until('bytes', () => reader.received() > 0)
    await service.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'ogp-open-data export'`
    reader.socket.resume()
    await reader.closed
    t.ok(reader.received() < WHOLE_BYTES, 'it is not whole')
  }
  t.equal((await statusOf(service, '/v1/commitments.csv')).status, 200)
})
