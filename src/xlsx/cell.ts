/** Cells of a worksheet (ECMA-376, part 1, 18.3.1.4). Text is always text, whatever it looks like. */

/** Characters (UTF-16 code units) that a cell can hold. */
export const MAX_CHARACTERS = 32_767
/** Rows that a worksheet can hold, its header among them. */
export const MAX_ROWS = 1_048_576

export type Value = string | number | boolean | null

/** How a cell looks; places in the list of formats that `parts.ts` writes. */
export const STYLE = { plain: 0, text: 1, header: 2, prose: 3 } as const
export type Style = (typeof STYLE)[keyof typeof STYLE]

/** XML 1.0 has no such characters, and its readers turn a carriage return into a line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
const UNWRITABLE = /[\x00-\x08\x0b-\x1f\ufffe\uffff]/g
/** Text that would be read as an escaped character. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, sign => ENTITIES[sign] as string)

/** Text as a string of the format (22.9.2.19, ST_Xstring): what XML cannot hold is written _xHHHH_. */
const escapeText = (text: string): string =>
  escapeXml(
    text
      .replace(LOOKS_ESCAPED, '_x005F_')
      .replace(UNWRITABLE, sign => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
  )

/** 0 → A, 25 → Z, 26 → AA. */
export const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))

/** One cell; null is none. Text keeps the format "text", so that it stays text when somebody edits it. */
export function writeCell(address: string, value: Value, style: Style = STYLE.text): string {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(value)}</t></is></c>`
}
