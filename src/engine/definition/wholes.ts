/** What rows are parts of, such as action plans of commitments, and how much of each is here. */

import type { SQL } from 'drizzle-orm'
import type { VersionedTable } from '../../db/tables.ts'
import type { Words } from '../../i18n/words.ts'
import type { Filter } from './filter.ts'

/** The wholes that rows belong to. */
export type Wholes = {
  table: VersionedTable
  joins: readonly { table: VersionedTable; on: SQL }[]
  /** Their filters, by the names they have among those of the rows. */
  filters: Readonly<Record<string, Filter>>
  /** True where all parts are here, false where only some are, null where none is. */
  isWhole: SQL
  year: SQL
  place: { id: SQL; name: readonly [en: SQL, fr: SQL] }
  /** What brought the parts: its name, and of a selection by what it was made. */
  origin: { name: readonly [en: SQL, fr: SQL]; selection: readonly [en: SQL, fr: SQL] }
  /** What is to be said of them, in sentences of which each can stand alone. */
  inWords: (extent: Extent, groups: readonly Group[]) => readonly Words[]
}

type Pair = readonly [en: string | null, fr: string | null]

/** Some wholes that are alike. */
export type Group = {
  whole: boolean | null
  year: number | null
  place: string
  place_name: Pair
  origin: Pair
  selection: Pair
  count: number
}

export type Extent = {
  status: 'whole' | 'partly_whole' | 'selection' | 'none'
  /** How many wholes are meant, how many of them are here as a whole, and how many with none of their parts. */
  plans: number
  whole_plans: number
  empty_plans: number
  /** Years and places all of whose wholes are here as wholes, and the others. */
  whole_years: number[]
  partial_years: number[]
  whole_countries: string[]
  partial_countries: string[]
}

/** What was found out of the wholes behind a question, and the sentences that say it. */
export type Measured = { extent: Extent; sentences: readonly Words[] }
