/**
 * Which known commitment a row of a file is. The official id decides; else plan and title, with number and text to tell
 * equal titles apart; else plan and number, where both sides have it once and the titles resemble each other. A number
 * alone is no key: spreadsheets shorten 2.10 to 2.1, and some plans use a number several times.
 */
import type { Transaction } from './publish.ts'
import { resemble } from './title.ts'

export const INCOMING = 'incoming'

/** Gives rows of the incoming table the id of the commitment they are; the others keep none. */
export async function matchIncoming(tx: Transaction): Promise<void> {
  const incoming = tx(INCOMING)
  await tx`create temp table known on commit drop as
    select id, ogp_id, plan, title_key, title, lower(coalesce(number, '')) as number, md5(coalesce(full_text, '')) as text, false as taken
    from commitments where valid_to is null
      and (plan in (select plan from ${incoming}) or ogp_id in (select ogp_id from ${incoming}))`
  await tx`create index on known (plan, title_key)`
  await tx`analyze known`

  await tx`update ${incoming} i set id = k.id from known k where k.ogp_id = i.ogp_id`
  await mark(tx)
  // Equal titles are paired by text, then by number, then in their order; an official id that differs says no.
  for (const same of [['text', 'number'], ['number'], ['text'], []] as const) await pair(tx, same)
  await pairByNumber(tx)
  await tx`drop table known`
}

const mark = (tx: Transaction) =>
  tx`update known k set taken = true where not taken and exists (select from ${tx(INCOMING)} i where i.id = k.id)`

/** Pairs what is left, where plan, title and the named columns are equal: the first with the first, and so on. */
async function pair(tx: Transaction, same: readonly ('text' | 'number')[]): Promise<void> {
  const keys = ['plan', 'title_key', ...same]
  const columns = tx.unsafe(keys.join(', '))
  const equal = tx.unsafe(keys.map(key => `k.${key} = i.${key}`).join(' and '))
  // Without text or number to go by, only titles that both sides have once are certain.
  const certain = same.length === 0 ? tx`and i.twins = 1 and k.twins = 1` : tx``
  await tx`with i as (
      select row, ogp_id, ${columns}, row_number() over w as at, count(*) over (partition by ${columns}) as twins
      from (select row, ogp_id, plan, title_key, lower(coalesce(number, '')) as number, md5(coalesce(full_text, '')) as text
            from ${tx(INCOMING)} where id is null) r window w as (partition by ${columns} order by row)),
    k as (
      select id, ogp_id, ${columns}, row_number() over w as at, count(*) over (partition by ${columns}) as twins
      from known where not taken window w as (partition by ${columns} order by id))
    update ${tx(INCOMING)} t set id = k.id from i join k on ${equal} and k.at = i.at ${certain}
    where t.row = i.row and (k.ogp_id is null or i.ogp_id is null or k.ogp_id = i.ogp_id)`
  await mark(tx)
}

async function pairByNumber(tx: Transaction): Promise<void> {
  const candidates = await tx<{ row: number; id: string; one: string; other: string }[]>`
    with i as (select row, ogp_id, plan, title, lower(number) as number, count(*) over (partition by plan, lower(number)) as twins
               from ${tx(INCOMING)} where id is null and number is not null),
    k as (select id, ogp_id, plan, title, number, count(*) over (partition by plan, number) as twins
          from known where not taken and number <> '')
    select i.row, k.id, i.title as one, k.title as other from i join k on k.plan = i.plan and k.number = i.number
    where i.twins = 1 and k.twins = 1 and (k.ogp_id is null or i.ogp_id is null or k.ogp_id = i.ogp_id)`
  const same = candidates.filter(({ one, other }) => resemble(one, other))
  if (same.length === 0) return
  await tx`update ${tx(INCOMING)} t set id = p.id
    from (select unnest(${same.map(({ row }) => row)}::int[]) as row, unnest(${same.map(({ id }) => id)}::text[]) as id) p
    where t.row = p.row`
  await mark(tx)
}
