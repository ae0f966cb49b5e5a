/** How much of the commitments of an action plan is here, as one mechanism for all datasets whose rows belong to plans. */
import { eq, sql } from 'drizzle-orm'
import { action_plans as plans } from '../db/schema/commitments.ts'
import { countries, editions } from '../db/schema/reference.ts'
import { id, integer, nullable, year } from '../engine/definition/field.ts'
import { between, equals, type Filter } from '../engine/definition/filter.ts'
import type { Wholes } from '../engine/definition/wholes.ts'
import { extentInWords } from './plan-extent-words.ts'
import { byCountry, byRegion, byYear, withCountry } from './vocabulary.ts'

const NAMED = ['', ''] as const

const FILTERS = {
  country: byCountry(plans.country),
  region: byRegion,
  member: equals(id(nullable(plans.member), NAMED, NAMED), NAMED),
  plan: equals(id(plans.id, NAMED, NAMED), NAMED),
  plannumber: between(integer(plans.number, NAMED, NAMED, [1, 99]), NAMED),
  year: byYear(year(nullable(plans.year), NAMED, NAMED), NAMED),
  edition: equals(id(nullable(plans.extent_edition), NAMED, NAMED), NAMED)
} satisfies Record<string, Filter>

/** The plans that rows belong to; `filters` tells which filters of the rows are filters on plans, and which. */
export const wholePlans = (filters: Readonly<Record<string, keyof typeof FILTERS>>): Wholes => ({
  table: plans,
  joins: [withCountry(plans.country), { table: editions, on: eq(editions.id, plans.extent_edition) }],
  filters: Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, FILTERS[filter]])),
  isWhole: sql`(${plans.extent} in ('stated', 'whole'))`,
  year: sql`${plans.year}`,
  place: { id: sql`${plans.country}`, name: [sql`${countries.name_en}`, sql`${countries.name_fr}`] },
  origin: {
    name: [sql`${editions.name_en}`, sql`${editions.name_fr}`],
    selection: [sql`${editions.selection_en}`, sql`${editions.selection_fr}`]
  },
  inWords: extentInWords
})

/** As commitments and what is read of them name their filters. */
export const PLANS_OF_COMMITMENTS = wholePlans({
  country: 'country',
  region: 'region',
  plan: 'plan',
  plannumber: 'plannumber',
  year: 'year'
})
