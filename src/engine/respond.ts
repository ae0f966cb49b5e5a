/** How every question about data is answered: read, negotiate, validate, write. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { originOf } from '../http/origin.ts'
import { type Parameter, readParameters } from '../http/query-string.ts'
import { respond } from '../http/respond.ts'
import { languageVary, type Varying } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import type { Lang } from '../i18n/words.ts'
import type { Release } from './definition/release.ts'
import { type Exported, type ExportFormat, hasWords, isExport, sendExport } from './export/send.ts'
import { type Format, formatKey } from './format/formats.ts'
import { type Links, linkHeader } from './links.ts'
import { chooseFormat } from './request/format.ts'
import type { Service } from './service.ts'

/** What every query holds, whatever it asks. */
export type Query = {
  release: Release
  /** Whether the request names its release. */
  pinned: boolean
  /** The language asked for by name. */
  lang: Lang | undefined
  format: Format | undefined
  dialect: string | undefined
}

export type Asked<Q extends Query, F extends Format = Format> = {
  service: Service
  query: Q
  format: F
  origin: string
  lang: Lang
  /** As they were sent. */
  parameters: readonly Parameter[]
}

/** A finished JSON answer; `links` go into its header as well. */
export type JsonAnswer = { body: string; links: Links }

/** An export before it is sent; `described` are links to documents about it. */
export type ExportAnswer = Omit<Exported, 'format' | 'release' | 'origin' | 'lang'> & {
  links: Links
  described?: readonly string[]
}

/** Another spelling of an address leads to the one that is printed. */
export type Moved = { movedTo: string }

/** One kind of answer. */
export type Answering<Q extends Query> = {
  /** The formats it comes in, where they are more than those of every answer. */
  formats?: readonly Format[]
  /** Reads the parameters. Throws a Problem with every fault. */
  read(parameters: Parameter[]): Q
  /** Throws a Problem where the chosen format has no place for what is asked. */
  check?(asked: Asked<Q>): void
  /** Names the question among all of this service; release, format, language and origin are added. */
  key(query: Q): readonly string[]
  /** Whether the answer, in JSON or with labels, holds words of ours. */
  speaks(asked: Asked<Q>): boolean
  /** Whether its bytes may change although its release is named. */
  isMoving?: boolean
  json(asked: Asked<Q>): Promise<JsonAnswer | Moved>
  rows(asked: Asked<Q, ExportFormat>): Promise<ExportAnswer | Moved>
}

/** Answers a request; `suffix` is the format that the path names. */
export async function answer<Q extends Query>(
  service: Service,
  answering: Answering<Q>,
  suffix: Format | undefined,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const parameters = readParameters(request.raw.url ?? '')
  const query = answering.read(parameters)

  const format = chooseFormat(request, suffix, query, answering.formats)
  const lang = languageOf(query.lang, request.headers['accept-language'])
  const asked = { service, query, format, origin: originOf(request, service.publicUrl), lang, parameters }
  answering.check?.(asked)

  const { release, pinned } = query
  const isSpoken = answering.speaks(asked) || hasWords(format)
  const vary: Varying[] = [
    ...(suffix || query.format ? [] : (['Accept'] as const)),
    ...(isSpoken ? languageVary(query.lang) : [])
  ]
  const representation = {
    type: format.contentType,
    key: [service.build, asked.origin, release.id, formatKey(format), ...answering.key(query), String(pinned)],
    lifetime: pinned && !answering.isMoving ? ('immutable' as const) : ('moving' as const),
    modified: release.published_at,
    release: release.id,
    lang: isSpoken ? lang : undefined,
    vary
  }

  return respond(request, reply, representation, async () => {
    const written = isExport(format) ? await answering.rows({ ...asked, format }) : await answering.json(asked)
    if ('movedTo' in written) return reply.redirect(written.movedTo, 301)
    const described = 'described' in written ? written.described : undefined
    reply.header('link', linkHeader(service, asked.origin, written.links, described))
    if ('body' in written) return written.body
    return sendExport(service, { ...asked, ...written, format: format as ExportFormat, release }, request, reply)
  })
}
