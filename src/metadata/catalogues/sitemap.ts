/** For crawlers: which pages there are, and that all may be read. */

import type { Release } from '../../engine/definition/release.ts'
import { alternates, DOCS_PATH } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { escapeHtml } from '../../html/page.ts'
import { landingOf } from '../addresses.ts'

/** A page in each of its languages, with the language links that search engines read. */
function inEach(address: string, modified = ''): string[] {
  const links = alternates(address)
  const inOthers = links.map(
    ({ hreflang, href }) => `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${escapeHtml(href)}"/>`
  )
  return links
    .filter(({ hreflang }) => hreflang !== 'x-default')
    .map(({ href }) => `<url><loc>${escapeHtml(href)}</loc>${modified}${inOthers.join('')}</url>`)
}

/** The pages for people, each in both languages (sitemaps.org). */
export function sitemap({ datasets }: Service, origin: string, { published_at }: Release): string {
  const modified = `<lastmod>${published_at.toISOString()}</lastmod>`
  const entries = [
    ...inEach(`${origin}${DOCS_PATH}`),
    ...datasets.flatMap(({ name }) => inEach(landingOf(origin, name), modified))
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>${escapeHtml(origin)}/</loc>${modified}</url>
${entries.join('\n')}
</urlset>
`
}

export const robots = (origin: string): string => `User-agent: *
Allow: /

Sitemap: ${origin}/sitemap.xml
`
