/** What a chart is called wherever it goes: its rows with all their filters, its bars, and what they measure. */

import type { Parameter } from '../../http/query-string.ts'
import { midSentence } from '../../i18n/words.ts'
import type { PageContext } from '../page-context.ts'
import type { View } from '../views.ts'
import type { Choice } from './choice.ts'
import { ratesOf } from './rates.ts'

/** "Commitments of Brazil by theme: completion". */
export async function titleOf(
  visit: PageContext,
  view: View,
  choice: Pick<Choice, 'by' | 'in' | 'show' | 'over'>,
  filters: readonly Parameter[]
): Promise<string> {
  const { say } = visit
  const rows = await visit.sentence(view.dataset, filters, view.title)
  const dimension = (name: string) => say(view.dimensions[name]?.by ?? ['', ''])
  // What is one by its filter has one line.
  const isOne = filters.some(([name, value]) => name === choice.by && /^[\w-]+$/.test(value))
  const by = !choice.over
    ? dimension(choice.by)
    : isOne
      ? dimension(choice.over)
      : say(['{by} and {over}', '{by} et {over}'], { by: dimension(choice.by), over: dimension(choice.over) })
  const rate = ratesOf(view)[choice.show]
  const measure = rate
    ? say(rate.measure)
    : choice.in && !choice.over
      ? midSentence(say(view.dimensions[choice.in]?.label ?? ['', '']))
      : undefined
  // Filters that are only listed ("region: Africa; year: 2014") end before the words that follow.
  const whole = / ?: /.test(rows)
    ? say(['{rows}; by {by}', '{rows}\u00a0; par {by}'], { rows, by })
    : say(['{rows} by {by}', '{rows} par {by}'], { rows, by })
  return measure ? say(['{whole}: {measure}', '{whole}\u00a0: {measure}'], { whole, measure }) : whole
}

/** A title as the name of a file: plain letters that every system takes. */
export const fileNameOf = (title: string, release: string): string => {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 120)
    .replace(/^-+|-+$/g, '')
  return `ogp-${words || 'chart'}-${release}`
}
