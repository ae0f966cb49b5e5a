/** RIS, as EndNote, Mendeley and Zotero read it: a tag, two spaces, a hyphen, a space, the value; lines end in CRLF. */
import { noteOf, type Work } from '../bibliographic-record.ts'

/** A value is one line. */
const flat = (text: string) => text.replace(/\s*[\r\n\t]\s*/g, ' ').trim()

export const toRis = (work: Work): string => {
  const { key, author, title, publisher, version, date, url, lang } = work
  const lines: [tag: string, value: string | undefined][] = [
    ['TY', 'DATA'],
    ['ID', key],
    ['AU', author],
    ['TI', title],
    ['PY', date.slice(0, 4)],
    ['DA', `${date.replaceAll('-', '/')}/`],
    ['ET', version],
    ['PB', publisher],
    ['LA', lang],
    ['N1', noteOf(work)],
    ['UR', url]
  ]
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${flat(value)}`] : []))
  return [...written, 'ER  - ', ''].join('\r\n')
}
