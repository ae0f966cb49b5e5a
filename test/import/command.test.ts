import t, { type Test } from 'tap'
import { report } from '../../src/command.ts'
import { start } from '../helper.ts'
import { COMMAND, run } from '../process.ts'
import { row2016, writeFile } from '../synthetic.ts'
import { command } from './command.ts'

/** As a process of its own. */
async function spawned(t: Test, url: string, ...args: string[]) {
  const { child, ended, output } = run(t, [COMMAND, ...args], { DATABASE_URL: url })
  let report = ''
  child.stdout?.on('data', bytes => (report += bytes))
  return { code: await ended, output: output(), report }
}

t.test('import reports what it did, and its exit code says whether all went in', async t => {
  const client = await start(t, { own: 'sample' })
  const good = writeFile(t, 'commitments-2016', [row2016(1), row2016(2)], {}, 'good.csv')
  const mixed = writeFile(
    t,
    'commitments-2016',
    [row2016(1), row2016(3), row2016(4, { Country: 'Atlantis' })],
    {},
    'mixed.csv'
  )

  const dry = await command(client, 'import', good, '--dry-run')
  t.match(dry, { code: 0, output: /good\.csv: commitments-2016 \(utf-8, commas\)\n {2}2 rows read, 0 refused/ })
  t.match(dry.output, /commitments +2 +2 +0 +0 +0/)
  t.match(dry.output, 'This was a dry run; nothing was published.')

  const first = await command(client, 'import', good, '--release', 'one', '--date', '2026-11-24', '--title', 'One')
  t.match(first, { code: 0, output: /Release one is published\. To take it back: npm run releases -- rollback/ })
  const again = await command(client, 'import', good)
  t.match(again, { code: 0, output: /Nothing changed; there is no new release\./ })
  const taken = await command(client, 'import', mixed, '--release', 'one')
  t.match(taken, { code: 1, output: /release "one" exists already; a release never changes/ })

  const strict = await spawned(t, client.url, 'import', mixed, '--strict', '--json')
  t.match(strict, { code: 1, output: /^reading mixed\.csv\n/ })
  t.match(JSON.parse(strict.report), {
    outcome: 'refused',
    published: false,
    refusals: [{ file: 'mixed.csv', line: 4, column: 'Country', value: 'Atlantis' }]
  })
  const loose = await spawned(t, client.url, 'import', mixed, '--date', '2026-11-25')
  t.match(loose, { code: 3, output: /refused: mixed\.csv, line 4, Country: "Atlantis" is not the name of a country/ })
  t.match(loose.output, 'Release 2026-11-25 is published.')
  const numbered = writeFile(t, 'commitments-2016', [row2016(5)], {}, 'five.csv')
  t.match(await command(client, 'import', numbered, '--date', '2026-11-25'), {
    code: 0,
    output: /Release 2026-11-25-2 is published/
  })
})

t.test('a release cannot be older than the one it builds on', async t => {
  const client = await start(t, { own: 'sample' })
  const file = writeFile(t, 'commitments-2016', [row2016(1)], {}, 'old.csv')
  const early = await command(client, 'import', file, '--date', '2016-07-31')
  t.match(early, {
    code: 2,
    output: /--date 2016-07-31 lies before \d{4}-\d\d-\d\d, the day of release 2026-11, .* --title/
  })
})

t.test('a command that is called wrongly says everything that is wrong, and exits with 2', async t => {
  const client = await start(t, { own: 'sample' })
  const wrong = await command(
    client,
    'import',
    '--date',
    'yesterday',
    '--plan',
    'x',
    '--edition-date',
    '2024',
    '--selection-fr',
    'l’eau'
  )
  t.equal(wrong.code, 2)
  for (const fault of [
    'name at least one file',
    '--date must be a day',
    '--plan must be',
    '--edition-date needs --edition',
    '--selection-fr needs --selection'
  ]) {
    t.match(wrong.output, fault)
  }
  t.match(await spawned(t, client.url, 'import', 'x.csv', '--colour'), { code: 2, output: /--colour.*--strict/ })
  t.match(await command(client, 'releases', 'remove'), { code: 2, output: /list, drop ID, rollback/ })
  t.match(await command(client, 'publish'), { code: 2, output: /npm run import/ })
  t.match(await command(client, 'import', '--help'), { code: 0, output: /--dry-run/ })
  const missing = await command(client, 'import', '/nowhere/x.csv')
  t.match(missing, { code: 1, output: /^x\.csv: there is no such file\n$/ })
  t.notMatch(missing.output, /at .*\.ts/)
})

t.test('releases are listed, dropped and taken back', async t => {
  const client = await start(t, { own: 'sample' })
  const { get, json, app } = client
  const file = (number: number) => writeFile(t, 'commitments-2016', [row2016(number)], {}, `${number}.csv`)
  for (const number of [1, 2]) await command(client, 'import', file(number), '--release', `r${number}`)
  await app.service.releases.refresh()
  const before = (await get('/v1/commitments.csv')).body
  const total = async (query = '') => (await json(`/v1/commitments?plan=CL-9&limit=1${query}`)).meta.total
  t.equal(await total(), 2)
  t.equal(await total('&release=r1'), 1)

  const idOf2 = (await json('/v1/commitments?plan=CL-9&sort=-number&limit=1')).data[0]?.id

  const list = await command(client, 'releases', 'list')
  t.match(list, {
    code: 0,
    output: /^r2\t\d{4}-\d\d-\d\d\tcurrent\tImport of 2\.csv\nr1\t.*\tpublished\t.*\n2026-11\t/
  })
  t.match(await command(client, 'releases', 'drop', 'r2'), { code: 1, output: /take it back with rollback/ })
  t.match(await command(client, 'releases', 'drop', 'r9'), { code: 1, output: /does not exist; there are r2, r1/ })

  t.match(await command(client, 'releases', 'drop', 'r1'), { code: 0, output: 'Release r1 is dropped.' })
  await app.service.releases.refresh()
  t.equal((await get('/v1/commitments?release=r1')).statusCode, 410)
  t.equal((await get('/v1/commitments.csv')).body, before, 'what the current release holds is untouched')
  const listed = JSON.parse((await get('/v1/releases')).body).data
  t.match(
    listed.find(({ id }: { id: string }) => id === 'r1'),
    { status: 'dropped', dropped_at: String }
  )

  t.match(await command(client, 'releases', 'rollback'), {
    code: 0,
    output: 'Release r2 is dropped; 2026-11 is current again.'
  })
  await app.service.releases.refresh()
  t.equal(await total(), 0)
  t.equal((await json('/v1/commitments?limit=1')).meta.release, '2026-11')
  t.equal((await get('/v1/commitments?release=r2')).statusCode, 410)
  t.match(await command(client, 'import', file(2), '--release', 'r3'), {
    code: 0,
    output: /Release r3 is published/
  })
  await app.service.releases.refresh()
  t.equal(await total(), 1)
  t.same(
    JSON.parse((await get('/v1/commitments?plan=CL-9')).body).data.map(({ id }: { id: string }) => id),
    [idOf2],
    'the same commitment has the same id again'
  )
  for (const id of ['2016-12']) await command(client, 'releases', 'drop', id)
  await command(client, 'releases', 'rollback')
  t.match(await command(client, 'releases', 'rollback'), { code: 1, output: /no release before the current one/ })
})

t.test('a disk that is full is said in one line, and not taken for a lost connection', async t => {
  const { error } = console
  const said: string[] = []
  console.error = (line: string) => said.push(line)
  try {
    t.equal(report(Object.assign(new Error('could not extend file'), { code: '53100' })), 1)
  } finally {
    console.error = error
  }
  t.match(said, [/^the disk of the database is full: nothing was changed/])
})
