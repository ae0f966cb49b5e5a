/** The formats of a list. A new one is one entry here; paths, negotiation, documentation and tests follow from it. */
import { type SQL, sql } from 'drizzle-orm'
import { type LineEnds, lineEnds } from './lines.ts'
import { asCells, asJson, type Shape } from './select.ts'

export type Format = {
  /** Suffix, and value of `format`. */
  name: string
  mediaType: string
  contentType: string
  title: string
  /** How PostgreSQL writes and streams an export; JSON has none, since it comes in pages. */
  copy?: Copy
}

export type Copy = {
  /** Whether a row is one JSON text or a cell per column. */
  rows: 'json' | 'cells'
  statement: (select: SQL) => SQL
  records: () => LineEnds
  headerLines: number
}

export const shapeOf = ({ rows }: Copy): Shape => (rows === 'json' ? asJson : asCells)

/** A character that neither JSON nor a name in a header holds unescaped, so that COPY never quotes. */
const UNUSED = { quote: sql.raw(`e'\\x01'`), delimiter: sql.raw(`e'\\x02'`) }

export const JSON_FORMAT: Format = {
  name: 'json',
  mediaType: 'application/json',
  contentType: 'application/json; charset=utf-8',
  title: 'JSON, in pages'
}

export const FORMATS: readonly Format[] = [
  JSON_FORMAT,
  {
    name: 'csv',
    mediaType: 'text/csv',
    contentType: 'text/csv; charset=utf-8; header=present',
    title: 'CSV (RFC 4180), all rows',
    copy: {
      rows: 'cells',
      statement: select => sql`copy (${select}) to stdout (format csv, header true)`,
      records: () => lineEnds('\r\n', true),
      headerLines: 1
    }
  },
  {
    name: 'ndjson',
    mediaType: 'application/x-ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
    title: 'newline-delimited JSON, all rows',
    copy: {
      rows: 'json',
      statement: select =>
        sql`copy (${select}) to stdout (format csv, quote ${UNUSED.quote}, delimiter ${UNUSED.delimiter})`,
      records: () => lineEnds('\n', false),
      headerLines: 0
    }
  }
]
