import { COMPLETION_2015, POTENTIAL_IMPACT, SPECIFICITY, YES_NO } from '../cells/values.ts'
import { CHALLENGES, GROUPS, RELEVANCE } from './commitments-2016.ts'
import type { CommitmentLayout } from './layout.ts'

/**
 * The combined database of May 2015. It names no year of submission; its commitments have no number but a running one.
 * "Starred" is the rule of its day, before specificity counted; "Starred x Specificity" is that rule with it.
 */
export const commitments2015: CommitmentLayout = {
  kind: 'commitments',
  id: 'commitments-2015',
  title: ['OGP Explorer, combined database of May 2015', 'Explorateur du PGO, base réunie de mai 2015'],
  edition: 'explorer-2015',
  scheme: 'explorer-2015',
  columns: {
    country: 'Country',
    plan: 'Action Plan No.',
    title: 'Commitment Title',
    fullText: 'Full Text',
    lead: 'Lead institution (Responsible Instutitution)',
    supporting: 'Supporting Institution',
    start: 'Start',
    end: 'End',
    assessed: 'IRM Assessed (Y/N)?'
  },
  tags: [
    'Anti-Corruption',
    'Conflicts of Interest',
    'Asset Disclosure',
    'Audits & Controls',
    'Whistleblower Protections',
    'Budget Transparency',
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
    'Public Service Delivery Improvement',
    'E-government',
    'Capacity Building',
    'Legislation & Regulation',
    'Private Sector',
    'Legislature',
    'Sub-national governance',
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
    'OGP'
  ],
  groups: GROUPS,
  challenges: CHALLENGES,
  codes: [
    { field: 'specificity', column: 'Specificity', number: '_Specificity', scale: SPECIFICITY },
    ...RELEVANCE,
    { field: 'potential_impact', column: 'Potential Impact', number: '_Pot Impact Coded', scale: POTENTIAL_IMPACT },
    { field: 'completion_midterm', column: 'Actual Completion', number: '_Actual Completion', scale: COMPLETION_2015 },
    { field: 'starred_pre_june_2014', column: 'Starred', scale: YES_NO },
    { field: 'starred_2015_only', column: 'Starred x Specificity', scale: YES_NO }
  ],
  numbers: []
}
