/** What a request for a search asks. */
import { canonicalWords, faultOfWords } from '../engine/definition/search-syntax.ts'
import {
  quote,
  readDialect,
  readFormat,
  readGiven,
  readLang,
  readLimit,
  readRelease,
  readSome,
  refuse
} from '../engine/request/parameters.ts'
import type { Query } from '../engine/respond.ts'
import type { Service } from '../engine/service.ts'
import type { Fault } from '../http/errors/problems.ts'
import type { Parameter } from '../http/query-string.ts'
import { DEFINITION_TYPES } from './definitions.ts'
import { ROW_TYPES } from './types.ts'

/** The names of all types of hits; those of rows are the names of their datasets. */
export const TYPE_NAMES: readonly string[] = [
  ...ROW_TYPES.map(({ dataset }) => dataset.name),
  ...DEFINITION_TYPES.map(({ name }) => name)
]

export const SEARCH_PARAMETERS = ['q', 'type', 'limit', 'lang', 'release', 'format', 'dialect'] as const
export const SUGGEST_PARAMETERS = ['q', 'type', 'limit', 'lang', 'release'] as const

/** Hits in one answer: unless it is said, and at most. */
export const HITS = { usual: 20, most: 100 } as const
export const SUGGESTIONS = { usual: 8, most: 20 } as const
export const MOST_TYPED = 200

export type SearchQuery = Query & {
  text: string
  types: readonly string[]
  limit: number
  /** All that was asked, in canonical form, without format and release. */
  asked: Parameter[]
}

type Kind = { parameters: readonly string[]; bounds: typeof HITS | typeof SUGGESTIONS; isTyped: boolean }
const SEARCHED: Kind = { parameters: SEARCH_PARAMETERS, bounds: HITS, isTyped: false }
const TYPED: Kind = { parameters: SUGGEST_PARAMETERS, bounds: SUGGESTIONS, isTyped: true }

function readWords(text: string | undefined, isTyped: boolean, faults: Fault[]): string {
  if (text === undefined) {
    if (isTyped) return ''
    faults.push({ parameter: 'q', detail: 'Say what to look for, such as q=open data.' })
    return ''
  }
  const tooLong = text.length > MOST_TYPED ? `is longer than ${MOST_TYPED} characters` : undefined
  const reason = isTyped ? tooLong : faultOfWords(text)
  if (reason) faults.push({ parameter: 'q', detail: `${quote(text)} ${reason}.` })
  return canonicalWords(text)
}

function read(
  { parameters: allowed, bounds, isTyped }: Kind,
  parameters: readonly Parameter[],
  { releases }: Service
): SearchQuery {
  const faults: Fault[] = []
  const given = readGiven(parameters, allowed, faults)
  const text = readWords(given.get('q'), isTyped, faults)
  const types = readSome('type', given.get('type'), TYPE_NAMES, faults)
  const limit = readLimit(given.get('limit'), faults, bounds.most)
  const lang = readLang(given.get('lang'), faults)
  const release = readRelease(given.get('release'), releases, faults)
  const format = readFormat(given.get('format'), faults)
  const dialect = readDialect(given.get('dialect'), faults)
  refuse(faults)
  return {
    text,
    types,
    limit: limit ?? bounds.usual,
    release: release ?? releases.current(),
    pinned: release !== undefined,
    lang,
    format,
    dialect,
    asked: [
      ['q', text],
      ...(given.has('type') ? [['type', types.join(',')] as const] : []),
      ...(limit === undefined ? [] : [['limit', String(limit)] as const]),
      ...(lang ? [['lang', lang] as const] : [])
    ]
  }
}

/** Reads a search. Throws one Problem that holds every fault. */
export const readSearch = (parameters: readonly Parameter[], service: Service): SearchQuery =>
  read(SEARCHED, parameters, service)

/** Reads what is being typed, which may be any text. Throws one Problem that holds every fault. */
export const readTyped = (parameters: readonly Parameter[], service: Service): SearchQuery =>
  read(TYPED, parameters, service)
