/** What search engines read of a page (schema.org in JSON-LD). */

import { Html } from '../../html/html.ts'
import { type PageContext, pathOf } from '../page-context.ts'
import type { Crumb } from './breadcrumbs.ts'

const CONTEXT = 'https://schema.org'

/** Data, which no policy keeps from a page, since nothing of it is run. */
const block = (value: object): Html =>
  new Html(
    `<script type="application/ld+json">${JSON.stringify({ '@context': CONTEXT, ...value }).replaceAll('<', '\\u003c')}</script>\n`
  )

export const breadcrumbList = ({ origin }: PageContext, above: readonly Crumb[], title: string): Html =>
  block({
    '@type': 'BreadcrumbList',
    itemListElement: [...above, { label: title, href: undefined }].map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      ...(href === undefined ? {} : { item: `${origin}${href}` })
    }))
  })

/** The site with its search box. */
export const webSite = ({ origin, lang }: PageContext, name: string): Html =>
  block({
    '@type': 'WebSite',
    name,
    url: `${origin}${pathOf(lang, '')}`,
    inLanguage: lang,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${origin}${pathOf(lang, 'search')}?q={search_term_string}`,
      'query-input': 'required name=search_term_string'
    }
  })

export type Described = {
  name: string
  description: string
  url: string
  /** The rows in several formats: media type and address. */
  files: readonly (readonly [type: string, url: string])[]
}

/** The rows that a page shows, as a data set that can be fetched. */
export const dataset = ({ lang, release }: PageContext, { name, description, url, files }: Described): Html =>
  block({
    '@type': 'Dataset',
    name,
    description,
    url,
    inLanguage: lang,
    version: release.id,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isAccessibleForFree: true,
    creator: {
      '@type': 'Organization',
      name: 'Open Government Partnership',
      url: 'https://www.opengovpartnership.org/'
    },
    distribution: files.map(([encodingFormat, contentUrl]) => ({ '@type': 'DataDownload', encodingFormat, contentUrl }))
  })
