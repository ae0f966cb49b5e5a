/** Where the interface is and where it is described: an API catalogue (RFC 9727) as a linkset (RFC 9264). */

import { addressOf, DOCS_PATH, inLanguage } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { LANGS } from '../../i18n/words.ts'
import { API_CATALOG_PATH } from '../addresses.ts'

const PROFILE = 'https://www.rfc-editor.org/info/rfc9727'
export const LINKSET_TYPE = `application/linkset+json; profile="${PROFILE}"`

const assistantsOf = (origin: string) => `${origin}/mcp`

type Target = { href: string; type?: string; hreflang?: string[]; title?: string }

/** The address that negotiates, then one for each language. */
const inEach = (target: Target): Target[] => [
  target,
  ...LANGS.map(lang => ({ ...target, href: inLanguage(target.href, lang), hreflang: [lang] }))
]

/** The linkset: the interface for programs and that for assistants (Model Context Protocol), with the relations of RFC 8631 and the licence. */
export function apiLinkset(service: Service, origin: string): { linkset: Record<string, string | Target[]>[] } {
  const at = (path: string) => addressOf(service, origin, path)
  const api = `${origin}${service.prefix}`
  const assistants = assistantsOf(origin)
  return {
    linkset: [
      { anchor: `${origin}${API_CATALOG_PATH}`, item: [{ href: api }, { href: assistants }] },
      {
        anchor: api,
        'service-desc': [
          ...inEach({ href: at('openapi.json'), type: 'application/openapi+json' }),
          ...inEach({ href: at('openapi.yaml'), type: 'application/yaml' }),
          ...service.datasets.map(({ name, title }) => ({
            href: at(`openapi/${name}.json`),
            type: 'application/openapi+json',
            title: title[0]
          }))
        ],
        'service-doc': [
          ...inEach({ href: `${origin}${DOCS_PATH}`, type: 'text/html' }),
          { href: `${origin}/llms.txt`, type: 'text/plain' }
        ],
        'service-meta': [
          { href: at('catalog.jsonld'), type: 'application/ld+json' },
          { href: at('datapackage.json'), type: 'application/json' }
        ],
        status: [{ href: at('status'), type: 'application/json' }],
        license: [{ href: service.license.url }]
      },
      {
        anchor: assistants,
        'service-doc': [{ href: `${origin}/llms.txt`, type: 'text/plain' }],
        'service-meta': [{ href: at('catalog.jsonld'), type: 'application/ld+json' }],
        status: [{ href: at('status'), type: 'application/json' }],
        license: [{ href: service.license.url }]
      }
    ]
  }
}

/** The Link header that a HEAD request for the catalogue needs (RFC 9727, 2 and 3). */
export const linksetHeader = ({ prefix }: Service, origin: string): string =>
  `<${origin}${API_CATALOG_PATH}>; rel="api-catalog"; type="application/linkset+json"; profile="${PROFILE}", <${origin}${prefix}>; rel="item", <${assistantsOf(origin)}>; rel="item"`
