/** The way from a commitment to its plan, and to those before and after it there. */

import { type Html, html } from '../../../html/html.ts'
import type { Words } from '../../../i18n/words.ts'
import type { Row } from '../../api.ts'
import type { PageContext } from '../../page-context.ts'
import { clip, foreign } from '../../text.ts'
import { titleOf } from '../table.ts'

/** Plans number their commitments in ways of their own (1.2, II-4), or not at all. */
const placeOf = (visit: PageContext, row: Row): string => `${row.number ?? ''} ${titleOf(visit, row)}`

export async function neighbours(
  visit: PageContext,
  row: Row
): Promise<{ plan: string; href: string; html: Html | false }> {
  const { say, to, compare, lang } = visit
  const inPlan = ['plan', String(row.plan)] as const
  const { data } = await visit.list(
    'commitments',
    [inPlan, ['fields', `id,number,title,short_title,headline_${lang}`], ['limit', '1000']],
    { learn: false }
  )
  const all = data.toSorted(
    (a, b) => compare(placeOf(visit, a), placeOf(visit, b)) || compare(String(a.id), String(b.id))
  )
  const at = all.findIndex(({ id }) => id === row.id)
  const link = (other: Row | undefined, rel: 'prev' | 'next', words: Words) =>
    other &&
    html`<li><a rel="${rel}" href="${to(`commitments/${other.id}`)}"><small>${say(words)}</small> ${foreign(clip(titleOf(visit, other), 90))}</a></li>`
  const plan = say(['Plan {number}', 'Plan {number}'], { number: Number(row.plan_number) })
  return {
    plan: row.year ? `${plan} (${row.year})` : plan,
    href: to('commitments', [inPlan]),
    html:
      all.length > 1 &&
      html`<nav class="neighbours" aria-label="${say(['In the same plan', 'Dans le même plan'])}"><ul>${link(all[at - 1], 'prev', ['← Previous in the plan', '← Précédent dans le plan'])}<li><a href="${to('commitments', [inPlan])}"><small>${say(['Commitment {at} of {all} here', 'Engagement {at} sur {all} présents'], { at: at + 1, all: all.length })}</small> ${say(['The whole plan', 'Tout le plan'])}</a></li>${link(all[at + 1], 'next', ['Next in the plan →', 'Suivant dans le plan →'])}</ul></nav>`
  }
}
