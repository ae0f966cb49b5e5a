/** From what an address asks to the work that is cited. */

import { AGGREGATE } from '../engine/aggregate/links.ts'
import { datasetAs } from '../engine/definition/split.ts'
import { extentOf } from '../engine/extent.ts'
import type { LabelBook } from '../engine/labels.ts'
import { addressOf } from '../engine/links.ts'
import { fingerprint } from '../engine/request/cursor.ts'
import type { Service } from '../engine/service.ts'
import type { ColumnOrder } from '../engine/sql/order-by.ts'
import { Problem } from '../http/errors/problems.ts'
import type { Lang, Words } from '../i18n/words.ts'
import { addressesOf } from './addresses.ts'
import { type Work, workOf } from './bibliographic-record.ts'
import { type DataTarget, isAggregate, readTarget, type Target } from './parsed-url.ts'
import { describeQuestion } from './query-title.ts'
import { STYLES } from './styles/styles.ts'

/** Some rows are called by a whole paragraph. */
const LONG_NAME = 200

/** The sort keys that the address names; the id, which breaks ties in every order, is not among them. */
const askedOrder = ({ query }: DataTarget): readonly ColumnOrder[] => {
  if (isAggregate(query)) return query.sort
  const sort = query.asked.find(([name]) => name === 'sort')
  return sort ? query.order.slice(0, sort[1].split(',').length) : []
}

/** The rows in words. What they are is cited; in which order, and of which release, is told as well where `whole`. */
export function sentenceOf(target: DataTarget, book: LabelBook, lang: Lang, { whole }: { whole: boolean }): string {
  const { dataset, query } = target
  const { conditions, release, pinned, split } = query
  const { groups, measures } = isAggregate(query) ? query : {}
  const what = { conditions, split, ...(groups ? { groups } : {}), ...(measures ? { measures } : {}) }
  const told = whole ? { ...what, order: askedOrder(target), ...(pinned ? { release } : {}) } : what
  return describeQuestion({ ...datasetAs(dataset, release, split), title: titleOf(target) }, told, book, lang)
}

const titleOf = ({ dataset: { title }, id, called }: DataTarget): Words => {
  if (!id) return title
  const row = called ? `${called.length > LONG_NAME ? `${called.slice(0, LONG_NAME - 1)}…` : called} (${id})` : id
  return [`${title[0]}: ${row}`, `${title[1]} : ${row}`]
}

/** A release is cited as a whole, a query as what its permalink holds: a part of its release. */
export async function citedWork(service: Service, origin: string, target: Target, lang: Lang): Promise<Work> {
  if (!('dataset' in target)) {
    const { release } = target
    return workOf({ release, lang, url: addressOf(service, origin, `releases/${release.id}`) })
  }
  const { dataset, query, id } = target
  const { permalink } = addressesOf(service, origin, target)
  const book = await service.labels.of(query.release)
  const below = isAggregate(query) ? AGGREGATE : id
  const name = [dataset.name, below, ...(query.asked.length > 0 ? [fingerprint(permalink.slice(origin.length))] : [])]
  return workOf({
    release: query.release,
    lang,
    url: permalink,
    title: sentenceOf(target, book, lang, { whole: false }),
    told: id === undefined ? await extentOf(service, dataset, query, lang) : undefined,
    name: name.filter(Boolean).join('-')
  })
}

/** What an address asks, in words, and files that cite it; undefined for an address that is no question of its own. */
export async function citeAddress(service: Service, origin: string, address: string, lang: Lang) {
  let target: Target
  try {
    target = readTarget(service, origin, address)
  } catch (error) {
    if (error instanceof Problem) return undefined
    throw error
  }
  if (!('dataset' in target)) return undefined
  const book = await service.labels.of(target.query.release)
  const work = await citedWork(service, origin, target, lang)
  return {
    question: sentenceOf(target, book, lang, { whole: true }),
    citations: STYLES.map(style => ({
      file: `citation.${'extension' in style ? style.extension : 'txt'}`,
      title: style.title,
      text: style.write(work)
    }))
  }
}
