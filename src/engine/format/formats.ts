/** The formats of answers: one list, which suffixes, parameters, links and the OpenAPI document are made of. */
import { type SQL, sql } from 'drizzle-orm'
import { writeOds } from '../../spreadsheet/ods/workbook.ts'
import { MAX_ROWS } from '../../spreadsheet/workbook.ts'
import { writeXlsx } from '../../spreadsheet/xlsx/workbook.ts'
import { asCells, asJson, type Listing, type Shape, selectJson, selectRows } from '../sql/select.ts'
import { packBundle } from './bundle.ts'
import { packGeoJson } from './geojson.ts'
import { packJsonStat } from './json-stat.ts'
import { type LineEnds, lineEnds } from './line-endings.ts'
import { type Explained, packWorkbook } from './workbook.ts'

export type Format = {
  /** Suffix, and value of `format`. */
  name: string
  mediaType: string
  contentType: string
  title: string
  /** How PostgreSQL writes and streams an export; JSON has none, since it comes in pages. */
  copy?: Copy
  /** Ways to write it, by name; the first is meant where none is named. */
  dialects?: Readonly<Record<string, Copy>>
  /** The dialect that was chosen, where it is another than the first. */
  dialect?: string
  /** It is bytes rather than text. */
  binary?: boolean
  /** The suffix, behind its own, of a document that describes the export to programs, and the type of that. */
  description?: { suffix: string; mediaType: string }
}

export type Copy = {
  /** Whether a row is one JSON text or a cell per column. */
  rows: 'json' | 'cells'
  statement: (select: SQL) => SQL
  records: () => LineEnds
  headerLines: number
  /** What stands between two cells, where it is text of cells. */
  delimiter?: string
  /** The most rows that the format can hold. */
  most?: number
  /** What the file is made of beside its rows: it is packed from both, in words of one language. */
  pack?: (rows: AsyncIterable<Uint8Array>, explained: Explained) => AsyncGenerator<Uint8Array>
  /** What an aggregate must be for it, since it has places for nothing else. */
  layout?: 'cube' | 'map'
  /** It tells a date from text. */
  hasDates?: boolean
  /** The file says in words what was asked, and holds citations. */
  isCited?: boolean
}

/** All rows of a listing as a format wants them. */
export const selectFor = ({ rows }: Copy, listing: Listing): SQL =>
  rows === 'json' ? selectJson(listing) : selectRows(listing, asCells)

export const shapeOf = ({ rows }: Copy): Shape => (rows === 'json' ? asJson : asCells)

/** What tells a representation from all others of the same answer. */
export const formatKey = ({ name, dialect }: Format): string => (dialect ? `${name} ${dialect}` : name)

/** A character that neither JSON nor a name in a header holds unescaped, so that COPY never quotes. */
const UNUSED = { quote: sql.raw(`e'\\x01'`), delimiter: sql.raw(`e'\\x02'`) }

/** The byte-order mark by which spreadsheets tell UTF-8 from the code page of their system. */
const MARK = '\ufeff'

const delimited = (delimiter: ',' | ';', start = ''): Copy => ({
  rows: 'cells',
  statement: select =>
    sql`copy (${select}) to stdout (format csv, header true, delimiter ${sql.raw(`'${delimiter}'`)})`,
  records: () => lineEnds('\r\n', true, start),
  headerLines: 1,
  delimiter
})

const jsonLines: Copy = {
  rows: 'json',
  statement: select =>
    sql`copy (${select}) to stdout (format csv, quote ${UNUSED.quote}, delimiter ${UNUSED.delimiter})`,
  records: () => lineEnds('\n', false),
  headerLines: 0
}

const CSV_DIALECTS = {
  rfc4180: delimited(','),
  excel: delimited(',', MARK),
  'excel-eu': delimited(';', MARK)
} as const satisfies Record<string, Copy>

const JSON_FORMAT: Format = {
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
    copy: CSV_DIALECTS.rfc4180,
    dialects: CSV_DIALECTS,
    // The name that a reader of CSV on the Web tries by itself (Model for Tabular Data, 5.3).
    description: { suffix: '-metadata.json', mediaType: 'application/csvm+json' }
  },
  {
    name: 'ndjson',
    mediaType: 'application/x-ndjson',
    contentType: 'application/x-ndjson; charset=utf-8',
    title: 'newline-delimited JSON, all rows',
    copy: jsonLines
  },
  {
    name: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    title: 'Excel workbook (XLSX), all rows with their dictionary and citation',
    copy: { ...jsonLines, most: MAX_ROWS - 1, pack: packWorkbook(writeXlsx) },
    binary: true
  },
  {
    name: 'ods',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    contentType: 'application/vnd.oasis.opendocument.spreadsheet',
    title: 'OpenDocument spreadsheet (ODS), the same',
    copy: { ...jsonLines, most: MAX_ROWS - 1, pack: packWorkbook(writeOds), hasDates: true },
    binary: true
  },
  {
    name: 'zip',
    mediaType: 'application/zip',
    contentType: 'application/zip',
    title: 'bundle (zip): all rows as CSV, dictionary, README, citations, digests, and a chart if there is one',
    copy: { ...CSV_DIALECTS.rfc4180, pack: packBundle, isCited: true },
    binary: true
  }
]

/** What an aggregate comes in as well. JSON-stat has no registered media type; GeoJSON has that of RFC 7946. */
const OF_GROUPS: readonly Format[] = [
  {
    name: 'json-stat',
    mediaType: 'application/vnd.json-stat+json',
    contentType: 'application/vnd.json-stat+json; charset=utf-8',
    title: 'JSON-stat 2.0, a cube of all groups',
    copy: { ...jsonLines, pack: packJsonStat, layout: 'cube' }
  },
  {
    name: 'geojson',
    mediaType: 'application/geo+json',
    contentType: 'application/geo+json; charset=utf-8',
    title: 'GeoJSON, an outline for each country',
    copy: { ...jsonLines, pack: packGeoJson, layout: 'map' }
  }
]

/** The formats of an aggregate. */
export const AGGREGATE_FORMATS: readonly Format[] = [...FORMATS, ...OF_GROUPS]

export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name)

/** Every dialect of every format. */
export const DIALECTS: readonly string[] = FORMATS.flatMap(({ dialects }) => Object.keys(dialects ?? {}))

export const CSV = FORMATS.find(({ name }) => name === 'csv') as Format

/** Where the description of an export is, behind the name of the dataset; undefined where the format has none. */
export const describedAt = ({ name, description }: Format): string | undefined =>
  description && `.${name}${description.suffix}`
