/** Dates as OGP's files write them. Only what cannot be read in two ways becomes a date. */

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

export type ReadDate = { date: string | null; ambiguous: boolean }

const nothing: ReadDate = { date: null, ambiguous: false }

/** A written date at the precision that is certain: a day, a month, a year or nothing. */
export function readDate(text: string): ReadDate {
  const written = text.trim()
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(written)
  if (iso)
    return isDay(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1))
      ? { date: written, ambiguous: false }
      : { date: iso[1] ?? null, ambiguous: false }
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/.exec(written)
  if (slashed) {
    const year = Number(slashed[3]?.length === 2 ? `20${slashed[3]}` : slashed[3])
    return slash(Number(slashed[1]), Number(slashed[2]), year)
  }
  const named = /^([a-z]+)\.? (\d{4})$/i.exec(written)
  const month = named ? MONTHS.indexOf((named[1] ?? '').toLowerCase()) + 1 : 0
  if (named && month > 0) return { date: `${named[2]}-${pad(month)}`, ambiguous: false }
  const years = [...new Set(written.match(YEAR) ?? [])]
  // A spreadsheet's day number, or a span of years, says nothing certain.
  return years.length === 1 && !/^\d{5,}$/.test(written) ? { date: years[0] ?? null, ambiguous: false } : nothing
}

const isDay = (year: number, month: number, day: number) =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** Day and month stand in either order: certain when one of them cannot be a month, or when they are equal. */
function slash(first: number, second: number, year: number): ReadDate {
  const monthFirst = isDay(year, first, second)
  const dayFirst = isDay(year, second, first)
  if (monthFirst && dayFirst && first !== second) return { date: String(year), ambiguous: true }
  if (monthFirst) return { date: `${year}-${pad(first)}-${pad(second)}`, ambiguous: false }
  if (dayFirst) return { date: `${year}-${pad(second)}-${pad(first)}`, ambiguous: false }
  return { date: String(year), ambiguous: false }
}
