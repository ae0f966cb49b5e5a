/** CSL-JSON 1.0.2, one item: what doi.org answers under this media type. */
import { noteOf, type Work } from '../bibliographic-record.ts'

export const toCsl = (work: Work): string => {
  const { key, author, title, publisher, version, date, url, lang } = work
  const item = {
    id: key,
    type: 'dataset',
    title,
    author: [{ literal: author }],
    issued: { 'date-parts': [date.split('-').map(Number)] },
    version,
    publisher,
    URL: url,
    language: lang,
    note: noteOf(work)
  }
  return `${JSON.stringify(item, null, 2)}\n`
}
