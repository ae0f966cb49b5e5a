/** Two to four countries beside each other. */

import { COMMITMENT_RATES, type Rate } from '../../glossary/rates.ts'
import { html, type Piece } from '../../html/html.ts'
import type { Words } from '../../i18n/words.ts'
import { fullText } from '../charts/values.ts'
import { grid } from '../grid.ts'
import { type PageContext, pathOf } from '../page-context.ts'
import { take } from '../parts/downloads.ts'
import { extentNotes } from '../parts/extent.ts'
import { figure } from '../parts/figure.ts'
import type { Page } from '../parts/layout.ts'
import { hidden } from '../parts/layout.ts'
import { ratedIn, rateIn, sumOf } from '../parts/sums.ts'
import { chartOn } from '../pictures/card.ts'
import { COMMITMENTS } from '../views.ts'
import { allowOnly, refused } from './chart-options.ts'

const MOST = 4
const FACETS = 'completion,assessed,starred,star,opening,impact,country,plannumber'

export async function compare(visit: PageContext): Promise<Page> {
  const { say, asked, to, number, lang, pin } = visit
  allowOnly(visit, 'country')
  const codes = (asked.get('country') ?? '')
    .split(',')
    .filter(Boolean)
    .map(code => code.toUpperCase())
  if (codes.length > MOST)
    throw refused([{ parameter: 'country', detail: `At most ${MOST} countries can be compared.` }])
  const together = codes.join(',')
  const filters = codes.length > 0 ? [['country', together] as const] : []
  const whole = await visit.list('commitments', [...filters, ['fields', 'id'], ['limit', '1'], ['facet', FACETS]])
  const names = new Map(whole.facets?.country?.map(({ value, label }) => [String(value), label]))
  const all = await visit.list('countries', [
    ['fields', `id,name_${lang}`],
    ['limit', '1000'],
    ['sort', `name_${lang}`]
  ])
  for (const row of all.data) names.set(String(row.id), String(row[`name_${lang}`]))
  const each = await Promise.all(
    codes.map(async code => ({
      code,
      commitments: await visit.list('commitments', [
        ['country', code],
        ['fields', 'id'],
        ['limit', '1'],
        ['facet', FACETS]
      ]),
      scores: await visit.list('eligibility-scores', [
        ['country', code],
        ['sort', '-year'],
        ['limit', '1']
      ]),
      plans: await visit.list('action-plans', [
        ['country', code],
        ['fields', 'id'],
        ['limit', '1']
      ])
    }))
  )
  // Each country by itself: together they would say less.
  const notes = each.flatMap(({ commitments }) => commitments.meta.notes ?? [])
  visit.extent.clear()
  for (const note of notes) visit.extent.add(note)
  type One = (typeof each)[number]
  const link = (code: string, text: string, ...more: (readonly [string, string])[]) =>
    html`<a href="${to('commitments', [['country', code], ...more])}">${text}</a>`
  /** How many of those that were rated have one of these values; a dash where none was. */
  const rated =
    (rate: Omit<Rate, 'meaning'>) =>
    ({ commitments: { facets }, code }: One): Piece => {
      const { count, of } = rateIn(facets, rate)
      const text = fullText(visit, { count, of, share: count / of })
      return of === 0 ? '–' : link(code, text, [rate.filter, rate.counts.join(',')])
    }
  const measures: (readonly [Words, (one: One) => Piece])[] = [
    [['Action plans', 'Plans d’action'], ({ plans }) => number(plans.meta.total)],
    [['Commitments', 'Engagements'], ({ commitments, code }) => link(code, number(commitments.meta.total))],
    [
      ['Marked as assessed, of those marked either way', 'Marqués comme évalués, sur ceux dont on le sait'],
      rated({ filter: 'assessed', of: ['false', 'true'], counts: ['true'] })
    ],
    [
      [
        'Carried out substantially or completely, of those rated',
        'Réalisés substantiellement ou entièrement, sur les évalués'
      ],
      rated(COMMITMENT_RATES.delivered)
    ],
    [
      ['Transformative potential, of those rated', 'Potentiel transformateur, sur les évalués'],
      rated(COMMITMENT_RATES.transformative)
    ],
    [
      ['Opened government markedly, of those rated', 'Ont nettement ouvert l’administration, sur les évalués'],
      rated(COMMITMENT_RATES['opened-government'])
    ],
    ...(whole.facets?.star ?? [])
      .filter(({ value }) => value !== null)
      .map(
        ({ value, label }) =>
          [
            [`★ ${label}`, `★ ${label}`],
            ({ commitments: { facets = {} }, code }: One) =>
              ratedIn(facets.starred) === 0
                ? '–'
                : link(code, number(sumOf(facets.star, value)), ['star', String(value)])
          ] as const
      ),
    [
      ['Latest eligibility score', 'Dernier score d’admissibilité'],
      ({ scores }) => {
        const [score] = scores.data
        return score?.total == null
          ? '–'
          : say(['{total} of {maximum} ({year})', '{total} sur {maximum} ({year})'], {
              total: Number(score.total),
              maximum: Number(score.maximum),
              year: String(score.year)
            })
      }
    ]
  ]
  const shared = {
    visit,
    view: COMMITMENTS,
    filters,
    facets: whole.facets ?? {},
    total: whole.meta.total,
    links: whole.links
  }
  const [lines, drawn] =
    codes.length < 2
      ? []
      : await Promise.all([
          figure({
            ...shared,
            choice: { by: 'country', in: undefined, over: 'plannumber', show: 'delivered', of: 'all', order: 'name' }
          }),
          figure({
            ...shared,
            choice: { by: 'country', in: 'completion', show: 'share', of: 'all', order: 'name' }
          })
        ])
  const options = [...names].filter(([code]) => code !== 'null').toSorted(([, a], [, b]) => visit.compare(a, b))
  const compared = codes.map(code => names.get(code) ?? code).join(', ')
  const title =
    codes.length > 0
      ? say(['Commitments compared: {names}', 'Engagements comparés\u00a0: {names}'], { names: compared })
      : say(['Compare countries', 'Comparer des pays'])
  return {
    title: visit.embed ? (drawn?.chart.title ?? title) : title,
    description: say(['Two to four countries beside each other.', 'Deux à quatre pays côte à côte.']),
    ...(drawn ? { frame: drawn.html, card: () => chartOn(visit, drawn.chart) } : {}),
    body: html`<h1>${say(['Compare countries', 'Comparer des pays'])}</h1>
<form class="choice compare" method="get" action="${pathOf(lang, 'compare')}">${hidden(pin)}${[0, 1, 2, 3].map(
      index =>
        html`<label>${say(['Country {place}', 'Pays {place}'], { place: index + 1 })} <select name="country"><option value="">–</option>${options.map(
          ([code, name]) => html`<option value="${code}"${code === codes[index] && html` selected`}>${name}</option>`
        )}</select></label> `
    )}<button type="submit" class="main">${say(['Compare', 'Comparer'])}</button></form>
${
  codes.length > 0 &&
  html`${grid(visit, {
    name: title,
    kind: 'numbers',
    head: [
      say(['Measure', 'Mesure']),
      ...codes.map(code => html`<a href="${to(`countries/${code}`)}">${names.get(code) ?? code}</a>`)
    ],
    rows: measures.map(([words, value]) => [say(words), ...each.map(value)])
  })}${extentNotes(visit, notes)}${lines?.html}${drawn?.html}${take(visit, { title, links: whole.links, view: { path: 'compare', parameters: filters }, data: [{ label: say(['Commitments', 'Engagements']), path: 'commitments', parameters: filters }] })}`
}`
  }
}
