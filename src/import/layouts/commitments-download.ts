import { COMPLETION, POTENTIAL_IMPACT, SPECIFICITY, YES_NO } from '../cells/values.ts'
import { CHALLENGES, DESCRIPTION, GROUPS, RELEVANCE, TAGS_2016 } from './commitments-2016.ts'
import type { CommitmentLayout } from './layout.ts'

/**
 * The user download of the Explorer before 2016. Its columns on novelty, projected completion, timeliness and
 * milestones have no counterpart in later editions and are not read.
 */
export const commitmentsDownload: CommitmentLayout = {
  kind: 'commitments',
  id: 'commitments-download',
  title: [
    'OGP Explorer, commitments database, user download before 2016',
    'Explorateur du PGO, base des engagements, téléchargement public avant 2016'
  ],
  edition: 'user-download',
  scheme: 'explorer-2016',
  columns: { ...DESCRIPTION, plan: 'Action Plan No' },
  tags: TAGS_2016,
  groups: GROUPS,
  challenges: CHALLENGES,
  codes: [
    { field: 'specificity', column: 'Specificity', number: '_Specificity', scale: SPECIFICITY },
    ...RELEVANCE,
    { field: 'potential_impact', column: 'Potential Impact', number: '_Pot Impact Coded', scale: POTENTIAL_IMPACT },
    { field: 'completion_midterm', column: 'Actual Completion', number: '_Actual Completion', scale: COMPLETION },
    { field: 'starred_pre_june_2014', column: 'Starred (pre-June 2014 assessments)', scale: YES_NO },
    { field: 'starred_2015_only', column: 'Starred (2015 only)', scale: YES_NO },
    { field: 'starred_current_midterm', column: 'Starred (Current formula)', scale: YES_NO }
  ],
  numbers: [{ field: 'progress_report_year', column: 'Report publication year', low: 2011, high: 2100 }]
}
