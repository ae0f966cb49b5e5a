/** What became of one record from release to release. */
import { sql } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { releases as releaseTable } from '../db/versioned.ts'
import { isFresh } from '../http/caching.ts'
import { negotiate } from '../http/negotiate.ts'
import { originOf } from '../http/origin.ts'
import { readParameters } from '../http/url.ts'
import type { Dataset } from '../resource/dataset.ts'
import { copyOut } from '../resource/export.ts'
import { type Copy, FORMATS, type Format } from '../resource/formats.ts'
import { findRecord } from '../resource/item.ts'
import { addressOf, type Links, linkHeader, metaOf } from '../resource/links.ts'
import { readQuestion } from '../resource/query.ts'
import { toText } from '../resource/reader.ts'
import type { Service } from '../resource/service.ts'
import { OPERATIONS, selectChanges } from './compare.ts'

export const HISTORY_PARAMETERS = ['release', 'format'] as const

const COLUMNS = sql.raw('release, date, dataset, id, operation, field, old, new')

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

/** Answers `/{dataset}/{id}/history`; `suffix` is the format that the path names. */
export async function answerHistory(
  service: Service,
  dataset: Dataset,
  suffix: Format | undefined,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const { id: name } = request.params as { id: string }
  const question = readQuestion(dataset, readParameters(request.raw.url ?? ''), service.releases, HISTORY_PARAMETERS)
  const format = negotiate({ asked: suffix ?? question.format, accept: request.headers.accept }, FORMATS)
  const origin = originOf(request, service.publicUrl)
  const { release } = question
  const pinned = question.pinned ? release.id : undefined
  reply.type(format.contentType).header('data-release', release.id)
  // A release that is withdrawn later leaves the history: its list belongs to the tag, and no answer is for ever.
  const published = service.releases.all().filter(({ status, seq }) => status === 'published' && seq <= release.seq)
  const known = published.map(({ id }) => id).join()
  const parts = [service.build, origin, known, dataset.name, name, 'history', format.name, String(pinned)]
  if (isFresh(request, reply, { parts, modified: release.published_at, pinned: false })) return reply.code(304).send()

  const id = await findRecord(service, dataset, question, name)
  if (id !== name && id.toLowerCase() === name.toLowerCase()) {
    return reply.redirect(request.raw.url?.replace(encodeURIComponent(name), id) ?? id, 301)
  }
  const statement = selectHistory(dataset, id, release.seq, 'json')
  const rows = await service.reader.rows<{ row: string }>(statement, release.seq)
  const links = historyLinks(service, dataset, origin, id, pinned)
  reply.header('link', linkHeader(service, origin, links))
  if (!format.copy) {
    const meta = { ...metaOf(service, dataset.name, release), id, total: rows.length, returned: rows.length }
    return reply.send(
      `{"data":[${rows.map(({ row }) => row).join(',')}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}`
    )
  }
  reply.headers({
    'row-count': rows.length,
    'content-disposition': `attachment; filename="ogp-${dataset.name}-${id}-history-${release.id}.${format.name}"`
  })
  if (request.method === 'HEAD') return reply.send('')
  return reply.send(
    await copyOut({
      url: service.reader.serverWith(release.seq),
      statement: toText(format.copy.statement(selectHistory(dataset, id, release.seq, format.copy.rows))),
      records: format.copy.records(),
      expected: rows.length + format.copy.headerLines
    })
  )
}

function historyLinks(service: Service, dataset: Dataset, origin: string, id: string, pin: string | undefined): Links {
  const path = `${dataset.name}/${id}/history`
  const pinned = pin ? [['release', pin] as const] : []
  return {
    self: addressOf(service, origin, path, pinned),
    item: addressOf(service, origin, `${dataset.name}/${id}`, pinned),
    ...Object.fromEntries(
      FORMATS.filter(({ copy }) => copy).map(({ name }) => [
        name,
        addressOf(service, origin, `${path}.${name}`, pinned)
      ])
    ),
    docs: `${origin}/docs#/${dataset.name}`
  }
}
