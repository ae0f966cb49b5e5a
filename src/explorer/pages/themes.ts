/** Themes: all of them, and one. */
import { html } from '../../html/html.ts'
import type { Row } from '../api.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { take } from '../parts/downloads.ts'
import { extentNotes } from '../parts/extent.ts'
import { figure } from '../parts/figure.ts'
import type { Page } from '../parts/layout.ts'
import { type Column, isSought, narrowing, sorted, sortHeads } from '../parts/listing/sorting.ts'
import { stars } from '../parts/stars.ts'
import { chartOn } from '../pictures/card.ts'
import { COMMITMENTS } from '../views.ts'
import { allowOnly } from './chart-options.ts'
import { FACETS, headlines } from './overview.ts'
import { notFound } from './problem.ts'

export async function themes(visit: PageContext): Promise<Page> {
  const { say, to, number, lang } = visit
  allowOnly(visit, 'q', 'sort')
  const [list, commitments] = await Promise.all([
    visit.list('themes', [['limit', '1000']]),
    visit.list('commitments', [
      ['fields', 'id'],
      ['limit', '1'],
      ['facet', 'theme']
    ])
  ])
  const counts = new Map(commitments.facets?.theme?.map(({ value, count }) => [value, count]))
  const names = new Map(list.data.map(row => [row.id, String(row[`name_${lang}`])]))
  const countOf = ({ id }: Row) => counts.get(id as string) ?? 0
  const columns: Column<Row>[] = [
    { name: 'name', label: say(['Theme', 'Thème']), value: ({ id }) => names.get(id) },
    { name: 'part', label: say(['Part of', 'Fait partie de']), value: ({ parent }) => names.get(parent) },
    { name: 'commitments', label: say(['Commitments', 'Engagements']), value: countOf }
  ]
  const found = list.data.filter(row => isSought(visit, String(row.name_en), String(row.name_fr)))
  const all = list.data.length
  return {
    title: say(['Themes', 'Thèmes']),
    description: say(['What commitments are about.', 'De quoi parlent les engagements.']),
    body: html`<h1>${say(['Themes', 'Thèmes'])}</h1><p class="lead">${say(['What commitments are about. OGP changed its list of tags several times; each theme unites the tags that mean the same.', 'De quoi parlent les engagements. Le PGO a plusieurs fois changé ses étiquettes ; chaque thème réunit celles de même sens.'])}</p>${extentNotes(visit)}
${narrowing(visit, say(['Name', 'Nom']), say(['{n} of {all} {all|theme|themes}', '{n} {n|thème|thèmes} sur {all}'], { n: found.length, all }))}
${grid(visit, {
  name: say(['Themes', 'Thèmes']),
  captioned: false,
  kind: 'rows',
  head: sortHeads(visit, columns),
  rows: sorted(visit, columns, found).map(row => [
    html`<a href="${to(`themes/${row.id}`)}">${String(names.get(row.id))}</a>`,
    names.get(row.parent) ?? '–',
    countOf(row) > 0
      ? html`<a href="${to('commitments', [['theme', String(row.id)]])}">${number(countOf(row))}</a>`
      : '0'
  ])
})}
${take(visit, { title: say(['Themes', 'Thèmes']), links: list.links, view: { path: 'themes', parameters: [] }, data: [{ label: say(['Themes', 'Thèmes']), path: 'themes', parameters: [] }] })}`
  }
}

export async function theme(visit: PageContext, id: string): Promise<Page> {
  const { say, to, lang } = visit
  allowOnly(visit)
  const found = await visit.item('themes', id)
  if (!found) return notFound(visit, 'themes', id)
  const name = String(found[`name_${lang}`])
  const mine = ['theme', id] as const
  const [answer, narrower] = await Promise.all([
    visit.list('commitments', [mine, ['fields', 'id'], ['limit', '1'], ['facet', FACETS]]),
    visit.list('themes', [
      ['parent', id],
      ['limit', '1000']
    ])
  ])
  const { facets = {}, links, meta } = answer
  const shared = { visit, view: COMMITMENTS, filters: [mine], facets, total: meta.total, links }
  const [countries, time] = await Promise.all([
    figure({
      ...shared,
      choice: { by: 'country', in: 'completion', show: 'count', of: 'all', order: 'usual' }
    }),
    figure({
      ...shared,
      choice: { by: 'year', in: 'completion', show: 'count', of: 'all', order: 'usual' },
      upright: true
    })
  ])
  const sentence = await visit.sentence('commitments', [mine], ['', ''])
  return {
    title: visit.embed ? countries.chart.title : sentence,
    description: say(
      [
        'Commitments on {name}: who promised, and what became of it.',
        'Engagements sur le thème {name} : qui a promis, et ce qu’il en est advenu.'
      ],
      { name }
    ),
    frame: countries.html,
    card: () => chartOn(visit, countries.chart),
    body: html`<h1>${name}</h1>
${headlines(visit, answer, [mine])}${extentNotes(visit)}
${narrower.data.length > 0 && html`<p>${say(['Narrower themes:', 'Thèmes plus précis :'])} ${narrower.data.map((row, index) => html`${index > 0 && ', '}<a href="${to(`themes/${row.id}`)}">${String(row[`name_${lang}`])}</a>`)}</p>`}
<p class="links"><a href="${to('commitments', [mine])}">${say(['Explore all its commitments', 'Explorer tous ses engagements'])}</a></p>
<div class="two">${countries.html}${time.html}</div>
<h2>${say(['Stars', 'Étoiles'])}</h2>${stars(visit, answer, [mine])}
${take(visit, { title: sentence, links, view: { path: `themes/${id}`, parameters: [] }, data: [{ label: say(['Commitments', 'Engagements']), path: 'commitments', parameters: [mine] }] })}`
  }
}
