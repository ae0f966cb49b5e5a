/** A workbook as it is written, whatever the format of its file: sheets of rows, one behind the other. */

/** Characters (UTF-16 code units) that a cell can hold: those of Excel, which opens both formats. */
export const MAX_CHARACTERS = 32_767
/** Rows that a sheet can hold, its header among them, in Excel as in LibreOffice. */
export const MAX_ROWS = 1_048_576
/** Characters of XML that are collected before they are compressed. */
export const CHUNK_CHARACTERS = 64 * 1024

/** What a cell holds; null is an empty one. */
export type Value = string | number | boolean | null

export type Sheet = {
  name: string
  header: readonly string[]
  /** Width of each column in characters. */
  widths: readonly number[]
  /** Columns, from 0, that hold whole days: YYYY-MM-DD. */
  dates?: ReadonlySet<number>
  rows: Iterable<readonly Value[]> | AsyncIterable<readonly Value[]>
  /** How many rows there are, where a filter is set on them. */
  filtered?: number
  /** Long text is broken into lines. */
  wrapped?: boolean
}

export type Workbook = {
  title: string
  creator: string
  /** When it was published; the time that the file bears. */
  created: Date
  sheets: readonly Sheet[]
}

/** Writes the file. Sheets are read one behind the other, each only when its turn has come. */
export type WorkbookWriter = (workbook: Workbook) => AsyncGenerator<Uint8Array>

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, sign => ENTITIES[sign] as string)

/** 0 → A, 25 → Z, 26 → AA. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))
