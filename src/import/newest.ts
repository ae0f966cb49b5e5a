import type postgres from 'postgres'

/**
 * Which of a commitment's readings is the current one: that of the newest edition, whatever the order of imports. A
 * partial batch is first filled up with the readings it does not touch, since one of them may lose or win the mark.
 */
export async function markNewest(tx: postgres.TransactionSql, stage: string, complete: boolean): Promise<void> {
  const staged = tx(stage)
  if (!complete) {
    const columns = (
      await tx<{ name: string }[]>`
      select attname as name from pg_attribute where attrelid = ${stage}::regclass and attnum > 0`
    ).map(column => column.name)
    await tx`insert into ${staged} (${tx(columns)})
      select ${tx(columns)} from irm_readings r where valid_to is null
        and exists (select from ${staged} s where s.commitment = r.commitment)
        and not exists (select from ${staged} s where s.id = r.id)`
  }
  await tx`with ranked as (
      select s.id, row_number() over (partition by s.commitment order by e.rank desc, s.id) = 1 as newest
      from ${staged} s left join editions e on e.id = s.edition and e.valid_to is null)
    update ${staged} s set newest = ranked.newest from ranked where ranked.id = s.id`
}
