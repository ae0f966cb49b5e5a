/** One box for everything: countries by any name, themes, commitments, definitions. */

import { Html, html } from '../../html/html.ts'
import type { Words } from '../../i18n/words.ts'
import type { Row } from '../api.ts'
import type { PageContext } from '../page-context.ts'
import type { Page } from '../parts/layout.ts'
import { countryName, titleOf } from '../parts/table.ts'
import { clip, foreign } from '../text.ts'
import { allowOnly } from './chart-options.ts'

const SHOWN = 10

/** The place that matches, with the words found marked: the API gives it as markup, in which all else is escaped. */
function snippet(row: Row): Html | false {
  const [first] = (row.highlight as { snippet: string }[] | null | undefined) ?? []
  return first ? html`<p class="note" dir="auto">${new Html(first.snippet)}</p>` : false
}

export async function search(visit: PageContext): Promise<Page> {
  const { say, asked, to, lang, number } = visit
  allowOnly(visit, 'q')
  const q = asked.get('q') ?? ''
  const title = say(['Search', 'Rechercher'])
  const found = async (dataset: string) =>
    q === ''
      ? { data: [], meta: { total: 0 } }
      : visit.list(
          dataset,
          [
            ['q', q],
            ['highlight', 'true'],
            ['limit', String(SHOWN)]
          ],
          { learn: false }
        )
  const [codes, themes, commitments, definitions, names] = await Promise.all([
    q === '' ? [] : visit.countriesCalled(q),
    found('themes'),
    found('commitments'),
    found('code-lists'),
    visit.list('countries', [
      ['fields', `id,name_${lang}`],
      ['limit', '1000']
    ])
  ])
  const nameOf = new Map(names.data.map(row => [String(row.id), String(row[`name_${lang}`])]))
  const section = (words: Words, items: readonly Html[], more: Html | false = false) =>
    items.length > 0 &&
    html`<section><h2>${say(words)}</h2><ul class="results">${items.map(item => html`<li>${item}</li>`)}</ul>${more}</section>`
  const sections = [
    section(
      ['Countries', 'Pays'],
      codes.map(code => html`<a href="${to(`countries/${code}`)}">${nameOf.get(code) ?? code}</a>`)
    ),
    section(
      ['Themes', 'Thèmes'],
      themes.data.map(row => html`<a href="${to(`themes/${row.id}`)}">${String(row[`name_${lang}`])}</a>`)
    ),
    section(
      ['Commitments', 'Engagements'],
      commitments.data.map(
        row =>
          html`<a href="${to(`commitments/${row.id}`)}">${foreign(clip(titleOf(visit, row), 140))}</a> <span class="soft">${countryName(visit, row)}${row.year ? html`, ${String(row.year)}` : false}</span>${snippet(row)}`
      ),
      html`<p><a href="${to('commitments', [['q', q]])}">${say(['All {n} commitments', 'Les {n} engagements'], { n: commitments.meta.total })}</a></p>`
    ),
    section(
      ['Definitions', 'Définitions'],
      definitions.data.map(
        row =>
          html`<a href="${to('definitions')}#${String(row.field)}">${String(row[`label_${lang}`])}</a> <span class="soft">${String(row[`meaning_${lang}`] ?? '')}</span>`
      )
    )
  ].filter(Boolean)
  const none = q !== '' && sections.length === 0
  return {
    title: q === '' ? title : say(['Search: {q}', 'Rechercher\u00a0: {q}'], { q: clip(q, 80) }),
    description: say([
      'Countries by any name, themes, commitments and definitions.',
      'Pays sous tous leurs noms, thèmes, engagements et définitions.'
    ]),
    body: html`<h1>${title}</h1>
<p class="matching" id="matching">${q !== '' && html`<bdi>${clip(q, 80)}</bdi>: ${number(codes.length + themes.meta.total + commitments.meta.total + definitions.meta.total)}`}</p>
${none && html`<p class="none">${say(['Nothing matches. Try fewer or other words, in the language of the plans as well.', 'Aucun résultat. Essayez moins de mots, d’autres, ou la langue des plans.'])}</p>`}
${sections}`
  }
}
