/** A worksheet, written row by row. */
import { CHUNK_CHARACTERS, columnName, type Sheet, type Value } from '../workbook.ts'
import { STYLE, type Style, writeCell } from './cell.ts'

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Header and rows, as `A1:F92`. */
const rangeOf = ({ header }: Sheet, rows: number) => `A1:${columnName(header.length - 1)}${rows + 1}`

/** The same range in a formula; undefined for a sheet without a filter. */
export const filteredRange = (sheet: Sheet): string | undefined =>
  sheet.filtered === undefined
    ? undefined
    : `'${sheet.name}'!${rangeOf(sheet, sheet.filtered).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`

const headOf = ({ header, widths }: Sheet) =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${header
    .map((_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 10}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`

const tailOf = (sheet: Sheet) => {
  const range = sheet.filtered === undefined ? '' : rangeOf(sheet, sheet.filtered)
  // Years and numbers that are names, such as 2.10, are text on purpose.
  const marks =
    range &&
    `<autoFilter ref="${range}"/><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors>`
  return `</sheetData>${marks}</worksheet>`
}

/** The part of a worksheet. Its chunks end where the rows say, so that the same rows become the same bytes. */
export async function* writeSheet(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const style = sheet.wrapped ? STYLE.prose : STYLE.text
  const columns = sheet.header.map((_, at) => columnName(at))
  const rowOf = (number: number, values: readonly Value[], look: Style = style) =>
    `<row r="${number}">${values.map((value, at) => writeCell(`${columns[at]}${number}`, value, look)).join('')}</row>`
  let text = headOf(sheet) + rowOf(1, sheet.header, STYLE.header)
  let number = 1
  for await (const values of sheet.rows) {
    text += rowOf(++number, values)
    if (text.length < CHUNK_CHARACTERS) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text + tailOf(sheet))
}
