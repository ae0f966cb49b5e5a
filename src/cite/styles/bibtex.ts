/** BibTeX, as BibTeX itself and biblatex read it. */
import { noteOf, type Work } from '../bibliographic-record.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // The first fonts of TeX have other signs in the places of these three.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '\u00a0': '~'
}

/** Signs that TeX draws together: two hyphens become a dash. */
const LIGATURES = /(['`\-,])(?=\1)|[?!](?=`)/g

/** Text that TeX prints as it is written. Letters stay in UTF-8. */
const escapeTex = (text: string): string =>
  text
    .replace(/\s*[\r\n\t]\s*/g, ' ')
    .replace(/[\\{}~^<>|\u00a0]|[#$%&_]/g, found => COMMANDS[found] ?? `\\${found}`)
    .replace(LIGATURES, '$&{}')

/** A second pair of braces: the style must neither change capitals nor take an organisation for a person. */
const asIs = (text: string) => `{{${escapeTex(text)}}}`

/** One entry. `@misc`, since `@dataset` is known to biblatex alone; the address is verbatim, as its field wants it. */
export const toBibtex = (work: Work): string => {
  const { key, author, title, publisher, version, date, url, lang } = work
  const fields = {
    author: asIs(author),
    title: asIs(title),
    year: `{${date.slice(0, 4)}}`,
    month: MONTHS[Number(date.slice(5, 7)) - 1],
    publisher: publisher && asIs(publisher),
    version: `{${escapeTex(version)}}`,
    note: `{${escapeTex(noteOf(work))}}`,
    language: `{${lang === 'fr' ? 'french' : 'english'}}`,
    url: url && `{${url}}`
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []))
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`
}
