/** What a chart asks of the API, and where each of its values leads. */

import { unratedOf } from '../../glossary/ratings.ts'
import type { Parameter } from '../../http/query-string.ts'
import type { Bucket, Row } from '../api.ts'
import { type PageContext, without } from '../page-context.ts'
import { toggled } from '../query-string.ts'
import type { View } from '../views.ts'
import type { Choice } from './choice.ts'
import { ratesOf } from './rates.ts'

export const textOf = (value: unknown) => (value === null ? 'null' : String(value))

/** What a filter asks that leaves the rated rows of a dimension. */
export const ratedOnly = (view: View, name: string): string =>
  view.dimensions[name]?.values === 'coded' ? `!${unratedOf(name).join(',')}` : '!null'

/** The question behind a chart, as the API takes it. */
export function aggregateQueryOf(view: View, choice: Choice, filters: readonly Parameter[]): Parameter[] {
  const { by, over, of, show } = choice
  const rate = ratesOf(view)[show]
  const series = rate?.filter ?? (over ? undefined : choice.in)
  const asked = series && (rate || of === 'read') && !filters.some(([name]) => name === series)
  const rated: Parameter[] = asked ? [[series, rate ? rate.of.join(',') : ratedOnly(view, series)]] : []
  const places = over ? [by, over] : [by]
  const whole = series ? places : over && show === 'share' ? [over] : []
  return [
    ...filters,
    ...rated,
    ['group', [...places, ...(series ? [series] : [])].join(',')],
    // What is shown comes first, by which the chart is known from its question (bundles/question.ts).
    ['measure', show === 'share' ? 'share,count' : 'count,share'],
    ...(whole.length > 0 ? [['of', whole.join(',')] as const] : [])
  ]
}

/** The filters that leave the rows of one value of a dimension. */
export function narrowed(view: View, base: readonly Parameter[], name: string, value: string): Parameter[] {
  const asked = base.find(([other]) => other === name)?.[1]
  const atoms = asked?.split(/[,+ ]/)
  const known = atoms?.includes(value)
  return [
    ...without(base, name),
    [name, known ? value : view.dimensions[name]?.many ? toggledAll(asked, value) : value]
  ]
}

/** In a list a further value narrows only where all of them must hold. */
const toggledAll = (asked: string | undefined, value: string) =>
  asked && /[+ ]/.test(asked) ? (toggled(asked, value) ?? value) : value

/** What the value of a row in a dimension is called. */
export function labelOf({ say }: PageContext, row: Row, name: string, buckets: Bucket[] = []): string {
  const value = row[name]
  const known = buckets.find(bucket => bucket.value === value)?.label ?? row[`${name}_label`]
  return value === null && !known ? say(['Not known', 'Non connu']) : String(known ?? value)
}
