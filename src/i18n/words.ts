/** Texts in the two languages of the brochure's readers, side by side. */

export const LANGS = ['en', 'fr'] as const
export type Lang = (typeof LANGS)[number]

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Lang, string> = { en: 'English', fr: 'Français' }

/** English, then French. */
export type Words = readonly [en: string, fr: string]

export const wordsIn = ([en, fr]: Words, lang: Lang): string => (lang === 'fr' ? fr : en)

/** A title inside a sentence: names and abbreviations keep their capitals. */
export const midSentence = (title: string): string =>
  /^\p{Lu}[\p{Ll}’-]+( \P{Lu}|,|$)/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

/** No line of French begins with punctuation that has a space in front. */
export const typeset = (text: string, lang: Lang): string =>
  lang === 'fr' ? text.replace(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0') : text
