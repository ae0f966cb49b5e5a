/** Why a country may be a member: the points of each criterion, what they mean, the threshold and the values check. */

import { type Html, html } from '../../html/html.ts'
import { titled } from '../../i18n/speech.ts'
import type { Row } from '../api.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { cellText } from './table.ts'

/** The column of a criterion's points is its id with other hyphens. */
export const columnOf = (criterion: Row): string => String(criterion.id).replaceAll('-', '_')

export const criteriaOf = async (visit: PageContext): Promise<Row[]> =>
  (
    await visit.list('eligibility-criteria', [
      ['sort', 'number'],
      ['limit', '100']
    ])
  ).data

const known = (value: unknown) => (value === null || value === undefined ? '–' : String(value))

const yesOrNo = ({ say }: PageContext, value: unknown) =>
  typeof value === 'boolean' ? (value ? say(['yes', 'oui']) : say(['no', 'non'])) : '–'

/** The bar is drawn where there is one; its mark is the threshold, which the table names. */
const meter = (total: number, maximum: number, threshold: number): Html =>
  html`<svg class="meter" width="96" height="10" aria-hidden="true" focusable="false"><rect width="96" height="10" class="m1"/><rect width="${Math.round((96 * total) / maximum)}" height="10" class="r4"/><rect x="${Math.round((96 * threshold) / maximum) - 1}" width="2" height="10" class="mark"/></svg>`

export const scoreCells = (visit: PageContext, criteria: readonly Row[], row: Row): (Html | string)[] => {
  const { total, maximum, threshold } = row
  const points =
    typeof total === 'number' && typeof maximum === 'number'
      ? html`${visit.say(['{total} of {maximum}', '{total} sur {maximum}'], { total, maximum })} ${typeof threshold === 'number' && meter(total, maximum, threshold)}`
      : '–'
  return [
    ...criteria.map(criterion => known(row[columnOf(criterion)])),
    points,
    known(threshold),
    cellText(visit, row, 'values_check'),
    yesOrNo(visit, row.eligible)
  ]
}

export const scoreHead = ({ say, lang }: PageContext, criteria: readonly Row[]): string[] => [
  ...criteria.map(criterion => String(criterion[`name_${lang}`])),
  say(['Points', 'Points']),
  say(['Needed', 'Seuil']),
  say(['Values check', 'Examen des valeurs']),
  say(['Eligible', 'Admissible'])
]

/** What each number of points of a criterion means, as far as a source tells. */
export function stepsOf({ say, lang, date }: PageContext, criterion: Row, points?: number): Html | string {
  const told = [0, 1, 2, 3, 4]
    .filter(step => (points === undefined || step === points) && criterion[`points_${step}_${lang}`])
    .map(step =>
      say(['{step}: {text}.', '{step}\u00a0: {text}.'], { step, text: String(criterion[`points_${step}_${lang}`]) })
    )
  const history = criterion[`history_${lang}`]
  if (told.length === 0) return typeof history === 'string' ? history : '–'
  const since =
    typeof criterion.steps_since === 'string' &&
    say(['Steps as told in {date}.', 'Paliers tels qu’exposés en {date}.'], { date: date(criterion.steps_since) })
  return html`${told.join(' ')}${since && html` <span class="soft">${since}</span>`}`
}

/** All scores of a country, the newest first, and why the newest that is known by criterion is as it is. */
export async function eligibilityOf(visit: PageContext, scores: readonly Row[]): Promise<Html> {
  const { say, lang, number, to } = visit
  if (scores.length === 0)
    return html`<p class="none">${say(['No source of ours tells a score of this country.', 'Aucune de nos sources ne donne de score pour ce pays.'])}</p>`
  const criteria = await criteriaOf(visit)
  const rows = scores.toSorted((a, b) => Number(b.year) - Number(a.year))
  const latest = rows.find(row => criteria.some(criterion => row[columnOf(criterion)] !== null))
  const why =
    latest &&
    criteria.map(criterion => {
      const points = latest[columnOf(criterion)]
      const of = say(['{points} of {most} points', '{points} sur {most} points'], {
        points: typeof points === 'number' ? number(points) : '–',
        most: Number(criterion.max_points)
      })
      return html`<div><dt>${titled(visit, String(criterion[`name_${lang}`]), of)}</dt><dd>${typeof points === 'number' ? stepsOf(visit, criterion, points) : '–'}</dd></div>`
    })
  const note = latest && ((lang === 'fr' && latest.note_fr) || latest.note)
  return html`${grid(visit, {
    name: say(['Points by year and criterion', 'Points par année et par critère']),
    kind: 'numbers',
    head: [say(['Year', 'Année']), ...scoreHead(visit, criteria)],
    rows: rows.map(row => [String(row.year), ...scoreCells(visit, criteria, row)])
  })}
${why && html`<p>${say(['Why, in {year}:', 'Pourquoi, en {year}\u00a0:'], { year: String(latest.year) })}</p><dl class="facts">${why}</dl>`}
${typeof note === 'string' && html`<p class="note">${note}</p>`}
<p class="links"><a href="${to('eligibility')}">${say(['How eligibility works, and all scores', 'Le calcul de l’admissibilité, et tous les scores'])}</a></p>`
}
