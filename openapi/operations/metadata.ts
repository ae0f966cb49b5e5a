/** What the OpenAPI document says of metadata. */

import type { Dataset } from '../../src/engine/definition/dataset.ts'
import { COVERAGE_COLUMNS } from '../../src/metadata/coverage/columns.ts'
import { RESPONSE } from '../components.ts'
import { dictionarySchema } from '../datasets/dictionary.ts'
import { commonParameters, langParameter, query, releaseParameter } from '../datasets/parameters.ts'
import { exportLinks, LINKS, linksSchema, metaSchema } from '../datasets/schemas.ts'
import { problemResponses, responseHeaders } from '../responses.ts'
import { address, amount, array, component, line, object, type Schema } from '../schema.ts'
import { anyOfNames, contentOf, suffixParameter } from './datasets.ts'

const anything = (description: string, type: string | string[] = 'object'): Schema => ({
  type,
  description,
  ...(type === 'array' ? { minItems: 0, maxItems: 10_000, items: { type: 'object', maxProperties: 100 } } : {}),
  ...(type === 'object' ? { maxProperties: 100 } : {})
})

const resourceSchema = object('PackageResource', 'A CSV file of the release.', {
  name: { ...line('Name of the dataset.', 60), pattern: '^[a-z0-9-]+$' },
  title: line('Title of the dataset.'),
  description: line('What the dataset holds.'),
  path: address('Where the file is.'),
  format: { type: 'string', enum: ['csv'], description: 'The format.' },
  mediatype: { type: 'string', enum: ['text/csv'], description: 'The media type.' },
  encoding: { type: 'string', enum: ['utf-8'], description: 'The character encoding.' },
  bytes: amount('Size.', 'int64'),
  hash: { ...line('SHA-256 of the bytes.', 80), pattern: '^sha256:[0-9a-f]{64}$' },
  schema: dictionarySchema
})

const packageSchema = object('DataPackage', 'A Data Package (https://datapackage.org).', {
  $schema: { type: 'string', format: 'uri', maxLength: 200, description: 'The profile that the document follows.' },
  name: { ...line('Name of the package.', 100), pattern: '^[a-z0-9-]+$' },
  title: line('Title.'),
  description: line('What the release holds.'),
  version: { ...line('The release.', 60), pattern: '^[A-Za-z0-9_-]+$' },
  created: { ...line('The day the release speaks of.', 40), format: 'date-time' },
  licenses: array(
    'Licence of the compilation.',
    object('PackageLicense', 'A licence.', {
      name: line('Its identifier (SPDX).', 60),
      path: address('Its text.'),
      title: line('Its title.', 200)
    }),
    1
  ),
  contributors: array(
    'Who made the data.',
    object('PackageContributor', 'A contributor.', {
      title: line('The name.', 500),
      roles: array('What they did.', line('A role.', 60), 1)
    }),
    1
  ),
  resources: array('The files.', resourceSchema)
})

const catalogSchema = object('Catalog', 'A catalogue as a JSON-LD graph.', {
  '@context': anything('The prefixes of the vocabularies.'),
  '@graph': anything('Catalogue, datasets, distributions, series and releases, data service, publisher.', 'array')
})

const meaningOf = (name: string) => COVERAGE_COLUMNS.find(([column]) => column === name)?.[1].meaning[0] ?? ''

const coverageRow = object('Coverage', 'How complete a column is.', {
  dataset: { ...line('The dataset.', 60), pattern: '^[a-z0-9-]+$' },
  column: { ...line('The column.', 60), pattern: '^[a-z][a-z0-9_]*$' },
  rows: amount(meaningOf('rows')),
  present: amount(meaningOf('present')),
  unread: { ...amount(meaningOf('unread')), type: ['integer', 'null'] },
  share: { type: ['number', 'null'], format: 'double', minimum: 0, maximum: 1, description: meaningOf('share') },
  different: amount(meaningOf('different'))
})

const coverageList = (): Schema =>
  object('CoverageList', 'How complete each column is.', {
    data: array('The columns, in the order of datasets and columns.', coverageRow),
    meta: metaSchema('CoverageMeta', { total: amount('Exact number of rows, all of which are here.') }),
    links: linksSchema('CoverageLinks', {
      self: address('This report.'),
      permalink: address('The same of this release: the same bytes for ever.'),
      ...exportLinks(),
      docs: LINKS.docs
    })
  })

type Sets = Parameters<typeof responseHeaders>[0]
type More = { parameters?: Schema; headers?: Sets; suffix?: string; answer?: string }

const operation = (
  operationId: string,
  summary: string,
  description: string,
  content: Schema,
  { parameters = {}, headers = ['list'], suffix, answer = summary }: More = {}
): Schema => ({
  operationId,
  summary,
  description,
  tags: ['service'],
  ...(suffix
    ? {
        params: {
          type: 'object',
          properties: { suffix: { type: 'string', enum: [suffix], description: 'The format.' } }
        }
      }
    : {}),
  querystring: query(parameters),
  response: {
    200: { description: `${answer}.`, headers: responseHeaders(headers), content },
    ...problemResponses('data')
  }
})

const COVERAGE = 'How complete the data are'

const coverage = (datasets: readonly Dataset[], operationId: string, summary: string): Schema => {
  const { lang, release, format, dialect } = commonParameters(datasets[0] as Dataset)
  const parameters = {
    dataset: component(
      'coverage.dataset',
      anyOfNames(
        datasets.map(({ name }) => name),
        'Only these datasets, joined by commas.'
      )
    ),
    lang,
    release,
    format,
    dialect
  }
  return {
    ...operation(
      operationId,
      summary,
      'For every column of every dataset: how many rows there are, how many have a value, how many of these only say that the IRM published no rating, and how many different values occur. Measured once per release.',
      contentOf(coverageList()),
      { parameters, headers: ['list', 'export', 'language'], answer: COVERAGE }
    ),
    [RESPONSE]: 'coverage'
  }
}

/** By the names that routes give. */
export const metadataOperations: Record<string, (subject: never) => Schema> = {
  dataPackage: () =>
    operation(
      'dataPackage',
      'Data Package of a release',
      'All datasets of a release with the addresses and digests of their CSV files and all columns (Data Package 2.0); the zip of the release holds the same with file names. 503 with `Retry-After` while the files are being made.',
      { 'application/json': { schema: packageSchema } },
      {
        parameters: {
          lang: langParameter,
          release: releaseParameter
        },
        headers: ['list', 'language'],
        suffix: '.json'
      }
    ),
  catalog: () =>
    operation(
      'catalog',
      'Catalogue for data portals',
      'All datasets with their distributions, and all releases as a series, as DCAT-AP 3 in JSON-LD; in English and French.',
      { 'application/ld+json': { schema: catalogSchema } },
      { suffix: '.jsonld' }
    ),
  coverage: (datasets: readonly Dataset[]) => coverage(datasets, 'coverage', COVERAGE),
  exportCoverage: (datasets: readonly Dataset[]) => ({
    ...coverage(datasets, 'exportCoverage', 'Download how complete the data are'),
    params: { type: 'object', properties: suffixParameter }
  })
}
