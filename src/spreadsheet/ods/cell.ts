/** Cells of a table in OpenDocument 1.2 (ISO/IEC 26300-1, 9.1.4). Text is always text, whatever it looks like. */
import { escapeXml, type Value } from '../workbook.ts'

/** How a cell looks; names of the styles that `content.ts` writes. */
export const STYLE = { text: 't', header: 'h', prose: 'p', day: 'd' } as const
export type Style = (typeof STYLE)[keyof typeof STYLE]

/** What XML 1.0 has no way to write; a carriage return is an end of line by then. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
/** Spaces that a reader collapses (6.1.2): at both ends of a paragraph, and after another. */
const COLLAPSED = /^ +| +$| {2,}/g
const DAY = /^\d{4}-\d{2}-\d{2}$/
const ADDRESS = /^https?:\/\/\S+$/

/** A tab stays one: LibreOffice, which writes `<text:tab/>`, reads nothing in its place, and the words grow together. */
const inLine = (line: string): string =>
  escapeXml(line.replace(UNWRITABLE, '\ufffd')).replace(COLLAPSED, spaces => `<text:s text:c="${spaces.length}"/>`)

/** A paragraph per line. An address that stands alone is a link, which says where it leads. */
const paragraphs = (text: string): string => {
  if (ADDRESS.test(text))
    return `<text:p><text:a xlink:type="simple" xlink:href="${inLine(text)}">${inLine(text)}</text:a></text:p>`
  return text
    .split(/\r\n|\r|\n/)
    .map(line => `<text:p>${inLine(line)}</text:p>`)
    .join('')
}

/** One cell that is not empty. */
export function writeCell(value: NonNullable<Value>, style: Style, isDate: boolean): string {
  const cell = (type: string, attributes: string, shown: string) =>
    `<table:table-cell office:value-type="${type}"${attributes}>${shown}</table:table-cell>`
  if (typeof value === 'number') return cell('float', ` office:value="${value}"`, `<text:p>${value}</text:p>`)
  if (typeof value === 'boolean')
    return cell('boolean', ` office:boolean-value="${value}"`, `<text:p>${String(value).toUpperCase()}</text:p>`)
  if (isDate && DAY.test(value))
    return cell('date', ` table:style-name="${STYLE.day}" office:date-value="${value}"`, `<text:p>${value}</text:p>`)
  return cell('string', ` table:style-name="${style}"`, paragraphs(value))
}

/**
 * A row; empty cells are written once however many follow each other. Those at the end are written too: the reader of the
 * ODF Toolkit, which OpenRefine uses, fails where a row has fewer cells than the table has columns.
 */
export function writeRow(values: readonly Value[], style: Style, dates: ReadonlySet<number> = new Set()): string {
  let cells = ''
  let empty = 0
  for (const [at, value] of values.entries()) {
    if (value === null) {
      empty++
      continue
    }
    if (empty > 0) cells += emptyCells(empty)
    empty = 0
    cells += writeCell(value, style, dates.has(at))
  }
  return `<table:table-row>${cells}${empty > 0 ? emptyCells(empty) : ''}</table:table-row>`
}

const emptyCells = (count: number) =>
  count === 1 ? '<table:table-cell/>' : `<table:table-cell table:number-columns-repeated="${count}"/>`
