/** Rows of texts as CSV (RFC 4180), for what reads files. */

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A line a row, each as wide as the widest. */
export function* stringify(rows: readonly (readonly string[])[]): Generator<string> {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  for (const row of rows) yield `${Array.from({ length: width }, (_, at) => quoted(row[at] ?? '')).join(',')}\n`
}
