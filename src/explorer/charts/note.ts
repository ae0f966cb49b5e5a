/** What stands below the title of a chart: what is counted, of what shares are, and why bars need not add up. */

import type { PageContext } from '../page-context.ts'
import type { View } from '../views.ts'
import type { Choice } from './choice.ts'
import type { Bar } from './model.ts'
import { ratesOf } from './rates.ts'

/** Behind the name of a bar of which only a selection is here. */
export const PARTIAL = '*'

export function noteOf(
  { say }: PageContext,
  view: View,
  choice: Choice,
  { total, bars }: { total: number; bars: readonly Bar[] }
): string {
  const rate = ratesOf(view)[choice.show]
  const row = view.dimensions[choice.by]
  const part = !rate && choice.in ? view.dimensions[choice.in] : undefined
  const sum = bars.reduce((all, { count, of = count }) => all + of, 0)
  const leavesOut = (rate || (choice.in && choice.of === 'read')) && !row?.many && sum < total
  const sentences = [
    rate && say(rate.meaning),
    `${say(view.matching, { total })}.`,
    leavesOut &&
      say(
        [
          '{sum} of them {sum|is|are} rated; the others are left out.',
          '{sum} {sum|est évalué|sont évalués} ; les autres n’apparaissent pas.'
        ],
        { sum }
      ),
    (rate || (choice.in && choice.of === 'read')) &&
      row?.many &&
      say(['Those without a rating are left out.', 'Ceux qui n’ont pas été évalués n’apparaissent pas.']),
    choice.show === 'share' && choice.in && choice.of === 'all' && say(view.shares),
    bars.some(({ label }) => label.endsWith(PARTIAL)) &&
      say([
        '* Of the plans of this year only a selection is here.',
        '* Des plans de cette année, seule une sélection figure ici.'
      ]),
    (row?.many || part?.many) &&
      say([
        'One may count in several bars or parts, so that they add up to more.',
        'Un même élément peut compter dans plusieurs barres ou parties : leur somme dépasse le total.'
      ])
  ]
  return sentences.filter(Boolean).join(' ')
}
