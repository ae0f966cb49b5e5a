/** The Data Package of a release, with the addresses of its files. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { bridgesOf } from '../../engine/definition/bridge.ts'
import { datasetAt } from '../../engine/definition/dataset.ts'
import { addressOf } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { dataPackage } from '../../releases/package.ts'
import type { Store } from '../../releases/store.ts'
import { readAsked, sendDocument } from '../send.ts'

/** Answers `datapackage.json`. Throws a Problem while the files it describes are being made. */
export async function answerPackage(
  service: Service,
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const asked = readAsked(service, request, ['lang', 'release'])
  const { origin, release, lang } = asked
  const write = async () => {
    const { files } = await store.manifest(release)
    const held = new Map(files.map(file => [file.name, file]))
    const tables = service.datasets.flatMap(defined => {
      const dataset = datasetAt(defined, release)
      return [dataset, ...bridgesOf(dataset)]
    })
    const pathOf = (name: string) => addressOf(service, origin, `releases/${release.id}/${name}`)
    return JSON.stringify(dataPackage(release, tables, held, pathOf, lang))
  }
  const document = { name: 'datapackage', type: 'application/json; charset=utf-8', write }
  return sendDocument(service, asked, document, request, reply)
}
