/** What explains the files of a release: a Data Package (v2) for programs, a page of text for people. */

import { workOf } from '../cite/bibliographic-record.ts'
import { toApa } from '../cite/styles/apa.ts'
import type { Table } from '../engine/definition/bridge.ts'
import { tableSchema } from '../engine/table-schema.ts'
import { type Lang, type Words, wordsIn } from '../i18n/words.ts'
import { ATTRIBUTION, LICENSE, PREFIX } from '../v1/index.ts'
import type { Order, ReleaseFile } from './file.ts'

type Release = Order['release']

const TITLE: Words = ['OGP Open Data, release', 'OGP Open Data, version']

/** How to name this release in a text. */
export const citationOf = (release: Pick<Release, 'id' | 'date'>): string => toApa(workOf({ release, lang: 'en' }))

/**
 * The Data Package (v2) of a release: those of its tables that are among the files, with every column, at the path that
 * each file has. `release` is told apart from others by its id; the same release gives the same descriptor.
 */
export const dataPackage = (
  release: Pick<Release, 'id' | 'title' | 'note' | 'date'>,
  tables: readonly Table[],
  files: ReadonlyMap<string, Pick<ReleaseFile, 'bytes' | 'sha256'>>,
  pathOf: (name: string) => string,
  lang: Lang = 'en'
) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: `ogp-open-data-${release.id.toLowerCase().replaceAll('_', '-')}`,
  title: `${wordsIn(TITLE, lang)} ${release.id}`,
  description: [release.title, release.note].filter(Boolean).join('. '),
  version: release.id,
  created: `${release.date}T00:00:00Z`,
  licenses: [{ name: LICENSE.name.replaceAll(' ', '-'), path: LICENSE.url, title: LICENSE.name }],
  contributors: [{ title: ATTRIBUTION, roles: ['creator'] }],
  resources: tables.flatMap(table => {
    const name = `${table.name}.csv`
    const file = files.get(name)
    if (!file) return []
    return {
      name: table.name,
      title: wordsIn(table.title, lang),
      description: wordsIn(table.description, lang),
      path: pathOf(name),
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      schema: tableSchema(PREFIX, table, lang)
    }
  })
})

/** The text that comes with the files. */
export const readme = (release: Release, rows: Readonly<Record<string, number>>, tables: readonly Table[]): string =>
  `# OGP Open Data, release ${release.id}

${release.title}.${release.note ? ` ${release.note}` : ''} The data speak of ${release.date}. This release never changes.

## To cite

> ${citationOf(release)}

Licence of the compilation: ${LICENSE.name} (${LICENSE.url}). What a source says of itself stands in sources.csv; every row names its source in \`source_id\` and \`source_locator\`.

## To read

- CSV after RFC 4180: commas, CRLF, UTF-8 without a byte-order mark, one header row.
- An empty cell is null: no source says. \`not_reviewed\`, \`no_data\` and \`not_applicable\` are the IRM's own words and something else.
- Lists in one cell are joined by \`|\`; each list is a file of its own as well, with a row for each value: join it by \`id\`, and sum \`…_weight\` to count rows and not values. Rows without values are not in it.
- Dates are as precise as the sources are: 2012, 2012-04 or 2012-04-17.
- Columns such as \`number\` are text: a spreadsheet that takes 2.10 for a number makes 2.1 of it.
- datapackage.json describes every column (Data Package 2.0); code-lists.csv explains every code. SHA256SUMS: \`sha256sum --check SHA256SUMS\`.

## Files

${tables.map(({ name, description }) => `- **${name}.csv**, ${rows[name]} rows. ${description[0]}`).join('\n')}
`
