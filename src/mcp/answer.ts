/** What every tool answers: few rows, what they are of, where all of them are, and how they are cited. */

export type Row = Readonly<Record<string, unknown>>

export type Answer = {
  /** What was asked and found, in a sentence. */
  summary: string
  data: readonly Row[]
  /** Exact number of all that match; null where the answer is one thing. */
  total: number | null
  /** The release that answers. */
  release: string
  /** What has to be known to read the numbers: coverage, comparability, hints. */
  notes: readonly string[]
  /** Columns that exist and are not here. */
  columnsLeftOut?: readonly string[]
  /** The same from the API. */
  url: string
  /** Where everything is that the answer has no place for; else at `url`. */
  all?: string
  /** The same bytes for ever; null where the answer is about the newest release. */
  permalink: string | null
  /** How the answer is cited (APA); null where there is nothing to cite. */
  citation: string | null
}

/** Bytes of the JSON of an answer, about: a model reads all of it. */
const MOST_BYTES = 12_000
const LONGEST_TEXT = 400
const SHORTEST_TEXT = 80

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

type Cut = { rows: Row[]; isCut: boolean }

const withTexts = (rows: readonly Row[], most: number): Cut => {
  let isCut = false
  const shorten = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shorten)
    if (typeof value !== 'string' || value.length <= most) return value
    isCut = true
    return `${value.slice(0, most - 1).trimEnd()}…`
  }
  const cut = rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, shorten(value)])))
  return { rows: cut, isCut }
}

/** As much as fits: first texts are shortened, then rows left out, and both are said. */
export function bounded(answer: Answer): Record<string, unknown> {
  const { data, total, url, all = url, columnsLeftOut = [], ...rest } = answer
  const longer = withTexts(data, LONGEST_TEXT)
  const { rows, isCut } = sizeOf(longer.rows) <= MOST_BYTES ? longer : withTexts(data, SHORTEST_TEXT)
  let shown = rows.length
  let bytes = rows.reduce((sum, row) => sum + sizeOf(row) + 1, 0)
  while (bytes > MOST_BYTES && shown > 1) bytes -= sizeOf(rows[--shown]) + 1
  const missing = (total ?? data.length) - shown
  const isWhole = missing <= 0 && !isCut && columnsLeftOut.length === 0
  return {
    ...rest,
    data: rows.slice(0, shown),
    total,
    url,
    left_out: isWhole ? null : { rows: Math.max(0, missing), texts_shortened: isCut, columns: [...columnsLeftOut], all }
  }
}

const text = (description: string) => ({ type: 'string', description })
/** Null or else this: each alternative of one type, since some models take no list of types. */
const maybe = (description: string, schema: object) => ({ anyOf: [schema, { type: 'null' }], description })

/** The JSON Schema of every answer; `row` says what one row is. */
export const answerSchema = (row: string) => ({
  type: 'object',
  additionalProperties: false,
  required: ['summary', 'data', 'total', 'release', 'notes', 'url', 'permalink', 'citation', 'left_out'],
  properties: {
    summary: text('What was asked and found, in a sentence.'),
    data: { type: 'array', description: `${row} Null means that no source says.`, items: { type: 'object' } },
    total: maybe('Exact number of all that match; null where the answer is one thing.', { type: 'integer' }),
    release: text('The release that answers.'),
    notes: {
      type: 'array',
      items: { type: 'string' },
      description: 'What has to be known to read the numbers, such as whether all commitments are here or a selection.'
    },
    url: text('The same from the API.'),
    permalink: maybe('The same pinned to its release: give it to the reader as the source.', { type: 'string' }),
    citation: maybe('How it is cited (APA).', { type: 'string' }),
    left_out: maybe('What is missing here, and where all of it is; null where nothing is.', {
      type: 'object',
      additionalProperties: false,
      required: ['rows', 'texts_shortened', 'columns', 'all'],
      properties: {
        rows: { type: 'integer', description: 'Rows that match and are not here.' },
        texts_shortened: { type: 'boolean', description: 'Whether texts end in … before their end.' },
        columns: { type: 'array', items: { type: 'string' }, description: 'Columns to ask for by `fields`.' },
        all: text('The address of all rows.')
      }
    })
  }
})
