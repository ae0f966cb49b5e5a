/** Dates as OGP's files write them. Only what cannot be read in two ways becomes a date. */
import type { Words } from '../../i18n/words.ts'

export { isDate } from '../../db/dates.ts'

const YEAR = /(?:19|20)\d\d/g
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december'
]
const pad = (number: number) => String(number).padStart(2, '0')
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A year of two digits is of this century up to here; beyond, it could be of either. */
const LAST_SHORT_YEAR = 40

export type ReadDate = { date: string | null; doubt?: Words }

const ORDER: Words = ['day/month order ambiguous', 'ordre jour/mois ambigu']
const DAY_NUMBER: Words = ['a day number of a spreadsheet', 'un numéro de jour de tableur']
const SPAN: Words = ['a month, or two years', 'un mois, ou deux années']

/** The month of a name, or of its first letters as spreadsheets write them. */
const monthOf = (name: string) => {
  const plain = name.toLowerCase()
  return plain.length < SHORTEST_MONTH ? 0 : MONTHS.findIndex(month => month.startsWith(plain)) + 1
}
const SHORTEST_MONTH = 3

const fullYear = (digits: string): number | undefined => {
  if (digits.length === 4) return Number(digits)
  return Number(digits) <= LAST_SHORT_YEAR ? 2000 + Number(digits) : undefined
}

/** A written date at the precision that is certain: a day, a month, a year or nothing. */
export function readDate(text: string): ReadDate {
  const written = text.trim()
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?)?$/.exec(written)
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), iso[3])
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(written)
  if (slashed) {
    const year = fullYear(slashed[3] ?? '')
    return year === undefined ? { date: null } : slash(Number(slashed[1]), Number(slashed[2]), year)
  }
  // "Jul-12" is July 2012: where OGP writes the same date in full, it always is.
  const named = /^([a-z]+)\.?[ -]'?(\d{4}|\d{2})$/i.exec(written)
  const month = named ? monthOf(named[1] ?? '') : 0
  const year = fullYear(named?.[2] ?? '')
  if (month > 0 && year !== undefined) return { date: `${year}-${pad(month)}` }
  if (/^\d{5}(\.\d+)?$/.test(written)) return { date: null, doubt: DAY_NUMBER }
  const years = [...new Set(written.match(YEAR) ?? [])]
  // A span of years says nothing certain.
  return { date: years.length === 1 && !/^\d{5,}$/.test(written) ? (years[0] ?? null) : null }
}

const isDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** "2011-12" may be December 2011 or the fiscal year from 2011 to 2012. */
function isoDate(year: number, month: number, day: string | undefined): ReadDate {
  if (day === undefined && month === (year + 1) % 100) return { date: null, doubt: SPAN }
  if (!isDay(year, month, Number(day ?? 1))) return { date: String(year) }
  return { date: [year, pad(month), ...(day ? [day] : [])].join('-') }
}

/** Day and month stand in either order: certain when one of them cannot be a month, or when they are equal. */
function slash(first: number, second: number, year: number): ReadDate {
  const monthFirst = isDay(year, first, second)
  const dayFirst = isDay(year, second, first)
  if (monthFirst && dayFirst && first !== second) return { date: String(year), doubt: ORDER }
  if (monthFirst) return { date: `${year}-${pad(first)}-${pad(second)}` }
  if (dayFirst) return { date: `${year}-${pad(second)}-${pad(first)}` }
  return { date: String(year) }
}
