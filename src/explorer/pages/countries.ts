/** Countries: all of them. */

import { html } from '../../html/html.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { take } from '../parts/downloads.ts'
import { extentNotes } from '../parts/extent.ts'
import type { Page } from '../parts/layout.ts'
import { sinceOf } from '../parts/membership.ts'
import { cellText } from '../parts/table.ts'
import { allowOnly } from './chart-options.ts'

const ALL = ['limit', '1000'] as const

export async function countries(visit: PageContext): Promise<Page> {
  const { say, to, number, compare, lang } = visit
  allowOnly(visit)
  const [members, commitments] = await Promise.all([
    visit.list('members', [['kind', 'country'], ['labels', 'true'], ALL]),
    visit.list('commitments', [
      ['fields', 'id'],
      ['limit', '1'],
      ['facet', 'country']
    ])
  ])
  const counts = new Map(
    commitments.facets?.country?.map(({ value, label, count }) => [String(value), { label, count }])
  )
  const names = new Map([...counts].filter(([code]) => code !== 'null').map(([code, { label }]) => [code, label]))
  const known = new Map(members.data.map(row => [String(row.country), row]))
  for (const row of members.data) names.set(String(row.country), String(row[`name_${lang}`]))
  const rows = [...names].toSorted(([, a], [, b]) => compare(a, b))
  return {
    title: say(['Countries', 'Pays']),
    description: say([
      'Every country with its membership and its commitments.',
      'Chaque pays, son adhésion et ses engagements.'
    ]),
    body: html`<h1>${say(['Countries', 'Pays'])}</h1><p class="lead">${say(['Members in December 2016, plus other countries with plans in the data.', 'Les membres en décembre 2016, et les autres pays présents dans les données.'])}</p>${extentNotes(visit, commitments.meta.notes)}
${grid(visit, {
  name: say(['Countries', 'Pays']),
  captioned: false,
  kind: 'rows',
  head: [
    say(['Country', 'Pays']),
    say(['Region', 'Région']),
    say(['Member since', 'Membre depuis']),
    say(['Status in December 2016', 'Statut en décembre 2016']),
    say(['Commitments', 'Engagements'])
  ],
  rows: rows.map(([code, name]) => {
    const member = known.get(code)
    const count = counts.get(code)?.count ?? 0
    return [
      html`<a href="${to(`countries/${code}`)}">${name}</a>`,
      member ? cellText(visit, member, 'region') : '–',
      sinceOf(visit, member) ?? '–',
      member
        ? cellText(visit, member, 'status')
        : say(['not a member in December 2016', 'non membre en décembre 2016']),
      count > 0 ? html`<a href="${to('commitments', [['country', code]])}">${number(count)}</a>` : '–'
    ]
  })
})}
${take(visit, { title: say(['Countries', 'Pays']), links: members.links, view: { path: 'countries', parameters: [] }, data: [{ label: say(['Members', 'Membres']), path: 'members', parameters: [['kind', 'country']] }] })}`
  }
}
