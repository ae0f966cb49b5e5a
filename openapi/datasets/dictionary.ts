/** JSON Schema of the data dictionary. */
import type { Schema } from '../schema.ts'

const words = (description: string): Schema => ({ type: 'string', minLength: 1, maxLength: 2000, description })

export const dictionarySchema: Schema = {
  type: 'object',
  title: 'TableSchema',
  description: 'A Table Schema (https://datapackage.org/standard/table-schema/).',
  additionalProperties: false,
  required: ['$schema', 'name', 'title', 'description', 'fields', 'primaryKey', 'missingValues'],
  properties: {
    $schema: { type: 'string', format: 'uri', maxLength: 200, description: 'The profile that the document follows.' },
    name: { type: 'string', pattern: '^[a-z0-9-]+$', maxLength: 60, description: 'Name of the dataset.' },
    title: words('Title of the dataset.'),
    description: words('What the dataset holds.'),
    primaryKey: {
      type: 'array',
      minItems: 1,
      // Two in the dictionary of a list, whose rows a Data Package describes with this schema as well.
      maxItems: 2,
      items: { type: 'string', maxLength: 60, pattern: '^[a-z_]+$' },
      description: 'The columns that name a row.'
    },
    missingValues: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: { type: 'string', maxLength: 0 },
      description: 'What stands for null in CSV: an empty cell.'
    },
    fields: {
      type: 'array',
      minItems: 1,
      maxItems: 200,
      description: 'The columns in their order.',
      items: {
        type: 'object',
        title: 'TableSchemaField',
        description: 'One column.',
        additionalProperties: false,
        required: ['name', 'title', 'description', 'type', 'constraints'],
        properties: {
          name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$', maxLength: 60, description: 'Name of the column.' },
          title: words('Short title.'),
          description: words('Meaning.'),
          type: {
            type: 'string',
            enum: ['string', 'integer', 'number', 'boolean'],
            description: 'Type of the cells in CSV; one with a `delimiter` is a list.'
          },
          format: { type: 'string', enum: ['uri', 'default'], description: 'Form of the values.' },
          delimiter: { type: 'string', enum: ['|'], description: 'What joins the values of a list in CSV.' },
          itemType: { type: 'string', enum: ['string'], description: 'Type of the values of a list.' },
          codeList: {
            type: 'string',
            maxLength: 200,
            pattern: '^/v[0-9]+/',
            description: 'Where the coded values are explained.'
          },
          constraints: {
            type: 'object',
            title: 'TableSchemaConstraints',
            description: 'What the values keep to.',
            additionalProperties: false,
            required: [],
            properties: {
              required: { type: 'boolean', description: 'Whether every row has a value.' },
              unique: { type: 'boolean', description: 'Whether no two rows share a value.' },
              enum: {
                type: 'array',
                minItems: 1,
                maxItems: 100,
                items: { type: 'string', maxLength: 100 },
                description: 'All allowed values.'
              },
              pattern: { type: 'string', maxLength: 500, description: 'A regular expression.' },
              minimum: {
                type: 'number',
                format: 'double',
                minimum: -2147483648,
                maximum: 2147483647,
                description: 'The smallest value.'
              },
              maximum: {
                type: 'number',
                format: 'double',
                minimum: -2147483648,
                maximum: 2147483647,
                description: 'The largest value.'
              },
              minLength: {
                type: 'integer',
                format: 'int32',
                minimum: 0,
                maximum: 100_000,
                description: 'The shortest text.'
              },
              maxLength: {
                type: 'integer',
                format: 'int32',
                minimum: 0,
                maximum: 100_000,
                description: 'The longest text.'
              }
            }
          }
        }
      }
    }
  }
}
