/** What became of one record from release to release. */

import { sql } from 'drizzle-orm'
import { releases as releaseTable } from '../db/versioned.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { ExportFormat } from '../engine/export/send.ts'
import type { Copy } from '../engine/format/formats.ts'
import { findRecord, respelt } from '../engine/item.ts'
import { addressOf, type Links, metaOf } from '../engine/links.ts'
import { exportAddresses, formatParameters } from '../engine/request/format.ts'
import { type ListQuery, readListQuery } from '../engine/request/list-query.ts'
import type { Answering, Asked, ExportAnswer, JsonAnswer, Moved } from '../engine/respond.ts'
import type { Service } from '../engine/service.ts'
import { HISTORY_COLUMNS } from './columns.ts'
import { OPERATIONS, selectChanges } from './compare.ts'

const HISTORY_PARAMETERS = ['lang', 'release', 'format', 'dialect'] as const

const COLUMNS = sql.raw(HISTORY_COLUMNS.map(([name]) => name).join(', '))

/** The changes of one record in every published release up to this one, the oldest first. */
function selectHistory(dataset: Dataset, id: string, seq: number, rows: Copy['rows']) {
  const span = { before: sql.raw('r.before'), after: sql.raw('r.seq') }
  const changes = selectChanges(dataset, span, { rows, moved: sql`select ${id}::text`, operations: OPERATIONS })
  const picked = rows === 'json' ? sql`(select row_to_json(x)::text from (select ${COLUMNS}) x) as row` : COLUMNS
  return sql`select ${picked} from (
    select r.id as release, r.date, r.seq, c.dataset, c.id, c.operation, c.field, c.old, c.new, c.position
    from (select seq, id, date, lag(seq) over (order by seq) as before from ${releaseTable}
          where status = 'published' and seq <= ${seq}) r
    cross join lateral (${changes}) c) h order by seq, position`
}

/** How `/{dataset}/{id}/history` is answered. */
export const historyOf = (service: Service, dataset: Dataset, name: string, url: string): Answering<ListQuery> => {
  const settled = async (asked: Asked<ListQuery>): Promise<Settled | Moved> => {
    const id = await findRecord(service, dataset, asked.query, name)
    const movedTo = respelt(url, name, id)
    if (movedTo !== undefined) return { movedTo }
    const statement = selectHistory(dataset, id, asked.query.release.seq, 'json')
    const rows = await service.reader.rows<{ row: string }>(statement, asked.query.release.seq)
    return { id, rows: rows.map(({ row }) => row), links: historyLinks(dataset, asked, id) }
  }
  return {
    read: parameters => readListQuery(dataset, parameters, service.releases, HISTORY_PARAMETERS),
    // A release that is withdrawn later leaves the history: its list belongs to the tag, and no answer is for ever.
    isMoving: true,
    key: ({ release }) => {
      const published = service.releases.all().filter(({ status, seq }) => status === 'published' && seq <= release.seq)
      return [published.map(({ id }) => id).join(), dataset.name, name, 'history']
    },
    speaks: () => false,
    json: async asked => {
      const found = await settled(asked)
      return 'movedTo' in found ? found : writeHistory(dataset, asked, found)
    },
    rows: async asked => {
      const found = await settled(asked)
      return 'movedTo' in found ? found : historyRows(dataset, asked, found)
    }
  }
}

type Settled = { id: string; rows: string[]; links: Links }

function writeHistory(
  dataset: Dataset,
  { service, query }: Asked<ListQuery>,
  { id, rows, links }: Settled
): JsonAnswer {
  const meta = { ...metaOf(service, dataset.name, query.release), id, total: rows.length, returned: rows.length }
  return { links, body: `{"data":[${rows.join(',')}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}` }
}

function historyRows(
  dataset: Dataset,
  { service, query, format, origin }: Asked<ListQuery, ExportFormat>,
  { id, rows, links }: Settled
): ExportAnswer {
  const { release } = query
  const [english, french] = dataset.title
  const pinned = [...formatParameters(format), ['release', release.id] as const]
  return {
    links,
    fileName: `${dataset.name}-${id}-history-${release.id}`,
    select: selectHistory(dataset, id, release.seq, format.copy.rows),
    title: [`${english}: history of ${id}`, `${french} : historique de ${id}`],
    columns: HISTORY_COLUMNS,
    rows: rows.length,
    permalink: addressOf(service, origin, `${dataset.name}/${id}/history`, pinned)
  }
}

function historyLinks(dataset: Dataset, { service, query, format, origin }: Asked<ListQuery>, id: string): Links {
  const path = `${dataset.name}/${id}/history`
  const pinned = query.pinned ? [['release', query.release.id] as const] : []
  return {
    self: addressOf(service, origin, path, pinned),
    item: addressOf(service, origin, `${dataset.name}/${id}`, pinned),
    ...exportAddresses(format, (suffix, dialect) =>
      addressOf(service, origin, `${path}${suffix}`, [...dialect, ...pinned])
    ),
    docs: `${origin}/docs/${dataset.name}`
  }
}
