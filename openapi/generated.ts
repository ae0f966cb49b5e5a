/** The parts of the OpenAPI document that examples are added to. */
export type Json = Record<string, unknown>
export type Media = { schema: Json; example?: unknown; examples?: Record<string, { summary?: string; value: unknown }> }
export type Response = { $ref?: string; content?: Record<string, Media> }
export type Operation = { tags: string[]; parameters?: { $ref: string }[]; responses: Record<string, Response> }
export type Document = {
  paths: Record<string, { get: Operation }>
  components: Record<'parameters' | 'schemas', Record<string, Json>> & { responses: Record<string, Response> }
}

/** The name of the component that is referred to. */
export const nameOf = (reference: string): string => reference.split('/').at(-1) ?? ''

/** What an operation answers when all is well. */
export const answerOf = ({ components }: Document, { responses }: Operation): Response => {
  const response = responses['200'] ?? {}
  return response.$ref ? (components.responses[nameOf(response.$ref)] ?? {}) : response
}
