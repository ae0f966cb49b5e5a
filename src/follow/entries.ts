/** The entries of a feed: for each record what a release changed of it, as far as the question is about it. */

import { sql } from 'drizzle-orm'
import { type Conditions, OPERATIONS, type Span, selectChanges, selectMoved } from '../changes/compare.ts'
import { withColumns } from '../changes/question.ts'
import { type Dataset, datasetAt } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import type { Service } from '../engine/service.ts'
import { completeOrder } from '../engine/sql/order-by.ts'
import { asJson, selectRows } from '../engine/sql/select.ts'
import type { FeedQuery, Place } from './question.ts'

export type Change = {
  dataset: string
  id: string
  operation: 'insert' | 'update' | 'delete'
  field: string | null
  old: unknown
  new: unknown
}

/** `enters`: a record that was there already comes to match; `leaves`: one that stays no longer does. */
export type Event = 'new' | 'enters' | 'changes' | 'leaves' | 'ends'

export type Entry = {
  id: string
  event: Event
  /** The release that changed it, and the one before. */
  release: Release
  since: Release
  /** As `/changes` tells them of the same question. */
  changes: Change[]
  /** Columns that differ, told of a record that enters or leaves as well, since one of them is the reason. */
  differing: Change[]
  /** The record as it is, or was last. */
  row: Record<string, unknown>
}

/** Records looked at together. */
const AT_ONCE = 2000
const NOTHING: Conditions = new Map()

/** Published releases with the one before each, from this one back. */
function steps({ releases }: Service, { release, place }: FeedQuery): { since: Release; release: Release }[] {
  const published = releases.all().filter(({ status, seq }) => status === 'published' && seq <= release.seq)
  const pairs = published.slice(1).map((each, at) => ({ since: published[at] as Release, release: each }))
  const start = place ? published.find(({ id }) => id === place.release) : undefined
  return pairs.filter(step => !place || (start !== undefined && step.release.seq <= start.seq)).reverse()
}

const idsOf = (ids: readonly string[]) =>
  sql`select unnest(${sql.param(`{${ids.map(id => `"${id}"`).join(',')}}`)}::text[])`

const spanOf = (since: Release, release: Release): Span => ({ before: since.seq, after: release.seq })

type Step = { service: Service; dataset: Dataset; query: FeedQuery; since: Release; release: Release }

const shownIn = ({ dataset, query, release }: Step): Dataset => withColumns(datasetAt(dataset, release), query.columns)

const grouped = (changes: readonly Change[]): Map<string, Change[]> => {
  const groups = new Map<string, Change[]>()
  for (const change of changes) groups.set(change.id, [...(groups.get(change.id) ?? []), change])
  return groups
}

/** Ids of records that changed, in their order, behind the one named; at most so many. */
async function changedIds(step: Step, behind: string | undefined, most: number): Promise<string[]> {
  const { service, query, since, release } = step
  const dataset = shownIn(step)
  const span = spanOf(since, release)
  const found: string[] = []
  let from = behind
  while (found.length < most) {
    const page = selectMoved(dataset, span, { from, limit: AT_ONCE })
    const moved = await service.reader.rows<{ id: string }>(page, release.seq)
    const last = moved.at(-1)?.id
    if (last === undefined) break
    const { conditions } = query
    const compared = {
      rows: 'json' as const,
      moved: idsOf(moved.map(({ id }) => id)),
      operations: OPERATIONS,
      conditions
    }
    const beyond = from === undefined ? sql`` : sql` where id collate "C" > ${from}`
    const rows = await service.reader.rows<{ id: string }>(
      sql`select id from (${selectChanges(dataset, span, compared)}) c${beyond} group by id order by id collate "C" limit ${most - found.length}`,
      release.seq
    )
    found.push(...rows.map(({ id }) => id))
    if (moved.length < AT_ONCE) break
    from = last
  }
  return found
}

async function changesOf(
  step: Step,
  ids: readonly string[],
  dataset: Dataset,
  conditions: Conditions
): Promise<Change[]> {
  const { service, since, release } = step
  const compared = { rows: 'json' as const, moved: idsOf(ids), operations: OPERATIONS, conditions }
  return service.reader.rows<Change>(
    sql`select dataset, id, operation, field, old, new from (${selectChanges(dataset, spanOf(since, release), compared)}) c order by id collate "C", position`,
    release.seq
  )
}

async function recordsAt({ service, dataset }: Step, ids: readonly string[], release: Release) {
  const shown = datasetAt(dataset, release)
  const columns = Object.keys(shown.fields)
  const listing = {
    dataset: shown,
    seq: release.seq,
    conditions: NOTHING,
    columns,
    order: completeOrder(shown, []),
    ids
  }
  const rows = await service.reader.rows<{ row: string }>(
    selectRows(listing, all => sql`${asJson(all)} as row`),
    release.seq
  )
  return rows.map(({ row }): [string, Record<string, unknown>] => {
    const record = JSON.parse(row) as Record<string, unknown>
    return [String(record.id), record]
  })
}

const eventOf = (asked: Change, all: readonly Change[]): Event => {
  const stays = !all.some(({ operation }) => operation !== 'update')
  if (asked.operation === 'insert') return stays ? 'enters' : 'new'
  if (asked.operation === 'delete') return stays ? 'leaves' : 'ends'
  return 'changes'
}

async function entriesOf(step: Step, ids: readonly string[]): Promise<Entry[]> {
  const { dataset, query, since, release } = step
  const shown = shownIn(step)
  const [asked, all, before, after] = await Promise.all([
    changesOf(step, ids, shown, query.conditions),
    changesOf(step, ids, datasetAt(dataset, release), NOTHING),
    recordsAt(step, ids, since),
    recordsAt(step, ids, release)
  ])
  const records = new Map([...before, ...after])
  const [told, known] = [grouped(asked), grouped(all)]
  return ids.map(id => {
    const changes = told.get(id) ?? []
    const every = known.get(id) ?? []
    const event = eventOf(changes[0] as Change, every)
    const differing = event === 'changes' ? changes : every.filter(({ operation }) => operation === 'update')
    return { id, event, release, since, changes, differing, row: records.get(id) ?? {} }
  })
}

/** A page of entries, the newest release first, and the place of its last where there are more. */
export async function readEntries(
  service: Service,
  dataset: Dataset,
  query: FeedQuery
): Promise<{ entries: Entry[]; next: Place | undefined }> {
  const { limit, place } = query
  const entries: Entry[] = []
  for (const { since, release } of steps(service, query)) {
    const step = { service, dataset, query, since, release }
    const behind = place?.release === release.id ? place.id : undefined
    const ids = await changedIds(step, behind, limit + 1 - entries.length)
    const shown = ids.slice(0, limit - entries.length)
    if (shown.length > 0) entries.push(...(await entriesOf(step, shown)))
    if (ids.length > shown.length) {
      const last = entries.at(-1) as Entry
      return { entries, next: { release: last.release.id, id: last.id } }
    }
  }
  return { entries, next: undefined }
}
