/** `/check`: whether a printed figure still holds, as JSON, as a page and as a badge. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Release } from '../engine/definition/release.ts'
import { linkHeader } from '../engine/links.ts'
import { quote, readGiven, readLang, readRelease, refuse } from '../engine/request/parameters.ts'
import type { Service } from '../engine/service.ts'
import { PAGE_POLICY } from '../html/page.ts'
import type { Fault } from '../http/errors/problems.ts'
import { prefersHtml } from '../http/negotiate.ts'
import { documented } from '../http/operation.ts'
import { originOf } from '../http/origin.ts'
import { type Parameter, readParameters } from '../http/query-string.ts'
import { respond } from '../http/respond.ts'
import { languageVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { badgeOf } from './badge.ts'
import { CHECK, type Checked, checkFigure } from './check.ts'
import { readFigure } from './figure.ts'
import { checkPage, type Form } from './page.ts'
import { readPrinted } from './verdict.ts'

export const CHECK_PARAMETERS = ['url', 'value', 'column', 'release', 'lang'] as const

type Shape = 'json' | 'page' | 'svg'
const TYPES: Record<Shape, string> = {
  json: 'application/json; charset=utf-8',
  page: 'text/html; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8'
}

function read(service: Service, request: FastifyRequest) {
  const { releases, publicUrl } = service
  const faults: Fault[] = []
  // A form sends what was left empty as well.
  const parameters = readParameters(request.raw.url ?? '').filter(([name, value]) => value !== '' || name === 'url')
  const given = readGiven(parameters, CHECK_PARAMETERS, faults)
  const lang = readLang(given.get('lang'), faults)
  const named = readRelease(given.get('release'), releases, faults)
  const text = given.get('value')
  const printed = text === undefined ? undefined : readPrinted(text)
  if (text !== undefined && !printed)
    faults.push({ parameter: 'value', detail: `${quote(text)} is not a number such as 42, 0.31 or 31%.` })
  refuse(faults)
  return { given, lang, named, printed, origin: originOf(request, publicUrl) }
}

/** The release that a figure is of: named, in the address, or the one before the newest. */
const releaseOfThen = ({ releases }: Service, named: Release | undefined, pinned: Release | undefined): Release => {
  const published = releases.all().filter(({ status }) => status === 'published')
  return named ?? pinned ?? published.at(-2) ?? releases.current()
}

async function answer(service: Service, form: Shape, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { given, lang: named, named: release, printed, origin } = read(service, request)
  const url = given.get('url')
  const column = given.get('column')
  const lang = languageOf(named, request.headers['accept-language'])
  const now = service.releases.current()
  const fields = (before: Release): Form => ({
    path: `${service.prefix}/${CHECK}`,
    url: url ?? '',
    value: given.get('value') ?? '',
    column: column ?? '',
    release: before.id,
    releases: service.releases.all().flatMap(({ status, id }) => (status === 'published' ? [id] : []))
  })
  if (!url && form !== 'page')
    refuse([
      { parameter: 'url', detail: `Name the address that the figure came from, such as url=${service.prefix}/members.` }
    ])
  const figure = url ? readFigure(service, origin, url, column) : undefined
  const before = releaseOfThen(service, release, figure?.pinned)
  if (before.seq > now.seq) refuse([{ parameter: 'release', detail: 'It is newer than the newest that is published.' }])
  const asked: Parameter[] = [
    ...(url ? [['url', url] as const] : []),
    ...(['value', 'column'] as const).flatMap(name => {
      const value = given.get(name)
      return value === undefined ? [] : [[name, value] as const]
    }),
    ['release', before.id],
    ...(named ? [['lang', named] as const] : [])
  ]
  const representation = {
    type: TYPES[form],
    key: [service.build, origin, now.id, before.id, CHECK, form, JSON.stringify(asked)],
    lifetime: 'moving' as const,
    modified: now.published_at,
    release: now.id,
    lang,
    vary: [...(form === 'svg' ? [] : ['Accept' as const]), ...languageVary(named)]
  }
  if (form === 'page') reply.header('content-security-policy', PAGE_POLICY)
  return respond(request, reply, representation, async () => {
    if (!figure || !url) return checkPage(lang, fields(before), undefined)
    const checked: Checked = await checkFigure({ service, origin, lang, url, figure, printed, before, now, asked })
    reply.header('link', linkHeader(service, origin, {}))
    if (form === 'svg') return badgeOf(checked)
    return form === 'page' ? checkPage(lang, fields(before), checked, figure.isShare) : JSON.stringify(checked)
  })
}

export function serveChecks(app: FastifyInstance, service: Service): void {
  const path = `${service.prefix}/${CHECK}`
  app.get(path, documented('check'), (request, reply) =>
    answer(service, prefersHtml(request.headers.accept) ? 'page' : 'json', request, reply)
  )
  app.get(`${path}:suffix(^\\.svg$)`, documented('checkBadge'), (request, reply) =>
    answer(service, 'svg', request, reply)
  )
}
