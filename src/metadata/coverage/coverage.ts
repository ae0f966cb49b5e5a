/** How complete each column of each dataset is. */
import { type SQL, sql } from 'drizzle-orm'
import { MISSING } from '../../db/codes.ts'
import { type Dataset, datasetAt } from '../../engine/definition/dataset.ts'
import type { Field } from '../../engine/definition/field.ts'
import type { Release } from '../../engine/definition/release.ts'
import { oncePerRelease } from '../../engine/releases/per-release-cache.ts'
import type { Service } from '../../engine/service.ts'
import { fromWhere } from '../../engine/sql/select.ts'

export type Coverage = {
  dataset: string
  column: string
  /** All rows. */
  rows: number
  /** Rows with a value. */
  present: number
  /** Rows whose value is the IRM's own word for a reading that is missing; null where the column holds none. */
  unread: number | null
  /** `present` of `rows`, from 0 to 1; null without rows. */
  share: number | null
  /** Different values. */
  different: number
}

/** Columns in one statement: each costs a sort of all values. */
const AT_ONCE = 8
const PLACES = 10_000

const unreadOf = ({ schema, value }: Field): SQL => {
  const words = MISSING.filter(word => schema.enum?.includes(word))
  if (words.length === 0) return sql`null::int`
  const list = sql.join(
    words.map(word => sql`${word}`),
    sql`, `
  )
  return sql`(count(*) filter (where ${value} in (${list})))::int`
}

async function measure({ reader }: Service, dataset: Dataset, { seq }: Release): Promise<Coverage[]> {
  const columns = Object.entries(dataset.fields)
  const found: Coverage[] = []
  for (let at = 0; at < columns.length; at += AT_ONCE) {
    const some = columns.slice(at, at + AT_ONCE)
    const counts = some.map(
      ([, field]) => sql`count(${field.value})::int, ${unreadOf(field)}, count(distinct ${field.value})::int`
    )
    const from = fromWhere({ dataset, seq, conditions: new Map() }, counts)
    const [row] = await reader.rows<{ counts: string }>(
      sql`select array_to_json(array[count(*)::int, ${sql.join(counts, sql`, `)}])::text as counts ${from}`,
      seq
    )
    const [total, ...rest] = JSON.parse(row?.counts ?? '[]') as (number | null)[]
    const rows = total ?? 0
    for (const [index, [column]] of some.entries()) {
      const [present, unread = null, different] = rest.slice(3 * index, 3 * index + 3)
      const share = rows > 0 ? Math.round(((present ?? 0) / rows) * PLACES) / PLACES : null
      found.push({
        dataset: dataset.name,
        column,
        rows,
        present: present ?? 0,
        unread,
        share,
        different: different ?? 0
      })
    }
  }
  return found
}

/** Measures all datasets, in their order and in that of their columns. */
export const openCoverage = (service: Service): ((release: Release) => Promise<readonly Coverage[]>) =>
  oncePerRelease(async release => {
    const all: Coverage[] = []
    for (const dataset of service.datasets) all.push(...(await measure(service, datasetAt(dataset, release), release)))
    return all
  })
