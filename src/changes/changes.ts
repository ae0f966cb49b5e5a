/** All changes from one release to another: pages in JSON, or everything in an export. */

import { type SQL, sql } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dataset } from '../engine/definition/dataset.ts'
import { type Exported, hasWords, isExport, sendExport } from '../engine/export/send.ts'
import { type Format, formatKey } from '../engine/format/formats.ts'
import { addressOf, type Links, linkHeader, metaOf } from '../engine/links.ts'
import { writeCursor } from '../engine/request/cursor.ts'
import { chooseFormat, exportAddresses, formatParameters } from '../engine/request/format.ts'
import { DEFAULT_LIMIT } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { isFresh } from '../http/caching.ts'
import { originOf } from '../http/origin.ts'
import { readParameters } from '../http/query-string.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'
import { CHANGE_COLUMNS } from './columns.ts'
import { CHANGE_ORDER, countChanges, type Span, selectChanges, selectMoved } from './compare.ts'
import { type ChangesQuestion, LAST_POSITION, type Place, questionOf, readChangesQuestion } from './question.ts'

export const NAME = 'changes'

const COLUMNS = sql.raw(CHANGE_COLUMNS.map(([name]) => name).join(', '))

type Answer = { service: Service; question: ChangesQuestion; origin: string; format: Format; lang: Lang }
type PageRow = Place & { row: string }

/** Answers `/changes`; `suffix` is the format that the path names. */
export async function answerChanges(
  service: Service,
  suffix: Format | undefined,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const question = readChangesQuestion(service, readParameters(request.raw.url ?? ''))
  const format = chooseFormat(request, suffix, question)
  const origin = originOf(request, service.publicUrl)
  const { release, pinned, asked, limit, place } = question
  const parts = [
    service.build,
    origin,
    release.id,
    NAME,
    formatKey(format),
    JSON.stringify([asked, limit, place]),
    String(pinned)
  ]
  reply.type(format.contentType).header('data-release', release.id)
  const lang = languageOf(question.lang, request.headers['accept-language'])
  const spoken = hasWords(format) ? lang : undefined
  if (isFresh(request, reply, { parts, modified: release.published_at, pinned, lang: spoken }))
    return reply.code(304).send()
  const answer = { service, question, origin, format, lang }
  return isExport(format) ? sendRows({ ...answer, format }, request, reply) : sendPage(answer, reply)
}

const spanOf = ({ since, release }: ChangesQuestion): Span => ({ before: since.seq, after: release.seq })

/** Datasets with how many changes each has; two releases never change, so each is counted once. */
async function count({ service, question }: Answer): Promise<Map<Dataset, number>> {
  const { datasets, operations, release } = question
  const span = spanOf(question)
  const counts = await Promise.all(
    datasets.map(async dataset => {
      const key = JSON.stringify([NAME, span, dataset.name, operations])
      const known = service.totals.get(key)
      if (known !== undefined) return [dataset, known] as const
      const [row] = await service.reader.rows<{ total: number }>(countChanges(dataset, span, operations), release.seq)
      service.totals.set(key, row?.total ?? 0)
      return [dataset, row?.total ?? 0] as const
    })
  )
  return new Map(counts)
}

const sum = (counts: ReadonlyMap<Dataset, number>) => [...counts.values()].reduce((total, found) => total + found, 0)

/** Rows behind the place, read record by record, so that a page costs the same wherever it is. */
async function readPage({ service, question }: Answer, counts: ReadonlyMap<Dataset, number>, limit: number) {
  const { operations, release, place } = question
  const span = spanOf(question)
  const rows: PageRow[] = []
  const changed = [...counts].filter(([, found]) => found > 0).map(([dataset]) => dataset)
  const from = place
    ? changed.slice(
        Math.max(
          0,
          changed.findIndex(({ name }) => name === place.dataset)
        )
      )
    : changed
  for (const dataset of from) {
    let behind = place?.dataset === dataset.name ? place : undefined
    while (rows.length <= limit) {
      const page = { from: behind?.id, limit: limit + 2 }
      const moved = await service.reader.rows<{ id: string }>(selectMoved(dataset, span, page), release.seq)
      const last = moved.at(-1)?.id
      if (last === undefined) break
      const ids = sql`select unnest(${sql.param(`{${moved.map(({ id }) => `"${id}"`).join(',')}}`)}::text[])`
      const changes = selectChanges(dataset, span, { rows: 'json', moved: ids, operations })
      const beyond = behind ? sql` where (id collate "C", position) > (${behind.id}, ${behind.position}::int)` : sql``
      const statement = sql`select dataset, id, position, (select row_to_json(r)::text from (select ${COLUMNS}) r) as row
        from (${changes}) c${beyond} order by ${CHANGE_ORDER} limit ${limit + 1 - rows.length}`
      rows.push(...(await service.reader.rows<PageRow>(statement, release.seq)))
      if (moved.length < page.limit) break
      behind = { dataset: dataset.name, id: last, position: LAST_POSITION }
    }
    if (rows.length > limit) break
  }
  return rows
}

function linksOf({ service, question, origin, format }: Answer, next: Place | undefined): Links {
  const { asked, limit, release, pinned, place } = question
  const size = limit === undefined ? [] : [['limit', String(limit)] as const]
  const pin = pinned ? [['release', release.id] as const] : []
  const at = ({ dataset, id, position }: Place) =>
    writeCursor({ release: release.id, question: questionOf(asked), key: [dataset, id, position], backwards: false })
  const form = [...asked, ...formatParameters(format)]
  const to = (...more: (readonly [string, string])[]) => addressOf(service, origin, NAME, [...form, ...size, ...more])
  return {
    self: to(...pin, ...(place ? [['cursor', at(place)] as const] : [])),
    first: to(...pin),
    next: next ? to(...pin, ['cursor', at(next)]) : null,
    permalink: addressOf(service, origin, NAME, [...form, ['release', release.id]]),
    ...exportAddresses(format, (suffix, dialect) =>
      addressOf(service, origin, `${NAME}${suffix}`, [...asked, ...dialect, ...pin])
    ),
    docs: `${origin}/docs/service`
  }
}

async function sendPage(answer: Answer, reply: FastifyReply): Promise<FastifyReply> {
  const { service, question, origin } = answer
  const limit = question.limit ?? DEFAULT_LIMIT
  const counts = await count(answer)
  const found = await readPage(answer, counts, limit)
  const rows = found.slice(0, limit)
  const links = linksOf(answer, found.length > limit ? rows.at(-1) : undefined)
  const { since, release } = question
  const meta = { ...metaOf(service, NAME, release), since: since.id, total: sum(counts), returned: rows.length }
  const body = `{"data":[${rows.map(({ row }) => row).join(',')}],"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}`
  return reply.header('link', linkHeader(service, origin, links)).send(body)
}

async function sendRows(
  answer: Answer & Pick<Exported, 'format'>,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> {
  const { service, question, origin, format, lang } = answer
  const { copy } = format
  const { since, release, operations, limit, place } = question
  const counts = await count(answer)
  const paged = limit !== undefined || place !== undefined
  const page = paged
    ? (await readPage(answer, counts, limit ?? DEFAULT_LIMIT)).slice(0, limit ?? DEFAULT_LIMIT)
    : undefined
  const rows = page ? page.length : sum(counts)
  const links = linksOf(answer, undefined)
  reply.header('link', linkHeader(service, origin, links))
  const span = spanOf(question)
  const arms = [...counts].map(([dataset, found], ordinal): SQL => {
    const moved = found > 0 ? selectMoved(dataset, span) : sql`select null::text where false`
    return sql`select ${sql.raw(String(ordinal))} as ordinal, a.* from (${selectChanges(dataset, span, { rows: copy.rows, moved, operations })}) a`
  })
  const first = page?.[0]
  const all = sql`(${sql.join(arms, sql` union all `)}) c`
  const picked = copy.rows === 'json' ? sql`(select row_to_json(r)::text from (select ${COLUMNS}) r)` : COLUMNS
  const only = first ? whereBetween(first, page?.at(-1) ?? first, [...counts.keys()]) : sql``
  const statement = sql`select ${picked} from ${all}${only} order by ordinal, ${CHANGE_ORDER}`
  const exported: Exported = {
    format,
    fileName: `changes-${since.id}-to-${release.id}`,
    select: page?.length === 0 ? sql`${statement} limit 0` : statement,
    title: [`Changes from ${since.id} to ${release.id}`, `Changements de ${since.id} à ${release.id}`],
    columns: CHANGE_COLUMNS,
    rows,
    release,
    permalink: links.permalink as string,
    origin,
    lang
  }
  return sendExport(service, exported, request, reply)
}

/** The rows from the first of a page to its last. */
function whereBetween(first: Place, last: Place, datasets: readonly Dataset[]): SQL {
  const key = ({ dataset, id, position }: Place) => {
    const ordinal = datasets.findIndex(({ name }) => name === dataset)
    return sql`(${ordinal}::int, ${id}::text collate "C", ${position}::int)`
  }
  return sql` where (ordinal, id collate "C", position) between ${key(first)} and ${key(last)}`
}
