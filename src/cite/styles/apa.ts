/** APA, 7th edition, section 10.9 (data sets). */
import { wordsIn } from '../../i18n/words.ts'
import { kindOf, RELEASE, type Work } from '../bibliographic-record.ts'

/**
 * One line of plain text. It names no day of access: what it leads to never changes, and section 9.16 asks for that day
 * only where it may.
 */
export const toApa = (work: Work): string => {
  const { author, date, title, version, publisher, url, lang } = work
  return [
    `${author}.`,
    `(${date.slice(0, 4)}).`,
    `${title} (${wordsIn(RELEASE, lang)} ${version}) [${kindOf(work)}].`,
    ...(publisher ? [`${publisher}.`] : []),
    ...(url ? [url] : [])
  ].join(' ')
}
