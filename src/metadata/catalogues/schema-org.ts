/** What a landing page tells search engines: schema.org Dataset. */

import type { Dataset } from '../../engine/definition/dataset.ts'
import type { Field } from '../../engine/definition/field.ts'
import type { Release } from '../../engine/definition/release.ts'
import { FORMATS } from '../../engine/format/formats.ts'
import { addressOf } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { type Lang, type Words, wordsIn } from '../../i18n/words.ts'
import { archiveName } from '../../releases/file.ts'
import { landingOf } from '../addresses.ts'
import type { Period } from '../period.ts'
import type { Place } from '../places.ts'
import { NAME, SUMMARY } from '../words.ts'

type Subject = { dataset: Dataset; release: Release; years: Period | undefined; places: readonly Place[]; lang: Lang }

/** What the subject is called by those who look for it, beside the names of datasets and columns. */
const SUBJECT: readonly Words[] = [
  ['Open Government Partnership', 'Partenariat pour un gouvernement ouvert'],
  ['OGP', 'PGO'],
  ['open government', 'gouvernement ouvert']
]
const MAX_KEYWORDS = 20

/** The subject, the dataset, and what its rows can be told apart by. */
const keywordsOf = ({ title, filters }: Dataset, lang: Lang): string[] => {
  const told = Object.values(filters).flatMap(({ allowed, kind, references, label }) =>
    references || (allowed && kind === 'code') ? [label] : []
  )
  return [...new Set([...SUBJECT, title, ...told].map(words => wordsIn(words, lang)))].slice(0, MAX_KEYWORDS)
}

/** The dataset, in the catalogue it belongs to. */
export function datasetMarkup(
  service: Service,
  origin: string,
  { dataset, release, years, places, lang }: Subject
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
    keywords: keywordsOf(dataset, lang),
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
    ...(places.length > 0
      ? {
          spatialCoverage: places.map(({ id: code, name: place }) => ({
            '@type': 'Country',
            name: place,
            identifier: code
          }))
        }
      : {}),
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
