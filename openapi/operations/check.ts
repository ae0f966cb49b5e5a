/** What the OpenAPI document says of the check of a figure. */
import { OPERATIONS } from '../../src/changes/compare.ts'
import { PRINTED_PATTERN, VERDICTS } from '../../src/check/verdict.ts'
import { langParameter, query, releaseParameter } from '../datasets/parameters.ts'
import { ANY_TEXT, LINKS, linksSchema, metaSchema } from '../datasets/schemas.ts'
import { PAGE, problemResponses, responseHeaders } from '../responses.ts'
import { address, amount, component, line, object, type Schema } from '../schema.ts'
import { urlParameter } from './cite.ts'

const text = (description: string): Schema => ({ ...line(description, 40_000), pattern: ANY_TEXT })
const figure = (description: string): Schema => ({ type: ['number', 'null'], format: 'double', description })

const moment = object('CheckedFigure', 'The figure in one release.', {
  release: { ...line('The release.', 60), pattern: '^[A-Za-z0-9_-]+$' },
  date: { ...line('The day it speaks of.', 10), format: 'date' },
  value: figure('The figure; null where the release has none.'),
  url: address('The address pinned to the release.')
})

const checked = (): Schema =>
  object('Check', 'A figure then and now.', {
    data: object('CheckResult', 'What became of the figure.', {
      sentence: text('What the address asks, in words.'),
      column: {
        type: ['string', 'null'],
        maxLength: 200,
        pattern: ANY_TEXT,
        description: 'The column that is the figure; null where it is the number of rows.'
      },
      value: figure('The figure that was printed, a percentage as a share; null where none was given.'),
      before: moment,
      now: moment,
      verdict: {
        type: 'string',
        enum: [...VERDICTS],
        description:
          '`holds`: right then and now; `changed`: right then, not now; `came_true`: right now, not then; `differs`: right in neither. Without `value`: `same` or `moved`.'
      },
      text: text('The verdict in a sentence.'),
      badge: text('The verdict in a few words.'),
      rows: {
        type: ['object', 'null'],
        description: 'Records behind the figure that came, changed or went; null where it is of one row.',
        additionalProperties: false,
        required: [...OPERATIONS],
        properties: Object.fromEntries(OPERATIONS.map(name => [name, amount(`Records with \`${name}\`.`)]))
      },
      citation: text('The newest figure, cited (APA).')
    }),
    meta: metaSchema('CheckMeta'),
    links: linksSchema('CheckLinks', {
      self: address('This check.'),
      svg: address('The verdict as a badge.'),
      changes: { ...address('What changed in its rows.'), type: ['string', 'null'] },
      docs: LINKS.docs
    })
  })

const parameters = () => ({
  ...query({
    url: component(
      'check.url',
      urlParameter(
        'The address that the figure came from: a list, whose figure is how many rows match, an aggregate or an indicator of one row, or a row'
      )
    ),
    value: component('check.value', {
      type: 'string',
      minLength: 1,
      maxLength: 40,
      pattern: PRINTED_PATTERN,
      description: 'The figure as it was printed: `42`, `0.31`, `31%`. It is compared as precisely as it is written.'
    }),
    column: component('check.column', {
      type: 'string',
      minLength: 1,
      maxLength: 200,
      pattern: '^[A-Za-z][A-Za-z0-9_-]*$',
      description: 'Which number of the one row is meant; of an aggregate the first measure unless given.'
    }),
    release: releaseParameter,
    lang: langParameter
  })
})

const operation = (
  operationId: string,
  summary: string,
  description: string,
  content: Schema,
  more: Schema = {}
): Schema => ({
  operationId,
  summary,
  description,
  tags: ['service'],
  querystring: parameters(),
  response: {
    200: { description: `${summary}.`, headers: responseHeaders(['list', 'language']), content },
    ...problemResponses('item')
  },
  ...more
})

/** By the names that routes give. */
export const checkOperations: Record<string, () => Schema> = {
  check: () =>
    operation(
      'checkFigure',
      'Whether a figure still holds',
      'A printed figure in the release of then (`release`, else that of the address, else the one before the newest) and in the newest: a verdict, the records that came, changed or went, and a citation. Without `url` it is a page with a form for people, and a 400 for programs.',
      { 'application/json': { schema: checked() }, 'text/html': { schema: PAGE } }
    ),
  checkBadge: () =>
    operation(
      'checkBadge',
      'A badge that says whether a figure still holds',
      'The verdict as a small picture, to stand beside a figure on your page.',
      {
        'image/svg+xml': {
          schema: { type: 'string', maxLength: 20_000, pattern: '^<svg', description: 'The picture.' }
        }
      },
      {
        params: {
          type: 'object',
          properties: { suffix: { type: 'string', enum: ['.svg'], description: 'The format.' } }
        }
      }
    )
}
