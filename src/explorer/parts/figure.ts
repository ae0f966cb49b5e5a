/** A chart with all that belongs to it: what it says, its picture, its numbers, its addresses. */

import { type Html, html } from '../../html/html.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Bucket } from '../api.ts'
import { bars, columns, numbers } from '../charts/bars.ts'
import { chartOf } from '../charts/chart.ts'
import { type Choice, choiceParameters } from '../charts/choice.ts'
import { panels } from '../charts/lines/panels.ts'
import type { Chart } from '../charts/model.ts'
import { aggregateQueryOf } from '../charts/question.ts'
import type { PageContext } from '../page-context.ts'
import type { View } from '../views.ts'
import { take } from './downloads.ts'
import { shownIn } from './table.ts'

export const MAX_BARS = 25

export type Drawn = {
  chart: Chart
  html: Html
}

type Options = {
  visit: PageContext
  view: View
  choice: Choice
  filters: readonly Parameter[]
  facets: Record<string, Bucket[]>
  total: number
  links: Record<string, string | null>
  most?: number
  /** Beside each other instead of below each other. */
  upright?: boolean
}

export async function figure(options: Options): Promise<Drawn> {
  const { visit, view, choice, filters, facets, total, links, upright, most = MAX_BARS } = options
  const { say, to } = visit
  const chart = await chartOf(visit, view, choice, filters, facets, total)
  const parameters = [...filters, ...choiceParameters(view, choice)]
  const question: Parameter[] = aggregateQueryOf(view, choice, filters)
  const shown = Math.min(most, chart.bars.length)
  const heading = visit.embed ? html`<h1>${chart.title}</h1>` : html`<h2>${chart.title}</h2>`
  const body = html`<figure class="chart">${heading}<p class="note">${chart.note}</p>
${chart.bars.length === 0 ? html`<p class="none">${say(['No results. Remove a filter.', 'Aucun résultat. Retirez un filtre.'])}</p>` : chart.isOverTime ? panels(visit, chart, most) : upright ? columns(visit, chart) : bars(visit, chart, most)}
${
  shown < chart.bars.length &&
  html`<p class="note">${say(['Showing {shown} of {all}. ', '{shown} barres affichées sur {all}. '], { shown, all: chart.bars.length })}<a href="${to(view.path, [...parameters, ['bars', 'all']])}">${say(['Show all', 'Afficher tout'])}</a></p>`
}
<details><summary>${say(['The numbers', 'Les chiffres'])}</summary>${numbers(visit, chart)}</details>
${take(visit, {
  title: chart.title,
  links,
  view: { path: view.path, parameters },
  picture: { path: view.path, parameters },
  data: [
    { label: say(['Numbers', 'Chiffres']), path: `${view.dataset}/aggregate`, parameters: question },
    { label: say(['Rows', 'Lignes']), path: view.dataset, parameters: filters, shown: shownIn(view, visit) }
  ]
})}</figure>`
  return { chart, html: body }
}
