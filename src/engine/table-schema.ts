/** The data dictionary of a dataset, as a Table Schema. */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '../http/errors/problems.ts'
import { readParameters } from '../http/query-string.ts'
import { respond } from '../http/respond.ts'
import { languageVary } from '../http/vary.ts'
import { languageOf } from '../i18n/negotiation.ts'
import { type Lang, wordsIn } from '../i18n/words.ts'
import { type Column, keyOf, type Table } from './definition/bridge.ts'
import type { Dataset } from './definition/dataset.ts'
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
  { kind, schema, nullable, label, meaning, codeList }: Column,
  isKey: boolean
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
      ...(isKey ? { unique: true } : {}),
      ...(values ? { enum: values } : {}),
      ...(pattern ? { pattern } : {}),
      ...Object.fromEntries(
        Object.entries({ minimum, maximum, minLength, maxLength }).filter(([, value]) => value !== undefined)
      )
    }
  }
}

const DESCRIBE_PARAMETERS = ['lang'] as const

/** The Table Schema of a dataset, or of one of its lists. */
export const tableSchema = (prefix: string, table: Table, lang: Lang = 'en') => {
  const key = keyOf(table)
  return {
    $schema: PROFILE,
    name: table.name,
    title: wordsIn(table.title, lang),
    description: wordsIn(table.description, lang),
    fields: Object.entries(table.fields).map(([name, field]) =>
      describeField(prefix, lang, name, field, key.length === 1 && name === key[0])
    ),
    primaryKey: key,
    missingValues: ['']
  }
}

/** Answers with the Table Schema. */
export function answerTableSchema(
  service: Service,
  dataset: Dataset,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<FastifyReply> {
  const faults: Fault[] = []
  const given = readGiven(readParameters(request.raw.url ?? ''), DESCRIBE_PARAMETERS, faults)
  const named = readLang(given.get('lang'), faults)
  refuse(faults)
  const lang = languageOf(named, request.headers['accept-language'])
  const representation = {
    type: 'application/json; charset=utf-8',
    key: [service.build, dataset.name, 'schema'],
    lifetime: 'moving' as const,
    modified: service.releases.current().published_at,
    lang,
    vary: languageVary(named)
  }
  return respond(request, reply, representation, () => JSON.stringify(tableSchema(service.prefix, dataset, lang)))
}
