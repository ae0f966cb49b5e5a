import { ANSWER, INFLUENCE, PARTICIPATION } from '../cells/values.ts'
import type { ProcessLayout } from './layout.ts'

const STEPS = [
  'timeline_available',
  'advance_notice',
  'awareness_raising',
  'online_consultation',
  'in_person_consultation',
  'summary_of_comments'
]

/** The process database of July 2016: one plan a row, under three header rows that stand in the file twice. */
export const process2016: ProcessLayout = {
  kind: 'process',
  id: 'process-2016',
  title: ['OGP process database, layout of July 2016', 'Base du PGO sur la procédure, format de juillet 2016'],
  edition: 'process-2016',
  columns: { country: 'Country name', plan: 'Action Plan Number', year: 'Year AP Submitted' },
  codes: [
    {
      field: 'timeline_available',
      column: 'Step 1: Timeline and process: Prior availability',
      number: '_Timelineavailability',
      scale: ANSWER
    },
    { field: 'timeline_online', column: 'Timeline: Online', scale: ANSWER },
    { field: 'timeline_other_channels', column: 'Timeline: other channels', scale: ANSWER },
    { field: 'advance_notice', column: 'Step 2: Advance notice', number: '_Advance notice', scale: ANSWER },
    { field: 'advance_notice_adequate', column: 'Advance notice: Adequacy', scale: ANSWER },
    {
      field: 'awareness_raising',
      column: 'Step 3: Awareness-raising activities',
      number: '_Awareness-Raising',
      scale: ANSWER
    },
    {
      field: 'online_consultation',
      column: 'Step 4: Online consultations',
      number: '_Online consultation',
      scale: ANSWER
    },
    {
      field: 'in_person_consultation',
      column: 'Step 5: In-person consultations',
      number: '_In-person consultations',
      scale: ANSWER
    },
    {
      field: 'summary_of_comments',
      column: 'Step 6: Summary of comments',
      number: '_Summary of comments',
      scale: ANSWER
    },
    {
      field: 'regular_forum',
      column: 'Consultation during action plan implementation (regular forum)',
      number: '_Regular forum',
      scale: ANSWER
    },
    {
      field: 'self_assessment_published',
      column: 'Was annual progress report published?',
      number: '_Self assessment published',
      scale: ANSWER
    },
    { field: 'self_assessment_on_schedule', column: 'Was it done according to schedule?', scale: ANSWER },
    {
      field: 'self_assessment_local_language',
      column: 'Is the report available in the local language?',
      scale: ANSWER
    },
    { field: 'self_assessment_english', column: 'Is the report available in English?', scale: ANSWER },
    {
      field: 'self_assessment_two_week_comment',
      column: 'Did the government provide a two-week public comment period on draft self-assessment reports?',
      scale: ANSWER
    },
    {
      field: 'self_assessment_reviews_comment_period',
      column: 'Did the report include a review of its public comment period?',
      scale: ANSWER
    },
    { field: 'public_comments_received', column: 'Were any public comments received?', scale: ANSWER },
    { field: 'self_assessment_in_portal', column: 'Is the report deposited in the OGP portal?', scale: ANSWER },
    {
      field: 'self_assessment_reviews_consultation',
      column: 'Did the self-assessment report include review of the consultation efforts?',
      scale: ANSWER
    },
    {
      field: 'self_assessment_covers_all_commitments',
      column: 'Did the report cover all of the commitments?',
      scale: ANSWER
    },
    {
      field: 'self_assessment_against_schedule',
      column: 'Did it assess completion according to schedule?',
      scale: ANSWER
    },
    {
      field: 'self_assessment_reviews_draft_consultation',
      column: 'Did the self-assessment report include review of the consultation efforts on draft self-assessments?',
      scale: ANSWER
    },
    { field: 'only_one_branch', column: 'Only one branch', scale: ANSWER },
    { field: 'executive', column: 'Executive', scale: ANSWER },
    { field: 'multi_agency', column: 'Multi-agency (1) vs. Single (0)', scale: ANSWER },
    { field: 'single_lead', column: 'Single Lead', scale: ANSWER },
    { field: 'president_or_prime_minister_office', column: 'Pres Office/PM', scale: ANSWER },
    { field: 'executive_lead_agency', column: 'Executive Lead Agency', scale: ANSWER },
    { field: 'foreign_ministry', column: 'Ministry of Foreign Affairs', scale: ANSWER },
    { field: 'foreign_ministry_lead', column: 'MOFA Lead Agency', scale: ANSWER },
    { field: 'officially_mandated', column: 'Officially Mandated', scale: ANSWER },
    { field: 'legally_mandated', column: 'Legally mandated', scale: ANSWER },
    { field: 'multiple_arrangements', column: 'Multiple Arrangements', scale: ANSWER },
    {
      field: 'implementing_same_as_developing',
      column: 'Implementing agency same as developing agency? 1=Y, 0=N',
      scale: ANSWER
    },
    { field: 'change_of_executive', column: 'Change of executive', scale: ANSWER },
    {
      field: 'development_participation',
      column: 'Invitation-only or open participation during dev. consultation',
      scale: PARTICIPATION
    },
    { field: 'development_influence', column: 'IAP2 level during development', scale: INFLUENCE },
    {
      field: 'implementation_participation',
      column: 'Invitation-only or open participation during imp. consultation',
      scale: PARTICIPATION
    },
    { field: 'implementation_influence', column: 'IAP2 level during imp.', scale: INFLUENCE }
  ],
  numbers: [
    { field: 'days_in_advance', column: 'Days in advance', low: 0, high: 10_000 },
    { field: 'steps_followed', column: '_Number of steps followed (out of 6)', low: 0, high: 6, counts: STEPS }
  ]
}
