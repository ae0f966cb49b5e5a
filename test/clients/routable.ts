/** The published document as Prism can route it. */
import { DOCUMENT } from '../contract.ts'

type Json = Record<string, unknown>
type Parameter = { name: string; schema: { enum?: string[] } }
type Answer = { content?: Json; $ref?: string }
type Operation = { operationId: string; parameters: Json[]; responses: { 200: Answer } }

const parameterOf = (node: Json): Parameter =>
  (typeof node.$ref === 'string'
    ? (DOCUMENT.components as { parameters: Json }).parameters[node.$ref.slice('#/components/parameters/'.length)]
    : node) as Parameter

const answerOf = (node: Answer): Answer =>
  node.$ref
    ? ((DOCUMENT.components as { responses: Json }).responses[
        node.$ref.slice('#/components/responses/'.length)
      ] as Answer)
    : node

/** A path of which every answer breaks what is said of it, so that a proxy that finds nothing wrong is found out. */
export const IMPOSSIBLE = '/impossible'
const impossible = {
  operationId: 'impossible',
  responses: { default: { description: 'None.', content: { 'application/problem+json': { schema: { not: {} } } } } }
}

/**
 * Prism drops what stands before the `+` of a media type (validator/utils/wildcardMediaTypeMatch.js) and takes the
 * first type that fits: it holds `application/csvm+json` against the schema of `application/json`. The order of types
 * means nothing in OpenAPI, so where the suffix says that no plain JSON is answered, the others come first.
 */
function ordered(suffix: string, responses: Operation['responses']): Operation['responses'] {
  const answer = answerOf(responses[200])
  const { 'application/json': plain, ...others } = answer.content ?? {}
  if (suffix === '.json' || !plain) return responses
  return { ...responses, 200: { ...answer, content: { ...others, 'application/json': plain } } }
}

/**
 * The document with a path for each value of `{suffix}` in place of the template. Prism does not anchor a template
 * that is part of a segment (prism-http 5.16, router/matchPath.js): it takes `/resources.csv` for `/sources{suffix}`.
 * Of two paths that fit it prefers the one without a template, so that `/members/schema` is no `/members/{id}`.
 */
export function routable(): Json {
  const paths = Object.entries(DOCUMENT.paths).flatMap(([path, item]): [string, Json][] => {
    if (!path.includes('{suffix}')) return [[path, item]]
    const operation = item.get as unknown as Operation
    const isSuffix = (node: Json) => parameterOf(node).name === 'suffix'
    const values = operation.parameters.filter(isSuffix).flatMap(node => parameterOf(node).schema.enum ?? [])
    const parameters = operation.parameters.filter(node => !isSuffix(node))
    return values.map(value => {
      const operationId = operation.operationId + value.replaceAll(/\W(\w)/g, (_, letter) => letter.toUpperCase())
      const responses = ordered(value, operation.responses)
      return [path.replace('{suffix}', value), { get: { ...operation, operationId, parameters, responses } }]
    })
  })
  return { ...DOCUMENT, paths: { ...Object.fromEntries(paths), [IMPOSSIBLE]: { get: impossible } } }
}
