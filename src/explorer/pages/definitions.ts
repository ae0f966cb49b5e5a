/** What every word means: the coded fields with their values, as the API's code lists tell. */

import { EXPLAINED_FIELDS } from '../../glossary/explained-fields.ts'
import { html } from '../../html/html.ts'
import type { Row } from '../api.ts'
import type { PageContext } from '../page-context.ts'
import { take } from '../parts/downloads.ts'
import type { Page } from '../parts/layout.ts'
import { allowOnly } from './chart-options.ts'

export async function definitions(visit: PageContext): Promise<Page> {
  const { say, lang } = visit
  allowOnly(visit)
  const lists = await Promise.all(
    EXPLAINED_FIELDS.map(([field]) =>
      visit.list('code-lists', [
        ['field', field],
        ['limit', '100'],
        ['sort', 'rank']
      ])
    )
  )
  const value = (row: Row) =>
    html`<dt>${String(row[`label_${lang}`])} <code>${String(row.code)}</code></dt><dd>${row[`meaning_${lang}`] ? String(row[`meaning_${lang}`]) : '–'}</dd>`
  return {
    title: say(['Definitions', 'Définitions']),
    description: say([
      'What the IRM’s ratings mean, and what a missing one means.',
      'Ce que signifient les notes du MEI, et leur absence.'
    ]),
    body: html`<h1>${say(['Definitions', 'Définitions'])}</h1>
<p class="lead">${say(['The Independent Reporting Mechanism (IRM) rates every commitment on these scales. “Not reviewed”, “no data” and “not applicable” are three answers of the IRM; “no source says” is none: nobody told us.', 'Le Mécanisme d’évaluation indépendant (MEI) évalue chaque engagement selon ces échelles. « Non évalué », « pas de données » et « sans objet » sont trois réponses du MEI ; « aucune source ne le dit » n’en est pas une.'])}</p>
${EXPLAINED_FIELDS.map(([field, label], index) => html`<section aria-labelledby="${field}"><h2 id="${field}">${say(label)}</h2><dl class="definitions">${(lists[index]?.data ?? []).map(value)}</dl></section>`)}
${take(visit, { title: say(['Definitions', 'Définitions']), links: lists[0]?.links ?? {}, view: { path: 'definitions', parameters: [] }, data: [{ label: say(['Code lists', 'Listes de codes']), path: 'code-lists', parameters: [] }] })}`
  }
}
