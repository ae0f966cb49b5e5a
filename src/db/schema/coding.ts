/** What a coding by the Independent Reporting Mechanism consists of, and what follows from it. */
import { type SQL, sql } from 'drizzle-orm'
import { MISSING, type OGP_VALUES, type STAR_FORMULAS } from '../codes.ts'

/** The columns of a reading that the IRM or OGP codes; the other coded ones follow from them. */
export const CODED = [
  'assessed',
  'specificity',
  'verifiable',
  'relevance_access_to_information',
  'relevance_civic_participation',
  'relevance_public_accountability',
  'relevance_technology',
  'relevant',
  'potential_impact',
  'potential_for_results',
  'ambition',
  'completion_midterm',
  'completion_end_of_term',
  'change_in_completion',
  'did_it_open_government',
  'opening_access_to_information',
  'opening_civic_participation',
  'opening_public_accountability',
  'early_results',
  'starred_pre_june_2014',
  'starred_2015_only',
  'starred_current_midterm',
  'starred_current_end_of_term',
  'starred_on_page',
  'carried_forward',
  'irm_based_score',
  'irm_based_score_missing',
  'binding_constraint',
  'progress_report_year',
  'progress_report_year_missing',
  'end_of_term_report_year',
  'end_of_term_report_year_missing'
] as const
export type Coded = (typeof CODED)[number]

/** Where the formulas below take a column from. */
export type ColumnOf = (column: Coded) => SQL

/** The row's own column, as a generated column names it. */
export const ownColumn: ColumnOf = column => sql.raw(column)

const when = (column: SQL, name: string) => sql`case when ${column} = 'yes' then ${sql.raw(`'${name}'`)} end`
const present = (...entries: SQL[]) =>
  sql`nullif(array_remove(array[${sql.join(entries, sql.raw(', '))}]::text[], null), '{}')`

/** The OGP values that the commitment is relevant to. */
export function valuesOf(of: ColumnOf): SQL {
  const value = (column: Coded, name: (typeof OGP_VALUES)[number]) => when(of(column), name)
  return present(
    value('relevance_access_to_information', 'access-to-information'),
    value('relevance_civic_participation', 'civic-participation'),
    value('relevance_public_accountability', 'public-accountability'),
    value('relevance_technology', 'technology')
  )
}

const missing = sql.raw(MISSING.map(code => `'${code}'`).join(', '))
const read = (column: SQL) => sql`case when ${column} not in (${missing}) then ${column} end`

/** The last reading of completion: at the end of term where that was read, else at midterm. */
export function completionOf(of: ColumnOf): SQL {
  const [end, midterm] = [of('completion_end_of_term'), of('completion_midterm')]
  return sql`coalesce(${read(end)}, ${read(midterm)}, ${midterm}, ${end})`
}

/** The formulas under which it has a star. */
export function starsOf(of: ColumnOf): SQL {
  const star = (column: Coded, name: (typeof STAR_FORMULAS)[number]) => when(of(column), name)
  return present(
    star('starred_pre_june_2014', 'pre-june-2014'),
    star('starred_2015_only', '2015-only'),
    star('starred_current_midterm', 'current-midterm'),
    star('starred_current_end_of_term', 'current-end-of-term')
  )
}

/** A star under any formula or on a page; null where nothing says. */
export function starredOf(of: ColumnOf): SQL {
  const columns = (
    [
      'starred_pre_june_2014',
      'starred_2015_only',
      'starred_current_midterm',
      'starred_current_end_of_term',
      'starred_on_page'
    ] as const
  ).map(of)
  const any = sql.join(columns, sql.raw(', '))
  return sql`case
      when 'yes' in (${any}) then true
      when 'no' in (${any}) then false
    end`
}
