/** A short guide for language models and whoever writes for them (llmstxt.org). */
import { DOCS_PATH, inLanguage } from '../../engine/links.ts'
import type { Service } from '../../engine/service.ts'
import { landingOf } from '../addresses.ts'
import { NAME, READING_CSV, SUMMARY } from '../words.ts'

/** The guide as Markdown; every address in it can be asked for. */
export function llmsText(service: Service, origin: string): string {
  const { prefix, datasets, releases, license, attribution } = service
  const { id, date } = releases.current()
  const api = `${origin}${prefix}`
  const listed = datasets.map(
    ({ name, title, row }) => `- [${title[0]}](${landingOf(origin, name)}): one row is ${row[0]}; ${api}/${name}`
  )
  return `# ${NAME}

> ${SUMMARY[0]}

Data change only by releases; the newest is ${id} (the data speak of ${date}). With \`release=${id}\` an address returns the same bytes for ever: cite that one. Null means that no source says; \`not_reviewed\`, \`no_data\` and \`not_applicable\` are the IRM's own words and no nulls. Every row names its source. Of some action plans all commitments are here, of others a selection: \`meta.extent\` and \`meta.notes\` of every list and aggregate say whether its totals are OGP's.

Licence: ${license.name} (${license.url}). Credit: ${attribution}.

## Ask

Every dataset has a list, \`${api}/{dataset}\` (JSON, in pages; follow \`links.next\`), whole exports, \`${api}/{dataset}.csv\` and \`.ndjson\`, rows, \`${api}/{dataset}/{id}\`, and columns with their meaning, \`${api}/{dataset}/schema\`. A wrong parameter is a 400 that lists what is allowed. In CSV: ${READING_CSV[0]}

- Where to begin: [${api}/search?q=open%20data](${api}/search?q=open%20data) looks through countries, themes, plans, commitments, codes with their definitions, indicators and datasets, and says why each hit matches
- Any of, none of: [${api}/members?country=CL,IT](${api}/members?country=CL,IT), [country=!CL](${api}/members?country=!CL)
- A range, both ends included: [${api}/eligibility-scores?year=2012..2014](${api}/eligibility-scores?year=2012..2014)
- All of a list, some columns, an order: [${api}/commitments?theme=open-data+education&fields=id,title&sort=-year](${api}/commitments?theme=open-data+education&fields=id,title&sort=-year)
- No source says: [${api}/commitments?impact=null](${api}/commitments?impact=null)
- One row for each theme, for pivot tables: [${api}/commitments.csv?split=themes&country=CL](${api}/commitments.csv?split=themes&country=CL)
- Names beside codes, in French: [${api}/commitments?labels=true&lang=fr&limit=1](${api}/commitments?labels=true&lang=fr&limit=1)
- What a code means: [${api}/code-lists?field=completion](${api}/code-lists?field=completion)

## Tools

\`${origin}/mcp\` speaks the Model Context Protocol (Streamable HTTP by POST, without key or session): search, indicator, count_groups, query_rows, get_record, check_figure, cite, describe_dataset. Each answer has its release, permalink, citation, what its numbers are of, and what was left out.

## Documents

- [OpenAPI](${api}/openapi.json): every address, parameter and property; in French with \`lang=fr\`; of one dataset, small enough to be read whole: \`${api}/openapi/{dataset}.json\`, as [${api}/openapi/members.json](${api}/openapi/members.json)
- [Documentation](${origin}${DOCS_PATH}): the same, for people; [in French](${inLanguage(`${origin}${DOCS_PATH}`, 'fr')})
- [Releases](${api}/releases): all data as files
- [Data Package](${api}/datapackage.json): all columns of all datasets
- [DCAT-AP catalogue](${api}/catalog.jsonld)
- [Coverage](${api}/coverage): how complete each column is

## Datasets

${listed.join('\n')}
`
}
