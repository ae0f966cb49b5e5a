/** A picture of its own: everything that a page says around a chart is written into it. */

import { type Html, html } from '../../html/html.ts'
import { COLOURS, type Tone } from './colours.ts'
import { textureOf, textures } from './patterns.ts'

export const WIDTH = 960
export const MARGIN = 24
const LETTER = 7.2
/** Letters of a title and of small print in a line of the whole width. */
const TITLE_LINE = 82
const LINE = 145

export const paint = (tone: Tone): string => {
  const texture = textureOf(tone)
  return texture ? `url(#${texture})` : COLOURS[tone][0]
}

/** Textures for drawings on their own. */
export const definitions = textures(tone => html`fill="${COLOURS[tone][0]}"`, html`fill="#7d8794"`)

/** A picture as a file of its own, and what it is called. */
export type Picture = {
  title: string
  svg: string
  /** Pixels from left to right, where it is to be a PNG. */
  width?: number
}

type Framed = {
  title: string
  note: string
  /** Whether what it counts is all there is, a sentence each. */
  extent: Iterable<string>
  /** Who made it, which release, where it stands: a line each. */
  source: readonly string[]
  legend: readonly { label: string; tone: Tone }[]
  height: number
  body: (top: number) => Html
}

/** A text as lines of about so many letters at most. */
export const wrapped = (text: string, most: number): string[] =>
  text.match(new RegExp(`.{1,${most}}(?:\\s|$)|.{${most}}`, 'gu')) ?? []

/** A picture with title, legend, note and source; `body` is drawn between them. */
export function framed({ title, note, extent, source, legend, height, body }: Framed): string {
  let y = 8
  const lines = (words: string, most: number, size: number, more: Html | false = false) =>
    wrapped(words, most).map(line => {
      y += Math.round(size * 1.35)
      return html`<text x="${MARGIN}" y="${y}" font-size="${size}"${more}>${line.trim()}</text>`
    })
  const soft = html` fill="#4a5563"`
  const head = [...lines(title, TITLE_LINE, 20, html` font-weight="bold"`), ...lines(note, LINE - 10, 13, soft)]
  y += 22
  let x = MARGIN
  const entries = legend.map(({ label, tone }) => {
    const width = 24 + label.length * LETTER + 14
    if (x + width > WIDTH - MARGIN) {
      x = MARGIN
      y += 22
    }
    const entry = html`<rect x="${x}" y="${y - 11}" width="13" height="13" fill="${paint(tone)}"/><text x="${x + 19}" y="${y}" font-size="13">${label}</text>`
    x += width
    return entry
  })
  const drawn = body(y + (legend.length > 0 ? 20 : 0))
  y += (legend.length > 0 ? 20 : 0) + height + 8
  const told = [...extent].sort().map(sentence => lines(sentence, LINE, 12))
  const foot = source.map(line => lines(line, LINE, 12, soft))
  const whole = Math.ceil(y + 14)
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${whole}" viewBox="0 0 ${WIDTH} ${whole}" font-family="Helvetica, Arial, sans-serif" fill="#14202e" role="img"><title>${title}</title>${definitions}<rect width="${WIDTH}" height="${whole}" fill="#fff"/>${head}${entries}${drawn}${told}${foot}</svg>
`.text
}
