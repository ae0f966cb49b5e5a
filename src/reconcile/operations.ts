/** What the OpenAPI document says of reconciliation; the shapes are those of the Reconciliation Service API 0.2. */
import { ENDPOINT_PROBLEMS, problemResponses, responseHeaders } from '../http/documented.ts'
import { amount, array, object, type Schema } from '../http/schema.ts'
import { langParameter, query } from '../resource/parameters.ts'
import { ANY_TEXT, address } from '../resource/schemas.ts'
import { MAX_IDS } from './extend.ts'
import { PATH } from './manifest.ts'
import { MAX_PROPOSALS } from './properties.ts'
import { DEFAULT_CANDIDATES, MAX_CANDIDATES, MAX_QUERIES } from './queries.ts'
import { MAX_CURSOR, MAX_PREFIX, WIDGET } from './suggest.ts'
import { type EntityType, typeIds } from './types.ts'

const ID = '^[A-Za-z0-9_-]+$'
const MAX_ID = 130
const MAX_JSON = 256 * 1024

const line = (description: string, maxLength = 500): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: ANY_TEXT,
  description
})
const id = (description: string): Schema => ({ ...line(description, MAX_ID), pattern: ID })
const template = (description: string): Schema => ({ ...line(description, 500), pattern: '\\{\\{id\\}\\}$' })
const columnId = (description: string): Schema => ({ ...line(description, 60), pattern: '^[a-z][a-z0-9_]*$' })

const typeSchema = object(
  'EntityType',
  'A type of entities: a dataset.',
  {
    id: { ...columnId('Name of the dataset.'), pattern: '^[a-z-]+$' },
    name: line('Its title.'),
    description: line('What it holds.', 5000)
  },
  ['description']
)
const entityFields = {
  id: id('The id of the row in its dataset.'),
  name: line('Its name.'),
  description: line('What tells it from its namesakes.')
}
const served = object('ServiceAddress', 'Where a part of the service is.', {
  service_url: address('Scheme and host.'),
  service_path: { ...line('Path of the address.', 200), pattern: '^/' }
})
const viewSchema = object('ReconcileView', 'The page of an entity.', {
  url: template('Address; `{{id}}` stands for the id.')
})

const manifestSchema = object('ReconcileManifest', 'What the service offers to a client of the Reconciliation API.', {
  versions: array(
    'Versions of the Reconciliation API.',
    { type: 'string', enum: ['0.2'], description: 'A version.' },
    1
  ),
  name: line('Name of the service.'),
  identifierSpace: address('What ids of entities are a continuation of.'),
  schemaSpace: address('What ids of types are a continuation of.'),
  documentation: address('Documentation for people.'),
  serviceVersion: { ...line('Version of this API.', 20), pattern: '^\\d+\\.\\d+\\.\\d+$' },
  defaultTypes: array('All types.', typeSchema, 1),
  view: viewSchema,
  preview: object('ReconcilePreview', 'A page for a frame.', {
    url: template('Address; `{{id}}` stands for the id.'),
    width: { ...amount('Width of the frame in pixels.'), maximum: 2000 },
    height: { ...amount('Height of the frame in pixels.'), maximum: 2000 }
  }),
  suggest: object('ReconcileSuggest', 'Where suggestions come from.', {
    entity: served,
    type: served,
    property: served
  }),
  extend: object('ReconcileExtend', 'Where the properties of a type are told.', {
    propose_properties: served,
    property_settings: { ...array('Properties have no settings.', served), maxItems: 0 }
  }),
  batchSize: { ...amount('Queries that may come at once.'), maximum: MAX_QUERIES }
})

const candidateSchema = object(
  'ReconcileCandidate',
  'A possible match.',
  {
    ...entityFields,
    type: array('Its types.', typeSchema, 1),
    score: {
      ...amount(
        '100 for the same name, letter case, accents, punctuation and articles aside; less for one that is near.'
      ),
      maximum: 100
    },
    match: { type: 'boolean', description: 'Whether it alone has this very name, and its properties agree.' },
    features: array(
      'How name and properties compare.',
      object('ReconcileFeature', 'One comparison.', {
        id: columnId('`name`, or a property.'),
        value: {
          description: 'The score of the name; whether a property agrees.',
          oneOf: [{ ...amount('A score.'), maximum: 100 }, { type: 'boolean' }]
        }
      })
    )
  },
  ['description']
)

const batchSchema: Schema = {
  type: 'object',
  title: 'ReconcileResults',
  description: 'The answer to each query, under its own name.',
  maxProperties: MAX_QUERIES,
  additionalProperties: false,
  required: [],
  // Any name: written as a pattern in the document, as every name that is not snake_case.
  properties: {
    '[\\s\\S]{0,100}': object('ReconcileResult', 'Candidates of one query.', {
      result: { ...array('The best first.', candidateSchema), maxItems: MAX_CANDIDATES }
    })
  }
}

const cellSchema: Schema = {
  description: 'A value: a text, a number, or an entity.',
  oneOf: [
    object('TextCell', 'A text, code, date or truth value.', { str: { ...line('The text.', 20_000), minLength: 0 } }),
    object('IntegerCell', 'A whole number.', {
      int: { type: 'integer', format: 'int32', minimum: -2147483648, maximum: 2147483647, description: 'The number.' }
    }),
    object('NumberCell', 'A number.', { float: { type: 'number', format: 'double', description: 'The number.' } }),
    object('EntityCell', 'An entity, matched already.', { id: entityFields.id, name: entityFields.name })
  ]
}

const extensionSchema = object('DataExtension', 'Values of columns.', {
  meta: array(
    'The properties asked for.',
    object(
      'ExtensionColumn',
      'A property.',
      {
        id: columnId('The column.'),
        name: line('Its label.'),
        type: typeSchema
      },
      ['type']
    )
  ),
  rows: {
    type: 'object',
    description: 'Rows by id of the entity.',
    maxProperties: MAX_IDS,
    additionalProperties: {
      type: 'object',
      description: 'Values by property.',
      maxProperties: 200,
      additionalProperties: array('The values; none where no source says.', cellSchema)
    }
  }
})

const answered = (
  description: string,
  schema: Schema,
  sets: Parameters<typeof responseHeaders>[0] = ['list']
): Schema => ({
  200: { description, headers: responseHeaders(sets), content: { 'application/json': { schema } } },
  ...problemResponses(ENDPOINT_PROBLEMS.document)
})

const json = (description: string): Schema => ({
  type: 'string',
  minLength: 2,
  maxLength: MAX_JSON,
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

const propertySchema = object(
  'EntityProperty',
  'A property: a column.',
  {
    id: columnId('The column.'),
    name: line('Its label.'),
    description: line('Its meaning.', 2000)
  },
  ['description']
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
          ...problemResponses(['invalid-request', 'payload-too-large', 'unsupported-media-type', 'service-unavailable'])
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
          ...problemResponses(['invalid-request', 'not-found', 'service-unavailable'])
        }
      }
    )
}
