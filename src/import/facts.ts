/** The cells of a row as facts: codes, numbers, dates and texts; what cannot be read is left empty and said. */
import { titleKey } from '../db/title-key.ts'
import type { Words } from '../i18n/words.ts'
import { type ReadDate, readDate } from './cells/dates.ts'
import { noteOf } from './cells/note.ts'
import type { Place, Places } from './cells/place-names.ts'
import { isMissing, readCode, readLine, readNumber, readOrdinal, readText } from './cells/values.ts'
import type { Row } from './copy-format.ts'
import { type CommitmentLayout, type Header, type Layout, type ProcessLayout, plainName } from './layouts/layout.ts'
import { mintId } from './match/commitment-key.ts'
import type { Fault } from './validate.ts'

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

/** A fault before it is known where. */
export type Found = Omit<Fault, 'file' | 'line'>

export type Cells = {
  place: Place
  plan: string
  line: number
  cell: (column: string | undefined) => string
  /** The row cannot be used. */
  refuse: (fault: Found) => void
  /** The cell cannot be read; the row can do without. */
  leave: (fault: Found) => void
  context: Context
}

const held = (field: string, text: string) => `${field}: source holds ${text}`
const heldAs = ([english, french]: Words, text: string): Words => [
  held(english, text),
  `${french}\u00a0: la source porte ${text}`
]
const doubted = ([english, french]: Words, date: ReadDate | undefined): Words | undefined =>
  date?.doubt && [`${english}: ${date.doubt[0]}`, `${french}\u00a0: ${date.doubt[1]}`]

/** A whole number in a column that may be absent; undefined where the cell holds something else. */
function readWhole(column: string | undefined, low: number, high: number, { cell, leave }: Cells): string | null {
  const { number, refused } = readNumber(cell(column), low, high)
  if (refused && column) leave({ column, value: cell(column), reason: `must be a whole number from ${low} to ${high}` })
  return number
}

/** Coded columns and numbers, with what is odd about them. */
function coded(layout: Layout, { cell, leave }: Cells): { values: Row; conflicts: string[] } {
  const values: Row = {}
  const conflicts: string[] = []
  for (const { field, column, number, scale } of layout.codes) {
    const { code, conflict, refused } = readCode(field, scale, cell(column), number ? cell(number) : undefined)
    values[field] = code
    if (conflict) conflicts.push(conflict)
    if (!refused) continue
    conflicts.push(held(field, refused.value))
    const { value, allowed } = refused
    leave({ column, value, reason: `must be one of ${allowed.join(', ')}`, allowed })
  }
  for (const { field, column, low, high, none, counts = [] } of layout.numbers) {
    const isNone = none !== undefined && plainName(cell(column)) === plainName(none)
    const { number, missing: why, refused } = readNumber(isNone ? 'NA' : cell(column), low, high)
    // The database of 2024 writes "not reviewed" as -1.
    const reviewed = !(field === 'irm_based_score' && number === '-1')
    values[field] = reviewed ? number : null
    values[`${field}_missing`] = reviewed ? why : 'not_reviewed'
    // Nobody looked: a zero would count among those who did nothing.
    if (number === '0' && counts.length > 0 && counts.every(answer => isMissing(values[answer]))) {
      values[field] = null
      values[`${field}_missing`] = values[counts[0] as string]
      conflicts.push(held(field, number))
    }
    if (!refused) continue
    conflicts.push(held(field, cell(column).trim()))
    leave({ column, value: cell(column), reason: `must be a whole number from ${low} to ${high}, or NR, ND, NA` })
  }
  return { values, conflicts }
}

/** Whether a column that holds 1 or 0 holds 1. */
function isMarked(column: string, { cell, leave }: Cells): boolean {
  const text = cell(column).trim()
  if (!/^(|[01](\.0+)?|nr|nd|na|n\/a)$/i.test(text)) leave({ column, value: text, reason: 'must be 1 or 0' })
  return /^1(\.0+)?$/.test(text)
}

const VALUES = ['relevance_access_to_information', 'relevance_civic_participation', 'relevance_public_accountability']

/** A flag that contradicts the three values it follows from. */
function contradiction(values: Row): string[] {
  const three = VALUES.map(field => values[field])
  const isOdd =
    (values.relevant === 'yes' && three.every(value => value === 'no')) ||
    (values.relevant === 'no' && three.includes('yes'))
  const digit = (value: unknown) => (value === 'yes' ? 1 : 0)
  return isOdd ? [`relevant: flag=${digit(values.relevant)} values=${three.map(digit).join('/')}`] : []
}

const ASSESSED: { [text: string]: string | null } = {
  '1': 'true',
  y: 'true',
  yes: 'true',
  '0': 'false',
  n: 'false',
  no: 'false'
}

/** A commitment with its reading. */
export function commitmentOf(layout: CommitmentLayout, cells: Cells): Row {
  const { place, plan, line, cell, refuse, leave, context } = cells
  const { columns } = layout
  const { values, conflicts } = coded(layout, cells)
  conflicts.push(...contradiction(values))
  const title = readLine(cell(columns.title)) ?? readLine(cell(columns.shortTitle))
  if (!title) refuse({ column: columns.title, value: '', reason: 'is missing' })
  const planId = `${place.slug}-${plan}`
  const { number, written } = readOrdinal(cell(columns.number))
  const found = layout.tags
    .filter(tag => isMarked(tag, cells))
    .map(tag => context.themes.get(`${layout.scheme} ${plainName(tag)}`) ?? { tag, theme: null })
  const tagged = layout.tags.some(tag => /^[01]/.test(cell(tag).trim()))
  const marked = (names: { [column: string]: string }) => {
    const list = Object.entries(names).flatMap(([column, code]) => (isMarked(column, cells) ? [code] : []))
    return list.length > 0 ? list : null
  }
  const [start, end] = [columns.start, columns.end].map(column => {
    const text = cell(column).trim()
    return { text: text || null, ...readDate(text) }
  })
  const year = readWhole(columns.year, 2009, 2100, cells)
  const assessed = cell(columns.assessed).trim().toLowerCase().replace(/\.0+$/, '')
  if (columns.assessed && assessed && !(assessed in ASSESSED) && !/^(nr|nd|na)$/.test(assessed)) {
    conflicts.push(held('assessed', assessed))
    leave({ column: columns.assessed, value: assessed, reason: 'must be 1 or 0' })
  }
  const themes = [...new Set(found.flatMap(({ theme }) => (theme ? [theme] : [])))]
  const ogpId = readText(cell(columns.ogpId))
  const note = noteOf([
    doubted(['start', 'début'], start),
    doubted(['end', 'fin'], end),
    written && heldAs(['number', 'numéro'], written),
    !year && readText(cell(columns.year)) && heldAs(['year', 'année'], cell(columns.year).trim())
  ])
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
    source_id: context.sourceId,
    source_locator: context.locator(line),
    assessed: ASSESSED[assessed] ?? null,
    source_conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    plan_ogp_id: readText(cell(columns.planId)),
    plan_end_year: readWhole(columns.planEnd, 2009, 2100, cells),
    plan_years: readWhole(columns.planYears, 1, 9, cells),
    ...note,
    ...values
  }
}

/** A process assessment. */
export function assessmentOf(layout: ProcessLayout, cells: Cells): Row {
  const { place, plan, line, context } = cells
  const { values, conflicts } = coded(layout, cells)
  const planId = `${place.slug}-${plan}`
  const note = noteOf([
    !layout.columns.plan && [
      `The file names no plan; taken as plan ${plan}`,
      `Le fichier ne nomme aucun plan\u00a0; pris pour le plan ${plan}`
    ]
  ])
  return {
    line: String(line),
    id: planId,
    plan: planId,
    member: place.member,
    country: place.country,
    locality: place.locality,
    plan_number: plan,
    year: readWhole(layout.columns.year, 2009, 2100, cells),
    source_conflict: conflicts.length > 0 ? conflicts.join('; ') : null,
    source_id: context.sourceId,
    source_locator: context.locator(line),
    ...note,
    ...values
  }
}
