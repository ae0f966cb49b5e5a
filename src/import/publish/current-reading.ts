import type postgres from 'postgres'
import { factsSql } from './together.ts'

type Batch = { table: string; complete: boolean }
type Newest = { name: string; newest: readonly [among: string, edition: string] }
type Earlier = { name: string; earlier: readonly [among: string, edition: string]; told: readonly string[] }

/**
 * Which row of several is the current one: that of the newest edition, whatever the order of imports. A partial batch is
 * first filled up with the rows it does not touch, since one of them may lose or win the mark.
 */
export async function markNewest(
  tx: postgres.TransactionSql,
  { table, complete }: Batch,
  stage: string,
  { name, newest: [among, edition] }: Newest
): Promise<void> {
  const staged = tx(stage)
  if (!complete) {
    const columns = (
      await tx<{ name: string }[]>`
      select attname as name from pg_attribute where attrelid = ${stage}::regclass and attnum > 0`
    ).map(column => column.name)
    await tx`insert into ${staged} (${tx(columns)})
      select ${tx(columns)} from ${tx(table)} r where valid_to is null
        and exists (select from ${staged} s where s.${tx(among)} = r.${tx(among)})
        and not exists (select from ${staged} s where s.id = r.id)`
  }
  await tx`with ranked as (
      select s.id, row_number() over (partition by s.${tx(among)} order by e.rank desc, s.id) = 1 as is_newest
      from ${staged} s left join editions e on e.id = s.${tx(edition)} and e.valid_to is null)
    update ${staged} s set ${tx(name)} = ranked.is_newest from ranked where ranked.id = s.id`
}

/**
 * Gives the row of the newest edition what it leaves empty and others tell, so that no fact disappears because a newer
 * edition does not cover it. To be called when all rows of the stage are there, as `markNewest` leaves it.
 */
export async function keepEarlier(
  tx: postgres.TransactionSql,
  stage: string,
  { name, earlier: [among, edition], told }: Earlier
): Promise<void> {
  const staged = tx(stage)
  const facts = tx.unsafe(factsSql('s', told))
  await tx`update ${staged} set ${tx(name)} = null where ${tx(name)} is not null`
  await tx`with several as (
      select ${tx(among)} as key from ${staged} group by 1 having count(*) > 1),
    told as (
      select s.id, several.key, ${facts} as facts, row_number() over (partition by several.key order by e.rank desc, s.id) as place
      from ${staged} s join several on several.key = s.${tx(among)}
      left join editions e on e.id = s.${tx(edition)} and e.valid_to is null),
    others as (
      select o.key, jsonb_object_agg(cell.key, cell.value order by place desc) as facts
      from told o, jsonb_each(o.facts) cell where place > 1 group by o.key),
    kept as (
      select n.id, jsonb_strip_nulls(o.facts - array(select jsonb_object_keys(n.facts))) as facts
      from told n join others o using (key) where n.place = 1)
    update ${staged} s set ${tx(name)} = kept.facts from kept where kept.id = s.id and kept.facts <> '{}'`
}

/** Takes out of rows that tell what all editions say what they did not say of their own, and still say alike. */
export async function leaveEarlier(
  tx: postgres.TransactionSql,
  table: string,
  stage: string,
  { name, told }: Earlier
): Promise<void> {
  const own = told.map(column => {
    const kept = `t."${column}" is null and to_jsonb(s."${column}") = t."${name}" -> '${column}'`
    return `"${column}" = case when ${kept} then null else s."${column}" end`
  })
  await tx`update ${tx(stage)} s set ${tx.unsafe(own.join(', '))}
    from ${tx(table)} t where t.id = s.id and t.valid_to is null and t.${tx(name)} is not null`
}
