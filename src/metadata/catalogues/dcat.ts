/** The catalogue for data portals: DCAT-AP 3 as JSON-LD. */

import type { Dataset } from '../../engine/definition/dataset.ts'
import type { Release } from '../../engine/definition/release.ts'
import { FORMATS } from '../../engine/format/formats.ts'
import { addressOf, DOCS_PATH, inLanguage } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { LANGS, type Words } from '../../i18n/words.ts'
import { archiveName, sqliteName } from '../../releases/file.ts'
import { landingOf } from '../addresses.ts'
import type { Period, Periods } from '../period.ts'
import { NAME, RELEASES, RELEASES_MEANING, SERVICE_MEANING, SUMMARY } from '../words.ts'
import { CONTEXT, formatOf, IRREGULAR, LANGUAGES, PUBLIC, THEME, THEMES } from './vocabulary.ts'

type Node = Record<string, unknown>

const inBoth = ([en, fr]: Words): Node[] => [
  { '@value': en, '@language': 'en' },
  { '@value': fr, '@language': 'fr' }
]
const moment = (at: Date): Node => ({ '@value': at.toISOString(), '@type': 'xsd:dateTime' })
const day = (date: string): Node => ({ '@value': date, '@type': 'xsd:date' })
const year = (number: number): Node => ({ '@value': String(number), '@type': 'xsd:gYear' })
const page = (address: string): Node => ({ '@id': address, '@type': 'foaf:Document' })
const to = (...nodes: Node[]): Node[] => nodes.map(node => ({ '@id': node['@id'] }))

const period = ({ first, last }: Period): Node => ({
  '@type': 'dct:PeriodOfTime',
  'dcat:startDate': year(first),
  'dcat:endDate': year(last)
})

const whole = (periods: Periods): Period | undefined => {
  const all = [...periods.values()]
  if (all.length === 0) return undefined
  return { first: Math.min(...all.map(({ first }) => first)), last: Math.max(...all.map(({ last }) => last)) }
}

/** The catalogue of the newest release: every dataset, every way to get it, and every release as files. */
export function dcatCatalog(service: Service, origin: string, current: Release, periods: Periods): Node {
  const at = (path: string) => addressOf(service, origin, path)
  const published = service.releases.all().filter(({ status }) => status === 'published')
  const [oldest = current] = published
  const license: Node = { '@id': service.license.url, '@type': 'dct:LicenseDocument' }
  const publisher: Node = { '@id': `${origin}/#publisher`, '@type': 'foaf:Agent', 'foaf:name': NAME }
  const creator: Node = { '@id': `${origin}/#creator`, '@type': 'foaf:Agent', 'foaf:name': service.attribution }
  const api: Node = {
    '@id': `${origin}/#api`,
    '@type': 'dcat:DataService',
    'dct:title': NAME,
    'dct:description': inBoth(SERVICE_MEANING),
    'dcat:endpointURL': { '@id': `${origin}${service.prefix}` },
    'dcat:endpointDescription': { '@id': at('openapi.json') },
    'foaf:page': LANGS.map(lang => page(inLanguage(`${origin}${DOCS_PATH}`, lang))),
    'dct:license': to(license),
    'dct:publisher': to(publisher),
    'dct:accessRights': to(PUBLIC)
  }
  const common: Node = {
    'dct:publisher': to(publisher),
    'dct:creator': to(creator),
    'dct:language': to(...LANGUAGES),
    'dct:accessRights': to(PUBLIC),
    'dcat:theme': to(THEME)
  }

  const distribution = (address: string, title: string, mediaType: string, more: Node = {}): Node => {
    const { format, mediaType: registered } = formatOf(mediaType)
    return {
      '@id': `${address}#distribution`,
      '@type': 'dcat:Distribution',
      'dct:title': { '@value': title, '@language': 'en' },
      'dcat:accessURL': { '@id': address },
      'dcat:downloadURL': { '@id': address },
      'dct:license': to(license),
      ...(format ? { 'dct:format': format } : {}),
      ...(registered ? { 'dcat:mediaType': registered } : {}),
      ...more
    }
  }

  const datasetNode = (dataset: Dataset): Node => {
    const { name, title, description } = dataset
    const years = periods.get(name)
    const schema: Node = { '@id': at(`${name}/schema`), '@type': 'dct:Standard', 'dct:title': `${title[0]}: columns` }
    const live = FORMATS.map(format =>
      distribution(at(`${name}.${format.name}`), format.title, format.mediaType, {
        'dcat:accessService': to(api),
        'dct:conformsTo': schema
      })
    )
    const held = at(`releases/${current.id}/${name}.parquet`)
    return {
      '@id': `${landingOf(origin, name)}#dataset`,
      '@type': 'dcat:Dataset',
      'dct:identifier': name,
      'dct:title': inBoth(title),
      'dct:description': inBoth(description),
      ...common,
      'dcat:landingPage': page(landingOf(origin, name)),
      'dct:issued': moment(oldest.published_at),
      'dct:modified': moment(current.published_at),
      'dct:accrualPeriodicity': to(IRREGULAR),
      'dcat:version': current.id,
      ...(years ? { 'dct:temporal': period(years) } : {}),
      'dcat:distribution': [
        ...live,
        distribution(held, `Parquet, release ${current.id}`, 'application/vnd.apache.parquet')
      ]
    }
  }

  const series: Node = {
    '@id': `${origin}/#releases`,
    // A series is a dataset too, which a reader without the ontology has to be told.
    '@type': ['dcat:DatasetSeries', 'dcat:Dataset'],
    'dct:title': inBoth(RELEASES),
    'dct:description': inBoth(RELEASES_MEANING),
    'dct:publisher': to(publisher),
    'dct:issued': moment(oldest.published_at),
    'dct:modified': moment(current.published_at),
    'dct:accrualPeriodicity': to(IRREGULAR)
  }
  const releaseNode = (release: Release, index: number): Node => {
    const address = at(`releases/${release.id}`)
    const before = published[index - 1]
    return {
      '@id': `${address}#dataset`,
      '@type': 'dcat:Dataset',
      'dct:identifier': `${NAME} ${release.id}`,
      'dct:title': { '@value': `${NAME}, release ${release.id}`, '@language': 'en' },
      'dct:description': {
        '@value': [release.title, release.note].filter(Boolean).join('. '),
        '@language': 'en'
      },
      ...common,
      'dct:issued': moment(release.published_at),
      'dcat:version': release.id,
      'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:endDate': day(release.date) },
      'dcat:inSeries': to(series),
      ...(before ? { 'dcat:prev': { '@id': `${at(`releases/${before.id}`)}#dataset` } } : {}),
      'dcat:distribution': [
        distribution(`${address}/${archiveName(release.id)}`, 'All datasets as CSV in one zip', 'application/zip'),
        distribution(
          `${address}/${sqliteName(release.id)}`,
          'All datasets as one SQLite database',
          'application/vnd.sqlite3'
        )
      ]
    }
  }

  const datasets = service.datasets.map(datasetNode)
  const releases = published.map(releaseNode)
  const years = whole(periods)
  const catalog: Node = {
    '@id': `${origin}/#catalog`,
    '@type': 'dcat:Catalog',
    'dct:title': NAME,
    'dct:description': inBoth(SUMMARY),
    'dct:publisher': to(publisher),
    'dct:creator': to(creator),
    'dct:license': to(license),
    'dct:language': to(...LANGUAGES),
    'dct:issued': moment(oldest.published_at),
    'dct:modified': moment(current.published_at),
    ...(years ? { 'dct:temporal': period(years) } : {}),
    'dcat:themeTaxonomy': to(THEMES),
    'foaf:homepage': page(`${origin}/`),
    'dcat:dataset': to(...datasets, series, ...releases),
    'dcat:service': to(api)
  }
  return {
    '@context': CONTEXT,
    '@graph': [
      catalog,
      { ...api, 'dcat:servesDataset': to(...datasets) },
      publisher,
      creator,
      license,
      THEMES,
      THEME,
      ...LANGUAGES,
      PUBLIC,
      IRREGULAR,
      ...datasets,
      series,
      ...releases
    ]
  }
}
