/** What became of one record from release to release. */

import { sql } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { releases as releaseTable } from '../db/versioned.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import { hasWords, isExport, sendExport } from '../engine/export/send.ts'
import { type Copy, type Format, formatKey } from '../engine/format/formats.ts'
import { findRecord } from '../engine/item.ts'
import { addressOf, type Links, linkHeader, metaOf } from '../engine/links.ts'
import { chooseFormat, exportAddresses, formatParameters } from '../engine/request/format.ts'
import { readQuestion } from '../engine/request/list-query.ts'
import type { Service } from '../engine/service.ts'
import { isFresh } from '../http/caching.ts'
import { originOf } from '../http/origin.ts'
import { readParameters } from '../http/query-string.ts'
import { languageOf } from '../i18n/negotiation.ts'
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
  const format = chooseFormat(request, suffix, question)
  const origin = originOf(request, service.publicUrl)
  const { release } = question
  const pinned = question.pinned ? release.id : undefined
  reply.type(format.contentType).header('data-release', release.id)
  // A release that is withdrawn later leaves the history: its list belongs to the tag, and no answer is for ever.
  const published = service.releases.all().filter(({ status, seq }) => status === 'published' && seq <= release.seq)
  const known = published.map(({ id }) => id).join()
  const parts = [service.build, origin, known, dataset.name, name, 'history', formatKey(format), String(pinned)]
  const lang = languageOf(question.lang, request.headers['accept-language'])
  const spoken = hasWords(format) ? lang : undefined
  const validity = { parts, modified: release.published_at, pinned: false, lang: spoken }
  if (isFresh(request, reply, validity)) return reply.code(304).send()

  const id = await findRecord(service, dataset, question, name)
  if (id !== name && id.toLowerCase() === name.toLowerCase()) {
    return reply.redirect(request.raw.url?.replace(encodeURIComponent(name), id) ?? id, 301)
  }
  const statement = selectHistory(dataset, id, release.seq, 'json')
  const rows = await service.reader.rows<{ row: string }>(statement, release.seq)
  const links = historyLinks(service, dataset, format, origin, id, pinned)
  reply.header('link', linkHeader(service, origin, links))
  if (!isExport(format)) {
    const meta = { ...metaOf(service, dataset.name, release), id, total: rows.length, returned: rows.length }
    return reply.send(
      `{"data":[${rows.map(({ row }) => row).join(',')}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}`
    )
  }
  const [english, french] = dataset.title
  const exported = {
    format,
    fileName: `${dataset.name}-${id}-history-${release.id}`,
    select: selectHistory(dataset, id, release.seq, format.copy.rows),
    title: [`${english}: history of ${id}`, `${french} : historique de ${id}`] as const,
    columns: HISTORY_COLUMNS,
    rows: rows.length,
    release,
    permalink: addressOf(service, origin, `${dataset.name}/${id}/history`, [
      ...formatParameters(format),
      ['release', release.id]
    ]),
    origin,
    lang
  }
  return sendExport(service, exported, request, reply)
}

function historyLinks(
  service: Service,
  dataset: Dataset,
  format: Format,
  origin: string,
  id: string,
  pin: string | undefined
): Links {
  const path = `${dataset.name}/${id}/history`
  const pinned = pin ? [['release', pin] as const] : []
  return {
    self: addressOf(service, origin, path, pinned),
    item: addressOf(service, origin, `${dataset.name}/${id}`, pinned),
    ...exportAddresses(format, (suffix, dialect) =>
      addressOf(service, origin, `${path}${suffix}`, [...dialect, ...pinned])
    ),
    docs: `${origin}/docs/${dataset.name}`
  }
}
