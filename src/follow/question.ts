/** What a request for a feed asks: which rows and columns of a dataset are followed, and from where on. */

import { type Followed, readFollowed } from '../changes/question.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import { decodeCursor, fingerprint } from '../engine/request/cursor.ts'
import { DEFAULT_LIMIT, readGiven, readLang, readLimit, readRelease, refuse } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import type { Fault } from '../http/errors/problems.ts'
import { type Parameter, writeParameters } from '../http/query-string.ts'
import type { Lang } from '../i18n/words.ts'

/** Behind this entry; the feed goes from the newest release back, within one by the ids of records. */
export type Place = { release: string; id: string }

export type FeedQuery = Followed & {
  /** The newest release that is told of. */
  release: Release
  pinned: boolean
  limit: number
  place: Place | undefined
  lang: Lang | undefined
  /** In canonical form, without place and release. */
  asked: Parameter[]
}

const FEED_PARAMETERS = ['fields', 'lang', 'limit', 'cursor', 'release'] as const

export const fingerprintOf = ({ name }: Dataset, { restricting, limit }: Pick<FeedQuery, 'restricting' | 'limit'>) =>
  fingerprint(`${name}${writeParameters([...restricting, ['limit', String(limit)]])}`)

/** Reads the parameters. Throws one Problem that holds every fault. */
export function readFeedQuery(dataset: Dataset, parameters: readonly Parameter[], releases: Service['releases']) {
  const faults: Fault[] = []
  const given = readGiven(parameters, [...Object.keys(dataset.filters), ...FEED_PARAMETERS], faults)
  const named = readRelease(given.get('release'), releases, faults)
  const followed = readFollowed(dataset, given, releases, named, faults)
  const limit = readLimit(given.get('limit'), faults) ?? DEFAULT_LIMIT
  const lang = readLang(given.get('lang'), faults)
  const text = given.get('cursor')
  const place =
    text === undefined || faults.length > 0
      ? undefined
      : readPlace(text, fingerprintOf(dataset, { ...followed, limit }))
  if (text !== undefined && !place && faults.length === 0)
    faults.push({
      parameter: 'cursor',
      detail: 'This is not a cursor of this feed; take it from its link to the next page and leave it as it is.'
    })
  const started = place && readRelease(place.started, releases, faults, 'cursor')
  if (named && place && named.id !== place.started)
    faults.push({ parameter: 'cursor', detail: `The cursor belongs to release ${place.started}, not to ${named.id}.` })
  refuse(faults)
  const pin = named ?? started
  const query: FeedQuery = {
    ...followed,
    release: pin ?? releases.current(),
    pinned: named !== undefined,
    limit,
    place,
    lang,
    asked: [
      ...followed.restricting,
      ...(given.has('limit') ? [['limit', String(limit)] as const] : []),
      ...(lang ? [['lang', lang] as const] : [])
    ]
  }
  return query
}

function readPlace(text: string, query: string): (Place & { started: string }) | undefined {
  const cursor = decodeCursor(text)
  const [release, id] = cursor?.key ?? []
  const isPlace = typeof release === 'string' && typeof id === 'string' && !id.includes('\0') && id.isWellFormed()
  return cursor && isPlace && cursor.query === query ? { started: cursor.release, release, id } : undefined
}
