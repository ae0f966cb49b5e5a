/** The data dictionary of a dataset, as a Table Schema. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import { isFresh } from '../http/caching.ts'
import type { Fault } from '../http/errors/problems.ts'
import { readParameters } from '../http/query-string.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { type Lang, wordsIn } from '../i18n/words.ts'
import type { Dataset } from './definition/dataset.ts'
import type { Field } from './definition/field.ts'
import { readGiven, readLang, refuse } from './request/parameters.ts'
import type { Service } from './service.ts'

const PROFILE = 'https://datapackage.org/profiles/2.0/tableschema.json'
// The profile that a reader checks against lacks the type `list` of the standard's text: a cell is what it is in CSV.
const TYPES = {
  text: 'string',
  date: 'string',
  code: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  list: 'string'
} as const

const describeField = (
  prefix: string,
  lang: Lang,
  name: string,
  { kind, schema, nullable, label, meaning, codeList }: Field
) => {
  const { enum: values, pattern, minimum, maximum, minLength, maxLength } = schema
  return {
    name,
    title: wordsIn(label, lang),
    description: wordsIn(meaning, lang),
    type: TYPES[kind],
    ...(schema.format === 'uri' ? { format: 'uri' } : {}),
    ...(kind === 'list' ? { delimiter: '|', itemType: 'string' } : {}),
    ...(codeList ? { codeList: `${prefix}/code-lists?field=${codeList}` } : {}),
    constraints: {
      required: !nullable,
      ...(name === 'id' ? { unique: true } : {}),
      ...(values ? { enum: values } : {}),
      ...(pattern ? { pattern } : {}),
      ...Object.fromEntries(
        Object.entries({ minimum, maximum, minLength, maxLength }).filter(([, value]) => value !== undefined)
      )
    }
  }
}

const DESCRIBE_PARAMETERS = ['lang'] as const

/** The Table Schema of a dataset. */
export const tableSchema = (prefix: string, dataset: Dataset, lang: Lang = 'en') => ({
  $schema: PROFILE,
  name: dataset.name,
  title: wordsIn(dataset.title, lang),
  description: wordsIn(dataset.description, lang),
  fields: Object.entries(dataset.fields).map(([name, field]) => describeField(prefix, lang, name, field)),
  primaryKey: ['id'],
  missingValues: ['']
})

export function describe(
  service: Service,
  dataset: Dataset,
  request: FastifyRequest,
  reply: FastifyReply
): FastifyReply {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), DESCRIBE_PARAMETERS, faults)
  const lang = languageOf(readLang(given.get('lang'), faults), request.headers['accept-language'])
  refuse(faults)
  const release = service.releases.current()
  const parts = [service.build, dataset.name, 'schema']
  reply.type('application/json; charset=utf-8')
  if (isFresh(request, reply, { parts, modified: release.published_at, pinned: false, lang }))
    return reply.code(304).send()
  return reply.send(JSON.stringify(tableSchema(service.prefix, dataset, lang)))
}
