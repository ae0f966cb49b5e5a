/** Hits of all types, the best first, as a reader sees them. */

import { addressOf, queryPage } from '../engine/links.ts'
import { type Snippet, selectMatchingWords, snippetsOf } from '../engine/list/highlight.ts'
import type { Service } from '../engine/service.ts'
import type { Parameter } from '../http/query-string.ts'
import { writeParameters } from '../http/query-string.ts'
import { LANGS, type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'
import {
  DEFINITION_TYPES,
  type Definition,
  type DefinitionType,
  type openDefinitions,
  TEXTS,
  textsOf
} from './definitions.ts'
import type { SearchQuery } from './question.ts'
import { askedOf, findRows, type Names } from './rows.ts'
import { scoreByNames, scoreByText } from './score.ts'
import { explorerPage, ROW_TYPES, type Row, type RowType } from './types.ts'

export type Hit = {
  type: string
  id: string
  title: string
  description: string | null
  /** From 0 to 100. */
  score: number
  /** The columns that have the words, or `known_as` for a name that none of them holds. */
  matched: string[]
  highlight: Snippet[]
  url: string
  page: string
}

export type Found = { type: string; label: Words; total: number; hits: Hit[]; asked: Parameter[]; path: string }

export type Place = { service: Service; origin: string; lang: Lang; query: SearchQuery }

const LONGEST_TITLE = 500
const LONGEST_DESCRIPTION = 1000
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

/** What is told of a row wherever it is found. */
export function told({ service, origin, lang, query }: Place, type: RowType, id: string, row: Row) {
  const { name } = type.dataset
  const pin: Parameter[] = query.pinned ? [['release', query.release.id]] : []
  const path = `${name}/${id}`
  const page = type.page?.(row)
  const description = type.description(row, lang)
  return {
    type: name,
    id,
    title: cut(type.title(row, lang), LONGEST_TITLE),
    description: description === undefined ? null : cut(description, LONGEST_DESCRIPTION),
    url: addressOf(service, origin, path, pin),
    page: page
      ? explorerPage(origin, lang, page, pin)
      : `${queryPage(origin, addressOf(service, origin, path, pin))}&lang=${lang}`
  }
}

/** What is told of a definition wherever it is found. */
export function toldDefinition({ service, origin, lang, query }: Place, type: DefinitionType, definition: Definition) {
  const { id, title, description } = definition
  const pin: Parameter[] = query.pinned ? [['release', query.release.id]] : []
  return {
    type: type.name,
    id,
    title: typeset(wordsIn(title, lang), lang),
    description: cut(typeset(wordsIn(description, lang), lang), LONGEST_DESCRIPTION),
    url: `${addressOf(service, origin, type.path(id))}${writeParameters(pin)}`,
    page: type.page(origin, id, lang)
  }
}

async function ofRows(place: Place, names: Names, type: RowType): Promise<Found> {
  const { service, query } = place
  const { total, rows } = await findRows(service, names, type, query.release, query.text, query.limit)
  const hits = rows.map(({ id, row, score, matched, highlight }) => ({
    ...told(place, type, id, row),
    score,
    matched,
    highlight
  }))
  const { name, title } = type.dataset
  return { type: name, label: title, total, hits, asked: askedOf(type, query.text), path: name }
}

async function ofDefinitions(place: Place, find: ReturnType<typeof openDefinitions>): Promise<Found[]> {
  const { service, query } = place
  const wanted = DEFINITION_TYPES.filter(({ name }) => query.types.includes(name))
  if (wanted.length === 0) return []
  const found = await find(query.text, query.release.seq)
  const texts = wanted.flatMap(({ all }) => all.map(textsOf))
  const words = await service.reader.rows<{ word: string }>(
    selectMatchingWords(TEXTS, found.length > 0 ? texts : [], query.text),
    query.release.seq
  )
  const meant = new Set(words.map(({ word }) => word))
  return wanted.map(type => {
    const ours = found.filter(one => one.type === type.name)
    const hits = ours.slice(0, query.limit).flatMap(({ id, relevance }) => {
      const definition = type.all.find(one => one.id === id)
      if (!definition) return []
      const highlight = snippetsOf(TEXTS, textsOf(definition), meant)
      const matched = [...new Set(highlight.map(({ field }) => field))]
      const score = scoreByNames([id, ...definition.title], query.text) ?? scoreByText(relevance)
      return [
        { ...toldDefinition(place, type, definition), score, matched: matched.length > 0 ? matched : ['id'], highlight }
      ]
    })
    const asked: Parameter[] = [
      ['q', query.text],
      ['type', type.name]
    ]
    return { type: type.name, label: type.label, total: ours.length, hits, asked, path: 'search' }
  })
}

/** The hits of each type that was asked for, in the order of types. */
export async function findAll(
  place: Place,
  names: Names,
  definitions: ReturnType<typeof openDefinitions>
): Promise<Found[]> {
  const { query } = place
  const wanted = ROW_TYPES.filter(({ dataset }) => query.types.includes(dataset.name))
  const [rows, defined] = await Promise.all([
    Promise.all(wanted.map(type => ofRows(place, names, type))),
    ofDefinitions(place, definitions)
  ])
  return [...rows, ...defined]
}

/** The best of all types; of those that match alike, the types in their order. */
export const bestOf = <T extends { score: number }>(all: readonly T[], limit: number): T[] =>
  [...all].sort((a, b) => b.score - a.score).slice(0, limit)

/** Names of a definition in both languages. */
export const namesOf = ({ id, title }: Definition): string[] => [id, ...LANGS.map(lang => wordsIn(title, lang))]
