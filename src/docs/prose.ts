/** The little Markdown that the texts of the OpenAPI document are written in (CommonMark): paragraphs, code, bold, links. */
import { type Html, html } from '../html/html.ts'

const PIECES = /`([^`]+)`|\*\*([^*]+)\*\*|(https?:\/\/[^\s)]+[^\s).,;:])/g

/** A text within a line. */
export function inline(text: string): Html {
  const pieces: Html[] = []
  let at = 0
  for (const { 0: whole, 1: code, 2: bold, 3: address, index } of text.matchAll(PIECES)) {
    pieces.push(html`${text.slice(at, index)}`)
    if (code) pieces.push(html`<code>${code}</code>`)
    else if (bold) pieces.push(html`<strong>${bold}</strong>`)
    else pieces.push(html`<a href="${address}">${address}</a>`)
    at = index + whole.length
  }
  return html`${pieces}${text.slice(at)}`
}

/** Paragraphs. */
export const prose = (text: string | undefined): Html =>
  html`${(text ?? '')
    .split(/\n{2,}/)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => html`<p>${inline(paragraph)}</p>\n`)}`
