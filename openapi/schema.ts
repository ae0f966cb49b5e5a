/** Small JSON Schemas that the OpenAPI document is made of. */

export type Schema = Record<string, unknown>

/** The key under which a schema or a parameter tells its name until it has moved there. */
export const COMPONENT = 'x-component'

/**
 * A schema or a parameter that stands once among the components, under a name that says whose it is, and is referred to
 * from everywhere else. Names never depend on what else there is, since generated clients make types of them.
 */
export const component = (name: string, schema: Schema): Schema => ({ ...schema, [COMPONENT]: name })

/** The key of `patternProperties` until the schema has moved: @fastify/swagger would make them `additionalProperties`. */
export const PATTERNS = 'x-pattern-properties'

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
