/** The two languages of the brochure's readers, in which labels, dictionaries and pages come. */
import Negotiator from 'negotiator'
import type { Fault } from '../http/problems.ts'
import type { Words } from './field.ts'
import { unknown } from './given.ts'

export const LANGS = ['en', 'fr'] as const
export type Lang = (typeof LANGS)[number]

export const wordsIn = ([en, fr]: Words, lang: Lang): string => (lang === 'fr' ? fr : en)

/** A title inside a sentence: names and abbreviations keep their capitals. */
export const midSentence = (title: string): string =>
  /^\p{Lu}[\p{Ll}’-]+( \P{Lu}|,|$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

/** No line of French begins with punctuation that has a space in front. */
export const typeset = (text: string, lang: Lang): string =>
  lang === 'fr' ? text.replace(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0') : text

/** Reads the parameter `lang`. */
export function readLang(text: string | undefined, faults: Fault[]): Lang | undefined {
  if (text === undefined) return undefined
  const lang = LANGS.find(name => name === text)
  if (!lang) faults.push(unknown('lang', text, 'is not a language of this service', LANGS))
  return lang
}

/** The language of an answer: that of `lang`, else what Accept-Language likes best, else English. */
export const languageOf = (asked: Lang | undefined, acceptLanguage: string | undefined): Lang => {
  if (asked) return asked
  const best = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } }).language([...LANGS])
  return LANGS.find(name => name === best) ?? 'en'
}
