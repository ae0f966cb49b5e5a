/** One country: what it promised, what became of it, whether it may be a member. */

import { type Html, html } from '../../html/html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Row } from '../api.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { take } from '../parts/downloads.ts'
import { eligibilityOf } from '../parts/eligibility.ts'
import { extentNotes } from '../parts/extent.ts'
import { type Drawn, figure } from '../parts/figure.ts'
import type { Page } from '../parts/layout.ts'
import { sinceOf } from '../parts/membership.ts'
import { stars } from '../parts/stars.ts'
import { cellText } from '../parts/table.ts'
import { chartOn } from '../pictures/card.ts'
import { foreign } from '../text.ts'
import { COMMITMENTS, CONSULTATION, STEPS } from '../views.ts'
import { allowOnly } from './chart-options.ts'
import { FACETS, headlines } from './overview.ts'
import { notFound } from './problem.ts'

const ALL = ['limit', '1000'] as const

const facts = (visit: PageContext, pairs: readonly (readonly [Words, Html | string | false])[]) =>
  html`<dl class="facts">${pairs.filter(([, value]) => value !== false).map(([words, value]) => html`<div><dt>${visit.say(words)}</dt><dd>${value}</dd></div>`)}</dl>`

function consultation(visit: PageContext, plans: readonly Row[], code: string): Html {
  const { say, to } = visit
  if (plans.length === 0)
    return html`<p class="none">${say(['No consultation data for this country.', 'Pas de données sur la consultation dans ce pays.'])}</p>`
  const names = CONSULTATION.columns.filter(({ filter }) => (STEPS as readonly (string | undefined)[]).includes(filter))
  return grid(visit, {
    name: say(['Steps of consultation, by plan', 'Étapes de consultation, par plan']),
    kind: 'numbers',
    head: [say(['Plan', 'Plan']), ...names.map(({ label }) => say(label)), say(['Steps of 6', 'Étapes sur 6'])],
    rows: plans.map(row => [
      html`<a href="${to('consultation', [['country', code]])}">${String(row.plan)}</a>`,
      ...names.map(({ name }) => cellText(visit, row, name)),
      cellText(visit, row, 'steps_followed')
    ])
  })
}

const cardOf = (visit: PageContext, drawn: Drawn | undefined): Pick<Page, 'card'> =>
  drawn ? { card: () => chartOn(visit, drawn.chart) } : {}

export async function country(visit: PageContext, code: string): Promise<Page> {
  const { say, to, date, lang } = visit
  allowOnly(visit)
  const found = await visit.item('countries', code, [['labels', 'true']])
  if (!found) return notFound(visit, 'countries', code)
  const name = String(found[`name_${lang}`])
  const mine = ['country', code] as const
  const [answer, members, plans, scores, process, events] = await Promise.all([
    visit.list('commitments', [mine, ['fields', 'id'], ['limit', '1'], ['facet', `${FACETS},plannumber`]]),
    visit.list('members', [mine, ['labels', 'true'], ALL]),
    visit.list('action-plans', [mine, ['sort', 'number'], ALL]),
    visit.list('eligibility-scores', [mine, ['labels', 'true'], ALL]),
    visit.list('process-assessments', [mine, ['labels', 'true'], ALL]),
    visit.list('membership-events', [mine, ['labels', 'true'], ALL])
  ])
  const { facets = {}, links, meta } = answer
  const shared = { visit, view: COMMITMENTS, filters: [mine], facets, total: meta.total, links }
  const drawn = await Promise.all(
    meta.total === 0
      ? []
      : [
          figure({
            ...shared,
            choice: { by: 'theme', in: 'completion', show: 'count', of: 'all', order: 'usual' },
            most: 15
          }),
          figure({
            ...shared,
            choice: { by: 'country', in: undefined, over: 'plannumber', show: 'delivered', of: 'all', order: 'usual' }
          }),
          figure({
            ...shared,
            choice: { by: 'plannumber', in: 'completion', show: 'share', of: 'all', order: 'usual' }
          })
        ]
  )
  const member = members.data.find(({ kind }) => kind === 'country')
  const local = members.data.filter(({ kind }) => kind === 'local')
  const since = sinceOf(visit, member)
  return {
    title: say(
      ['{name} in the Open Government Partnership', '{name} dans le Partenariat pour un gouvernement ouvert'],
      {
        name
      }
    ),
    description: say(
      [
        '{name} in the Open Government Partnership: {total} {total|commitment|commitments}, what became of them, stars, eligibility, consultation.',
        '{name} dans le Partenariat pour un gouvernement ouvert : {total} {total|engagement|engagements}, ce qu’il en est advenu, étoiles, admissibilité, consultation.'
      ],
      { name, total: meta.total }
    ),
    ...(visit.embed && drawn[0] ? { title: drawn[0].chart.title } : {}),
    ...cardOf(visit, drawn[0]),
    frame: drawn[0]?.html ?? html`<h1>${name}</h1>`,
    body: html`<h1>${name}</h1>
${facts(visit, [
  [
    ['Member since', 'Membre depuis'],
    since
      ? since
      : member
        ? say(['no source says', 'aucune source ne le dit'])
        : say(['not a member in December 2016', 'non membre en décembre 2016'])
  ],
  [['Status in December 2016', 'Statut en décembre 2016'], member ? cellText(visit, member, 'status') : false],
  [['Region', 'Région'], cellText(visit, found, 'region')],
  [['Local members', 'Membres locaux'], local.length > 0 && local.map(row => String(row[`name_${lang}`])).join(', ')],
  [
    ['Later events', 'Événements'],
    events.data.length > 0 &&
      events.data
        .map(row => `${cellText(visit, row, 'event')}${row.date ? ` (${date(String(row.date))})` : ''}`)
        .join(' ; ')
  ]
])}
${headlines(visit, answer, [mine])}${extentNotes(visit, answer.meta.notes)}
<p class="links"><a href="${to('commitments', [mine])}">${say(['Explore all its commitments', 'Explorer tous ses engagements'])}</a> · <a href="${to('compare', [mine])}">${say(['Compare with other countries', 'Comparer à d’autres pays'])}</a> · <a href="${to('changes', [mine])}">${say(['What changed since the release before', 'Ce qui a changé depuis la version précédente'])}</a></p>
<div class="two">${drawn.map(({ html: piece }) => piece)}</div>
<h2>${say(['Stars', 'Étoiles'])}</h2>${stars(visit, answer, [mine])}
<h2>${say(['Action plans', 'Plans d’action'])}</h2>
${
  plans.data.length === 0
    ? html`<p class="none">${say(['No plan found in our sources.', 'Aucun plan trouvé dans nos sources.'])}</p>`
    : html`<ul>${plans.data.map(
        row =>
          html`<li><a href="${to('commitments', [['plan', String(row.id)]])}">${say(['Plan {number}', 'Plan {number}'], { number: Number(row.number) })}</a>${row.locality ? html` (${foreign(String(row.locality))})` : false} ${row.year ? String(row.year) : ''}</li>`
      )}</ul>`
}
<h2>${say(['Eligibility', 'Admissibilité'])}</h2>${await eligibilityOf(visit, scores.data)}
<h2>${say(['Consultation', 'Consultation'])}</h2>${consultation(visit, process.data, code)}
${take(visit, {
  title: await visit.sentence('commitments', [mine], ['', '']),
  links,
  view: { path: `countries/${code}`, parameters: [] },
  data: [
    { label: say(['Commitments', 'Engagements']), path: 'commitments', parameters: [mine] },
    { label: say(['Action plans', 'Plans d’action']), path: 'action-plans', parameters: [mine] },
    { label: say(['Eligibility', 'Admissibilité']), path: 'eligibility-scores', parameters: [mine] },
    { label: say(['Consultation', 'Consultation']), path: 'process-assessments', parameters: [mine] }
  ]
})}`
  }
}
