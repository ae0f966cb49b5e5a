/** Whether what a page counts is all there is, in the words of the API. */
import { type Html, html } from '../../html/html.ts'
import type { PageContext } from '../page-context.ts'

/** A box of notes, for a page, or below a view in a frame; nothing where nothing was learnt. */
export const extentNotes = (
  { say, extent, to, path }: Pick<PageContext, 'say' | 'extent' | 'to' | 'path'>,
  notes: Iterable<string> = extent
): Html | false => {
  // Answers come in any order; the page is the same each time.
  const lines = [...notes].sort()
  return (
    lines.length > 0 &&
    html`<div class="caution" role="note" aria-label="${say(['How complete this is', 'Ce que cela couvre'])}">${lines.map(note => html`<p>${note}</p>`)}${path !== 'methodology' && html`<p><a href="${to('methodology')}#extent">${say(['How this is counted', 'Comment c’est compté'])}</a></p>`}</div>`
  )
}
