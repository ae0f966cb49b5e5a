/** Markup from templates: every value that enters is text, unless it is markup already. */
import { escapeHtml } from '../http/page.ts'

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

/** Text of a source, in whatever language and direction it is written. */
export const foreign = (text: string): Html => html`<bdi>${text}</bdi>`

/** No longer than so many characters, cut between words where there are any. */
export function clip(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const cut = letters.slice(0, most - 1).join('')
  return `${cut.replace(/\s+\S{0,30}$/, '')}…`
}

/** An address from the data as one to follow; undefined where it is no web address. */
export const webAddress = (text: unknown): string | undefined =>
  typeof text === 'string' && /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).href : undefined
