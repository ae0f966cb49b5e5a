/** The releases as an Atom feed (RFC 4287). */
import { Feed } from 'feed'
import type { Release } from '../engine/definition/release.ts'
import type { Service } from '../engine/service.ts'
import { escapeHtml } from '../html/html.ts'

/** Published releases, the newest first; each leads to what changed in it. */
export function writeFeed({ prefix, releases, attribution, license }: Service, origin: string): string {
  const published = releases.all().filter(({ status }) => status === 'published')
  const address = `${origin}${prefix}/releases`
  const feed = new Feed({
    title: 'OGP Open Data: releases',
    description: 'New releases of the data of the Open Government Partnership.',
    id: address,
    link: address,
    language: 'en',
    copyright: license.name,
    updated: published.at(-1)?.published_at ?? new Date(0),
    feedLinks: { atom: `${address}.atom` },
    author: { name: attribution }
  })
  const changesOf = (release: Release, before: Release | undefined) =>
    before ? `${origin}${prefix}/changes?since=${before.id}&release=${release.id}` : `${address}/${release.id}`
  for (const [at, release] of published.entries()) {
    feed.addItem({
      id: `${address}/${release.id}`,
      link: `${address}/${release.id}`,
      title: `Release ${release.id} (${release.date})`,
      // The library calls it HTML, and writes it as it comes.
      description: escapeHtml([release.title, release.note].filter(Boolean).join('. ')),
      content: `What changed: ${changesOf(release, published[at - 1])}`,
      date: release.published_at,
      // RFC 4287, 4.2.9: when it became available here; of what day the data speak is said in its title.
      published: release.published_at
    })
  }
  feed.items.reverse()
  return feed.atom1()
}
