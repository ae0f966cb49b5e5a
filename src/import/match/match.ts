/**
 * Which known commitment a row of a file is. The official id decides; else plan and title, with number and text to tell
 * equal titles apart; else plan and the same long text, where both sides have it once; else plan and number, which may
 * stand in the title, where both sides have it once and the titles resemble each other. A number alone is no key:
 * spreadsheets shorten 2.10 to 2.1, and some plans use a number several times.
 */

import type { Transaction } from '../publish/publish.ts'
import { resemble } from './commitment-key.ts'
import { INCOMING } from './incoming.ts'

/** A text as it is compared, whatever its blanks, punctuation and capitals. */
const TEXT_HASH = String.raw`md5(lower(translate(coalesce(full_text, ''), E' \n\t.,;:', '') collate "C")) as text_hash`
/** A short text proves nothing. */
const LONG = `length(full_text) > 60 as long`
const COMPARED = `title_key, title, lower(coalesce(number, '')) as number, ${TEXT_HASH}, ${LONG}`

/** What is known of a commitment, in the words of each edition that speaks of it. */
const KNOWN = `
  with c as (select * from commitments where valid_to is null
    and (plan in (select plan from ${INCOMING}) or ogp_id in (select ogp_id from ${INCOMING})))
  select id, ogp_id, plan, ${COMPARED}, false as taken from c
  union select c.id, c.ogp_id, c.plan, t.*, false from c
    join edition_statements s on s.subject = 'commitments' and s."row" = c.id and s.valid_to is null
    cross join lateral (select ${COMPARED} from jsonb_populate_record(null::commitments, s.facts)) t
    where t.title is not null`

/** The number of a commitment: of its own, or that its title begins with. */
const NUMBER = (alias: string) =>
  `coalesce(nullif(${alias}.number, ''), lower(substring(${alias}.title from '^\\D{0,16}?(\\d+(?:\\.\\w{1,3})*)[.):]?\\s')))`
const TEXT = (alias: string) => `case when ${alias}.long then ${alias}.text_hash end`

/** Gives rows of the incoming table the id of the commitment they are; the others keep none. */
export async function matchIncoming(tx: Transaction, edition: string): Promise<void> {
  const incoming = tx(INCOMING)
  await tx`create temp table known on commit drop as ${tx.unsafe(KNOWN)}`
  await tx`create index on known (plan, title_key)`
  await tx`analyze known`

  // A line of a file that was read before is what it was then.
  await tx`update ${incoming} i set id = r.commitment from irm_readings r where r.valid_to is null and r.edition = ${edition}
    and r.source_id = i.source_id and r.source_locator = i.source_locator
    and exists (select from known k where k.id = r.commitment)`
  await mark(tx)
  await tx`update ${incoming} i set id = k.id from known k where i.id is null and not k.taken and k.ogp_id = i.ogp_id`
  await mark(tx)
  // Equal titles are paired by text, then by number, then in their order; an official id that differs says no.
  for (const same of [['text_hash', 'number'], ['number'], ['text_hash'], []] as const) await pair(tx, same)
  await pairOnce(tx, TEXT)
  await pairOnce(tx, NUMBER, resemble)
  await tx`drop table known`
}

const mark = (tx: Transaction) =>
  tx`update known k set taken = true where not taken and exists (select from ${tx(INCOMING)} i where i.id = k.id)`

/** Pairs what is left, where plan, title and the named columns are equal: the first with the first, and so on. */
async function pair(tx: Transaction, same: readonly ('text_hash' | 'number')[]): Promise<void> {
  const keys = ['plan', 'title_key', ...same]
  const columns = tx.unsafe(keys.join(', '))
  const equal = tx.unsafe(keys.map(key => `k.${key} = i.${key}`).join(' and '))
  // Without text or number to go by, only titles that both sides have once are certain.
  const certain = same.length === 0 ? tx`and i.twins = 1 and k.twins = 1` : tx``
  await tx`with i as (
      select row, ogp_id, ${columns}, row_number() over w as at, count(*) over (partition by ${columns}) as twins
      from (select row, ogp_id, plan, ${tx.unsafe(COMPARED)} from ${tx(INCOMING)} where id is null) r window w as (partition by ${columns} order by row)),
    k as (
      select id, ogp_id, ${columns}, row_number() over w as at, count(*) over (partition by ${columns}) as twins
      from (select distinct id, ogp_id, ${columns} from known where not taken) d
      window w as (partition by ${columns} order by id))
    update ${tx(INCOMING)} t set id = k.id from i join k on ${equal} and k.at = i.at ${certain}
    where t.row = i.row and (k.ogp_id is null or i.ogp_id is null or k.ogp_id = i.ogp_id)`
  await mark(tx)
}

type Candidate = { row: number; id: string; one: string; other: string }

/** Pairs what is left within a plan by a key that both sides have once. */
async function pairOnce(
  tx: Transaction,
  key: (alias: string) => string,
  agree: (one: string, other: string) => boolean = () => true
): Promise<void> {
  const candidates = await tx<Candidate[]>`
    with open as (select distinct plan from known where not taken),
    i as (select row, ogp_id, plan, title, ${tx.unsafe(key('i'))} as key from (
      select row, ogp_id, plan, ${tx.unsafe(COMPARED)} from ${tx(INCOMING)}
      where id is null and plan in (select plan from open)) i),
    k as (select distinct id, ogp_id, plan, title, ${tx.unsafe(key('k'))} as key from known k where not taken),
    once as (select plan, key from i group by plan, key having count(*) = 1
      intersect select plan, key from k group by plan, key having count(distinct id) = 1)
    select i.row, k.id, i.title as one, k.title as other from i join k using (plan, key) join once using (plan, key)
    where (k.ogp_id is null or i.ogp_id is null or k.ogp_id = i.ogp_id) order by i.row, k.id`
  const same = new Map(candidates.filter(({ one, other }) => agree(one, other)).map(found => [found.row, found.id]))
  const taken = new Set<string>()
  const pairs = [...same].filter(([, id]) => !taken.has(id) && taken.add(id))
  if (pairs.length === 0) return
  await tx`update ${tx(INCOMING)} t set id = p.id
    from (select unnest(${pairs.map(([row]) => row)}::int[]) as row, unnest(${pairs.map(([, id]) => id)}::text[]) as id) p
    where t.row = p.row`
  await mark(tx)
}
