/** The normalised rows of a file in a table of their own, where they are matched against what is known. */
import { tables } from '../../db/tables.ts'
import type { Row } from '../copy-format.ts'
import type { Layout } from '../layouts/layout.ts'
import { copyInto, type Transaction, writableColumns } from '../publish/publish.ts'

export const INCOMING = 'incoming'

/** Columns of ours that the rows fill, and what they bring besides. */
const SHAPES: { [kind in Layout['kind']]: { tables: (keyof typeof tables)[]; besides: string } } = {
  commitments: {
    tables: ['commitments', 'irm_readings'],
    besides: `''::text as id, ''::text as proposed, ''::text as plan_ogp_id, 0 as plan_end_year, 0 as plan_years`
  },
  process: {
    tables: ['process_assessments'],
    besides: `''::text as member, ''::text as locality, 0 as plan_number, ''::text as id`
  }
}
/** What a reading has of its own, and what its commitment tells already. */
const MADE_LATER = ['id', 'commitment', 'edition', 'newest', 'earlier']

/** Fills the table, a row at a time. */
export async function stageIncoming(tx: Transaction, kind: Layout['kind'], rows: AsyncGenerator<Row>): Promise<void> {
  const shape = SHAPES[kind]
  const taken = new Set<string>(MADE_LATER)
  const columns = shape.tables.flatMap(table =>
    writableColumns(tables[table]).flatMap(column => {
      if (taken.has(column)) return []
      taken.add(column)
      return [`${table}."${column}"`]
    })
  )
  await tx`drop table if exists ${tx(INCOMING)}`
  await tx.unsafe(`create temp table ${INCOMING} on commit drop as
    select 0 as row, 0 as line, ${shape.besides}, ${columns.join(', ')} from ${shape.tables.join(', ')} limit 0`)
  const names = await tx<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${INCOMING}::regclass and attnum > 0`
  let row = 0
  async function* counted() {
    for await (const values of rows) yield { row: String(++row), ...values }
  }
  const filled = names.map(({ name }) => name).filter(name => kind === 'process' || name !== 'id')
  await copyInto(tx, INCOMING, filled, counted())
  await tx`create unique index on ${tx(INCOMING)} (row)`
  if (kind === 'commitments') await tx`create index on ${tx(INCOMING)} (proposed)`
  await tx`analyze ${tx(INCOMING)}`
}

export type Twin = { row: number; line: number; first: number; column: string; value: string }

/** Takes rows out that speak again of what an earlier line of the same file speaks of; returns them. */
export async function removeTwins(tx: Transaction, kind: Layout['kind']): Promise<Twin[]> {
  const incoming = tx(INCOMING)
  const among = (column: string, by: string, where: string) => tx`
    select row, line, ${column}::text as column, ${tx(column)} as value, first_value(line) over w as first, row_number() over w as at
    from ${incoming} where ${tx.unsafe(where)} window w as (partition by ${tx.unsafe(by)} order by row)`
  const repeated =
    kind === 'process'
      ? among('plan', 'plan', 'true')
      : tx`
    ${among('ogp_id', 'ogp_id', 'ogp_id is not null')} union all ${among(
      'title',
      `proposed, ogp_id, md5(coalesce(full_text, ''))`,
      `proposed in (select proposed from ${INCOMING} group by proposed having count(*) > 1)`
    )}`
  const twins = await tx<Twin[]>`
    select distinct on (row) row, line, "column", value, first from (${repeated}) r where at > 1 order by row, "column"`
  if (twins.length > 0) await tx`delete from ${incoming} where row = any(${twins.map(({ row }) => row)}::int[])`
  return twins
}
