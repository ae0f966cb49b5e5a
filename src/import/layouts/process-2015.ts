import { ANSWER_2015 } from '../cells/values.ts'
import type { ProcessLayout } from './layout.ts'

/** The process database of 2015: one country a row, without the number of the plan. */
export const process2015: ProcessLayout = {
  kind: 'process',
  id: 'process-2015',
  title: ['OGP process database, layout of 2015', 'Base du PGO sur la procédure, format de 2015'],
  edition: 'explorer-2015',
  columns: { country: 'Country name' },
  codes: [
    { field: 'timeline_available', column: 'Timeline and process: Prior availability', scale: ANSWER_2015 },
    { field: 'timeline_online', column: 'Timeline: Online', scale: ANSWER_2015 },
    { field: 'timeline_other_channels', column: 'Timeline: other channels', scale: ANSWER_2015 },
    { field: 'advance_notice', column: 'Advance notice', scale: ANSWER_2015 },
    { field: 'advance_notice_adequate', column: 'Advance notice: Adequacy', scale: ANSWER_2015 },
    { field: 'awareness_raising', column: 'Awareness-raising activities', scale: ANSWER_2015 },
    { field: 'online_consultation', column: 'Online consultations', scale: ANSWER_2015 },
    { field: 'in_person_consultation', column: 'In-person consultations', scale: ANSWER_2015 },
    { field: 'summary_of_comments', column: 'Summary of comments', scale: ANSWER_2015 },
    {
      field: 'regular_forum',
      column: 'Consultation during action plan implementation (regular forum)',
      scale: ANSWER_2015
    },
    { field: 'self_assessment_published', column: 'Was annual progress report published?', scale: ANSWER_2015 },
    { field: 'self_assessment_on_schedule', column: 'Was it done according to schedule?', scale: ANSWER_2015 },
    {
      field: 'self_assessment_two_week_comment',
      column: 'Did the government provide a two-week public comment period on draft self-assessment reports?',
      scale: ANSWER_2015
    }
  ],
  numbers: [{ field: 'days_in_advance', column: 'Days in advance', low: 0, high: 10_000, none: 'No advance notice' }]
}
