/** In which language a reader is answered. */
import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'
import { LANGS, type Lang } from './words.ts'

const KEPT = 1000
const LONGEST_KEPT = 200

const chosen = new LRUCache<string, Lang>({ max: KEPT })

/** What an Accept-Language header likes best, else English. */
export function acceptedLanguage(header = ''): Lang {
  const known = chosen.get(header)
  if (known) return known
  const best = new Negotiator({ headers: { 'accept-language': header } }).language([...LANGS])
  const language = LANGS.find(name => name === best) ?? 'en'
  if (header.length <= LONGEST_KEPT) chosen.set(header, language)
  return language
}

/** The language asked for, else what Accept-Language likes best, else English. */
export const languageOf = (asked: Lang | undefined, acceptLanguage: string | undefined): Lang =>
  asked ?? acceptedLanguage(acceptLanguage)
