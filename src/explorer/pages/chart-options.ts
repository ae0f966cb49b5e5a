/** The choices of a chart, read from an address. */

import { nearest } from '../../http/errors/suggestions.ts'
import type { Parameter } from '../../http/query-string.ts'
import { ApiProblem } from '../api.ts'
import type { Choice } from '../charts/choice.ts'
import { ratesOf } from '../charts/rates.ts'
import { type PageContext, without } from '../page-context.ts'
import type { View } from '../views.ts'

type Fault = ApiProblem['faults'][number]

/** What the Explorer itself reads from an address; all else is a filter, which the API reads. */
const OWN = ['by', 'in', 'over', 'show', 'of', 'order', 'bars', 'sort', 'cursor', 'release', 'embed', 'scheme'] as const

export const filtersOf = (visit: PageContext): Parameter[] => without(visit.asked, ...OWN)

/** A problem of the same form as the API's, for what the API does not see. */
export const refused = (faults: readonly Fault[]): ApiProblem =>
  new ApiProblem(400, { detail: 'The address asks for something that there is not.', errors: [...faults] }, undefined)

/** What is said of a parameter that a page does not have, with those that it was perhaps. */
const unknown = (parameter: string, known: readonly string[]): Fault => {
  const near = nearest(parameter, known)
  return {
    parameter,
    detail: `"${parameter.slice(0, 100)}" is not a parameter of this page.`,
    ...(near.length > 0 ? { nearest: near } : {})
  }
}

/** The API knows its own parameters alone, and is asked for more than a visitor may ask: names are judged here. */
export function asOfPage(error: unknown, { asked }: PageContext, { dimensions, filters, search }: View): unknown {
  if (!(error instanceof ApiProblem)) return error
  const known = [...new Set([...Object.keys(dimensions), ...filters, ...(search ? ['q'] : []), ...OWN])]
  const faults = error.faults.map(fault =>
    fault.parameter && asked.has(fault.parameter) && / is not a parameter of /.test(fault.detail)
      ? unknown(fault.parameter, known)
      : fault
  )
  return new ApiProblem(error.status, { detail: error.message, errors: faults }, error.wait)
}

/** Refuses parameters that a page does not know, as the API does. */
export function allowOnly(visit: PageContext, ...names: string[]): void {
  const known = [...names, 'release', 'embed', 'scheme']
  const faults = [...visit.asked.keys()].filter(name => !known.includes(name)).map(name => unknown(name, known))
  if (faults.length > 0) throw refused(faults)
}

/** Throws a problem that names every choice there is not. */
export function choiceOf(visit: PageContext, view: View): Choice {
  const faults: Fault[] = []
  const read = <const T extends string>(name: string, allowed: readonly T[], usual: T): T => {
    const asked = visit.asked.get(name)
    const found = allowed.find(value => value === asked)
    if (asked !== undefined && !found) {
      const near = nearest(asked, allowed)
      faults.push({
        parameter: name,
        detail: `"${asked.slice(0, 100)}" is none of ${allowed.join(', ')}.`,
        ...(near.length > 0 ? { nearest: near } : {})
      })
    }
    return found ?? usual
  }
  const { usual, dimensions } = view
  const by = read('by', Object.keys(dimensions), usual.by)
  const series = ['none', ...Object.keys(dimensions).filter(name => dimensions[name]?.series)]
  const inside = read('in', series, usual.in ?? 'none')
  const times = Object.keys(dimensions).filter(name => dimensions[name]?.time)
  const over = read('over', ['none', ...times], usual.over)
  const show = read('show', ['count', 'share', ...Object.keys(ratesOf(view))], usual.show)
  // Of its own values a share would be none or all.
  const rate = ratesOf(view)[show]
  const choice: Choice = {
    by,
    in: inside === 'none' || inside === by ? undefined : inside,
    over: over === 'none' || over === by ? undefined : over,
    show: rate?.filter === by ? 'share' : show,
    of: read('of', ['all', 'read'], usual.of),
    order: read('order', ['usual', 'name', 'name-desc', 'most', 'least'], usual.order)
  }
  read('bars', ['all'], 'all')
  if (faults.length > 0) throw refused(faults)
  return choice
}
