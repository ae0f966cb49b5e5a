/** The service's own addresses, asked for a tool: there is no other way to the data. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { workOf } from '../cite/bibliographic-record.ts'
import { toApa } from '../cite/styles/apa.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import { refuse, unknown } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import type { Fault } from '../http/errors/problems.ts'
import { askInner } from '../http/inner-request.ts'
import { originOf } from '../http/origin.ts'
import { type Parameter, writeParameters } from '../http/query-string.ts'
import type { Lang } from '../i18n/words.ts'
import type { Row } from './answer.ts'

/** What an address answered, as far as tools read it. */
export type Json = {
  data: Row[] & Row
  meta: { release: string; total?: number; notes?: string[]; hints?: { text: string }[]; indicator?: Row }
  links: Record<string, string | null>
}

/** Why a tool has no answer, for the model to read: all faults at once, what is allowed, the nearest names. */
export class ToolProblem extends Error {}

export const told = (detail: string, errors: readonly Fault[] = []): ToolProblem =>
  new ToolProblem(
    [
      detail,
      ...errors.map(({ parameter, detail: fault, nearest, allowed }) =>
        [
          `- ${parameter ? `${parameter}: ` : ''}${fault}`,
          nearest ? `Nearest: ${nearest.join(', ')}.` : '',
          allowed ? `Allowed: ${allowed.slice(0, 60).join(', ')}.` : ''
        ]
          .filter(Boolean)
          .join(' ')
      )
    ].join('\n')
  )

export type Asker = {
  service: Service
  /** Scheme and host that links start with. */
  origin: string
  lang: Lang
  /** The parameter of the release, where one was named. */
  pin: readonly Parameter[]
  /** Asks an address below the prefix. Throws a ToolProblem for every answer that is none. */
  get(path: string, parameters?: Iterable<Parameter>): Promise<Json>
  /** A citation of an address (APA). */
  cite(url: string, style?: string): Promise<string>
  /** A citation of what the address of an indicator holds. */
  citeAs(release: string, title: string, url: string): string
}

export function openAsker(
  app: FastifyInstance,
  request: FastifyRequest,
  service: Service,
  { lang, release }: { lang: Lang; release: string | undefined }
): Asker {
  const ask = async (path: string, parameters: Iterable<Parameter>, accept?: string): Promise<string> => {
    const { status, body } = await askInner(
      app,
      request,
      `${service.prefix}/${path}${writeParameters(parameters)}`,
      accept
    )
    if (status < 400) return body
    const { detail = 'The service has no answer.', errors } = JSON.parse(body) as { detail?: string; errors?: Fault[] }
    throw told(detail, errors)
  }
  return {
    service,
    origin: originOf(request, service.publicUrl),
    lang,
    pin: release === undefined ? [] : [['release', release]],
    get: async (path, parameters = []) => JSON.parse(await ask(path, parameters)),
    cite: (url, style = 'apa') =>
      ask(
        'cite',
        [
          ['url', url],
          ['style', style],
          ['lang', lang]
        ],
        '*/*'
      ).then(text => text.trim()),
    citeAs: (id, title, url) => {
      const found = service.releases.find(id)
      return 'seq' in found ? toApa(workOf({ release: found, lang, url, title })) : url
    }
  }
}

/** The dataset of this name. Throws a Problem with the nearest names. */
export function datasetNamed({ datasets }: Service, name: string): Dataset {
  const found = datasets.find(dataset => dataset.name === name)
  if (!found)
    refuse([
      unknown(
        'dataset',
        name,
        'is not a dataset',
        datasets.map(({ name: known }) => known)
      )
    ])
  return found as Dataset
}

/** Filters as parameters; nothing else may come in among them. Throws a Problem that names those there are. */
export function readFilters(dataset: Dataset, given: unknown, but: readonly string[] = []): Parameter[] {
  const known = Object.keys(dataset.filters).filter(name => !but.includes(name))
  const entries = Object.entries((given ?? {}) as Record<string, unknown>)
  refuse(
    entries.flatMap(([name]) =>
      known.includes(name) ? [] : [unknown('filters', name, `is not a filter of ${dataset.name}`, known)]
    )
  )
  return entries.map(([name, value]) => [name, String(value)])
}
