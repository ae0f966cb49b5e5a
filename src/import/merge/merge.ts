/** What a file says of plans, commitments, readings and process assessments, as batches for a release. */
import { tables } from '../../db/tables.ts'
import { mintId } from '../match/commitment-key.ts'
import { INCOMING } from '../match/incoming.ts'
import { type Batch, type Transaction, writableColumns } from '../publish/publish.ts'
import { factsSql, groupsOf, holds, preferring } from '../publish/together.ts'
import { fillStatements, knownStatements, type Statement, settle } from './statements.ts'

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

type Fill = (tx: Transaction, stage: string) => Promise<number>

const batch = (table: Batch['table'], rows: Fill): Batch => ({ table, complete: false, ignoring: PROVENANCE, rows })
const statements = (subjects: Parameters<typeof fillStatements>[2]): Batch => ({
  ...batch('edition_statements', (tx, stage) => fillStatements(tx, stage, subjects)),
  incidental: true
})

/** `counts` says whether the file holds every coded commitment of a plan, so that they can be counted. */
export const commitmentBatches = (statement: Statement, counts: boolean): Batch[] => [
  batch('action_plans', (tx, stage) => settle(tx, 'action_plans', stage, statement, plansSaid(counts))),
  batch('commitments', (tx, stage) => fillCommitments(tx, stage, statement)),
  batch('irm_readings', (tx, stage) => fillReadings(tx, stage, statement)),
  statements(['action_plans', 'commitments'])
]

export const processBatches = (statement: Statement): Batch[] => [
  batch('action_plans', (tx, stage) => settle(tx, 'action_plans', stage, statement, ASSESSED_PLANS)),
  batch('process_assessments', (tx, stage) =>
    settle(tx, 'process_assessments', stage, statement, saidBy(INCOMING, assessmentColumns))
  ),
  statements(['action_plans', 'process_assessments'])
]

const assessmentColumns = writableColumns(tables.process_assessments).filter(column => column !== 'id')

/** A query of what the rows of a table say. */
const saidBy = (table: string, columns: readonly string[], where = '') =>
  `select i.id as "row", ${factsSql('i', columns)} as facts, i.source_id, i.source_locator from ${table} i ${where}`

const PLAN = ['member', 'country', 'locality', 'number', 'year', 'submission_year', 'source_id', 'source_locator']
const ASSESSED_PLANS = saidBy(`(select *, plan_number as number, year as submission_year from ${INCOMING})`, PLAN)

/** A plan as its commitments tell it. */
function plansSaid(counts: boolean): string {
  const told: { [column: string]: string } = {
    member: 'min(member)',
    country: 'min(country)',
    locality: 'min(locality)',
    number: 'min(plan_number)',
    ogp_id: 'mode() within group (order by plan_ogp_id)',
    year: 'mode() within group (order by year)',
    submission_year: 'mode() within group (order by year)',
    end_year: 'mode() within group (order by plan_end_year)',
    duration_years: 'mode() within group (order by plan_years)',
    ...(counts
      ? {
          commitments_coded: 'count(*)::int',
          progress_report_year: 'max(progress_report_year)',
          end_of_term_report_year: 'max(end_of_term_report_year)'
        }
      : {}),
    source_id: 'min(source_id)',
    source_locator: '(array_agg(source_locator order by row))[1]'
  }
  const grouped = Object.entries(told).map(([column, expression]) => `${expression} as "${column}"`)
  return saidBy(`(select plan as id, ${grouped.join(', ')} from ${INCOMING} group by plan)`, Object.keys(told))
}

/** Columns of commitments that files of OGP's tell; the others are kept. */
async function toldColumns(tx: Transaction): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${INCOMING}::regclass and attnum > 0`
  const incoming = new Set(rows.map(({ name }) => name))
  return writableColumns(tables.commitments).filter(column => column !== 'id' && incoming.has(column))
}

/** SQL: what the importer notes of a commitment is as it was; so is its note, with what people added to it. */
const NOTED = ['start_date_text', 'end_date_text', 'number', 'year']
  .map(column => `i.${column} is not distinct from c.${column}`)
  .join(' and ')

/** Commitments of the file that another edition speaks of as well. */
const SHARED = 'shared_commitments'

/**
 * A commitment that one edition alone tells is its own statement; statements are written down when a second edition
 * speaks of it, so that most commitments need none.
 */
async function fillCommitments(tx: Transaction, stage: string, statement: Statement): Promise<number> {
  const { edition, source, older } = statement
  const told = await toldColumns(tx)
  await tx`drop table if exists ${tx(SHARED)}`
  await tx`create temp table ${tx(SHARED)} on commit drop as select c.id, s."row" is not null as stated
    from ${tx(INCOMING)} i join commitments c on c.id = i.id and c.valid_to is null
    left join (select distinct "row" from edition_statements where valid_to is null and subject = 'commitments') s on s."row" = c.id
    where s."row" is not null or c.described_in is distinct from ${edition}`
  await tx`analyze ${tx(SHARED)}`
  const known = `${knownStatements('commitments')}
    union all select c.id, c.described_in, 'commitments', ${factsSql('c', told)}, c.source_id, c.source_locator
    from ${SHARED} s join commitments c on c.id = s.id and c.valid_to is null
    where not s.stated and c.described_in is not null`
  const said = saidBy(INCOMING, told, `where i.id in (select id from ${SHARED})`)
  const count = await settle(tx, 'commitments', stage, statement, said, known)
  const columns = writableColumns(tables.commitments).filter(column => column !== 'id')
  const ours = preferring(told, 'i', 'c')
  const theirs = preferring(told, 'c', 'i')
  for (const note of ['note', 'note_fr']) ours.set(note, `case when ${NOTED} then c.${note} else ${ours.get(note)} end`)
  const value = (column: string) =>
    told.includes(column)
      ? `case when c.id is null then i."${column}" when c.source_id = $1 then coalesce(c."${column}", i."${column}")
           when c.source_id = any($2::text[]) then ${ours.get(column)} else ${theirs.get(column)} end`
      : `c."${column}"`
  const result = await tx.unsafe(
    `insert into ${stage} (id, ${columns.map(column => `"${column}"`).join(', ')})
    select i.id, ${columns.map(value).join(', ')} from ${INCOMING} i
    left join commitments c on c.id = i.id and c.valid_to is null
    where not exists (select from ${SHARED} s where s.id = i.id)`,
    [source, [...older]]
  )
  return count + result.count
}

/** The readings of an edition: a later file of it replaces what it tells, an earlier one fills gaps. */
async function fillReadings(tx: Transaction, stage: string, { edition, source, older }: Statement): Promise<number> {
  const fixed: { [column: string]: string } = {
    id: `i.id || '-${edition}'`,
    commitment: 'i.id',
    edition: `'${edition}'`,
    newest: 'false',
    earlier: 'null',
    note: 'r.note',
    note_fr: 'r.note_fr'
  }
  const columns = writableColumns(tables.irm_readings)
  const told = columns.filter(column => !fixed[column])
  const value = new Map(
    groupsOf(told).flatMap(group =>
      group.map(column => {
        const [i, r] = [`i."${column}"`, `r."${column}"`]
        return [
          column,
          `case when r.id is null then ${i} when r.source_id = $1 then coalesce(${r}, ${i})
            when r.source_id = any($2::text[]) and ${holds('i', group)} or not ${holds('r', group)} then ${i} else ${r} end`
        ] as const
      })
    )
  )
  const result = await tx.unsafe(
    `insert into ${stage} (${columns.map(column => `"${column}"`).join(', ')})
    select ${columns.map(column => fixed[column] ?? value.get(column)).join(', ')} from ${INCOMING} i
    left join irm_readings r on r.id = i.id || '-${edition}' and r.valid_to is null`,
    [source, [...older]]
  )
  return result.count
}
