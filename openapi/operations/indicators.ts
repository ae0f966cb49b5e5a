/** What the OpenAPI document says of indicators. */
import type { Dataset } from '../../src/engine/definition/dataset.ts'
import { FORMAT_NAMES } from '../../src/engine/format/formats.ts'
import { INDICATORS } from '../../src/indicators/catalogue/indicators.ts'
import { LISTED_COLUMNS, VALUE_COLUMNS } from '../../src/indicators/columns.ts'
import { DIMENSIONS } from '../../src/indicators/definition.ts'
import { MEASURED, MOST_DIMENSIONS, MOST_VALUES } from '../../src/indicators/question.ts'
import { RESPONSE } from '../components.ts'
import { columnList, commonParameters, query } from '../datasets/parameters.ts'
import {
  ANY_TEXT,
  exportLinks,
  extentSchema,
  LINKS,
  linksSchema,
  metaSchema,
  notesSchema
} from '../datasets/schemas.ts'
import { problemResponses, responseHeaders } from '../responses.ts'
import { address, amount, array, component, line, object, type Schema } from '../schema.ts'
import { contentOf, suffixParameter } from './datasets.ts'

const NAMES = INDICATORS.map(({ name }) => name)
const text = (description: string, maxLength = 4000): Schema => ({ ...line(description, maxLength), pattern: ANY_TEXT })
const nullable = (schema: Schema): Schema => ({ ...schema, type: [schema.type, 'null'] })

const meaningOf = (columns: typeof VALUE_COLUMNS, name: string) =>
  columns.find(([column]) => column === name)?.[1].meaning[0] ?? ''

const listed = Object.fromEntries(
  LISTED_COLUMNS.map(([name, { kind, schema, meaning }]) => {
    const described =
      kind === 'list'
        ? { ...schema, description: meaning[0] }
        : kind === 'code'
          ? { ...schema, description: meaning[0] }
          : text(meaning[0])
    const mayMiss = ['denominator', 'numerator', 'average'].includes(name)
    return [name, mayMiss ? nullable(described) : described]
  })
)

const definition = object('Indicator', 'An indicator: one figure under one name.', listed)

const number = (name: string): Schema => ({
  type: 'number',
  format: 'double',
  description: meaningOf(VALUE_COLUMNS, name)
})

const dimension = (name: string): Schema =>
  name === 'year'
    ? nullable({ type: 'integer', format: 'int32', minimum: 0, maximum: 9999, description: 'The year.' })
    : nullable(text(`The ${name}.`, 200))

const valueRow: Schema = object(
  'IndicatorValue',
  'The value for one group, with what it is of.',
  {
    ...Object.fromEntries(
      DIMENSIONS.flatMap(name => [
        [name, dimension(name)],
        ...(name === 'year'
          ? []
          : [[`${name}_label`, nullable(text('Its label, in the language of the answer.', 500))]])
      ])
    ),
    value: nullable(number('value')),
    n: amount(meaningOf(VALUE_COLUMNS, 'n')),
    denominator: amount(meaningOf(VALUE_COLUMNS, 'denominator')),
    rows: amount(meaningOf(VALUE_COLUMNS, 'rows')),
    coverage: { ...number('coverage'), minimum: 0, maximum: 1 },
    small: { type: 'boolean', description: meaningOf(VALUE_COLUMNS, 'small') }
  },
  DIMENSIONS.flatMap(name => [name, `${name}_label`])
)

const total = amount('Exact number of rows, all of which are here.')

const values = (): Schema =>
  object('IndicatorValues', 'The values of an indicator.', {
    data: { ...array('The values.', valueRow), maxItems: MOST_VALUES },
    meta: metaSchema(
      'IndicatorMeta',
      {
        indicator: definition,
        by: {
          type: 'array',
          minItems: 0,
          maxItems: MOST_DIMENSIONS,
          description: 'What the values are told apart by.',
          items: { type: 'string', enum: [...DIMENSIONS] }
        },
        total
      },
      { extent: extentSchema, notes: notesSchema }
    ),
    links: linksSchema('IndicatorLinks', {
      self: address('These values.'),
      permalink: address('The same of this release: the same bytes for ever.'),
      numerator: { ...address('The rows that count.'), type: ['string', 'null'] },
      denominator: address('The rows that it is of.'),
      ...exportLinks(),
      list: address('All indicators.'),
      docs: LINKS.docs
    })
  })

const list = (): Schema =>
  object('IndicatorList', 'All indicators.', {
    data: array(
      'The indicators.',
      object('ListedIndicator', 'An indicator, and where its values are.', { ...listed, url: address('Its values.') })
    ),
    meta: metaSchema('IndicatorListMeta', { total }),
    links: linksSchema('IndicatorListLinks', { self: address('This list.'), ...exportLinks(), docs: LINKS.docs })
  })

const answer = (description: string, json: Schema) => ({
  description,
  headers: responseHeaders(['list', 'export', 'language']),
  content: contentOf(json)
})

const listOperation = (more: Schema): Schema => {
  const { lang, format, dialect } = commonParameters({ fields: {}, filters: {}, name: '' } as unknown as Dataset)
  return {
    description: 'Every indicator with what it counts, of what, in which unit, and when its values may be compared.',
    tags: ['indicators'],
    [RESPONSE]: 'indicators',
    querystring: query({ lang, format, dialect }),
    response: { 200: answer('The indicators.', list()), ...problemResponses('data') },
    ...more
  }
}

/** By the names that routes give. */
export const indicatorOperations: Record<string, (subject: never) => Schema> = {
  listIndicators: () => listOperation({ operationId: 'listIndicators', summary: 'List indicators' }),
  exportIndicators: () =>
    listOperation({
      operationId: 'exportIndicators',
      summary: 'Download the list of indicators',
      params: { type: 'object', properties: suffixParameter }
    }),
  getIndicator: (datasets: readonly Dataset[]) => {
    const { labels, lang, release, format, dialect } = commonParameters(datasets[0] as Dataset)
    return {
      operationId: 'getIndicator',
      summary: 'Values of an indicator',
      description:
        'One figure under one name, so that it has one truth: as tidy rows with value, n, denominator and coverage. It equals the counts of `/aggregate` with the filters that its definition names.',
      tags: ['indicators'],
      params: {
        type: 'object',
        properties: {
          name: component('indicators.name', {
            type: 'string',
            minLength: 1,
            maxLength: 130,
            pattern: `^(${NAMES.join('|')})(\\.(${FORMAT_NAMES.join('|')}))?$`,
            description: 'The name of the indicator; with a suffix, in that format.'
          })
        }
      },
      querystring: query({
        by: component('indicators.by', {
          type: 'string',
          minLength: 1,
          maxLength: 100,
          pattern: columnList([...DIMENSIONS], '', MOST_DIMENSIONS),
          description: `What to tell the values apart by, joined by commas, up to ${MOST_DIMENSIONS} of those that the indicator has; one value for all unless given.`
        }),
        latest: component('indicators.latest', {
          type: 'integer',
          format: 'int32',
          minimum: 1,
          maximum: 50,
          description: 'With `by=…,year`: only so many of the newest years of each group in which there is a value.'
        }),
        filter: component('indicators.filter', {
          type: 'object',
          maxProperties: 100,
          additionalProperties: { type: 'string', minLength: 1, maxLength: 4000, pattern: ANY_TEXT },
          description:
            'Any filters of the indicator’s dataset but those that it sets itself, each as a parameter of its own, such as `country=CL`.'
        }),
        sort: component('indicators.sort', {
          type: 'string',
          minLength: 1,
          maxLength: 200,
          pattern: columnList([...DIMENSIONS, ...MEASURED], '-?'),
          description: 'Columns to sort by, joined by commas; `-` in front: descending. Missing values come last.'
        }),
        limit: component('indicators.limit', {
          type: 'integer',
          format: 'int32',
          minimum: 1,
          maximum: MOST_VALUES,
          description: 'Only so many values.'
        }),
        labels,
        lang,
        release,
        format,
        dialect
      }),
      response: { 200: answer('The values.', values()), ...problemResponses('item') }
    }
  }
}
