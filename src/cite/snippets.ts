/** A query as code: each snippet runs as it stands and gets every row, since exports are whole. */

import { type Lang, typeset, type Words, wordsIn } from '../i18n/words.ts'

type Formats = Readonly<Record<string, string>>

type Asked = {
  /** The same addresses pinned to their release. */
  pinned: Formats
  say: (words: Words) => string
}

export type Snippet = {
  name: string
  title: string
  /** The code for the addresses of a query by format; they hold nothing but printable ASCII. */
  write: (formats: Formats, asked: Asked) => string
}

/** One word for a POSIX shell. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A string in JavaScript, Python and R alike. */
const quoted = (text = '') => JSON.stringify(text)

/** A string in a spreadsheet formula and in Power Query M: a quotation mark is written twice. */
const doubled = (text = '') => `"${text.replaceAll('"', '""')}"`

/** A string in SQL. */
const inSql = (text = '') => `'${text.replaceAll("'", "''")}'`

const LIVE: Words = ['# Live, with every new release:', '# En direct, à chaque nouvelle version :']
const PRINT: Words = ['# For print, the same for ever:', '# Pour l’imprimé, toujours identique :']

/** For tools that take an address where they are told to, and no code. */
const linked =
  (where: Words): Snippet['write'] =>
  ({ csv = '' }, { pinned, say }) =>
    [say(where), say(LIVE), csv, say(PRINT), pinned.csv ?? csv].join('\n')

export const SNIPPETS: readonly Snippet[] = [
  {
    name: 'curl',
    title: 'curl',
    write: ({ csv = '' }) => `curl -fsS ${shellWord(csv)}`
  },
  {
    name: 'javascript',
    title: 'JavaScript (fetch)',
    write: ({ ndjson }) => `const answer = await fetch(${quoted(ndjson)})
if (!answer.ok) throw new Error(await answer.text())
const rows = (await answer.text()).split('\\n').filter(Boolean).map(line => JSON.parse(line))
console.log(rows.length)`
  },
  {
    name: 'python',
    title: 'Python (standard library)',
    write: ({ csv }) => `import csv, io, urllib.request

with urllib.request.urlopen(${quoted(csv)}) as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))
print(len(rows))`
  },
  {
    // NA is Namibia, not a missing value.
    name: 'pandas',
    title: 'Python (pandas)',
    write: ({ csv }) => `import pandas; rows = pandas.read_csv(${quoted(csv)}, keep_default_na=False, na_values=[""])`
  },
  {
    // R takes a quoted empty cell alone in its row for a blank line.
    name: 'r',
    title: 'R',
    write: ({ csv }) =>
      `rows <- read.csv(${quoted(csv)}, na.strings = "", blank.lines.skip = FALSE, encoding = "UTF-8")`
  },
  {
    name: 'sheets',
    title: 'Google Sheets',
    write: ({ csv }) => `=IMPORTDATA(${doubled(csv)})`
  },
  {
    name: 'excel',
    title: 'Excel (Power Query M)',
    write: ({ csv }) => `let
    Source = Csv.Document(Web.Contents(${doubled(csv)}), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
in
    Rows`
  },
  {
    // Power BI takes an empty text for a value, and shows it in every chart.
    name: 'powerbi',
    title: 'Power BI (Power Query M)',
    write: ({ csv }) => `let
    Source = Csv.Document(Web.Contents(${doubled(csv)}), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
    Rows = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
    Known = Table.ReplaceValue(Rows, "", null, Replacer.ReplaceValue, Table.ColumnNames(Rows))
in
    Known`
  },
  {
    name: 'datawrapper',
    title: 'Datawrapper',
    write: linked([
      '# Upload data > Link external dataset > Link to external data source',
      '# Upload data > Link external dataset > Link to external data source'
    ])
  },
  {
    name: 'flourish',
    title: 'Flourish',
    write: linked(['# Data > Upload data > Live CSV', '# Data > Upload data > Live CSV'])
  },
  {
    name: 'tableau',
    title: 'Tableau',
    write: ({ csv = '' }, { say }) =>
      `${say([
        '# Then in Tableau: Connect > To a File > Text file',
        '# Puis dans Tableau : Connexion > À un fichier > Fichier texte'
      ])}
curl -fsSo ogp-open-data.csv ${shellWord(csv)}`
  },
  {
    name: 'duckdb',
    title: 'DuckDB',
    write: ({ csv }) => `SELECT * FROM read_csv(${inSql(csv)}, header = true, nullstr = '');`
  },
  {
    name: 'observable',
    title: 'Observable (D3)',
    write: ({ csv }) => `rows = d3.csv(${quoted(csv)}, d3.autoType)`
  },
  {
    name: 'grafana',
    title: 'Grafana (Infinity)',
    write: ({ csv }) =>
      JSON.stringify(
        { type: 'csv', source: 'url', parser: 'backend', format: 'table', url: csv, url_options: { method: 'GET' } },
        null,
        2
      )
  },
  {
    // The name of the driver in front, since the address need not end in .csv.
    name: 'qgis',
    title: 'QGIS (Python)',
    write: ({ csv = '' }) => `iface.addVectorLayer(${quoted(`CSV:/vsicurl/${csv}`)}, "OGP Open Data", "ogr")`
  }
]

/** Every snippet by its name, for the addresses of a query as asked and as pinned. */
export const writeSnippets = (
  formats: Formats,
  pinned: Formats = formats,
  lang: Lang = 'en'
): Record<string, string> => {
  const say = (words: Words) => typeset(wordsIn(words, lang), lang)
  return Object.fromEntries(SNIPPETS.map(({ name, write }) => [name, write(formats, { pinned, say })]))
}
