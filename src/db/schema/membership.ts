/** Who belongs to the partnership, since when, and who may join. */
import {
  CONFIDENCE,
  JOINED_BASIS,
  MEMBER_KINDS,
  MEMBER_STATUS,
  MEMBERSHIP_EVENTS,
  QUALIFIERS,
  SCORE_BASIS,
  VALUES_CHECK
} from '../codes.ts'
import { between, code, count, flag, partialDate, percent, slug, text, texts, year } from '../columns.ts'
import { country, origin, source, versioned } from '../versioned.ts'

export const members = versioned(
  'members',
  {
    kind: code(MEMBER_KINDS).notNull(),
    country: country().notNull(),
    name_en: text().notNull(),
    name_fr: text().notNull(),
    subdivision: text(),
    status: code(MEMBER_STATUS).notNull(),
    status_since: partialDate(),
    status_source_id: source(),
    status_source_locator: text(),
    founding: flag().notNull(),
    cohort: between(1, 4),
    joined: partialDate(),
    joined_basis: code(JOINED_BASIS),
    member_since: partialDate(),
    member_since_source_id: source(),
    in_brochure: flag().notNull(),
    confidence: code(CONFIDENCE),
    as_of: partialDate().notNull(),
    ...origin(),
    name_en_source_id: source(),
    subdivision_source_id: source()
  },
  { name_en: 'A', name_fr: 'A', subdivision: 'B', note: 'D', note_fr: 'D' }
)

export const membership_events = versioned(
  'membership_events',
  {
    country: country().notNull(),
    event: code(MEMBERSHIP_EVENTS).notNull(),
    date: partialDate().notNull(),
    ...origin()
  },
  { note: 'A', note_fr: 'A' }
)

export const membership_counts = versioned('membership_counts', {
  as_of: partialDate().notNull(),
  countries: count().notNull(),
  qualifier: code(QUALIFIERS).notNull(),
  ...origin()
})

export const eligibility_criteria = versioned(
  'eligibility_criteria',
  {
    number: between(1, 9).notNull(),
    name_en: text().notNull(),
    name_fr: text().notNull(),
    max_points: between(0, 4).notNull(),
    points_source_id: source(),
    points_1_en: text(),
    points_1_fr: text(),
    points_2_en: text(),
    points_2_fr: text(),
    points_3_en: text(),
    points_3_fr: text(),
    points_4_en: text(),
    points_4_fr: text(),
    steps_since: partialDate(),
    steps_source_id: source(),
    steps_source_locator: text(),
    history_en: text(),
    history_fr: text(),
    history_source_id: source(),
    history_source_locator: text(),
    ...origin()
  },
  { name_en: 'A', name_fr: 'A', note: 'D', note_fr: 'D' }
)

export const eligibility_scores = versioned('eligibility_scores', {
  country: country().notNull(),
  year: year().notNull(),
  as_of: partialDate(),
  fiscal_transparency: between(0, 4),
  access_to_information: between(0, 4),
  asset_disclosure: between(0, 4),
  citizen_engagement: between(0, 4),
  total: between(0, 16),
  maximum: between(12, 16),
  percent: percent(),
  eligible: flag(),
  values_check: code(VALUES_CHECK),
  basis: code(SCORE_BASIS).notNull(),
  other_source_urls: texts(),
  ...origin()
})

export const eligibility_tallies = versioned('eligibility_tallies', {
  as_of: partialDate().notNull(),
  measure: slug().notNull(),
  value: count().notNull(),
  ...origin()
})

export const joining_steps = versioned(
  'joining_steps',
  {
    number: between(1, 9).notNull(),
    step_en: text().notNull(),
    step_fr: text().notNull(),
    addressee_fr: text(),
    ...origin(),
    addressee_en: text()
  },
  { step_en: 'A', step_fr: 'A', addressee_en: 'B', addressee_fr: 'B', note: 'D', note_fr: 'D' }
)
