/** Highlights as the OpenAPI document shows them. */
import type { Schema } from '../schema.ts'

/** What `highlight=true` adds to a row. */
export const highlightSchema: Schema = {
  type: 'array',
  title: 'Highlights',
  description:
    'With `highlight=true`: where the words of `q` occur in the texts of this row. Empty where they occur only in columns that are not shown.',
  minItems: 0,
  maxItems: 200,
  items: {
    type: 'object',
    title: 'Highlight',
    description: 'A passage of one column.',
    additionalProperties: false,
    required: ['field', 'snippet'],
    properties: {
      field: { type: 'string', pattern: '^[a-z][a-z0-9_]*$', maxLength: 60, description: 'Name of the column.' },
      snippet: {
        type: 'string',
        minLength: 1,
        maxLength: 10_000,
        pattern: '<mark>',
        description: 'HTML: the words within `<mark>`, everything else escaped; `…` where the text goes on.'
      }
    }
  }
}
