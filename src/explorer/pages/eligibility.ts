/** Who may be a member, and why: the criteria, and every score that a source tells. */

import { html } from '../../html/html.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { take } from '../parts/downloads.ts'
import { criteriaOf, scoreCells, scoreHead, stepsOf } from '../parts/eligibility.ts'
import type { Page } from '../parts/layout.ts'
import { countryName } from '../parts/table.ts'
import { allowOnly } from './chart-options.ts'

export async function eligibility(visit: PageContext): Promise<Page> {
  const { say, to, lang, compare } = visit
  allowOnly(visit)
  const [criteria, scores] = await Promise.all([
    criteriaOf(visit),
    visit.list('eligibility-scores', [
      ['labels', 'true'],
      ['limit', '1000']
    ])
  ])
  const rows = scores.data.toSorted(
    (a, b) => compare(countryName(visit, a), countryName(visit, b)) || Number(b.year) - Number(a.year)
  )
  const title = say(['Eligibility', 'Admissibilité'])
  return {
    title: say([
      'Eligibility: criteria, points and values check',
      'Admissibilité : critères, points et examen des valeurs'
    ]),
    description: say([
      'Four criteria of up to four points; three quarters of the points that are possible are needed.',
      'Quatre critères de quatre points au plus ; il faut les trois quarts des points possibles.'
    ]),
    body: html`<h1>${title}</h1>
<p class="lead">${say([
      'A country may join that earns three quarters of the points possible under four criteria, of up to four points each, and, since September 2017, passes the values check. A dash: no source of ours says.',
      'Peut adhérer un pays qui obtient les trois quarts des points possibles selon quatre critères, de quatre points au plus chacun, et qui, depuis septembre 2017, satisfait à l’examen des valeurs. Un tiret : aucune de nos sources ne le dit.'
    ])}</p>
<h2>${say(['What the points mean', 'Ce que signifient les points'])}</h2>
<dl class="definitions">${criteria.map(
      criterion => html`<dt>${String(criterion[`name_${lang}`])}</dt><dd>${stepsOf(visit, criterion)}</dd>`
    )}</dl>
<h2>${say(['Scores by country and year', 'Scores par pays et par année'])}</h2>
${grid(visit, {
  name: say(['Scores by country and year', 'Scores par pays et par année']),
  captioned: false,
  kind: 'numbers',
  head: [say(['Country', 'Pays']), say(['Year', 'Année']), ...scoreHead(visit, criteria)],
  rows: rows.map(row => [
    html`<a href="${to(`countries/${row.country}`)}">${countryName(visit, row)}</a>`,
    String(row.year),
    ...scoreCells(visit, criteria, row)
  ])
})}
${take(visit, {
  title,
  links: scores.links,
  view: { path: 'eligibility', parameters: [] },
  data: [
    { label: say(['Scores', 'Scores']), path: 'eligibility-scores', parameters: [] },
    { label: say(['Criteria', 'Critères']), path: 'eligibility-criteria', parameters: [] }
  ]
})}`
  }
}
