/** One record of a file, whatever its layout, as one normalised commitment or process assessment. */
import type { TableName } from '../db/tables.ts'
import { isMissing, readNumber } from './cells/values.ts'
import type { Row } from './copy-format.ts'
import { assessmentOf, type Context, commitmentOf, type Found } from './facts.ts'
import type { Record } from './files/file.ts'
import { type Header, plainName } from './layouts/layout.ts'
import { checkRow, type Fault } from './validate.ts'

/** `faults` keep a row out; `left` are cells that are left empty, since they cannot be read. */
export type Normalised = { values: Row; faults: Fault[]; left: Fault[] } | 'skipped'

/** How many unnamed columns a file may carry behind its last named one. */
const EMPTY_COLUMNS = 20
const TABLES: { [kind in Header['layout']['kind']]: TableName[] } = {
  commitments: ['commitments', 'irm_readings'],
  process: ['process_assessments']
}

const isIndex = (cells: readonly string[]) =>
  cells.length > 3 && cells.every((cell, index) => cell.trim() === String(index))
const isBlank = (cells: readonly string[]) => cells.every(text => text.trim() === '')
const isTotal = (cells: readonly string[]) =>
  cells.filter(text => /^[\d.,%\s]*$|^sum$|^total$/i.test(text.trim())).length >= cells.length - 1

/** Reads a record; `skipped` for blank lines, repeated headers, index rows, totals and rows that say nothing. */
export function normalise(record: Record, context: Context): Normalised {
  const { header, file } = context
  const { cells, line } = record
  const { country, plan, year } = header.layout.columns
  const cell = (column: string | undefined) => {
    const places = (column && header.places.get(column)) || []
    return (
      cells[places.find(place => (cells[place] ?? '').trim() !== '') ?? -1] ??
      (column && header.constants?.get(column)) ??
      ''
    )
  }
  const named = cell(country).trim()
  const isHeading = plainName(named) === plainName(country) || context.headings.has(cells.join('\t'))
  if (isBlank(cells) || isIndex(cells) || isHeading || (named === '' && isTotal(cells))) return 'skipped'

  const at = { file, line }
  const faults: Fault[] = shapeFaults(cells, header).map(fault => ({ ...at, ...fault }))
  if (faults.length > 0) return { values: {}, faults, left: [] }
  const left: Fault[] = []
  const refuse = (fault: Found) => void faults.push({ ...at, ...fault })
  const leave = (fault: Found) => void left.push({ ...at, ...fault })

  const place = context.places.find(named, cell((header.layout.columns as { placeCode?: string }).placeCode))
  if (!named) refuse({ column: country, value: '', reason: 'is missing' })
  else if (!place) refuse({ column: country, value: named, reason: 'is not the name of a country or member' })
  const number = plan ? readNumber(cell(plan), 1, 99).number : String(context.plan)
  if (!number) {
    const value = cell(plan)
    refuse({
      column: plan ?? '',
      value,
      reason: value.trim() ? 'must be the number of a plan, 1 to 99' : 'is missing'
    })
  }
  if (!place || !number) return { values: {}, faults, left }

  const common = { place, plan: number, line, cell, refuse, leave, context }
  const { layout } = header
  const values = layout.kind === 'commitments' ? commitmentOf(layout, common) : assessmentOf(layout, common)
  const answers = [...layout.codes, ...layout.numbers].flatMap(({ field }) => values[field] ?? [])
  // "Not reviewed" throughout, of a plan that the file does not even date, says nothing of the plan.
  if (layout.kind === 'process' && left.length === 0 && !cell(year).trim() && answers.every(isMissing)) return 'skipped'

  const whole = { id: 'x', edition: context.edition, commitment: 'x', ...values }
  for (const fault of TABLES[layout.kind].flatMap(table => checkRow(table, whole, at))) {
    if (fault.value === '') {
      if (!faults.some(({ reason }) => reason === fault.reason)) faults.push(fault)
    } else {
      values[fault.column] = null
      left.push(fault)
    }
  }
  return { values, faults, left }
}

/** A row cut short, one that goes on beyond the header, or one in which a column that stands twice says two things. */
function shapeFaults(cells: readonly string[], { width, reach, places }: Header): Found[] {
  const column = `column ${cells.length}`
  if (cells.length < reach)
    return [{ column, value: cells.at(-1) ?? '', reason: `the row has ${cells.length} cells, and the header ${width}` }]
  const beyond = cells.slice(width).find(text => text.trim() !== '')
  if (beyond !== undefined && cells.length > width + EMPTY_COLUMNS)
    return [{ column, value: beyond, reason: `is beyond the header, which has ${width} columns` }]
  return [...places].flatMap(([name, at]) => {
    if (at.length < 2) return []
    const said = [...new Set(at.map(place => (cells[place] ?? '').trim()).filter(Boolean))]
    return said.length > 1
      ? [{ column: name, value: said.join(' | '), reason: 'stands twice in the header, with different values here' }]
      : []
  })
}
