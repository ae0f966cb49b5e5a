/** A list: pages in JSON, or all of it in an export. */
import type { Fault } from '../../http/errors/problems.ts'
import type { Parameter } from '../../http/query-string.ts'
import { type Lang, typeset, wordsIn } from '../../i18n/words.ts'
import { type Dataset, SEARCH } from '../definition/dataset.ts'
import type { Field } from '../definition/field.ts'
import { type Condition, canonicalText } from '../definition/filter.ts'
import type { ExportFormat } from '../export/send.ts'
import { extentOf, type Told } from '../extent.ts'
import { type Format, selectFor } from '../format/formats.ts'
import { labelled } from '../labels.ts'
import { addressOf, commonLinks, descriptionLink, followLink, type Links, metaOf, queryPage } from '../links.ts'
import { writeCursor } from '../request/cursor.ts'
import { formatParameters } from '../request/format.ts'
import { MAX_GROUPS } from '../request/group-by.ts'
import { fingerprintOf, type ListQuery, readListQuery } from '../request/list-query.ts'
import { DEFAULT_LIMIT, refuse } from '../request/parameters.ts'
import type { Answering, Asked, ExportAnswer, JsonAnswer } from '../respond.ts'
import type { Service } from '../service.ts'
import type { KeyValue } from '../sql/order-by.ts'
import { keyColumns } from '../sql/select.ts'
import { countRows, matchKey } from './count.ts'
import { arrange, type FacetCount, type Facets, selectFacets, tallyFacets } from './facets.ts'
import { type Row, selectMatchingWords, snippetsOf } from './highlight.ts'
import { hintsFor } from './hints.ts'
import { isUnranked, listingOf, type Page, type Rows, readPage, selectionOf, UNRANKED } from './page.ts'

type ListAsked = Asked<ListQuery>

/** How lists and exports of a dataset are answered. */
export const listOf = (service: Service, dataset: Dataset): Answering<ListQuery> => ({
  read: parameters => readListQuery(dataset, parameters, service.releases),
  check: asked => refuse(besideRows(dataset, asked)),
  key: ({ asked, limit, cursor }) => [dataset.name, JSON.stringify([asked, limit, cursor])],
  speaks: ({ query, format }) =>
    query.labels ||
    query.facets.length > 0 ||
    ((dataset.wholes !== undefined || query.conditions.size > 0) && !format.copy),
  json: async asked => writePage(await shownAs(dataset, asked)),
  rows: async asked => rowsOf(await shownAs(dataset, asked))
})

type Answer<F extends Format = Format> = {
  service: Service
  dataset: Dataset
  query: ListQuery
  origin: string
  format: F
  lang: Lang
  parameters: readonly Parameter[]
}

/** With labels beside coded columns, where they are asked for. */
async function shownAs<F extends Format>(
  dataset: Dataset,
  { service, query, lang, ...rest }: Asked<ListQuery, F>
): Promise<Answer<F>> {
  const { dataset: shown, columns } = await labelled(service, dataset, query, query.labels ? lang : undefined)
  return { ...rest, service, lang, dataset: shown, query: { ...query, columns } }
}

/** How many rows answer a question, and the first of them; as many as its page holds and at most `most`. */
export async function firstRows(
  { service, dataset, query }: Rows,
  most: number,
  lang: Lang
): Promise<{ total: number; rows: Record<string, unknown>[] }> {
  const { dataset: shown, columns } = await labelled(service, dataset, query, query.labels ? lang : undefined)
  const asked = { service, dataset: shown, query: { ...query, columns, highlight: false } }
  const limit = Math.min(query.limit ?? DEFAULT_LIMIT, most)
  const counting = countRows(service, shown, query)
  const [page, total] = await Promise.all([readPage(asked, limit, columns, counting), counting])
  return { total, rows: page.rows.map(row => JSON.parse(row)) }
}

/** What stands beside rows in JSON alone. */
function besideRows({ name }: Dataset, { service, query, format }: ListAsked): Fault[] {
  if (!format.copy) return []
  const { facets, highlight } = query
  const counted = `${service.prefix}/${name}/aggregate.${format.name}?group=${facets.slice(0, MAX_GROUPS).join(',')}`
  const detail = `Facets stand beside the rows in JSON only; ${counted} counts as ${format.name}.`
  return [
    ...(facets.length > 0 ? [{ parameter: 'facet', detail }] : []),
    ...(highlight ? [{ parameter: 'highlight', detail: 'Words are highlighted in JSON only.' }] : [])
  ]
}

/** What other formats have no place for. */
const JSON_ONLY: ReadonlySet<string> = new Set(['facet', 'highlight'])

async function countFacets(answer: Answer): Promise<Facets | undefined> {
  const { service, dataset, query, lang } = answer
  const { facets, release } = query
  if (facets.length === 0) return undefined
  const key = JSON.stringify([matchKey(dataset, query), facets])
  const read = async () => {
    const tally = await service.copies.tally({ ...query, dataset }, facets)
    const select = () => service.reader.rows<FacetCount>(selectFacets(selectionOf(answer), facets), release.seq)
    return (tally && tallyFacets(tally, facets)) ?? select()
  }
  const [counts, book] = await Promise.all([service.facets.get(key) ?? read(), service.labels.of(release)])
  service.facets.set(key, counts)
  return arrange(dataset.filters, facets, counts, book, lang)
}

/** Links of the page: what was asked goes along, the format too; the release only where it was asked for. */
function pageLinks({ service, dataset, query, origin, format }: Answer, page: Page): Links {
  const { asked, limit, release, pinned, cursor } = query
  const size: Parameter[] = limit === undefined ? [] : [['limit', String(limit)]]
  const pin: Parameter[] = pinned ? [['release', release.id]] : []
  const form = [...asked, ...formatParameters(format)]
  const to = (...more: Parameter[]) => addressOf(service, origin, dataset.name, [...form, ...size, ...more])
  const at = (key: KeyValue[] | undefined, backwards: boolean) =>
    key
      ? to(...pin, [
          'cursor',
          writeCursor({ release: release.id, query: fingerprintOf(dataset, asked), key, backwards })
        ])
      : null
  const self = to(...pin, ...(cursor ? [['cursor', writeCursor(cursor)] as const] : []))
  return {
    self,
    first: to(...pin),
    prev: at(page.prev, true),
    next: at(page.next, false),
    permalink: addressOf(service, origin, dataset.name, [...form, ['release', release.id]]),
    query: queryPage(origin, self),
    follow: followLink(service, origin, dataset, asked),
    ...commonLinks(service, origin, dataset, format, [...asked.filter(([name]) => !JSON_ONLY.has(name)), ...pin])
  }
}

/** The rows of a page, each with the places where the words of the search occur in it. */
async function withHighlights({ service, dataset, query }: Answer, rows: readonly string[]): Promise<string[]> {
  const { conditions, release } = query
  const search = canonicalText(conditions.get(SEARCH) as Condition)
  const parsed = rows.map(row => JSON.parse(row) as Row)
  const found = await service.reader.rows<{ word: string }>(selectMatchingWords(dataset, parsed, search), release.seq)
  const meant = new Set(found.map(({ word }) => word))
  return parsed.map(row => JSON.stringify({ ...row, highlight: snippetsOf(dataset, row, meant) }))
}

/** Why there are so few rows; nothing where there are many. */
const explainFew = ({ service, dataset, query, origin, lang }: Answer, total: number, told: Told | undefined) =>
  hintsFor(total, { service, dataset, query, told, lang, origin, path: dataset.name })

async function writePage(answer: Answer): Promise<JsonAnswer> {
  const { service, dataset, query } = answer
  const counting = countRows(service, dataset, query)
  const [page, total, counted, told] = await Promise.all([
    readPage(answer, query.limit ?? DEFAULT_LIMIT, query.columns, counting),
    counting,
    countFacets(answer),
    extentOf(service, dataset, query, answer.lang)
  ])
  const hints = await explainFew(answer, total, told)
  const rows = query.highlight ? await withHighlights(answer, page.rows) : page.rows
  const links = pageLinks(answer, page)
  const meta = {
    ...metaOf(service, dataset.name, query.release),
    total,
    returned: rows.length,
    ...(counted ? { facets: counted.meta } : {}),
    ...told,
    ...(told && isUnranked(query, total)
      ? { notes: [...told.notes, typeset(wordsIn(UNRANKED, answer.lang), answer.lang)] }
      : {}),
    ...(hints.length > 0 ? { hints } : {})
  }
  const facets = counted ? `,"facets":${JSON.stringify(counted.facets)}` : ''
  return {
    links,
    body: `{"data":[${rows.join(',')}]${facets},"meta":${JSON.stringify(meta)},"links":${JSON.stringify(links)}}`
  }
}

/** What a file that has a place for it says beside its rows. */
async function notesOf(answer: Answer, total: number): Promise<string[]> {
  const told = await extentOf(answer.service, answer.dataset, answer.query, answer.lang)
  const hints = await explainFew(answer, total, told)
  return [...(told?.notes ?? []), ...hints.filter(({ kind }) => kind !== 'coverage').map(({ text }) => text)]
}

async function rowsOf(answer: Answer<ExportFormat>): Promise<ExportAnswer> {
  const { service, dataset, query, origin, format, parameters } = answer
  const { limit, release, columns } = query
  const total = await countRows(service, dataset, query)
  const paged = limit !== undefined || query.cursor !== undefined
  const key = keyColumns(dataset)
  const page = paged ? await readPage(answer, limit ?? DEFAULT_LIMIT, key, Promise.resolve(total)) : undefined
  const links = pageLinks(answer, page ?? { rows: [], next: undefined, prev: undefined })
  const keys = page?.rows.map(row => Object.values(JSON.parse(row) as Record<string, string | null>))
  const { after: _, ...whole } = await listingOf(answer, total)
  const listing = keys ? { ...whole, keys } : whole
  return {
    links,
    described: descriptionLink(service, origin, dataset, format, parameters),
    fileName: `${dataset.name}-${release.id}`,
    select: selectFor(format.copy, listing),
    dataset,
    title: dataset.title,
    columns: columns.map(name => [name, dataset.fields[name] as Field]),
    rows: keys ? keys.length : total,
    notes: format.copy.pack ? await notesOf(answer, total) : [],
    permalink: links.permalink as string
  }
}
