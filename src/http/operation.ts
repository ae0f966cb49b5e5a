/** Ties a route to its description, which is only loaded when the OpenAPI document is written. */
import type { RouteShorthandOptions } from 'fastify'

/** What a route is called in the table of operations, and what it is about. */
export type Documented = { operation: string; subject?: unknown }

/** Route options that name an operation of the document; a route without them is not documented. */
export const documented = (operation: string, subject?: unknown): RouteShorthandOptions => ({
  config: { operation, subject } satisfies Documented as never
})
