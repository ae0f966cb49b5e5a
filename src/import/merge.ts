/**
 * What becomes of a row that is a known commitment: each column takes the value of the newest edition that has one,
 * whatever the order in which editions are imported. Columns that belong together move together.
 */
import { tables } from '../db/tables.ts'
import { INCOMING } from './match.ts'
import { type Batch, type Transaction, writableColumns } from './publish.ts'
import { mintId } from './title.ts'

const TOGETHER: { [column: string]: string } = {
  themes: 'tag_scheme',
  tags: 'tag_scheme',
  tag_scheme: 'tag_scheme',
  start_date: 'start_date_text',
  start_date_text: 'start_date_text',
  end_date: 'end_date_text',
  end_date_text: 'end_date_text'
}
/** Told by the file that describes the commitment, as a whole. */
const DESCRIBING = new Set(['described_in', 'note', 'source_id', 'source_locator'])
/** Where a fact was read is not part of the fact: a row that only moved within its file did not change. */
export const PROVENANCE = ['source_id', 'source_locator'] as const

/**
 * Gives every row that is no known commitment an id that no other has. An id that only a withdrawn release held is free:
 * it follows from plan, number and title, and so means the same again.
 */
export async function mintIds(tx: Transaction): Promise<void> {
  const incoming = tx(INCOMING)
  for (let attempt = 2; ; attempt++) {
    await tx`update ${incoming} i set id = i.proposed where id is null
      and not exists (select from commitments c where c.id = i.proposed)
      and not exists (select from ${incoming} other where other.id = i.proposed)
      and not exists (select from ${incoming} other where other.proposed = i.proposed and other.row < i.row)`
    const rest = await tx<{ row: number; plan: string; number: string | null; title: string }[]>`
      select row, plan, number, title from ${incoming} where id is null`
    if (rest.length === 0) return
    const ids = rest.map(({ plan, number, title }) => mintId(plan, number ?? '', title, attempt))
    await tx`update ${incoming} i set proposed = n.id
      from (select unnest(${rest.map(({ row }) => row)}::int[]) as row, unnest(${ids}::text[]) as id) n where n.row = i.row`
  }
}

/** Plans, commitments and readings from the incoming table. */
export const incomingBatches = (edition: { id: string; rank: number }, coded2016: boolean): Batch[] => [
  {
    table: 'action_plans',
    complete: false,
    ignoring: PROVENANCE,
    rows: (tx, stage) => fillPlans(tx, stage, coded2016)
  },
  {
    table: 'commitments',
    complete: false,
    ignoring: PROVENANCE,
    rows: (tx, stage) => fillCommitments(tx, stage, edition.rank)
  },
  {
    table: 'irm_readings',
    complete: false,
    ignoring: PROVENANCE,
    rows: (tx, stage) => fillReadings(tx, stage, edition.id)
  }
]

/** A plan as its commitments tell it; what a source says of the plan itself is kept. */
async function fillPlans(tx: Transaction, stage: string, coded2016: boolean): Promise<number> {
  const columns = writableColumns(tables.action_plans)
  const told: { [column: string]: string } = {
    id: 'i.plan',
    member: 'min(i.member)',
    country: 'min(i.country)',
    locality: 'min(i.locality)',
    number: 'min(i.plan_number)',
    ogp_id: 'mode() within group (order by i.plan_ogp_id)',
    year: 'mode() within group (order by i.year)',
    submission_year: 'mode() within group (order by i.year)',
    end_year: 'mode() within group (order by i.plan_end_year)',
    duration_years: 'mode() within group (order by i.plan_years)',
    ...(coded2016
      ? {
          commitments_coded: 'count(*)::int',
          progress_report_year: 'max(i.progress_report_year)',
          end_of_term_report_year: 'max(i.end_of_term_report_year)'
        }
      : {}),
    source_id: 'min(i.source_id)',
    source_locator: '(array_agg(i.source_locator order by i.row))[1]'
  }
  const values = columns.map(column =>
    column === 'id' ? told.id : told[column] ? `coalesce(p."${column}", i."${column}")` : `p."${column}"`
  )
  const grouped = Object.entries(told).map(([column, expression]) => `${expression} as "${column}"`)
  const result = await tx.unsafe(`insert into ${stage} (${columns.map(column => `"${column}"`).join(', ')})
    select ${values.map((value, index) => (index === 0 ? 'i.id' : value)).join(', ')}
    from (select ${grouped.join(', ')} from ${INCOMING} i group by i.plan) i
    left join action_plans p on p.id = i.id and p.valid_to is null`)
  return result.count
}

async function fillCommitments(tx: Transaction, stage: string, rank: number): Promise<number> {
  const columns = writableColumns(tables.commitments).filter(column => column !== 'id')
  const incoming = new Set(
    (
      await tx<
        { name: string }[]
      >`select attname as name from pg_attribute where attrelid = ${INCOMING}::regclass and attnum > 0`
    ).map(({ name }) => name)
  )
  const newer = `(c.id is null or ${rank} >= coalesce(e.rank, 0))`
  const value = (column: string) => {
    if (!incoming.has(column)) return `c."${column}"`
    if (DESCRIBING.has(column)) return `case when ${newer} then i."${column}" else c."${column}" end`
    if (column === 'ogp_id_basis')
      return `case when c.ogp_id is not null then c.ogp_id_basis when i.ogp_id is not null then
      case when c.id is null then i.ogp_id_basis else 'matched by plan, title and number' end end`
    const lead = TOGETHER[column]
    const has = (alias: string) => `${alias}."${lead ?? column}" is not null`
    return `case when ${newer} then case when ${has('i')} then i."${column}" else c."${column}" end
      else case when ${has('c')} then c."${column}" else i."${column}" end end`
  }
  const result = await tx.unsafe(`insert into ${stage} (id, ${columns.map(column => `"${column}"`).join(', ')})
    select i.id, ${columns.map(value).join(', ')} from ${INCOMING} i
    left join commitments c on c.id = i.id and c.valid_to is null
    left join editions e on e.id = c.described_in and e.valid_to is null`)
  return result.count
}

async function fillReadings(tx: Transaction, stage: string, edition: string): Promise<number> {
  const fixed: { [column: string]: string } = {
    id: `i.id || '-${edition}'`,
    commitment: 'i.id',
    edition: `'${edition}'`,
    newest: 'false',
    note: 'null',
    note_fr: 'null'
  }
  const columns = writableColumns(tables.irm_readings)
  const result = await tx.unsafe(`insert into ${stage} (${columns.map(column => `"${column}"`).join(', ')})
    select ${columns.map(column => fixed[column] ?? `i."${column}"`).join(', ')} from ${INCOMING} i`)
  return result.count
}
