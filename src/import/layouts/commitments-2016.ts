import { CHANGE, COMPLETION, OPENING, POTENTIAL_IMPACT, SPECIFICITY, YES_NO } from '../cells/values.ts'
import type { CommitmentLayout } from './layout.ts'

/** The 43 tags of the Explorer's edition of 2016, by the names of their columns. */
export const TAGS_2016 = [
  'Anti-corruption',
  'Conflicts of Interest',
  'Asset disclosure',
  'Audits & Controls',
  'Whistleblower Protections',
  'Fiscal Openness',
  'Citizen Budgets',
  'Participatory Budgeting',
  'E-petitions',
  'Social Audits',
  'Public Participation',
  'Public Procurement',
  'Access to Information',
  'Records Management',
  'Open Data',
  'Elections & Political Finance',
  'Law Enforcement & Justice',
  'Public Service Delivery',
  'E-government',
  'Capacity Building',
  'Legislation & Regulation',
  'Private sector',
  'Legislature',
  'Sub-national',
  'Judiciary',
  'Media & Telecommunications',
  'Education',
  'Health & Nutrition',
  'Citizenship & Immigration',
  'Welfare & Social Security',
  'Water & Sanitation',
  'Infrastructure',
  'Public Safety',
  'Defense',
  'Natural Resources',
  'Aid',
  'Nonprofits',
  'Labor',
  'Science & Technology',
  'Gender & Sexuality',
  'Human Rights',
  'Marginalized Communities',
  'OGP'
] as const

export const GROUPS = {
  ODWG: 'open-data',
  FOWG: 'fiscal-openness',
  LOWG: 'legislative-openness',
  ATWG: 'access-to-information',
  ONRWG: 'natural-resources'
}

export const CHALLENGES = {
  'GC-PubInt': 'public-integrity',
  'GC-PubRes': 'public-resources',
  'GC-PubSvc': 'public-services',
  'GC-CorpAcc': 'corporate-accountability',
  'GC-SafComm': 'safer-communities'
}

/** Relevance as all editions up to 2016 write it. */
export const RELEVANCE = [
  { field: 'relevance_access_to_information', column: 'Value -Info', scale: YES_NO },
  { field: 'relevance_civic_participation', column: 'Value -Part', scale: YES_NO },
  { field: 'relevance_public_accountability', column: 'Value -Acc', scale: YES_NO },
  { field: 'relevance_technology', column: 'Value -Tech', scale: YES_NO },
  { field: 'relevant', column: '_Relevant', scale: YES_NO }
] as const

/** What describes a commitment, in the database of 2016 and in the download before it; the plan is named otherwise. */
export const DESCRIPTION = {
  country: 'Country',
  heading: 'Theme',
  number: 'Comm No',
  title: 'Commitment Title',
  shortTitle: 'Short Title',
  fullText: 'Full Text',
  start: 'Start Date',
  end: 'End Date',
  lead: 'Lead Institution',
  supporting: 'Supporting Institution(s)',
  assessed: 'IRM Assessed (Y/N)?',
  year: 'Year of submission'
} as const

export const commitments2016: CommitmentLayout = {
  kind: 'commitments',
  id: 'commitments-2016',
  title: [
    'OGP Explorer, commitments database, layout of 2016',
    'Explorateur du PGO, base des engagements, format de 2016'
  ],
  edition: 'explorer-2016',
  counts: true,
  scheme: 'explorer-2016',
  columns: { ...DESCRIPTION, plan: 'Action Plan Number' },
  tags: TAGS_2016,
  groups: GROUPS,
  challenges: CHALLENGES,
  codes: [
    { field: 'specificity', column: 'Specificity', number: '_Specificity', scale: SPECIFICITY },
    ...RELEVANCE,
    { field: 'potential_impact', column: 'Potential impact', number: '_Pot Impact Coded', scale: POTENTIAL_IMPACT },
    {
      field: 'completion_midterm',
      column: 'Completion (progress report)',
      number: '_CompletionProgress',
      scale: COMPLETION
    },
    {
      field: 'completion_end_of_term',
      column: 'Completion (end of term)',
      number: '_CompletionEndTerm',
      scale: COMPLETION
    },
    { field: 'change_in_completion', column: 'Change in completion', number: '_ChangeCompletion', scale: CHANGE },
    {
      field: 'did_it_open_government',
      column: 'Did it open government (end of term only)',
      number: '_OpenGovt',
      scale: OPENING
    },
    { field: 'starred_pre_june_2014', column: 'Starred (pre-June 2014 assessments)', scale: YES_NO },
    { field: 'starred_2015_only', column: 'Starred (2015 only)', scale: YES_NO },
    { field: 'starred_current_midterm', column: 'Starred (current formula) progress report', scale: YES_NO },
    { field: 'starred_current_end_of_term', column: 'Starred (current formula) end of term', scale: YES_NO }
  ],
  numbers: [
    { field: 'progress_report_year', column: 'Report publication year (progress report)', low: 2011, high: 2100 },
    { field: 'end_of_term_report_year', column: 'Report publication year (end of term)', low: 2011, high: 2100 }
  ]
}
