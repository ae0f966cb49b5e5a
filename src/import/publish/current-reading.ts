import type postgres from 'postgres'

type Newest = { name: string; newest: readonly [among: string, edition: string] }

/**
 * Which row of several is the current one: that of the newest edition, whatever the order of imports. A partial batch is
 * first filled up with the rows it does not touch, since one of them may lose or win the mark.
 */
export async function markNewest(
  tx: postgres.TransactionSql,
  { table, complete }: { table: string; complete: boolean },
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
