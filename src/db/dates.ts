/** Dates at the precision that a source has (ISO 8601): 2012, 2012-04 or 2012-04-17. */

const YEAR = '[12][0-9]{3}'
/** February has its 29th where the year is divisible by 4, and of those by 100 only by 400 (ISO 8601-1, 4.2.1). */
const LEAP_DAYS = ['[12][0-9](0[48]|[2468][048]|[13579][26])-02-29', '(1[26]|2[048])00-02-29']
const DAYS = '-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?|-(0[13-9]|1[0-2])-(29|30)|-(0[13578]|1[02])-31'

/** What a date looks like that there is. */
export const EXISTING_DATE = `(${YEAR}(${DAYS})?|${LEAP_DAYS.join('|')})`

/** What looks like a date. */
const LIKE_A_DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/
const existing = new RegExp(`^${EXISTING_DATE}$`)

/** Whether there is such a year, month or day. */
export const isDate = (text: string): boolean => existing.test(text)

/** Whether it is written like a date, and no calendar has it. */
export const isNoDate = (text: string): boolean => LIKE_A_DATE.test(text) && !isDate(text)
