/** Whether what a page counts is all there is, in the words of the API. */
import { type Html, html } from '../../html/html.ts'
import type { PageContext } from '../page-context.ts'

/**
 * A box of notes, for a page, or below a view in a frame; nothing where nothing was learnt. On a narrow page it is one
 * line that opens, so that what is counted comes first; in a frame, where it may be all that is read, it is open.
 */
export const extentNotes = (
  { say, extent, partialYears, to, path }: Pick<PageContext, 'say' | 'extent' | 'partialYears' | 'to' | 'path'>,
  notes: Iterable<string> = extent
): Html | false => {
  // Answers come in any order; the page is the same each time.
  const lines = [...notes].sort()
  if (lines.length === 0) return false
  const isWhole = path === 'methodology'
  const fold = html`<details class="fold" data-keep="extent"><summary>${
    partialYears.size > 0
      ? say(['Partial data: what is here', 'Données partielles : ce qui figure ici'])
      : say(['How complete this is', 'Ce que cela couvre'])
  }</summary></details>`
  return html`<div class="caution" role="note" aria-label="${say(['How complete this is', 'Ce que cela couvre'])}">${!isWhole && fold}<div>${lines.map(note => html`<p>${note}</p>`)}${!isWhole && html`<p><a href="${to('methodology')}#extent">${say(['How this is counted', 'Comment c’est compté'])}</a></p>`}</div></div>`
}
