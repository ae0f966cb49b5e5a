import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { publish } from '../../src/import/publish/publish.ts'
import { openStatistics } from '../../src/import/publish/statistics.ts'
import { connection, database } from '../helper.ts'

const UNSEEN = 50_000
const PATIENCE_MILLISECONDS = 600_000

type Plan = { 'Node Type': string; 'Plan Rows': number; 'Index Name'?: string; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

t.test('a reader beside a long import is planned for with the rows it sees, and passes by the others', async t => {
  const url = await database(t, { sample: true })
  const writer = connection(t, url)
  const reader = connection(t, url)
  const planned = async () => {
    const [row] = await reader`explain (format json) select count(*) from contacts
      where valid_from <= 2 and (valid_to is null or valid_to > 2)`
    return nodes(row?.['QUERY PLAN'][0].Plan)
  }
  const statistics = openStatistics(url, 10)
  t.teardown(() => statistics.close())

  let before: Plan[] = []
  let after: Plan[] = []
  const abandoned = new Error('abandoned')
  await t.rejects(
    writer.begin(async tx => {
      await tx`insert into releases (seq, id, title, date) values (9, 'long', 'Long', '2027-01-01')`
      await tx`insert into contacts (id, value, source_id, valid_from)
        select 'unseen-' || n, 'Synthetic', 'brochure-2016-fr', 9 from generate_series(1, ${UNSEEN}::int) n`
      before = await planned()
      await statistics.during('contacts', async () => {
        for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await sleep(20)) {
          after = await planned()
          if (after.some(node => node['Index Name'] === 'contacts_from')) return
        }
      })
      throw abandoned
    }),
    abandoned
  )
  t.ok(before.some(node => node['Node Type'] === 'Seq Scan' && node['Plan Rows'] > 100))
  const scan = after.find(node => node['Index Name'] === 'contacts_from')
  t.ok(scan && scan['Plan Rows'] < 100, 'the index on the release is used, for the few rows that are there')
})

t.test('the first reader of a new release is planned for with what it holds', async t => {
  const url = await database(t, { sample: true })
  const rows = Array.from({ length: 3000 }, (_, n) => ({
    id: `new-${n}`,
    value: 'Synthetic',
    source_id: 'brochure-2016-fr'
  }))
  await publish(url, { id: 'new', title: 'New', date: '2027-01-01' }, [{ table: 'contacts', complete: false, rows }])
  const [row] = await connection(t, url)`explain (format json) select from contacts where value = 'Synthetic'`
  t.ok(Math.abs(row?.['QUERY PLAN'][0].Plan['Plan Rows'] - rows.length) < 100)
})

t.test('an import does without statistics where it gets no connection for them', async t => {
  const statistics = openStatistics('postgres://nobody@127.0.0.1:1/none', 1)
  t.equal(await statistics.during('contacts', () => sleep(50, 'done')), 'done')
  await t.rejects(
    statistics.during('contacts', () => Promise.reject(new Error('the work failed'))),
    /the work failed/
  )
  await statistics.close()
})
