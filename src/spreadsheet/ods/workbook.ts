/**
 * A workbook as an OpenDocument spreadsheet (ISO/IEC 26300), as a stream: memory does not grow with its rows, there is no
 * clock in it, and nothing in it can be executed. Libraries that write the format, `hucre` among them, build the whole
 * file in memory first.
 */
import { type Entry, zipped } from '../../zip/zip.ts'
import { escapeXml, type Sheet, type Workbook, type WorkbookWriter } from '../workbook.ts'
import { rootOf, writeContent, XML } from './content.ts'

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
const MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'

const manifestOf = (parts: readonly string[]) =>
  `${XML}<manifest:manifest xmlns:manifest="${MANIFEST}" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${TYPE}"/>${parts
    .map(name => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
    .join('')}</manifest:manifest>`

const metaOf = ({ title, creator, created }: Workbook) => {
  const moment = `${created.toISOString().slice(0, 19)}Z`
  const root = rootOf({ meta: 'meta:1.0', dc: 'http://purl.org/dc/elements/1.1/' })
  return `${XML}<office:document-meta ${root}><office:meta><dc:title>${escapeXml(title)}</dc:title><meta:initial-creator>${escapeXml(creator)}</meta:initial-creator><dc:creator>${escapeXml(creator)}</dc:creator><meta:creation-date>${moment}</meta:creation-date><dc:date>${moment}</dc:date></office:meta></office:document-meta>`
}

/** Keeps the header of each sheet in sight, in the words of LibreOffice, which other programs read too. */
const settingsOf = (sheets: readonly Sheet[]) => {
  const root = rootOf({ config: 'config:1.0', ooo: 'http://openoffice.org/2004/office' })
  const item = (name: string, type: string, value: number | string) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  const frozen = [
    item('VerticalSplitMode', 'short', 2),
    item('VerticalSplitPosition', 'int', 1),
    item('ActiveSplitRange', 'short', 2),
    item('PositionBottom', 'int', 1)
  ].join('')
  return `${XML}<office:document-settings ${root}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${sheets
    .map(
      ({ name }) =>
        `<config:config-item-map-entry config:name="${escapeXml(name)}">${frozen}</config:config-item-map-entry>`
    )
    .join(
      ''
    )}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`
}

export const writeOds: WorkbookWriter = workbook => {
  const { sheets, created } = workbook
  const part = (name: string, text: string): Entry => ({ name, chunks: [Buffer.from(text)] })
  const parts: Entry[] = [
    part('meta.xml', metaOf(workbook)),
    part('settings.xml', settingsOf(sheets)),
    { name: 'content.xml', chunks: writeContent(sheets) }
  ]
  return zipped(
    [part('META-INF/manifest.xml', manifestOf(parts.map(({ name }) => name))), ...parts],
    created.toISOString().slice(0, 10),
    { name: 'mimetype', bytes: Buffer.from(TYPE) }
  )
}
