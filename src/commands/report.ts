/** An import report as text for people. */

import type { ImportReport } from '../import/import.ts'
import { describeFault, type Fault } from '../import/validate.ts'

const FAULTS_SHOWN = 50
const DELIMITER_NAMES: { [delimiter: string]: string } = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }

const table = (rows: readonly (readonly (string | number)[])[]): string[] => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => String(row[at]).length)))
  return rows.map(row =>
    row
      .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at] ?? 0) : String(cell).padStart(widths[at] ?? 0)))
      .join('  ')
  )
}

const OUTCOMES: { [outcome in ImportReport['outcome']]: (report: ImportReport) => string } = {
  published: ({ release }) => `Release ${release} is published. To take it back: npm run releases -- rollback`,
  'nothing changed': () => 'Nothing changed; there is no new release.',
  'dry run': () => 'This was a dry run; nothing was published.',
  refused: () => 'Rows were refused, or cells could not be read; nothing was published.'
}

/** Everything an operator needs to know, in lines. */
export function describeReport(report: ImportReport): string[] {
  const files = report.files.flatMap(
    ({ file, layout, encoding, delimiter, sheet, read, skipped, refused, left, unread, missing }) => [
      `${file}: ${layout} (${sheet === undefined ? `${encoding}, ${DELIMITER_NAMES[delimiter] ?? delimiter}` : `sheet "${sheet}"`})`,
      `  ${read} rows read, ${refused} refused, ${skipped} blank, repeated header or total${left > 0 ? `; ${left} cells left empty` : ''}`,
      ...(missing.length > 0 ? [`  not in the file, and so left as it is: ${missing.join(', ')}`] : []),
      ...(unread.length > 0
        ? [`  not read, since they follow from other columns or have no place here: ${unread.join(', ')}`]
        : [])
    ]
  )
  const tables = Object.entries(report.tables).map(([name, { read, added, changed, unchanged, ended }]) => [
    name,
    read,
    added,
    changed,
    unchanged,
    ended
  ])
  return [
    ...files,
    '',
    ...(tables.length > 0 ? [...table([['', 'rows', 'new', 'changed', 'unchanged', 'ended'], ...tables]), ''] : []),
    ...listed('refused', report.refusals),
    ...listed('left empty', report.left),
    OUTCOMES[report.outcome](report)
  ]
}

function listed(what: string, faults: readonly Fault[]): string[] {
  const shown = faults.slice(0, FAULTS_SHOWN)
  return [
    ...shown.map(fault => `${what}: ${describeFault(fault)}`),
    ...(faults.length > shown.length ? [`and ${faults.length - shown.length} more; --json lists them`] : []),
    ...(shown.length > 0 ? [''] : [])
  ]
}
