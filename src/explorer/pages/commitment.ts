/** One commitment: what was promised, how each edition of the IRM's data read it, and where that stands. */

import { type Html, html } from '../../html/html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Row } from '../api.ts'
import { grid } from '../grid.ts'
import type { PageContext } from '../page-context.ts'
import { type Columns, columnsOf, foundDifferently, namesOf } from '../parts/changes/words.ts'
import { take } from '../parts/downloads.ts'
import { neighbours } from '../parts/in-plan/neighbours.ts'
import type { Page } from '../parts/layout.ts'
import { cellText, countryName, titleOf } from '../parts/table.ts'
import { foreign, webAddress } from '../text.ts'
import { allowOnly } from './chart-options.ts'
import { notFound } from './problem.ts'

/** Columns of a reading, in the order in which a commitment is judged. */
const READ: readonly (readonly [column: string, label: Words])[] = [
  ['specificity', ['Specificity', 'Spécificité']],
  ['verifiable', ['Verifiable', 'Vérifiable']],
  ['relevant', ['Relevant', 'Pertinent']],
  ['values', ['OGP values', 'Valeurs du PGO']],
  ['potential_impact', ['Potential impact', 'Impact potentiel']],
  ['potential_for_results', ['Potential for results', 'Potentiel de résultats']],
  ['ambition', ['Ambition', 'Ambition']],
  ['completion_midterm', ['Completion at midterm', 'Achèvement à mi-parcours']],
  ['completion_end_of_term', ['Completion at end of term', 'Achèvement en fin de plan']],
  ['completion', ['Completion (latest rating)', 'Achèvement (dernière évaluation)']],
  ['did_it_open_government', ['Did it open government', 'Ouverture de l’administration']],
  ['starred_pre_june_2014', ['Star before June 2014', 'Étoile avant juin 2014']],
  ['starred_2015_only', ['Star, 2015 only', 'Étoile, 2015 seulement']],
  ['starred_current_midterm', ['Star, current formula, midterm', 'Étoile, formule actuelle, mi-parcours']],
  ['starred_current_end_of_term', ['Star, current formula, end of term', 'Étoile, formule actuelle, fin de plan']],
  ['source_conflict', ['Conflict in the source', 'Contradiction dans la source']]
]

function readings(visit: PageContext, rows: readonly Row[], editions: ReadonlyMap<unknown, Row>): Html {
  const { say, lang, date } = visit
  if (rows.length === 0)
    return html`<p class="none">${say(['The IRM has published no rating of this commitment in the data loaded here.', 'Le MEI n’a pas publié d’évaluation de cet engagement dans les éditions chargées.'])}</p>`
  const shown = READ.filter(([column]) => rows.some(row => row[column] !== null))
  const title = (row: Row) => {
    const edition = editions.get(row.edition)
    const name = String(edition?.[`name_${lang}`] ?? row.edition)
    return html`${name}${edition?.date ? html` <span class="soft">(${date(String(edition.date))})</span>` : false}`
  }
  return grid(visit, {
    name: say(['What each edition of the IRM’s data says', 'Ce que dit chaque édition des données du MEI']),
    kind: 'numbers',
    head: [say(['Rating', 'Évaluation']), ...rows.map(title)],
    rows: shown.map(([column, label]) => [say(label), ...rows.map(row => cellText(visit, row, column))])
  })
}

const paragraphs = (text: string): Html =>
  html`${text
    .split(/\n+/)
    .filter(Boolean)
    .map(line => html`<p dir="auto">${line}</p>`)}`

/** Release by release: first known, or which columns changed. */
function knowledge({ say, date, at }: PageContext, history: readonly Row[], id: string, columns: Columns): Html {
  const releases = new Map<string, Row[]>()
  for (const row of history) releases.set(String(row.release), [...(releases.get(String(row.release)) ?? []), row])
  const what = (rows: readonly Row[]) => {
    const fields = rows.flatMap(({ field }) => (field ? [String(field)] : []))
    if (fields.length > 0) {
      const { told, provenance } = namesOf(columns, fields)
      const others = provenance > 0 ? [foundDifferently({ say }, provenance)] : []
      return html`${say(['changed: ', 'modifié : '])}${[...told, ...others].join(' · ')}`
    }
    return rows[0]?.operation === 'delete' ? say(['ended', 'terminé']) : say(['first known', 'première apparition'])
  }
  return html`<ul>${[...releases].map(
    ([release, rows]) =>
      html`<li><a href="${at(release, `commitments/${id}`)}">${release}</a> (${date(String(rows[0]?.date))})${say([': ', ' : '])}${what(rows)}</li>`
  )}</ul>`
}

export async function commitment(visit: PageContext, id: string): Promise<Page> {
  const { say, to, date, api } = visit
  allowOnly(visit)
  const row = await visit.item('commitments', id, [['labels', 'true']])
  if (!row) return notFound(visit, 'commitments', id)
  const known = String(row.id)
  const [read, editions, history, beside, columns] = await Promise.all([
    visit.list('irm-readings', [
      ['commitment', known],
      ['labels', 'true'],
      ['limit', '100']
    ]),
    visit.list('editions', [['limit', '100']]),
    visit.history('commitments', known),
    neighbours(visit, row),
    columnsOf(visit, 'commitments')
  ])
  const title = titleOf(visit, row)
  const full = String(row.title)
  const page = webAddress(row.ogp_url)
  const source = webAddress(row.source_locator)
  const themes = (row.themes as string[] | null) ?? []
  const labels = (row.themes_label as string[] | null) ?? themes
  const facts: (readonly [Words, Html | string | null | undefined | false])[] = [
    [
      ['Country', 'Pays'],
      html`<a href="${to(`countries/${row.country}`)}">${countryName(visit, row)}</a>${row.locality ? html`, ${foreign(String(row.locality))}` : false}`
    ],
    [
      ['Action plan', 'Plan d’action'],
      html`<a href="${to('commitments', [['plan', String(row.plan)]])}">${say(['Plan {number}', 'Plan {number}'], { number: Number(row.plan_number) })}</a>${row.year ? ` (${row.year})` : ''}`
    ],
    [['Number', 'Numéro'], row.number ? foreign(String(row.number)) : false],
    [
      ['Themes', 'Thèmes'],
      themes.length > 0 &&
        html`${themes.map((theme, index) => html`${index > 0 && ', '}<a href="${to(`themes/${theme}`)}">${labels[index] ?? theme}</a>`)}`
    ],
    [
      ['Lead institution', 'Institution responsable'],
      row.lead_institution ? foreign(String(row.lead_institution)) : false
    ],
    [['With', 'Avec'], row.supporting_institutions ? foreign(String(row.supporting_institutions)) : false],
    [['From', 'Début'], row.start_date ? date(String(row.start_date)) : false],
    [['To', 'Fin'], row.end_date ? date(String(row.end_date)) : false],
    [['OGP identifier', 'Identifiant du PGO'], row.ogp_id ? String(row.ogp_id) : false],
    [['Official page', 'Page officielle'], page && html`<a href="${page}" rel="external">${page}</a>`],
    [
      ['Source', 'Source'],
      source ? html`<a href="${source}" rel="external">${source}</a>` : String(row.source_locator ?? row.source_id)
    ]
  ]
  const summary = row[`summary_${visit.lang}`]
  const note = (visit.lang === 'fr' && row.note_fr) || row.note
  return {
    title,
    description: say(
      ['A commitment of {country} and how the IRM judged it.', 'Un engagement ({country}) et le jugement du MEI.'],
      { country: countryName(visit, row) }
    ),
    above: [
      { label: countryName(visit, row), href: to(`countries/${row.country}`) },
      { label: beside.plan, href: beside.href }
    ],
    frame: html`<h1>${foreign(title)}</h1>${readings(visit, read.data, new Map(editions.data.map(edition => [edition.id, edition])))}`,
    body: html`<h1>${foreign(title)}</h1>
${full !== title && html`<p class="lead" dir="auto">${full}</p>`}
${typeof summary === 'string' && html`<p class="lead">${summary}</p>`}
<dl class="facts">${facts.filter(([, value]) => value).map(([words, value]) => html`<div><dt>${say(words)}</dt><dd>${value}</dd></div>`)}</dl>
<h2>${say(['What became of it', 'Ce qu’il en est advenu'])}</h2>
${readings(visit, read.data, new Map(editions.data.map(edition => [edition.id, edition])))}
<h2>${say(['State in each release', 'État dans chaque version'])}</h2>
${knowledge(visit, history, known, columns)}
${typeof row.full_text === 'string' && html`<h2>${say(['Text of the commitment', 'Texte de l’engagement'])}</h2><div class="text">${paragraphs(row.full_text)}</div>`}
${typeof note === 'string' && html`<h2>${say(['Note', 'Remarque'])}</h2><p dir="auto">${note}</p>`}
<p class="links"><a href="${api(`commitments/${known}/history`)}">${say(['Its history in the API', 'Son historique dans l’API'])}</a></p>
${beside.html}
${take(visit, {
  title,
  links: read.links,
  view: { path: `commitments/${known}`, parameters: [] },
  data: [
    { label: say(['Commitment', 'Engagement']), path: `commitments/${known}`, parameters: [] },
    { label: say(['Ratings', 'Évaluations']), path: 'irm-readings', parameters: [['commitment', known]] }
  ]
})}`
  }
}
