/** One row, with links to what hangs on it. */

import { sql } from 'drizzle-orm'
import { Problem } from '../http/errors/problems.ts'
import { nearest } from '../http/errors/suggestions.ts'
import type { Parameter } from '../http/query-string.ts'
import type { Lang } from '../i18n/words.ts'
import type { Dataset } from './definition/dataset.ts'
import type { Field } from './definition/field.ts'
import type { ExportFormat } from './export/send.ts'
import { FORMATS, type Format, selectFor } from './format/formats.ts'
import { labelled } from './labels.ts'
import { addressOf, type Links, metaOf, queryPage } from './links.ts'
import { formatParameters } from './request/format.ts'
import { ITEM_PARAMETERS, type ListQuery, readListQuery } from './request/list-query.ts'
import type { Answering, Asked, ExportAnswer, JsonAnswer, Moved } from './respond.ts'
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

/** How the row is answered that a name means; another spelling of its id is redirected to the one we print. */
export const itemOf = (service: Service, dataset: Dataset, name: string, url: string): Answering<ListQuery> => ({
  read: parameters => readListQuery(dataset, parameters, service.releases, ITEM_PARAMETERS),
  key: ({ asked }) => [dataset.name, name, JSON.stringify(asked)],
  speaks: ({ query }) => query.labels,
  json: async asked => {
    const found = await itemAsked(dataset, name, url, asked)
    return 'movedTo' in found ? found : writeItem(dataset, asked, found)
  },
  rows: async asked => {
    const found = await itemAsked(dataset, name, url, asked)
    return 'movedTo' in found ? found : rowOf(dataset, asked, found)
  }
})

type ItemAsked = Asked<ListQuery>
type Item = { item: Found; shown: Dataset; columns: readonly string[]; selection: Omit<Listing, 'order'> }

/** The address of the same question about the row as its id is spelt; undefined where the name differs in more. */
export const respelt = (url: string, name: string, id: string): string | undefined =>
  id !== name && id.toLowerCase() === name.toLowerCase() ? url.replace(encodeURIComponent(name), id) : undefined

async function itemAsked(
  dataset: Dataset,
  name: string,
  url: string,
  { service, query, lang }: ItemAsked
): Promise<Item | Moved> {
  const { dataset: shown, columns } = await labelled(service, dataset, query, query.labels ? lang : undefined)
  const conditions = new Map()
  const selection = { dataset: shown, seq: query.release.seq, conditions, columns: Object.keys(shown.fields) }
  const item = await findItem(service, selection, query, name)
  const movedTo = respelt(url, name, item.id)
  return movedTo === undefined ? { item, shown, columns, selection } : { movedTo }
}

function writeItem(
  dataset: Dataset,
  { service, query, format, origin }: ItemAsked,
  { item, columns, selection }: Item
): JsonAnswer {
  const isWhole = columns.length === selection.columns.length
  const data = isWhole ? item.row : JSON.stringify(pick(JSON.parse(item.row), columns))
  const links = itemLinks(service, dataset, query, format, origin, JSON.parse(item.row))
  const meta = metaOf(service, dataset.name, query.release)
  return { links, body: `{"data":${data},"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}` }
}

function rowOf(
  dataset: Dataset,
  { service, query, format, origin }: Asked<ListQuery, ExportFormat>,
  { item, shown, columns, selection }: Item
): ExportAnswer {
  const links = itemLinks(service, dataset, query, format, origin, JSON.parse(item.row))
  const listing: Listing = { ...selection, columns, order: completeOrder(dataset, []), keys: [[item.id]] }
  return {
    links,
    fileName: `${dataset.name}-${item.id}-${query.release.id}`,
    select: selectFor(format.copy, listing),
    dataset,
    title: dataset.title,
    columns: columns.map(column => [column, shown.fields[column] as Field] as const),
    rows: 1,
    permalink: links.permalink as string
  }
}

/** The row that a name means, as JSON; throws the Problem of an unknown one. */
async function findItem(
  service: Service,
  selection: Omit<Listing, 'order'>,
  query: ListQuery,
  name: string
): Promise<Found> {
  const statement = selectItem(selection, spellings(name))
  const [item] = ID.test(name) ? await service.reader.rows<Found>(statement, selection.seq as number) : []
  if (!item) throw await notFound(service, selection.dataset, query, name)
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
  query: ListQuery,
  name: string,
  lang: Lang
): Promise<OneRow> {
  const { seq } = query.release
  const { dataset: shown, columns } = await labelled(service, dataset, query, query.labels ? lang : undefined)
  const selection = { dataset: shown, seq, conditions: new Map(), columns: Object.keys(shown.fields) }
  const { id, row } = await findItem(service, selection, query, name)
  const whole = JSON.parse(row) as Record<string, unknown>
  const called = whole[`name_${lang}`] ?? whole.name_en ?? whole.title
  return { id, called: called == null ? undefined : String(called), row: pick(whole, columns) }
}

const pick = (row: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(columns.map(column => [column, row[column]]))

function itemLinks(
  service: Service,
  dataset: Dataset,
  { release, pinned, asked }: ListQuery,
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
export async function findRecord(service: Service, dataset: Dataset, query: ListQuery, name: string): Promise<string> {
  const statement = selectIdentity(dataset, spellings(name))
  const [found] = ID.test(name) ? await service.reader.rows<{ id: string }>(statement, query.release.seq) : []
  if (!found) throw await notFound(service, dataset, query, name)
  return found.id
}

/** A 404 that helps: the releases that do have the row, or the ids that come nearest. */
async function notFound(service: Service, dataset: Dataset, { release }: ListQuery, id: string): Promise<Problem> {
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
  const list = `${service.prefix}/${dataset.name}`
  const ids = known.map(row => row.id)
  // Without an id only a slash is too much.
  const near = id === '' ? [list] : nearest(id, ids).map(name => `${list}/${name}`)
  const short = id.length > 100 ? `${id.slice(0, 99)}…` : id
  return new Problem('not-found', `${dataset.title[0]} has no row "${short}" in release ${release.id}.`, {
    errors: near.length > 0 ? [{ detail: 'The nearest ids that exist.', nearest: near }] : []
  })
}
