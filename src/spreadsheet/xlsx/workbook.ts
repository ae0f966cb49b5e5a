/**
 * A workbook in Office Open XML (ECMA-376), as a stream: memory does not grow with its rows, there is no clock in it,
 * and nothing in it can be executed.
 */
import { type Entry, zipped } from '../../zip/zip.ts'
import { escapeXml, type Sheet, type Workbook, type WorkbookWriter } from '../workbook.ts'
import { filteredRange, MAIN, writeSheet, XML } from './sheet.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const sheetPath = (at: number) => `worksheets/sheet${at + 1}.xml`

const contentTypes = (sheets: readonly Sheet[]) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets
    .map((_, at) => `<Override PartName="/xl/${sheetPath(at)}" ContentType="${TYPE}.worksheet+xml"/>`)
    .join('')}</Types>`

const relationships = (entries: readonly (readonly [type: string, target: string])[]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${entries
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const properties = ({ title, creator, created }: Workbook) => {
  const moment = `${created.toISOString().slice(0, 19)}Z`
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
}

const workbookPart = (sheets: readonly Sheet[]) => {
  const filters = sheets.map((sheet, at) => {
    const range = filteredRange(sheet)
    return range
      ? `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${escapeXml(range)}</definedName>`
      : ''
  })
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets
    .map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets><definedNames>${filters.join('')}</definedNames></workbook>`
}

/** In the order of STYLE: plain, text (the built-in format 49), bold header, text in lines. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

export const writeXlsx: WorkbookWriter = workbook => {
  const { sheets, created } = workbook
  const part = (name: string, text: string): Entry => ({ name, chunks: [Buffer.from(text)] })
  const links = sheets.map((_, at) => [`${DOCUMENT}/worksheet`, sheetPath(at)] as const)
  return zipped(
    [
      part('[Content_Types].xml', contentTypes(sheets)),
      part(
        '_rels/.rels',
        relationships([
          [`${DOCUMENT}/officeDocument`, 'xl/workbook.xml'],
          [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']
        ])
      ),
      part('docProps/core.xml', properties(workbook)),
      part('xl/workbook.xml', workbookPart(sheets)),
      part('xl/_rels/workbook.xml.rels', relationships([...links, [`${DOCUMENT}/styles`, 'styles.xml']])),
      part('xl/styles.xml', STYLES),
      ...sheets.map((sheet, at) => ({ name: `xl/${sheetPath(at)}`, chunks: writeSheet(sheet) }))
    ],
    created.toISOString().slice(0, 10)
  )
}
