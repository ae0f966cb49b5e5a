/** Requests made at random from the published document: mostly right, often wrong. */
import fc from 'fast-check'
import type { DOCUMENT } from './contract.ts'

type Json = Record<string, unknown>
type Parameter = { name: string; in: string; schema: Json; example?: unknown; required?: boolean }

const resolve = (document: Json, node: Json): Json => {
  const reference = node.$ref
  if (typeof reference !== 'string') return node
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, part) => (at as Json)[part], document) as Json
}

const HOSTILE = [
  '',
  ' ',
  'null',
  '!',
  ',',
  '..',
  '%',
  "'; drop table members; --",
  '\u0000',
  '\ud800',
  'é',
  '🏛️',
  '-1',
  '1e9',
  'a'.repeat(3000),
  '../../etc/passwd',
  '<script>',
  '#{7*7}',
  '\u202e'
]

/** A value that keeps the schema. */
const valid = ({ schema, example }: Parameter): fc.Arbitrary<string> => {
  const {
    enum: values,
    type,
    minimum,
    maximum,
    pattern
  } = schema as { enum?: string[]; type?: string; minimum?: number; maximum?: number; pattern?: string }
  if (values) return fc.constantFrom(...values)
  if (type === 'boolean') return fc.constantFrom('true', 'false')
  if (type === 'integer') return fc.integer({ min: minimum ?? 0, max: maximum ?? 100 }).map(String)
  const known =
    example === undefined
      ? []
      : [`${example}`, `!${example}`, `${example},null`, 'null']
          .filter(text => new RegExp(pattern ?? '').test(text))
          .map(text => fc.constant(text))
  const made = pattern
    ? [
        fc
          .stringMatching(new RegExp(pattern.replaceAll('\\b', '').replace(/\{[01],(\d\d+)\}/g, '{1,3}')), {
            maxLength: 60
          })
          .filter(text => new RegExp(pattern).test(text))
      ]
    : [fc.string({ maxLength: 20 })]
  // Most patterns fit texts that name nothing, which is an error of another kind: a few of them are enough.
  return fc.oneof(
    { weight: 6, arbitrary: known.length > 0 ? fc.oneof(...known) : (made[0] as fc.Arbitrary<string>) },
    { weight: 1, arbitrary: fc.oneof(...made) }
  )
}

const encode = (text: string) => {
  try {
    return encodeURIComponent(text)
  } catch {
    return '%ED%A0%80'
  }
}

/** Arbitrary addresses with an Accept header. */
export function requests(
  document: typeof DOCUMENT
): fc.Arbitrary<{ url: string; accept: string | undefined; expectValid: boolean }> {
  const operations = Object.entries(document.paths).map(([path, { get }]) => {
    const parameters = ((get as unknown as Json).parameters ?? []) as Json[]
    return { path, parameters: parameters.map(node => resolve(document, node) as unknown as Parameter) }
  })
  return fc.constantFrom(...operations).chain(({ path, parameters }) => {
    const inPath = parameters.filter(parameter => parameter.in === 'path')
    const inQuery = parameters.filter(parameter => parameter.in === 'query' && parameter.name !== 'cursor')
    const pairOf = (parameter: Parameter) => valid(parameter).map((value): [string, string] => [parameter.name, value])
    const needed = fc.tuple(...inQuery.filter(({ required }) => required).map(pairOf))
    const free = inQuery.filter(({ required }) => !required)
    const chosen =
      free.length === 0
        ? fc.constant<[string, string][]>([])
        : fc.uniqueArray(fc.constantFrom(...free).chain(pairOf), { maxLength: 4, selector: ([name]) => name })
    const good = fc.tuple(needed, chosen).map(pairs => pairs.flat())
    const bad = fc.tuple(
      fc.oneof(fc.constantFrom(...parameters.map(({ name }) => name), 'x'), fc.constantFrom(...HOSTILE)),
      fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 30 }))
    )
    const ids = fc.tuple(
      ...inPath.map(parameter =>
        fc.oneof({ weight: 6, arbitrary: valid(parameter) }, { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) })
      )
    )
    return fc
      .record({
        names: ids,
        query: good,
        wrong: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: bad }),
        accept: fc.constantFrom(
          undefined,
          undefined,
          '*/*',
          'application/json',
          'text/csv',
          'application/x-ndjson',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'text/html',
          'a/b;q=x',
          ',,,'
        )
      })
      .map(({ names, query, wrong, accept }) => {
        const place = inPath.reduce(
          (at, { name }, index) =>
            at.replace(`{${name}}`, name === 'suffix' ? String(names[index]) : encode(String(names[index]))),
          path
        )
        const pairs = [...query, ...(wrong ? [wrong] : [])].map(([name, value]) => `${encode(name)}=${encode(value)}`)
        return { url: `/v1${place}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`, accept, expectValid: !wrong }
      })
  })
}
