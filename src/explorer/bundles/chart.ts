/** The chart of a question that was put to the API, for the bundle of its rows. */

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { unavailable } from '../../http/errors/problems.ts'
import { type Parameter, readParameters } from '../../http/query-string.ts'
import type { Lang } from '../../i18n/words.ts'
import { ApiProblem, askFor } from '../api.ts'
import { choiceParameters } from '../charts/choice.ts'
import { openPage } from '../page-context.ts'
import { exploreDrawing } from '../pages/explore.ts'
import { chartedBy } from './question.ts'

export type Question = {
  /** Its address, which names a release. */
  address: string
  /** Scheme and host that links start with. */
  origin: string
  /** The release that the address names. */
  release: string
  /** How many rows the bundle has. */
  rows: number
  lang: Lang
}

/**
 * Draws the chart that the Explorer has for a question, with all its bars, as SVG; undefined where it has none, nothing
 * to draw, or a page of rows was asked for alone. `prefix` stands in front of every address of the API. Throws a
 * Problem where the API cannot answer now.
 */
export const openCharts =
  (app: FastifyInstance, prefix: string) =>
  async (
    client: FastifyRequest,
    { address, origin, release, rows, lang }: Question
  ): Promise<{ title: string; svg: string } | undefined> => {
    const local = address.slice(origin.length)
    const path = local.split('?')[0] ?? ''
    const charted = chartedBy(path.slice(prefix.length + 1), readParameters(local))
    if (!charted) return undefined
    const { view, choice, filters } = charted
    const asked: Parameter[] = [
      ...filters,
      ...(choice ? choiceParameters(view, choice) : []),
      ['bars', 'all'],
      ['release', release]
    ]
    const ask = askFor(app, client)
    try {
      const visit = await openPage({
        ask,
        lang,
        path: view.path,
        asked: new Map(asked),
        origin,
        words: 'of its release'
      })
      const { title, svg, bars, total } = await exploreDrawing(visit, view)
      return bars === 0 || (!choice && total !== rows) ? undefined : { title, svg }
    } catch (error) {
      // What the Explorer's pages do not take, they have no chart of.
      if (error instanceof ApiProblem && error.status === 400) return undefined
      throw error instanceof ApiProblem ? unavailable('The chart of the bundle cannot be drawn now.', error) : error
    }
  }
