/** Cells of a worksheet (ECMA-376, part 1, 18.3.1.4). Text is always text, whatever it looks like. */

import { escapeXml, type Value } from '../workbook.ts'

/** How a cell looks; places in the list of formats that `parts.ts` writes. */
export const STYLE = { plain: 0, text: 1, header: 2, prose: 3 } as const
export type Style = (typeof STYLE)[keyof typeof STYLE]

/** XML 1.0 has no such characters, and its readers turn a carriage return into a line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
const UNWRITABLE = /[\x00-\x08\x0b-\x1f\ufffe\uffff]/g
/** Text that would be read as an escaped character. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g
/** Text as a string of the format (22.9.2.19, ST_Xstring): what XML cannot hold is written _xHHHH_. */
const escapeText = (text: string): string =>
  escapeXml(
    text
      .replace(LOOKS_ESCAPED, '_x005F_')
      .replace(UNWRITABLE, sign => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
  )

/** One cell; null is none. Text keeps the format "text", so that it stays text when somebody edits it. */
export function writeCell(address: string, value: Value, style: Style = STYLE.text): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
}
