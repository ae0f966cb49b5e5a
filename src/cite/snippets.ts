/** A query as code: each snippet runs as it stands and gets every row, since exports are whole. */

export type Snippet = {
  name: string
  title: string
  /** The code for the addresses of a query by format; they hold nothing but printable ASCII. */
  write: (formats: Readonly<Record<string, string>>) => string
}

/** One word for a POSIX shell. */
export const shellWord = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A string in JavaScript, Python and R alike. */
const quoted = (text = '') => JSON.stringify(text)

/** A string in a spreadsheet formula and in Power Query M: a quotation mark is written twice. */
const doubled = (text = '') => `"${text.replaceAll('"', '""')}"`

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
  }
]

export const writeSnippets = (formats: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(SNIPPETS.map(({ name, write }) => [name, write(formats)]))
