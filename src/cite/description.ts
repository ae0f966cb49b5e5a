/** Everything a reader wants to know of a query: in words, in code, how many rows, the first of them, how to cite it. */

import { firstGroups } from '../engine/aggregate/aggregate.ts'
import { AGGREGATE } from '../engine/aggregate/links.ts'
import { extentOf } from '../engine/extent.ts'
import { oneRow } from '../engine/item.ts'
import { addressOf, metaOf, queryPage } from '../engine/links.ts'
import { countRows } from '../engine/list/count.ts'
import { hintsFor } from '../engine/list/hints.ts'
import { firstRows } from '../engine/list/list.ts'
import type { Service } from '../engine/service.ts'
import type { Lang } from '../i18n/words.ts'
import { addressesOf } from './addresses.ts'
import { citedWork, sentenceOf } from './citation.ts'
import { type DataTarget, isAggregate } from './parsed-url.ts'
import { writeSnippets } from './snippets.ts'
import { inEveryStyle } from './styles/styles.ts'

/** Rows that a description shows. */
export const SHOWN_ROWS = 10

export type Description = {
  sentence: string
  /** Rows that match; an address with `limit` gets a page of them. */
  rows: number
  first_rows: Record<string, unknown>[]
  snippets: Record<string, string>
  citations: Record<string, string>
}

export type Described = { data: Description; meta: Record<string, unknown>; links: Record<string, string> }

type First = { target: DataTarget; total: number; rows: Record<string, unknown>[] }

/** The first rows; of a single one the query with its id as we spell it, and its name. */
async function readFirst(service: Service, target: DataTarget, lang: Lang): Promise<First> {
  const { dataset, query, id } = target
  if (isAggregate(query)) return { target, ...(await firstGroups({ service, dataset, query }, SHOWN_ROWS, lang)) }
  if (id === undefined) return { target, ...(await firstRows({ service, dataset, query }, SHOWN_ROWS, lang)) }
  const { row, ...found } = await oneRow(service, dataset, query, id, lang)
  return { target: { ...target, ...found }, total: 1, rows: [row] }
}

/** Whether the rows are all there are, and why they are few. */
async function tellOf(service: Service, origin: string, { dataset, query }: DataTarget, lang: Lang) {
  const told = await extentOf(service, dataset, query, lang)
  const [path, asked] = isAggregate(query)
    ? [`${dataset.name}/${AGGREGATE}`, query.filters]
    : [dataset.name, query.asked]
  const rows = await countRows(service, dataset, { ...query, asked })
  const hints = await hintsFor(rows, { service, dataset, query, told, lang, origin, path })
  return { ...told, ...(hints.length > 0 ? { hints } : {}) }
}

/** Reads the first rows and writes everything else. Throws the Problem of a row that does not exist. */
export async function describeQuery(
  service: Service,
  origin: string,
  asked: DataTarget,
  lang: Lang
): Promise<Described> {
  const { target, total, rows } = await readFirst(service, asked, lang)
  const { dataset, query } = target
  const { self, permalink, formats, pinnedFormats } = addressesOf(service, origin, target)
  const book = await service.labels.of(query.release)
  const about = target.id === undefined ? await tellOf(service, origin, target, lang) : {}
  return {
    data: {
      sentence: sentenceOf(target, book, lang, { whole: true }),
      rows: total,
      first_rows: rows,
      snippets: writeSnippets(formats, pinnedFormats, lang),
      citations: inEveryStyle(await citedWork(service, origin, target, lang))
    },
    meta: {
      ...metaOf(service, dataset.name, query.release),
      ...about
    },
    links: {
      self: addressOf(service, origin, 'describe', [
        ['url', self.slice(origin.length)],
        ['lang', lang]
      ]),
      asked: self,
      permalink,
      query: queryPage(origin, self),
      cite: addressOf(service, origin, 'cite', [['url', self.slice(origin.length)]]),
      ...formats
    }
  }
}
