/** The figure that an address stands for, in any release. */

import type { Conditions } from '../changes/compare.ts'
import { sentenceOf } from '../cite/citation.ts'
import { type DataTarget, isAggregate, readTarget } from '../cite/parsed-url.ts'
import { describeQuestion } from '../cite/query-title.ts'
import { firstGroups } from '../engine/aggregate/aggregate.ts'
import { aggregateColumns } from '../engine/aggregate/columns.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import { datasetAs } from '../engine/definition/split.ts'
import { oneRow, readName } from '../engine/item.ts'
import { countRows } from '../engine/list/count.ts'
import type { Service } from '../engine/service.ts'
import { type Fault, Problem } from '../http/errors/problems.ts'
import { type Parameter, readParameters, writeParameters } from '../http/query-string.ts'
import type { Lang } from '../i18n/words.ts'
import { INDICATORS_PATH } from '../indicators/answer.ts'
import { datasetOf } from '../indicators/catalogue/indicators.ts'
import { MEASURED, readIndicatorQuery } from '../indicators/question.ts'
import { indicatorNamed } from '../indicators/routes.ts'
import { valuesOf } from '../indicators/values.ts'

export type Figure = {
  /** What the address asks, in words. */
  sentence: (lang: Lang) => Promise<string>
  /** The column that is the figure; null where it is the number of rows. */
  column: string | null
  isShare: boolean
  /** The release that the address names. */
  pinned: Release | undefined
  /** The address without a release, below the origin. */
  path: string
  /** The figure in a release; null where there is none. Throws a Problem where there are several. */
  valueIn: (release: Release, lang: Lang) => Promise<number | null>
  /** The rows that it is made of. */
  rows: { dataset: Dataset; conditions: Conditions; filters: readonly Parameter[] } | undefined
}

const wrong = (parameter: string, detail: string, allowed?: readonly string[]): Problem => {
  const fault: Fault = { parameter, detail, ...(allowed && allowed.length > 0 ? { allowed: [...allowed] } : {}) }
  return new Problem('invalid-request', 'One thing is wrong with the request.', { errors: [fault] })
}

const several = (total: number) =>
  wrong(
    'url',
    `The answer has ${total} rows and a figure is of one; narrow it, or add shape=wide and name a \`column\`.`
  )

const numberIn = (row: Record<string, unknown> | undefined, column: string): number | null => {
  const value = row?.[column]
  return typeof value === 'number' ? value : null
}

const withoutRelease = (url: string, origin: string): { path: string; parameters: Parameter[] } => {
  const local = url.startsWith(`${origin}/`) ? url.slice(origin.length) : url
  const [path = ''] = local.split(/[?#]/)
  return { path, parameters: readParameters(local).filter(([name]) => name !== 'release') }
}

/** Reads an address and what of its answer is meant. Throws a Problem that says what is wrong. */
export function readFigure(service: Service, origin: string, url: string, column: string | undefined): Figure {
  const { path, parameters } = withoutRelease(url, origin)
  const head = `${service.prefix}/${INDICATORS_PATH}/`
  const common = { path: `${path}${writeParameters(parameters)}` }
  if (path.startsWith(head)) return { ...common, ...indicatorFigure(service, url, path.slice(head.length), column) }
  const target = readTarget(service, origin, url)
  if (!('dataset' in target))
    throw wrong('url', 'A release is no figure: name a list, an aggregate, an indicator or a row.')
  const sentence = async (lang: Lang) =>
    sentenceOf(target, await service.labels.of(target.query.release), lang, { whole: false })
  const pinned = target.query.pinned ? target.query.release : undefined
  return { ...common, sentence, pinned, ...dataFigure(service, target, column) }
}

type Part = Pick<Figure, 'column' | 'isShare' | 'valueIn' | 'rows'>

function dataFigure(service: Service, { dataset, query, id }: DataTarget, column: string | undefined): Part {
  if (isAggregate(query)) {
    const measured = aggregateColumns(datasetAs(dataset, query.release, query.split), query, []).map(([name]) => name)
    const first = measured.find(name => !query.groups.includes(name) && !name.endsWith('_label'))
    const chosen = column ?? (query.wide ? undefined : first)
    if (!chosen) throw wrong('column', 'Which column of the wide answer is meant?')
    return {
      column: chosen,
      isShare: /^share(_|$)/.test(chosen),
      rows: { dataset, conditions: query.conditions, filters: query.filters },
      valueIn: async (release, lang) => {
        const { total, rows } = await firstGroups({ service, dataset, query: { ...query, release } }, 2, lang)
        if (total > 1) throw several(total)
        const [row] = rows
        if (row && !(chosen in row)) throw wrong('column', 'The answer has no such column.', Object.keys(row))
        // No rows are a number too; no share or average is made of them.
        return row ? numberIn(row, chosen) : chosen.startsWith('count') ? 0 : null
      }
    }
  }
  if (id !== undefined) {
    const numbers = Object.entries(dataset.fields).flatMap(([name, { kind }]) =>
      kind === 'integer' || kind === 'number' ? [name] : []
    )
    if (!column || !numbers.includes(column))
      throw wrong('column', 'Name the number of the row that is meant.', numbers)
    return {
      column,
      isShare: false,
      rows: undefined,
      valueIn: async (release, lang) => {
        try {
          const columns = Object.keys(dataset.fields)
          return numberIn((await oneRow(service, dataset, { ...query, columns, release }, id, lang)).row, column)
        } catch (error) {
          if (error instanceof Problem && error.code === 'not-found') return null
          throw error
        }
      }
    }
  }
  if (column !== undefined) throw wrong('column', 'The figure of a list is how many rows match; leave `column` out.')
  const { conditions, asked, split } = query
  const filters = asked.filter(([name]) => name in dataset.filters)
  return {
    column: null,
    isShare: false,
    rows: { dataset, conditions, filters },
    valueIn: release => countRows(service, datasetAs(dataset, release, split), { conditions, release, asked })
  }
}

function indicatorFigure(service: Service, url: string, last: string, column = 'value'): Omit<Figure, 'path'> {
  const indicator = indicatorNamed(readName(last).id)
  const parameters = readParameters(url).filter(([name]) => name !== 'format')
  const query = readIndicatorQuery(indicator, parameters, service.releases)
  const columns: readonly string[] = MEASURED.filter(name => name !== 'small')
  if (!columns.includes(column)) throw wrong('column', 'The answer has no such number.', columns)
  const asked = parameters.filter(([name]) => name !== 'release')
  return {
    column,
    isShare: column === 'coverage' || (column === 'value' && indicator.unit === 'share'),
    pinned: query.pinned ? query.release : undefined,
    sentence: async lang => {
      const titled = { ...datasetOf(indicator), title: indicator.label }
      const book = await service.labels.of(query.release)
      return describeQuestion(titled, { conditions: query.all.conditions }, book, lang)
    },
    rows: { dataset: datasetOf(indicator), conditions: query.all.conditions, filters: query.filters },
    valueIn: async (release, lang) => {
      const before = readIndicatorQuery(indicator, [...asked, ['release', release.id]], service.releases)
      const values = await valuesOf(service, indicator, before, lang)
      if (values.length > 1) throw several(values.length)
      return numberIn(values[0], column)
    }
  }
}
