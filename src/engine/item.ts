/** One row, with links to what hangs on it. */

import { sql } from 'drizzle-orm'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFresh } from '../http/caching.ts'
import { Problem } from '../http/errors/problems.ts'
import { nearest } from '../http/errors/suggestions.ts'
import { originOf } from '../http/origin.ts'
import { type Parameter, readParameters } from '../http/query-string.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'
import type { Dataset } from './definition/dataset.ts'
import type { Field } from './definition/field.ts'
import { hasWords, isExport, sendExport } from './export/send.ts'
import { FORMATS, type Format, formatKey, shapeOf } from './format/formats.ts'
import { labelled } from './labels.ts'
import { addressOf, type Links, linkHeader, metaOf, queryPage } from './links.ts'
import { chooseFormat, formatParameters } from './request/format.ts'
import { ITEM_PARAMETERS, type Question, readQuestion } from './request/list-query.ts'
import type { Service } from './service.ts'
import { completeOrder } from './sql/order-by.ts'
import { idOf, type Listing, selectIdentity, selectItem, selectRows, selectSpans } from './sql/select.ts'

type Found = { id: string; row: string }
/** What ids and other names of rows are made of; nothing else reaches the database. */
const ID = /^[A-Za-z0-9_-]{1,200}$/
const IDS_COMPARED = 3000

/** Ids are made of ISO codes in capitals and lower-case words; these are the ways a reader may have meant them. */
const spellings = (name: string): string[] => [
  ...new Set([
    name,
    name.toLowerCase(),
    name.slice(0, 2).toUpperCase() + name.slice(2).toLowerCase(),
    name.toUpperCase()
  ])
]

/** `CL.csv` names a row and a format; no id holds a dot. */
export const readName = (name: string): { id: string; suffix: Format | undefined } => {
  const at = name.lastIndexOf('.')
  const suffix = at < 0 ? undefined : FORMATS.find(format => format.name === name.slice(at + 1))
  return suffix ? { id: name.slice(0, at), suffix } : { id: name, suffix: undefined }
}

/** Answers an item; another spelling of its id is redirected to the one we print. */
export async function answerItem(
  service: Service,
  dataset: Dataset,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const { id, suffix } = readName((request.params as { id: string }).id)
  const question = readQuestion(dataset, readParameters(request.raw.url ?? ''), service.releases, ITEM_PARAMETERS)
  const format = chooseFormat(request, suffix, question)
  const origin = originOf(request, service.publicUrl)
  const { release, pinned } = question
  const lang = languageOf(question.lang, request.headers['accept-language'])
  const spoken = question.labels || hasWords(format) ? lang : undefined
  reply.type(format.contentType).header('data-release', release.id)
  const parts = [
    service.build,
    origin,
    release.id,
    dataset.name,
    id,
    formatKey(format),
    JSON.stringify(question.asked),
    String(pinned)
  ]
  if (isFresh(request, reply, { parts, modified: release.published_at, pinned, lang: spoken }))
    return reply.code(304).send()
  const { dataset: shown, columns } = await labelled(service, dataset, question, question.labels ? lang : undefined)
  const selection = { dataset: shown, seq: release.seq, conditions: new Map(), columns: Object.keys(shown.fields) }
  const item = await findItem(service, selection, question, id)
  if (item.id !== id && item.id.toLowerCase() === id.toLowerCase()) {
    return reply.redirect(request.raw.url?.replace(encodeURIComponent(id), item.id) ?? item.id, 301)
  }
  const links = itemLinks(service, dataset, question, format, origin, JSON.parse(item.row))
  reply.header('link', linkHeader(service, origin, links))
  if (!isExport(format)) {
    const data =
      columns.length === selection.columns.length ? item.row : JSON.stringify(pick(JSON.parse(item.row), columns))
    return reply.send(
      `{"data":${data},"meta":${JSON.stringify(metaOf(service, dataset.name, release))},"links":${JSON.stringify(links)}}`
    )
  }
  const listing: Listing = { ...selection, columns, order: completeOrder(dataset, []), ids: [item.id] }
  const exported = {
    format,
    fileName: `${dataset.name}-${item.id}-${release.id}`,
    select: selectRows(listing, shapeOf(format.copy)),
    title: dataset.title,
    columns: columns.map(name => [name, shown.fields[name] as Field] as const),
    rows: 1,
    release,
    permalink: links.permalink as string,
    origin,
    lang
  }
  return sendExport(service, exported, request, reply)
}

/** The row that a name means, as JSON; throws the Problem of an unknown one. */
async function findItem(
  service: Service,
  selection: Omit<Listing, 'order'>,
  question: Question,
  name: string
): Promise<Found> {
  const statement = selectItem(selection, spellings(name))
  const [item] = ID.test(name) ? await service.reader.rows<Found>(statement, selection.seq as number) : []
  if (!item) throw await notFound(service, selection.dataset, question, name)
  return item
}

export type OneRow = {
  id: string
  /** What the row is called, where it has a name or title. */
  called: string | undefined
  /** The columns asked for. */
  row: Record<string, unknown>
}

/** The row that a name means. Throws the Problem of an unknown one. */
export async function oneRow(
  service: Service,
  dataset: Dataset,
  question: Question,
  name: string,
  lang: Lang
): Promise<OneRow> {
  const { seq } = question.release
  const { dataset: shown, columns } = await labelled(service, dataset, question, question.labels ? lang : undefined)
  const selection = { dataset: shown, seq, conditions: new Map(), columns: Object.keys(shown.fields) }
  const { id, row } = await findItem(service, selection, question, name)
  const whole = JSON.parse(row) as Record<string, unknown>
  const called = whole[`name_${lang}`] ?? whole.name_en ?? whole.title
  return { id, called: called == null ? undefined : String(called), row: pick(whole, columns) }
}

const pick = (row: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(columns.map(column => [column, row[column]]))

function itemLinks(
  service: Service,
  dataset: Dataset,
  { release, pinned, asked }: Question,
  format: Format,
  origin: string,
  row: Record<string, unknown>
): Links {
  const pin: Parameter[] = pinned ? [['release', release.id]] : []
  const path = `${dataset.name}/${row.id}`
  const related = Object.entries(dataset.related ?? {}).map(([name, { dataset: other, parameter, field }]) => {
    const value = row[field]
    return [
      name,
      value == null ? null : addressOf(service, origin, other, [[parameter, String(value)], ...pin])
    ] as const
  })
  const self = addressOf(service, origin, path, [...asked, ...pin])
  return {
    self,
    permalink: addressOf(service, origin, path, [...asked, ...formatParameters(format), ['release', release.id]]),
    query: queryPage(origin, self),
    list: addressOf(service, origin, dataset.name, pin),
    history: addressOf(service, origin, `${path}/history`, pin),
    ...Object.fromEntries(related),
    schema: addressOf(service, origin, `${dataset.name}/schema`),
    docs: `${origin}/docs/${dataset.name}`
  }
}

/** The id of a record that exists in any release; throws the Problem of an unknown one. */
export async function findRecord(
  service: Service,
  dataset: Dataset,
  question: Question,
  name: string
): Promise<string> {
  const statement = selectIdentity(dataset, spellings(name))
  const [found] = ID.test(name) ? await service.reader.rows<{ id: string }>(statement, question.release.seq) : []
  if (!found) throw await notFound(service, dataset, question, name)
  return found.id
}

/** A 404 that helps: the releases that do have the row, or the ids that come nearest. */
async function notFound(service: Service, dataset: Dataset, { release }: Question, id: string): Promise<Problem> {
  type Span = { since: number; until: number | null }
  const spans = ID.test(id) ? await service.reader.rows<Span>(selectSpans(dataset, id), release.seq) : []
  const holders = service.releases
    .all()
    .filter(
      ({ seq, status }) =>
        status === 'published' && spans.some(({ since, until }) => since <= seq && (until === null || seq < until))
    )
  if (holders.length > 0) {
    const ids = holders.map(holder => holder.id)
    return new Problem('not-found', `"${id}" is not part of release ${release.id}; it is part of ${ids.join(', ')}.`, {
      errors: [{ parameter: 'release', detail: 'Name a release that holds the row.', allowed: ids }]
    })
  }
  const listing: Listing = {
    dataset,
    seq: release.seq,
    conditions: new Map(),
    columns: ['id'],
    order: completeOrder(dataset, []),
    limit: IDS_COMPARED
  }
  const shape = () => sql`${idOf(dataset)} as id`
  const known = await service.reader.rows<{ id: string }>(selectRows(listing, shape), release.seq)
  const near = nearest(
    id,
    known.map(row => row.id)
  ).map(name => `${service.prefix}/${dataset.name}/${name}`)
  const short = id.length > 100 ? `${id.slice(0, 99)}…` : id
  return new Problem('not-found', `${dataset.title[0]} has no row "${short}" in release ${release.id}.`, {
    errors: near.length > 0 ? [{ detail: 'The nearest ids that exist.', nearest: near }] : []
  })
}
