/** What a page says: words, numbers and dates as each language writes them. */
import { type Lang, typeset, type Words, wordsIn } from './words.ts'

/** Of fewer than these no percentage is told. */
export const FEW = 30

const SLOT = /\{(\w+)(?:\|([^|}]+)\|([^|}]+))?\}/g
const LOCALES: Record<Lang, string> = { en: 'en-GB', fr: 'fr-FR' }

export type Speech = {
  lang: Lang
  /**
   * The words in this language; `{name}` stands for a value, and stays where there is none. `{name|one|many}` stands for
   * the words that go with a number, which are not told apart alike: French has no plural of 0.
   */
  say(words: Words, values?: Record<string, string | number>): string
  number(value: number, digits?: number): string
  /** A share from 0 to 1 as a percentage. */
  percent(share: number): string
  /** How many of how many, as a percentage; of few, which a percentage would make look like many, the numbers alone. */
  share(count: number, of: number): string
  /** An ISO date at the precision it has. */
  date(iso: string): string
  compare(a: string, b: string): number
}

const speech = (lang: Lang): Speech => {
  const locale = LOCALES[lang]
  const collator = new Intl.Collator(locale, { numeric: true })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const small = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const numbers = [0, 1, 2].map(digits => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }))
  const forms = {
    4: new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
    7: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }),
    10: new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  }
  const plurals = new Intl.PluralRules(locale)
  const number = (value: number, digits = 0) => numbers[digits]?.format(value) ?? String(value)
  const percentage = (share: number) => (share > 0 && share < 0.01 ? small : percent).format(share)
  return {
    lang,
    say: (words, values = {}) =>
      typeset(wordsIn(words, lang), lang).replace(SLOT, (slot, name: string, one?: string, many?: string) => {
        const value = values[name]
        if (one !== undefined && many !== undefined) return plurals.select(Number(value)) === 'one' ? one : many
        return typeof value === 'number' ? number(value) : (value ?? slot)
      }),
    number,
    percent: percentage,
    share: (count, of) =>
      of < FEW ? `${number(count)} ${lang === 'fr' ? 'sur' : 'of'} ${number(of)}` : percentage(count / of),
    date(iso) {
      const form = forms[iso.length as 4 | 7 | 10]
      const date = new Date(iso)
      return form && !Number.isNaN(date.getTime()) ? form.format(date) : iso
    },
    compare: collator.compare
  }
}

/** A name and what belongs to it, as each language sets its colon. */
export const titled = ({ say }: Pick<Speech, 'say'>, name: string, text: string): string =>
  say(['{name}: {text}', '{name}\u00a0: {text}'], { name, text })

export const SPEECH: Record<Lang, Speech> = { en: speech('en'), fr: speech('fr') }
