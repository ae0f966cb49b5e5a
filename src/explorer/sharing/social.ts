/** What services that show links read of a page (Open Graph protocol, X cards). */

import { type Html, html } from '../../html/html.ts'
import { LANGS } from '../../i18n/words.ts'
import { type PageContext, pathOf, without } from '../page-context.ts'
import { CARD } from '../pictures/card.ts'

const LOCALES = { en: 'en_GB', fr: 'fr_FR' } as const

/** The file of a page's card stands below the page. */
const FILE = 'card.png'

/** The path of the page that an address of a card belongs to; undefined for any other address. */
export const pageOfCard = (path: string): string | undefined =>
  path === FILE ? '' : path.endsWith(`/${FILE}`) ? path.slice(0, -FILE.length - 1) : undefined

type About = { title: string; description: string; site: string; url: string }

export function socialTags(visit: PageContext, { title, description, site, url }: About): Html {
  const { lang, origin, path, asked } = visit
  const file = path === '' ? FILE : `${path}/${FILE}`
  const image = `${origin}${pathOf(lang, file, without(asked, 'embed', 'scheme', 'cursor', 'sort', 'bars'))}`
  const tags: [string, string][] = [
    ['og:title', title],
    ['og:description', description],
    ['og:type', 'website'],
    ['og:url', url],
    ['og:site_name', site],
    ['og:locale', LOCALES[lang]],
    ...LANGS.filter(other => other !== lang).map((other): [string, string] => ['og:locale:alternate', LOCALES[other]]),
    ['og:image', image],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(CARD.width)],
    ['og:image:height', String(CARD.height)],
    ['og:image:alt', title]
  ]
  return html`${tags.map(([property, content]) => html`<meta property="${property}" content="${content}">\n`)}<meta name="twitter:card" content="summary_large_image">`
}
