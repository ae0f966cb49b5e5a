/** The six steps of consultation: how many plans followed each, of those that were judged. */

import { type Html, html } from '../../html/html.ts'
import type { Parameter } from '../../http/query-string.ts'
import { titled } from '../../i18n/speech.ts'
import { midSentence } from '../../i18n/words.ts'
import type { Bucket } from '../api.ts'
import { bars, numbers } from '../charts/bars.ts'
import { tonesOf } from '../charts/colours.ts'
import type { Chart } from '../charts/model.ts'
import type { PageContext } from '../page-context.ts'
import { CONSULTATION } from '../views.ts'
import { take } from './downloads.ts'

/** A chart of several questions with the same answers: one bar each, from the facets of one list. */
export async function steps(
  visit: PageContext,
  facets: Record<string, Bucket[]>,
  names: readonly string[],
  links: Record<string, string | null>,
  filters: readonly Parameter[]
): Promise<Html> {
  const { say, to } = visit
  const text = (value: Bucket['value']) => (value === null ? 'null' : String(value))
  const answers = facets[names[0] ?? ''] ?? []
  const tones = tonesOf(
    answers.map(({ value }) => text(value)),
    true
  )
  const rows = names.map(name => {
    const buckets = facets[name] ?? []
    const total = buckets.reduce((sum, { count }) => sum + count, 0)
    const parts = buckets.flatMap(({ value, label, count }) => {
      const tone = tones.get(text(value))
      if (count === 0 || !tone) return []
      const href = to(CONSULTATION.path, [...filters.filter(([other]) => other !== name), [name, text(value)]])
      return [{ value: text(value), label, tone, count, share: count / total, href }]
    })
    return {
      value: name,
      label: say(CONSULTATION.dimensions[name]?.label ?? [name, name]),
      count: total,
      share: 1,
      href: to(CONSULTATION.path, [...filters, ['in', name]]),
      parts
    }
  })
  const used = new Set(rows.flatMap(({ parts }) => parts.map(({ value }) => value)))
  const question = say(['How the public was consulted', 'Comment le public a été consulté'])
  const plans = midSentence(await visit.sentence(CONSULTATION.dataset, filters, CONSULTATION.title))
  const chart: Chart = {
    title: filters.length > 0 ? titled(visit, question, plans) : question,
    note: say([
      'Plans by answer to each of the six questions the IRM asks; shares are of all plans that match.',
      'Plans selon la réponse à chacune des six questions du MEI ; les parts portent sur tous les plans retenus.'
    ]),
    measure: 'share',
    bars: rows,
    series: answers
      .map(({ value, label }) => ({ value: text(value), label, tone: tones.get(text(value)) ?? ('m0' as const) }))
      .filter(({ value }) => used.has(value)),
    overlapping: false,
    rowsTitle: say(['Step', 'Étape']),
    valueTitle: undefined,
    total: Math.max(0, ...rows.map(({ count }) => count))
  }
  const parameters = filters
  return html`<figure class="chart"><h2>${chart.title}</h2><p class="note">${chart.note}</p>${bars(visit, chart)}
<details><summary>${say(['The numbers', 'Les chiffres'])}</summary>${numbers(visit, chart)}</details>
${take(visit, {
  title: chart.title,
  links,
  view: { path: CONSULTATION.path, parameters },
  data: [{ label: say(['Rows', 'Lignes']), path: CONSULTATION.dataset, parameters }]
})}</figure>`
}
