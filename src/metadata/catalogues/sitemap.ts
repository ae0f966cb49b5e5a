/** For crawlers: which pages there are, and that all may be read. */

import type { Release } from '../../engine/definition/release.ts'
import { alternates, DOCS_PATH } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { type Html, html } from '../../html/html.ts'
import { landingOf } from '../addresses.ts'

/** A page in each of its languages, with the language links that search engines read. */
function inEach(address: string, modified?: Html): Html[] {
  const links = alternates(address)
  const inOthers = links.map(
    ({ hreflang, href }) => html`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${href}"/>`
  )
  return links
    .filter(({ hreflang }) => hreflang !== 'x-default')
    .map(({ href }) => html`<url><loc>${href}</loc>${modified}${inOthers}</url>\n`)
}

/** The pages for people, each in both languages (sitemaps.org). */
export function sitemap({ datasets }: Service, origin: string, { published_at }: Release): string {
  const modified = html`<lastmod>${published_at.toISOString()}</lastmod>`
  const entries = [
    ...inEach(`${origin}${DOCS_PATH}`),
    ...datasets.flatMap(({ name }) => inEach(landingOf(origin, name), modified))
  ]
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>${origin}/</loc>${modified}</url>
${entries}</urlset>
`.text
}

export const robots = (origin: string): string => `User-agent: *
Allow: /

Sitemap: ${origin}/sitemap.xml
`
