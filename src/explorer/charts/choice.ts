/** What a reader chooses of a chart. */

import type { Parameter } from '../../http/query-string.ts'
import type { View } from '../views.ts'

/** What a reader chooses of a chart; each is a parameter of the same name. */
export type Choice = {
  by: string
  in: string | undefined
  /** What time goes by: one line for each bar, with a point for each of its values. */
  over?: string | undefined
  /** Numbers, shares, or a share that has a name of its own. */
  show: string
  /** Of all rows, or of those alone whose value in the series is a reading. */
  of: 'all' | 'read'
  order: 'usual' | 'name' | 'name-desc' | 'most' | 'least'
}

/** The choice as parameters, without those that equal their default. */
export const choiceParameters = (view: View, choice: Choice): Parameter[] => {
  const usual = view.usual
  const given: [string, string, string][] = [
    ['by', choice.by, usual.by],
    ['in', choice.in ?? 'none', usual.in ?? 'none'],
    ['over', choice.over ?? 'none', usual.over],
    ['show', choice.show, usual.show],
    ['of', choice.of, usual.of],
    ['order', choice.order, usual.order]
  ]
  return given.flatMap(([name, value, known]) => (value === known ? [] : [[name, value] as const]))
}
