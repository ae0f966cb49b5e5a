/** One box for everything, as the API's search finds it: each hit says why it is here. */

import { Html, html } from '../../html/html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Found, Hit, PageContext } from '../page-context.ts'
import type { Page } from '../parts/layout.ts'
import { clip, foreign } from '../text.ts'
import { allowOnly } from './chart-options.ts'

const SHOWN = 10

const SECTIONS: readonly (readonly [types: string, title: Words])[] = [
  ['countries,members', ['Countries', 'Pays']],
  ['themes', ['Themes', 'Thèmes']],
  ['indicators', ['Indicators', 'Indicateurs']],
  ['action-plans', ['Action plans', 'Plans d’action']],
  ['commitments', ['Commitments', 'Engagements']],
  ['code-lists', ['Definitions', 'Définitions']],
  ['bodies,resources', ['Bodies and resources', 'Organes et ressources']],
  ['datasets', ['Datasets', 'Jeux de données']]
]

/** The place that matches, with the words found marked: the API gives it as markup, in which all else is escaped. */
function reason({ say, asked }: PageContext, { matched, highlight, title }: Hit): Html | false {
  const [first] = highlight.filter(({ snippet }) => snippet.replace(/<\/?mark>/g, '') !== title)
  if (first) return html`<p class="note" dir="auto">${new Html(first.snippet)}</p>`
  if (!matched.includes('known_as')) return false
  return html`<p class="note">${say(['Also called “{q}” or similar.', 'Aussi appelé « {q} » ou de façon proche.'], { q: clip(asked.get('q') ?? '', 80) })}</p>`
}

export async function search(visit: PageContext): Promise<Page> {
  const { say, asked, to, number, origin } = visit
  allowOnly(visit, 'q')
  const q = asked.get('q') ?? ''
  const title = say(['Search', 'Rechercher'])
  const found: Found[] =
    q === ''
      ? []
      : await Promise.all(
          SECTIONS.map(([type]) =>
            visit.search([
              ['q', q],
              ['type', type],
              ['limit', String(SHOWN)]
            ])
          )
        )
  const item = (hit: Hit) =>
    html`<li><a href="${hit.page.slice(origin.length)}">${foreign(clip(hit.title, 140))}</a> <span class="soft">${hit.description && clip(hit.description, 200)}</span>${reason(visit, hit)}</li>`
  const all = (total: number) =>
    html`<p><a href="${to('commitments', [['q', q]])}">${say(['All {n} commitments', 'Les {n} engagements'], { n: total })}</a></p>`
  const sections = found.flatMap(({ data, meta }, at) => {
    const [types, words] = SECTIONS[at] as (typeof SECTIONS)[number]
    if (data.length === 0) return []
    const more = types === 'commitments' && all(meta.total)
    return [html`<section><h2>${say(words)}</h2><ul class="results">${data.map(item)}</ul>${more}</section>`]
  })
  const none = q !== '' && sections.length === 0
  return {
    title: q === '' ? title : say(['Search: {q}', 'Rechercher\u00a0: {q}'], { q: clip(q, 80) }),
    description: say([
      'Countries by any name, themes, plans, commitments, indicators and definitions.',
      'Pays sous tous leurs noms, thèmes, plans, engagements, indicateurs et définitions.'
    ]),
    body: html`<h1>${title}</h1>
<p class="matching" id="matching">${q !== '' && html`<bdi>${clip(q, 80)}</bdi>: ${number(found.reduce((sum, { meta }) => sum + meta.total, 0))}`}</p>
${none && html`<p class="none">${say(['Nothing matches. Try fewer or other words, in the language of the plans as well.', 'Aucun résultat. Essayez moins de mots, d’autres, ou la langue des plans.'])}</p>`}
${sections}`
  }
}
