/** Markup from templates: every value that enters is text, unless it is markup already. */

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, found => `&#${found.charCodeAt(0)};`)

/** Characters that no document may hold, whatever a source wrote (HTML, 13.1.4). */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

const write = (piece: Piece): string => {
  if (piece instanceof Html) return piece.text
  if (piece === null || piece === undefined || piece === false) return ''
  return Array.isArray(piece) ? piece.map(write).join('') : escapeHtml(String(piece).replace(FORBIDDEN, '\ufffd'))
}

/** html`<p>${text}</p>`: texts and numbers are escaped, markup and lists are put in, null and false leave nothing. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(parts.map((part, index) => part + write(pieces[index])).join(''))

/** Pieces with something between any two. */
export const joined = (pieces: readonly Piece[], between: Piece): Html =>
  html`${pieces.map((piece, index) => [index > 0 && between, piece])}`

/** Text in which `code` stands between backticks. */
export const withCode = (text: string): Html =>
  html`${text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
