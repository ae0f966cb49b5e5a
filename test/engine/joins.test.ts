import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import t from 'tap'
import { fromWhere } from '../../src/engine/sql/select.ts'
import { DATASETS } from '../../src/v1/index.ts'
import { connection, readOnlyUrl } from '../helper.ts'

const dialect = new PgDialect()

t.test('a statement joins the tables that it reads, and a join adds no row and takes none', async t => {
  const database = connection(t, readOnlyUrl())
  const [release] = await database<{ seq: number }[]>`select max(seq) as seq from releases`
  const seq = release?.seq ?? 0
  for (const dataset of DATASETS) {
    const joins = dataset.joins ?? []
    if (joins.length === 0) continue
    const count = async (read: Parameters<typeof fromWhere>[1]) => {
      const from = fromWhere({ dataset, seq, conditions: new Map() }, read)
      const { sql: text, params } = dialect.sqlToQuery(sql`select count(*)::int as total ${from}`)
      const [row] = await database.unsafe(text, params as never[])
      return { joined: text.split(' left join ').length - 1, total: row?.total }
    }
    const bare = await count([])
    const full = await count(Object.values(dataset.fields).map(({ value }) => value))
    t.ok(bare.total > 0, `${dataset.name} has rows`)
    t.equal(full.total, bare.total, `${dataset.name} has the same rows with its joins`)
    t.equal(full.joined, joins.length, `${dataset.name}, all columns`)
    t.equal(bare.joined, 0, `${dataset.name}, no column`)
  }
})
