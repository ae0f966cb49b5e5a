/** The feeds of changes: every list has one, for the rows and columns that its address names. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { describeQuestion } from '../cite/query-title.ts'
import type { Dataset } from '../engine/definition/dataset.ts'
import { addressOf, linkHeader, queryPage } from '../engine/links.ts'
import { writeCursor } from '../engine/request/cursor.ts'
import type { Service } from '../engine/service.ts'
import { originOf } from '../http/origin.ts'
import { type Parameter, readParameters } from '../http/query-string.ts'
import { respond } from '../http/respond.ts'
import { languageVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { SPEECH } from '../i18n/speech.ts'
import { type Lang, typeset, type Words } from '../i18n/words.ts'
import { type Entry, readEntries } from './entries.ts'
import { FEED_FORMATS, type FeedFormat, type FeedPage, type Item } from './feed.ts'
import { type FeedQuery, fingerprintOf, readFeedQuery } from './question.ts'
import { content, headline, summary, teller } from './words.ts'

const TITLE: Words = ['Changes: {question}', 'Changements : {question}']
const ABOUT: Words = [
  'What each release of the data changed in these rows, the newest first.',
  'Ce que chaque version des données a changé dans ces lignes, la plus récente d’abord.'
]

type Answer = { service: Service; dataset: Dataset; query: FeedQuery; origin: string; lang: Lang; format: FeedFormat }

async function itemOf({ service, dataset, query, origin, lang }: Answer, entry: Entry): Promise<Item> {
  const { id, event, release, since, changes } = entry
  const told = teller(dataset, release, await service.labels.of(release), lang)
  const path = `${dataset.name}/${id}`
  const history = addressOf(service, origin, `${path}/history`, [['release', release.id]])
  const record = event === 'ends' ? undefined : addressOf(service, origin, path, [['release', release.id]])
  return {
    // One record may change in many releases, and be followed by many questions.
    id: `${history}#${[event, ...query.restricting.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)].join('&')}`,
    link: record ?? history,
    title: headline(told, entry),
    summary: summary(told, entry),
    content: content(told, entry, { record, history }).text,
    published: release.published_at,
    data: { dataset: dataset.name, id, event, since: since.id, release: release.id, changes }
  }
}

async function pageOf(answer: Answer): Promise<FeedPage> {
  const { service, dataset, query, origin, lang, format } = answer
  const { asked, release, pinned, restricting } = query
  const { entries, next } = await readEntries(service, dataset, query)
  const book = await service.labels.of(release)
  const question = describeQuestion(dataset, { conditions: query.conditions }, book, lang)
  const pin: Parameter[] = pinned ? [['release', release.id]] : []
  const at = (place: FeedQuery['place']): Parameter[] =>
    place
      ? [
          [
            'cursor',
            writeCursor({
              release: release.id,
              query: fingerprintOf(dataset, query),
              key: [place.release, place.id],
              backwards: false
            })
          ]
        ]
      : []
  const to = (place: FeedQuery['place']) =>
    addressOf(service, origin, `${dataset.name}${format.suffix}`, [...asked, ...pin, ...at(place)])
  const rows = addressOf(service, origin, dataset.name, [...restricting, ...pin])
  return {
    title: typeset(SPEECH[lang].say(TITLE, { question }), lang),
    description: SPEECH[lang].say(ABOUT),
    lang,
    self: to(query.place),
    next: next && to(next),
    home: queryPage(origin, rows),
    author: service.attribution,
    license: service.license,
    updated: release.published_at,
    items: await Promise.all(entries.map(entry => itemOf(answer, entry)))
  }
}

function answerFeed(
  service: Service,
  dataset: Dataset,
  format: FeedFormat,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const query = readFeedQuery(dataset, readParameters(request.raw.url ?? ''), service.releases)
  const { asked, release, pinned, place } = query
  const lang = languageOf(query.lang, request.headers['accept-language'])
  const origin = originOf(request, service.publicUrl)
  // A release that is withdrawn later leaves the feed, so that no answer is for ever.
  const published = service.releases.all().filter(({ status, seq }) => status === 'published' && seq <= release.seq)
  const representation = {
    type: format.contentType,
    key: [
      ...[service.build, origin, published.map(({ id }) => id).join(), dataset.name, format.suffix],
      ...[JSON.stringify([asked, place]), String(pinned)]
    ],
    lifetime: 'moving' as const,
    modified: release.published_at,
    release: release.id,
    lang,
    vary: languageVary(query.lang)
  }
  return respond(request, reply, representation, async () => {
    const page = await pageOf({ service, dataset, query, origin, lang, format })
    reply.header('link', linkHeader(service, origin, { next: page.next ?? null }))
    return format.write(page)
  })
}

/** Registers a feed of each form for every list; what they answer is described with the exports of the list. */
export function serveFeeds(app: FastifyInstance, service: Service): void {
  for (const dataset of service.datasets)
    for (const format of FEED_FORMATS)
      app.get(`${service.prefix}/${dataset.name}${format.suffix}`, (request, reply) =>
        answerFeed(service, dataset, format, request, reply)
      )
}
