/** Filters, a chart of two dimensions, and the rows: the same page for every view. */

import { html } from '../../html/html.ts'
import type { Answer } from '../api.ts'
import { chartOf } from '../charts/chart.ts'
import { choiceParameters } from '../charts/choice.ts'
import { barsDrawing } from '../charts/drawing.ts'
import { linesDrawing } from '../charts/lines/drawing.ts'
import type { Picture } from '../charts/picture.ts'
import { ratesOf } from '../charts/rates.ts'
import type { PageContext } from '../page-context.ts'
import { steps } from '../parts/consultation-steps.ts'
import { sourceLines } from '../parts/downloads.ts'
import { extentNotes } from '../parts/extent.ts'
import { figure, MAX_BARS } from '../parts/figure.ts'
import { chartForm, chips, filterForm } from '../parts/filters.ts'
import type { Page } from '../parts/layout.ts'
import { PAGE, rowsTable } from '../parts/table.ts'
import { chartOn } from '../pictures/card.ts'
import { CONSULTATION, STEPS, type View } from '../views.ts'
import { asOfPage, choiceOf, filtersOf } from './chart-options.ts'

const FILES = [
  ['.csv', 'text/csv'],
  ['', 'application/json'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
] as const

const facetsOf = (view: View) => [...new Set([...Object.keys(view.dimensions)])].join(',')

const ask = async (visit: PageContext, view: View): Promise<Answer> => {
  const { asked } = visit
  const sort = asked.get('sort')
  const cursor = asked.get('cursor')
  try {
    return await visit.list(view.dataset, [
      ...filtersOf(visit),
      ['labels', 'true'],
      ['facet', facetsOf(view)],
      ['limit', String(PAGE)],
      ...(sort ? [['sort', sort] as const] : []),
      ...(cursor ? [['cursor', cursor] as const] : [])
    ])
  } catch (error) {
    throw asOfPage(error, visit, view)
  }
}

export async function explore(visit: PageContext, view: View): Promise<Page> {
  const { say, asked } = visit
  const choice = choiceOf(visit, view)
  const filters = filtersOf(visit)
  const answer = await ask(visit, view)
  const { facets = {}, links, meta } = answer
  const most = asked.has('bars') ? Number.POSITIVE_INFINITY : MAX_BARS
  const drawn = await figure({
    visit,
    view,
    choice,
    filters,
    facets,
    total: meta.total,
    links,
    most,
    upright: choice.by === 'year' && choice.in !== undefined && !(choice.show in ratesOf(view))
  })
  const matching = say(view.matching, { total: meta.total })
  return {
    title: filters.length > 0 || choiceParameters(view, choice).length > 0 ? drawn.chart.title : say(view.title),
    description: say(['{chart}. {matching}. {lead}', '{chart}. {matching}. {lead}'], {
      chart: drawn.chart.title,
      matching,
      lead: say(view.lead)
    }),
    files: FILES.map(([suffix, type]) => [type, visit.api(`${view.dataset}${suffix}`, filters)] as const),
    frame: drawn.html,
    ...(drawn.chart.bars.length > 0 ? { card: () => chartOn(visit, drawn.chart) } : {}),
    body: html`<h1>${say(view.title)}</h1><p class="lead">${say(view.lead)}</p>
<div class="explore"><aside><a class="skip" href="#rows">${say(['Skip to the rows', 'Aller aux lignes'])}</a><h2 class="hidden">${say(['Filters', 'Filtres'])}</h2><details class="drawer" data-keep="drawer"><summary>${say(['Filters', 'Filtres'])}</summary></details>${filterForm(visit, view, facets)}</aside>
<div class="found"><p class="matching" id="matching">${matching}</p>${chips(visit, view, facets)}${extentNotes(visit)}
${view === CONSULTATION && meta.total > 0 && (await steps(visit, facets, STEPS, links, filters))}
${chartForm(visit, view, choice)}
${drawn.html}
${rowsTable(visit, view, answer, filters)}</div></div>`
  }
}

/** The chart of a view as a picture; with how many bars, of how many rows. */
export async function exploreDrawing(
  visit: PageContext,
  view: View
): Promise<Picture & { bars: number; total: number }> {
  const choice = choiceOf(visit, view)
  const { facets = {}, meta } = await ask(visit, view)
  const chart = await chartOf(visit, view, choice, filtersOf(visit), facets, meta.total)
  const most = visit.asked.has('bars') ? Number.POSITIVE_INFINITY : MAX_BARS
  return {
    title: chart.title,
    bars: chart.bars.length,
    total: meta.total,
    svg: (chart.isOverTime ? linesDrawing : barsDrawing)(
      visit,
      chart,
      sourceLines(visit, view.path, [...filtersOf(visit), ...choiceParameters(view, choice)]),
      most
    )
  }
}
