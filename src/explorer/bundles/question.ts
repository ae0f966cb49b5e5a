/** Which chart of the Explorer's shows what an address of the API asks. */

import type { Parameter } from '../../http/query-string.ts'
import type { Choice } from '../charts/choice.ts'
import { ratedOnly } from '../charts/question.ts'
import { ratesOf } from '../charts/rates.ts'
import { VIEWS, type View } from '../views.ts'

export type Charted = {
  view: View
  /** The choice of the chart; that of the page where rows are asked for. */
  choice: Choice | undefined
  filters: Parameter[]
}

/** What says how an answer is written, and of which release. */
const WRITTEN = ['lang', 'labels', 'format', 'dialect', 'release', 'fields', 'sort'] as const
/** What leaves rows out, or makes several of one: a chart would count others. */
const CUT = ['limit', 'cursor', 'split', 'latest'] as const
const COUNTED = ['group', 'measure', 'of', 'shape', 'by'] as const

const isSame = (text: string, values: readonly string[]) =>
  text.split(',').toSorted().join() === values.toSorted().join()

const plain = { of: 'all', order: 'usual' } as const

/** The chart of a share that has a name, of groups by one dimension, and by time within it. */
function named(view: View, show: string, [by = '', over, ...more]: readonly string[]): Choice | undefined {
  const { dimensions, usual } = view
  if (!dimensions[by] || more.length > 0 || (over !== undefined && !dimensions[over]?.time)) return undefined
  return { ...plain, by, in: usual.in, over, show }
}

/** The choice that asks for these groups, where there is one. */
function counted(view: View, groups: readonly string[], measure: string, of: string): Choice | undefined {
  const { dimensions, usual } = view
  const measures = measure.split(',')
  if (groups.some(name => !dimensions[name]) || measures.some(name => name !== 'count' && name !== 'share'))
    return undefined
  /** Numbers, or shares where they come first and are those that the chart would show. */
  const shown = (whole: string) => {
    if (measures[0] === 'share' && of === whole) return 'share'
    return measures.includes('count') ? 'count' : undefined
  }
  const drawn = (by: string, inside: string | undefined, over: string | undefined, whole: string) => {
    const show = shown(whole)
    return show && { ...plain, by, in: over ? usual.in : inside, over, show }
  }
  const [first = '', second, ...more] = groups
  if (groups.length === 0 || more.length > 0) return undefined
  if (second === undefined) return drawn(first, undefined, undefined, '')
  for (const [by, other] of [
    [first, second],
    [second, first]
  ] as const) {
    if (dimensions[other]?.time) return drawn(by, undefined, other, other)
    if (dimensions[other]?.series) return drawn(by, other, undefined, by)
  }
  return undefined
}

/** Reads a path below the prefix of the API; undefined where the Explorer has no chart of what it asks. */
export function chartedBy(path: string, parameters: readonly Parameter[]): Charted | undefined {
  const [name = '', below, ...more] = path.split('/')
  if (more.length > 0 || parameters.some(([parameter]) => CUT.some(cut => cut === parameter))) return undefined
  const asked = new Map(parameters)
  const aside: readonly string[] = [...WRITTEN, ...COUNTED]
  const filters = parameters.filter(([parameter]) => !aside.includes(parameter))
  if (name === 'indicators') {
    for (const view of VIEWS)
      for (const [show, { indicator }] of Object.entries(ratesOf(view)))
        if (indicator === below) {
          const choice = named(view, show, asked.get('by')?.split(',') ?? [])
          return choice && { view, choice, filters }
        }
    return undefined
  }
  const view = VIEWS.find(({ dataset }) => dataset === name)
  if (!view) return undefined
  if (below === undefined) return { view, choice: undefined, filters }
  if (below !== 'aggregate') return undefined
  return aggregated(view, asked, filters)
}

function aggregated(view: View, asked: ReadonlyMap<string, string>, filters: Parameter[]): Charted | undefined {
  const groups = asked.get('group')?.split(',') ?? []
  const others = (name: string) => filters.filter(([filter]) => filter !== name)
  // As the chart of a named share asks: its filter is told by its name.
  for (const [show, { filter, of }] of Object.entries(ratesOf(view)))
    if (groups.includes(filter) && isSame(asked.get(filter) ?? '', of)) {
      const choice = named(
        view,
        show,
        groups.filter(group => group !== filter)
      )
      if (choice) return { view, choice, filters: others(filter) }
    }
  const choice = counted(view, groups, asked.get('measure') ?? 'count', asked.get('of') ?? '')
  if (!choice) return undefined
  const { in: inside = '', over } = choice
  const within = asked.get(inside) ?? ''
  const isRated =
    !over && within.startsWith('!') && isSame(within.slice(1), ratedOnly(view, inside).slice(1).split(','))
  return isRated ? { view, choice: { ...choice, of: 'read' }, filters: others(inside) } : { view, choice, filters }
}
