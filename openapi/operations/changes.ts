/** What the OpenAPI document says of changes and histories. */

import { OPERATIONS } from '../../src/changes/compare.ts'
import type { Dataset } from '../../src/engine/definition/dataset.ts'
import { MAX_LIMIT } from '../../src/engine/request/parameters.ts'
import { RESPONSE } from '../components.ts'
import { commonParameters, query } from '../datasets/parameters.ts'
import {
  ANY_TEXT,
  address,
  anyValue,
  exportLinks,
  LINKS,
  linksSchema,
  metaSchema,
  pascal
} from '../datasets/schemas.ts'
import { PAGE, problemResponses, responseHeaders } from '../responses.ts'
import { component, type Schema } from '../schema.ts'
import { anyOfNames, contentOf, suffixParameter } from './datasets.ts'

const SLUG = '^[A-Za-z0-9_-]+$'
const RECORDS = 1_000_000

const value = (description: string): Schema => ({
  ...anyValue(`${description} In JSON with its type; in CSV as in an export, whole records as JSON.`),
  type: ['string', 'number', 'boolean', 'array', 'object', 'null'],
  maxProperties: 200
})

const changeProperties: Schema = {
  dataset: { type: 'string', maxLength: 60, pattern: '^[a-z0-9-]+$', description: 'The dataset of the record.' },
  id: { type: 'string', maxLength: 200, pattern: SLUG, description: 'The record.' },
  operation: {
    type: 'string',
    enum: [...OPERATIONS],
    description: '`insert`: `new` is the record; `update`: one row per changed column; `delete`: `old` is the record.'
  },
  field: {
    type: ['string', 'null'],
    maxLength: 60,
    pattern: '^[a-z0-9_]+$',
    description: 'The column of an update; null where the whole record came or went.'
  },
  old: value('What was.'),
  new: value('What is.')
}

const historyProperties: Schema = {
  release: { type: 'string', maxLength: 60, pattern: SLUG, description: 'The release that brought the change.' },
  date: { type: 'string', format: 'date', maxLength: 10, description: 'The day that release speaks of.' },
  ...changeProperties
}

const strict = (title: string, description: string, properties: Schema): Schema => ({
  type: 'object',
  title,
  description,
  additionalProperties: false,
  required: Object.keys(properties),
  properties
})

const total = {
  type: 'integer',
  format: 'int32',
  minimum: 0,
  maximum: 2147483647,
  description: 'Exact number of rows.'
}
const release = (description: string): Schema => ({ type: 'string', maxLength: 60, pattern: SLUG, description })
const listOf = (title: string, row: Schema, maxItems: number, meta: Schema, links: Schema): Schema =>
  strict(title, 'Changes, in order.', {
    data: { type: 'array', minItems: 0, maxItems, items: row, description: 'The changes.' },
    meta,
    links
  })

const changeList = (): Schema =>
  listOf(
    'ChangeList',
    strict('Change', 'One change: a record that came or went, or a column of one that stayed.', changeProperties),
    MAX_LIMIT,
    metaSchema('ChangesMeta', {
      since: release('The release the changes lead from.'),
      total,
      returned: { ...total, maximum: MAX_LIMIT, description: 'Number of rows in this page.' }
    }),
    linksSchema('ChangesLinks', {
      self: address('This page.'),
      first: address('The first page.'),
      next: address('The page behind; null on the last.', true),
      permalink: address('The same changes up to this release: the same bytes for ever.'),
      ...exportLinks(),
      docs: LINKS.docs
    })
  )

const historyList = (): Schema =>
  listOf(
    'History',
    strict('HistoricChange', 'One change, and the release that brought it.', historyProperties),
    RECORDS,
    metaSchema('HistoryMeta', {
      id: release('The record.'),
      total,
      returned: { ...total, description: 'The same number: a history is whole.' }
    }),
    linksSchema('HistoryLinks', {
      self: address('This history.'),
      item: address('The record as it is.'),
      ...exportLinks(),
      docs: LINKS.docs
    })
  )

const changesQuery = (datasets: readonly Dataset[]): Schema => {
  const { limit, cursor, lang, release: pin, format, dialect } = commonParameters(datasets[0] as Dataset)
  return query({
    since: component('changes.since', {
      ...release('The release you have; the changes lead from it to the newest, or to `release`.'),
      minLength: 1
    }),
    dataset: component(
      'changes.dataset',
      anyOfNames(
        datasets.map(({ name }) => name),
        'Only changes of these datasets, joined by commas.'
      )
    ),
    operation: component('changes.operation', anyOfNames(OPERATIONS, 'Only these operations, joined by commas.')),
    fields: component('changes.fields', {
      type: 'string',
      minLength: 1,
      maxLength: 4000,
      pattern: '^[a-z][a-z0-9_]*(,[a-z][a-z0-9_]*)*$',
      description: 'Only changes of these columns of the one dataset that `dataset` names, joined by commas.'
    }),
    filter: component('changes.filter', {
      type: 'object',
      maxProperties: 100,
      additionalProperties: { type: 'string', minLength: 1, maxLength: 4000, pattern: ANY_TEXT },
      description:
        'Any filters of the one dataset that `dataset` names, each as a parameter of its own, such as `country=CL`: the changes of the rows that match. A row that comes to match is an `insert`, one that no longer does a `delete`.'
    }),
    limit,
    cursor,
    lang,
    release: pin,
    format,
    dialect
  })
}

const changesDescription =
  'What differs between two releases: applied to a dump of `since`, the rows give the dump of the newest release (or of `release`) exactly.'

const changesOperation = (datasets: readonly Dataset[], more: Schema): Schema => ({
  tags: ['service'],
  [RESPONSE]: 'changes',
  querystring: { ...changesQuery(datasets), required: ['since'] },
  response: {
    200: {
      description: 'Changes.',
      headers: responseHeaders(['list', 'export', 'language']),
      content: { ...contentOf(changeList()), 'text/html': { schema: PAGE } }
    },
    ...problemResponses('data')
  },
  ...more
})

const historyOperation = (dataset: Dataset, more: { params?: Schema } & Schema): Schema => {
  const { lang, release: pin, format, dialect } = commonParameters(dataset)
  return {
    tags: [dataset.name],
    [RESPONSE]: 'history',
    description: 'Every release in which the record came, changed or went, the oldest first.',
    querystring: query({ lang, release: pin, format, dialect }),
    response: {
      200: {
        description: 'The history, with old and new value of each column.',
        headers: responseHeaders(['list', 'export', 'language']),
        content: contentOf(historyList())
      },
      301: { description: 'The id is spelt otherwise.', headers: responseHeaders(['redirect']), type: 'null' },
      ...problemResponses('item')
    },
    ...more,
    params: {
      type: 'object',
      properties: {
        id: component('history.id', {
          type: 'string',
          minLength: 1,
          maxLength: 130,
          pattern: SLUG,
          description: 'The `id` of the row.'
        }),
        ...more.params
      }
    }
  }
}

/** By the names that routes give. */
export const changeOperations: Record<string, (subject: never) => Schema> = {
  changes: (datasets: readonly Dataset[]) =>
    changesOperation(datasets, {
      operationId: 'listChanges',
      summary: 'Changes between releases',
      description: changesDescription
    }),
  exportChanges: (datasets: readonly Dataset[]) =>
    changesOperation(datasets, {
      operationId: 'exportChanges',
      summary: 'Download changes between releases',
      description: changesDescription,
      params: { type: 'object', properties: suffixParameter }
    }),
  history: (dataset: Dataset) =>
    historyOperation(dataset, {
      operationId: `history${dataset.typeName}`,
      summary: `History of ${dataset.row[0]}`
    }),
  exportHistory: (dataset: Dataset) =>
    historyOperation(dataset, {
      operationId: `exportHistory${pascal(dataset.name)}`,
      summary: `Download the history of ${dataset.row[0]}`,
      params: suffixParameter
    })
}
