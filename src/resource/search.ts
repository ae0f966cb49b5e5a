/** Full-text search: words of several languages, without regard to accents and case (PostgreSQL text search). */
import { type SQL, sql } from 'drizzle-orm'
import type { Field } from './field.ts'
import type { SortKey } from './sort.ts'

/** What a dataset searches. */
export type Search = {
  /** Its words, as a tsvector. */
  vector: SQL
  /** The columns they come from. */
  columns: readonly string[]
}

/** Longest text of `q`. */
export const MOST_CHARACTERS = 200

const WEIGHTS = ['A', 'B', 'C', 'D'] as const
const LANGUAGE = /_(en|fr)$/

/** How the text of a column is read: by the language its name tells, or by all where the sources write in many. */
const configurationsOf = (column: string): readonly string[] => {
  const language = LANGUAGE.exec(column)?.[1]
  return language ? [`search_${language}`] : ['search_en', 'search_fr', 'search_es']
}

const words = (column: string, { kind, value }: Field): SQL => {
  const text = kind === 'list' ? sql`array_to_string(${value}, ' ')` : value
  return sql`search_words(${LANGUAGE.exec(column)?.[1] ?? null}::text, ${text})`
}

/** Searches these columns, the words of each further list weighing less; they are read when somebody asks. */
export function searchIn(fields: Readonly<Record<string, Field>>, ...columns: readonly (readonly string[])[]): Search {
  const weighted = columns.flatMap((names, at) =>
    names.map(name => sql`setweight(${words(name, fields[name] as Field)}, ${sql.raw(`'${WEIGHTS[at]}'`)})`)
  )
  return { vector: sql`(${sql.join(weighted, sql` || `)})`, columns: columns.flat() }
}

export type Term = { text: string; negated: boolean; prefix: boolean }

/** Words, "phrases in quotes" and -words; the last word may be the beginning of one, as while it is typed. */
export function readTerms(text: string): Term[] {
  const terms: Term[] = []
  for (const [, minus, phrase, word] of text.matchAll(/(-)?(?:"([^"]*)"?|([^\s"]+))/gu)) {
    const content = (phrase ?? word ?? '').trim()
    if (!/[\p{L}\p{N}]/u.test(content)) continue
    terms.push({ text: content, negated: minus === '-', prefix: false })
    const last = terms.at(-1) as Term
    last.prefix = word !== undefined && !last.negated
  }
  return terms.map((term, index) => ({ ...term, prefix: term.prefix && index === terms.length - 1 }))
}

/** What is wrong with the terms, if anything. */
export const faultOf = (text: string): string | undefined => {
  if (text.length > MOST_CHARACTERS) return `has ${text.length} characters; at most ${MOST_CHARACTERS} are read`
  const terms = readTerms(text)
  if (terms.length === 0) return 'holds no word to search for'
  if (terms.every(({ negated }) => negated)) return 'only says what must not occur; name a word that must'
  return undefined
}

const termQuery = ({ text, negated, prefix }: Term): SQL =>
  sql`${sql.raw(negated ? '!!' : '')}search_term(${text}::text, ${sql.raw(String(prefix))})`

/** All terms as a tsquery. */
export const queryOf = (text: string): SQL => sql`(${sql.join(readTerms(text).map(termQuery), sql` && `)})`

/** The order of a search unless another is asked for: best match first. */
export const byRelevance = ({ vector }: Search, text: string): SortKey => ({
  column: 'relevance',
  descending: true,
  field: {
    kind: 'number',
    // Rounded, so that a cursor compares exactly what it has written down.
    value: sql`round(ts_rank(${vector}, ${queryOf(text)})::numeric, 6)`,
    nullable: false,
    schema: { type: 'number' },
    label: ['Relevance', 'Pertinence'],
    meaning: ['How well the row matches the search.', 'Degré de correspondance avec la recherche.']
  }
})

/** Marks of a match inside a snippet; no text of ours holds these characters. */
const MATCH = { start: '\u0002', end: '\u0003' }
const SNIPPET = `StartSel=${MATCH.start}, StopSel=${MATCH.end}, MaxFragments=2, MaxWords=25, MinWords=10, FragmentDelimiter=" … "`

/** Parts of every searched column as JSON, matches between marks; null where the column is empty. */
export function selectSnippets(fields: Readonly<Record<string, Field>>, { columns }: Search, text: string): SQL {
  const positive = readTerms(text).filter(({ negated }) => !negated)
  const query = sql.join(positive.map(termQuery), sql` || `)
  const entries = columns.map(column => {
    const { kind, value } = fields[column] as Field
    const content = kind === 'list' ? sql`array_to_string(${value}, ' · ')` : value
    const tries = configurationsOf(column).map(
      name => sql`ts_headline(${sql.raw(`'${name}'`)}, ${content}, ${query}, ${SNIPPET}::text)`
    )
    return sql`json_build_array(${column}::text, ${sql.join(tries, sql`, `)})`
  })
  return sql`json_build_array(${sql.join(entries, sql`, `)})::text`
}

export type Snippet = { field: string; snippet: string }

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** The columns in which something matches: HTML in which nothing but <mark> is markup. */
export const readSnippets = (json: string): Snippet[] =>
  (JSON.parse(json) as [string, ...(string | null)[]][]).flatMap(([field, ...tries]) => {
    const found = tries.find(text => text?.includes(MATCH.start))
    if (!found) return []
    const escaped = found.replace(/[&<>"']/g, character => ESCAPES[character] as string)
    return [{ field, snippet: escaped.replaceAll(MATCH.start, '<mark>').replaceAll(MATCH.end, '</mark>') }]
  })
