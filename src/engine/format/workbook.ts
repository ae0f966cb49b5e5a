/** An export as a workbook of three sheets: the rows, what the columns mean, and how to cite them. */
import { columnName, MAX_CHARACTERS, type Sheet, type Value, type WorkbookWriter } from '../../spreadsheet/workbook.ts'
import type { Cube } from './cube.ts'
import { recordsOf } from './records.ts'

/** Everything that is said beside the rows, in one language. */
export type Explained = {
  title: string
  creator: string
  published: Date
  /** The day the release speaks of. */
  date: string
  rows: number
  columns: readonly { name: string; width: number; isDate: boolean; words: readonly string[] }[]
  /** What the columns of the dictionary are called: that of the names, then those of `words`. */
  dictionary: readonly string[]
  citation: { header: readonly string[]; lines: readonly (readonly [what: string, value: Value])[] }
  /** Stands at the end of a text that is longer than a cell can be. */
  cutMark: (characters: number) => string
  /** Tells of it on the sheet "citation". */
  cutLine: (address: string, characters: number) => readonly [what: string, value: Value]
  /** What the groups of an aggregate are, as dimensions. */
  cube?: Cube
  /** What a bundle of files says beside. */
  bundle: {
    words: Readonly<
      Record<'data' | 'dictionary' | 'chart' | 'citation' | 'digests' | 'cite' | 'files' | 'colon', string>
    >
    /** What was asked, in words, and how to cite it; only where it has an address of its own that can be cited. */
    question?: string
    citations?: readonly { file: string; title: string; text: string }[]
    /** What the rows look like, as SVG; only where there is a chart of them. */
    chart?: { title: string; svg: string }
  }
}

const DICTIONARY_WIDTHS = [28, 34, 70, 12, 60]
const CITATION_WIDTHS = [28, 100]

/** A value as its cell: a list joined by `|`, a whole record as JSON. */
const cellValue = (value: unknown): Value => {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  return Array.isArray(value) ? value.join('|') : JSON.stringify(value)
}

/** The beginning of a text; never the half of a character. */
const beginningOf = (text: string, characters: number) => text.slice(0, characters).replace(/[\ud800-\udbff]$/, '')

/** Writes the file. Text that a cell cannot hold is cut where it says so, and listed on the sheet "citation". */
export const packWorkbook =
  (write: WorkbookWriter) =>
  (lines: AsyncIterable<Uint8Array>, explained: Explained): AsyncGenerator<Uint8Array> => {
    const { columns, citation, cutMark, cutLine } = explained
    const cut: (readonly [string, Value])[] = []

    const fit = (value: Value, address: () => string): Value => {
      if (typeof value !== 'string' || value.length <= MAX_CHARACTERS) return value
      cut.push(cutLine(address(), value.length))
      const mark = cutMark(value.length)
      return beginningOf(value, MAX_CHARACTERS - mark.length) + mark
    }
    async function* dataRows() {
      let number = 1
      for await (const record of recordsOf(lines)) {
        number++
        yield columns.map(({ name }, at) => fit(cellValue(record[name]), () => `${columnName(at)}${number}`))
      }
    }
    function* citationRows() {
      // Read only when all rows are written.
      yield* citation.lines
      yield* cut
    }
    const data: Sheet = {
      name: 'data',
      header: columns.map(({ name }) => name),
      widths: columns.map(({ width }) => width),
      dates: new Set(columns.flatMap(({ isDate }, at) => (isDate ? [at] : []))),
      rows: dataRows(),
      filtered: explained.rows
    }
    const dictionary: Sheet = {
      name: 'dictionary',
      header: explained.dictionary,
      widths: DICTIONARY_WIDTHS,
      rows: columns.map(({ name, words }) => [name, ...words]),
      wrapped: true
    }
    const cited: Sheet = {
      name: 'citation',
      header: citation.header,
      widths: CITATION_WIDTHS,
      rows: citationRows(),
      wrapped: true
    }
    const { title, creator, published } = explained
    return write({ title, creator, created: published, sheets: [data, dictionary, cited] })
  }
