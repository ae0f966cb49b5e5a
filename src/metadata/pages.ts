/** Addresses outside the versioned paths: pages for people, and documents that live where their standards look. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Dataset } from '../engine/definition/dataset.ts'
import type { Release } from '../engine/definition/release.ts'
import { CSV, describedAt } from '../engine/format/formats.ts'
import { addressOf, alternates } from '../engine/links.ts'
import { countRows } from '../engine/list/count.ts'
import type { Service } from '../engine/service.ts'
import { PAGE_POLICY } from '../html/page.ts'
import { Problem } from '../http/errors/problems.ts'
import { nearest } from '../http/errors/suggestions.ts'
import { API_CATALOG_PATH, DATASETS_PATH, landingOf } from './addresses.ts'
import { apiLinkset, LINKSET_TYPE, linksetHeader } from './catalogues/linkset.ts'
import { llmsText } from './catalogues/llms.ts'
import { robots, sitemap } from './catalogues/sitemap.ts'
import { landingPage } from './landing.ts'
import type { Periods } from './period.ts'
import { openPlaces } from './places.ts'
import { readAsked, sendDocument } from './send.ts'

/** FAIR Signposting: where the data of the page, their description and the page in other languages are. */
const signposts = (service: Service, origin: string, { name }: Dataset, release: Release): string =>
  [
    `<${addressOf(service, origin, `${name}.${CSV.name}`, [['release', release.id]])}>; rel="cite-as"`,
    `<${addressOf(service, origin, `${name}.${CSV.name}`)}>; rel="item"; type="${CSV.mediaType}"`,
    `<${addressOf(service, origin, `${name}${describedAt(CSV)}`)}>; rel="describedby"; type="${CSV.description?.mediaType}"`,
    `<${addressOf(service, origin, 'catalog.jsonld')}>; rel="describedby"; type="application/ld+json"`,
    `<${service.license.url}>; rel="license"`,
    '<https://schema.org/Dataset>; rel="type"',
    ...alternates(landingOf(origin, name)).map(
      ({ hreflang, href }) => `<${href}>; rel="alternate"; hreflang="${hreflang}"`
    )
  ].join(', ')

/** Registers the pages. */
export function servePages(
  app: FastifyInstance,
  service: Service,
  periodsOf: (release: Release) => Promise<Periods>
): void {
  const { datasets } = service
  const placesOf = openPlaces(service)
  const byName = new Map(datasets.map(dataset => [dataset.name, dataset]))

  app.get(DATASETS_PATH, (_request, reply) => reply.redirect('/', 302))

  app.get(`${DATASETS_PATH}/:name`, async (request, reply) => {
    const { name } = request.params as { name: string }
    const dataset = byName.get(name)
    if (!dataset) {
      const near = nearest(name, byName.keys())
      throw new Problem('not-found', 'There is no dataset of this name.', {
        errors: [
          { detail: 'The datasets there are.', allowed: [...byName.keys()], ...(near.length ? { nearest: near } : {}) }
        ]
      })
    }
    const asked = readAsked(service, request, ['lang'])
    const { origin, release, lang = 'en' } = asked
    reply.header('link', signposts(service, origin, dataset, release))
    // After the policy of other pages: data in a script element are never run, and need no permission.
    reply.header('content-security-policy', PAGE_POLICY)
    const write = async () => {
      const [rows, periods, places] = await Promise.all([
        countRows(service, dataset, { release, conditions: new Map(), asked: [] }),
        periodsOf(release),
        placesOf(dataset, release, lang)
      ])
      return landingPage(service, origin, { dataset, release, rows, years: periods.get(name), places, lang })
    }
    return sendDocument(
      service,
      asked,
      { name: `page ${name}`, type: 'text/html; charset=utf-8', write },
      request,
      reply
    )
  })

  const plain = (
    path: string,
    type: string,
    write: (origin: string, release: Release) => string,
    link?: (origin: string) => string
  ) =>
    app.get(path, (request: FastifyRequest, reply: FastifyReply) => {
      const asked = readAsked(service, request, [])
      const { origin, release } = asked
      if (link) reply.header('link', link(origin))
      return sendDocument(service, asked, { name: path, type, write: () => write(origin, release) }, request, reply)
    })

  plain(
    API_CATALOG_PATH,
    LINKSET_TYPE,
    origin => JSON.stringify(apiLinkset(service, origin)),
    origin => linksetHeader(service, origin)
  )
  plain('/llms.txt', 'text/plain; charset=utf-8', origin => llmsText(service, origin))
  plain('/sitemap.xml', 'application/xml; charset=utf-8', (origin, release) => sitemap(service, origin, release))
  plain('/robots.txt', 'text/plain; charset=utf-8', robots)
}
