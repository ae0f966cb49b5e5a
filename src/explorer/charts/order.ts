/** In which order the bars of a chart stand: highest first is by what is shown. */

import type { PageContext } from '../page-context.ts'
import type { Choice } from './choice.ts'
import type { Bar } from './model.ts'

type Order = (a: Bar, b: Bar) => number

export type Ordered = {
  choice: Pick<Choice, 'order'>
  measure: 'count' | 'share' | 'rate'
  overlapping: boolean
  /** The values of the bars from first to last, where they have an order of their own. */
  ranked: readonly string[] | undefined
  /** The values of the parts that are ratings, from weakest to strongest. */
  series: readonly string[]
  /** The strongest parts, where they are counted together. */
  strong: readonly string[]
}

export function orderOf({ compare }: Pick<PageContext, 'compare'>, asked: Ordered): Order {
  const { choice, measure, overlapping, ranked, series, strong } = asked
  const byName: Order = (a, b) => compare(a.label, b.label)
  const last: Order = (a, b) => Number(a.value === 'null') - Number(b.value === 'null')
  const sum = ({ parts }: Bar, values: readonly string[], of: 'count' | 'share') =>
    parts.reduce((all, part) => (values.includes(part.value) ? all + (part[of] ?? 0) : all), 0)
  const lengths: ((bar: Bar) => number)[] =
    measure === 'rate' || series.length === 0
      ? [bar => (measure === 'count' ? bar.count : (bar.share ?? 0))]
      : measure === 'share'
        ? [strong, ...series.toReversed().map(value => [value])].map(values => bar => sum(bar, values, 'share'))
        : overlapping
          ? [bar => sum(bar, series, 'count')]
          : []
  const byValue: Order = (a, b) => {
    for (const length of [...lengths, ({ count, of = count }: Bar) => of]) {
      const difference = length(b) - length(a)
      if (Math.abs(difference) > 1e-9) return difference
    }
    return 0
  }
  const byRank: Order = (a, b) => (ranked?.indexOf(a.value) ?? 0) - (ranked?.indexOf(b.value) ?? 0)
  const chosen: Order = {
    usual: ranked ? byRank : byValue,
    name: byName,
    'name-desc': ((a, b) => byName(b, a)) as Order,
    most: byValue,
    least: ((a, b) => byValue(b, a)) as Order
  }[choice.order]
  return (a, b) => last(a, b) || chosen(a, b) || byName(a, b)
}
