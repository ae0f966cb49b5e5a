/**
 * One truth, whatever the order of imports: of every row is kept what each edition says of it. A row has of each column
 * the value of the newest edition that tells one; so an older edition fills gaps, and the same statement again changes
 * nothing. A value that no edition told, such as a correction by hand, is left alone.
 */
import { EXTENT, MISSING } from '../../db/codes.ts'
import { tables } from '../../db/tables.ts'
import type { Words } from '../../i18n/words.ts'
import type { Transaction } from '../publish/publish.ts'
import { writableColumns } from '../publish/publish.ts'

const UNDISPUTED = ['id', 'plan', 'country', 'note', 'note_fr', 'source_conflict', 'source_id', 'source_locator']

/** Where a fact was read: another file that says the same states nothing anew. */
const PLACE = ['source_id', 'source_locator']

/** The rows that editions speak of, and the columns of which two may disagree. */
export const DISPUTED = {
  action_plans: [
    'year',
    'end_year',
    'duration_years',
    'commitments_coded',
    'progress_report_year',
    'end_of_term_report_year'
  ],
  commitments: ['year', 'start_date', 'end_date'],
  process_assessments: writableColumns(tables.process_assessments).filter(column => !UNDISPUTED.includes(column))
} as const
export type Subject = keyof typeof DISPUTED

const NEWER: Words = ['The newer edition counts.', 'L’édition la plus récente l’emporte.']
const RULES: { [subject in Subject]: Words } = {
  action_plans: [
    'Commitments databases go before process databases, newer editions before older.',
    'Les bases des engagements passent avant celles sur la procédure, les éditions récentes avant les anciennes.'
  ],
  commitments: NEWER,
  process_assessments: NEWER
}

export type Statement = {
  edition: string
  rank: number
  database: 'commitments' | 'process'
  source: string
  /** How much of the commitments of its plans the edition holds; null where it holds none. */
  extent: (typeof EXTENT)[number] | null
  /** Sources that came before this one: what they say in the same edition gives way. */
  older: readonly string[]
}

export const toldTable = (subject: Subject): string => `told_${subject}`

/** What editions told before this file, as a query of row, edition, database, facts, source_id, source_locator. */
export const knownStatements = (subject: Subject): string =>
  `select "row", edition, database, facts, source_id, source_locator from edition_statements
   where valid_to is null and subject = '${subject}'`

/**
 * Unites what is known with what a file says, and writes the rows that follow into the stage. `said` is a query of row,
 * facts, source_id and source_locator; `known` one like `knownStatements`.
 */
export async function settle(
  tx: Transaction,
  subject: Subject,
  stage: string,
  statement: Statement,
  said: string,
  known = knownStatements(subject)
): Promise<number> {
  const told = tx(toldTable(subject))
  const { edition, rank, database, source, older } = statement
  await tx`drop table if exists ${told}`
  await tx`create temp table ${told} on commit drop as
    with s as materialized (${tx.unsafe(said)}),
    k as (select * from (${tx.unsafe(known)}) k where "row" in (select "row" from s)),
    n as (select *, ${edition}::text as edition, ${database}::text as database from s),
    u as (
      select coalesce(k."row", n."row") as "row", coalesce(k.edition, n.edition) as edition,
        coalesce(k.database, n.database) as database, k.facts as before, k.source_id as source_before,
        k.source_locator as locator_before,
        case when k.facts is null then n.facts when n.facts is null then k.facts
          when k.source_id = ${source} then n.facts || jsonb_strip_nulls(k.facts)
          when k.source_id = any(${[...older]}::text[]) then k.facts || n.facts
          else n.facts || k.facts end as facts,
        case when k.source_id is null or k.source_id = any(${[...older]}::text[]) then coalesce(n.source_id, k.source_id)
          else k.source_id end as source_id,
        case when k.source_id is null or k.source_id = any(${[...older]}::text[]) then coalesce(n.source_locator, k.source_locator)
          else k.source_locator end as source_locator
      from k full join n on n."row" = k."row" and n.edition = k.edition and n.database = k.database),
    j as (
      select "row", edition, database, before, case when again then before else facts end as facts,
        case when again then source_before else source_id end as source_id,
        case when again then locator_before else source_locator end as source_locator
      from (select *, coalesce(before - ${PLACE}::text[] = facts - ${PLACE}::text[], false) as again from u) u)
    select j.*, row_number() over (partition by j."row" order by j.database = 'commitments',
      coalesce(e.rank, ${rank}::int), j.edition) as place
    from j left join editions e on e.id = j.edition and e.valid_to is null`
  await tx`analyze ${told}`
  return fillStage(tx, subject, stage, statement)
}

/** The row that follows from the statements; what was changed by hand since the last ones stays. */
async function fillStage(tx: Transaction, subject: Subject, stage: string, statement: Statement): Promise<number> {
  const columns = writableColumns(tables[subject]).filter(column => column !== 'id')
  const value = (column: string) =>
    column === 'note' || column === 'note_fr'
      ? note(column)
      : EXTENT_COLUMNS.includes(column)
        ? `case when ${strength('x.extent')} >= ${strength('t.extent')} then x."${column}" else t."${column}" end`
        : `case when t.id is null or t."${column}" is not distinct from b."${column}" then a."${column}" else t."${column}" end`
  const result = await tx.unsafe(`
    with folded as (${fold(subject, 'facts')}), earlier as (${fold(subject, 'before')})
    insert into ${stage} (id, ${columns.map(column => `"${column}"`).join(', ')})
    select f."row", ${columns.map(value).join(', ')}
    from folded f left join earlier p on p."row" = f."row"
    cross join lateral jsonb_populate_record(null::${subject}, f.cells) a
    cross join lateral jsonb_populate_record(null::${subject}, coalesce(p.cells, '{}')) b
    left join ${subject} t on t.id = f."row" and t.valid_to is null
    left join lateral (${fullest(subject, statement)}) x on true`)
  return result.count
}

const EXTENT_COLUMNS = ['extent', 'extent_edition']
const strength = (column: string) =>
  `coalesce(array_position(array[${EXTENT.map(code => `'${code}'`).join(', ')}], ${column}::text), 0)`

/** A query of the edition that holds the most of a plan's commitments; of those that hold as much, the newest. */
const fullest = (subject: Subject, { edition, extent }: Statement) => `
  select e.extent, e.edition as extent_edition from (
    select o.edition, o.place, case when o.edition = '${edition}' then ${extent ? `'${extent}'` : 'null'} else d.extent end as extent
    from ${toldTable(subject)} o left join editions d on d.id = o.edition and d.valid_to is null
    where o."row" = f."row" and o.database = 'commitments') e
  where e.extent is not null order by ${strength('e.extent')} desc, e.place desc limit 1`

/** A note of a person's own stands before the one that follows from the statements. */
const note = (
  column: 'note' | 'note_fr'
) => `case when t.id is null or t.${column} is not distinct from b.${column} then a.${column}
  when t.note_fr is null and t.note is not distinct from b.note then a.${column}
  when b.${column} is null then ${sentences(`t.${column}`, `a.${column}`)}
  when right(t.${column}, length(b.${column}) + 1) = ' ' || b.${column}
    then ${sentences(`left(t.${column}, -length(b.${column}) - 1)`, `a.${column}`)}
  else t.${column} end`

/** SQL: one text after another, with a full stop between them. */
function sentences(first: string, second: string): string {
  return `case when ${second} is null then ${first} else regexp_replace(${first}, '[^.!?]$', '\\&.') || ' ' || ${second} end`
}

/** Statements laid upon each other, the older ones below; with a note where two of them disagree. */
function fold(subject: Subject, facts: 'facts' | 'before'): string {
  const missing = MISSING.map(code => `'${code}'`).join(', ')
  const disputed = DISPUTED[subject].map(column => `'${column}'`).join(', ')
  const [rule, ruleFrench] = RULES[subject]
  const cells = `select t."row", c.key, c.value, t.edition, t.place from ${toldTable(subject)} t, jsonb_each(t.${facts}) c`
  return `
    with cells as (${cells}),
    disputed as (
      select distinct on ("row", key, value) "row", key, value #>> '{}' as value, edition, place from cells
      where key in (${disputed}) and jsonb_typeof(value) <> 'null' order by "row", key, value, place desc),
    winners as (select distinct on ("row", key) * from disputed order by "row", key, place desc),
    others as (
      select w."row", w.key, w.edition, w.value,
        string_agg(format('%s %s', o.edition, o.value), ', ' order by o.place desc) as others
      from winners w join disputed o on o."row" = w."row" and o.key = w.key and o.value <> w.value
      where o.value not in (${missing})
        and not (w.key like '%date' and (o.value like w.value || '%' or w.value like o.value || '%'))
      group by w."row", w.key, w.edition, w.value),
    notes as (
      select "row",
        string_agg(format('%s: %s says %s, %s', key, edition, value, others), '; ' order by key) || '. ${rule}' as note,
        string_agg(format('%s\u00a0: %s dit %s, %s', key, edition, value, others), '\u00a0; ' order by key)
          || '. ${ruleFrench}' as note_fr
      from others group by "row"),
    whole as (select "row", jsonb_object_agg(key, value order by place) as cells from cells group by "row")
    select w."row", w.cells || case when n.note is null then '{}'
        else jsonb_build_object('note', concat_ws(' ', w.cells ->> 'note', n.note),
          'note_fr', concat_ws(' ', w.cells ->> 'note_fr', n.note_fr)) end as cells
    from whole w left join notes n on n."row" = w."row"`
}

/** The statements themselves, of every subject that was settled. */
export async function fillStatements(tx: Transaction, stage: string, subjects: readonly Subject[]): Promise<number> {
  let count = 0
  for (const subject of subjects) {
    const result =
      await tx`insert into ${tx(stage)} (id, subject, "row", edition, database, facts, source_id, source_locator)
      select concat_ws('-', ${subject}::text, "row", edition, database), ${subject}::text, "row", edition, database, facts,
        source_id, source_locator from ${tx(toldTable(subject))}`
    count += result.count
  }
  return count
}
