/** A feed of changes in two forms: Atom (RFC 4287, in pages after RFC 5005) and JSON Feed 1.1. */
import { FOLLOWED } from '../engine/links.ts'
import { html } from '../html/html.ts'
import type { Lang } from '../i18n/words.ts'
import type { Change, Event } from './entries.ts'

export type Item = {
  /** Names the change for ever. */
  id: string
  link: string
  title: string
  summary: string
  content: string
  published: Date
  /** The same for programs. */
  data: { dataset: string; id: string; event: Event; since: string; release: string; changes: readonly Change[] }
}

export type FeedPage = {
  title: string
  description: string
  lang: Lang
  /** The feed itself, its next page where there is one, and the rows it is about. */
  self: string
  next: string | undefined
  home: string
  author: string
  license: { name: string; url: string }
  updated: Date
  items: readonly Item[]
}

export type FeedFormat = {
  suffix: string
  mediaType: string
  contentType: string
  write: (page: FeedPage) => string
}

const toAtom = ({ title, description, lang, self, next, home, author, license, updated, items }: FeedPage): string =>
  html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${self}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<updated>${updated.toISOString()}</updated>
<author><name>${author}</name></author>
<rights>${license.name}</rights>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="license" href="${license.url}"/>
${next && html`<link rel="next" type="application/atom+xml" href="${next}"/>\n`}${items.map(
  ({ id, link, title: name, summary, content, published }) => html`<entry>
<id>${id}</id>
<title>${name}</title>
<link rel="alternate" href="${link}"/>
<published>${published.toISOString()}</published>
<updated>${published.toISOString()}</updated>
<summary>${summary}</summary>
<content type="html">${content}</content>
</entry>
`
)}</feed>
`.text

const toJsonFeed = ({ title, description, lang, self, next, home, author, license, items }: FeedPage): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    language: lang,
    home_page_url: home,
    feed_url: self,
    ...(next ? { next_url: next } : {}),
    authors: [{ name: author }],
    _license: { name: license.name, url: license.url },
    items: items.map(({ id, link, title: name, summary, content, published, data }) => ({
      id,
      url: link,
      title: name,
      summary,
      content_html: content,
      date_published: published.toISOString(),
      _changes: data
    }))
  })

export const FEED_FORMATS: readonly FeedFormat[] = [
  {
    suffix: FOLLOWED,
    mediaType: 'application/atom+xml',
    contentType: 'application/atom+xml; charset=utf-8',
    write: page => `<?xml version="1.0" encoding="utf-8"?>\n${toAtom(page)}`
  },
  {
    suffix: '.feed.json',
    mediaType: 'application/feed+json',
    contentType: 'application/feed+json; charset=utf-8',
    write: toJsonFeed
  }
]
