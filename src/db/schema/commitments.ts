/** What governments promised, and how the Independent Reporting Mechanism (IRM) judged it. */
import { jsonb, text as rawText } from 'drizzle-orm/pg-core'
import {
  AMBITION,
  BINDING_CONSTRAINT,
  CHANGE_IN_COMPLETION,
  COMMITMENT_WORKING_GROUPS,
  COMPLETION,
  EARLY_RESULTS,
  EXTENT,
  FEATURES,
  GRAND_CHALLENGES,
  NO_NUMBER,
  type OGP_VALUES,
  OPENING,
  PARTICIPATION,
  POTENTIAL_FOR_RESULTS,
  POTENTIAL_IMPACT,
  PROCESS_ANSWER,
  PUBLIC_INFLUENCE,
  REPORT_TYPES,
  SPECIFICITY,
  type STAR_FORMULAS,
  THEME_SCHEMES,
  YES_NO
} from '../codes.ts'
import { between, code, codes, count, derived, flag, partialDate, slug, text, texts, year } from '../columns.ts'
import { titleKey } from '../title-key.ts'
import {
  action_plan_ids,
  commitment_ids,
  country,
  edition_ids,
  member_ids,
  origin,
  source,
  versioned
} from '../versioned.ts'
import { CODED, completionOf, ownColumn, starredOf, starsOf, valuesOf } from './coding.ts'

const plan = () => slug().references(() => action_plan_ids.id)
const commitment = () => slug().references(() => commitment_ids.id)

export const action_plans = versioned(
  'action_plans',
  {
    member: slug().references(() => member_ids.id),
    country: country().notNull(),
    locality: text(),
    number: between(1, 99).notNull(),
    ogp_id: text(),
    year: year(),
    submission_year: year(),
    start_year: year(),
    end_year: year(),
    start_date: partialDate(),
    end_date: partialDate(),
    duration_years: between(1, 9),
    commitments_stated: count(),
    commitments_coded: count(),
    progress_report_year: year(),
    end_of_term_report_year: year(),
    /** How much of the plan's commitments is here, and the edition that brought it. */
    extent: code(EXTENT),
    extent_edition: slug().references(() => edition_ids.id),
    other_source_urls: texts(),
    ...origin()
  },
  { locality: 'A', note: 'C' }
)

export const commitments = versioned(
  'commitments',
  {
    ogp_id: text(),
    ogp_id_basis: text(),
    member: slug().references(() => member_ids.id),
    country: country().notNull(),
    locality: text(),
    plan: plan().notNull(),
    plan_number: between(1, 99).notNull(),
    year: year(),
    number: text(),
    title: text().notNull(),
    short_title: text(),
    headline_en: text(),
    headline_fr: text(),
    summary_en: text(),
    summary_fr: text(),
    headline_source_id: source(),
    headline_source_locator: text(),
    full_text: text(),
    plan_heading: text(),
    lead_institution: text(),
    supporting_institutions: text(),
    themes: texts(),
    tags: texts(),
    tag_scheme: code(THEME_SCHEMES),
    grand_challenges: codes(GRAND_CHALLENGES),
    working_groups: codes(COMMITMENT_WORKING_GROUPS),
    featured_in: codes(FEATURES),
    start_date: partialDate(),
    start_date_text: text(),
    end_date: partialDate(),
    end_date_text: text(),
    ogp_url: text(),
    /** The edition that title, text, tags and dates come from. */
    described_in: slug().references(() => edition_ids.id),
    /** The title as it is compared when a file is matched against what is known. */
    title_key: derived(text(), { make: ({ title }) => (typeof title === 'string' ? titleKey(title) : null) }),
    other_source_urls: texts(),
    ...origin()
  },
  {
    title: 'A',
    short_title: 'A',
    headline_en: 'A',
    headline_fr: 'A',
    summary_en: 'B',
    summary_fr: 'B',
    tags: 'B',
    themes: 'B',
    plan_heading: 'C',
    lead_institution: 'C',
    supporting_institutions: 'C',
    locality: 'C',
    full_text: 'C',
    note: 'D'
  },
  [],
  ['ogp_id', 'country', { beginningOf: 'title' }]
)

/**
 * One reading of one commitment in one edition of the IRM's data. `newest` marks the reading of the newest edition,
 * whatever the order in which editions were imported.
 */
export const irm_readings = versioned(
  'irm_readings',
  {
    commitment: commitment().notNull(),
    edition: slug()
      .notNull()
      .references(() => edition_ids.id),
    newest: derived(flag().notNull(), { newest: ['commitment', 'edition'] }),
    /** Of the newest reading: what older editions tell of the columns that its own leaves empty. */
    earlier: derived(jsonb().$type<Record<string, unknown>>(), { earlier: ['commitment', 'edition'], told: CODED }),
    assessed: flag(),
    specificity: code(SPECIFICITY),
    verifiable: code(YES_NO),
    relevance_access_to_information: code(YES_NO),
    relevance_civic_participation: code(YES_NO),
    relevance_public_accountability: code(YES_NO),
    relevance_technology: code(YES_NO),
    values: rawText().array().$type<(typeof OGP_VALUES)[number][]>().generatedAlwaysAs(valuesOf(ownColumn)),
    relevant: code(YES_NO),
    potential_impact: code(POTENTIAL_IMPACT),
    potential_for_results: code(POTENTIAL_FOR_RESULTS),
    ambition: code(AMBITION),
    completion: rawText().$type<(typeof COMPLETION)[number]>().generatedAlwaysAs(completionOf(ownColumn)),
    completion_midterm: code(COMPLETION),
    completion_end_of_term: code(COMPLETION),
    change_in_completion: code(CHANGE_IN_COMPLETION),
    did_it_open_government: code(OPENING),
    opening_access_to_information: code(OPENING),
    opening_civic_participation: code(OPENING),
    opening_public_accountability: code(OPENING),
    early_results: code(EARLY_RESULTS),
    stars: rawText().array().$type<(typeof STAR_FORMULAS)[number][]>().generatedAlwaysAs(starsOf(ownColumn)),
    starred: flag().generatedAlwaysAs(starredOf(ownColumn)),
    starred_pre_june_2014: code(YES_NO),
    starred_2015_only: code(YES_NO),
    starred_current_midterm: code(YES_NO),
    starred_current_end_of_term: code(YES_NO),
    starred_on_page: code(YES_NO),
    carried_forward: code(YES_NO),
    irm_based_score: between(1, 4),
    irm_based_score_missing: code(NO_NUMBER),
    binding_constraint: code(BINDING_CONSTRAINT),
    progress_report_year: year(),
    progress_report_year_missing: code(NO_NUMBER),
    end_of_term_report_year: year(),
    end_of_term_report_year_missing: code(NO_NUMBER),
    source_conflict: text(),
    ...origin()
  },
  undefined,
  ['commitment', 'edition'],
  ['commitment']
)

const answer = () => code(PROCESS_ANSWER)

export const process_assessments = versioned(
  'process_assessments',
  {
    plan: plan().notNull(),
    country: country().notNull(),
    year: year(),
    timeline_available: answer(),
    timeline_online: answer(),
    timeline_other_channels: answer(),
    advance_notice: answer(),
    days_in_advance: count(),
    days_in_advance_missing: code(NO_NUMBER),
    advance_notice_adequate: answer(),
    awareness_raising: answer(),
    online_consultation: answer(),
    in_person_consultation: answer(),
    summary_of_comments: answer(),
    steps_followed: between(0, 6),
    steps_followed_missing: code(NO_NUMBER),
    development_participation: code(PARTICIPATION),
    development_influence: code(PUBLIC_INFLUENCE),
    regular_forum: answer(),
    implementation_participation: code(PARTICIPATION),
    implementation_influence: code(PUBLIC_INFLUENCE),
    self_assessment_published: answer(),
    self_assessment_on_schedule: answer(),
    self_assessment_local_language: answer(),
    self_assessment_english: answer(),
    self_assessment_two_week_comment: answer(),
    self_assessment_reviews_comment_period: answer(),
    public_comments_received: answer(),
    self_assessment_in_portal: answer(),
    self_assessment_reviews_consultation: answer(),
    self_assessment_covers_all_commitments: answer(),
    self_assessment_against_schedule: answer(),
    self_assessment_reviews_draft_consultation: answer(),
    only_one_branch: answer(),
    executive: answer(),
    multi_agency: answer(),
    single_lead: answer(),
    president_or_prime_minister_office: answer(),
    executive_lead_agency: answer(),
    foreign_ministry: answer(),
    foreign_ministry_lead: answer(),
    officially_mandated: answer(),
    legally_mandated: answer(),
    multiple_arrangements: answer(),
    implementing_same_as_developing: answer(),
    change_of_executive: answer(),
    source_conflict: text(),
    ...origin()
  },
  { source_conflict: 'C', note: 'D' }
)

export const plan_summaries = versioned(
  'plan_summaries',
  {
    plan: plan().notNull(),
    country: country().notNull(),
    period: text(),
    report_type: code(REPORT_TYPES).notNull(),
    commitments: count(),
    multistakeholder_forum: code(YES_NO),
    influence_development: code(PUBLIC_INFLUENCE),
    influence_implementation: code(PUBLIC_INFLUENCE),
    contrary_to_process: code(YES_NO),
    relevant: count(),
    transformative: count(),
    potentially_starred: count(),
    open_government_lens: count(),
    substantial_potential: count(),
    promising: count(),
    midterm_complete: count(),
    midterm_substantial: count(),
    midterm_limited: count(),
    midterm_not_started: count(),
    midterm_not_reviewed: count(),
    end_of_term_complete: count(),
    end_of_term_substantial: count(),
    end_of_term_limited: count(),
    end_of_term_not_started: count(),
    end_of_term_withdrawn: count(),
    stars_midterm: count(),
    stars_end_of_term: count(),
    opening_major: count(),
    opening_outstanding: count(),
    carried_over: count(),
    ...origin()
  },
  { period: 'A', note: 'C' }
)

export const featured_commitments = versioned(
  'featured_commitments',
  {
    feature: code(FEATURES).notNull(),
    commitment: commitment().notNull(),
    country: country().notNull(),
    headline: text().notNull(),
    headline_language: text().notNull(),
    match_basis: text().notNull(),
    ...origin()
  },
  { headline: 'A', note: 'D' }
)
