/** In which language a reader is answered. */
import Negotiator from 'negotiator'
import { LANGS, type Lang } from './words.ts'

/** The language asked for, else what Accept-Language likes best, else English. */
export const languageOf = (asked: Lang | undefined, acceptLanguage: string | undefined): Lang => {
  if (asked) return asked
  const best = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } }).language([...LANGS])
  return LANGS.find(name => name === best) ?? 'en'
}
