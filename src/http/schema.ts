/** Small JSON Schemas that the OpenAPI document is made of. */

export type Schema = Record<string, unknown>

/** An object of exactly these properties. */
export const object = (
  title: string,
  description: string,
  properties: Schema,
  optional: readonly string[] = []
): Schema => ({
  type: 'object',
  title,
  description,
  additionalProperties: false,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
  properties
})

export const line = (description: string, maxLength = 2000): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  description
})

export const address = (description: string): Schema => ({ ...line(description), format: 'uri' })

export const moment = (description: string): Schema => ({ ...line(description, 40), format: 'date-time' })

/** An array of up to 10,000 things. */
export const array = (description: string, items: Schema, minItems = 0): Schema => ({
  type: 'array',
  minItems,
  maxItems: 10_000,
  items,
  description
})

/** A whole number from 0 up. */
export const amount = (description: string, format: 'int32' | 'int64' = 'int32'): Schema => ({
  type: 'integer',
  format,
  minimum: 0,
  maximum: format === 'int32' ? 2147483647 : Number.MAX_SAFE_INTEGER,
  description
})
