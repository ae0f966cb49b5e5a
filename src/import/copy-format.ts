/** PostgreSQL's COPY text format, as its manual defines it. */

/** One cell: text as the column's type reads it, a list, or null. */
export type Cell = string | readonly string[] | null
export type Row = Record<string, Cell | undefined>

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const escaped = (text: string) =>
  /[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, found => ESCAPES[found] ?? found) : text
const arrayLiteral = (list: readonly string[]) =>
  `{${list.map(item => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** A row as one line of COPY … FROM STDIN, its cells in the order of the columns. */
export const copyLine = (columns: readonly string[], row: Row): string =>
  `${columns
    .map(column => {
      const cell = row[column] ?? null
      return cell === null ? '\\N' : escaped(typeof cell === 'string' ? cell : arrayLiteral(cell))
    })
    .join('\t')}\n`
