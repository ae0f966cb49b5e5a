/** The addresses of metadata: everything that tells programs and portals what there is, made from the definitions. */
import type { FastifyInstance } from 'fastify'
import { CSV, describedAt } from '../engine/format/formats.ts'
import { serveAnswer } from '../engine/routes.ts'
import type { Service } from '../engine/service.ts'
import { documented } from '../http/operation.ts'
import type { Store } from '../releases/store.ts'
import { answerCsvMetadata } from './catalogues/csvw.ts'
import { dcatCatalog } from './catalogues/dcat.ts'
import { answerPackage } from './catalogues/package.ts'
import { COVERAGE, coverageAnswer } from './coverage/answer.ts'
import { openCoverage } from './coverage/coverage.ts'
import { servePages } from './pages.ts'
import { openPeriods } from './period.ts'
import { readAsked, sendDocument } from './send.ts'

export function serveMetadata(app: FastifyInstance, service: Service, store: Store): void {
  const { prefix, datasets } = service
  const periodsOf = openPeriods(service)

  for (const dataset of datasets) {
    app.get(`${prefix}/${dataset.name}${describedAt(CSV)}`, (request, reply) =>
      answerCsvMetadata(service, dataset, request, reply)
    )
  }

  app.get(`${prefix}/datapackage:suffix(^\\.json$)`, documented('dataPackage'), (request, reply) =>
    answerPackage(service, store, request, reply)
  )

  app.get(`${prefix}/catalog:suffix(^\\.jsonld$)`, documented('catalog'), (request, reply) => {
    const asked = readAsked(service, request, [])
    const { origin, release } = asked
    const write = async () => JSON.stringify(dcatCatalog(service, origin, release, await periodsOf(release)))
    return sendDocument(service, asked, { name: 'catalog', type: 'application/ld+json', write }, request, reply)
  })

  const coverage = coverageAnswer(service, openCoverage(service))
  const operations = { plain: documented('coverage', datasets), suffixed: documented('exportCoverage', datasets) }
  serveAnswer(app, service, `${prefix}/${COVERAGE}`, operations, () => coverage)

  servePages(app, service, periodsOf)
}
