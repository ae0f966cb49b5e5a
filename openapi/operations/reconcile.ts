/** What the OpenAPI document says of reconciliation. */

import { MAX_IDS } from '../../src/reconcile/extend.ts'
import { PATH } from '../../src/reconcile/manifest.ts'
import { MAX_PROPOSALS } from '../../src/reconcile/properties.ts'
import { DEFAULT_CANDIDATES, MAX_BODY, MAX_CANDIDATES, MAX_QUERIES } from '../../src/reconcile/queries.ts'
import { MAX_CURSOR, MAX_PREFIX, WIDGET } from '../../src/reconcile/suggest.ts'
import { type EntityType, typeIds } from '../../src/reconcile/types.ts'
import { langParameter, query } from '../datasets/parameters.ts'
import { ANY_TEXT } from '../datasets/schemas.ts'
import { problemResponses, responseHeaders } from '../responses.ts'
import { amount, array, object, type Schema } from '../schema.ts'
import {
  batchSchema,
  entityFields,
  extensionSchema,
  id,
  line,
  manifestSchema,
  propertySchema,
  typeSchema
} from './reconcile-schemas.ts'

const answered = (
  description: string,
  schema: Schema,
  sets: Parameters<typeof responseHeaders>[0] = ['list']
): Schema => ({
  200: { description, headers: responseHeaders(sets), content: { 'application/json': { schema } } },
  ...problemResponses('document')
})

const json = (description: string): Schema => ({
  type: 'string',
  minLength: 2,
  maxLength: MAX_BODY,
  pattern: '^\\s*\\{',
  contentMediaType: 'application/json',
  description
})

const asked = {
  queries: json(
    `JSON: up to ${MAX_QUERIES} queries by names of your choice, each with \`query\` (the text to match), and where wanted \`type\` (${typeIds.join(', ')}; one or an array), \`type_strict\` (any, should, all), \`limit\` (${DEFAULT_CANDIDATES} unless given, at most ${MAX_CANDIDATES}) and \`properties\` (an array of \`pid\`, a column, and \`v\`, what it must hold).`
  ),
  extend: json(
    `JSON: \`ids\` of up to ${MAX_IDS} entities and \`properties\`, an array of objects whose \`id\` is a column.`
  )
}

const operation = (operationId: string, summary: string, description: string, more: Schema): Schema => ({
  operationId,
  summary,
  description,
  tags: [PATH],
  ...more
})

const suggestion = (operationId: string, what: string, item: Schema): Schema =>
  operation(
    operationId,
    `Suggest ${what}`,
    `The ${what} that have a word which begins as \`prefix\`; whole names first.`,
    {
      querystring: query({
        prefix: { ...line('What was typed.', MAX_PREFIX), minLength: 0 },
        cursor: { ...amount('Suggestions to leave out at the beginning.'), maximum: MAX_CURSOR },
        type: { type: 'string', enum: ['', ...typeIds], description: 'Only of this type.' },
        ...Object.fromEntries(
          Object.entries(WIDGET).map(([name, value]) => [
            name,
            {
              type: 'string',
              enum: [value],
              description: 'Sent by the widget of OpenRefine; true of every suggestion.'
            }
          ])
        )
      }),
      response: answered(`Suggested ${what}.`, {
        type: 'object',
        title: `Suggest${what.charAt(0).toUpperCase()}${what.slice(1)}`,
        description: 'Up to 20 suggestions.',
        additionalProperties: false,
        required: ['result'],
        properties: { result: { ...array('The suggestions.', item), maxItems: 20 } }
      })
    }
  )

/** By the names that routes give. */
export const reconcileOperations: Record<string, (types: readonly EntityType[]) => Schema> = {
  reconcile: () =>
    operation(
      'reconcile',
      'Match names, or describe the service',
      'Without parameters the manifest, which is the address to give to OpenRefine; with `queries` candidates for each query; with `extend` values of columns. Long batches are sent by POST.',
      {
        querystring: query(asked),
        response: answered('Manifest, candidates or values.', {
          type: 'object',
          description: 'By what was asked.',
          anyOf: [manifestSchema, batchSchema, extensionSchema]
        })
      }
    ),
  reconcileForm: () =>
    operation(
      'reconcileForm',
      'Match many names',
      'As by GET, with `queries` or `extend` in a form. It asks and writes nothing.',
      {
        // No key is needed: said outright, since linters take every POST for one that writes.
        security: [{}],
        consumes: ['application/x-www-form-urlencoded'],
        body: {
          type: 'object',
          title: 'ReconcileForm',
          description: 'Either `queries` or `extend`.',
          additionalProperties: false,
          required: [],
          properties: asked
        },
        response: {
          200: {
            description: 'Candidates or values.',
            headers: responseHeaders([]),
            content: {
              'application/json': {
                schema: { type: 'object', description: 'By what was asked.', anyOf: [batchSchema, extensionSchema] }
              }
            }
          },
          ...problemResponses('form')
        }
      }
    ),
  suggestEntities: () =>
    suggestion(
      'suggestEntities',
      'entities',
      object('SuggestedEntity', 'An entity.', { ...entityFields, notable: array('Its types.', typeSchema, 1) }, [
        'description'
      ])
    ),
  suggestTypes: () => suggestion('suggestTypes', 'types', typeSchema),
  suggestProperties: () => suggestion('suggestProperties', 'properties', propertySchema),
  proposeProperties: () =>
    operation('proposeProperties', 'Properties of a type', 'The columns that data extension can give.', {
      querystring: query({
        type: { type: 'string', enum: ['', ...typeIds], description: 'The type; all where it is empty or left out.' },
        limit: { ...amount('How many.'), minimum: 1, maximum: MAX_PROPOSALS }
      }),
      response: answered(
        'Properties.',
        object(
          'ProposedProperties',
          'The columns of a type.',
          {
            type: { type: 'string', enum: ['', ...typeIds], description: 'The type.' },
            limit: { ...amount('How many were asked for.'), maximum: MAX_PROPOSALS },
            properties: array('The columns.', propertySchema)
          },
          ['limit']
        )
      )
    }),
  previewEntity: () =>
    operation(
      'previewEntity',
      'Preview of an entity',
      'A small page for a frame: what the newest release knows of the entity.',
      {
        querystring: {
          ...query({ id: { ...id('The id of the entity.'), minLength: 1 }, lang: langParameter }),
          required: ['id']
        },
        response: {
          200: {
            description: 'The page.',
            headers: responseHeaders(['list', 'language']),
            content: {
              'text/html': { schema: { type: 'string', maxLength: 1_000_000, pattern: ANY_TEXT, description: 'HTML.' } }
            }
          },
          ...problemResponses('named')
        }
      }
    )
}
