/** The part of an OpenDocument spreadsheet that holds the sheets, written row by row. */
import { CHUNK_CHARACTERS, columnName, escapeXml, type Sheet } from '../workbook.ts'
import { STYLE, writeRow } from './cell.ts'

export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'urn:oasis:names:tc:opendocument:xmlns'

/** The namespaces of a part, and the version of OpenDocument that it keeps to. */
export const rootOf = (names: Readonly<Record<string, string>>): string =>
  `${Object.entries({ office: 'office:1.0', ...names })
    .map(([prefix, name]) => `xmlns:${prefix}="${name.includes('//') ? name : `${NAMESPACE}:${name}`}"`)
    .join(' ')} office:version="1.2"`

const ROOT = rootOf({
  style: 'style:1.0',
  text: 'text:1.0',
  table: 'table:1.0',
  number: 'datastyle:1.0',
  fo: 'xsl-fo-compatible:1.0',
  xlink: 'http://www.w3.org/1999/xlink'
})

/** Of a character in the usual font. */
const CENTIMETRES = 0.2

const cellStyle = (name: string, data: string, properties = '') =>
  `<style:style style:name="${name}" style:family="table-cell" style:data-style-name="${data}">${properties}</style:style>`

const STYLES = `<number:text-style style:name="words"><number:text-content/></number:text-style><number:date-style style:name="day"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>${[
  cellStyle(STYLE.text, 'words'),
  cellStyle(STYLE.header, 'words', '<style:text-properties fo:font-weight="bold"/>'),
  cellStyle(STYLE.prose, 'words', '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'),
  cellStyle(STYLE.day, 'day')
].join('')}`

const columnStyle = (width: number) =>
  `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CENTIMETRES).toFixed(1)}cm"/></style:style>`

const headOf = ({ name, header, widths }: Sheet) =>
  `<table:table table:name="${escapeXml(name)}">${header
    .map((_, at) => `<table:table-column table:style-name="w${widths[at]}"/>`)
    .join('')}${writeRow(header, STYLE.header)}`

/** Buttons to filter by in the header of each sheet that has them. */
function filtersOf(sheets: readonly Sheet[]): string {
  const ranges = sheets.flatMap(({ name, header, filtered }) =>
    filtered === undefined
      ? []
      : [
          `<table:database-range table:name="${escapeXml(name)}_rows" table:target-range-address="${escapeXml(name)}.A1:${escapeXml(name)}.${columnName(header.length - 1)}${filtered + 1}" table:display-filter-buttons="true"/>`
        ]
  )
  return ranges.length > 0 ? `<table:database-ranges>${ranges.join('')}</table:database-ranges>` : ''
}

/** The part. Its chunks end where the rows say, so that the same rows become the same bytes. */
export async function* writeContent(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const widths = [...new Set(sheets.flatMap(sheet => sheet.widths))]
  let text = `${XML}<office:document-content ${ROOT}><office:automatic-styles>${STYLES}${widths.map(columnStyle).join('')}</office:automatic-styles><office:body><office:spreadsheet>`
  for (const sheet of sheets) {
    const style = sheet.wrapped ? STYLE.prose : STYLE.text
    text += headOf(sheet)
    for await (const values of sheet.rows) {
      text += writeRow(values, style, sheet.dates)
      if (text.length < CHUNK_CHARACTERS) continue
      yield Buffer.from(text)
      text = ''
    }
    text += '</table:table>'
  }
  yield Buffer.from(`${text}${filtersOf(sheets)}</office:spreadsheet></office:body></office:document-content>`)
}
