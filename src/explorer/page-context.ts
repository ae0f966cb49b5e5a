/** One visit: who asks for what, in which language, of which release. */

import { type Parameter, writeParameters } from '../http/query-string.ts'
import { SPEECH, type Speech } from '../i18n/speech.ts'
import type { Lang, Words } from '../i18n/words.ts'
import type { Answer, Ask, Row } from './api.ts'
import { ApiProblem } from './api.ts'

export const ROOT = '/explorer'
/** Colours of a page: as the reader's device has them, or as a page around it wants them. */
export const SCHEMES = ['auto', 'light', 'dark'] as const

export type Release = { id: string; title: string; date: string; status: string; current: boolean }
export type Asked = ReadonlyMap<string, string>

/** Something that was found, and why. */
export type Hit = {
  title: string
  description: string | null
  matched: string[]
  highlight: { snippet: string }[]
  page: string
}
export type Found = Answer<Hit[]>

export type PageContext = Speech & {
  /** Path below the language, such as countries/CL. */
  path: string
  asked: Asked
  /** Scheme and host that the visitor sees. */
  origin: string
  releases: readonly Release[]
  release: Release
  /** The release that the address names; empty while it follows the current one. */
  pin: readonly Parameter[]
  /** Whether the view is to stand in a frame of another site. */
  embed: boolean
  scheme: (typeof SCHEMES)[number]
  /** What was learnt on the way of how whole the data are that are shown; without words of it where they are whole. */
  extent: Set<string>
  /** Years of plans of which only a selection is here. */
  partialYears: ReadonlySet<number>
  /** The address of a view, in this language and release. */
  to(path: string, parameters?: Iterable<Parameter>): string
  /** An address of the API for people and programs. */
  api(path: string, parameters?: Iterable<Parameter>): string
  /** The same view in another release. */
  at(release: string, path: string): string
  /** With `learn: false` what it says of whole and selection is not of this page. */
  list(dataset: string, parameters?: Iterable<Parameter>, how?: { learn: boolean }): Promise<Answer>
  /** What stands below /v1 and is no dataset, in the reader’s language. */
  service<Data>(name: string, parameters?: Iterable<Parameter>): Promise<Data>
  /** A document of the API that no release changes, such as a data dictionary, in the reader’s language. */
  document<Body>(name: string): Promise<Body>
  /** Counts of a dataset by one or two of its filters. */
  aggregate(dataset: string, parameters: Iterable<Parameter>): Promise<Row[]>
  /** What each release knew of a row, the oldest first. */
  history(dataset: string, id: string): Promise<Row[]>
  /** What rows of a dataset fit the filters, in words, as the API says it of its queries; `all` where there is no filter. */
  sentence(dataset: string, filters: readonly Parameter[], all: Words): Promise<string>
  /** What the API's search of everything finds. */
  search(parameters: Iterable<Parameter>): Promise<Found>
  /** A row by its id, or undefined where the release has none. */
  item(dataset: string, id: string, parameters?: Iterable<Parameter>): Promise<Row | undefined>
}

export const without = (asked: Iterable<Parameter>, ...names: string[]): Parameter[] =>
  [...asked].filter(([name]) => !names.includes(name))

export const pathOf = (lang: Lang, path: string, parameters: Iterable<Parameter> = []): string =>
  `${ROOT}/${lang}${path === '' ? '' : `/${path}`}${writeParameters(parameters)}`

export const schemeOf = (asked: Asked) => SCHEMES.find(name => name === asked.get('scheme')) ?? 'auto'

/** Throws an ApiProblem for values that no page has. */
function checkFrame(asked: Asked): void {
  const faults = Object.entries({ embed: ['1'], scheme: SCHEMES }).flatMap(([parameter, allowed]) => {
    const value = asked.get(parameter)
    if (value === undefined || allowed.some(known => known === value)) return []
    return [{ parameter, detail: `"${value.slice(0, 100)}" is none of ${allowed.join(', ')}.` }]
  })
  const detail = 'The address asks for something that there is not.'
  if (faults.length > 0) throw new ApiProblem(400, { detail, errors: faults }, undefined)
}

/** Rows are read as well to describe a query: as little of them as there can be. */
const FEWEST: Parameter = ['fields', 'id']

type Request = {
  ask: Ask
  lang: Lang
  path: string
  asked: Asked
  origin: string
  /** Whose names of countries and codes titles have: the newest, which are the best, or those of the release. */
  words?: 'newest' | 'of its release'
}

/** Asks for the releases and begins the visit. Throws an ApiProblem where the release is not there. */
export async function openPage({ ask, lang, path, asked, origin, words = 'newest' }: Request): Promise<PageContext> {
  checkFrame(asked)
  const { data: releases } = await ask<Release[]>('/v1/releases')
  const wanted = asked.get('release')
  const release = releases.find(({ id, current }) => (wanted === undefined ? current : id === wanted))
  if (!release) {
    const detail = `"${wanted}" is not a release; there are ${releases.map(({ id }) => id).join(', ')}.`
    throw new ApiProblem(400, { detail, errors: [{ parameter: 'release', detail }] }, undefined)
  }
  const pin: Parameter[] = wanted === undefined ? [] : [['release', wanted]]
  const extent = new Set<string>()
  const partialYears = new Set<number>()
  /** Aggregates have notes of other kinds behind those on their extent, which lists have alone. */
  const learn = <Data>(answer: Answer<Data>): Answer<Data> => {
    for (const note of answer.meta.extent ? (answer.meta.notes ?? []) : []) extent.add(note)
    for (const year of answer.meta.extent?.partial_years ?? []) partialYears.add(year)
    return answer
  }
  const pinned = (parameters: Iterable<Parameter>) => [...without(parameters, 'release'), ...pin]
  const sentences = new Map<string, Promise<string>>()
  const describe = async (url: string) =>
    (
      await ask<{ sentence: string }>('/v1/describe', [
        ['url', url],
        ['lang', lang]
      ])
    ).data.sentence
  /** As it is cited: in the words of its release, without its name. */
  const cite = async (url: string) => {
    const work = await ask('/v1/cite', [
      ['url', url],
      ['style', 'csl'],
      ['lang', lang]
    ])
    return (work as unknown as { title: string }).title
  }
  return {
    ...SPEECH[lang],
    path,
    asked,
    origin,
    releases: releases.filter(({ status }) => status === 'published'),
    release,
    pin,
    embed: asked.get('embed') === '1',
    scheme: schemeOf(asked),
    extent,
    partialYears,
    to: (target, parameters = []) => pathOf(lang, target, pinned(parameters)),
    api: (target, parameters = []) => `${origin}/v1/${target}${writeParameters(pinned(parameters))}`,
    at: (id, target) => pathOf(lang, target, [['release', id]]),
    list: async (dataset, parameters = [], how = { learn: true }) => {
      const answer = await ask(`/v1/${dataset}`, pinned([...parameters, ['lang', lang]]))
      return how.learn ? learn(answer) : answer
    },
    service: async <Data>(name: string, parameters: Iterable<Parameter> = []) =>
      (await ask<Data>(`/v1/${name}`, [...parameters, ['lang', lang]])).data,
    document: async <Body>(name: string) => (await ask(`/v1/${name}`, [['lang', lang]])) as unknown as Body,
    aggregate: async (dataset, parameters) => {
      const labelled: Parameter[] = [...parameters, ['labels', 'true'], ['lang', lang]]
      return (await ask(`/v1/${dataset}/aggregate`, pinned(labelled))).data
    },
    history: async (dataset, id) => (await ask(`/v1/${dataset}/${encodeURIComponent(id)}/history`, pin)).data,
    sentence: (dataset, filters, all) => {
      if (filters.length === 0) return Promise.resolve(SPEECH[lang].say(all))
      const url = (more: readonly Parameter[]) => `/v1/${dataset}${writeParameters([...filters, FEWEST, ...more])}`
      // A title need not name the release; only where a value is gone must it be asked.
      const write = () => (words === 'newest' ? describe(url([])).catch(() => describe(url(pin))) : cite(url(pin)))
      const found = sentences.get(url([])) ?? write()
      sentences.set(url([]), found)
      return found
    },
    search: parameters => ask<Hit[]>('/v1/search', pinned([...parameters, ['lang', lang]])),
    item: (dataset, id, parameters = []) =>
      ask<Row>(`/v1/${dataset}/${encodeURIComponent(id)}`, pinned([...parameters, ['lang', lang]])).then(
        ({ data }) => data,
        error => {
          if (error instanceof ApiProblem && error.status === 404) return undefined
          throw error
        }
      )
  }
}
