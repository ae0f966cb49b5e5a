/** What the OpenAPI document says of citations and descriptions. */

import { SHOWN_ROWS } from '../../src/cite/description.ts'
import { SNIPPETS } from '../../src/cite/snippets.ts'
import { STYLES } from '../../src/cite/styles/styles.ts'
import { AGGREGATE_FORMATS } from '../../src/engine/format/formats.ts'
import { formatLink } from '../../src/engine/links.ts'
import { LANGS } from '../../src/i18n/words.ts'
import { langParameter, query } from '../datasets/parameters.ts'
import { ANY_TEXT, anyValue, extentSchema, hintsSchema, LINKS, metaSchema, notesSchema } from '../datasets/schemas.ts'
import { problemResponses, responseHeaders } from '../responses.ts'
import { address, line, object, type Schema } from '../schema.ts'

const OWN_ADDRESS = '^(/|https?://).+$'
const LONG = 40_000

const text = (description: string, maxLength = LONG): Schema => ({ ...line(description, maxLength), pattern: ANY_TEXT })

/** An address of this service, as a parameter. */
export const urlParameter = (what: string): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength: 8000,
  pattern: OWN_ADDRESS,
  description: `${what}, absolute or from its path on, percent-encoded (\`&\` is \`%26\`). It is read, never fetched; an address of another host is refused.`
})

const description = (): Schema =>
  object('QueryDescription', 'A query, explained.', {
    sentence: text('The query in words, in the language of the answer.'),
    rows: {
      type: 'integer',
      format: 'int32',
      minimum: 0,
      maximum: 2147483647,
      description: 'Exact number of rows that match.'
    },
    first_rows: {
      type: 'array',
      minItems: 0,
      maxItems: SHOWN_ROWS,
      description: `The first rows, at most ${SHOWN_ROWS}.`,
      items: {
        type: 'object',
        description: 'One row.',
        maxProperties: 400,
        additionalProperties: anyValue('The value of the column of that name.')
      }
    },
    snippets: object(
      'QuerySnippets',
      'Code that gets the rows; each runs as it stands.',
      Object.fromEntries(SNIPPETS.map(({ name, title }) => [name, text(`${title}.`)]))
    ),
    citations: object(
      'QueryCitations',
      'The query pinned to its release, cited.',
      Object.fromEntries(STYLES.map(({ name, title }) => [name, text(`${title}.`)]))
    )
  })

/** The item of a bibliography; none of its names is ours. */
const cslItem = (): Schema =>
  object(
    'CslItem',
    'A data set as an item of CSL-JSON 1.0.2.',
    {
      id: text('Names it in a bibliography.', 300),
      type: { type: 'string', enum: ['dataset'], description: 'What it is.' },
      title: text('What it is called.'),
      author: {
        type: 'array',
        minItems: 1,
        maxItems: 1,
        description: 'Whose data these are.',
        items: object('CslName', 'An organisation.', { literal: text('Its name.', 300) })
      },
      issued: {
        type: 'object',
        description: 'The day the release speaks of, as `date-parts`: year, month and day.',
        maxProperties: 1,
        additionalProperties: true
      },
      version: text('The id of the release.', 60),
      publisher: text('Who brought it out; not said of the whole.', 300),
      URL: address('The same bytes for ever.'),
      language: { type: 'string', enum: [...LANGS], description: 'The language of its title.' },
      note: text('Its licence, and whether it is whole or a selection.', 4000)
    },
    ['publisher']
  )

const describedSchema = (): Schema =>
  object('DescribedQuery', 'What there is to know of a query.', {
    data: description(),
    meta: metaSchema('DescriptionMeta', {}, { extent: extentSchema, notes: notesSchema, hints: hintsSchema }),
    links: object(
      'DescriptionLinks',
      'Where to go from here; absolute addresses.',
      {
        self: address('This description.'),
        asked: address('The address that is explained, in canonical form.'),
        permalink: address('The same pinned to this release: the same bytes for ever.'),
        query: LINKS.query,
        cite: address('Its citation; `style` chooses one.'),
        ...Object.fromEntries(
          AGGREGATE_FORMATS.map(({ name, title, copy }) => [
            formatLink(name),
            address(copy?.layout ? `The groups as ${title}; absent where there is none.` : `The rows as ${title}.`)
          ])
        )
      },
      AGGREGATE_FORMATS.filter(({ copy }) => copy?.layout).map(({ name }) => formatLink(name))
    )
  })

const problems = problemResponses('item')

/** By the names that routes give. */
export const citeOperations: Record<string, () => Schema> = {
  cite: () => ({
    operationId: 'cite',
    summary: 'Citation of a dataset, a row, a query or a release',
    description:
      'How to cite what an address holds: author, title, release and its day, and the permalink. In French or English where words occur. It names no day of access, since what it leads to never changes and the bytes of an answer depend on no clock.',
    tags: ['service'],
    querystring: {
      ...query({
        url: urlParameter('The address to cite: a list, an aggregate, a row or a release of this service'),
        style: {
          type: 'string',
          enum: STYLES.map(({ name }) => name),
          description: 'The style; else what the `Accept` header likes best, else APA.'
        },
        lang: langParameter
      }),
      required: ['url']
    },
    response: {
      200: {
        description: 'The citation.',
        headers: responseHeaders(['list', 'language', 'citation']),
        content: Object.fromEntries(
          STYLES.map(({ name, mediaType, title }) => [
            mediaType,
            { schema: name === 'csl' ? cslItem() : text(`${title}.`) }
          ])
        )
      },
      ...problems
    }
  }),
  describeQuery: () => ({
    operationId: 'describeQuery',
    summary: 'A query in words, in code, and as a citation',
    description: `For any list, aggregate or row of this service: a sentence that says what it asks, how many rows match and the first ${SHOWN_ROWS}, code for common tools, and citations. ${'`links.query`'} is the same as a page for people.`,
    tags: ['service'],
    querystring: {
      ...query({
        url: urlParameter('The address to explain: a list, an aggregate or a row of this service'),
        lang: langParameter
      }),
      required: ['url']
    },
    response: {
      200: {
        description: 'The description.',
        headers: responseHeaders(['list', 'language']),
        content: { 'application/json': { schema: describedSchema() } }
      },
      ...problems
    }
  })
}
