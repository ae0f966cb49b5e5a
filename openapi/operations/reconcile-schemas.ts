/** The shapes of the Reconciliation Service API 0.2, as JSON Schema. */

import { MAX_IDS } from '../../src/reconcile/extend.ts'
import { MAX_CANDIDATES, MAX_QUERIES } from '../../src/reconcile/queries.ts'
import { ANY_TEXT, address } from '../datasets/schemas.ts'
import { amount, array, object, type Schema } from '../schema.ts'

const ID = '^[A-Za-z0-9_-]+$'
const MAX_ID = 130

export const line = (description: string, maxLength = 500): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  pattern: ANY_TEXT,
  description
})
export const id = (description: string): Schema => ({ ...line(description, MAX_ID), pattern: ID })
const template = (description: string): Schema => ({ ...line(description, 500), pattern: '\\{\\{id\\}\\}$' })
const columnId = (description: string): Schema => ({ ...line(description, 60), pattern: '^[a-z][a-z0-9_]*$' })

export const typeSchema = object(
  'EntityType',
  'A type of entities: a dataset.',
  {
    id: { ...columnId('Name of the dataset.'), pattern: '^[a-z-]+$' },
    name: line('Its title.'),
    description: line('What it holds.', 5000)
  },
  ['description']
)
export const entityFields = {
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

export const manifestSchema = object(
  'ReconcileManifest',
  'What the service offers to a client of the Reconciliation API.',
  {
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
  }
)

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
          ...amount('The score of the name; whether a property agrees.'),
          type: ['integer', 'boolean'],
          maximum: 100
        }
      })
    )
  },
  ['description']
)

export const batchSchema: Schema = {
  type: 'object',
  title: 'ReconcileResults',
  description: 'The answer to each query, under its own name.',
  maxProperties: MAX_QUERIES,
  propertyNames: { maxLength: 100 },
  additionalProperties: object(
    'ReconcileResult',
    'Candidates of one query.',
    {
      result: { ...array('The best first.', candidateSchema), maxItems: MAX_CANDIDATES },
      error: {
        type: 'string',
        description: 'Why this query has no result, where it is wrong.',
        minLength: 1,
        maxLength: 1000
      }
    },
    ['error']
  )
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

export const extensionSchema = object('DataExtension', 'Values of columns.', {
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

export const propertySchema = object(
  'EntityProperty',
  'A property: a column.',
  {
    id: columnId('The column.'),
    name: line('Its label.'),
    description: line('Its meaning.', 2000)
  },
  ['description']
)
