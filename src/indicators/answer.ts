/** How an indicator is answered: its values as tidy rows, in every format. */
import { extentOf } from '../engine/extent.ts'
import type { Format } from '../engine/format/formats.ts'
import { addressOf, type Links, metaOf } from '../engine/links.ts'
import { exportAddresses, formatParameters } from '../engine/request/format.ts'
import type { Answering, Asked } from '../engine/respond.ts'
import type { Service } from '../engine/service.ts'
import type { Parameter } from '../http/query-string.ts'
import { type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'
import { datasetOf, dimensionsOf } from './catalogue/indicators.ts'
import { columnsOf } from './columns.ts'
import type { Indicator } from './definition.ts'
import { type IndicatorQuery, readIndicatorQuery } from './question.ts'
import { tableOf } from './table.ts'
import { valuesOf } from './values.ts'

export const INDICATORS_PATH = 'indicators'

export type Listed = {
  name: string
  label: string
  meaning: string
  comparable: string
  unit: Indicator['unit']
  dataset: string
  denominator: string | null
  numerator: string | null
  average: string | null
  by: string[]
  source_id: string
}

const written = (parameters: readonly Parameter[] | undefined): string | null =>
  parameters && parameters.length > 0 ? parameters.map(([name, value]) => `${name}=${value}`).join('&') : null

/** The definition in the words of one language. */
export const listedAs = (indicator: Indicator, lang: Lang): Listed => {
  const { name, label, meaning, comparable, unit, dataset, of, where, average, source } = indicator
  const say = (words: Words) => typeset(wordsIn(words, lang), lang)
  return {
    name,
    label: say(label),
    meaning: say(meaning),
    comparable: say(comparable),
    unit,
    dataset,
    denominator: written(of),
    numerator: written(where),
    average: average ?? null,
    by: dimensionsOf(indicator),
    source_id: source
  }
}

export const indicatorOf = (service: Service, indicator: Indicator): Answering<IndicatorQuery> => ({
  read: parameters => readIndicatorQuery(indicator, parameters, service.releases),
  key: ({ asked }) => [INDICATORS_PATH, indicator.name, JSON.stringify(asked)],
  speaks: ({ query, format }) => query.labels || !format.copy,
  json: async asked => {
    const { query, lang } = asked
    const data = await valuesOf(service, indicator, query, lang)
    const links = linksOf(indicator, asked)
    const told = await extentOf(service, datasetOf(indicator), query.of, lang)
    const meta = {
      ...metaOf(service, indicator.dataset, query.release),
      indicator: listedAs(indicator, lang),
      by: query.by,
      total: data.length,
      ...told
    }
    return { links, body: JSON.stringify({ data, meta, links }) }
  },
  rows: async asked => {
    const { query, lang, format } = asked
    const data = await valuesOf(service, indicator, query, lang)
    const links = linksOf(indicator, asked)
    const columns = columnsOf(indicator, query.by, query.labels)
    const told = await extentOf(service, datasetOf(indicator), query.of, lang)
    const { meaning, comparable } = listedAs(indicator, lang)
    return {
      links,
      fileName: `${indicator.name}-${query.release.id}`,
      select: tableOf(data, columns, format.copy),
      title: indicator.label,
      columns,
      rows: data.length,
      notes: [meaning, comparable, ...(told?.notes ?? [])],
      permalink: links.permalink as string
    }
  }
})

function linksOf(
  { name, dataset, average }: Indicator,
  { service, query, origin, format }: Asked<IndicatorQuery, Format>
): Links {
  const { asked, release, pinned, of, counted } = query
  const path = `${INDICATORS_PATH}/${name}`
  const pin: Parameter[] = pinned ? [['release', release.id]] : []
  const rows = (filters: readonly Parameter[]) => addressOf(service, origin, dataset, [...filters, ...pin])
  return {
    self: addressOf(service, origin, path, [...asked, ...pin]),
    permalink: addressOf(service, origin, path, [...asked, ...formatParameters(format), ['release', release.id]]),
    numerator: average || !counted ? null : rows(counted.filters),
    denominator: rows(of.filters),
    ...exportAddresses(format, (suffix, form) =>
      addressOf(service, origin, `${path}${suffix}`, [...asked, ...form, ...pin])
    ),
    list: addressOf(service, origin, INDICATORS_PATH),
    docs: `${origin}/docs/${INDICATORS_PATH}`
  }
}
