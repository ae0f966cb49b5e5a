/** One record of a file, whatever its layout, as one normalised commitment or process assessment. */
import { checkRow, type Fault } from './check.ts'
import type { Row } from './copy.ts'
import { readDate } from './dates.ts'
import type { Record } from './file.ts'
import { type CommitmentLayout, type Header, type Layout, type ProcessLayout, plainName } from './layout.ts'
import type { Place, Places } from './places.ts'
import { mintId, titleKey } from './title.ts'
import { isMissing, readCode, readLine, readNumber, readText } from './values.ts'

export type Context = {
  file: string
  header: Header
  places: Places
  /** Theme and proper spelling of a tag, by taxonomy and column name. */
  themes: ReadonlyMap<string, { tag: string; theme: string }>
  edition: string
  sourceId: string
  /** Where a line of the file is found. */
  locator: (line: number) => string
  /** The plan that a file without plan numbers speaks of. */
  plan: number
  /** Header rows, which some files repeat before the data. */
  headings: ReadonlySet<string>
}

export type Normalised = { values: Row; faults: Fault[] } | 'skipped'

const isIndex = (cells: readonly string[]) =>
  cells.length > 3 && cells.every((cell, index) => cell.trim() === String(index))
const missing = (column: string): Omit<Fault, 'file' | 'line'> => ({ column, value: '', reason: 'is missing' })

/** Reads a record; `skipped` for blank lines, repeated headers, index rows and totals. */
export function normalise(record: Record, context: Context): Normalised {
  const { header, file } = context
  const { cells, line } = record
  const cell = (column: string | undefined) => (column ? (cells[header.places.get(column) ?? -1] ?? '') : '')
  const { country, plan, year } = header.layout.columns
  const isHeading = plainName(cell(country)) === plainName(country) || context.headings.has(cells.join('\t'))
  if (cells.every(text => text.trim() === '') || isIndex(cells) || isHeading) return 'skipped'
  const { width, reach } = header
  const beyond = cells.slice(width).find(text => text.trim() !== '')
  const faults: Fault[] = []
  const refuse = (fault: Omit<Fault, 'file' | 'line'>) => void faults.push({ file, line, ...fault })

  const named = cell(country).trim()
  const isTotal =
    named === '' && cells.filter(text => /^[\d.,%\s]*$|^sum$|^total$/i.test(text.trim())).length >= cells.length - 1
  if (isTotal) return 'skipped'
  if (cells.length < reach) {
    const reason = `makes ${cells.length} cells, where the header has ${width}`
    return { values: {}, faults: [{ file, line, column: `column ${cells.length}`, value: cells.at(-1) ?? '', reason }] }
  }
  if (beyond !== undefined && cells.length > width + EMPTY_COLUMNS) {
    refuse({
      column: `column ${cells.length}`,
      value: beyond,
      reason: `is beyond the header, which has ${width} columns`
    })
  }
  const place = context.places.find(named, cell((header.layout.columns as { placeCode?: string }).placeCode))
  if (!named) refuse(missing(country))
  else if (!place) refuse({ column: country, value: named, reason: 'is no country or member known here' })
  const planNumber = plan ? readNumber(cell(plan), 1, 99) : { number: String(context.plan), missing: null }
  if (!planNumber.number)
    refuse(
      plan && cell(plan).trim()
        ? { column: plan, value: cell(plan), reason: 'must be the number of a plan, 1 to 99' }
        : missing(plan ?? '')
    )
  const submitted = readNumber(cell(year), 2009, 2100)
  if (submitted.refused) refuse({ column: year ?? '', value: cell(year), reason: 'must be a year' })
  if (!place || !planNumber.number) return { values: {}, faults }

  const common = { place, plan: planNumber.number, year: submitted.number, line, cell, refuse, context }
  const values =
    header.layout.kind === 'commitments' ? commitment(header.layout, common) : process(header.layout, common)
  const answers = [...header.layout.codes, ...header.layout.numbers].flatMap(({ field }) => values[field] ?? [])
  // "Not reviewed" throughout, of a plan that the file does not even date, says nothing of the plan.
  if (header.layout.kind === 'process' && !submitted.number && answers.every(isMissing)) return 'skipped'
  const table =
    header.layout.kind === 'commitments'
      ? (['commitments', 'irm_readings'] as const)
      : (['process_assessments'] as const)
  const columns = { id: 'x', edition: context.edition, commitment: 'x', ...values }
  for (const name of table) {
    faults.push(
      ...checkRow(name, columns, { file, line }).filter(fault => !faults.some(known => known.column === fault.column))
    )
  }
  return { values, faults }
}

/** How many unnamed columns a file may carry behind its last named one. */
const EMPTY_COLUMNS = 20

type Common = {
  place: Place
  plan: string
  year: string | null
  line: number
  cell: (column: string | undefined) => string
  refuse: (fault: Omit<Fault, 'file' | 'line'>) => void
  context: Context
}

/** Coded columns and numbers, with what is odd about them. */
function coded(layout: Layout, { cell, refuse }: Common): { values: Row; conflicts: string[] } {
  const values: Row = {}
  const conflicts: string[] = []
  for (const { field, column, number, scale } of layout.codes) {
    const { code, conflict, refused } = readCode(field, scale, cell(column), number ? cell(number) : undefined)
    values[field] = code
    if (conflict) conflicts.push(conflict)
    if (refused)
      refuse({
        column,
        value: refused.value,
        reason: `must be one of ${refused.allowed.join(', ')}`,
        allowed: refused.allowed
      })
  }
  for (const { field, column, low, high, none } of layout.numbers) {
    const isNone = none !== undefined && plainName(cell(column)) === plainName(none)
    const { number, missing: why, refused } = readNumber(isNone ? 'NA' : cell(column), low, high)
    // The database of 2024 writes "not reviewed" as -1.
    const reviewed = !(field === 'irm_based_score' && number === '-1')
    values[field] = reviewed ? number : null
    values[`${field}_missing`] = reviewed ? why : 'not_reviewed'
    if (refused)
      refuse({ column, value: cell(column), reason: `must be a whole number from ${low} to ${high}, or NR, ND, NA` })
  }
  return { values, conflicts }
}

function commitment(layout: CommitmentLayout, common: Common): Row {
  const { place, plan, year, line, cell, refuse, context } = common
  const { columns } = layout
  const { values, conflicts } = coded(layout, common)
  const title = readLine(cell(columns.title)) ?? readLine(cell(columns.shortTitle))
  if (!title) refuse(missing(columns.title))
  const planId = `${place.slug}-${plan}`
  const number = readLine(cell(columns.number))
  const found = layout.tags
    .filter(tag => cell(tag).trim() === '1')
    .map(tag => context.themes.get(`${layout.scheme} ${plainName(tag)}`) ?? { tag, theme: null })
  const tagged = layout.tags.some(tag => /^[01]$/.test(cell(tag).trim()))
  const marked = (names: { [column: string]: string }) => {
    const list = Object.entries(names).flatMap(([column, code]) => (cell(column).trim() === '1' ? [code] : []))
    return list.length > 0 ? list : null
  }
  const [start, end] = [columns.start, columns.end].map(column => {
    const text = cell(column).trim()
    return { text: text || null, ...readDate(text) }
  })
  const doubtful = [start?.ambiguous && 'start', end?.ambiguous && 'end']
    .filter(Boolean)
    .map(name => `${name}: day/month order ambiguous`)
  const values3 = [
    'relevance_access_to_information',
    'relevance_civic_participation',
    'relevance_public_accountability'
  ].map(field => values[field])
  if (
    (values.relevant === 'yes' && values3.every(value => value === 'no')) ||
    (values.relevant === 'no' && values3.includes('yes'))
  ) {
    conflicts.push(
      `relevant: flag=${values.relevant === 'yes' ? 1 : 0} values=${values3.map(value => (value === 'yes' ? 1 : 0)).join('/')}`
    )
  }
  const assessed = cell(columns.assessed).trim()
  const themes = [...new Set(found.flatMap(({ theme }) => (theme ? [theme] : [])))]
  const ogpId = readText(cell(columns.ogpId))
  // Spread last: before so many names it takes fifty times as long on Node 20.
  return {
    line: String(line),
    proposed: title ? mintId(planId, number ?? '', title) : null,
    ogp_id: ogpId,
    ogp_id_basis: ogpId ? 'in the source' : null,
    member: place.member,
    country: place.country,
    locality: place.locality,
    plan: planId,
    plan_number: plan,
    year,
    number,
    title,
    title_key: title ? titleKey(title) : null,
    short_title: readLine(cell(columns.shortTitle)),
    full_text: readText(cell(columns.fullText)),
    plan_heading: readLine(cell(columns.heading)),
    lead_institution: readLine(cell(columns.lead)),
    supporting_institutions: readLine(cell(columns.supporting)),
    themes: themes.length > 0 ? themes : null,
    tags: found.length > 0 ? found.map(({ tag }) => tag) : null,
    tag_scheme: tagged ? layout.scheme : null,
    grand_challenges: marked(layout.challenges),
    working_groups: marked(layout.groups),
    start_date: start?.date ?? null,
    start_date_text: start?.text ?? null,
    end_date: end?.date ?? null,
    end_date_text: end?.text ?? null,
    ogp_url: readText(cell(columns.url)),
    described_in: context.edition,
    note: doubtful.length > 0 ? `${doubtful.join('; ')}`.replace(/^./, first => first.toUpperCase()).concat('.') : null,
    source_id: context.sourceId,
    source_locator: context.locator(line),
    assessed:
      assessed === '1' || /^y(es)?$/i.test(assessed)
        ? 'true'
        : assessed === '0' || /^no?$/i.test(assessed)
          ? 'false'
          : null,
    source_conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    plan_ogp_id: readText(cell(columns.planId)),
    plan_end_year: readNumber(cell(columns.planEnd), 2009, 2100).number,
    plan_years: readNumber(cell(columns.planYears), 1, 9).number,
    ...values
  }
}

function process(layout: ProcessLayout, common: Common): Row {
  const { place, plan, year, line, context } = common
  const { values, conflicts } = coded(layout, common)
  const planId = `${place.slug}-${plan}`
  return {
    line: String(line),
    id: planId,
    plan: planId,
    member: place.member,
    country: place.country,
    locality: place.locality,
    plan_number: plan,
    year,
    source_conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    note: layout.columns.plan ? null : `The file names no plan; taken as plan ${plan}.`,
    source_id: context.sourceId,
    source_locator: context.locator(line),
    ...values
  }
}
