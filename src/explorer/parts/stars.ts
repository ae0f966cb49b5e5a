/** Stars under each formula, as a table. */

import { type Html, html } from '../../html/html.ts'
import type { Answer } from '../api.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { ratedIn } from './sums.ts'

/** Stars apart by formula: a number of stars means nothing without it. */
export function stars(
  visit: PageContext,
  { facets = {} }: Answer,
  filters: readonly (readonly [string, string])[]
): Html {
  const { say, number, to } = visit
  const listed = (facets.star ?? []).filter(({ value }) => value !== null)
  const any = facets.starred?.find(({ value }) => value === true)?.count ?? 0
  // Nobody said of any of them whether it has a star: zero would be a finding.
  if (ratedIn(facets.starred) === 0)
    return html`<p class="none">${say(['None of them was rated for a star.', 'Aucun n’a été évalué pour une étoile.'])}</p>`
  const link = (name: string, value: string, count: number) =>
    html`<a href="${to('commitments', [...filters, [name, value]])}">${number(count)}</a>`
  return grid(visit, {
    name: say(['Starred commitments, by formula', 'Engagements phares, par formule']),
    kind: 'numbers',
    head: [say(['Formula', 'Formule']), say(['Commitments', 'Engagements'])],
    rows: [
      ...listed.map(({ value, label, count }) => [label, link('star', String(value), count)]),
      [say(['Any of them, or on its OGP page', 'L’une d’elles, ou sa page du PGO']), link('starred', 'true', any)]
    ]
  })
}
