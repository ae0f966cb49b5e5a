/** Countries: all of them, or those of a region or name. */

import { html } from '../../html/html.ts'
import type { Row } from '../api.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { take } from '../parts/downloads.ts'
import { extentNotes } from '../parts/extent.ts'
import type { Page } from '../parts/layout.ts'
import { type Column, isSought, narrowing, sorted, sortHeads } from '../parts/listing/sorting.ts'
import { sinceOf } from '../parts/membership.ts'
import { cellText } from '../parts/table.ts'
import { allowOnly, refused } from './chart-options.ts'

const ALL = ['limit', '1000'] as const

type Item = { code: string; name: string; member: Row | undefined; count: number }

export async function countries(visit: PageContext): Promise<Page> {
  const { say, to, number, lang, asked } = visit
  allowOnly(visit, 'q', 'region', 'sort')
  const [members, commitments, places] = await Promise.all([
    visit.list('members', [['kind', 'country'], ['labels', 'true'], ALL]),
    visit.list('commitments', [
      ['fields', 'id'],
      ['limit', '1'],
      ['facet', 'country']
    ]),
    visit.list('countries', [['labels', 'true'], ALL])
  ])
  const counts = new Map(commitments.facets?.country?.map(({ value, count }) => [String(value), count]))
  const known = new Map(members.data.map(row => [String(row.country), row]))
  const place = new Map(places.data.map(row => [String(row.id), row]))
  const regions = new Map(places.data.map(row => [String(row.region), cellText(visit, row, 'region')]))
  const region = asked.get('region')
  if (region !== undefined && !regions.has(region))
    throw refused([
      { parameter: 'region', detail: `"${region.slice(0, 100)}" is none of ${[...regions.keys()].join(', ')}.` }
    ])
  const regionOf = ({ code }: Item) => String(place.get(code)?.region ?? '')
  const status = ({ member }: Item) => (member ? cellText(visit, member, 'status') : undefined)
  const items: Item[] = [...new Set([...counts.keys(), ...known.keys()])]
    .filter(code => place.has(code))
    .map(code => ({
      code,
      name: String(place.get(code)?.[`name_${lang}`]),
      member: known.get(code),
      count: counts.get(code) ?? 0
    }))
  const columns: Column<Item>[] = [
    { name: 'name', label: say(['Country', 'Pays']), value: ({ name }) => name },
    { name: 'region', label: say(['Region', 'Région']), value: item => regions.get(regionOf(item)) },
    {
      name: 'since',
      label: say(['Member since', 'Membre depuis']),
      value: ({ member }) => (member?.member_since ?? member?.joined ?? undefined) as string | undefined
    },
    { name: 'status', label: say(['Status in December 2016', 'Statut en décembre 2016']), value: status },
    { name: 'commitments', label: say(['Commitments', 'Engagements']), value: ({ count }) => count || undefined }
  ]
  const found = items.filter(
    item =>
      (region === undefined || regionOf(item) === region) &&
      isSought(visit, ...['name_en', 'name_fr'].map(name => String(place.get(item.code)?.[name])))
  )
  const choice = html`<label>${say(['Region', 'Région'])} <select name="region"><option value="">${say(['all', 'toutes'])}</option>${[
    ...regions
  ]
    .toSorted(([, a], [, b]) => visit.compare(a, b))
    .map(
      ([value, label]) => html`<option value="${value}"${value === region && html` selected`}>${label}</option>`
    )}</select></label> `
  return {
    title: say(['Countries', 'Pays']),
    description: say([
      'Every country with its membership and its commitments.',
      'Chaque pays, son adhésion et ses engagements.'
    ]),
    body: html`<h1>${say(['Countries', 'Pays'])}</h1><p class="lead">${say(['Members in December 2016, plus other countries with plans in the data.', 'Les membres en décembre 2016, et les autres pays présents dans les données.'])}</p>${extentNotes(visit, commitments.meta.notes)}
${narrowing(visit, say(['Name', 'Nom']), say(['{n} of {all} countries', '{n} pays sur {all}'], { n: found.length, all: items.length }), choice)}
${grid(visit, {
  name: say(['Countries', 'Pays']),
  captioned: false,
  kind: 'rows',
  head: sortHeads(visit, columns),
  rows: sorted(visit, columns, found).map(item => [
    html`<a href="${to(`countries/${item.code}`)}">${item.name}</a>`,
    regions.get(regionOf(item)) ?? '–',
    sinceOf(visit, item.member) ?? '–',
    status(item) ?? say(['not a member in December 2016', 'non membre en décembre 2016']),
    item.count > 0 ? html`<a href="${to('commitments', [['country', item.code]])}">${number(item.count)}</a>` : '–'
  ])
})}
${take(visit, { title: say(['Countries', 'Pays']), links: members.links, view: { path: 'countries', parameters: [] }, data: [{ label: say(['Members', 'Membres']), path: 'members', parameters: [['kind', 'country']] }] })}`
  }
}
