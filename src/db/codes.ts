/**
 * The closed vocabularies of the database. Each list runs from weakest to strongest where the IRM ranks its values.
 * Meanings, labels and eras of the values stand in seeds/code_lists.csv; a test holds the two together.
 */

/** Why a reading holds no value: the IRM's NR (not reviewed yet), ND (the variable did not exist) and NA. */
export const MISSING = ['not_reviewed', 'no_data', 'not_applicable'] as const

const rated = <const T extends readonly string[]>(...values: T) => [...values, ...MISSING] as [...T, ...typeof MISSING]

export const YES_NO = rated('no', 'yes')
export const SPECIFICITY = rated('none', 'low', 'medium', 'high')
export const POTENTIAL_IMPACT = rated('unclear', 'none', 'minor', 'moderate', 'transformative')
export const POTENTIAL_FOR_RESULTS = rated('unclear', 'modest', 'substantial')
export const AMBITION = rated('low', 'high')
export const COMPLETION = rated('withdrawn', 'unclear', 'not_started', 'limited', 'substantial', 'complete')
export const CHANGE_IN_COMPLETION = rated('decrease', 'no_change', 'increase')
export const OPENING = rated('worsens', 'did_not_change', 'marginal', 'major', 'outstanding', 'no_early_results_yet')
export const EARLY_RESULTS = rated('no_notable_results', 'moderate', 'significant')
export const BINDING_CONSTRAINT = rated(
  'potential_impact',
  'completion',
  'specificity',
  'relevance',
  'starred',
  'none_found'
)
export const OGP_VALUES = [
  'access-to-information',
  'civic-participation',
  'public-accountability',
  'technology'
] as const
export const STAR_FORMULAS = ['pre-june-2014', '2015-only', 'current-midterm', 'current-end-of-term'] as const
export const GRAND_CHALLENGES = [
  'public-integrity',
  'public-resources',
  'public-services',
  'corporate-accountability',
  'safer-communities'
] as const
export const COMMITMENT_WORKING_GROUPS = [
  'open-data',
  'fiscal-openness',
  'legislative-openness',
  'access-to-information',
  'natural-resources'
] as const
export const FEATURES = ['brochure-2016', 'star-reforms'] as const
export const THEME_SCHEMES = ['tags-2013', 'explorer-2015', 'explorer-2016', 'policy-areas-2024', 'ogp-pages'] as const

export const PARTICIPATION = rated('invitation_only', 'open')
export const PUBLIC_INFLUENCE = rated('inform', 'consult', 'involve', 'collaborate', 'empower')
export const PROCESS_ANSWER = rated('no', 'unclear', 'yes')
export const NO_NUMBER = ['unclear', ...MISSING] as const
export const REPORT_TYPES = [
  'design',
  'midterm',
  'implementation',
  'hybrid',
  'end-of-term',
  'transitional-results',
  'action-plan-review',
  'results'
] as const

export const REGIONS = ['africa', 'americas', 'asia', 'europe', 'oceania'] as const
export const MEMBER_KINDS = ['country', 'local'] as const
export const MEMBER_STATUS = ['active', 'inactive', 'withdrawn', 'pilot'] as const
export const JOINED_BASIS = [
  'founding',
  'cohort',
  'letter-of-intent',
  'announcement',
  'government-statement',
  'member-page',
  'pilot-selection'
] as const
export const CONFIDENCE = ['disputed', 'medium', 'high'] as const
export const DATE_PRECISION = ['year', 'month', 'day'] as const
export const MEMBERSHIP_EVENTS = [
  'letter_of_intent',
  'joined',
  'response_policy_triggered',
  'made_inactive',
  'withdrawn'
] as const
export const SCORE_BASIS = ['stated', 'derived-from-percent', 'derived-from-gap', 'status-only', 'inferred'] as const
/** How much of a plan's commitments is here; the last two are all of them. */
export const EXTENT = ['pages', 'theme', 'stated', 'whole'] as const
export const VALUES_CHECK = ['failed', 'passed'] as const
export const OBLIGATIONS = ['required', 'recommended', 'encouraged'] as const
export const AWARD_CATEGORIES = ['winner', 'regional_champion', 'honourable_mention'] as const
export const BODY_KINDS = ['governing_body', 'secretariat', 'review_mechanism', 'expert_panel', 'ambassadors'] as const
/** Where a licence is stated: nowhere, by the publisher for all it publishes, or in the document itself. */
export const LICENSE_STATUS = ['none_stated', 'publisher', 'document'] as const
export const QUALIFIERS = ['exact', 'about', 'at_least', 'more_than', 'less_than', 'range', 'counted'] as const
export const POLICY_PARTS = [
  'name',
  'short_name',
  'adopted_year',
  'adopted_by',
  'concern',
  'trigger_actor',
  'recipient',
  'trigger_means',
  'reference_text',
  'other_name',
  'purpose',
  'condition',
  'effect'
] as const
export const RESOURCE_KINDS = [
  'data_tool',
  'guide',
  'blog',
  'newsletter',
  'mailing_list',
  'events',
  'webinars',
  'social_media'
] as const
export const FREQUENCIES = ['monthly', 'several_per_month', 'several_per_year'] as const
export const LEAD_TYPES = ['civil_society', 'government'] as const
export const LEAD_KINDS = ['organisation', 'national_government', 'public_body', 'legislature'] as const
export const MENTION_CONTEXTS = [
  'local_pilot',
  'peer_exchange',
  'working_group_lead',
  'starred_commitment',
  'award_winner_2014',
  'award_winner_2015',
  'award_regional_champion_2015'
] as const
export const DONOR_GROUPS = ['foundations', 'governments'] as const
export const PRINCIPLE_PARTS = ['heading', 'closing', 'motto', 'preamble', 'context'] as const
export const STATEMENT_SUBJECTS = [
  'partnership',
  'joining',
  'civil-society',
  'action-plan',
  'starred-commitments',
  'irm',
  'steering-committee',
  'support-unit',
  'local-programme',
  'working-groups',
  'awards'
] as const
export const STATEMENT_KINDS = ['aim', 'definition', 'rule', 'step', 'task'] as const
