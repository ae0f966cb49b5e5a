/** What the brochure of December 2016 tells of the partnership itself: bodies, rules, awards, groups and figures. */
import {
  AWARD_CATEGORIES,
  BODY_KINDS,
  DONOR_GROUPS,
  FREQUENCIES,
  LEAD_KINDS,
  LEAD_TYPES,
  MENTION_CONTEXTS,
  OBLIGATIONS,
  POLICY_PARTS,
  PRINCIPLE_PARTS,
  QUALIFIERS,
  RESOURCE_KINDS,
  STATEMENT_KINDS,
  STATEMENT_SUBJECTS
} from '../codes.ts'
import { between, code, count, flag, slug, text, texts, year } from '../columns.ts'
import { body_ids, country, origin, source, versioned, working_group_ids } from '../versioned.ts'

const number = () => between(1, 99).notNull()

export const working_groups = versioned(
  'working_groups',
  {
    number: number(),
    name_en: text().notNull(),
    name_fr: text().notNull(),
    name_en_basis: text(),
    lead_countries: texts(),
    ...origin()
  },
  { name_en: 'A', name_fr: 'A', note: 'D', note_fr: 'D' }
)

export const working_group_leads = versioned(
  'working_group_leads',
  {
    working_group: slug()
      .notNull()
      .references(() => working_group_ids.id),
    number: number(),
    name: text().notNull(),
    lead_type: code(LEAD_TYPES).notNull(),
    kind: code(LEAD_KINDS).notNull(),
    country: country(),
    ...origin()
  },
  { name: 'A', note: 'D', note_fr: 'D' }
)

export const awards = versioned(
  'awards',
  {
    year: year().notNull(),
    category: code(AWARD_CATEGORIES).notNull(),
    rank: between(1, 9),
    rank_source_id: source(),
    country: country().notNull(),
    initiative: text(),
    summary_en: text(),
    summary_fr: text(),
    in_brochure: flag().notNull(),
    ...origin()
  },
  { initiative: 'A', summary_en: 'B', summary_fr: 'B', note: 'D', note_fr: 'D' }
)

export const award_editions = versioned(
  'award_editions',
  {
    year: year().notNull(),
    theme_en: text().notNull(),
    theme_fr: text().notNull(),
    theme_en_source_id: source(),
    winners: count(),
    regional_champions: count(),
    ceremony: text(),
    ceremony_source_id: source(),
    ...origin(),
    ceremony_fr: text()
  },
  { theme_en: 'A', theme_fr: 'A', ceremony: 'B', ceremony_fr: 'B', note: 'D', note_fr: 'D' }
)

export const peer_exchanges = versioned(
  'peer_exchanges',
  {
    year: year(),
    topic_en: text().notNull(),
    topic_fr: text().notNull(),
    countries: texts(),
    ...origin()
  },
  { topic_en: 'A', topic_fr: 'A', note: 'D', note_fr: 'D' }
)

export const bodies = versioned(
  'bodies',
  {
    name_en: text().notNull(),
    name_fr: text().notNull(),
    abbreviation_fr: text(),
    kind: code(BODY_KINDS).notNull(),
    role_en: text().notNull(),
    role_fr: text().notNull(),
    supervised_by: slug().references(() => body_ids.id),
    members_total: count(),
    government_members: count(),
    civil_society_members: count(),
    co_chairs: count(),
    min_meetings_per_year: count(),
    ministerial_meetings_per_year: count(),
    renewal: code(['annual']),
    staff_approx: count(),
    nationalities: count(),
    ...origin()
  },
  { name_en: 'A', name_fr: 'A', abbreviation_fr: 'A', role_en: 'B', role_fr: 'B', note: 'D', note_fr: 'D' }
)

export const people = versioned(
  'people',
  {
    name: text().notNull(),
    body: slug().references(() => body_ids.id),
    role_en: text(),
    role_fr: text(),
    affiliation: text(),
    position: text(),
    country: country(),
    ...origin(),
    position_en: text(),
    position_fr: text()
  },
  {
    name: 'A',
    role_en: 'B',
    role_fr: 'B',
    affiliation: 'B',
    position: 'B',
    position_en: 'B',
    position_fr: 'B',
    note: 'D',
    note_fr: 'D'
  }
)

export const principles = versioned(
  'principles',
  {
    number: number(),
    heading_number: between(0, 9).notNull(),
    heading_fr: text(),
    part: code(PRINCIPLE_PARTS).notNull(),
    number_in_heading: number(),
    pledge_fr: text().notNull(),
    anchor_fr: text(),
    ...origin(),
    heading_en: text(),
    pledge_en: text()
  },
  { pledge_fr: 'A', pledge_en: 'A', heading_fr: 'B', heading_en: 'B', note: 'D', note_fr: 'D' }
)

export const response_policy = versioned(
  'response_policy',
  {
    number: number(),
    part: code(POLICY_PARTS).notNull(),
    text_en: text().notNull(),
    text_fr: text().notNull(),
    ...origin()
  },
  { text_en: 'A', text_fr: 'A', note: 'D', note_fr: 'D' }
)

export const resources = versioned(
  'resources',
  {
    name_en: text().notNull(),
    name_fr: text().notNull(),
    kind: code(RESOURCE_KINDS).notNull(),
    summary_en: text().notNull(),
    summary_fr: text().notNull(),
    frequency: code(FREQUENCIES),
    frequency_fr: text(),
    languages: texts(),
    contact: text(),
    ...origin(),
    frequency_en: text()
  },
  {
    name_en: 'A',
    name_fr: 'A',
    summary_en: 'B',
    summary_fr: 'B',
    frequency_en: 'C',
    frequency_fr: 'C',
    contact: 'C',
    note: 'D',
    note_fr: 'D'
  }
)

export const figures = versioned(
  'figures',
  {
    value: count().notNull(),
    value_max: count(),
    unit: slug().notNull(),
    qualifier: code(QUALIFIERS).notNull(),
    year: year(),
    label_en: text().notNull(),
    label_fr: text().notNull(),
    ...origin()
  },
  { label_en: 'A', label_fr: 'A', note: 'D', note_fr: 'D' }
)

export const civil_society_roles = versioned(
  'civil_society_roles',
  {
    number: number(),
    role_en: text().notNull(),
    role_fr: text().notNull(),
    ...origin()
  },
  { role_en: 'A', role_fr: 'A', note: 'D', note_fr: 'D' }
)

export const statements = versioned(
  'statements',
  {
    subject: code(STATEMENT_SUBJECTS).notNull(),
    kind: code(STATEMENT_KINDS).notNull(),
    number: number(),
    body: slug().references(() => body_ids.id),
    text_en: text().notNull(),
    text_fr: text().notNull(),
    ...origin()
  },
  { text_en: 'A', text_fr: 'A', note: 'D', note_fr: 'D' }
)

export const action_plan_stages = versioned(
  'action_plan_stages',
  {
    number: number(),
    stage_en: text().notNull(),
    stage_fr: text().notNull(),
    ...origin()
  },
  { stage_en: 'A', stage_fr: 'A', note: 'D', note_fr: 'D' }
)

export const action_plan_rules = versioned(
  'action_plan_rules',
  {
    number: number(),
    obligation: code(OBLIGATIONS).notNull(),
    rule_en: text().notNull(),
    rule_fr: text().notNull(),
    value_min: count(),
    value_max: count(),
    unit: slug(),
    ...origin()
  },
  { rule_en: 'A', rule_fr: 'A', note: 'D', note_fr: 'D' }
)

export const funding_sources = versioned(
  'funding_sources',
  {
    donor_group: code(DONOR_GROUPS).notNull(),
    name_en: text().notNull(),
    name_fr: text().notNull(),
    group_share: code(['about_equal']),
    ...origin()
  },
  { name_en: 'A', name_fr: 'A', note: 'D', note_fr: 'D' }
)

export const contacts = versioned(
  'contacts',
  {
    value: text().notNull(),
    ...origin()
  },
  { value: 'A', note: 'D', note_fr: 'D' }
)

export const country_mentions = versioned(
  'country_mentions',
  {
    country: country().notNull(),
    country_name_fr: text().notNull(),
    context: code(MENTION_CONTEXTS).notNull(),
    ...origin()
  },
  { country_name_fr: 'A', note: 'D', note_fr: 'D' }
)
