/** What a landing page tells search engines: schema.org Dataset. */

import type { Dataset } from '../../engine/definition/dataset.ts'
import type { Field } from '../../engine/definition/field.ts'
import type { Release } from '../../engine/definition/release.ts'
import { FORMATS } from '../../engine/format/formats.ts'
import { addressOf } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { type Lang, wordsIn } from '../../i18n/words.ts'
import { archiveName } from '../../releases/file.ts'
import { landingOf } from '../addresses.ts'
import type { Period } from '../period.ts'
import { NAME, SUMMARY } from '../words.ts'

type Subject = { dataset: Dataset; release: Release; years: Period | undefined; lang: Lang }

/** The dataset, in the catalogue it belongs to. */
export function datasetMarkup(
  service: Service,
  origin: string,
  { dataset, release, years, lang }: Subject
): Record<string, unknown> {
  const { name, title, description, fields } = dataset
  const at = (path: string) => addressOf(service, origin, path)
  const variable = ([column, { label, meaning }]: [string, Field]) => ({
    '@type': 'PropertyValue',
    name: column,
    alternateName: wordsIn(label, lang),
    description: wordsIn(meaning, lang)
  })
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': `${landingOf(origin, name)}#dataset`,
    name: `${wordsIn(title, lang)} – ${NAME}`,
    description: `${wordsIn(SUMMARY, lang)} ${wordsIn(description, lang)}`,
    url: landingOf(origin, name),
    identifier: name,
    inLanguage: ['en', 'fr'],
    version: release.id,
    dateModified: release.published_at.toISOString(),
    license: service.license.url,
    isAccessibleForFree: true,
    creditText: service.attribution,
    creator: {
      '@type': 'Organization',
      name: 'Open Government Partnership',
      url: 'https://www.opengovpartnership.org/'
    },
    ...(years ? { temporalCoverage: `${years.first}/${years.last}` } : {}),
    variableMeasured: Object.entries(fields).map(variable),
    distribution: FORMATS.map(format => ({
      '@type': 'DataDownload',
      name: format.title,
      encodingFormat: format.mediaType,
      contentUrl: at(`${name}.${format.name}`)
    })),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      '@id': `${origin}/#catalog`,
      name: NAME,
      url: `${origin}/`,
      license: service.license.url,
      distribution: {
        '@type': 'DataDownload',
        encodingFormat: 'application/zip',
        contentUrl: at(`releases/${release.id}/${archiveName(release.id)}`)
      }
    }
  }
}
