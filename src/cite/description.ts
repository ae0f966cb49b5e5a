/** Everything a reader wants to know of a query: in words, in code, how many rows, the first of them, how to cite it. */

import { firstGroups } from '../engine/aggregate/aggregate.ts'
import { extentOf } from '../engine/extent.ts'
import { oneRow } from '../engine/item.ts'
import { addressOf, metaOf, queryPage } from '../engine/links.ts'
import { firstRows } from '../engine/list/list.ts'
import type { Service } from '../engine/service.ts'
import type { Lang } from '../i18n/words.ts'
import { addressesOf } from './addresses.ts'
import { citedWork, sentenceOf } from './citation.ts'
import { isAggregate, type Query } from './parsed-url.ts'
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

type First = { query: Query; total: number; rows: Record<string, unknown>[] }

/** The first rows; of a single one the query with its id as we spell it, and its name. */
async function readFirst(service: Service, query: Query, lang: Lang): Promise<First> {
  const { dataset, question, id } = query
  if (isAggregate(question)) return { query, ...(await firstGroups({ service, dataset, question }, SHOWN_ROWS, lang)) }
  if (id === undefined) return { query, ...(await firstRows({ service, dataset, question }, SHOWN_ROWS, lang)) }
  const { row, ...found } = await oneRow(service, dataset, question, id, lang)
  return { query: { ...query, ...found }, total: 1, rows: [row] }
}

/** Reads the first rows and writes everything else. Throws the Problem of a row that does not exist. */
export async function describeQuery(service: Service, origin: string, asked: Query, lang: Lang): Promise<Described> {
  const { query, total, rows } = await readFirst(service, asked, lang)
  const { dataset, question } = query
  const { self, permalink, formats } = addressesOf(service, origin, query)
  const book = await service.labels.of(question.release)
  return {
    data: {
      sentence: sentenceOf(query, book, lang, { whole: true }),
      rows: total,
      first_rows: rows,
      snippets: writeSnippets(formats),
      citations: inEveryStyle(await citedWork(service, origin, query, lang))
    },
    meta: {
      ...metaOf(service, dataset.name, question.release),
      ...(query.id === undefined ? await extentOf(service, dataset, question, lang) : {})
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
