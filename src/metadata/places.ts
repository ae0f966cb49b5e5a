/** Of which countries the rows of a dataset speak. */
import { sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import type { Service } from '../engine/service.ts'
import { fromWhere, idOf } from '../engine/sql/select.ts'
import type { Lang } from '../i18n/words.ts'

/** A country by its ISO 3166-1 code and its name. */
export type Place = { id: string; name: string }

const COUNTRIES = 'countries'
const KEPT = 200

/** Reads the countries that a filter of the dataset finds rows by, or that its rows are; none where it has no such filter. */
export function openPlaces({
  reader,
  labels
}: Service): (dataset: Dataset, release: Release, lang: Lang) => Promise<Place[]> {
  const known = new LRUCache<string, readonly string[]>({ max: KEPT })
  const idsOf = async (dataset: Dataset, { seq }: Release): Promise<readonly string[]> => {
    const key = `${dataset.name} ${seq}`
    const found = known.get(key)
    if (found) return found
    const filter = Object.values(dataset.filters).find(({ references }) => references === COUNTRIES)
    if (!filter && dataset.name !== COUNTRIES) return []
    const value = filter?.value ?? idOf(dataset)
    const one = filter?.comparison === 'list' ? sql`unnest(${value})` : value
    const rows = await reader.rows<{ id: string | null }>(
      sql`select distinct ${one} as id ${fromWhere({ dataset, seq, conditions: new Map() }, [one])} order by 1`,
      seq
    )
    const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]))
    known.set(key, ids)
    return ids
  }
  return async (dataset, release, lang) => {
    const [ids, book] = await Promise.all([idsOf(dataset, release), labels.of(release)])
    return ids.map(id => ({ id, name: book.label({ references: COUNTRIES }, id, lang) ?? id }))
  }
}
