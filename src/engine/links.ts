/** Addresses of our own, for `links` in the body and for the Link header (RFC 8288). */

import type { Parameter } from '../http/query-string.ts'
import { writeParameters } from '../http/query-string.ts'
import { LANGS, type Lang } from '../i18n/words.ts'
import type { Dataset } from './definition/dataset.ts'
import type { Release } from './definition/release.ts'
import { AGGREGATE_FORMATS, describedAt, type Format } from './format/formats.ts'
import { exportAddresses } from './request/format.ts'
import type { Service } from './service.ts'

export type Links = Record<string, string | null>

/** The address of a dataset or of something below it. */
export const addressOf = (
  service: Service,
  origin: string,
  path: string,
  parameters: Iterable<Parameter> = []
): string => `${origin}${service.prefix}/${path}${writeParameters(parameters)}`

/** The documentation for people; a group of operations is below it. */
export const DOCS_PATH = '/docs'
export const QUERY_PAGE = '/docs/query'

/** An address in one language. */
export const inLanguage = (address: string, lang: Lang): string => `${address}?lang=${lang}`

/** Links from one language to the other, and to the address that stands for both. */
export const alternates = (address: string): { hreflang: string; href: string }[] => [
  ...LANGS.map(lang => ({ hreflang: lang, href: inLanguage(address, lang) })),
  { hreflang: 'x-default', href: address }
]

/** The page that explains a query to people: in words, in their tools, with its citation. */
export const queryPage = (origin: string, self: string): string =>
  `${origin}${QUERY_PAGE}${writeParameters([['url', self.slice(origin.length)]])}`

/** The suffix of a feed of what changes in the rows of a list. */
export const FOLLOWED = '.atom'

/** The feed of a question: its filters and columns of rows; order, and rows made of others, mean nothing to it. */
export const followLink = (
  service: Service,
  origin: string,
  { name, filters, split }: Dataset,
  asked: readonly Parameter[]
): string => {
  const made = Object.values(split?.columns ?? {})
  const followed = asked.flatMap(([parameter, value]): Parameter[] => {
    if (parameter !== 'fields') return parameter in filters || parameter === 'lang' ? [[parameter, value]] : []
    const columns = value.split(',').filter(column => !made.includes(column))
    return columns.length > 0 ? [['fields', columns.join(',')]] : []
  })
  return addressOf(service, origin, `${name}${FOLLOWED}`, followed)
}

/** The same question at the same path in every other format, and where the data are explained. */
export const commonLinks = (
  service: Service,
  origin: string,
  dataset: Dataset,
  format: Format,
  asked: readonly Parameter[],
  path = dataset.name
): Links => ({
  ...exportAddresses(format, (suffix, form) => addressOf(service, origin, `${path}${suffix}`, [...asked, ...form])),
  schema: addressOf(service, origin, `${dataset.name}/schema`),
  docs: `${origin}/docs/${dataset.name}`
})

/** What the link to a format is called. */
export const formatLink = (format: string): string => format.replaceAll('-', '_')

/** The most needed first: ways on, then what the rows mean; the rest stands in the body of JSON as well. */
const NEEDED: Relations = {
  next: { rel: 'next' },
  prev: { rel: 'prev' },
  first: { rel: 'first' }
}
const DESCRIBED: Relations = { schema: { rel: 'describedby', type: 'application/json' } }
const REPEATED: Relations = {
  permalink: { rel: 'cite-as' },
  follow: { rel: 'alternate', type: 'application/atom+xml' },
  ...Object.fromEntries(
    AGGREGATE_FORMATS.filter(format => format.copy).map(({ name, mediaType }) => [
      formatLink(name),
      { rel: 'alternate', type: mediaType }
    ])
  )
}
type Relations = Record<string, { rel: string; type?: string }>

/** The link of an export to the document that describes it: the same question, without the format that it implies. */
export const descriptionLink = (
  service: Service,
  origin: string,
  { name }: Dataset,
  format: Format,
  asked: readonly Parameter[]
): string[] => {
  const { description } = format
  if (!description) return []
  const rest = asked.filter(([parameter]) => parameter !== 'format')
  const address = addressOf(service, origin, `${name}${describedAt(format)}`, rest)
  return [`<${address}>; rel="describedby"; type="${description.mediaType}"`]
}

/**
 * The Link header of an answer, the most needed first, since a question so long that not all fit loses the last
 * (http/headers/header-size.ts); `more` are links that the body does not hold.
 */
export function linkHeader(service: Service, origin: string, links: Links, more: readonly string[] = []): string {
  const entries = (relations: Relations) =>
    Object.entries(relations).flatMap(([name, { rel, type }]) =>
      links[name] ? [`<${links[name]}>; rel="${rel}"${type ? `; type="${type}"` : ''}`] : []
    )
  return [
    ...entries(NEEDED),
    `<${service.license.url}>; rel="license"`,
    ...entries(DESCRIBED),
    ...more,
    `<${origin}${service.prefix}/openapi.json>; rel="service-desc"; type="application/openapi+json"`,
    ...entries(REPEATED)
  ].join(', ')
}

/** What every answer says of itself. */
export const metaOf = (service: Service, dataset: string, release: Release): Record<string, unknown> => ({
  dataset,
  release: release.id,
  license: service.license.url,
  attribution: service.attribution,
  updated: release.date
})
