/**
 * Where the words of a search occur in a row. The database says which words mean what is looked for, since only it knows
 * accents and stems; the text around them is cut and escaped here, the same on every server.
 */
import { type SQL, sql } from 'drizzle-orm'
import { type Html, html } from '../../html/html.ts'
import type { Dataset } from '../definition/dataset.ts'
import type { Field } from '../definition/field.ts'
import { anyWord, splitWords, WORD } from '../definition/search-syntax.ts'

export type Snippet = { field: string; snippet: string }
export type Row = Readonly<Record<string, unknown>>
type Fields = Pick<Dataset, 'fields'>

/** Characters in front of and behind marked words, and between words that one snippet shows. */
const AROUND = 60
const MAX_SPAN = 300
const MAX_OF_A_FIELD = 3
/** Longer than any word; what is longer is not marked. */
const MAX_WORD_LENGTH = 100

const isReadable = ({ kind, schema }: Field): boolean => {
  const { pattern, format, enum: values } = kind === 'list' ? (schema.items ?? schema) : schema
  return (kind === 'text' || kind === 'list') && !pattern && !format && !values
}

/** The texts of a row by their columns; a list is read as its values joined by blanks. */
const textsOf = ({ fields }: Fields, row: Row): [field: string, text: string][] =>
  Object.entries(row).flatMap(([name, value]): [string, string][] => {
    const text = Array.isArray(value) ? value.join(' ') : value
    return typeof text === 'string' && isReadable(fields[name] as Field) ? [[name, text]] : []
  })

/** Which of the words in these rows mean what a search looks for. */
export function selectMatchingWords(dataset: Fields, rows: readonly Row[], search: string): SQL {
  const words = new Set(rows.flatMap(row => textsOf(dataset, row).flatMap(([, text]) => splitWords(text))))
  const short = [...words].filter(word => word.length <= MAX_WORD_LENGTH)
  return sql`select word from unnest(string_to_array(${short.join(' ')}, ' ')) as words(word)
    where search_any(word) @@ ${anyWord(search)}`
}

type Span = { start: number; end: number }

/** Marks that stand close to each other, together. */
function gather(marks: readonly Span[]): Span[][] {
  const groups: Span[][] = []
  for (const mark of marks) {
    const group = groups.at(-1)
    const [first, last] = [group?.[0], group?.at(-1)]
    if (group && first && last && mark.start - last.end <= 2 * AROUND && mark.end - first.start <= MAX_SPAN)
      group.push(mark)
    else groups.push([mark])
  }
  return groups
}

/** Marked words and the text around them, cut between words where there is a blank. */
function show(text: string, marks: readonly Span[]): string {
  const first = marks[0]?.start ?? 0
  const last = marks.at(-1)?.end ?? 0
  const before = text.slice(Math.max(0, first - AROUND), first)
  const after = text.slice(last, last + AROUND)
  const head = first > AROUND ? `…${before.replace(/^\S*\s+(?=\S)/, '')}` : before
  const tail = last + AROUND < text.length ? `${after.replace(/(?<=\S)\s+\S*$/, '')}…` : after
  const shown: (Html | string)[] = [head]
  let at = first
  for (const { start, end } of marks) {
    shown.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  // A cut may go through a pair of surrogates.
  return html`${shown}${tail}`.text
}

/** The snippets of a row: HTML in which everything but `<mark>` is escaped. */
export const snippetsOf = (dataset: Fields, row: Row, meant: ReadonlySet<string>): Snippet[] =>
  textsOf(dataset, row).flatMap(([field, text]) => {
    const marks = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
      splitWords(word).some(part => meant.has(part)) ? [{ start: index, end: index + word.length }] : []
    )
    return gather(marks)
      .slice(0, MAX_OF_A_FIELD)
      .map(group => ({ field, snippet: show(text, group) }))
  })
