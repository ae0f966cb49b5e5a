/** Facets as the OpenAPI document shows them. */
import { MAX_VALUES } from '../../src/engine/list/facets.ts'
import { component, type Schema } from '../schema.ts'

const count = (description: string): Schema => ({
  type: 'integer',
  format: 'int32',
  minimum: 0,
  maximum: 2147483647,
  description
})

/** A value to count by: of a filter that is a code, an id, a whole number or a truth. */
const groupValue: Schema = {
  description: 'The value, as the filter takes it; null where no source says (`null` in the filter).',
  type: ['string', 'integer', 'boolean', 'null'],
  format: 'int32',
  minLength: 1,
  maxLength: 500,
  pattern: '^[^\\u0000]*$',
  minimum: -2147483648,
  maximum: 2147483647
}

const bucket: Schema = {
  type: 'object',
  title: 'Bucket',
  description: 'One value of a filter, and how many rows it would give.',
  additionalProperties: false,
  required: ['value', 'label', 'count'],
  properties: {
    value: groupValue,
    label: {
      type: 'string',
      minLength: 1,
      maxLength: 500,
      pattern: '^[^\\u0000]*$',
      description: 'Label of the value, in the language of the answer; the value itself where it has none.'
    },
    count: count(
      'Rows that have the value and match every filter but this one, zero included. A row counts once for each value of a list.'
    )
  }
}

const facet = component('Facet', {
  type: 'array',
  minItems: 0,
  maxItems: MAX_VALUES + 1,
  description: `The values of a filter with their counts. Coded values stand in their order from weakest to strongest, whole numbers from low to high, all others from the most to the fewest rows; null is last. At most ${MAX_VALUES} values, the most frequent; \`meta.facets\` tells how many there are.`,
  items: bucket
})

export const facetsSchema = (groups: readonly string[]): Schema => ({
  type: 'object',
  description: 'With `facet`: the counts of each filter that it names.',
  additionalProperties: false,
  properties: Object.fromEntries(groups.map(name => [name, facet]))
})

export const facetSizes: Schema = {
  type: 'object',
  description: 'With `facet`: the size of each facet by the name of its filter.',
  maxProperties: 100,
  additionalProperties: {
    type: 'object',
    title: 'FacetSize',
    description: 'How many values the facet has, and how many of them are here.',
    additionalProperties: false,
    required: ['total', 'returned'],
    properties: { total: count('Values there are.'), returned: count('Values in this answer.') }
  }
}
