/** What a CSV export holds, as CSV on the Web (W3C Model and Vocabulary for Tabular Data, 2015). */

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dataset } from '../../engine/definition/dataset.ts'
import type { Field, ValueSchema } from '../../engine/definition/field.ts'
import { type Asked, extentOf } from '../../engine/extent.ts'
import { CSV, describedAt } from '../../engine/format/formats.ts'
import { labelled } from '../../engine/labels.ts'
import { addressOf } from '../../engine/links.ts'
import { chooseFormat } from '../../engine/request/format.ts'
import { LIST_PARAMETERS, readListQuery } from '../../engine/request/list-query.ts'
import type { Service } from '../../engine/service.ts'
import { originOf } from '../../http/origin.ts'
import { readParameters, writeParameters } from '../../http/query-string.ts'
import { languageVary } from '../../http/vary.ts'
import { languageOf } from '../../i18n/negotiation.ts'
import type { Words } from '../../i18n/words.ts'
import { sendDocument } from '../send.ts'

/** What a CSV may be asked with: the description of one is asked for with the same. */
const CSVW_PARAMETERS = LIST_PARAMETERS.filter(name => name !== 'facet' && name !== 'highlight')

const inBoth = ([en, fr]: Words) => [
  { '@value': en, '@language': 'en' },
  { '@value': fr, '@language': 'fr' }
]

const datatypeOf = ({ type, format, pattern, minLength, maxLength, minimum, maximum, items }: ValueSchema): unknown => {
  if (items) return datatypeOf(items)
  if (type === 'boolean') return { base: 'boolean', format: 'true|false' }
  if (type !== 'string') return { base: type, minimum, maximum }
  // Dates are as precise as their source: text of a certain form to CSVW, which knows whole dates only.
  return { base: format === 'uri' ? 'anyURI' : 'string', format: pattern, minLength, maxLength }
}

const columnOf = (schemaUrl: string, name: string, { kind, schema, nullable, label, meaning }: Field) => ({
  name,
  titles: name,
  'dc:title': inBoth(label),
  'dc:description': inBoth(meaning),
  datatype: datatypeOf(schema),
  propertyUrl: `${schemaUrl}#${name}`,
  required: !nullable,
  ...(kind === 'list' ? { separator: '|' } : {})
})

/** Whether the rows are all there are, in both languages: a CSV has no place to say so itself. */
async function extentNotes(service: Service, dataset: Dataset, asked: Asked): Promise<Record<string, unknown>> {
  const told = await Promise.all((['en', 'fr'] as const).map(lang => extentOf(service, dataset, asked, lang)))
  const [english = [], french = []] = told.map(extent => extent?.notes)
  const notes = english.flatMap((note, at) => inBoth([note, french[at] ?? note]))
  return notes.length > 0 ? { 'rdfs:comment': notes } : {}
}

/** The metadata of a CSV export of these columns at this address. */
function csvMetadata(
  service: Service,
  origin: string,
  dataset: Dataset,
  columns: readonly string[],
  { url, delimiter = ',', notes }: { url: string; delimiter?: string | undefined; notes: Record<string, unknown> }
): Record<string, unknown> {
  const keyed = columns.includes('id') && !dataset.split
  const schemaUrl = addressOf(service, origin, `${dataset.name}/schema`)
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url,
    'dc:title': inBoth(dataset.title),
    'dc:description': inBoth(dataset.description),
    ...notes,
    'dc:license': { '@id': service.license.url },
    'dc:creator': service.attribution,
    // Blanks are part of a value.
    dialect: { delimiter, encoding: 'utf-8', header: true, lineTerminators: ['\r\n'], trim: false },
    tableSchema: {
      columns: columns.map(name => columnOf(schemaUrl, name, dataset.fields[name] as Field)),
      ...(keyed ? { primaryKey: 'id', aboutUrl: addressOf(service, origin, `${dataset.name}/{id}`) } : {})
    }
  }
}

/** Answers `…csv-metadata.json`: the description of the CSV that the same parameters give. */
export async function answerCsvMetadata(
  service: Service,
  dataset: Dataset,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<unknown> {
  const parameters = readParameters(request.raw.url ?? '')
  const query = readListQuery(dataset, parameters, service.releases, CSVW_PARAMETERS)
  const { release, pinned, labels } = query
  const delimiter = chooseFormat(request, CSV, query).copy?.delimiter
  const asked = {
    origin: originOf(request, service.publicUrl),
    release,
    pinned,
    vary: labels ? languageVary(query.lang) : []
  }
  const lang = labels ? languageOf(query.lang, request.headers['accept-language']) : undefined
  const written = writeParameters(parameters)
  const document = {
    name: `${dataset.name}${describedAt(CSV)}`,
    type: 'application/csvm+json',
    parts: [written],
    write: async () => {
      const { dataset: shown, columns } = await labelled(service, dataset, query, lang)
      const url = `${addressOf(service, asked.origin, `${dataset.name}.${CSV.name}`)}${written}`
      const notes = await extentNotes(service, dataset, { conditions: query.conditions, release })
      return JSON.stringify(csvMetadata(service, asked.origin, shown, columns, { url, delimiter, notes }))
    }
  }
  return sendDocument(service, { ...asked, lang }, document, request, reply)
}
