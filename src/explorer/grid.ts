/** A table that scrolls by itself where the page is narrow, with keys as well. */

import { type Html, html, type Piece } from '../html/html.ts'
import type { Speech } from '../i18n/speech.ts'

export type Grid = {
  /** Names the table; shown above it unless a heading does. */
  name: string
  captioned?: boolean
  kind: 'numbers' | 'rows'
  /** Heads of columns: markup of whole cells, or their text. */
  head: readonly Piece[]
  /** Rows of cells; the first of each is its head. */
  rows: readonly (readonly Piece[])[]
}

export const grid = ({ say }: Speech, { name, captioned = true, kind, head, rows }: Grid): Html =>
  html`<section class="wide" tabindex="0" aria-label="${say(['{name}, table', '{name}, tableau'], { name })}">
<p class="hint" aria-hidden="true">${say(['This table scrolls sideways →', 'Ce tableau défile latéralement →'])}</p><table class="${kind}">${captioned && html`<caption>${name}</caption>`}
<thead><tr>${head.map(cell => (isHead(cell) ? cell : html`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>${rows.map(
    ([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map(cell => html`<td>${cell}</td>`)}</tr>
`
  )}</tbody></table></section>`

const isHead = (cell: Piece) =>
  typeof cell === 'object' && cell !== null && 'text' in cell && cell.text.startsWith('<th')
