/** The OpenAPI document of version 1, as @fastify/swagger gathers it from the routes. */
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { deprecatedAt } from '../src/http/headers/deprecation.ts'
import type { Documented } from '../src/http/operation.ts'
import { DEPRECATED } from '../src/v1/deprecations.ts'
import { API_VERSION, DATASETS, LICENSE, PREFIX } from '../src/v1/index.ts'
import { withComponents } from './components.ts'
import { changeOperations } from './operations/changes.ts'
import { checkOperations } from './operations/check.ts'
import { citeOperations } from './operations/cite.ts'
import { datasetOperations } from './operations/datasets.ts'
import { documentOperations } from './operations/documents.ts'
import { indicatorOperations } from './operations/indicators.ts'
import { metadataOperations } from './operations/metadata.ts'
import { reconcileOperations } from './operations/reconcile.ts'
import { releaseOperations } from './operations/releases.ts'
import { searchOperations } from './operations/search.ts'
import { serviceOperations } from './operations/service.ts'

const description = `Open Government Partnership (OGP) data, free to read, cite and reuse: members, eligibility scores, commitments and how the Independent Reporting Mechanism (IRM) assessed them, and what else OGP’s French brochure of December 2016 says.

**Promises.** Keyless and read-only for every origin. Every answer says how many rows match and how to get the rest. Codes are stable and values unaltered; a published column keeps its name, meaning and place. Every row names its source. Null (no source says), zero, \`not_reviewed\`, \`no_data\` and \`not_applicable\` are different things and stay different in every format. Data move by releases: any address can be pinned with \`release=\` and then returns the same bytes for ever.

**Assistants** ask by the Model Context Protocol at \`/mcp\` on this host (Streamable HTTP, without key, session or stream): search, named figures, counts in groups, rows, records with their history, the check of a figure, citations. The tools ask the addresses below.

**Formats.** Suffix (\`/members.csv\`), parameter (\`format=csv\`) and \`Accept\` header are three equal ways; where they disagree, the suffix wins, then the parameter. JSON comes in pages, all other formats whole. CSV follows RFC 4180: comma, CRLF, UTF-8 without a byte-order mark; an empty cell alone is null (pandas: \`keep_default_na=False, na_values=['']\`, R: \`na.strings = ""\`, csvkit: \`--blanks\`; \`NA\` is Namibia, \`none\` a code); lists are joined by \`|\`. No text is made a formula. A workbook (\`.xlsx\`, \`.ods\`) has the sheets data, dictionary and citation; a bundle (\`.zip\`) the rows as CSV, a dictionary, a README, citations, digests and, where the Explorer has one, its chart (SVG).

**Queries.** Any of: \`country=CL,IT\`. None of: \`country=!CL\`. No source says: \`impact=null\`. Ranges: \`year=2012..2014\`. Lists: \`theme=open-data,education\` any, \`theme=open-data+education\` all. Anything unknown is a 400 that lists every fault and the nearest names; nothing is ignored. In the order of \`sort\` missing values come last and coded ones go from weakest to strongest; rows that are equal by it follow their id.

**Counting.** \`/aggregate\` behind a dataset counts its rows in groups. Missing values are a group of their own and never drop out; a row counts in every group of a list it belongs to. \`of\` names the groups whose rows a share is of: \`group=country,star&measure=share&of=country\` tells which share of each country’s rows has a star of each formula. \`sum.\`, \`avg.\`, \`min.\`, \`max.\` and \`median.\` take a numeric column and come with \`n_<column>\`, the rows that have a value; a share comes with its denominator. JSON holds the first 10000 groups, exports all.

**Errors** follow RFC 9457; their \`type\` leads to an explanation, their \`code\` never changes.`

const OPERATIONS: Record<string, (subject: never) => Record<string, unknown>> = {
  ...datasetOperations,
  ...changeOperations,
  ...indicatorOperations,
  ...searchOperations,
  ...reconcileOperations,
  ...releaseOperations,
  ...citeOperations,
  ...checkOperations,
  ...metadataOperations,
  ...serviceOperations,
  ...documentOperations
}

const swaggerOptions: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'OGP Open Data',
      version: API_VERSION,
      summary: 'What governments promised in the Open Government Partnership, and what became of it.',
      description,
      termsOfService: 'https://creativecommons.org/licenses/by/4.0/',
      contact: {
        name: 'Open Government Partnership, where the data come from',
        url: 'https://www.opengovpartnership.org/',
        email: 'info@opengovpartnership.org'
      },
      license: { name: LICENSE.name, url: LICENSE.url },
      'x-api-id': 'ogp-open-data',
      'x-audience': 'external-public',
      'x-summary': 'Keyless, read-only, versioned data of the Open Government Partnership.'
    } as never,
    servers: [{ url: PREFIX, description: 'Production: version 1 on this host.', 'x-internal': false } as never],
    security: [],
    tags: [
      ...DATASETS.map(({ name, title, description: [text] }) => ({
        name,
        description: text,
        'x-displayName': title[0]
      })),
      {
        name: 'indicators',
        description: 'Figures by name: what each counts, of what, and when its values may be compared.',
        'x-displayName': 'Indicators'
      },
      {
        name: 'search',
        description: 'One search for everything: names, codes, texts and definitions, with suggestions.',
        'x-displayName': 'Search'
      },
      {
        name: 'reconcile',
        description: 'Joining a spreadsheet to the data: the Reconciliation Service API 0.2, as OpenRefine speaks it.'
      },
      { name: 'service', description: 'The service itself: index, releases, state.' }
    ]
  },
  stripBasePath: true,
  hideUntagged: true,
  transform: ({ url, route }) => {
    const { operation = '', subject } = (route.config ?? {}) as Partial<Documented>
    const describe = OPERATIONS[operation]
    const deprecated = deprecatedAt(DEPRECATED, url, []).length > 0 ? { deprecated: true } : {}
    return { url, schema: (describe ? { ...describe(subject as never), ...deprecated } : { hide: true }) as never }
  },
  transformObject: document =>
    'openapiObject' in document ? (withComponents(document.openapiObject as never) as never) : ({} as never)
}

export type Gathered = {
  /** Listens to the routes that are added from now on. */
  beforeRoutes(api: FastifyInstance): Promise<void>
  /** What they told, once the service is ready. */
  document(): Record<string, unknown>
}

/** Gathers the document from the routes of a service. */
export function gather(): Gathered {
  let document: Gathered['document'] = () => ({})
  const beforeRoutes = async (api: FastifyInstance) => {
    await api.register(swagger, swaggerOptions)
    document = () => api.swagger() as never
  }
  return { beforeRoutes, document: () => document() }
}
