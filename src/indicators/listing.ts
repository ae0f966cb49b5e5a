/** The list of all indicators with their definitions, in every format. */

import type { Format } from '../engine/format/formats.ts'
import { addressOf, type Links, metaOf } from '../engine/links.ts'
import { exportAddresses } from '../engine/request/format.ts'
import { readDialect, readFormat, readGiven, readLang, refuse } from '../engine/request/parameters.ts'
import type { Answering, Asked, Query } from '../engine/respond.ts'
import type { Service } from '../engine/service.ts'
import type { Fault } from '../http/errors/problems.ts'
import type { Parameter } from '../http/query-string.ts'
import { INDICATORS_PATH, listedAs } from './answer.ts'
import { INDICATORS } from './catalogue/indicators.ts'
import { LISTED_COLUMNS } from './columns.ts'
import { tableOf } from './table.ts'

export const LISTING_PARAMETERS = ['lang', 'format', 'dialect'] as const

function readListing({ releases }: Service, parameters: readonly Parameter[]): Query {
  const faults: Fault[] = []
  const given = readGiven(parameters, LISTING_PARAMETERS, faults)
  const lang = readLang(given.get('lang'), faults)
  const format = readFormat(given.get('format'), faults)
  const dialect = readDialect(given.get('dialect'), faults)
  refuse(faults)
  return { release: releases.current(), pinned: false, lang, format, dialect }
}

export const listingOf = (service: Service): Answering<Query> => ({
  read: parameters => readListing(service, parameters),
  key: () => [INDICATORS_PATH],
  speaks: () => true,
  json: async asked => {
    const data = INDICATORS.map(indicator => ({
      ...listedAs(indicator, asked.lang),
      url: addressOf(service, asked.origin, `${INDICATORS_PATH}/${indicator.name}`)
    }))
    const links = linksOf(asked)
    const meta = { ...metaOf(service, INDICATORS_PATH, asked.query.release), total: data.length }
    return { links, body: JSON.stringify({ data, meta, links }) }
  },
  rows: async asked => {
    const data = INDICATORS.map(indicator => listedAs(indicator, asked.lang))
    const links = linksOf(asked)
    return {
      links,
      fileName: INDICATORS_PATH,
      select: tableOf(data, LISTED_COLUMNS, asked.format.copy),
      title: ['Indicators', 'Indicateurs'],
      columns: LISTED_COLUMNS,
      rows: data.length,
      permalink: links.self as string
    }
  }
})

function linksOf({ service, origin, format, query }: Asked<Query, Format>): Links {
  const asked: Parameter[] = query.lang ? [['lang', query.lang]] : []
  return {
    self: addressOf(service, origin, INDICATORS_PATH, asked),
    ...exportAddresses(format, (suffix, form) =>
      addressOf(service, origin, `${INDICATORS_PATH}${suffix}`, [...asked, ...form])
    ),
    docs: `${origin}/docs/${INDICATORS_PATH}`
  }
}
