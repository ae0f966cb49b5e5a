/** Rows of a view; every coded cell leads to all rows like it. */

import { type Html, html } from '../../html/html.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Answer, Row } from '../api.ts'
import { grid } from '../grid.ts'
import { type PageContext, without } from '../page-context.ts'
import { clip, foreign } from '../text.ts'
import type { Column, View } from '../views.ts'

export const PAGE = 25

/** The value as the API labels it; why there is none where there is none. */
export function cellText({ say }: PageContext, row: Row, name: string): string {
  const value = row[`${name}_label`] ?? row[name] ?? row[`${name}_missing_label`]
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return say(value ? ['Yes', 'Oui'] : ['No', 'Non'])
  return Array.isArray(value) ? value.join(', ') : String(value)
}

export const countryName = ({ lang }: PageContext, row: Row): string =>
  String(row[`country_name_${lang}`] ?? row.country ?? '')

function cell(visit: PageContext, view: View, row: Row, { name, filter }: Column, filters: readonly Parameter[]): Html {
  const value = row[name]
  if (name === 'country') return html`<a href="${visit.to(`countries/${value}`)}">${countryName(visit, row)}</a>`
  if (!filter || value === null || value === undefined) return html`${cellText(visit, row, name)}`
  const labels = row[`${name}_label`]
  const link = (atom: unknown, label: unknown) =>
    html`<a href="${visit.to(view.path, [...without(filters, filter), [filter, String(atom)]])}">${clip(String(label), 60)}</a>`
  if (!Array.isArray(value)) return link(value, cellText(visit, row, name))
  return html`${value.map((atom, index) => html`${index > 0 && ', '}${link(atom, Array.isArray(labels) ? labels[index] : atom)}`)}`
}

const TITLE: Record<string, Column> = {
  commitments: { name: 'title', label: ['Commitment', 'Engagement'], sort: true },
  consultation: { name: 'plan', label: ['Plan', 'Plan'], sort: true }
}

/** The columns that a reader sees of a view, as the API names them. */
export const shownIn = ({ path, columns }: View, { lang }: Pick<PageContext, 'lang'>): string[] => [
  'id',
  ...[TITLE[path] as Column, ...columns].map(({ name }) => (name === 'country' ? `country_name_${lang}` : name))
]

/** The best name of a commitment in the reader's language. */
export const titleOf = ({ lang }: PageContext, row: Row): string =>
  String(row[`headline_${lang}`] ?? row.short_title ?? row.title ?? row.id)

const first = (visit: PageContext, view: View, row: Row) =>
  view.path === 'commitments'
    ? html`<a href="${visit.to(`commitments/${row.id}`)}">${foreign(clip(titleOf(visit, row), 140))}</a>`
    : html`<a href="${visit.to('commitments', [['plan', String(row.plan)]])}"><span class="code">${String(row.plan)}</span></a>`

export function rowsTable(visit: PageContext, view: View, answer: Answer, filters: readonly Parameter[]): Html {
  const { say, asked, to } = visit
  const columns = [TITLE[view.path] as Column, ...view.columns]
  const sort = asked.get('sort')
  const rest = without(asked, 'sort', 'cursor')
  const head = ({ name, label, sort: sortable }: Column) => {
    if (!sortable) return html`<th scope="col">${say(label)}</th>`
    const state = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined
    const next = state === 'ascending' ? `-${name}` : name
    return html`<th scope="col"${state && html` aria-sort="${state}"`}><a href="${to(view.path, [...rest, ['sort', next]])}#rows">${say(label)}${state && html`<span aria-hidden="true"> ${state === 'ascending' ? '↑' : '↓'}</span>`}</a></th>`
  }
  const page = (rel: 'prev' | 'next', words: Html | string) => {
    const link = answer.links[rel]
    const cursor = link && new URL(link).searchParams.get('cursor')
    return (
      cursor &&
      html`<a rel="${rel}" href="${to(view.path, [...without(asked, 'cursor'), ['cursor', cursor]])}#rows">${words}</a> `
    )
  }
  const { returned, total } = answer.meta
  return html`<section id="rows" aria-labelledby="rows-title"><h2 id="rows-title">${say(view.title)}</h2>
<p class="note">${say(['{returned} of {total} {total|row|rows}.', '{returned} {returned|ligne|lignes} sur {total}.'], { returned, total })}</p>
${grid(visit, {
  name: say(view.title),
  captioned: false,
  kind: 'rows',
  head: columns.map(head),
  rows: answer.data.map(row => [
    first(visit, view, row),
    ...view.columns.map(column => cell(visit, view, row, column, filters))
  ])
})}
<p class="pages">${page('prev', say(['← Previous', '← Précédentes']))}${page('next', say(['Next →', 'Suivantes →']))}</p></section>`
}
