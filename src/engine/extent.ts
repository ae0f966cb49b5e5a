/**
 * Whether the rows that a question is about are all there are. Rows belong to wholes, such as commitments to action plans,
 * and of each whole it is known how much of it is here. Which wholes are meant follows from the filters that they share
 * with the rows; a filter on the rows themselves says nothing of what is not here.
 */

import { type SQL, sql } from 'drizzle-orm'
import { type Lang, typeset, wordsIn } from '../i18n/words.ts'
import { type Condition, canonicalText, toWhere } from './definition/filter.ts'
import type { Release } from './definition/release.ts'
import type { Extent, Group, Measured, Wholes } from './definition/wholes.ts'
import type { Service } from './service.ts'
import { validIn } from './sql/select.ts'

export type Asked = { conditions: ReadonlyMap<string, Condition>; release: Release }

const pair = ([en, fr]: readonly [SQL, SQL]) => sql`json_build_array(${en}, ${fr})`

async function read(service: Service, wholes: Wholes, { conditions, release }: Asked): Promise<Group[]> {
  const { table, joins, filters, isWhole, year, place, origin } = wholes
  const { seq } = release
  const wheres = [...conditions].flatMap(([name, condition]) => {
    const filter = filters[name]
    return filter ? [toWhere(filter, condition)] : []
  })
  const joined = joins.map(join => sql` left join ${join.table} on ${join.on} and ${validIn(join.table, seq)}`)
  const [found] = await service.reader.rows<{ groups: string }>(
    sql`select coalesce(json_agg(g), '[]')::text as groups from (
      select ${isWhole} as whole, ${year} as year, ${place.id} as place, ${pair(place.name)}::text::json as place_name,
        ${pair(origin.name)} as origin, ${pair(origin.selection)} as selection, count(*)::int as count
      from ${table}${sql.join(joined)} where ${sql.join([validIn(table, seq), ...wheres], sql` and `)}
      group by ${sql.join([isWhole, year, place.id, ...place.name, ...origin.name, ...origin.selection], sql`, `)}) g`,
    seq
  )
  return JSON.parse(found?.groups ?? '[]')
}

const sum = (groups: readonly Group[]) => groups.reduce((total, { count }) => total + count, 0)

/** Values all of whose groups are whole, and those of which some are not. */
function apart<T extends string | number>(groups: readonly Group[], of: (group: Group) => T | null): [T[], T[]] {
  const all = [...new Set(groups.map(of))].filter(value => value !== null).sort((a, b) => (a < b ? -1 : 1))
  const partial = new Set(groups.filter(({ whole }) => !whole).map(of))
  return [all.filter(value => !partial.has(value)), all.filter(value => partial.has(value))]
}

/** What an answer says of its extent, as data and in words. */
export type Told = { extent: Extent; notes: string[] }

/** Nothing where the rows belong to no wholes. Asked of the database once per release and filters. */
export async function extentOf(
  service: Service,
  { wholes }: { wholes?: Wholes },
  asked: Asked,
  lang: Lang
): Promise<Told | undefined> {
  if (!wholes) return undefined
  const shared = [...asked.conditions].filter(([name]) => name in wholes.filters)
  const key = JSON.stringify([
    asked.release.seq,
    Object.keys(wholes.filters),
    shared.map(([name, condition]) => [name, canonicalText(condition)])
  ])
  const known = service.extents.get(key) ?? measure(wholes, await read(service, wholes, asked))
  service.extents.set(key, known)
  return { extent: known.extent, notes: known.sentences.map(words => typeset(wordsIn(words, lang), lang)) }
}

function measure(wholes: Wholes, groups: readonly Group[]): Measured {
  const [whole_years, partial_years] = apart(groups, ({ year }) => year)
  const [whole_countries, partial_countries] = apart(groups, ({ place }) => place)
  const plans = sum(groups)
  const whole_plans = sum(groups.filter(({ whole }) => whole === true))
  const empty_plans = sum(groups.filter(({ whole }) => whole === null))
  const status =
    plans === empty_plans ? 'none' : whole_plans === plans ? 'whole' : whole_plans > 0 ? 'partly_whole' : 'selection'
  const extent: Extent = {
    status,
    plans,
    whole_plans,
    empty_plans,
    whole_years,
    partial_years,
    whole_countries,
    partial_countries
  }
  return { extent, sentences: wholes.inWords(extent, groups) }
}
